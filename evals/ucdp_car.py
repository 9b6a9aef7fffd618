"""Headlines of the sources of coded events, Central African Republic: where it was, and how many died.

A row names its sources, each with its day and headline; most headlines are titles of reports ("Report of the Panel of
Experts"), and some are French. A headline is a page of its own, published on its source's day, and is judged only
for what it names itself. Place: it holds the gold's town or village by name, and the gold knows the place exactly or
nearly (`where_prec` 1 or 2); every event that it tells of a deed counts, and one of their places must lie within 25,
or 50, kilometres; a headline of no such event is left out and counted. Deaths: it holds the gold's best, least or
greatest number beside a word of dying; the killed that the product reads must be that number. No figure is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .arithmetic import km, share
from .frame import Case, Measure, Outcome, Row, Scorer, rows_of
from .reads import Record, read_row, records
from .slots import folded

NEAR, NEARER = 50.0, 25.0
PLACED, TOLD, KILLED = "place ≤ {:.0f} km", "names the place, a deed read", "killed, as the headline counts"
DEEDS = ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT")
EXACT = (1, 2)
_SOURCE = re.compile(r"(?:^|;)\s*\"?[^\";]*?,(?P<day>\d{4}-\d\d-\d\d),(?P<headline>.*?)(?=\"\s*;|\"?$)", re.DOTALL)
_KIND = re.compile(
    r"\s+(?:town|village|city|region|area|axis|district|commune|prefecture|province)s?\b.*$", re.IGNORECASE
)
_FRENCH = re.compile(
    r"\b(?:de|la|le|les|des|du|en|et|dans|aux?|une?|sur|par|pour|après|tués?|morts?|blessés?)\b", re.IGNORECASE
)
_DYING = re.compile(
    r"\b(?:kill\w*|dead|die[sd]?|deaths?|slain|murder\w*|massacre\w*|executed?|shot dead)\b", re.IGNORECASE
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LEAST_LETTERS = 4


class Headline(NamedTuple):
    """One source's headline and the day that it came out."""

    day: str
    text: str


def headlines(row: Row) -> Iterator[Headline]:
    """The English headlines of a row's sources, each once."""
    seen: set[str] = set()
    for found in _SOURCE.finditer(row["source_article"]):
        text = " ".join(found["headline"].split()).strip(' "')
        if text and text not in seen and len(_FRENCH.findall(text)) < 2:
            seen.add(text)
            yield Headline(found["day"], text)


def names_place(text: str, place: str) -> bool:
    """Whether the headline holds the place's name: "Bambari town" by "Bambari"."""
    name = folded(_KIND.sub("", place))
    return len(name) >= _LEAST_LETTERS and re.search(rf"\b{re.escape(name)}\b", folded(text)) is not None


def counted(text: str, tolls: set[int]) -> int | None:
    """The one of these numbers that the headline gives beside a word of dying; None where it gives none."""
    if _DYING.search(text) is None:
        return None
    words = re.findall(r"[\w,]+", text.casefold())
    said = {_NUMBERS.index(w) if w in _NUMBERS else int(w.replace(",", "")) for w in words if _is_number(w)}
    return max(said & tolls, default=None)


def _is_number(word: str) -> bool:
    figures = word.replace(",", "")
    return word in _NUMBERS or (figures.isascii() and figures.isdigit())


def score(paths: tuple[Path, ...]) -> Outcome:
    """Read every headline that names its place or counts its dead, once."""
    cases: list[Case] = []
    judged: set[tuple[str, object]] = set()
    silent = 0
    for row in rows_of(paths[0]):
        place, exact = row["where_coordinates"], row["where_prec"] in EXACT
        tolls = {n for n in (row["best"], row["low"], row["high"]) if n}
        for day, text in headlines(row):
            named = exact and names_place(text, place) and (text, place) not in judged
            dead = counted(text, tolls)
            dead = None if (text, dead) in judged else dead
            if not named and dead is None:
                continue
            judged |= {(text, place)} if named else set()
            judged |= {(text, dead)} if dead is not None else set()
            page = {"id": f"{row['id']}", "text": text, "published": day, "language": "en"}
            found = [r for r in records(read_row(page)) if r["type"] in DEEDS]
            silent += named and not found
            cases += _placed(row, text, found) if named and found else []
            cases += [_killed(row, text, dead, found)] if dead is not None else []
    measures = [_measure(cases, name) for name in (PLACED.format(NEARER), PLACED.format(NEAR), KILLED)]
    read = measures[0].cases
    measures.insert(2, Measure(TOLD, read / max(1, silent + read), silent + read))
    return Outcome(tuple(measures), tuple(cases))


def _measure(cases: list[Case], name: str) -> Measure:
    right = [c["right"] for c in cases if c["measure"] == name]
    return Measure(name, share(right), len(right))


def _placed(row: Row, text: str, found: list[Record]) -> list[Case]:
    places = [p for r in found for p in r["places"]]
    away = [km(row["latlon"], (p["lat"], p["lon"])) for p in places if p.get("lat") is not None]
    told = [f"{p['name']} ({p.get('country', '?')})" for p in places]
    cases = []
    for limit in (NEARER, NEAR):
        right = any(distance <= limit for distance in away)
        name = PLACED.format(limit)
        case = Case(id=row["id"], measure=name, right=right, gold=row["where_coordinates"], found=told)
        if not right:
            cause = "no place" if not places else "a place without a point" if not away else "another place"
            case["cause"] = f"{cause} | {text}"
        cases.append(case)
    return cases


def _killed(row: Row, text: str, dead: int, found: list[Record]) -> Case:
    lows = [count["low"] for r in found for count in r["killed"]]
    case = Case(id=row["id"], measure=KILLED, right=dead in lows, gold=dead, found=lows)
    if dead not in lows:
        case["cause"] = f"{'no event' if not found else 'no toll' if not lows else 'another toll'} | {text}"
    return case


SCORERS = (Scorer("ucdp_car", ("ucdp_car.dev.jsonl",), score),)
