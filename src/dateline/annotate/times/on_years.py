"""Resolvers for years, quarters, seasons, decades and centuries."""

from __future__ import annotations

import re
from datetime import date

from dateline.annotate.times import periods
from dateline.annotate.times.scope import FROM_PUBLICATION, YEAR_INFERRED, Groups, Resolved, Scope, one

_NTH = re.compile(r"\d+")


def year(groups: Groups, scope: Scope) -> Resolved | None:
    """A year in figures, unless what stands beside it shows a count."""
    number = int(groups["year"] or 0)
    modified = not scope.exact[:1].isdigit()
    if scope.precedes("count_after") or (scope.follows("count_before") and not modified):
        return None
    round_or_old = number % 100 == 0 or number < 1900 or number > 2050
    if round_or_old and not modified and not scope.follows("year_before"):
        return None
    fiscal = "fiscal" in scope.exact.lower()
    return Resolved(str(number), None if fiscal else periods.year(number))


def year_in_words(groups: Groups, scope: Scope) -> Resolved:
    """ "Nineteen ninety-six", with a month where one stands before it."""
    number = 2000
    if groups.get("tens"):
        ones = scope.words.numbers[groups["ones"] or ""] if groups.get("ones") else 0
        number = int(1900 + scope.words.numbers[groups["tens"] or ""] + ones)
    if groups.get("month"):
        name = scope.words.months[groups["month"] or ""]
        return Resolved(f"{number}-{name:02}", periods.month(number, name))
    return Resolved(str(number), periods.year(number))


def year_range(groups: Groups, scope: Scope) -> Resolved | None:
    """Two years."""
    first = one(groups, "year", "year_before") or ""
    last = one(groups, "year2", "year2_after") or ""
    if len(last) == 2:
        if not scope.after[:1].isalnum() and int(last) <= 12 and int(last) <= int(first[2:]):
            return None
        last = first[:2] + last
    if int(first) >= int(last):
        return None
    period = periods.span(periods.year(int(first)).start, periods.year(int(last)).end)
    return Resolved(f"{first}/{last}", period)


def decade(groups: Groups, scope: Scope) -> Resolved | None:
    """ "The 1990s" → "199"; "the eighties" are those of the last century; a person's are not a time."""
    if groups.get("decade"):
        value = groups["decade"] or ""
    elif groups.get("short"):
        value = f"19{groups['short']}"
    else:
        if not re.search(r"\bthe\b", scope.exact.lower()):
            return None
        value = f"19{scope.words.decades[groups['word'] or ''] // 10}"
    return Resolved(value, periods.decade(int(value) * 10))


def century(groups: Groups, scope: Scope) -> Resolved | None:
    """ "The 19th century" → "18"."""
    nth = groups["nth"] or ""
    figures = _NTH.match(nth)
    number = int(figures[0]) if figures else 21 if nth == "twenty-first" else scope.words.ordinals[nth]
    if not 1 < number <= 21:
        return None
    return Resolved(f"{number - 1:02}", periods.century((number - 1) * 100))


def quarter(groups: Groups, scope: Scope) -> Resolved | None:
    """A quarter or half of a year; without a year, the latest that has begun. Fiscal ones have no period."""
    named = groups["nth"] or ""
    nth = int(named[0]) if named[:1].isdigit() else scope.words.ordinals[named]
    letter = "Q" if groups["kind"] == "quarter" else "H"
    year_number, basis = _year_of_quarter(groups, nth, letter, scope)
    if year_number is None:
        return None if letter == "H" else Resolved(f"XXXX-Q{nth}")
    if letter == "H" and nth > 2:
        return None
    period = periods.quarter(year_number, nth) if letter == "Q" else periods.half(year_number, nth)
    fiscal = "fiscal" in scope.exact.lower()
    return Resolved(f"{year_number}-{letter}{nth}", None if fiscal else period, basis)


def _year_of_quarter(groups: Groups, nth: int, letter: str, scope: Scope) -> tuple[int | None, str]:
    text = one(groups, "year", "year_before") or ""
    if text[:1].isdigit():
        return int(text), "stated"
    if scope.anchor is None or (letter == "H" and not text and not groups.get("direction")):
        return None, "stated"
    shift = {"last": -1, "next": 1, "this": 0}.get(one(groups, "direction") or text.split(" ")[0])
    if shift is not None:
        return scope.anchor.year + shift, FROM_PUBLICATION
    begun = 0 if periods.quarter(scope.anchor.year, nth).start <= scope.anchor or scope.future else -1
    return scope.anchor.year + begun - (1 if groups.get("back") else 0), YEAR_INFERRED


def season(groups: Groups, scope: Scope) -> Resolved | None:
    """A season of a year; without one, the latest that has begun, or the next where the words look ahead."""
    code = scope.words.seasons[groups["season"] or ""]
    text = groups.get("year") or ""
    if text[:1].isdigit():
        return Resolved(f"{text}-{code}", periods.season(int(text), code))
    if scope.anchor is None:
        return Resolved(f"XXXX-{code}")
    direction = (groups.get("direction") or "").split()[-1:]
    if not direction and not text and not re.search(r"(?:the|early|late|mid)\b", scope.exact.lower()):
        return None
    shift = {"last": -1, "next": 1, "this": 0}.get(text.split(" ")[0]) if text else None
    around = scope.anchor
    number = around.year + shift if shift is not None else _season_year(code, direction, around, future=scope.future)
    return Resolved(f"{number}-{code}", periods.season(number, code), FROM_PUBLICATION)


def _season_year(code: str, direction: list[str], anchor: date, *, future: bool) -> int:
    this = periods.season(anchor.year, code)
    if direction == ["last"]:
        return anchor.year if this.end < anchor else anchor.year - 1
    if direction in (["next"], ["coming"]) or future:
        return anchor.year if this.start > anchor or direction == ["coming"] else anchor.year + 1
    if direction == ["this"]:
        return anchor.year
    return anchor.year if this.start <= anchor else anchor.year - 1
