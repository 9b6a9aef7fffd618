"""Local stories of shootings: the victims and the shooters by name, the town, and the day.

The story is read with its URL and title, as scraped, by a reader who knows that it was collected by March 2016; no
publication date is given. The gold lists persons with or without a name: a name counts, and what a story leaves unnamed
is not judged. Found victims are the recipients of ASSAULT events (actual or negated) written as names, none of whose
words is a noun of people ("Police", "Man"), shooters their actors, and those arrested or accused in the same story; of
"police officer Ana Lopez" the name is what stands after her office. Two names are one where they share at least half of
their words (F1, titles aside), and each is matched once. A surname alone is thus its bearer, "Jr" or "III" aside.
Place: the gold's city is a name of a place of an ASSAULT event. Date: the gold's day is the day, or within the period,
of one; judged only of stories whose URL or text names a day of a month, for a bare weekday says no day. Where neither
names a year, it is not judged: older stories have the collector's in the gold. The figure is
micro F1 over the four slots: a story counts one found place and one found day where it has any, and a right one if any
is right. Published: some .76 approximate F1 with a large language model shown three examples, over more slots.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from .arithmetic import f1
from .frame import Case, Measure, Outcome, Row, Scorer, rows_of
from .pairing import pairs
from .phrases import people_nouns, shared, words
from .reads import Record, read_row, records
from .slots import folded, same_name

SLOTS = ("victims", "shooters", "place", "date")
GOAL, TO_BEAT = 0.6, 0.76
ENOUGH = 0.5
COLLECTED = date(2016, 3, 31)
_YEAR = re.compile(r"\b20\d\d\b")
_URL_DAY = re.compile(r"20\d\d[/-]?[01]\d[/-]?[0-3]\d|20\d\d/\d{1,2}/\d{1,2}")
_MONTH = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(rf"\b{_MONTH}\s+\d{{1,2}}\b|\b\d{{1,2}}\s+{_MONTH}|\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b")
TOLD = ("actual", "ongoing", "negated")
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?:\s+(?:de|la|del|van|von|[\"“(]?[A-ZÀ-Þ][\w.'’)”\"-]*))*")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_AGED = re.compile(r"^(?:the\s+|a\s+|an\s+)?\d+[- ]year[- ]old\s+", re.IGNORECASE)


class Tally(NamedTuple):
    """Hits, gold entries and found entries of a slot."""

    hits: int
    gold: int
    found: int


def score(paths: tuple[Path, ...]) -> Outcome:
    """Read every story; count each slot."""
    tallies: dict[str, list[Tally]] = {slot: [] for slot in SLOTS}
    cases: list[Case] = []
    for row in rows_of(paths[0]):
        gold = judged(gold_of(row["gold"]), row)
        found = slots_of(records(read_row(_page(row), latest=COLLECTED)))
        for slot in SLOTS:
            tally = counted(slot, gold[slot], found[slot])
            tallies[slot].append(tally)
            cases.append(_case(row, slot, gold[slot], found[slot], tally))
    measures = [_measure("slots, micro F1", [t for slot in SLOTS for t in tallies[slot]], goal=GOAL, to_beat=TO_BEAT)]
    measures += [_measure(f"… {slot}", tallies[slot]) for slot in SLOTS]
    return Outcome(tuple(measures), tuple(cases))


def _measure(
    name: str, tallies: Sequence[Tally], *, goal: float | None = None, to_beat: float | None = None
) -> Measure:
    hits, gold, found = (sum(column) for column in zip(*tallies, strict=True))
    return Measure(name, f1(hits=hits, gold=gold, found=found), gold, to_beat=to_beat, goal=goal)


def _page(row: Row) -> Row:
    text = str(row["text"]).removeprefix(str(row["title"])).strip() or row["text"]
    return {"id": row["id"], "url": row["url"], "title": row["title"], "text": text, "language": "en"}


def gold_of(gold: dict[str, Any]) -> dict[str, list[str]]:
    """The names, the city and the day of a story's gold, by slot."""

    def names(section: str) -> list[str]:
        return list(dict.fromkeys(n for p in gold[section] if (n := p["name"]["value"].strip())))

    when = gold["date-and-time"]
    city = when["city"]["value"].strip().splitlines()[-1:] if when["city"]["value"].strip() else []
    day = [iso] if (iso := _iso(when["date"])) else []
    return {"victims": names("victim-section"), "shooters": names("shooter-section"), "place": city, "date": day}


