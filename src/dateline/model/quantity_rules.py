"""Compiled words for counts."""

from __future__ import annotations

import re
from typing import Literal

from dateline.model.record import Record

Bound = Literal["at_least", "more_than", "at_most", "about"]


class QuantityFound(Record, frozen=True, kw_only=True):
    """What an example must give."""

    exact: str
    low: int
    high: int | None = None
    approximate: bool = False
    who: str | None = None


class QuantityExample(Record, frozen=True, kw_only=True):
    """A sentence and all counts in it."""

    text: str
    found: tuple[QuantityFound, ...]


class QuantityRules(Record, frozen=True, kw_only=True):
    """Patterns and word lists, all over the text in small letters."""

    count: re.Pattern[str]
    """A count with the words that bound it: groups bound, low, high, number, vague, fixed, article."""
    toll: re.Pattern[str]
    """The words that lead up to a toll, matched so that they end where the count starts."""
    bounds: dict[str, Bound]
    numbers: dict[str, int]
    multipliers: dict[str, int]
    vague: dict[str, int]
    fixed: dict[str, int]
    singular: frozenset[str]
    people: frozenset[str]
    """Plurals and collectives."""
    outcomes: frozenset[str]
    general: frozenset[str]
    qualities: frozenset[str]
    """Adjectives that do not belong to `who`."""
    uncounted: frozenset[str]
    months: frozenset[str]
    stops: frozenset[str]
    harm: frozenset[str]
    examples: tuple[QuantityExample, ...] = ()
