"""Low, best and high of a toll over all claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from dateline.model import Count, Toll
from dateline.model.resolution import ResolveRules
from dateline.resolve.statements import Statement


def toll(said: Sequence[Statement], *, rules: ResolveRules) -> Toll | None:
    """The toll of what is said of it, or None where nobody gives a number.

    Counts are never added up: two numbers may count the same people. `best` is, among the claims published last, the
    number that most speakers give, the lower one where they tie.
    """
    counts = [s.claim.value for s in said if isinstance(s.claim.value, Count)]
    if not counts:
        return None
    return Toll(
        low=min(c.low for c in counts),
        best=_best(_latest(said, rules)),
        high=max(c.low if c.high is None else c.high for c in counts),
    )


def _latest(said: Sequence[Statement], rules: ResolveRules) -> list[Statement]:
    """The statements of the last days; all of them where none has a day."""
    days = [s.published for s in said if s.published is not None]
    if not days:
        return list(said)
    since: date = max(days) - timedelta(days=rules.latest_days)
    return [s for s in said if s.published is not None and s.published >= since]


def _best(said: Sequence[Statement]) -> int:
    supporters: dict[int, set[str]] = defaultdict(set)
    for low, speaker in _largest(said).values():
        supporters[low].add(speaker)
    return min(supporters, key=lambda low: (-len(supporters[low]), low))


def _largest(said: Sequence[Statement]) -> dict[tuple[str, str], tuple[int, str]]:
    """The largest number that each speaker gives in each article: parts of it ("3 of them children") are no tolls."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for statement in said:
        assert isinstance(statement.claim.value, Count)
        key = (statement.article, statement.speaker)
        low = max(found.get(key, (0, ""))[0], statement.claim.value.low)
        found[key] = (low, statement.speaker)
    return found
