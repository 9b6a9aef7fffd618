"""What was long ago: told with a day of more than a year before the page, or of a war or an army that is no more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dateline.extract.agreement import period_of
from dateline.extract.telling import Telling

LONG_AGO = 365
"""Days before the page after whose passing a happening is history to it."""


def is_bygone(group: Sequence[Telling], published: date | None, words: frozenset[str]) -> bool:
    """Whether all that is told of it lies long before the page; without a day, whether old names stand beside it."""
    periods = [p for t in group if (p := period_of(t)) is not None]
    if periods:
        return published is not None and all((published - p.end).days > LONG_AGO for p in periods)
    if not words or any(t.modality != "actual" for t in group):
        return False
    listed = re.compile(
        r"\b(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")\b", re.IGNORECASE
    )
    return all(listed.search(t.evidence.exact) is not None for t in group)
