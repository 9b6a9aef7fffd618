"""Pairs gold entries with found ones, each at most once, as many as can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

G = TypeVar("G")
F = TypeVar("F")


def pairs(gold: Sequence[G], found: Sequence[F], same: Callable[[G, F], bool]) -> list[tuple[int, int]]:
    """(gold index, found index) of a greatest matching, by augmenting paths."""
    holder: dict[int, int] = {}

    def placed(g: int, tried: set[int]) -> bool:
        for f in range(len(found)):
            if f in tried or not same(gold[g], found[f]):
                continue
            tried.add(f)
            if f not in holder or placed(holder[f], tried):
                holder[f] = g
                return True
        return False

    for g in range(len(gold)):
        placed(g, set())
    return sorted((g, f) for f, g in holder.items())
