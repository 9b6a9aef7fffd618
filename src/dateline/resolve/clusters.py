"""Draws accounts together, most alike first, as long as more speaks for one happening than against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from heapq import heapify, heappop, heappush
from typing import Any, Generic, NamedTuple, TypeVar

from dateline.model import Link
from dateline.model.account import Account
from dateline.model.judgement import NO_RULINGS, Rulings
from dateline.model.resolution import ResolveRules
from dateline.resolve.blocks import kept_under, sought_under
from dateline.resolve.comparison import Comparison, compared
from dateline.resolve.linkage import AVERAGE, Linkage, each_best

K = TypeVar("K")

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
    linkage = each_best(worst=rules.worst)
    groups = grouped(len(ordered), links, score, joined=[g for g in joined if len(g) > 1], linkage=linkage)
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
    if len(accounts) < 2:
        return
    kept: dict[int, list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        for key in kept_under(account, rules=rules):
            kept[key].append(number)
    for number, account in enumerate(accounts):
        found = {other for key in sought_under(account, rules=rules) for other in kept.get(key, ()) if other > number}
        yield from ((number, other) for other in sorted(found))


def grouped(
    size: int,
    links: Iterable[Pair],
    score: Score,
    *,
    joined: Sequence[Sequence[int]] = (),
    linkage: Linkage[Any] = AVERAGE,
) -> list[list[int]]:
    """The numbers below `size` in groups: those with the highest mean score first, while it is above 0.

    `links` holds all pairs that score above 0, so that a new member touches nothing but its neighbourhood. Two that
    cannot be one share a group only where `joined` puts them together. Ties go to the lowest numbers.
    """
    units = {number: [number] for number in range(size)}
    for group in joined:
        units[min(group)] = sorted(group)
        for number in set(group) - {min(group)}:
            del units[number]
    home = {number: unit for unit, numbers in units.items() for number in numbers}
    drawing = _Groups(units, score, linkage)
    for one, other in links:
        drawing.link(home[one], home[other])
    return drawing.drawn()


class _Groups(Generic[K]):
    """Groups that grow by one linkage.

    Only groups between which there is a link can have a mean above 0, so that no other pair is ever compared.
    """

    def __init__(self, units: Mapping[int, Sequence[int]], score: Score, linkage: Linkage[K]) -> None:
        self._units, self._score, self._linkage = units, score, linkage
        self._groups: dict[int, list[int]] = {unit: [unit] for unit in units}
        self._near: dict[int, set[int]] = defaultdict(set)
        self._kept: dict[Pair, K | None] = {}

    def link(self, one: int, other: int) -> None:
        """Say that there is a link between two units."""
        if one != other:
            self._near[one].add(other)
            self._near[other].add(one)

    def drawn(self) -> list[list[int]]:
        """The numbers of every group, after all that belongs together was drawn together."""
        pairs = {_pair(one, other) for one, near in self._near.items() for other in near}
        waiting = [(-mean, pair) for pair in pairs if (mean := self._mean(pair)) is not None]
        heapify(waiting)
        while waiting:
            worst, pair = heappop(waiting)
            if worst >= 0:
                break
            if pair[0] in self._groups and pair[1] in self._groups and -worst == self._mean(pair):
                for changed in self._merge(*pair):
                    if (mean := self._mean(changed)) is not None:
                        heappush(waiting, (-mean, changed))
        return sorted(sorted(n for unit in group for n in self._units[unit]) for group in self._groups.values())

    def _merge(self, one: int, other: int) -> list[Pair]:
        """Join two groups under the lower number, and give the pairs that changed."""
        thirds = (self._near[one] | self._near[other]) - {one, other}
        both = {third: self._with_both(one, other, third) for third in thirds}
        self._groups[one] += self._groups.pop(other)
        self._near[one] = thirds
        del self._near[other], self._kept[one, other]
        for third in thirds:
            self._near[third] = (self._near[third] - {other}) | {one}
            self._kept.pop(_pair(other, third), None)
            self._kept[_pair(one, third)] = both[third]
        return [_pair(one, third) for third in sorted(thirds)]

    def _with_both(self, one: int, other: int, third: int) -> K | None:
        """What cannot be one with either cannot be one with both."""
        kept = self._between(_pair(one, third))
        if kept is None:
            return None
        gone = self._between(_pair(other, third))
        return None if gone is None else self._linkage.added(kept, gone)

    def _mean(self, pair: Pair) -> float | None:
        found = self._between(pair)
        return None if found is None else self._linkage.mean(found)

    def _between(self, pair: Pair) -> K | None:
        """What is kept of two groups; None where some of their units cannot be one."""
        if pair not in self._kept:
            parts = [self._of(one, other) for one in self._groups[pair[0]] for other in self._groups[pair[1]]]
            known = [part for part in parts if part is not None]
            self._kept[pair] = reduce(self._linkage.added, known) if len(known) == len(parts) else None
        return self._kept[pair]

    def _of(self, one: int, other: int) -> K | None:
        scores = [self._score(*_pair(a, b)) for a in self._units[one] for b in self._units[other]]
        return self._linkage.of(one, other, scores)


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
