"""The numbers that a telling gives of whomever or whatever: 27 women, nine guests, 140 rifles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.model.resolution import NumberRules

_TOKEN = re.compile(r"(?<![\w-])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:[.:]\d+)*)|[^\W\d_]+")
_NOTE = re.compile(r"\[\d+\]")
LEAST = 3
"""Of one or two there are too many to tell happenings apart."""
_YEARS = range(1900, 2101)


def numbers(texts: Iterable[str], *, rules: NumberRules) -> frozenset[int]:
    """The numbers, in figures or words, that count somebody or something; days, miles, years and notes are left out."""
    return frozenset(n for text in texts for n in _counts(_TOKEN.findall(_NOTE.sub(" ", text)), rules) if n >= LEAST)


def _counts(tokens: Sequence[str], rules: NumberRules) -> Iterator[int]:
    at = 0
    while at < len(tokens):
        number, end = _number(tokens, at, rules)
        if number is not None and _is_count(number, tokens, at, end, rules):
            yield number
        at = max(end, at + 1)


def _number(tokens: Sequence[str], at: int, rules: NumberRules) -> tuple[int | None, int]:
    """The number that begins at a token, and where it ends; None where none does."""
    if tokens[at][0].isdigit():
        figures = tokens[at].replace(",", "")
        return (int(figures) if figures.isdigit() else None), at + 1
    total = part = 0
    end = at
    if tokens[at].casefold() == "a" and end + 1 < len(tokens) and tokens[end + 1].casefold() in rules.multipliers:
        part, end = 1, at + 1
    while end < len(tokens):
        word = tokens[end].casefold()
        if word in rules.numerals:
            part += rules.numerals[word]
        elif word in rules.multipliers and end > at:
            part = max(part, 1) * rules.multipliers[word]
            total, part = (total + part, 0) if rules.multipliers[word] > 100 else (total, part)
        elif not (
            word == "and" and end > at and end + 1 < len(tokens) and tokens[end + 1].casefold() in rules.numerals
        ):
            break
        end += 1
    return (total + part if end > at else None), end


def _is_count(number: int, tokens: Sequence[str], at: int, end: int, rules: NumberRules) -> bool:
    """Whether it counts: no year, no day of a month, and nothing of what is measured."""
    after = tokens[end].casefold() if end < len(tokens) else ""
    before = tokens[at - 1].casefold() if at else ""
    dated = before in rules.months or after in rules.months or number in _YEARS
    return not dated and after not in rules.uncounted and before not in rules.before
