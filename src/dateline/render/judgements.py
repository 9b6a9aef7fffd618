"""People's judgements as records and as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dateline.model import Judged, Judgement
from dateline.render.incident import judged_value
from dateline.render.why import value

Record = dict[str, Any]


def judgement_record(judgement: Judgement, state: str) -> Record:
    """The judgement as one JSON-ready object; absent means absent."""
    fields: Record = {
        "judgement_id": judgement.id,
        "verb": judgement.verb,
        "author": judgement.author,
        "at": judgement.at.isoformat(timespec="seconds"),
        "state": state,
        "events": [anchor.event for anchor in judgement.anchors],
        "other_events": [anchor.event for anchor in judgement.others],
        "field": judgement.field,
        "value": judged_value(judgement.value, judgement.word),
        "text": judgement.text,
        "undoes": judgement.undoes,
    }
    return {name: field for name, field in fields.items() if field not in (None, [])}


def said(judged: Judged | Judgement) -> str:
    """ "corrected killed to 11"."""
    what = {
        "merge": "merged", "split": "split", "correct": "corrected", "reject": "rejected", "confirm": "confirmed",
        "note": "noted", "undo": "undid",
    }[judged.verb]  # fmt: skip
    if judged.verb == "correct":
        now = judged.word if judged.value is None else value(judged.value)
        what += f" {judged.field} to {now}"
    return what


def judgements_table(found: Sequence[Judgement], states: Mapping[str, str]) -> RenderableType:
    """One row a judgement."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for heading in ("Judgement", "When", "Who", "What", "State"):
        table.add_column(heading, overflow="fold", no_wrap=heading in ("Judgement", "When"))
    for judgement in found:
        what = said(judgement) + (f" {judgement.undoes}" if judgement.undoes else "")
        told = Text(what).append(f"\n{judgement.text}" if judgement.text else "", style="italic")
        day = judgement.at.strftime("%Y-%m-%d %H:%M")
        table.add_row(judgement.id, day, judgement.author, told, states[judgement.id])
    return table
