"""Counts of some of the victims, told apart from counts of all."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.extract.telling import Telling
from dateline.extract.tolls import Toll
from dateline.model.lexicon import CountRules


def without_parts(group: Sequence[Telling], rules: CountRules) -> list[Telling]:
    """The tellings of one happening without counts of a kind of victim that a greater count of all takes in.

    "Fourteen were killed … neighbours named four children": the four are among the fourteen, and no rival toll; so is
    "the commander", of whom no number is told.
    """
    exact = [
        t for telling in group if not telling.title for t in telling.tolls if t.count.high or not t.count.approximate
    ]
    group = [
        msgspec.structs.replace(t, tolls=tuple(c for c in t.tolls if not _is_rounded(c, exact)))
        if t.title and t.tolls
        else t
        for t in group
    ]
    whole = [t for telling in group for t in telling.tolls if not (t.lone or _is_kind(t, rules))]
    return [
        msgspec.structs.replace(telling, tolls=tuple(t for t in telling.tolls if not _is_taken_in(t, whole, rules)))
        if telling.tolls
        else telling
        for telling in group
    ]


def _is_rounded(toll: Toll, exact: Sequence[Toll]) -> bool:
    """A headline's "dozens" where the story says how many."""
    vague = toll.count.approximate and toll.count.high is None
    return vague and any(t.property == toll.property and t.count.low >= toll.count.low for t in exact)


def _is_taken_in(toll: Toll, whole: Sequence[Toll], rules: CountRules) -> bool:
    most = toll.count.high if toll.count.high is not None else toll.count.low
    if toll.voice is not None:
        return False  # somebody's own count, set against another's: "lost six men"
    return (toll.lone or _is_kind(toll, rules)) and any(
        t.property == toll.property and t.count.low > most for t in whole
    )


def _is_kind(toll: Toll, rules: CountRules) -> bool:
    """Whether all that it counts are children, women or another such kind of victim."""
    words = [w.strip(",.").casefold() for w in (toll.count.who or "").replace(" and ", " ").split()]
    return any(w in rules.parts or w.removesuffix("s") in rules.parts for w in words)
