"""Draws accounts together, most alike first, as long as more speaks for one happening than against it on average."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import NamedTuple

from dateline.model import Link
from dateline.model.account import Account
from dateline.model.judgement import NO_RULINGS, Rulings
from dateline.model.resolution import ResolveRules
from dateline.resolve.blocks import kept_under, sought_under
from dateline.resolve.comparison import Comparison, compared

Pair = tuple[int, int]
Score = Callable[[int, int], float | None]
"""How much speaks for two being one, above 0 where more speaks for it than against; None where they cannot be."""


class Drawn(NamedTuple):
    """Accounts of one happening, and what connects them."""

    accounts: tuple[Account, ...]
    links: tuple[Link, ...]


def clusters(accounts: Sequence[Account], *, rules: ResolveRules, rulings: Rulings = NO_RULINGS) -> list[Drawn]:
    """Groups of accounts of one happening, whatever the order of the accounts."""
    ordered = sorted(accounts, key=lambda a: a.event)
    number_of = {a.event: number for number, a in enumerate(ordered)}
    comparisons: dict[Pair, Comparison | None] = {}

    def comparison(one: int, other: int) -> Comparison | None:
        pair = _pair(one, other)
        if pair not in comparisons:
            comparisons[pair] = compared(ordered[pair[0]], ordered[pair[1]], rules=rules)
        return comparisons[pair]

    def score(one: int, other: int) -> float | None:
        if (ordered[min(one, other)].event, ordered[max(one, other)].event) in rulings.apart:
            return None
        found = comparison(one, other)
        return None if found is None else found.score

    links = [pair for pair in candidates(ordered, rules=rules) if (score(*pair) or 0.0) > 0]
    joined = [sorted(number_of[e] for e in group if e in number_of) for group in rulings.together]
    groups = grouped(len(ordered), links, score, joined=[group for group in joined if len(group) > 1])
    return [
        Drawn(tuple(ordered[number] for number in group), tuple(_links(group, ordered, comparison))) for group in groups
    ]


def _links(
    group: Sequence[int], ordered: Sequence[Account], comparison: Callable[[int, int], Comparison | None]
) -> Iterator[Link]:
    """For every member but the first, its best comparison with another; none where only a person joined it."""
    for number in group[1:]:
        found = [(c, other) for other in group if other != number and (c := comparison(number, other)) is not None]
        if found:
            best, other = max(found, key=lambda pair: (pair[0].score, -pair[1]))
            yield Link(
                event=ordered[number].event,
                other=ordered[other].event,
                score=round(best.score, 3),
                reasons={name: round(weight, 3) for name, weight in best.reasons},
            )


def candidates(accounts: Sequence[Account], *, rules: ResolveRules) -> Iterator[Pair]:
    """The pairs worth comparing, lower index first, each once."""
    kept: dict[int, list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        for key in kept_under(account, rules=rules):
            kept[key].append(number)
    for number, account in enumerate(accounts):
        found = {other for key in sought_under(account, rules=rules) for other in kept.get(key, ()) if other > number}
        yield from ((number, other) for other in sorted(found))


def grouped(size: int, links: Iterable[Pair], score: Score, *, joined: Sequence[Sequence[int]] = ()) -> list[list[int]]:
    """The numbers below `size` in groups: those with the highest mean score first, while it is above 0.

    Only what `links` connect is compared at all, so that a new member touches nothing but its neighbourhood. Two that
    cannot be one share a group only where `joined` puts them together. Ties go to the lowest numbers.
    """
    given = [(group[0], other) for group in joined for other in group[1:]]
    home = {number: min(group) for group in joined for number in group}
    found = [
        group for component in _components(size, [*links, *given]) for group in _parted(component, score, home=home)
    ]
    return sorted(found)


def _components(size: int, links: Iterable[Pair]) -> list[list[int]]:
    root = list(range(size))

    def of(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for one, other in links:
        low, high = sorted((of(one), of(other)))
        root[high] = low
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(size):
        members[of(number)].append(number)
    return list(members.values())


def _parted(component: Sequence[int], score: Score, *, home: Mapping[int, int]) -> list[list[int]]:
    """The groups within one component, by average linkage."""
    groups: dict[int, list[int]] = defaultdict(list)
    for number in component:
        groups[home.get(number, number)].append(number)
    sums: dict[Pair, float] = {}
    for one, other in combinations(groups, 2):
        found = [score(a, b) for a in groups[one] for b in groups[other]]
        known = [value for value in found if value is not None]
        if known:
            sums[_pair(one, other)] = sum(known) * len(found) / len(known)
    waiting = [(-_mean(pair, sums, groups), pair) for pair in sums]
    heapify(waiting)
    while waiting:
        worst, pair = heappop(waiting)
        if worst >= 0:
            break
        if pair in sums and -worst == _mean(pair, sums, groups):
            for changed in _merge(pair, sums, groups):
                heappush(waiting, (-_mean(changed, sums, groups), changed))
    return [sorted(group) for group in groups.values()]


def _mean(pair: Pair, sums: dict[Pair, float], groups: Mapping[int, Sequence[int]]) -> float:
    return sums[pair] / (len(groups[pair[0]]) * len(groups[pair[1]]))


def _merge(pair: Pair, sums: dict[Pair, float], groups: dict[int, list[int]]) -> list[Pair]:
    """Join two groups under the lower number, and give the pairs that changed.

    What cannot be one with either cannot be one with both.
    """
    one, other = pair
    groups[one] += groups.pop(other)
    del sums[pair]
    changed: list[Pair] = []
    for third in groups:
        if third == one:
            continue
        kept = sums.pop(_pair(one, third), None)
        gone = sums.pop(_pair(other, third), None)
        if kept is not None and gone is not None:
            sums[_pair(one, third)] = kept + gone
            changed.append(_pair(one, third))
    return changed


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
