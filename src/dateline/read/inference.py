"""The day that a text forces: weekdays beside days of the month, years it names, terms that have a first year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dateline.model.reading import Era
from dateline.model.record import Record
from dateline.model.time import Period, Published
from dateline.read.days import NamedDay, NamedWeekday, named_days, named_weekdays, years
from dateline.read.telling import AHEAD, latest_told

_FIRST_YEAR = 2000
_TOLD = "inferred from weekday"
_BACK = re.compile(r"\b(?:since|until|from|by|before|after|between|anniversary of|as of)(?: the)?\W*$", re.I)
_WEEK = timedelta(days=6)
_NEAR = 25
"""Code points before a day in which a word may say that it lies ahead."""
_RECENT = 15
"""Years back to which the latest year that a text names is taken to stand near its own."""


class _Reading(Record, frozen=True, kw_only=True):
    """One year taken as the year of publication: how well it fits, and the day it then gives."""

    year: int
    fit: int
    anchor: date
    evidence: str
    told: bool = False
    """True where the day is one that the text tells of, not one that it calls its own."""


class Bounds(Record, frozen=True, kw_only=True):
    """The years in which a page can have been published, and what rules the others out."""

    first: int
    last: int
    because_first: str
    because_last: str
    named: bool = False
    """True where `first` is a year that the text names: pages seldom name no year close to their own."""

    def excludes(self, year: int) -> str | None:
        """Why the year cannot be, or None."""
        if year < self.first:
            return self.because_first
        return self.because_last if year > self.last else None


def inferred(text: str, *, dateline: NamedDay | None, eras: Sequence[Era], latest: date) -> Published | None:
    """The publication date that the text forces, never reliable; None where it forces none."""
    days = list(named_days(text))
    bounds = bounds_of(text, days, eras=eras, latest=latest)
    weekdays = list(named_weekdays(text))
    readings = [
        reading
        for year in range(_FIRST_YEAR, latest.year + 1)
        if (reading := _in_year(year, days, weekdays, dateline=dateline)) and reading.anchor <= latest
    ]
    best = max((reading.fit for reading in readings), default=0)
    fitting = [reading for reading in readings if reading.fit == best]
    possible = [reading for reading in fitting if bounds.excludes(reading.year) is None]
    if possible and len({(each.anchor.month, each.anchor.day, each.anchor.weekday()) for each in fitting}) == 1:
        close = bounds.named and latest.year - bounds.first <= _RECENT
        chosen = possible[0] if close else possible[-1]
        day, evidence = chosen.anchor, chosen.evidence
        if chosen.told and (later := latest_told(text, since=day)) and later[0] <= latest:
            day, evidence = later[0], f"{evidence}; {later[1]}"
        return Published(
            period=Period(start=day, end=day, precision="day"),
            basis=_TOLD,
            reliable=False,
            evidence=evidence,
            alternatives=tuple(_lost(each, bounds) for each in reversed(fitting) if each is not chosen),
        )
    return None


def bounds_of(text: str, days: Sequence[NamedDay], *, eras: Sequence[Era], latest: date) -> Bounds:
    """The years between which the text can have been published, by the years and terms in it."""
    first, because_first = _FIRST_YEAR, f"before {_FIRST_YEAR}"
    last, because_last = latest.year, f"after {latest}"
    named = [*years(text), *(named.year for named in days if named.year)]
    named = [year for year in named if first <= year <= latest.year]
    if named:
        first, because_first = max(named), f"the text names {max(named)}"
    for era in eras:
        if not (found := era.pattern.search(text)):
            continue
        if era.since and era.since.year > first:
            named = []
            first, because_first = era.since.year, f"“{found[0]}” is not found before {era.since}"
        if era.until and era.until.year < last:
            last, because_last = era.until.year, f"“{found[0]}” is not said so after {era.until}"
    return Bounds(
        first=first, last=max(first, last), because_first=because_first, because_last=because_last, named=bool(named)
    )


def _in_year(
    year: int, days: Sequence[NamedDay], weekdays: Sequence[NamedWeekday], *, dateline: NamedDay | None
) -> _Reading | None:
    """How the days named without a year agree with the weekdays named, were `year` the year of publication."""
    own = dateline is not None or any(named.today for named in weekdays)
    paired = _paired(year, [d for d in days if d.year is None and d.weekday is not None], told=not own)
    if paired is not None:
        return paired
    open_days = [d for d in days if d.year is None]
    best: _Reading | None = None
    for anchor in [dateline] if dateline else open_days:
        at = anchor.in_year(year)
        if at is None:
            continue
        week = {d.start: on for d in open_days if (on := _near(d, at, year=year))}
        reading = _agreement(at, week, weekdays, dateline=dateline)
        if reading and (best is None or (reading.fit, reading.anchor) > (best.fit, best.anchor)):
            best = reading
    return best


def _paired(year: int, pairs: Sequence[NamedDay], *, told: bool) -> _Reading | None:
    if not pairs:
        return None
    agreeing = [(on, d) for d in pairs if (on := d.in_year(year)) and on.weekday() == d.weekday]
    if len(agreeing) * 2 <= len(pairs):
        return None
    anchor, words = max(agreeing, key=lambda pair: pair[0])
    return _Reading(year=year, fit=10 * len(agreeing), anchor=anchor, evidence=words.exact, told=told)


def _near(named: NamedDay, anchor: date, *, year: int) -> date | None:
    on = named.in_year(year)
    return on if on and timedelta(0) <= anchor - on <= _WEEK else None


def _agreement(
    anchor: date, week: dict[int, date], weekdays: Sequence[NamedWeekday], *, dateline: NamedDay | None
) -> _Reading | None:
    """The weekdays of the text that a day named in the week up to `anchor` falls on; one alone must be called today."""
    on = {day.weekday(): day for day in week.values()}
    agreed = {named.weekday: named for named in weekdays if named.weekday in on}
    today = [named for named in weekdays if named.today]
    if any(named.weekday != anchor.weekday() for named in today):
        return None
    if len({named.weekday for named in weekdays}) > 4:
        return None
    fit = len(agreed) + (2 if today else 0) + (1 if dateline and len(agreed) > 1 and anchor.weekday() in agreed else 0)
    if fit < 2:
        return None
    evidence = "; ".join(f"{named.exact} = {on[weekday].day} {on[weekday]:%B}" for weekday, named in agreed.items())
    return _Reading(year=anchor.year, fit=fit, anchor=anchor, evidence=evidence or anchor.isoformat())


def stated(opening: Sequence[str], *, text: str, latest: date) -> Published | None:
    """The latest whole day that the title or the lead names, if the text names no later year and does not look back."""
    whole = [
        (on, named.exact)
        for words in opening
        for named in named_days(words)
        if named.year
        and (on := named.in_year(named.year))
        and on <= latest
        and not _BACK.search(words[max(0, named.start - 20) : named.start])
    ]
    if not whole:
        return None
    day, exact = max([max(whole), *_told_after(text, max(whole)[0], latest=latest)])
    if any(day.year < year <= latest.year for year in years(text)):
        return None
    return Published(period=Period(start=day, end=day, precision="day"), basis="text", reliable=False, evidence=exact)


def _told_after(text: str, day: date, *, latest: date) -> Iterator[tuple[date, str]]:
    """Whole days after `day` that the text tells of as past, with their words: no page comes out before them."""
    for named in named_days(text):
        on = named.in_year(named.year) if named.year else None
        if on and day < on <= latest and not AHEAD.search(text[max(0, named.start - _NEAR) : named.start]):
            yield on, named.exact


def _lost(reading: _Reading, bounds: Bounds) -> str:
    why = bounds.excludes(reading.year) or "fits as well"
    return f"{reading.anchor}: {why}"
