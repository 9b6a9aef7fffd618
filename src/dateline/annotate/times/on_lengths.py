"""Resolvers for durations, sets, clock times and words of fixed value."""

from __future__ import annotations

import re
from datetime import date

from dateline.annotate.times import periods
from dateline.annotate.times.on_anchor import length, unit_designator, weekday
from dateline.annotate.times.scope import ABOUT_PUBLICATION, FROM_PUBLICATION, Groups, Resolved, Scope, number, one

_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip

_IMPLAUSIBLE = 1000
"""A count of quarters, minutes or seconds from which on the figure is a year or a clock time instead."""


def duration(groups: Groups, scope: Scope) -> Resolved | None:
    """A length of time: no period."""
    name = one(groups, "unit", "unit_long") or ""
    designator = unit_designator(name, scope)
    if groups.get("unit_long"):
        return Resolved(length(None if name.endswith("s") else 1, designator))
    counted = groups.get("n")
    if counted is None:
        return Resolved(length(None, designator))
    if scope.exact[scope.exact.lower().rfind(name)].isupper() and not scope.exact.isupper():
        return None
    count = None if counted in ("a", "an") and name.endswith("s") else number(counted, scope.words)
    if counted in ("a", "an") and designator in ("NI", "WE", "TS"):
        return None
    if count is not None and count >= _IMPLAUSIBLE and designator in ("Q", "TM", "TS"):
        return None
    if count is not None and groups.get("half"):
        count += 0.5
    return Resolved(length(count, designator))


def set_(groups: Groups, scope: Scope) -> Resolved | None:
    """How often: "every day" → P1D, "on Fridays" → XXXX-WXX-5."""
    adverb = groups.get("adverb")
    if adverb:
        return None if scope.after[1:2].isupper() else Resolved(_ADVERBS[adverb])
    day = groups.get("weekday")
    if day:
        part = one(groups, "part", "parts")
        suffix = f"T{scope.words.parts[part]}" if part else ""
        return Resolved(f"XXXX-WXX-{scope.words.weekdays[day]}{suffix}")
    name = groups["unit"] or ""
    if name in scope.words.weekdays:
        return Resolved(f"XXXX-WXX-{scope.words.weekdays[name]}")
    if name in scope.words.months:
        return Resolved(f"XXXX-{scope.words.months[name]:02}")
    if name in scope.words.seasons:
        return Resolved(f"XXXX-{scope.words.seasons[name]}")
    if name in scope.words.parts:
        return Resolved(f"XXXX-XX-XXT{scope.words.parts[name]}")
    counted = groups.get("n")
    count = 2.0 if counted == "other" else number(counted, scope.words) if counted else 1.0
    return Resolved(length(count, unit_designator(name, scope)))


def clock(groups: Groups, scope: Scope) -> Resolved | None:
    """An hour of the clock; the day only where it stands beside it."""
    hour = int(groups["hour"] or 0)
    half = groups.get("half")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    at = f"T{hour:02}:{groups.get('minute') or '00'}"
    day = groups.get("weekday")
    if day and scope.anchor is not None:
        named = weekday({"weekday": day, "part": None, "week": None}, scope)
        if named is not None and named.period is not None:
            return Resolved(f"{named.value}{at}", named.period, named.basis)
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(groups.get("deictic") or "")
    if shift is not None and scope.anchor is not None:
        when = scope.anchor + periods.days(shift)
        return Resolved(f"{when.isoformat()}{at}", periods.day(when), FROM_PUBLICATION)
    return Resolved(f"XXXX-XX-XX{at}")


def part_alone(groups: Groups, scope: Scope) -> Resolved | None:
    """Noon, at dawn, in the evening; the day only where it stands beside it."""
    part = one(groups, "part", "part_in", "part_at") or ""
    code = scope.words.parts[part]
    at = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}.get(part, f"T{code}")
    day = groups.get("weekday")
    if day and scope.anchor is not None:
        named = weekday({"weekday": day, "part": None, "week": None}, scope)
        if named is not None and named.period is not None:
            return Resolved(f"{named.value}{at}", named.period, named.basis)
    return Resolved(f"XXXX-XX-XX{at}")


def fixed(_groups: Groups, scope: Scope) -> Resolved | None:
    """The value of the rule itself; two days with a stroke between are a stretch."""
    value = scope.rule.value
    first, _, last = (value or "").partition("/")
    stretch = periods.span(date.fromisoformat(first), date.fromisoformat(last)) if last else None
    return Resolved(value, stretch) if value else None


def fixed_by_group(groups: Groups, scope: Scope) -> Resolved | None:
    """PAST_REF or FUTURE_REF, by the group that held, with the widest stretch that the words may mean."""
    past = groups.get("past_ref")
    units = re.findall(r"hours|days|weeks|months", past or groups.get("future_ref") or "")
    value = "PAST_REF" if past else "FUTURE_REF"
    if not units or scope.anchor is None:
        return Resolved(value)
    return Resolved(value, periods.vague(units[-1], scope.anchor, ahead=not past), ABOUT_PUBLICATION)
