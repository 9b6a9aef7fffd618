"""News reports of terrorist acts in Latin America, 1988–91, in capitals: who did it, with what, to whom and what.

The five usual slots: individual and organised perpetrators, physical targets, victims, weapons. As in Du et al. and in
the GTT work, a slot holds entities, each with the strings that name it, and any one of them counts; the templates of a
report are pooled per slot. An entity that a template marks as optional is neither missed nor spurious. Entities are
paired one to one, by `phrases.matches`. The figure is micro F1 over the slots. (The published .502 is asked of the same
slots template by template; pooling is easier.) A victim's description names the same entity as the name that it is
given for.

The report is given to the product in the case of sentences (`sentence_case`); as it stands, in capitals, is a second
measure. The product's side is its ASSAULT events that took place, go on or are denied, an attempt counting as an act.
An attack between armed forces alone is no terrorist act, and is left aside. An actor is an organisation where the actor
table has it as a group, a force or a body, or its noun is that of one ("the armed forces"), else an individual;
"members of" a group are both. A recipient is a target where its head is one of the table's objects, a victim where it
is a noun of people or a name; towns and land are neither, nor are guerrillas victims. Whoever is counted among the
killed and injured is a victim too. A weapon that only a verb tells ("bombed") names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dateline.knowledge.actors import load_actors
from dateline.model.actors_table import alias_key

from .arithmetic import f1
from .frame import Case, Measure, Outcome, Row, Scorer, rows_of
from .pairing import pairs
from .phrases import head, matches, people_nouns, thing_nouns, words
from .reads import Record, read_row, records
from .sentence_case import restored

SLOTS = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
FIELDS = {
    "PerpInd": "PERP: INDIVIDUAL ID", "PerpOrg": "PERP: ORGANIZATION ID", "Target": "PHYS TGT: ID",
    "Weapon": "INCIDENT: INSTRUMENT ID",
}  # fmt: skip
NAMES, DESCRIPTIONS = "HUM TGT: NAME", "HUM TGT: DESCRIPTION"
GOAL, TO_BEAT = 0.45, 0.502
TOLD = ("actual", "ongoing", "negated")
ARMED = ("MIL", "REB", "PRM", "UAF", "COP")
FIGHTERS = ("REB", "UAF", "PRM")
FIGHTING = frozenset({"guerrilla", "rebel", "terrorist", "insurgent", "subversive"})
BODIES = frozenset({"force", "army", "police", "navy", "military"})
"""Nouns of bodies that a report means without naming the country."""
_LAST = re.compile(r"[A-Za-z][\w'’-]*\W*$")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
Strings = tuple[str, ...]


class Entity(NamedTuple):
    """One gold entity: the strings that name it, and whether it may be left out."""

    names: Strings
    optional: bool = False


class Tally(NamedTuple):
    """Hits, gold entities and found ones, what is optional put aside."""

    hits: int
    gold: int
    found: int


def score(paths: tuple[Path, ...]) -> Outcome:
    """Read every report in both cases; count each slot."""
    cases: list[Case] = []
    tallies: dict[str, list[Tally]] = {slot: [] for slot in SLOTS}
    capitals: list[Tally] = []
    for row in rows_of(paths[0]):
        gold = gold_of(row)
        found = slots_of(records(read_row({"id": row["id"], "text": restored(row["text"]), "language": "en"})))
        shouted = slots_of(records(read_row({"id": row["id"], "text": row["text"], "language": "en"})))
        for slot in SLOTS:
            tally, case = _judged(row, slot, gold[slot], found[slot])
            tallies[slot].append(tally)
            cases.append(case)
            capitals.append(_judged(row, slot, gold[slot], shouted[slot])[0])
    every = [t for slot in SLOTS for t in tallies[slot]]
    hits, wanted, given = (sum(column) for column in zip(*every, strict=True))
    measures = [
        _measure("five slots, micro F1", every, goal=GOAL, to_beat=TO_BEAT),
        Measure("… precision", hits / given if given else 0.0, given),
        Measure("… recall", hits / wanted if wanted else 0.0, wanted),
        *(_measure(f"… {slot}", tallies[slot]) for slot in SLOTS),
        _measure("as it stands, in capitals", capitals),
    ]
    return Outcome(tuple(measures), tuple(cases))


def _measure(
    name: str, tallies: Iterable[Tally], *, goal: float | None = None, to_beat: float | None = None
) -> Measure:
    hits, gold, found = (sum(column) for column in zip(*tallies, strict=True))
    return Measure(name, f1(hits=hits, gold=gold, found=found), gold, to_beat=to_beat, goal=goal)


def gold_of(row: Row) -> dict[str, list[Entity]]:
    """The entities of a report's templates, by slot, each once."""
    found: dict[str, list[Entity]] = {slot: [] for slot in SLOTS}
    for template in row["templates"]:
        optional = any("OPTIONAL" in number for number in template["MESSAGE: TEMPLATE"])
        for slot, field in FIELDS.items():
            for line in template[field]:
                _add(found[slot], _strings(line), optional=optional or line.startswith("?"))
        described: dict[str, list[str]] = {}
        alone: list[tuple[Strings, bool]] = []
        for line in template[DESCRIPTIONS]:
            said, _, named = line.partition(": ")
            owners = _strings(named)
            for owner in owners:
                described.setdefault(owner, []).extend(_strings(said))
            if not owners:
                alone.append((_strings(said), line.startswith("?")))
        for line in template[NAMES]:
            names = _strings(line)
            more = [d for n in names for d in described.get(n, ())]
            _add(found["Victim"], (*names, *more) if names else (), optional=optional or line.startswith("?"))
        for strings, unsure in alone:
            _add(found["Victim"], strings, optional=optional or unsure)
    return found


