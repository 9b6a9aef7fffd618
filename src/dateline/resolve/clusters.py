"""Draws accounts together, best pairs first; each member must be able to be one with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.model.resolution import ResolveRules
from dateline.resolve.account import FINE, Account
from dateline.resolve.geography import Cube, around, cube
from dateline.resolve.sameness import likeness

Pair = tuple[int, int]


def clusters(accounts: Sequence[Account], *, rules: ResolveRules) -> list[list[Account]]:
    """Groups of accounts of one happening, whatever the order of the accounts: all of a group agree in pairs."""
    ordered = sorted(accounts, key=lambda a: a.event.id)
    scores = dict(_scored(ordered, rules))
    group_of = list(range(len(ordered)))
    members = {number: [number] for number in group_of}
    for one, other in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        a, b = group_of[one], group_of[other]
        if a == b or not _complete(members[a], members[b], scores):
            continue
        for number in members[b]:
            group_of[number] = a
        members[a].extend(members.pop(b))
    return [[ordered[number] for number in sorted(group)] for group in members.values()]


def _complete(one: Sequence[int], other: Sequence[int], scores: dict[Pair, float]) -> bool:
    return all((min(a, b), max(a, b)) in scores for a in one for b in other)


def _scored(accounts: Sequence[Account], rules: ResolveRules) -> Iterator[tuple[Pair, float]]:
    """The pairs that may be one happening, lower index first."""
    for one, other in _candidates(accounts, rules):
        score = likeness(accounts[one], accounts[other], rules=rules)
        if score is not None:
            yield (one, other), score


def _candidates(accounts: Sequence[Account], rules: ResolveRules) -> Iterator[Pair]:
    """Pairs of one family whose days and scenes come within reach of each other."""
    families: dict[str, list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        if account.first is not None and (account.fine or account.coarse):
            families[account.family.name].append(number)
    side = max(rules.reach_km[precision] for precision in FINE)
    for numbers in families.values():
        pointed = [number for number in numbers if accounts[number].fine]
        coarse = [number for number in numbers if not accounts[number].fine]
        yield from _neighbours(accounts, pointed, side)
        for one in coarse:
            yield from ((min(one, other), max(one, other)) for other in pointed)
        yield from combinations(coarse, 2)


def _neighbours(accounts: Sequence[Account], numbers: Sequence[int], side: float) -> Iterator[Pair]:
    """Pairs that have a point in the same cube of space or in one beside it."""
    cubes: dict[Cube, set[int]] = defaultdict(set)
    points = {number: {cube(located.place, side=side) for located in accounts[number].fine} for number in numbers}
    for number in numbers:
        near = {other for at in points[number] for beside in around(at) for other in cubes.get(beside, ())}
        yield from ((min(number, other), max(number, other)) for other in near)
        for at in points[number]:
            cubes[at].add(number)
