"""The days that a page names for all that it tells: in its lead, in its title, or as the only one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dateline.extract.scene import Scene
from dateline.extract.stretches import is_plain_day
from dateline.model import TimeMention

_STOPS = (".", "!", "?", ".”", '."', ".’", ".'", "”", '"', ")")
"""How a sentence ends that is one, and no line of a list or a caption."""


def lead_day(all_scenes: Sequence[Scene], published: date | None) -> TimeMention | None:
    """The one day that the first two sentences of the body name; lines without a full stop count where these do not.

    A day after the page's own lies ahead, and is no day of what is told.
    """
    body = [s for s in all_scenes if s.kind == "paragraph"]
    stopped = [s for s in body if s.text[: s.sentence.end].endswith(_STOPS)]
    day = _one_day(stopped[:2]) or _one_day(body[:2])
    ahead = day is not None and day.period is not None and published is not None and day.period.start > published
    return None if ahead else day


def only_day(all_scenes: Sequence[Scene], published: date | None) -> TimeMention | None:
    """The one day that the body names, within a few days before the page's own."""
    day = _one_day([s for s in all_scenes if s.kind == "paragraph"])
    if day is None or day.period is None or published is None:
        return None
    return day if 0 <= (published - day.period.start).days <= RECENT else None


RECENT = 3
"""Days before the page's own within which lies what is news in it."""
_SEPARATE = re.compile(
    r"\b(?:separate|different)\s+(?:\w+\s+)?(?:incidents|attacks|raids|strikes|shootings|operations|ambushes|blasts)\b"
)


def tells_of_several(all_scenes: Sequence[Scene]) -> bool:
    """ "Two policemen were killed in separate incidents on Tuesday": whether the lead's sentence with a day says so."""
    body = [s for s in all_scenes if s.kind == "paragraph"][:2]
    dated = [s for s in body if s.times]
    return any(_SEPARATE.search(s.text, s.sentence.start, s.sentence.end) for s in dated)


def title_day(all_scenes: Sequence[Scene]) -> TimeMention | None:
    """The day that the title spells out, as that of a live page or a round-up does: a day of a month, or its day."""
    titles = [s for s in all_scenes if s.kind == "title"]
    day = _one_day(titles)
    whole = any(_ROUND_UP.search(s.text, s.sentence.start, s.sentence.end) for s in titles)
    return day if day is not None and (whole or any(c.isdigit() for c in day.exact)) else None


_ROUND_UP = re.compile(r"\b(?:round-?up|daily|digest|bulletin|what (?:was reported|happened))\b", re.IGNORECASE)


def _one_day(lead: Sequence[Scene]) -> TimeMention | None:
    days = [
        t for s in lead for t in s.times
        if is_plain_day(s, t) and s.text[t.end : t.end + 2] not in ("'s", "’s")
    ]  # fmt: skip
    return days[0] if days and len({t.period for t in days}) == 1 else None
