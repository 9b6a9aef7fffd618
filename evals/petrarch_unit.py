"""Single sentences of a coder's unit tests: source, target and PLOVER type of each event, and none where none is told.

A row is right where every gold event is found: an event of an accepted type, an actor of the source's country and a
recipient of the target's. Two sides of a talk or a deal may both be actors, and a visit counts in either direction.
Roots become PLOVER types by `petrarch_codes.csv`: later rows (`gsr-…` and some others) are coded in CAMEO, the older
ones in WEIS, whose roots mean other things. Three kinds of row test made-up dictionaries and carry made-up codes: of
these, source and target alone are judged. A comment has no PLOVER type and is left out, as is a row that then holds
nothing, one that tests a fault of the file format, and one with a party of several codes. The invented countries are
given to the product as `petrarch_actors.csv`. A code's sector is not judged, and "---" is any party.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dateline.app.reader import Reader
from dateline.knowledge.actors import load_actors

from .arithmetic import share
from .frame import Case, Measure, Outcome, Row, Scorer, rows_of
from .reads import Record, plover_type, read_row, records

CODES = Path(__file__).with_name("petrarch_codes.csv")
ACTORS = Path(__file__).with_name("petrarch_actors.csv")
MADE_UP = frozenset({"SYNSET", "VERB", "PATTERN"})
"""Categories of rows whose codes stand for nothing."""
CAMEO_ROWS = ("gsr-", "AFP", "ACTOR-1")
"""What the ids of rows coded in CAMEO begin with."""
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
ANYONE = "---"
ELSEWHERE = {"RHO": "ZWE", "ZBW": "ZWE", "ERI": "ERQ", "KUW": "KWT", "NZE": "NZL"}
"""Codes of the tests that a state of another name has, or that differ from the ISO code."""
BODIES = {"IGO": "IGO", "NGO": "NGO", "IMG": "REB"}
"""What a code without a country begins with → PLOVER sector."""
SEVERAL = frozenset({"ELR", "GAL", "BIL", "FRO", "SAM", "XYZ", "###", "ORC", "GMW", "HGW", "NGM"})
"""Codes of parties that stand for several codes at once, or that no sentence names."""
GOAL = 0.75


class Gold(NamedTuple):
    """One gold event: two party codes, and the PLOVER types that its code stands for."""

    source: str
    target: str
    types: frozenset[str]


def score(paths: tuple[Path, ...]) -> Outcome:
    """Read every sentence; judge its events."""
    cases: list[Case] = []
    for row in rows_of(paths[0]):
        events = gold_of(row, codes())
        if events is None:
            continue
        found = records(read_row(_page(row), using=_reader()))
        cases += _cases(row, events, found)
    measures = [
        _measure(cases, ("source, target and type", "no event, none found"), name="row right", goal=GOAL),
        _measure(cases, ("source, target and type",), goal=None),
        _measure(cases, ("source and target",), goal=None),
        _measure(cases, ("no event, none found",), goal=None),
    ]
    return Outcome(tuple(measures), tuple(cases))


def _measure(cases: list[Case], kinds: tuple[str, ...], *, goal: float | None, name: str | None = None) -> Measure:
    judged = [c["right"] for c in cases if c["measure"] in kinds]
    return Measure(name or kinds[0], share(judged), len(judged), goal=goal)


def _page(row: Row) -> Row:
    day = str(row["date"])
    published = f"{day[:4]}-{day[4:6]}-{day[6:]}" if len(day) == len("19950101") else ""
    return {"id": row["id"], "text": row["text"], "language": "en", **({"published": published} if published else {})}


@cache
def _reader() -> Reader:
    return Reader(actors=load_actors(more=[ACTORS]))


@cache
def codes() -> dict[tuple[str, str], frozenset[str]]:
    """(scheme, two-digit root) → the PLOVER types that it stands for, empty for none."""
    with CODES.open(encoding="utf-8", newline="") as stream:
        return {
            (r["scheme"], r["root"]): frozenset(filter(None, r["types"].split("|"))) for r in csv.DictReader(stream)
        }


def gold_of(row: Row, known: dict[tuple[str, str], frozenset[str]]) -> list[Gold] | None:
    """The events that a row must give, none for a row without; None where it judges nothing of ours."""
    if not row["text"].strip():
        return None
    if any("noevents" in e for e in row["events"]) or not row["events"]:
        return []
    scheme = "cameo" if row["id"].startswith(CAMEO_ROWS) else "weis"
    found: list[Gold] = []
    for event in row["events"]:
        if not {"sourcecode", "targetcode", "eventcode"} <= event.keys():
            return None
        source, target = event["sourcecode"], event["targetcode"]
        if source[:3] in SEVERAL or target[:3] in SEVERAL:
            return None
        types = frozenset() if row["category"] in MADE_UP else known.get((scheme, event["eventcode"][:2]), frozenset())
        if types or row["category"] in MADE_UP:
            found.append(Gold(source, target, types))
    return found or None


def tells(record: Record, gold: Gold) -> bool:
    """Whether the record gives the gold event's parties in their roles, and its type where it has one."""
    if gold.types and plover_type(record) not in gold.types:
        return False
    actors, recipients = record["actors"], record["recipients"]
    forward = _held(gold.source, actors) and _held(gold.target, recipients)
    both = _held(gold.source, actors) and _held(gold.target, actors)
    if record["type"] == "CONSULT":
        return forward or both or (_held(gold.target, actors) and _held(gold.source, recipients))
    return forward or (both and record["type"] in MUTUAL)


def _held(code: str, parties: Iterable[Record]) -> bool:
    """Whether a party of that country, or of that kind of body, is among them."""
    start = code[:3]
    if start == ANYONE:
        return True
    if start in BODIES:
        return any(p.get("sector") == BODIES[start] for p in parties)
    return any(p.get("country") == ELSEWHERE.get(start, start) for p in parties)


def _cases(row: Row, gold: list[Gold], found: list[Record]) -> list[Case]:
    told = [[r["type"], r["modality"], _parties(r["actors"]), _parties(r["recipients"])] for r in found]
    if not gold:
        case = Case(id=row["id"], measure="no event, none found", right=not found, gold=[], found=told)
        if found:
            case["cause"] = "event made up"
        return [case]
    wanted = [[g.source, g.target, sorted(g.types)] for g in gold]
    bare = [g._replace(types=frozenset()) for g in gold]
    parties = all(any(tells(r, g) for r in found) for g in bare)
    cases = [Case(id=row["id"], measure="source and target", right=parties, gold=wanted, found=told)]
    if all(g.types for g in gold):
        right = all(any(tells(r, g) for r in found) for g in gold)
        cases.append(Case(id=row["id"], measure="source, target and type", right=right, gold=wanted, found=told))
    for case in cases:
        if not case["right"]:
            case["cause"] = _cause(gold, found, parties=parties)
    return cases


def _cause(gold: list[Gold], found: list[Record], *, parties: bool) -> str:
    if not found:
        return "no event"
    if parties:
        return "type"
    types = {t for g in gold for t in g.types}
    typed = [r for r in found if not types or plover_type(r) in types]
    if not typed:
        return "type and parties"
    sources = all(any(_held(g.source, r["actors"]) for r in typed) for g in gold)
    targets = all(any(_held(g.target, r["recipients"]) for r in typed) for g in gold)
    return "target" if sources and not targets else "source" if targets and not sources else "source and target"


def _parties(parties: list[Record]) -> list[str]:
    return [f"{p['text']} ({p.get('country', '')})" for p in parties]


SCORERS = (Scorer("petrarch_unit", ("petrarch_unit.dev.jsonl",), score),)
