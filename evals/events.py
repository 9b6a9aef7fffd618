"""Events against a careful reader's gold: found, spurious, told twice, and how right each slot is.

A record may stand for a gold event where its type is accepted and at least half of the gold's identifying slots
(actors, recipients, places, when) agree. The best pairs are taken first, each event and record once; a further record
of an event already taken is a duplicate. What the gold leaves out is not scored. A gold event marked `optional` is
neither missed nor spurious.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from .slots import SLOTS, Record, slot_score

IDENTIFYING = ("actors", "recipients", "places", "when")
BONUS = 0.1
"""What an accepted mode or modality adds to a pair, to choose among equals."""
Gold = Mapping[str, Any]


class Fate(NamedTuple):
    """What became of one gold event or one record."""

    kind: Literal["right", "partly", "missed", "duplicate", "spurious"]
    event: str
    """The gold event's id, or what the record says in short."""
    wrong: tuple[str, ...] = ()


class DocumentScore(NamedTuple):
    """One document's counts, slot scores and fates; optional gold events count as matched records alone."""

    doc: str
    events: int
    """Gold events, optional ones too."""
    must: int
    found: int
    records: int
    matched: int
    duplicates: int
    whole: int
    slots: dict[str, list[float]]
    fates: tuple[Fate, ...]


class Totals(NamedTuple):
    """Figures over documents."""

    recall: float
    precision: float
    whole: float
    slots: dict[str, tuple[float, int]]
    """Mean and number of cases of each slot that the gold fills."""
    must: int
    records: int
    duplicates: int


def pair_score(gold: Gold, record: Record) -> float:
    """How well a record stands for a gold event; 0 where it does not."""
    if slot_score(gold, record, "type") != 1.0:
        return 0.0
    known = [s for slot in IDENTIFYING if (s := slot_score(gold, record, slot)) is not None]
    agreed = sum(known) / len(known) if known else 1.0
    if agreed < 0.5:
        return 0.0
    return agreed + BONUS * sum(slot_score(gold, record, slot) or 0.0 for slot in ("mode", "modality"))


def compare(gold: Mapping[str, Any], records: Sequence[Record]) -> DocumentScore:
    """The score of one document: `gold` is `{"doc", "events"}`, `records` what was found in it."""
    events: list[Gold] = gold["events"]
    taken, twice = _assigned(events, records)
    slots: dict[str, list[float]] = {slot: [] for slot in SLOTS}
    fates: list[Fate] = []
    for number, event in enumerate(events):
        if event.get("optional"):
            continue
        name = str(event.get("id", number))
        if number not in taken:
            fates.append(Fate("missed", name))
            continue
        wrong = []
        for slot in SLOTS:
            score = slot_score(event, records[taken[number]], slot)
            if score is not None:
                slots[slot].append(score)
                if score < 1:
                    wrong.append(slot)
        fates.append(Fate("partly" if wrong else "right", name, tuple(wrong)))
    held = set(taken.values())
    fates += [
        Fate("duplicate" if number in twice else "spurious", in_short(record))
        for number, record in enumerate(records)
        if number not in held
    ]
    kinds = [fate.kind for fate in fates]
    must = sum(not event.get("optional") for event in events)
    return DocumentScore(
        doc=gold["doc"], events=len(events), must=must, found=must - kinds.count("missed"), records=len(records),
        matched=len(taken), duplicates=len(twice), whole=kinds.count("right"), slots=slots, fates=tuple(fates),
    )  # fmt: skip


def _assigned(events: Sequence[Gold], records: Sequence[Record]) -> tuple[dict[int, int], set[int]]:
    """Gold number → record number, best pairs first; and the records that only repeat an event already taken."""
    pairs = [(pair_score(event, record), i, j) for i, event in enumerate(events) for j, record in enumerate(records)]
    taken: dict[int, int] = {}
    repeated: set[int] = set()
    for score, i, j in sorted(pairs, reverse=True):
        if score <= 0 or j in taken.values():
            continue
        if i in taken:
            repeated.add(j)
        else:
            taken[i] = j
    return taken, repeated - set(taken.values())


def totals(scores: Sequence[DocumentScore]) -> Totals:
    """Figures over all documents together."""
    must, count = sum(s.must for s in scores), sum(s.records for s in scores)
    slots = {slot: [value for s in scores for value in s.slots[slot]] for slot in SLOTS}
    return Totals(
        recall=sum(s.found for s in scores) / max(1, must),
        precision=sum(s.matched for s in scores) / max(1, count),
        whole=sum(s.whole for s in scores) / max(1, must),
        slots={slot: (sum(values) / len(values), len(values)) for slot, values in slots.items() if values},
        must=must, records=count, duplicates=sum(s.duplicates for s in scores),
    )  # fmt: skip


def in_short(record: Record) -> str:
    """Type, mode, who to whom, and the day, on one line."""
    actors, recipients = ([str(p.get("name")) for p in record.get(k) or []] for k in ("actors", "recipients"))
    day = (record.get("when") or {}).get("start", "no date")
    kind = "/".join(str(record[k]) for k in ("type", "mode") if record.get(k))
    return f"{kind} {record.get('modality')}: {', '.join(actors) or '?'} → {', '.join(recipients) or '?'}, {day}"
