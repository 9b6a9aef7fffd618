"""The day of a deed with which a page opens and for which it names none, from what spells it out just after."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.extract.agreement import same_party
from dateline.extract.handed_places import SAME_PASSAGE, lies_in
from dateline.extract.set_apart import is_of_before
from dateline.extract.stretches import is_day
from dateline.extract.telling import Telling

REACH = 3
"""Sentences after the first in which the deed is spelled out."""


def dated_openings(groups: Sequence[list[Telling]]) -> list[list[Telling]]:
    """The groups, each that opens the page with the one day on which deeds like it are told to have been done next."""
    return [_dated(group, groups) for group in groups]


def _dated(group: list[Telling], groups: Sequence[list[Telling]]) -> list[Telling]:
    at = next((i for i, t in enumerate(group) if not t.title), None)
    if at is None or any(t.times or t.told or t.undated for t in group):
        return group
    first = group[at]
    if first.sentence > 1 or first.type != "ASSAULT" or first.modality not in ("actual", "ongoing"):
        return group
    parts = [t for g in groups if g is not group for t in g if _spells_out(t, first)]
    days = {t.times[0].value for t in parts}
    if len(days) != 1:
        return group
    told = msgspec.structs.replace(parts[0].times[0], basis=SAME_PASSAGE)
    return [*group[:at], msgspec.structs.replace(first, times=(told,)), *group[at + 1 :]]


def _spells_out(part: Telling, first: Telling) -> bool:
    """ "Missiles struck targets across the country. Fourteen were fired at the capital on Sunday": one of the many."""
    near = 0 < part.sentence - first.sentence <= REACH
    if not near or part.type != first.type or part.modality != "actual" or part.apart or not part.times:
        return False
    if not is_day(part.times[0]) or is_of_before(part) or not _are_alike(part, first):
        return False
    inner, outer = [p.place for p in part.places], [p.place for p in first.places]
    return bool(inner) and any(i == o or lies_in(i, o) for i in inner for o in outer)


def _are_alike(part: Telling, first: Telling) -> bool:
    """Whether nobody else does it, and with nothing else."""
    doers = not part.actors or not first.actors or any(same_party(a, b) for a in part.actors for b in first.actors)
    return doers and (part.mode == first.mode or part.mode is None or first.mode is None)
