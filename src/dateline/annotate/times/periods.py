"""Calendar arithmetic on whole days."""

from __future__ import annotations

import calendar
import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateline.model.time import Period, Precision

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def days(count: float) -> timedelta:
    return timedelta(days=count)


def day(when: date) -> Period:
    """The one day."""
    return Period(start=when, end=when, precision="day")


def span(start: date, end: date, precision: Precision = "range") -> Period:
    """From `start` to `end`, both included."""
    return Period(start=start, end=end, precision=precision)


def real_day(year: int, month: int, day_of_month: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= day_of_month <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day_of_month)


def month(year: int, number: int, count: int = 1, precision: Precision = "month") -> Period:
    """`count` whole months from month `number` of `year`."""
    last = add_months(date(year, number, 1), count - 1)
    return span(date(year, number, 1), last.replace(day=calendar.monthrange(last.year, last.month)[1]), precision)


def part_of_month(year: int, number: int, words: str) -> Period:
    """The month, or the third of it that the words before its name tell: "late January" is from the 21st on."""
    whole = month(year, number)
    first = re.split(r"[\s-]+", words.casefold().removeprefix("the "), maxsplit=1)[0]
    start, end = _THIRDS.get(first, (1, whole.end.day))
    if (start, end) == (1, whole.end.day):
        return whole
    return span(whole.start.replace(day=start), whole.start.replace(day=min(end, whole.end.day)))


_THIRDS = {"early": (1, 10), "start": (1, 10), "beginning": (1, 10), "mid": (11, 20), "middle": (11, 20)} | {
    "late": (21, 31), "end": (21, 31)
}  # fmt: skip


def year(number: int) -> Period:
    return span(date(number, 1, 1), date(number, 12, 31), "year")


def quarter(year_number: int, nth: int) -> Period:
    return month(year_number, 3 * nth - 2, 3, "quarter")


def half(year_number: int, nth: int) -> Period:
    return month(year_number, 6 * nth - 5, 6, "half")


def season(year_number: int, code: str) -> Period:
    """Three months of the northern season; winter runs into the next year."""
    return month(year_number, _SEASON_MONTHS[code], 3, "season")


def week(when: date) -> Period:
    """The ISO week, Monday to Sunday, that holds the day."""
    monday = when - days(when.weekday())
    return span(monday, monday + days(6), "week")


def weekend(when: date) -> Period:
    """Saturday and Sunday of the ISO week that holds the day."""
    saturday = when + days(5 - when.weekday())
    return span(saturday, saturday + days(1), "weekend")


def decade(first_year: int) -> Period:
    return span(date(first_year, 1, 1), date(first_year + 9, 12, 31), "decade")


def century(first_year: int) -> Period:
    return span(date(first_year, 1, 1), date(first_year + 99, 12, 31), "century")


def add_months(when: date, count: int) -> date:
    """The same day `count` months on, or the last day of that month where it has no such day.

    Raises:
        OverflowError: the calendar has no such year, as with days.
    """
    index = when.year * 12 + when.month - 1 + count
    year_number, number = divmod(index, 12)
    if not MINYEAR <= year_number <= MAXYEAR:
        raise OverflowError(f"{count} months from {when}: expected a year from {MINYEAR} to {MAXYEAR}")
    return date(year_number, number + 1, min(when.day, calendar.monthrange(year_number, number + 1)[1]))


def week_value(when: date) -> str:
    """ "2024-W04"."""
    iso = when.isocalendar()
    return f"{iso.year}-W{iso.week:02}"


def quarter_of(when: date) -> int:
    return (when.month + 2) // 3


_UNDER: dict[str, tuple[int, Precision]] = {"hours": (1, "range"), "days": (7, "week")}
_UNDER_IN_MONTHS: dict[str, tuple[int, Precision]] = {"weeks": (1, "month"), "months": (12, "year")}


def vague(units: str, anchor: date, *, ahead: bool) -> Period | None:
    """The widest stretch that "recent days" or "the next few weeks" may mean: less than one of the next larger unit.

    None for units so long that no end of the stretch is known ("recent years").
    """
    sign = 1 if ahead else -1
    if units in _UNDER:
        count, precision = _UNDER[units]
        far = anchor + days(sign * count)
    elif units in _UNDER_IN_MONTHS:
        count, precision = _UNDER_IN_MONTHS[units]
        far = add_months(anchor, sign * count)
    else:
        return None
    return span(min(far, anchor), max(far, anchor), precision)


def easter(year_number: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden, hundreds, rest = year_number % 19, year_number // 100, year_number % 100
    skipped = (hundreds - (hundreds + 8) // 25 + 1) // 3
    epact = (19 * golden + hundreds - hundreds // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    number, day_number = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year_number, number, day_number + 1)
