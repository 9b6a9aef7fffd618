"""Resolvers for days, months, years and ranges that the words themselves name."""

from __future__ import annotations

import re
from datetime import date

from dateline.annotate.times import periods
from dateline.annotate.times.scope import (
    FROM_PUBLICATION,
    STATED,
    WEEKDAY_INFERRED,
    YEAR_INFERRED,
    Groups,
    Resolved,
    Scope,
    Tense,
    one,
)
from dateline.model.time import Period

_SLACK = {"past": 14, "unknown": 31}
"""Days after publication up to which a day without a year still means the same year, by where the verb looks."""
_LATE = 7
"""Days before publication down to which a day to which the words look ahead is still of that year."""
_MONTHS_AHEAD = 1
"""Months after publication up to which a month without a year may still lie ahead, where no verb says."""
_WEEKDAY_YEARS = 6
"""How many years back a weekday beside a day of the month is tried for."""
_RELATIVE_YEARS = {"last": -1, "previous": -1, "this": 0, "same": 0, "that": 0, "next": 1, "following": 1}


def calendar(groups: Groups, scope: Scope) -> Resolved | None:
    """A day of a month, with a part of the day where one is named."""
    found = _calendar_day(groups, scope)
    part = groups.get("part")
    if found is None or not part:
        return found
    return Resolved(f"{found.value}T{scope.words.parts[part]}", found.period, found.basis, "TIME")


def _calendar_day(groups: Groups, scope: Scope) -> Resolved | None:
    """A day of a month, with its year stated, or inferred from the weekday beside it or from the publication date."""
    number = scope.words.months[_bare(one(groups, "month"))]
    if not _named_month(one(groups, "month"), scope) or _is_count(groups, scope):
        return None
    day_of_month = int(one(groups, "day") or 0)
    stated, basis = _stated_year(groups.get("year"), scope)
    if stated is not None:
        when = periods.real_day(stated, number, day_of_month)
        return None if when is None else Resolved(when.isoformat(), periods.day(when), basis)
    if periods.real_day(2024, number, day_of_month) is None:
        return None
    if scope.anchor is None:
        return Resolved(f"XXXX-{number:02}-{day_of_month:02}")
    weekday = groups.get("weekday")
    if weekday:
        when = _on_weekday(number, day_of_month, scope.words.weekdays[weekday], scope.anchor, scope.tense)
        if when is not None:
            return Resolved(when.isoformat(), periods.day(when), WEEKDAY_INFERRED)
    limit = scope.follows("limit")
    when = nearest_day(number, day_of_month, anchor=scope.anchor, tense=scope.tense, limit=limit)
    return Resolved(when.isoformat(), periods.day(when), YEAR_INFERRED)


def calendar_range(groups: Groups, scope: Scope) -> Resolved | None:
    """Two days of one month."""
    if int(groups["day"] or 0) >= int(groups["day2"] or 0):
        return None
    first = calendar(groups, scope)
    last = calendar({**groups, "day": groups["day2"]}, scope)
    if first is None or last is None:
        return None
    return _between(first, last)


def calendar_night(groups: Groups, scope: Scope) -> Resolved | None:
    """The night that begins on the first day named: two days."""
    plain = {
        "month": one(groups, "month", "month_before"),
        "day": one(groups, "day", "day_after"),
        "year": groups.get("year"),
    }
    evening = calendar(plain, scope)
    if evening is None:
        return None
    value = f"{evening.value}TNI"
    if evening.period is None:
        return Resolved(value)
    start = evening.period.start
    end = start + periods.days(1)
    morning = one(groups, "day2", "day2_after")
    if morning is not None and int(morning) != end.day:
        return None
    return Resolved(value, periods.span(start, end), evening.basis)


def month_range(groups: Groups, scope: Scope) -> Resolved | None:
    """From one month, or day of it, to another; the first takes the year of the second where it has none."""
    year2 = one(groups, "year2")
    ends = []
    for suffix in ("", "2"):
        parts = {
            "month": groups[f"month{suffix}"],
            "day": one(groups, f"day{suffix}", f"day{suffix}_after"),
            "year": one(groups, f"year{suffix}") or year2,
        }
        ends.append(calendar(parts, scope) if parts["day"] else month(parts, scope))
    first, last = ends
    if first is None or last is None or len(first.value) != len(last.value):
        return None
    return _between(first, last)


def month(groups: Groups, scope: Scope) -> Resolved | None:
    """A month, with its year stated or inferred."""
    name = _bare(one(groups, "month"))
    number = scope.words.months[name]
    if not _named_month(one(groups, "month"), scope) or not _is_month(name, groups, scope):
        return None
    stated, basis = _stated_year(groups.get("year") or _shared_year(scope), scope)
    if stated is not None:
        return Resolved(f"{stated}-{number:02}", periods.part_of_month(stated, number, scope.exact), basis)
    if scope.anchor is None:
        return Resolved(f"XXXX-{number:02}")
    when = _nearest_month(number, groups.get("direction"), scope, scope.anchor)
    inferred = FROM_PUBLICATION if groups.get("direction") else YEAR_INFERRED
    return Resolved(f"{when.year}-{when.month:02}", periods.part_of_month(when.year, when.month, scope.exact), inferred)


