"""Which statements contradict a value: what cannot be true beside it, and is no toll that rose with time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from dateline.model import Count, Value
from dateline.model.resolution import ResolveRules
from dateline.resolve.statements import Statement, compatible

SIDES = ("party", "opponent")
"""Kinds of voices that stand on a side: whatever day they speak, they do not bring others up to date."""


class Against:
    """Everything said of one property, by which it can be asked what contradicts what."""

    def __init__(self, said: Sequence[Statement], rules: ResolveRules) -> None:
        self._said, self._rules = said, rules
        self._values: dict[tuple[str, str], list[Value]] = defaultdict(list)
        self._last: dict[int, date] = {}
        for statement in said:
            value = statement.claim.value
            self._values[statement.speaker, statement.article].append(value)
            if isinstance(value, Count) and statement.published is not None:
                self._last[value.low] = max(statement.published, self._last.get(value.low, statement.published))

    def dissenting(self, supporting: Sequence[Statement]) -> list[Statement]:
        """Those who say otherwise than all who support a value: nothing that they say goes with anything of theirs."""
        held = {id(s) for s in supporting}
        return [s for s in self._said if id(s) not in held and not any(self._agree(s, other) for other in supporting)]

    def _agree(self, one: Statement, other: Statement) -> bool:
        mine, theirs = (self._values[s.speaker, s.article] for s in (one, other))
        if any(compatible(a, b, rules=self._rules) for a in mine for b in theirs):
            return True
        if not isinstance(one.claim.value, Count) or not isinstance(other.claim.value, Count):
            return False
        if one.speaker == other.speaker and one.article == other.article:
            return True
        lower, higher = (one, other) if one.claim.value.low <= other.claim.value.low else (other, one)
        return self._rose(lower, higher)

    def _rose(self, lower: Statement, higher: Statement) -> bool:
        """Whether two counts may be one toll that rose with time: the higher one came later, or may have.

        Voices of different kinds, such as a ministry and doctors, count the same dead only where nobody gives the
        lower number from then on, and neither is on a side. Of two reports of one day the higher number is the later
        one where it is what later reports start from.
        """
        assert isinstance(lower.claim.value, Count)
        assert isinstance(higher.claim.value, Count)
        before, after = lower.published, higher.published
        kinds = {s.kind for s in (lower, higher) if s.named}
        if len(kinds) == 2 and (kinds & set(SIDES) or before is None or after is None):
            return False
        if before is None or after is None:
            return True
        if len(kinds) == 2:
            return self._last[lower.claim.value.low] < after
        least = higher.claim.value.low
        outlived = self._last[lower.claim.value.low] <= after < max((d for n, d in self._last.items() if n >= least))
        return before < after or (before == after and outlived and lower.article != higher.article)
