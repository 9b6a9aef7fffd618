"""Lines beside a story that say on which day it came out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dateline.model.record import Record
from dateline.model.text import Block
from dateline.read.boilerplate import FACTS, is_prose
from dateline.read.calendar import MONTH, WEEKDAYS, stated_day, weekday_number
from dateline.read.pieces import one_line

COVERED = "end of the period covered"
CHANGED = "line of a change"
DOUBTED = "dated line with another weekday"
UNSURE = frozenset({COVERED, CHANGED, DOUBTED})
"""Bases that do not make a day reliable."""
_LONGEST = 120
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[\s./-]*(?:of )?{MONTH}[\s,./-]*(?:19|20)\d\d|"
    rf"{MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    r"|(?:19|20)\d\d[-/.][01]?\d[-/.][0-3]?\d|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d)(?!\d)"
)
_WEEKDAY = rf"(?P<weekday>(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in WEEKDAYS)}|tues|thurs?)\b)\.?"
_CLOCK = (
    r"(?:[\sT,|@•·–-]*(?:at )?(?:\d{1,2}[:.h]\d{2}(?::\d{2})?|\d{4}(?=\s?(?:UTC|GMT|Z\b|hrs?|local)))"
    r"(?:\s?[ap]\.?m\.?)?(?:[\s(]*(?:[A-Z]{1,5}\b|[+-]\d{2}:?\d{2}|hrs?|local time)(?: ?[+-]\d{1,2})?\)?)?)?"
)
_WHOLE = re.compile(rf"(?:{_WEEKDAY}[\s,]*)?(?P<day>{_DAY}){_CLOCK}\W*", re.I)
_LABEL = re.compile(
    r"(?:(?:first |originally )?(?:published|issued|posted|released|dated|filed|"
    r"date(?: of (?:issue|publication|release))?|"
    r"(?:publication|release|issue) date|sent|printed)\b|for (?:immediate )?release\b)(?P<sep>[\s:,|–-]+)",
    re.I,
)
_CHANGED = re.compile(
    r"(?:last )?(?:updated|modified|edited|revised|accessed|retrieved|generated|printed)\b[\s:,|–-]*", re.I
)
_NAME = r"(?:[A-ZÀ-Þ][\w'’.-]*|of|de|du|la|le|el|al|the|and)"
_PLACE = re.compile(rf"{_NAME}(?:[\s/]+{_NAME}){{0,3}}(?:, [A-ZÀ-Þ][\w'’. ]{{1,30}})?[,:]?")
_ISSUE = re.compile(
    r"(?:[\w'’-]+\s+){0,4}(?:round-?up|digest|bulletin|briefing|newsletter|report|update|summary|note|edition|issue)"
    r"(?:\s+(?:no\.?|number|#)?\s*\d{1,4})?\s*[,:–-]\s*",
    re.I,
)
"""What a bulletin calls itself before its day: "Daily round-up, 9 November 2025"."""
_PARTS = re.compile(r"\s+[|•·∙]\s+|\s*\|\s*|\s+[–—]\s+")
_COVERED = re.compile(
    rf"(?:(?:reporting |report )?period(?: covered| of report(?:ing)?)?|covering(?: the period)?|"
    rf"week(?: of| covered| ending)?|for the (?:week|period))[\s:]+"
    rf"(?:.{{0,40}}?(?:\bto\b|[–—-]|until|till|and)\s*)?(?P<day>{_DAY})\W*",
    re.I,
)


class DatedLine(Record, frozen=True, kw_only=True):
    """A day that a line states beside the story, and how far it may be taken for the day of publication."""

    day: date
    basis: str
    exact: str

    @property
    def reliable(self) -> bool:
        """True where the line is about the page's coming out."""
        return self.basis not in UNSURE


def is_dated(line: str) -> bool:
    """True for a line that states a day and hardly more than a place, a name or a number beside it."""
    return _dated(line) is not None


def dated_lines(blocks: Sequence[Block]) -> Iterator[DatedLine]:
    """The dated lines before and after the story, the surest first, each kind in page order.

    A line amid the story dates a part of it, as in a chronology, and is none of them.
    """
    prose = [i for i, block in enumerate(blocks) if block.kept and is_prose(block.text)]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), -1)
    found = [
        dated
        for i, block in enumerate(blocks)
        if (i < first or i > last) and block.reason not in (FACTS, "other stories", "other story", "comments")
        and (dated := _dated(one_line(block.text)))
    ]  # fmt: skip
    return iter(sorted(found, key=lambda each: each.basis in UNSURE))


def _dated(line: str) -> DatedLine | None:
    if len(line) > _LONGEST or not any(map(str.isdigit, line)):
        return None
    if covered := _COVERED.fullmatch(line):
        return _line(covered, line, basis=COVERED)
    words = line.strip(" \"'“”()[]*")
    if changed := _CHANGED.match(words):
        if whole := _WHOLE.fullmatch(words, changed.end()):
            return _line(whole, line, basis=CHANGED)
        return None
    if label := _LABEL.match(words):
        words = words[label.end() :]
        for whole in _WHOLE.finditer(words):
            if whole.start() <= 60:
                return _line(whole, line, basis="labelled line")
    for part in _PARTS.split(words):
        if whole := _WHOLE.fullmatch(part):
            return _line(whole, line, basis="dated line")
        for before in (_PLACE.match(part), _ISSUE.match(part)):
            if before and (whole := _WHOLE.fullmatch(part, _space(part, before.end()))):
                return _line(whole, line, basis="dated line")
    return None


def _space(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def _line(found: re.Match[str], line: str, *, basis: str) -> DatedLine | None:
    on = stated_day(found["day"])
    if on is None:
        return None
    weekday = found.groupdict().get("weekday")
    agrees = weekday is None or weekday_number(weekday) == on.weekday()
    return DatedLine(day=on, basis=basis if agrees else DOUBTED, exact=line)
