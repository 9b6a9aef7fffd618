"""Resolvers for times that lean on the publication date or on a day just named."""

from __future__ import annotations

import math
import re
from datetime import date

from dateline.annotate.times import periods
from dateline.annotate.times.scope import (
    ABOUT_PUBLICATION,
    FROM_PUBLICATION,
    FROM_TEXT,
    Groups,
    Resolved,
    Scope,
    number,
    shown,
)
from dateline.model.time import Period

_DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
_BACK = {"ago", "earlier", "before", "previously", "prior"}
_UNKNOWN = {
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "year": "XXXX",
    "quarter": "XXXX-QX",
    "weekend": "XXXX-WXX-WE",
    "decade": "XXX",
    "century": "XX",
}


def deictic(groups: Groups, scope: Scope) -> Resolved:
    """Today, yesterday, tomorrow and the days beside them, with a part of the day where one is named."""
    part = groups.get("part")
    suffix = f"T{scope.words.parts[part]}" if part else ""
    if scope.anchor is None:
        return Resolved(f"XXXX-XX-XX{suffix}", type="TIME" if part else None)
    shift = _DEICTIC[re.sub(r"\s+", " ", groups["day"] or "")]
    when = scope.anchor + periods.days(shift)
    return Resolved(when.isoformat() + suffix, periods.day(when), FROM_PUBLICATION, "TIME" if part else None)


def part_of_day(groups: Groups, scope: Scope) -> Resolved:
    """Tonight, overnight, last night, this morning. "Overnight" touches two days; "last night" is yesterday's."""
    part = groups.get("part")
    code = scope.words.parts[part] if part else "NI"
    if scope.anchor is None:
        return Resolved(f"XXXX-XX-XXT{code}")
    yesterday = scope.anchor - periods.days(1)
    last = groups.get("direction") == "last"
    evening = yesterday if last else scope.anchor
    over = "overnight" in scope.exact.lower()
    period = periods.span(yesterday, scope.anchor) if over else periods.day(evening)
    return Resolved(f"{evening.isoformat()}T{code}", period, FROM_PUBLICATION)


def weekday(groups: Groups, scope: Scope) -> Resolved | None:
    """A weekday: the latest one up to publication, unless the words look ahead or name a direction."""
    named = groups["weekday"] or ""
    where = scope.exact.lower().find(named)
    if not scope.exact[where : where + 1].isupper():
        return None
    index = scope.words.weekdays[named]
    part = groups.get("part")
    suffix = f"T{scope.words.parts[part]}" if part else ""
    kind = "TIME" if part else None
    direction = re.sub(r"\s+", " ", groups.get("direction") or "")
    from_text = direction in ("the previous", "the following", "the next")
    base = scope.previous.start if from_text and scope.previous else scope.anchor
    if base is None or (from_text and scope.previous is None):
        return Resolved(f"XXXX-WXX-{index}{suffix}", type=kind)  # type: ignore[arg-type]
    when = (
        _weekday_of_week(groups["week"], index, base)
        if groups.get("week")
        else _on_weekday(index, direction, base, future=scope.future)
    )
    basis = FROM_TEXT if from_text else FROM_PUBLICATION
    return Resolved(when.isoformat() + suffix, periods.day(when), basis, kind)  # type: ignore[arg-type]


def weekday_night(groups: Groups, scope: Scope) -> Resolved | None:
    """The night from one weekday to the next: it touches both."""
    first, last = (scope.words.weekdays[groups[name] or ""] for name in ("weekday", "until"))
    if (last - first) % 7 != 1:
        return None
    if scope.anchor is None:
        return Resolved(f"XXXX-WXX-{first}TNI")
    end = _on_weekday(last, "", scope.anchor, future=scope.future)
    start = end - periods.days(1)
    return Resolved(f"{start.isoformat()}TNI", periods.span(start, end), FROM_PUBLICATION)


