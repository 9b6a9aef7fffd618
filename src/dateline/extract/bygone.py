"""What was long ago: told with a day of more than a year before the page, or of a war or an army that is no more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from dateline.extract.agreement import period_of
from dateline.extract.recipients import MATERIAL
from dateline.extract.telling import Telling

LONG_AGO = 365
"""Days before the page after whose passing a happening is history to it."""


def is_bygone(group: Sequence[Telling], published: date | None, names: frozenset[str]) -> bool:
    """Whether all that is told of it lies long before the page, or, without a day, was done in a war by an old name."""
    periods = [p for t in group if (p := period_of(t)) is not None]
    if periods:
        return published is not None and all((published - p.end).days > LONG_AGO for p in periods)
    return all(t.type in MATERIAL and _is_of_old(t, names) for t in group)


def _is_of_old(telling: Telling, names: frozenset[str]) -> bool:
    """ "the Soviet army captured …", "fought in the Cold War"; no "largest raid since World War II"."""
    named, within = _patterns(names)
    sides = [*telling.actors, *telling.recipients]
    return any(named.search(f.party.text) for f in sides) or within.search(telling.evidence.exact) is not None


@cache
def _patterns(names: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One of the names; and one of them after a word that says when."""
    listed = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return (
        re.compile(rf"\b(?:{listed})\b", re.IGNORECASE),
        re.compile(rf"\b(?:in|during|throughout) (?:the )?(?:{listed})\b", re.IGNORECASE),
    )
