"""Which happenings a page opens with, and which it only recalls: "the spot is near where a bus was hit on 4 June"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.extract.agreement import period_of, span_days
from dateline.extract.telling import Telling


def is_recalled(group: Sequence[Telling], groups: Sequence[Sequence[Telling]]) -> bool:
    """Whether the page opens with a later happening of the kind, so that what follows is hardly of this one."""
    first = min((t.block for g in groups for t in g if not t.title), default=0)
    day = last_day(group)
    if day is None or _opens(group, first):
        return False
    kind = group[0].type
    days = [d for g in groups if g[0].type == kind and _opens(g, first) and (d := last_day(g)) is not None]
    return any(d > day for d in days)


def _opens(group: Sequence[Telling], first: int) -> bool:
    """Whether the title tells of it, or the first paragraph that tells of anything, of that number."""
    return any(t.title or t.block == first for t in group)


def last_day(group: Sequence[Telling]) -> date | None:
    """The day on which it ended, as its most exact time tells."""
    days = [p for t in group if (p := period_of(t)) is not None]
    return min(days, key=span_days).end if days else None