def _strings(line: str) -> Strings:
    """The quoted alternatives of a field's line; none of "-" or "*"."""
    return tuple(s.replace('\\"', '"').strip() for s in _QUOTED.findall(line))


def _add(entities: list[Entity], names: Strings, *, optional: bool) -> None:
    """Enters the entity, or joins it to one that has a name of it already."""
    if not names:
        return
    for place, known in enumerate(entities):
        if set(known.names) & set(names):
            joined = tuple(dict.fromkeys((*known.names, *names)))
            entities[place] = Entity(joined, optional=known.optional and optional)
            return
    entities.append(Entity(names, optional=optional))


def slots_of(found: Sequence[Record]) -> dict[str, list[Strings]]:
    """The entities of the product's events, by slot, each as the strings that name it."""
    slots: dict[str, list[Strings]] = {slot: [] for slot in SLOTS}
    for record in found:
        if record["type"] != "ASSAULT" or record["modality"] not in TOLD or _between_armed(record):
            continue
        for slot, strings in _entities(record):
            if not any(_alike(strings, known) for known in slots[slot]):
                slots[slot].append(strings)
    return slots


def _between_armed(record: Record) -> bool:
    """Whether armed forces are all that is on either side."""
    sides = (record["actors"], record["recipients"])
    return not record["killed"] and all(side and all(p.get("sector") in ARMED for p in side) for side in sides)


def _entities(record: Record) -> Iterator[tuple[str, Strings]]:
    for party in record["actors"]:
        strings = (party["text"], party["name"])
        if _is_body(party) and not _is_state(party):
            yield "PerpOrg", strings
        if (not _is_body(party) or _names_people(party["text"])) and _is_person(party):
            yield "PerpInd", strings[: 1 if _is_body(party) else 2]
    for party in record["recipients"]:
        if alias_key(head(party["text"])) in thing_nouns():
            yield "Target", (party["text"], party["name"])
        elif _is_person(party) and party.get("sector") not in FIGHTERS:
            yield "Victim", (party["text"], party["name"])
    for count in (*record["killed"], *record["injured"]):
        if count.get("who") and head(count["who"]) not in FIGHTING:
            yield "Victim", (count["who"],)
    for weapon in record["weapons"]:
        if not weapon["text"].casefold().endswith(("ed", "ing")):
            yield "Weapon", (weapon["text"], weapon["name"])


@cache
def _bodies() -> frozenset[str]:
    """The ids of groups, forces and bodies of the actor table."""
    return frozenset(a.id for a in load_actors().actors if a.id and a.kind in ("group", "force", "organisation"))


def _is_body(party: Record) -> bool:
    """Whether the party is of the table, or is named by the noun of a body ("the armed forces")."""
    return party.get("id") in _bodies() or head(party["text"]) in BODIES


def _is_state(party: Record) -> bool:
    return str(party.get("id", "")).startswith("state:")


def _is_person(party: Record) -> bool:
    """Whether the words are a noun of people, or stand as a name."""
    if _is_state(party) or not words(party["text"]):
        return False
    last = _LAST.search(party["text"])
    return head(party["text"]) in people_nouns() or (last is not None and last.group()[0].isupper())


def _names_people(text: str) -> bool:
    """Whether the words name people of a body, not the body: "FARC members"."""
    return head(text) in {"member", "rebel", "guerrilla", "fighter", "terrorist", "soldier", "men"}


def _alike(one: Strings, other: Strings) -> bool:
    return any(a.casefold() == b.casefold() for a in one for b in other)


def same(gold: Entity, found: Strings) -> bool:
    """Whether a string of the gold's entity and one of the found are one."""
    return any(matches(g, f) for g in gold.names for f in found)


def _judged(row: Row, slot: str, gold: Sequence[Entity], found: Sequence[Strings]) -> tuple[Tally, Case]:
    wanted = [e for e in gold if not e.optional]
    paired = pairs(wanted, found, same)
    taken = {f for _, f in paired}
    over = [f for place, f in enumerate(found) if place not in taken]
    spare = {f for _, f in pairs([e for e in gold if e.optional], over, same)}
    spurious = [f for place, f in enumerate(over) if place not in spare]
    tally = Tally(len(paired), len(wanted), len(paired) + len(spurious))
    missed = [e.names for place, e in enumerate(wanted) if place not in {g for g, _ in paired}]
    right = not missed and not spurious
    case = Case(id=row["id"], measure=slot, right=right, gold=missed, found=[f[0] for f in spurious])
    if not right:
        case["cause"] = "missed and made up" if missed and spurious else "missed" if missed else "made up"
    return tally, case


SCORERS = (Scorer("muc4", ("muc4.dev.jsonl",), score),)
