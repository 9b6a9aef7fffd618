"""Low, best and high of a toll over all claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.model import Count, Toll
from dateline.model.resolution import ResolveRules
from dateline.resolve.dissent import SIDES
from dateline.resolve.statements import Statement


def toll(said: Sequence[Statement], *, rules: ResolveRules) -> Toll | None:
    """The toll of what is said of it, or None where nobody gives a number.

    Counts are never added up: two numbers may count the same people. `best` is the number that most speakers give in
    the latest reports, each by the last that it said; where they tie the later, then what most ever gave, then the
    lower.
    """
    counts = [s.claim.value for s in said if isinstance(s.claim.value, Count)]
    if not counts:
        return None
    return Toll(
        low=min(low for _, low in _largest(said)),
        best=_best(said, rules),
        high=max(c.low if c.high is None else c.high for c in counts),
    )


def _best(said: Sequence[Statement], rules: ResolveRules) -> int:
    """The number of most speakers in the latest reports; where they tie of most at all, and then the lower.

    Where others count, those on a side neither bring them up to date nor decide between them.
    """
    counts = _largest(said)
    counts = [(s, low) for s, low in counts if s.kind not in SIDES] or counts
    last: dict[str, tuple[int, int]] = {}
    for statement, low in counts:
        day = statement.published.toordinal() if statement.published is not None else 0
        last[statement.speaker] = max(last.get(statement.speaker, (0, 0)), (day, low))
    since = max(day for day, _ in last.values()) - rules.latest_days
    ever, votes = (Counter(low for day, low in last.values() if day >= bound) for bound in (0, since))
    latest = {low: max(day for day, of in last.values() if of == low) for low in votes}
    return min(votes, key=lambda low: (-votes[low], -latest[low], -ever[low], low))


def _largest(said: Sequence[Statement]) -> list[tuple[Statement, int]]:
    """The largest number that each speaker gives in each article: parts of it ("3 of them children") are no tolls."""
    found: dict[tuple[str, str], tuple[Statement, int]] = {}
    for statement in said:
        assert isinstance(statement.claim.value, Count)
        key, low = (statement.article, statement.speaker), statement.claim.value.low
        if key not in found or low > found[key][1]:
            found[key] = (statement, low)
    return list(found.values())
