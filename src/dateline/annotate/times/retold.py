"""The year of a day in a story of long ago: "On 4 May 2014 rebels … On 9 May they" is still of 2014."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from dateline.annotate.times.scope import STATED, YEAR_INFERRED
from dateline.model.mention import TimeMention

BASIS = "year of the passage"
OLD_DAYS = 400
"""Days before the page after which a day with its year opens a story of long ago."""
REACH = 1_400
"""Code points within which the story names its next day."""
ONWARD = 120
"""Days by which that lies after the last; one before it would turn the story back."""


def retold(times: Sequence[TimeMention], published: date | None) -> Iterator[TimeMention]:
    """The times, a day whose year was inferred from publication moved to the year of the story it goes on with."""
    told: TimeMention | None = None
    news = False
    for time in times:
        if told is not None and time.start - told.end > REACH:
            told = None
        fresh = _is_fresh(time, published)
        moved = _moved(time, told) if told is not None and not (news and fresh) else None
        news = news or fresh
        yield moved or time
        told = moved or _opens(time, published) or (told if _is_beside(time) else None)


def _is_fresh(time: TimeMention, published: date | None) -> bool:
    """A day without its year, shortly before the page: a page that has named one so may well name another."""
    if time.basis != YEAR_INFERRED or time.period is None or published is None:
        return False
    return timedelta(0) <= published - time.period.start <= timedelta(days=FRESH)


FRESH = 45
"""Days before the page over which its news may lie."""


def _opens(time: TimeMention, published: date | None) -> TimeMention | None:
    """A day, or a month, of long ago with its year: where a story of then may begin."""
    period = time.period
    if published is None or period is None or time.basis != STATED or period.precision not in ("day", "month"):
        return None
    return time if (published - period.end).days > OLD_DAYS else None


def _is_beside(time: TimeMention) -> bool:
    """A clock time, a length, a year or a day without one, which leave the story where it is."""
    return (
        time.period is None or time.basis == YEAR_INFERRED or (time.basis == STATED and time.period.precision in _WIDE)
    )


_WIDE = ("year", "decade", "century")


def _moved(time: TimeMention, told: TimeMention) -> TimeMention | None:
    """The day in the year of the story, where it lies soon after what was told last."""
    if time.basis != YEAR_INFERRED or time.period is None or told.period is None or time.period.precision == "month":
        return None
    first, length = time.period.start, time.period.end - time.period.start
    for year in (told.period.start.year, told.period.end.year + 1):
        if (first.month, first.day) == (2, 29):
            return None
        start = first.replace(year=year)
        if timedelta(0) <= start - told.period.start <= timedelta(days=ONWARD):
            period = msgspec.structs.replace(time.period, start=start, end=start + length)
            value = time.value.replace(first.isoformat(), start.isoformat(), 1)
            return msgspec.structs.replace(time, period=period, value=value, basis=BASIS)
    return None
