"""What a resolver is given, and what it gives back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from dateline.model.mention import TimexType
from dateline.model.time import Period
from dateline.model.times_rules import TimeRule, TimeWords

STATED = "stated"
FROM_PUBLICATION = "relative to publication"
ABOUT_PUBLICATION = "roughly, relative to publication"
FROM_TEXT = "relative to text"
YEAR_INFERRED = "year inferred from publication"
WEEKDAY_INFERRED = "inferred from weekday"

_FRACTION = re.compile(r"(\d+)\s+(\d)/(\d)$")
_TAIL = re.compile(r"\s+of(?:\s+the)?$")


Tense = Literal["future", "past", "unknown"]


class Scope(NamedTuple):
    """Where an expression stands: its rule, the day of publication, the last period named, the turn of the sentence."""

    rule: TimeRule
    words: TimeWords
    anchor: date | None
    previous: Period | None
    tense: Tense
    """Where the nearest verb looks."""
    exact: str
    """The words as they stand, capitals kept."""
    before: str
    """Up to 24 characters before them."""
    after: str
    """Up to 24 characters after them."""

    def follows(self, context: str) -> bool:
        """True where the words before the expression are such as `context` of words.toml describes."""
        return self.words.contexts[context].search(self.before.lower()) is not None

    def precedes(self, context: str) -> bool:
        """True where the words after the expression are such."""
        return self.words.contexts[context].match(self.after.lower()) is not None

    @property
    def future(self) -> bool:
        """True where the nearest verb looks ahead."""
        return self.tense == "future"


class Resolved(NamedTuple):
    """TIMEX3 value, and the period where one is forced."""

    value: str
    period: Period | None = None
    basis: str = STATED
    type: TimexType | None = None
    """Where it differs from the rule's."""


Groups = Mapping[str, str | None]


def one(groups: Groups, *names: str) -> str | None:
    """The first of the named groups that holds something."""
    for name in names:
        found = groups.get(name)
        if found:
            return found
    return None


def number(text: str, words: TimeWords) -> float | None:
    """The number that the words name: "twenty-four", "1,200", "2 1/2", "a couple of"; None for a vague one."""
    plain = _TAIL.sub("", text.strip()).replace(",", "")
    fraction = _FRACTION.match(plain)
    if fraction:
        return int(fraction[1]) + int(fraction[2]) / int(fraction[3])
    if plain[:1].isdigit():
        return float(plain)
    if plain.startswith("half"):
        return 0.5
    total = 0.0
    current = 0.0
    for token in re.findall(r"[a-z]+", plain):
        if token == "and":
            continue
        if token not in words.numbers:
            return None
        value = words.numbers[token]
        if token == "couple" or (value in (100, 1000, 12) and token != "twelve"):
            current = max(current, 1) * value
        else:
            current += value
        if value == 1000:
            total, current = total + current, 0.0
    return total + current or None


def shown(count: float) -> str:
    """3.0 as "3", 2.5 as "2.5"."""
    return f"{count:g}" if count < 1_000_000 else f"{count:.0f}"
