"""ACLED's sub-event type of a snippet of news, derived from PLOVER type and mode by the product's mapping.

The label of a text is the sub-event type of its event with most claims among those that have one; NONE without one.
`case2021_labels.csv` names the data's labels in ACLED's own words. The figure to beat, weighted F1 .839, holds for
ACLED's 25 classes; five further labels of the data (diplomacy, disasters, crime, attribution) are no ACLED
classes, and what is left uncoded there is a measure of its own.
"""

from __future__ import annotations

import csv
from pathlib import Path

from .arithmetic import share, weighted_f1
from .frame import Case, Measure, Outcome, Row, Scorer, rows_of
from .reads import foremost, read_row, told

LABELS = Path(__file__).with_name("case2021_labels.csv")
NONE = "NONE"


def score(paths: tuple[Path, ...]) -> Outcome:
    """Weighted F1 and accuracy over ACLED's classes; share uncoded over the others."""
    labels = _labels()
    cases = [_case(row, labels.get(row["label"], NONE)) for row in rows_of(paths[0])]
    coded = [(c["gold"], c["found"]["label"]) for c in cases if c["measure"] == "sub-type"]
    others = [c["right"] for c in cases if c["measure"] == "no ACLED class"]
    return Outcome(
        (
            Measure("sub-type, weighted F1", weighted_f1(coded), len(coded), to_beat=0.839, goal=0.75),
            Measure("sub-type, accuracy", share(g == f for g, f in coded), len(coded)),
            Measure("no ACLED class, left uncoded", share(others), len(others)),
        ),
        tuple(cases),
    )


def _labels() -> dict[str, str]:
    with LABELS.open(encoding="utf-8", newline="") as stream:
        return {row["label"]: row["sub_event_type"] for row in csv.DictReader(stream)}


def _case(row: Row, gold: str) -> Case:
    events = told(read_row({"id": row["id"], "text": row["text"], "language": "en"}))
    coded = [t for t in events if t.record.get("acled")]
    chosen = foremost(coded)
    found = str(chosen.record["acled"]["sub_event_type"]) if chosen else NONE
    listed = [[t.record["type"], t.record.get("mode"), t.record["modality"]] for t in events]
    measure = "sub-type" if gold != NONE else "no ACLED class"
    case = Case(id=row["id"], measure=measure, right=found == gold, gold=gold, found={"label": found, "events": listed})
    if found != gold:
        among = any(t.record["acled"]["sub_event_type"] == gold for t in coded)
        case["cause"] = (
            "another event chosen"
            if among
            else "no event"
            if not events
            else "no code"
            if not coded
            else f"{gold} as {found}"
        )
    return case


SCORERS = (Scorer("case2021_acled", ("case2021_acled.dev.jsonl",), score),)
