"""The whole chain, page to record: 194 casualty-monitor pages in HTML on strikes of 7–14 October 2023.

A page is one incident with date, point, belligerent, and killed and injured as [low, high]. The record of a page is its
ASSAULT event with most claims. Of one voice's counts the greatest is its toll, since the others count parts of it
(women, children); low and high are the least and the greatest toll of all voices. A page that cannot be read, or holds
no such event, is wrong throughout. Nothing comparable is published.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from dateline.model import Issue

from .arithmetic import km, share
from .frame import Case, Measure, Outcome, Row, Scorer, rows_of
from .reads import Record, foremost, read_paths, told, tolls

NEAR_KM = 10
BELLIGERENTS = {"Israeli Military": "ISR"}
"""Gold name → the country whose forces it means; other entries of the page say that nobody is named."""
GOALS = {"read": 1.0, "date exact": 0.92, "place ≤ 10 km": 0.85, "killed [low, high]": 0.75, "belligerent": 0.88}


def score(paths: tuple[Path, ...]) -> Outcome:
    """Read every page as a file; judge its record."""
    rows_path, _ = paths
    cases: list[Case] = []
    rows = rows_of(rows_path)
    for row in rows:
        page = rows_path.parent / row["page"]
        reading = next(iter(read_paths([page])))
        cases.append(_read_case(row, reading))
        chosen = foremost(told(reading), types=("ASSAULT",))
        cases += _judged(row, chosen.record if chosen else None)
    counted = Counter(case["measure"] for case in cases)
    measures = [
        Measure(name, share(c["right"] for c in cases if c["measure"] == name), count, goal=GOALS.get(name))
        for name, count in counted.items()
    ]
    return Outcome(tuple(measures), tuple(cases))


def _read_case(row: Row, reading: Any) -> Case:
    refused = isinstance(reading, Issue)
    case = Case(id=row["id"], measure="read", right=not refused, gold=row["page"], found=None)
    if refused:
        case["found"], case["cause"] = reading.code, "refused"
    return case


def _judged(row: Row, record: Record | None) -> list[Case]:
    cases = [_date(row, record)]
    if row["lat"] is not None:
        cases.append(_place(row, record))
    for name, slot in (("killed [low, high]", "killed"), ("injured [low, high]", "injured")):
        if row[slot] is not None:
            cases.append(_toll(row, record, name=name, slot=slot))
    if row["belligerent"] in BELLIGERENTS:
        cases.append(_belligerent(row, record))
    if record is None:
        for case in cases:
            case["cause"] = "no ASSAULT event"
    return cases


def _date(row: Row, record: Record | None) -> Case:
    when = (record or {}).get("when")
    found = [when["start"], when["end"]] if when else None
    case = Case(id=row["id"], measure="date exact", right=found == [row["date"]] * 2, gold=row["date"], found=found)
    if not case["right"]:
        case["cause"] = "no date" if found is None else "period holds the day" if _holds(found, row) else "another day"
    return case


def _holds(found: list[str], row: Row) -> bool:
    return found[0] <= str(row["date"]) <= found[1]


def _place(row: Row, record: Record | None) -> Case:
    places = [p for p in (record or {}).get("places", ()) if p.get("lat") is not None]
    gold = (row["lat"], row["lon"])
    found = sorted((round(km(gold, (p["lat"], p["lon"])), 1), p["name"], p["precision"]) for p in places)
    right = bool(found) and found[0][0] <= NEAR_KM
    case = Case(id=row["id"], measure="place ≤ 10 km", right=right, gold=row["location"], found=found)
    if not right:
        case["cause"] = f"only a {found[0][2]}" if found else "no place"
    return case


def _toll(row: Row, record: Record | None, *, name: str, slot: str) -> Case:
    found = tolls((record or {}).get(slot, []))
    gold = tuple(row[slot])
    case = Case(id=row["id"], measure=name, right=found == gold, gold=gold, found=found)
    if found is None:
        case["cause"] = "no toll"
    elif found != gold:
        case["cause"] = "low right" if found[0] == gold[0] else "high right" if found[1] == gold[1] else "both wrong"
    return case


def _belligerent(row: Row, record: Record | None) -> Case:
    actors = (record or {}).get("actors", [])
    country = BELLIGERENTS[row["belligerent"]]
    found = [a["name"] for a in actors]
    right = any(a.get("country") == country for a in actors)
    case = Case(id=row["id"], measure="belligerent", right=right, gold=row["belligerent"], found=found)
    if not right:
        case["cause"] = "another actor" if found else "no actor"
    return case


SCORERS = (Scorer("airwars_gaza", ("airwars_gaza.jsonl", "pages/airwars_gaza"), score),)