def judged(gold: dict[str, list[str]], row: Row) -> dict[str, list[str]]:
    """The gold without a day that nothing names, and without the year where nothing names one."""
    if not (_URL_DAY.search(row["url"]) or _DAY.search(row["text"])):
        return {**gold, "date": []}
    if not (_YEAR.search(row["url"]) or _YEAR.search(row["text"])):
        return {**gold, "date": [day[4:] for day in gold["date"]]}
    return gold


def _iso(day: str) -> str | None:
    """The day with two-digit month and day, None where it is none."""
    try:
        year, month, number = map(int, day.split("-"))
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def slots_of(found: Sequence[Record]) -> dict[str, list[str]]:
    """What the events of a story say, by slot; a day as "start/end"."""
    attacks = [r for r in found if r["type"] == "ASSAULT" and r["modality"] in TOLD]
    held = [r for r in found if (r["type"], r.get("mode")) == ("COERCE", "arrest") or r["type"] == "ACCUSE"]
    victims = _names(p for r in attacks for p in r["recipients"])
    accused = _names(p for r in held for p in r["recipients"])
    shooters = _names(p for r in attacks for p in r["actors"])
    shooters += [n for n in accused if not any(same(n, v) for v in (*victims, *shooters))]
    places = [str(n) for r in attacks for p in r["places"] for n in (p["name"], p.get("text")) if n]
    days = [f"{r['when']['start']}/{r['when']['end']}" for r in attacks if r.get("when")]
    return {"victims": victims, "shooters": shooters, "place": places, "date": days}


def _names(parties: Any) -> list[str]:
    """The parties written as names, each once, "22-year-old" before one put aside."""
    found: list[str] = []
    for party in parties:
        name = _bearer(_AGED.sub("", str(party["text"])).strip())
        nobody = party.get("id") or not _NAME.fullmatch(name) or people_nouns() & {folded(w) for w in name.split()}
        if not nobody and not name.isupper() and not any(same(name, n) for n in found):
            found.append(name)
    return found


def _bearer(text: str) -> str:
    """The name after what its bearer is ("police officer Ana Lopez", "the mayor's neighbour Ana Lopez")."""
    words_ = text.split()
    last = max((i for i, w in enumerate(words_) if folded(w) in people_nouns()), default=-1)
    return " ".join(words_[last + 1 :]) or text


def same(gold: str, found: str) -> bool:
    """Whether two names share half of their words, or one is the other's last word."""
    a, b = ([w for w in words(name) if w not in _SUFFIXES] for name in (gold, found))
    return shared(gold, found) >= ENOUGH or (bool(a and b) and a[-1] == b[-1] and 1 in (len(a), len(b)))


def counted(slot: str, gold: Sequence[str], found: Sequence[str]) -> Tally:
    """The tally of one slot of one story."""
    if slot in ("victims", "shooters"):
        # Persons without a name in the gold are not judged, so names found where the gold has none do not count.
        return Tally(len(pairs(gold, found, same)), len(gold), len(found) if gold else 0)
    if not gold:
        return Tally(0, 0, 0)
    right = same_name if slot == "place" else _holds
    return Tally(int(any(right(g, f) for g in gold for f in found)), 1, int(bool(found)))


def _holds(day: str, period: str) -> bool:
    start, end = period.split("/")
    return start <= f"{start[:4]}{day}"[-len(start) :] <= end


def _case(row: Row, slot: str, gold: Sequence[str], found: Sequence[str], tally: Tally) -> Case:
    right = tally.hits == tally.gold and tally.found <= tally.gold
    case = Case(id=row["id"], measure=slot, right=right, gold=list(gold), found=list(found))
    if not right:
        case["cause"] = "nothing found" if not tally.found else "another" if not tally.hits else "in part"
    return case


SCORERS = (Scorer("gvdb", ("gvdb.dev.jsonl",), score),)
