"""What reading a page needs to know: compiled line rules, markup hints, outlets, eras, limits."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from dateline.model.article import Outlet
from dateline.model.record import Record

Where = Literal["anywhere", "head", "tail", "edges"]
"""Where on a page a line rule holds: before the body starts, after it ends, at either end, or anywhere."""


class LineRule(Record, frozen=True, kw_only=True):
    """A kind of line that is no part of the story, and the reason it is dropped.

    `section` marks a heading that takes the lines under it along: a sign-up block, a list of other stories.
    """

    id: str
    reason: str
    pattern: re.Pattern[str]
    where: Where = "anywhere"
    section: bool = False
    within: bool = False
    """True where the pattern may stand inside a longer line, False where it must cover the whole line."""
    needs: tuple[str, ...] = ()
    """Letters, small ones, of which some stand in every line that the pattern meets; none are asked for if empty."""
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


FactValue = Literal["count", "day", "point", "words"]
"""What stands behind a label: a number, a date, coordinates, or any short words."""


class FactLabel(Record, frozen=True, kw_only=True):
    """The words by which a page on an incident names a fact, and what kind of value follows them."""

    id: str
    pattern: re.Pattern[str]
    value: FactValue
    core: bool = False
    """True where the label by itself shows that the page lists facts of an incident."""
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


class MarkupRule(Record, frozen=True, kw_only=True):
    """Class, id, role or tag words by which HTML marks what is no part of the story."""

    reason: str
    words: frozenset[str]


class Era(Record, frozen=True, kw_only=True):
    """A term that no page can use before `since`, or is unlikely to use in this form after `until`."""

    id: str
    pattern: re.Pattern[str]
    since: date | None = None
    until: date | None = None
    source: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


class Notice(Record, frozen=True, kw_only=True):
    """A page that stands in front of the story: a consent form, a bot check, a paywall stub."""

    code: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


class ReadingRules(Record, frozen=True, kw_only=True):
    """All that `read` is told about pages."""

    lines: tuple[LineRule, ...]
    markup: tuple[MarkupRule, ...]
    notices: tuple[Notice, ...]
    eras: tuple[Era, ...]
    outlets: dict[str, Outlet]
    """By domain without "www."."""
    outlet_names: dict[str, Outlet]
    """By name in lower case."""
    languages: frozenset[str]
    """ISO 639-1 codes of the languages that are read."""
    telltale: dict[str, frozenset[str]]
    """Commonest words of a language, by its code."""
    facts: tuple[FactLabel, ...] = ()


class Limits(Record, frozen=True, kw_only=True):
    """How much of the outside is let in."""

    size: int = 20_000_000
    """Bytes of one page after decompression."""
    timeout: float = 20.0
    """Seconds for one network read."""
    redirects: int = 5
