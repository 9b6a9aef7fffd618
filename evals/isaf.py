"""Press releases of a military coalition, 2009–13: day, province, toll and kind of operation.

No publication date is given; the text carries its own dateline, or none. The main event of a release is its ASSAULT or
COERCE event with most claims. Day: the event's period is the gold's start day. Province: any place of any event lies
in the gold province, by its name or its first-order division; `isaf_provinces.csv` lists spellings. Killed: the
greatest low count of killed of any actual event, 0 without one, equals the gold's least number. Kind: see `_kind`. No
figure is published.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from .arithmetic import share
from .frame import Case, Measure, Outcome, Row, Scorer, rows_of
from .reads import Record, foremost, read_row, told
from .slots import folded

GOALS = {"date exact": 0.92, "province": 0.88, "min_killed": 0.82, "event type": 0.75}
SPELLINGS = Path(__file__).with_name("isaf_provinces.csv")
AIR = ("aerial", "drone")


def score(paths: tuple[Path, ...]) -> Outcome:
    """Judge every release on the four counts."""
    spelling = _spellings()
    cases: list[Case] = []
    for row in rows_of(paths[0]):
        events = told(read_row({"id": row["id"], "text": row["text"]}))
        main = foremost(events, types=("ASSAULT", "COERCE")) or foremost(events)
        records = [t.record for t in events]
        judged = [
            _date(row, main.record if main else None), _province(row, records, spelling),
            _killed(row, records), _type(row, records),
        ]  # fmt: skip
        if not records:
            for case in judged:
                case["cause"] = "no event"
        cases += judged
    measures = [
        Measure(name, share(c["right"] for c in cases if c["measure"] == name), count, goal=GOALS[name])
        for name, count in Counter(c["measure"] for c in cases).items()
    ]
    return Outcome(tuple(measures), tuple(cases))


def _spellings() -> dict[str, str]:
    """Folded spelling → the gold's name of the province."""
    with SPELLINGS.open(encoding="utf-8", newline="") as stream:
        return {folded(row["spelling"]): row["province"] for row in csv.DictReader(stream)}


def _date(row: Row, record: Record | None) -> Case:
    when = (record or {}).get("when")
    gold = row["gold"]["start_date"]
    found = [when["start"], when["end"], when["basis"]] if when else None
    right = found is not None and found[:2] == [gold, gold]
    case = Case(id=row["id"], measure="date exact", right=right, gold=gold, found=found)
    if not right:
        holds = found is not None and found[0] <= gold <= found[1]
        case["cause"] = "no date" if found is None else "period holds the day" if holds else "another day"
    return case


def _province(row: Row, records: list[Record], spelling: dict[str, str]) -> Case:
    places = [p for record in records for p in record["places"]]
    names = [str(n) for p in places for n in (p["name"], p.get("admin1")) if n]
    found = sorted({spelling.get(key := folded(name).removesuffix(" province"), key) for name in names})
    right = bool(set(row["gold"]["province"]) & set(found))
    case = Case(id=row["id"], measure="province", right=right, gold=row["gold"]["province"], found=found)
    if not right:
        case["cause"] = "another place" if places else "no place"
    return case


def _killed(row: Row, records: list[Record]) -> Case:
    lows = [count["low"] for r in records if r["modality"] == "actual" for count in r["killed"]]
    found, gold = max(lows, default=0), row["gold"]["min_killed"]
    case = Case(id=row["id"], measure="min_killed", right=found == gold, gold=gold, found=found)
    if found != gold:
        case["cause"] = "toll missed" if not lows else "toll made up" if not gold else "another number"
    return case


def _type(row: Row, records: list[Record]) -> Case:
    gold, found = ";".join(row["gold"]["event_type"]), _kind(records)
    case = Case(id=row["id"], measure="event type", right=found == gold, gold=gold, found=found)
    if found != gold:
        case["cause"] = f"{gold} as {found}"
    return case


def _kind(records: list[Record]) -> str:
    """The gold's kinds from actual events: COERCE/arrest or ASSAULT/abduct is a detention, an ASSAULT with killed a
    killing, both together capture-and-kill, an ASSAULT from the air with or without a toll an air strike; killed or
    injured civilians alone a civilian casualty."""
    actual = [r for r in records if r["modality"] in ("actual", "ongoing")]
    detained = any((r["type"], r.get("mode")) in (("COERCE", "arrest"), ("ASSAULT", "abduct")) for r in actual)
    detained = detained or any(r["detained"] for r in actual)
    air = any(r["type"] == "ASSAULT" and r.get("mode") in AIR for r in actual)
    killed = any(r["killed"] for r in actual)
    civilian = any("civilian" in str(c.get("who")) for r in actual for c in (*r["killed"], *r["injured"]))
    if air:
        return "airstrike;detention" if detained else "airstrike"
    if civilian and not detained:
        return "civiliancasualty"
    if killed:
        return "captureandkill" if detained else "insurgentskilled"
    return "detention" if detained else "none"


SCORERS = (Scorer("isaf", ("isaf.dev.jsonl",), score),)
