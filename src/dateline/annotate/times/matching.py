"""Time mentions of a stretch of text: which rules are tried, which match wins, what it resolves to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import reduce

from dateline.annotate.times import on_anchor, on_calendar, on_lengths, on_years
from dateline.annotate.times.scope import Groups, Resolved, Scope, Tense
from dateline.model.mention import TimeMention
from dateline.model.time import Period
from dateline.model.times_rules import TimeRule, TimeRules

_TOKEN = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|(?:1[5-9]|20)\d0s|['’]\d0s")
_CLOCK = re.compile(r"\d\s?[ap]\.?m\b|\d[:.h][0-5]\d")
_SLASH = re.compile(r"\d[/.][0-3]?\d[/.]\d")
_REACH, _FAR = 90, 240
"""Characters on either side within which a verb turns a bare weekday or month."""
_EDGE = 24
_WIDE = frozenset(("week", "month", "season", "half", "quarter", "year", "decade"))
_NO_DAY = "XXXX-XX-XX"

_RESOLVERS: dict[str, Callable[[Groups, Scope], Resolved | None]] = {
    "ago": on_anchor.ago,
    "calendar": on_calendar.calendar,
    "calendar_night": on_calendar.calendar_night,
    "calendar_range": on_calendar.calendar_range,
    "century": on_years.century,
    "clock": on_lengths.clock,
    "day_of_month": on_calendar.day_of_month,
    "decade": on_years.decade,
    "deictic": on_anchor.deictic,
    "duration": on_lengths.duration,
    "fixed": on_lengths.fixed,
    "fixed_by_group": on_lengths.fixed_by_group,
    "holiday": on_calendar.holiday,
    "military": on_calendar.military,
    "month": on_calendar.month,
    "month_range": on_calendar.month_range,
    "neighbour": on_anchor.neighbour,
    "numeric": on_calendar.numeric,
    "part_alone": on_lengths.part_alone,
    "part_of_day": on_anchor.part_of_day,
    "quarter": on_years.quarter,
    "season": on_years.season,
    "set": on_lengths.set_,
    "unit": on_anchor.unit,
    "weekday": on_anchor.weekday,
    "weekday_night": on_anchor.weekday_night,
    "window": on_anchor.window,
    "year": on_years.year,
    "year_ago": on_anchor.year_ago,
    "year_in_words": on_years.year_in_words,
    "year_range": on_years.year_range,
}
RESOLVERS = frozenset(_RESOLVERS)


def time_mentions(
    text: str, *, start: int, end: int, rules: TimeRules, anchor: date | None, previous: Period | None = None
) -> tuple[TimeMention, ...]:
    """The time expressions of `text[start:end]`, in text order, none overlapping; offsets count in the whole text.

    `anchor` is the day of publication: without it, no relative time has a period. `previous` is the last period named
    before `start`; "the next day" leans on it. Durations and sets have no period, except a counted window that ends or
    starts at publication ("the past 24 hours"), which has the range of days that it may touch.
    """
    exact = text[start:end]
    low = _lowered(exact)
    kinds = _kinds(low, rules)
    if not kinds:
        return ()
    matches = [
        (found.start(), -found.end(), order, rule, found)
        for order, rule in enumerate(rules.rules)
        if rule.needs <= kinds
        for found in rule.pattern.finditer(low)
    ]
    if not matches:
        return ()
    matches.sort(key=lambda m: m[:3])
    names = [m.span() for m in rules.names.finditer(exact)]
    mentions: list[TimeMention] = []
    free = 0
    for _, _, _, rule, found in matches:
        if found.start() < free or any(s < found.end() and found.start() < e for s, e in names):
            continue
        mention = _mention(exact, low, start, rule, found, rules, anchor, previous)
        if mention is None:
            continue
        joined = _dated(exact, start, mentions, mention, joint=rules.words.contexts["joint"])
        if joined is not None:
            mentions[-1:] = [joined]
        else:
            mentions.append(mention)
        free = found.end()
        previous = _reference(mention, previous)
    return tuple(mentions)


def leaned_on(mentions: Iterable[TimeMention], previous: Period | None) -> Period | None:
    """The period that words after these mentions lean on, where `previous` was the one before them."""
    return reduce(lambda before, mention: _reference(mention, before), mentions, previous)


def _dated(
    exact: str, start: int, mentions: list[TimeMention], mention: TimeMention, *, joint: re.Pattern[str]
) -> TimeMention | None:
    """An hour and the day right after it as one: "5 p.m., Nov. 9"."""
    if not mentions or mention.type != "DATE" or mention.period is None or mention.period.precision != "day":
        return None
    hour = mentions[-1]
    if hour.type != "TIME" or not hour.value.startswith(_NO_DAY):
        return None
    if joint.fullmatch(exact, hour.end - start, mention.start - start) is None:
        return None
    return TimeMention(
        start=hour.start,
        end=mention.end,
        exact=exact[hour.start - start : mention.end - start],
        rule=hour.rule,
        type="TIME",
        value=mention.value[:10] + hour.value[len(_NO_DAY) :],
        period=mention.period,
        basis=mention.basis,
    )


def _reference(mention: TimeMention, previous: Period | None) -> Period | None:
    """The period that later words lean on: the one just named, unless it only looks back for comparison.

    "The third time this year" leaves the day that was named before it to lean on.
    """
    if mention.period is None or mention.type not in ("DATE", "TIME"):
        return previous
    wider = previous is not None and previous.precision == "day" and mention.period.precision in _WIDE
    if wider and previous is not None and mention.period.start <= previous.start <= mention.period.end:
        return previous
    back = mention.rule in ("ago", "year-ago") and previous is not None and mention.period.start < previous.start
    return previous if back else mention.period


def _lowered(exact: str) -> str:
    """Small letters, one for one."""
    low = exact.lower()
    return low if len(low) == len(exact) else "".join(c.lower() if len(c.lower()) == 1 else c for c in exact)


def _kinds(low: str, rules: TimeRules) -> set[str]:
    """The kinds of time word that the sentence holds: most hold none, and cost no more than this."""
    kinds: set[str] = set()
    for token in rules.kinds.keys() & set(_TOKEN.findall(low)):
        kinds |= rules.kinds[token]
    if _DIGIT.search(low):
        if _YEAR.search(low):
            kinds |= {"year", "decade", "digit"}
        if _CLOCK.search(low):
            kinds |= {"clock", "digit"}
        if _SLASH.search(low):
            kinds.add("slash")
        kinds.add("digit")
    return kinds


def _mention(
    exact: str,
    low: str,
    start: int,
    rule: TimeRule,
    found: re.Match[str],
    rules: TimeRules,
    anchor: date | None,
    previous: Period | None,
) -> TimeMention | None:
    first, last = found.span()
    scope = Scope(
        rule=rule,
        words=rules.words,
        anchor=anchor,
        previous=previous,
        tense=_tense(low, first, last, rules),
        exact=exact[first:last],
        before=exact[max(0, first - _EDGE) : first],
        after=exact[last : last + _EDGE],
    )
    try:
        resolved = _RESOLVERS[rule.resolver](found.groupdict(), scope)
    except OverflowError:  # "the last 2,050 years": it reaches beyond the calendar
        return None
    if resolved is None:
        return None
    return TimeMention(
        start=start + first,
        end=start + last,
        exact=scope.exact,
        rule=rule.id,
        type=resolved.type or rule.type,
        value=resolved.value,
        period=resolved.period,
        basis=resolved.basis,
        since=_opens(scope),
    )


def _opens(scope: Scope) -> bool:
    """True for "since X" and "from X on"."""
    return scope.follows("since") or (scope.follows("from") and scope.precedes("onwards"))


def _last_verb(low: str, first: int, reach: int, rules: TimeRules) -> re.Match[str] | None:
    """The last word that turns a time before the expression, within its sentence."""
    begin = max(0, first - reach)
    for found in rules.words.contexts["sentence_end"].finditer(low, begin, first):
        begin = found.end()
    return next(reversed(list(rules.tense.finditer(low, begin, first))), None)


def _tense(low: str, first: int, last: int, rules: TimeRules) -> Tense:
    """Where the nearest verb before the expression looks, or else the first one after it, or one ahead from afar."""
    stop = rules.words.contexts["sentence_end"]
    nearest = _last_verb(low, first, _REACH, rules)
    if nearest is None:
        end = stop.search(low, last, last + _REACH)
        nearest = rules.tense.search(low, last, end.start() if end else min(last + _REACH, len(low)))
    if nearest is None and (far := _last_verb(low, first, _FAR, rules)) is not None and far.lastgroup == "future":
        nearest = far
    if nearest is None:
        return "unknown"
    return "future" if nearest.lastgroup == "future" else "past"
