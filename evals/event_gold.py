"""Whole events, as a careful reader takes them from a page, on three collections.

`founding`: the page this project began with. `news`: 23 short items of a news feed, five of which report no
happening. `samples`: this repository's own pages. Goals are those set for the project; nothing comparable is
published.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dateline.model import Issue

from .events import DocumentScore, Fate, compare, totals
from .frame import Case, Measure, Outcome, Scorer, rows_of
from .reads import Record, read_paths, read_row, records

SHOWN_SLOTS = ("type", "mode", "modality", "actors", "recipients", "places", "when", "voices", "killed", "injured")


def outcome(scores: Iterable[DocumentScore], *, goals: Mapping[str, float]) -> Outcome:
    """Recall, precision, wholly right, each slot, and pages without a happening that yield one."""
    listed = list(scores)
    sums = totals(listed)
    measures = [
        Measure("recall", sums.recall, sums.must, goal=goals.get("recall")),
        Measure("precision", sums.precision, sums.records, goal=goals.get("precision")),
        Measure("wholly right", sums.whole, sums.must, goal=goals.get("wholly right")),
    ]
    for slot in SHOWN_SLOTS:
        if slot in sums.slots:
            mean, count = sums.slots[slot]
            measures.append(Measure(slot, mean, count, goal=goals.get(slot)))
    silent = [s for s in listed if not s.events]
    if silent:
        quiet = sum(not s.records for s in silent) / len(silent)
        measures.append(Measure("no event, none found", quiet, len(silent), goal=1.0))
    return Outcome(tuple(measures), tuple(_case(s.doc, fate) for s in listed for fate in s.fates))


def _case(doc: str, fate: Fate) -> Case:
    case = Case(
        id=doc, measure="event", right=fate.kind == "right",
        gold=fate.event if fate.kind in ("right", "partly", "missed") else None,
        found=fate.event if fate.kind in ("duplicate", "spurious") else fate.kind,
    )  # fmt: skip
    if fate.kind != "right":
        case["cause"] = f"{fate.kind}: {', '.join(fate.wrong)}" if fate.wrong else fate.kind
    return case


def _gold(path: Path) -> list[dict[str, Any]]:
    files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    return [json.loads(file.read_text(encoding="utf-8")) for file in files]


def _by_document(found: Iterable[Record]) -> dict[str, list[Record]]:
    by_name: dict[str, list[Record]] = defaultdict(list)
    for record in found:
        by_name[Path(record["article"]["source"]).name].append(record)
    return by_name


def founding(paths: tuple[Path, ...]) -> Outcome:
    """The founding page: page, gold."""
    page, gold = paths
    found = _by_document(record for reading in read_paths([page]) for record in records(reading))
    scores = [compare(g, found[Path(g["doc"]).name]) for g in _gold(gold)]
    goals = {"recall": 1.0, "precision": 0.9, "wholly right": 8 / 11, "type": 0.95, "actors": 0.85, "places": 0.8}
    return outcome(scores, goals={**goals, "when": 0.8, "voices": 0.8})


def news(paths: tuple[Path, ...]) -> Outcome:
    """Rows of the feed that have gold, read without their URL."""
    feed, gold = paths
    rows = {row["id"]: {k: v for k, v in row.items() if k != "url"} for row in rows_of(feed)}
    scores = [compare(g, records(read_row(rows[g["doc"]]))) for g in _gold(gold)]
    goals = {"recall": 0.85, "precision": 0.8, "voices": 0.85, "when": 0.85, "wholly right": 0.55}
    return outcome(scores, goals=goals)


def samples(paths: tuple[Path, ...]) -> Outcome:
    """All sample pages, read as one folder; a page that cannot be read has no events."""
    pages, gold = paths
    read = [reading for reading in read_paths([pages]) if not isinstance(reading, Issue)]
    found = _by_document(record for reading in read for record in records(reading))
    scores = [compare(g, found[Path(g["doc"]).name]) for g in _gold(gold)]
    return outcome(scores, goals={"recall": 0.92, "precision": 0.92, "voices": 0.85, "wholly right": 0.75})


SCORERS = (
    Scorer("founding", ("../real/ashdod.txt", "../gold/ashdod.json"), founding),
    Scorer("news", ("iran_news.dev.jsonl", "../gold/news"), news),
    Scorer("samples", ("samples/pages", "samples/gold"), samples, inside=True),
)