def _on_weekday(index: int, direction: str, base: date, *, future: bool) -> date:
    ahead = (index - base.isoweekday()) % 7
    if direction in ("last", "the previous", "past", "this past"):
        back = 7 - ahead
        return base - periods.days(8 if direction == "last" and back == 1 else back)  # yesterday is never "last Monday"
    if direction in ("next", "the following", "the next", "coming", "this coming"):
        return base + periods.days(ahead or 7)
    if future:
        return base + periods.days(ahead)
    return base - periods.days((7 - ahead) % 7)


def _weekday_of_week(which: str | None, index: int, base: date) -> date:
    monday = periods.week(base).start + periods.days({"last": -7, "this": 0, "next": 7}[which or "this"])
    return monday + periods.days(index - 1)


def unit(groups: Groups, scope: Scope) -> Resolved | None:
    """This, last or next week, month, year, quarter, weekend…, or that of the text."""
    name = "year" if groups.get("year_end") else groups["unit"] or ""
    words = re.sub(r"\s+", " ", groups["direction"] or "the").split()
    direction = words[-1]
    from_text = direction in ("that", "same", "following", "previous", "prior") or words[:2] == ["the", "following"]
    base = scope.previous.start if from_text and scope.previous else scope.anchor
    if base is None or (from_text and scope.previous is None):
        return Resolved(_UNKNOWN[name])
    shift = _shift(name, direction, base, scope)
    value, period = shifted(name, shift, base)
    if not from_text and "earlier" in (groups.get("part") or "") and period.start <= base:
        period = Period(start=period.start, end=min(base, period.end), precision=period.precision)
        if period.precision == "day":
            period = periods.day(base)
    if "fiscal" in scope.exact.lower():
        return Resolved(value)
    return Resolved(value, period, FROM_TEXT if from_text else FROM_PUBLICATION)


def _shift(name: str, direction: str, base: date, scope: Scope) -> int:
    """How many units away. A weekend that "the" names is the one just past; the latest quarter is one that is over."""
    if name == "weekend" and direction in ("the", "this"):
        return 0 if scope.future or base.isoweekday() > (5 if direction == "the" else 2) else -1
    if name == "quarter" and direction in ("the", "latest", "recent"):
        return -1
    return {"last": -1, "previous": -1, "prior": -1, "next": 1, "following": 1, "coming": 1}.get(direction, 0)


