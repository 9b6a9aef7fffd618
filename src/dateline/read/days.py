"""The days, weekdays and years that a running text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.model.record import Record
from dateline.read.calendar import NAMED_MONTH, NAMED_WEEKDAY, day, month_number, weekday_number

_YEAR = r"(?:19|20)\d\d(?!\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DATED = re.compile(
    rf"(?:\b(?P<before>{NAMED_WEEKDAY}),?\s+(?:the\s+|on\s+)?)?"
    rf"(?:\b(?P<month1>{NAMED_MONTH})\s+(?P<day1>\d{{1,2}}){_ORDINAL}(?!\d|:\d)|"
    rf"(?<![\d.,:/-])(?P<day2>\d{{1,2}}){_ORDINAL}\s+(?:of\s+)?(?P<month2>{NAMED_MONTH}))"
    rf"(?:,?\s+(?P<year>{_YEAR}))?(?:\s*[,(]\s*(?:a\s+)?(?P<after>{NAMED_WEEKDAY}))?"
)
_NAMES = ("Black", "Bloody", "Good", "Palm", "Super", "Ash", "Easter", "Holy", "last", "next", "every")
_WEEKDAY = re.compile("".join(f"(?<!{name} )" for name in _NAMES) + rf"\b({NAMED_WEEKDAY})")
_TODAY = re.compile(
    rf"\b(?:[Tt]oday|[Tt]his (?:morning|afternoon|evening)|[Tt]onight)\b[\s,(]{{1,3}}({NAMED_WEEKDAY})|"
    rf"\b({NAMED_WEEKDAY})[\s,]+(?:today|this (?:morning|afternoon|evening))\b"
)
_HEADING = 120
"""Code points of the longest line that is taken for a heading."""
_YEARS = re.compile(rf"(?<![\d.,/$€£-])(?P<year>{_YEAR})(?![\d,.]\d|%|s\b)")
_AHEAD = re.compile(
    r"\b(?:by|until|till|through|before|late|early|mid|for|to|or|and)[\s-]+(?:the (?:end of|year) )?$", re.I
)
_DAY = (
    rf"(?i:(?P<month1>{NAMED_MONTH})\s+(?P<day1>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+(?P<month2>{NAMED_MONTH}))"
    rf"(?:(?:[,.]?\s+|,)(?P<year>{_YEAR})|\s+(?P<short>\d\d)\b)?"
)
_DATELINE = re.compile(
    r"^\W{0,2}[A-Z][\w'’.-]+(?:[ /-][A-Z][\w'’.-]*){0,3}(?:, [A-Z][\w. ]{2,25}?)?,?\s*"
    r"(?:(?P<open>\()\s*)?(?:[\w ]{2,30}, )?"
    rf"{_DAY}\s*(?:(?:[(/,][^)–—\n]{{2,40}}\)?)?\s*(?:[–—:]|-{{1,2}}\s)|(?(open)\)|(?!)))"
)
_NUMBERED = re.compile(
    r"(?<![\w/-])(?P<year>20\d\d)[-–—](?P<month>0[1-9]|1[0-2])[-–—][A-Z]{1,4}\s?[-–—]?\s?\d{1,5}(?![\w-])"
)


class NamedDay(Record, frozen=True, kw_only=True):
    """A day of a month as named, with the year and weekday where they stand beside it."""

    month: int
    number: int
    year: int | None = None
    weekday: int | None = None
    start: int
    exact: str

    def in_year(self, year: int) -> date | None:
        """The day in that year; None where the calendar has none (29 February)."""
        return day(year, self.month, self.number)


class NamedWeekday(Record, frozen=True, kw_only=True):
    """A weekday that stands alone, and whether the text calls it today."""

    weekday: int
    start: int
    today: bool
    exact: str


def named_days(text: str) -> Iterator[NamedDay]:
    """Every day of a month that the text names, in order."""
    for found in _DATED.finditer(text):
        month = month_number(found["month1"] or found["month2"])
        number = int(found["day1"] or found["day2"])
        weekday = found["before"] or found["after"]
        if month and day(2000, month, number):
            yield NamedDay(
                month=month,
                number=number,
                year=int(found["year"]) if found["year"] else None,
                weekday=weekday_number(weekday) if weekday else None,
                start=found.start(),
                exact=found[0],
            )


def named_weekdays(text: str) -> Iterator[NamedWeekday]:
    """Every weekday that stands without a day of the month, in order."""
    taken = [(found.start(), found.end()) for found in _DATED.finditer(text) if found["before"] or found["after"]]
    today = {(found.start(1) if found[1] else found.start(2)): found[0] for found in _TODAY.finditer(text)}
    for found in _WEEKDAY.finditer(text):
        if not any(start <= found.start() < end for start, end in taken):
            yield NamedWeekday(
                weekday=weekday_number(found[1]),
                start=found.start(),
                today=found.start(1) in today,
                exact=today.get(found.start(1), found[0]),
            )


def years(text: str) -> Iterator[int]:
    """Every year that the text names as past or present."""
    for found in _YEARS.finditer(text):
        if not _AHEAD.search(text[max(0, found.start() - 24) : found.start()]):
            yield int(found["year"])


def dateline(paragraph: str) -> NamedDay | None:
    """The day in a dateline such as "GOMA, March 6 (Agency) –" that opens the paragraph."""
    found = _DATELINE.match(paragraph)
    month = month_number(found["month1"] or found["month2"]) if found else None
    if not found or not month:
        return None
    number = int(found["day1"] or found["day2"])
    if not day(2000, month, number):
        return None
    return NamedDay(month=month, number=number, year=_year_of(found), start=0, exact=found[0])


def heading_day(line: str) -> NamedDay | None:
    """The day, without a year, that a heading opens with ("July 4: …") or ends in ("Operational update, July 16")."""
    for named in named_days(line):
        opens = named.start == 0 and line[len(named.exact) :].lstrip()[:1] in (":", "–", "—")
        ends = named.start + len(named.exact) == len(line.rstrip())
        if named.year is None and (opens or ends) and len(line) <= _HEADING:
            return named
    return None


def numbered_month(paragraph: str) -> tuple[int, int, str] | None:
    """Year, month and words of a release's number that begins with both ("2010-09-CA-077")."""
    found = _NUMBERED.search(paragraph)
    return (int(found["year"]), int(found["month"]), found[0]) if found else None


def _year_of(found: re.Match[str]) -> int | None:
    """The dateline's year; two figures mean the years from 1950 to 2049."""
    if found["short"]:
        short = int(found["short"])
        return (1900 if short >= 50 else 2000) + short
    return int(found["year"]) if found["year"] else None
