"""How the outlets of a ledger have been delivering: who fell silent, and who suddenly delivers far more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from dateline.model.source import Source, Trend

RECENT = 7
"""Days that are compared with those before them."""
BEFORE = 28
"""Days of what an outlet usually delivers."""
LEAST = 4
"""Articles in the usual days, from which a change is worth telling."""


def sources(
    deliveries: Iterable[tuple[str | None, str | None, int, int]], *, today: date | None = None
) -> tuple[Source, ...]:
    """The outlets, those with a trend first and then by articles; `today` is by default the latest day delivered."""
    days: dict[str | None, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    totals: dict[str | None, list[int]] = defaultdict(lambda: [0, 0, 0])
    for outlet, published, articles, events in deliveries:
        total = totals[outlet]
        total[0] += articles
        total[1] += events
        if published is None:
            total[2] += articles
        else:
            days[outlet][date.fromisoformat(published)] += articles
    latest = today or max((day for held in days.values() for day in held), default=date.min)
    found = [_source(outlet, totals[outlet], days[outlet], latest) for outlet in totals]
    return tuple(sorted(found, key=lambda s: (s.trend is None, -s.articles, s.outlet or "")))


def _source(outlet: str | None, total: list[int], days: dict[date, int], today: date) -> Source:
    known = sorted(days)
    recent = sum(n for day, n in days.items() if timedelta() <= today - day < timedelta(RECENT))
    before = sum(n for day, n in days.items() if timedelta(RECENT) <= today - day < timedelta(RECENT + BEFORE))
    usual = before * RECENT / BEFORE
    gap = float(median((b - a).days for a, b in pairwise(known))) if len(known) > 1 else 0.0
    return Source(
        outlet=outlet,
        articles=total[0],
        events=total[1],
        undated=total[2],
        first=known[0] if known else None,
        last=known[-1] if known else None,
        recent=recent,
        usual=usual,
        gap=gap,
        trend=_trend(recent, before, usual),
    )


def _trend(recent: int, before: int, usual: float) -> Trend | None:
    """Nothing in a week where something was usual, half of it or less, or twice as much or more."""
    if before < LEAST:
        return None
    if not recent:
        return "silent"
    if recent >= 2 * usual:
        return "double"
    return "half" if recent * 2 <= usual else None
