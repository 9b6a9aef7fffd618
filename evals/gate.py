"""The relevance gate: what is lost by parsing only sentences that hold a trigger, and how much it saves.

Pages are read twice, gated and with every sentence parsed. Recall: share of the events of the full read that the gated
read gives too, by the same type and overlapping evidence. Left alone: share of sentences never parsed, on pages of
everyday news.
"""

from __future__ import annotations

from pathlib import Path

from dateline.app.results import Reading

from .arithmetic import share
from .frame import Case, Measure, Outcome, Scorer, rows_of
from .reads import Told, read_row, told

PAGES = 60
"""Rows of each set: the full read is slow."""


def score(paths: tuple[Path, ...]) -> Outcome:
    """Recall of the gate on pages about conflict, and what it leaves unparsed on pages of everyday news."""
    conflict, everyday = paths
    cases: list[Case] = []
    for row in rows_of(conflict)[:PAGES]:
        gated = told(read_row(row))
        for one in told(read_row(row, everything=True)):
            cases.append(
                Case(
                    id=row["id"], measure="events kept", right=any(_same(one, other) for other in gated),
                    gold=one.record["evidence"][0]["exact"][:120], found=one.record["type"],
                )
            )  # fmt: skip
    spared: list[bool] = []
    for row in rows_of(everyday)[:PAGES]:
        reading = read_row({"id": row["id"], "title": row["title"], "text": row["articleBody"]})
        if isinstance(reading, Reading):
            spared += [not sentence.tokens for sentence in reading.document.sentences]
    kept = [case["right"] for case in cases]
    return Outcome(
        (
            Measure("events kept", share(kept), len(kept), goal=0.99),
            Measure("everyday sentences left unparsed", share(spared), len(spared)),
        ),
        tuple(cases),
    )


def _same(one: Told, other: Told) -> bool:
    """Whether the two are of one type and quote a sentence in common."""
    spans = {(q["start"], q["end"]) for q in one.record["evidence"]}
    return one.record["type"] == other.record["type"] and any(
        (q["start"], q["end"]) in spans for q in other.record["evidence"]
    )


SCORERS = (Scorer("gate", ("iran_news.dev.jsonl", "aed_news2023.jsonl"), score),)
"""iran_news holds pages about conflict, aed_news2023 mostly everyday news."""
