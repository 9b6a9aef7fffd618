"""Anti-shipping reports: the position in the text, the day, and the kind of attack.

Position: of the rows whose text states one (`states_position`), those where the product reads one within 0.05 degrees
of the gold's latitude and longitude; once for what is read anywhere, and once for what an event is given. Rows without
one are left out and counted.

Day: hardly a report names its year, so the reports are read as they come out, in weekly collections: the publication
date given is the first Wednesday after the gold's day, and the event's day must be the gold's. Read with no publication
date at all, a text that names no year must give no day: a year would be made up.

Kind: the gold's `hostility` mostly names who ("robbers", "pirates"), so the text's own words tell what was done, and
the gravest of them counts. Seized people (kidnapped, abducted, taken hostage) want ASSAULT/abduct; a seized ship
(hijacked) COERCE/seize or ASSAULT/abduct; shots (fired, shot, gunfire) ASSAULT/firearms, ASSAULT without a mode, or
with heavy weapons or explosives; harm to people (stabbed, beat, assaulted, attacked, tied up) any ASSAULT; taking
things (stole, stolen, theft, robbed, looted, ransacked) COERCE/seize or an ASSAULT by the robbers; boarding alone,
COERCE or ASSAULT. An approach without any of these wants no ASSAULT or COERCE that took place: nothing, or THREATEN or
MOBILIZE. The wanted event may be any of the page's. No figure is published.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from dateline.model import Issue, PlaceMention

from .arithmetic import share
from .frame import Case, Measure, Outcome, Row, Scorer, rows_of
from .reads import Record, read_row, records

NEAR_DEGREES = 0.05
POSITION_READ, POSITION_GIVEN = "position read", "position of an event"
NO_POSITION = "no position in the text, left out"
DAY, NO_YEAR, KIND = "date, published that week", "date, no year to be had: none made up", "kind of attack"
GOALS = {POSITION_READ: 0.99, DAY: 0.97, KIND: 0.8}
WEDNESDAY = 2
HAPPENED = ("actual", "ongoing")
_AXIS = (
    r"\d{1,3}\s*(?:[-–:°º.\s]|--|deg\w*)\s*\d{1,2}(?:[.,]\d+)?\s*['’′]?\s*(?:[-:\s]\s*\d{1,2}(?:\.\d+)?\s*[\"”″]?)?\s*"
)
_POSITION = re.compile(rf"{_AXIS}[NS]\b.{{0,8}}?{_AXIS}[EW]\b", re.DOTALL)


class Kind(NamedTuple):
    """A kind of attack: what tells it, and the (type, mode) pairs that an event of it may have; None is any mode."""

    name: str
    words: re.Pattern[str]
    accepted: frozenset[tuple[str, str | None]]


def _kind(name: str, words: str, *accepted: tuple[str, str | None]) -> Kind:
    return Kind(name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE), frozenset(accepted))


_HOSTAGE = r"kidnap\w*|abduct\w*|hostages?"
_SHOT = (
    r"fired (?:up)?on|fir(?:ed|ing) (?!(?:\w+ )?(?:flares?|warning))|opened fire|gunfire|gunshots?|"
    r"shots? (?:was |were )?fired|shot"
)
_HARM = r"stabb\w*|beat(?:en)?|assault\w*|attack(?:ed|ing)?|tied|injur\w+|killed|punched|held at"
_TAKEN = r"stol\w+|steal\w*|theft|robbed|robbery|loot\w*|ransack\w*|missing"
_BOARDED = r"board(?:ed|ing)|on ?board|on (?:the )?(?:\w+ )?deck"
_ATTACK, _SEIZURE = ("ASSAULT", None), ("COERCE", "seize")
KINDS = (
    _kind("people seized", _HOSTAGE, ("ASSAULT", "abduct")),
    _kind("ship seized", r"hijack\w*", _SEIZURE, ("ASSAULT", "abduct")),
    _kind("shots", _SHOT, *(("ASSAULT", mode) for mode in ("firearms", "heavy-weapons", "explosives", ""))),
    _kind("people harmed", _HARM, _ATTACK),
    _kind("things taken", _TAKEN, _SEIZURE, _ATTACK),
    _kind("boarded", _BOARDED, ("COERCE", None), _ATTACK),
)
"""Gravest first."""
APPROACH = "approach alone"


def score(paths: tuple[Path, ...]) -> Outcome:
    """Read every report twice, with and without a publication date; judge position, day and kind."""
    cases: list[Case] = []
    without = 0
    for row in rows_of(paths[0]):
        reading = read_row({**_page(row), "published": published(row["date"]).isoformat()})
        found = records(reading)
        if states_position(row["text"]):
            mentions = () if isinstance(reading, Issue) else reading.document.mentions
            read = [m.place for m in mentions if isinstance(m, PlaceMention) and m.place.precision == "position"]
            points = [(p.lat, p.lon) for p in read if p.lat is not None and p.lon is not None]
            cases += _positions(row, points, found)
        else:
            without += 1
        cases += [_day(row, found), _kind_case(row, found)]
        if not re.search(r"\b(?:19|20)\d\d\b", row["text"]):
            cases.append(_no_year(row, records(read_row(_page(row)))))
    measures = [_measure(cases, name) for name in (POSITION_READ, POSITION_GIVEN, DAY, NO_YEAR, KIND)]
    measures.insert(2, Measure(NO_POSITION, without / max(1, without + measures[0].cases), without))
    return Outcome(tuple(measures), tuple(cases))


def _measure(cases: Sequence[Case], name: str) -> Measure:
    judged = [c["right"] for c in cases if c["measure"] == name]
    return Measure(name, share(judged), len(judged), goal=GOALS.get(name))


def _page(row: Row) -> Row:
    return {"id": row["id"], "text": row["text"], "language": "en"}


def published(day: str) -> date:
    """The first Wednesday after the day."""
    happened = date.fromisoformat(day)
    return happened + timedelta(days=(WEDNESDAY - happened.weekday() - 1) % 7 + 1)


def states_position(text: str) -> bool:
    """Whether the text gives a latitude and a longitude in degrees."""
    return _POSITION.search(text) is not None


def near(gold: Sequence[float], point: Sequence[float]) -> bool:
    """Whether latitude and longitude both are within 0.05 degrees, rounding aside."""
    return all(abs(g - f) <= NEAR_DEGREES + 1e-6 for g, f in zip(gold, point, strict=True))


def _positions(row: Row, read: list[tuple[float, float]], found: list[Record]) -> list[Case]:
    places = [p for r in found for p in r["places"] if p["precision"] == "position"]
    given = [(p["lat"], p["lon"]) for p in places]
    cases = []
    for name, points in ((POSITION_READ, read), (POSITION_GIVEN, given)):
        right = any(near(row["latlon"], p) for p in points)
        case = Case(id=row["id"], measure=name, right=right, gold=row["latlon"], found=points)
        if not right:
            others = [p for p in read if near(row["latlon"], p)]
            case["cause"] = (
                "another position"
                if points
                else "no event"
                if not found
                else "read, not given"
                if others
                else "not read"
            )
        cases.append(case)
    return cases


def _day(row: Row, found: list[Record]) -> Case:
    days = [(r["when"]["start"], r["when"]["end"]) for r in found if r.get("when")]
    right = (row["date"], row["date"]) in days
    case = Case(id=row["id"], measure=DAY, right=right, gold=row["date"], found=days)
    if not right:
        case["cause"] = "another day" if days else "no day" if found else "no event"
    return case


def _no_year(row: Row, found: list[Record]) -> Case:
    days = [r["when"]["start"] for r in found if r.get("when")]
    case = Case(id=row["id"], measure=NO_YEAR, right=not days, gold=[], found=days)
    if days:
        case["cause"] = "day made up"
    return case


def kind_of(text: str) -> Kind | None:
    """The gravest kind that the text's words tell, None for an approach alone."""
    return next((kind for kind in KINDS if kind.words.search(text)), None)


def fits(kind: Kind | None, found: Sequence[Record]) -> bool:
    """Whether the events tell of an attack of this kind, or of none for an approach."""
    told = {(r["type"], r.get("mode") or "") for r in found if r["modality"] in HAPPENED}
    if kind is None:
        return not any(type_ in ("ASSAULT", "COERCE") for type_, _ in told)
    return any((t, m) in kind.accepted or (t, None) in kind.accepted for t, m in told)


def _kind_case(row: Row, found: list[Record]) -> Case:
    kind = kind_of(row["text"])
    name = kind.name if kind else APPROACH
    told = [[r["type"], r.get("mode"), r["modality"]] for r in found]
    case = Case(id=row["id"], measure=KIND, right=fits(kind, found), gold=name, found=told)
    if not case["right"]:
        case["cause"] = f"{name}: no event" if not found else f"{name}: another kind"
    return case


SCORERS = (Scorer("asam", ("asam.dev.jsonl",), score),)
