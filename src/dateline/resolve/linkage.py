"""How the scores of pairs make the score of two groups: by all pairs, or by what fits each member best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from math import fsum
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K")
Scores = Sequence[float | None]
"""Of the pairs between two units, of which each is one member or several that a person joined."""
Sum = tuple[float, int]
Bests = dict[int, float]
"""Unit → its best score with a unit of the other group."""
Sides = tuple[Bests, Bests]
"""Those of either group."""


class Linkage(NamedTuple, Generic[K]):
    """What is kept of two groups: made of two units, added up as groups grow, and the score that it comes to."""

    of: Callable[[int, int, Scores], K | None]
    """From two units and their scores; None where the units cannot be one."""
    added: Callable[[K, K], K]
    mean: Callable[[K], float]


def _sum(_one: int, _other: int, scores: Scores) -> Sum | None:
    known = [score for score in scores if score is not None]
    return (sum(known) * len(scores) / len(known), len(scores)) if known else None


def _summed(one: Sum, other: Sum) -> Sum:
    return one[0] + other[0], one[1] + other[1]


def _best(one: int, other: int, scores: Scores) -> Sides | None:
    best = max((score for score in scores if score is not None), default=None)
    return None if best is None else ({one: best}, {other: best})


def _bettered(one: Sides, other: Sides) -> Sides:
    """The sides of a group and two that become one, of which the group is a side of both."""
    apart = one[0].keys().isdisjoint(other[0]) and one[1].keys().isdisjoint(other[1])
    first, second = reversed(other) if apart else other
    return _either(one[0], first), _either(one[1], second)


def _either(one: Bests, other: Bests) -> Bests:
    return one | {unit: max(score, one.get(unit, score)) for unit, score in other.items()}


def _fit(sides: Sides, *, worst: float) -> float:
    return fsum(fsum(max(best, worst) for best in bests.values()) / len(bests) for bests in sides) / len(sides)


AVERAGE: Linkage[Sum] = Linkage(_sum, _summed, lambda kept: kept[0] / kept[1])
"""The mean over all pairs; pairs that cannot be one, of units that a person joined, weigh as the rest."""


def each_best(*, worst: float) -> Linkage[Sides]:
    """How well the members of either group fit their best in the other, on average; both groups count alike.

    A report that leaves out the place or the day is carried by the one that it fits; a single link carries nobody else.
    One report that comes to many is not turned away for fitting only some of them, nor by one alone that it hardly can
    be one with, such as another page of its outlet: no member weighs less than `worst`.
    """
    return Linkage(_best, _bettered, partial(_fit, worst=worst))