def numeric(groups: Groups, scope: Scope) -> Resolved | None:
    """A date in figures; where day and month could change places, only the year stands."""
    year_text = groups["year"] or ""
    year = _full_year(year_text, scope.anchor)
    if groups.get("first"):
        one_, two = int(groups["first"] or 0), int(groups["second"] or 0)
        readings = {when for m, d in ((one_, two), (two, one_)) if (when := periods.real_day(year, m, d))}
    else:
        when = periods.real_day(year, int(groups["month"] or 0), int(groups["day"] or 0))
        readings = {when} if when else set()
    if not readings:
        return None
    if len(readings) > 1:
        return Resolved(f"{year}-XX-XX")
    (when,) = readings
    clock = groups.get("clock")
    value = f"{when.isoformat()}T{clock}" if clock else when.isoformat()
    return Resolved(value, periods.day(when), type="TIME" if clock else None)


def military(groups: Groups, scope: Scope) -> Resolved | None:
    """A date-time group such as 051200Z MAR 12."""
    number = scope.words.months[_bare(groups["month"])]
    day_number = int(groups["day"] or 0)
    if int(groups["hour"] or 0) > 23:
        return None
    if not groups.get("year"):
        if periods.real_day(2024, number, day_number) is None:
            return None
        if scope.anchor is None:
            return Resolved(f"XXXX-{number:02}-{day_number:02}T{groups['hour']}:{groups['minute']}")
        near = nearest_day(number, day_number, anchor=scope.anchor, tense="past")
        return Resolved(f"{near.isoformat()}T{groups['hour']}:{groups['minute']}", periods.day(near), YEAR_INFERRED)
    when = periods.real_day(_full_year(groups["year"] or "", scope.anchor), number, day_number)
    if when is None:
        return None
    return Resolved(f"{when.isoformat()}T{groups['hour']}:{groups['minute']}", periods.day(when))


def day_of_month(groups: Groups, scope: Scope) -> Resolved | None:
    """ "The 25th": of the month named last, else the nearest past one."""
    number = int(groups["day"] or 0)
    capital = scope.after.lstrip()[:1].isupper()
    if scope.precedes("ordinal_noun") or (scope.precedes("plain_noun") and not capital):
        return None
    if scope.anchor is None:
        return Resolved(f"XXXX-XX-{number:02}")
    base = scope.anchor
    for back in (0, -1) if groups.get("which") != "last" else (-1,):
        first = periods.add_months(base.replace(day=1), back)
        when = periods.real_day(first.year, first.month, number)
        if when is not None and (when <= base or scope.future):
            return Resolved(when.isoformat(), periods.day(when), YEAR_INFERRED)
    return None


def holiday(groups: Groups, scope: Scope) -> Resolved | None:
    """A named day with a fixed date, or one that moves with Easter; "the morning after Christmas" is the next day."""
    name = re.sub(r"\s+", " ", groups["holiday"] or "")
    off = {"after": 1, "before": -1}.get(groups.get("side") or "", 0)
    if scope.exact[:1].islower() and not off and not scope.exact.startswith("last"):
        return None
    rule = scope.words.holidays[name]
    if rule.startswith("easter"):
        return _beside_easter(int(rule.removeprefix("easter")) + off, groups.get("year"), scope)
    number, day_number = map(int, rule.split("-"))
    if groups.get("year"):
        when = date(int(groups["year"] or 0), number, day_number) + periods.days(off)
        return Resolved(when.isoformat(), periods.day(when))
    if scope.anchor is None:
        return Resolved("XXXX-XX-XX" if off else f"XXXX-{number:02}-{day_number:02}")
    when = nearest_day(number, day_number, anchor=scope.anchor, tense=scope.tense) + periods.days(off)
    return Resolved(when.isoformat(), periods.day(when), YEAR_INFERRED)


def _beside_easter(shift: int, year: str | None, scope: Scope) -> Resolved:
    """So many days from Easter Sunday of the Western churches, the latest one up to publication."""
    if year is None and scope.anchor is None:
        return Resolved("XXXX-XX-XX")
    if year is not None or scope.anchor is None:
        when = periods.easter(int(year or 0)) + periods.days(shift)
        return Resolved(when.isoformat(), periods.day(when))
    feasts = [periods.easter(scope.anchor.year + n) + periods.days(shift) for n in (-1, 0, 1)]
    ahead = [when for when in feasts if when >= scope.anchor]
    when = ahead[0] if scope.future else max(when for when in feasts if when <= scope.anchor)
    return Resolved(when.isoformat(), periods.day(when), YEAR_INFERRED)