def shifted(name: str, count: int, base: date) -> tuple[str, Period]:
    """Value and period of the unit that lies `count` units from the one that holds `base`."""
    if name == "week":
        when = base + periods.days(7 * count)
        return periods.week_value(when), periods.week(when)
    if name == "weekend":
        when = base + periods.days(7 * count)
        return f"{periods.week_value(when)}-WE", periods.weekend(when)
    if name == "month":
        when = periods.add_months(base.replace(day=1), count)
        return f"{when.year}-{when.month:02}", periods.month(when.year, when.month)
    if name == "quarter":
        when = periods.add_months(base.replace(day=1), 3 * count)
        nth = periods.quarter_of(when)
        return f"{when.year}-Q{nth}", periods.quarter(when.year, nth)
    if name == "decade":
        first = (base.year // 10 + count) * 10
        return str(first // 10), periods.decade(first)
    if name == "century":
        first = (base.year // 100 + count) * 100
        return str(first // 100), periods.century(first)
    return str(base.year + count), periods.year(base.year + count)


def ago(groups: Groups, scope: Scope) -> Resolved | None:
    """A counted distance back or on, from publication for "ago", else from the day named last."""
    direction = groups["direction"] or ""
    from_text = direction not in ("ago", "from now", "hence")
    quarterly = scope.previous is not None and scope.previous.precision == "quarter"
    base = scope.previous if from_text or quarterly else None
    designator = unit_designator(groups["unit"] or "", scope)
    count = number(groups.get("n") or "a", scope.words)
    if count is None:
        return Resolved("PAST_REF" if direction in _BACK else "FUTURE_REF")
    if groups.get("half"):
        count += 0.5
    sign = -1 if direction in _BACK else 1
    if base is not None and designator[-1] == "Y" and (from_text or quarterly):
        return _years_from(base, sign * count * _factor(designator), from_text=from_text)
    start = base.start if base else (None if from_text else scope.anchor)
    if start is None and groups.get("day") and scope.anchor:
        start = scope.anchor
    if start is None:
        return Resolved(_unresolved(designator))
    weekly = designator.endswith("W") and count == 1 and base is not None and base.precision == "day"
    if weekly and from_text:
        when = start + periods.days(7 * sign)
        return Resolved(periods.week_value(when), periods.day(when), FROM_TEXT)
    value, period = _moved(start, sign * count * _factor(designator), designator.lstrip("0123456789"))
    return Resolved(value, period, FROM_TEXT if from_text else FROM_PUBLICATION)


def year_ago(groups: Groups, scope: Scope) -> Resolved:
    """ "The year-earlier quarter": that of the quarter named last, else of the latest one over."""
    nth = groups.get("nth")
    base = scope.previous
    if nth is None and base is not None and base.precision == "quarter":
        return _years_from(base, -1, from_text=True)
    if scope.anchor is None:
        return Resolved("XXXX")
    if nth is None and groups.get("kind") != "quarter":
        return Resolved(str(scope.anchor.year - 1))
    over = periods.add_months(scope.anchor.replace(day=1), -3)
    number = scope.words.ordinals[nth] if nth else periods.quarter_of(over)
    return Resolved(f"{over.year - 1}-Q{number}")


def _years_from(base: Period, count: float, *, from_text: bool) -> Resolved:
    """The same day, month, quarter or year some years away: the precision of the base is kept."""
    months = round(12 * count)
    start = periods.add_months(base.start, months)
    basis = FROM_TEXT if from_text else FROM_PUBLICATION
    if base.precision == "quarter":
        return Resolved(
            f"{start.year}-Q{periods.quarter_of(start)}", periods.quarter(start.year, periods.quarter_of(start)), basis
        )
    return Resolved(str(start.year), periods.year(start.year), basis)


def _moved(start: date, count: float, designator: str) -> tuple[str, Period]:
    """Value and period a distance away, at the precision of its unit."""
    if designator in ("TH", "TM", "TS"):
        hours = count / {"TH": 1, "TM": 60, "TS": 3600}[designator]
        far = start + periods.days(math.floor(hours / 24) if hours < 0 else math.ceil(hours / 24))
        return f"{start.isoformat()}TXX:XX", periods.span(min(far, start), max(far, start))
    if designator in ("D", "NI"):
        when = start + periods.days(round(count))
        return when.isoformat(), periods.day(when)
    if designator in ("W", "WE"):
        when = start + periods.days(round(7 * count))
        return shifted("week" if designator == "W" else "weekend", 0, when)
    if designator == "M":
        when = periods.add_months(start, round(count))
        return shifted("month", 0, when)
    if designator == "Q":
        return shifted("quarter", 0, periods.add_months(start, round(3 * count)))
    months = round(12 * count)
    if count != round(count):
        return shifted("month", 0, periods.add_months(start, months))
    when = periods.add_months(start, months)
    if abs(count) >= 10 and count % 10 == 0:
        return str(when.year), periods.span(date(when.year - 1, 1, 1), date(when.year + 1, 12, 31))
    return shifted("year", 0, when)


def neighbour(groups: Groups, scope: Scope) -> Resolved:
    """The next, previous or same day, of the day named last."""
    name = groups.get("unit") or (groups.get("before") or "the day").split()[1]
    code = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}.get(name, "")
    kind = "TIME" if code else None
    if scope.previous is None:
        return Resolved(f"XXXX-XX-XX{code}", type=kind)  # type: ignore[arg-type]
    if scope.previous.precision not in ("day", "range"):
        return Resolved(f"XXXX-XX-XX{code}", type=kind)  # type: ignore[arg-type]
    words = (groups.get("direction") or "").split()
    shift = 0
    if groups.get("after") or words[-1:] in (["next"], ["following"]):
        shift = 1
    elif groups.get("before") or words[-1:] in (["previous"], ["preceding"]):
        shift = -1
    when = (scope.previous.end if shift > 0 else scope.previous.start) + periods.days(shift)
    return Resolved(when.isoformat() + code, periods.day(when), FROM_TEXT, kind)  # type: ignore[arg-type]


def window(groups: Groups, scope: Scope) -> Resolved | None:
    """ "The past 24 hours": a duration that ends, or starts, on the day of publication, as a range of days."""
    direction = groups["direction"] or ""
    designator = unit_designator(groups["unit"] or "", scope)
    plural = (groups["unit"] or "").endswith("s")
    counted = groups.get("n")
    if counted is None and not plural:
        if direction not in ("past", "preceding"):
            return None
        counted = "one"
    count = number(counted, scope.words) if counted else None
    value = length(count, designator)
    if scope.anchor is None or direction in ("first", "final"):
        return Resolved(value)
    if count is None:
        few = periods.vague(groups["unit"] or "", scope.anchor, ahead=direction in ("next", "coming"))
        return Resolved(value, few, ABOUT_PUBLICATION)
    step = count * _factor(designator)
    sign = 1 if direction in ("next", "coming") else -1
    far = _far_end(scope.anchor, sign * step, designator.lstrip("0123456789"))
    period = periods.span(min(far, scope.anchor), max(far, scope.anchor))
    return Resolved(value, period, FROM_PUBLICATION)


def _far_end(anchor: date, count: float, designator: str) -> date:
    if designator in ("TH", "TM", "TS"):
        hours = count / {"TH": 1, "TM": 60, "TS": 3600}[designator]
        return anchor + periods.days(math.floor(hours / 24) if hours < 0 else math.ceil(hours / 24))
    if designator in ("D", "NI"):
        return anchor + periods.days(round(count))
    if designator in ("W", "WE"):
        return anchor + periods.days(round(7 * count))
    months = {"M": 1, "Q": 3, "Y": 12}[designator]
    return periods.add_months(anchor, round(months * count))


def unit_designator(name: str, scope: Scope) -> str:
    """TimeML designator of a unit in singular or plural."""
    return scope.words.units[name] if name in scope.words.units else scope.words.units[name.removesuffix("s")]


def length(count: float | None, designator: str) -> str:
    """TIMEX3 duration: "P3D", "PT2H", "PXW" for an unknown count; decades and fortnights counted out."""
    letter = designator.lstrip("0123456789")
    times = _factor(designator)
    if count is None:
        known = {"10Y": "DE", "100Y": "CE"}.get(designator, letter)
        return f"PTX{known[1:]}" if known[0] == "T" else f"PX{known}"
    whole = int(count)
    if count != whole and times == 1 and letter in ("Y", "TH", "TM") and (count - whole) * 2 == 1:
        rest = {"Y": "6M", "TH": "30M", "TM": "30S"}[letter]
        head = ("PT" if letter[0] == "T" else "P") + (f"{whole}{letter[-1]}" if whole else "")
        return head + rest
    amount = shown(count * times)
    return f"PT{amount}{letter[1:]}" if letter[0] == "T" else f"P{amount}{letter}"


def _factor(designator: str) -> int:
    figures = re.match(r"\d+", designator)
    return int(figures[0]) if figures else 1


def _unresolved(designator: str) -> str:
    return {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "Q": "XXXX-QX"}.get(
        designator[-1:] if designator[0] != "T" else "", "XXXX-XX-XX"
    )
