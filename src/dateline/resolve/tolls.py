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
    number that most speakers give; where they tie the latest, and then the lower.
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
    """The number of most speakers; where they tie the one published last, and then the lower."""
    speakers: dict[int, set[str]] = defaultdict(set)
    latest: dict[int, int] = defaultdict(int)
    for statement, low in _largest(said):
        speakers[low].add(statement.speaker)
        day = statement.published.toordinal() if statement.published is not None else 0
        latest[low] = max(latest[low], day)
    return min(speakers, key=lambda low: (-len(speakers[low]), -latest[low], low))


def _largest(said: Sequence[Statement]) -> list[tuple[Statement, int]]:
    """The largest number that each speaker gives in each article: parts of it ("3 of them children") are no tolls."""
    found: dict[tuple[str, str], tuple[Statement, int]] = {}
    for statement in said:
        assert isinstance(statement.claim.value, Count)
        key, low = (statement.article, statement.speaker), statement.claim.value.low
        if key not in found or low > found[key][1]:
            found[key] = (statement, low)
    return list(found.values())
