"""The day on which a page says that it was written, where it is older than its publication: "Daily report, 3 May 2024".

A crawler, an aggregator or another zone of time dates a page a day or two late; "today" leans on the page's own day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dateline.annotate.times import time_mentions
from dateline.model import Article, TimeMention
from dateline.model.times_rules import TimeRules

LATE = 3
"""Days by which the publication that is given may be late."""
_APART_BEFORE = re.compile(r"(?:^|[,:;|(–—-]|\bfor)\s*$", re.IGNORECASE)
_APART_AFTER = re.compile(r"\s*(?:$|[,:;|)–—-])")


def written_on(
    article: Article, published: date | None, *, datelines: Sequence[tuple[int, int]], rules: TimeRules
) -> date | None:
    """The day in the page's title, standing apart in it with its year, or in its first dateline; else that given."""
    if published is None:
        return None
    titles = [(b.start, b.end) for b in article.blocks if b.kept and b.kind == "title" and b.start is not None]
    found = [
        time
        for start, end in titles
        if end is not None
        for time in _days(article, start, end, published, rules)
        if _stands_apart(article.text, time, start, end)
    ]
    found += [t for s, e in datelines[:1] for t in _days(article, s, e, published, rules)]
    days = [t.period.start for t in found if t.period is not None]
    return next((day for day in days if 0 <= (published - day).days <= LATE), published)


def _days(article: Article, start: int, end: int, published: date, rules: TimeRules) -> list[TimeMention]:
    times = time_mentions(article.text, start=start, end=end, rules=rules, anchor=published)
    return [t for t in times if t.period is not None and t.period.precision == "day" and any(map(str.isdigit, t.exact))]


def _stands_apart(text: str, time: TimeMention, start: int, end: int) -> bool:
    """ "Daily report, 3 May 2024"; no "Nine held over raid of 3 May 2024"."""
    year = re.search(r"\d{4}", time.exact) is not None
    before, after = text[start : time.start], text[time.end : end]
    return year and _APART_BEFORE.search(before) is not None and _APART_AFTER.match(after) is not None
