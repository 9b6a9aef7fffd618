"""Since the war began: the stretch that such words open, where the page says elsewhere on what day it did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model.mention import TimeMention
from dateline.model.time import Period

BASIS = "the day that the page gives for it"
_WAR = r"(?P<{0}>war|conflict|invasion|fighting|hostilities|offensive|uprising|siege)"
_KNOWN = r"(?:(?:current|latest|present|full-scale|ongoing)\s+)?"
_SINCE = re.compile(
    r"\bsince\s+(?:the\s+)?(?P<words>"
    rf"(?:start|beginning|outbreak|onset)\s+of\s+(?:the|this)\s+{_KNOWN}{_WAR.format('noun')}"
    rf"|{_KNOWN}{_WAR.format('other')}\s+(?:began|begun|started|broke\s+out|erupted))\b"
)
_ON = re.compile(r"\s+(?:on\s+)?")
_OF_ANOTHER = re.compile(r"\s+(?:in|of|on|with|between|against)\s+\S")
"""What follows where another war, or another day, is told: "since the war in Chad began"."""
_ONE = frozenset({"war", "conflict", "invasion", "fighting", "hostilities"})
"""Words by which a page calls the same."""


def since_wars(text: str, times: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """The openings without a day, each with the one day that the page states for such a war."""
    begun: dict[str, set[Period]] = {}
    open_: list[tuple[str, re.Match[str]]] = []
    starts = {t.start: t for t in times if t.period is not None and t.period.start == t.period.end}
    for match in _SINCE.finditer(text):
        noun = match["noun"] or match["other"]
        noun = "war" if noun in _ONE else noun
        on = _ON.match(text, match.end())
        day = starts.get(on.end()) if on is not None else None
        if day is not None and day.period is not None:
            begun.setdefault(noun, set()).add(day.period)
        elif _OF_ANOTHER.match(text, match.end()) is None:
            open_.append((noun, match))
    for noun, match in open_:
        days = begun.get(noun, set())
        if len(days) == 1:
            (period,) = days
            yield TimeMention(
                start=match.start("words"), end=match.end("words"), exact=match["words"], rule="since the war began",
                type="DATE", value=period.start.isoformat(), period=period, basis=BASIS,
                since=True,
            )  # fmt: skip
