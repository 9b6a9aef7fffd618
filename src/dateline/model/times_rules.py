"""Compiled rules for time expressions, and the words that they are made of."""

from __future__ import annotations

import re
from datetime import date

from dateline.model.mention import TimexType
from dateline.model.record import Record


class TimeExample(Record, frozen=True, kw_only=True):
    """A sentence, the words in it that the rule must find, and their TIMEX3 value."""

    text: str
    exact: str
    value: str
    anchor: date | None = None


class TimeRule(Record, frozen=True, kw_only=True):
    """A pattern over the text in small letters, and the resolver that reads its named groups.

    The rule is tried only where the sentence holds all kinds of word in `needs`.
    """

    id: str
    type: TimexType
    resolver: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    value: str | None = None
    """The fixed value of rules whose resolver is "fixed"."""
    examples: tuple[TimeExample, ...] = ()
    counterexamples: tuple[str, ...] = ()


class TimeWords(Record, frozen=True, kw_only=True):
    """Word lists, all in small letters."""

    months: dict[str, int]
    """Full and short names."""
    weekdays: dict[str, int]
    """Full and short names; Monday is 1."""
    units: dict[str, str]
    """Singular → TimeML designator, "T" before those below a day, a leading number to multiply by: "D", "TH", "10Y"."""
    numbers: dict[str, float]
    ordinals: dict[str, int]
    seasons: dict[str, str]
    parts: dict[str, str]
    decades: dict[str, int]
    holidays: dict[str, str]
    """Name → "MM-DD"."""
    contexts: dict[str, re.Pattern[str]]
    """What stands just before or after an expression and tells how to read it."""
    guarded: frozenset[str]
    """Month names that are common words too, and need a preposition or a year beside them."""


class TimeRules(Record, frozen=True, kw_only=True):
    """All rules in file order, and which kinds of word each token stands for."""

    rules: tuple[TimeRule, ...]
    words: TimeWords
    kinds: dict[str, frozenset[str]]
    """Token in small letters → kinds of word ("month", "unit"…)."""
    tense: re.Pattern[str]
    """Words that turn a bare weekday or month; group "future" or "past"."""
    names: re.Pattern[str]
    """Fixed names that hold a time word but are no time ("Bloody Sunday"), over the text as it stands."""