def nearest_day(month_number: int, day_number: int, *, anchor: date, tense: Tense, limit: bool = False) -> date:
    """The latest such day up to a few weeks after `anchor`, or the next one where the words look ahead.

    A limit ("by 3 May") may lie on either side: the nearest one is taken.
    """
    years = range(anchor.year - 4, anchor.year + 5)
    found = [when for y in years if (when := periods.real_day(y, month_number, day_number))]
    if tense == "future":
        return next(when for when in found if when >= anchor - periods.days(_LATE))
    if limit:
        return min(found, key=lambda when: abs((when - anchor).days))
    return max(when for when in found if when <= anchor + periods.days(_SLACK[tense]))


def _on_weekday(month_number: int, day_number: int, weekday: int, anchor: date, tense: Tense) -> date | None:
    """The day nearest to `anchor` that falls on that weekday, within a few years back and one ahead."""
    years = range(anchor.year - _WEEKDAY_YEARS, anchor.year + 2)
    latest = anchor + periods.days(366 if tense == "future" else _SLACK["unknown"])
    days = (when for y in years if (when := periods.real_day(y, month_number, day_number)) and when <= latest)
    fitting = [when for when in days if when.isoweekday() == weekday]
    return min(fitting, key=lambda when: abs((when - anchor).days), default=None)


def _nearest_month(number: int, direction: str | None, scope: Scope, anchor: date) -> date:
    this = date(anchor.year, number, 1)
    current = anchor.replace(day=1)
    word = (direction or "").split()[-1:]
    if word == ["last"]:
        return this if this < current else periods.add_months(this, -12)
    if word in (["next"], ["coming"]) or (not word and scope.future):
        return this if this >= current else periods.add_months(this, 12)
    if word == ["this"]:
        return this
    ahead = 0 if scope.tense == "past" else _MONTHS_AHEAD
    latest = periods.add_months(current, ahead)
    return max(when for when in (periods.add_months(this, shift) for shift in (-12, 0, 12)) if when <= latest)


def _stated_year(text: str | None, scope: Scope) -> tuple[int | None, str]:
    """The year that the words give, and how it is known; "last year" needs the anchor."""
    if not text:
        return None, STATED
    if text[-1].isdigit():
        return _full_year(text.lstrip("'’"), scope.anchor), STATED
    shift = next((s for word, s in _RELATIVE_YEARS.items() if word in text.split()), 0)
    if scope.anchor is None:
        return None, STATED
    return scope.anchor.year + shift, FROM_PUBLICATION


def _shared_year(scope: Scope) -> str | None:
    """The year that the month joined to this one states for both: "the January and May 2012 floods"."""
    found = scope.words.contexts["and_month"].match(scope.after.lower())
    return found["year"] if found else None


def _full_year(text: str, anchor: date | None) -> int:
    """A year of two figures is the latest such year that is not after the year of `anchor`, or of 2099 pivot 69."""
    if len(text) == 4:
        return int(text)
    short = int(text)
    latest = anchor.year + 1 if anchor else 2068
    return next(y for y in (2000 + short, 1900 + short) if y <= latest)


def _between(first: Resolved, last: Resolved) -> Resolved | None:
    value = f"{first.value}/{last.value}"
    if first.period is None or last.period is None:
        return Resolved(value)
    period = _ordered(first.period, last.period)
    return None if period is None else Resolved(value, period, last.basis)


def _ordered(first: Period, last: Period) -> Period | None:
    return None if first.start > last.end else periods.span(first.start, last.end)


def _bare(name: str | None) -> str:
    return (name or "").rstrip(".")


def _named_month(name: str | None, scope: Scope) -> bool:
    """True where the month's name has its capital."""
    where = scope.exact.lower().find(_bare(name))
    return where >= 0 and scope.exact[where : where + 1].isupper()


def _is_count(groups: Groups, scope: Scope) -> bool:
    """True for "in January 30 people", where the figure counts what follows."""
    if groups.get("year") or not scope.exact[-1:].isdigit():
        return False
    return scope.precedes("count_after") and not scope.follows("on_before")


def _is_month(name: str, groups: Groups, scope: Scope) -> bool:
    """False for "may", "march" or a first name: those need a preposition, a direction or a year beside them."""
    if groups.get("year") or groups.get("direction") or groups.get("part"):
        return True
    if scope.before.rstrip()[-1:].isdigit():
        return False
    if scope.after[:1] == " " and scope.after[1:2].isupper() and name in scope.words.guarded:
        return False
    return name not in scope.words.guarded or scope.follows("preposed") or " " in scope.exact
