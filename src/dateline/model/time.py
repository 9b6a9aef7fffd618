"""Time as the page gives it: a period and how precise it is."""

from __future__ import annotations

from datetime import date
from typing import Literal

from dateline.errors import InvalidRecord
from dateline.model.record import Record

Precision = Literal[
    "day", "range", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"
]
"""Calendar unit that the words name; "range" where two ends are given or a span of days is counted.

Of a vague stretch ("recent days", "the next few weeks") it is the unit that its length stays under.
"""


class Period(Record, frozen=True, kw_only=True):
    """Whole days from `start` to `end`, both included."""

    start: date
    end: date
    precision: Precision

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise InvalidRecord(item="Period", expected="start <= end", found=f"{self.start} > {self.end}")
        if self.precision == "day" and self.start != self.end:
            raise InvalidRecord(item="Period", expected="one day", found=f"{self.start}..{self.end}")


class Published(Record, frozen=True, kw_only=True):
    """A publication date with its evidence; `reliable` is False where it was inferred or sources differ."""

    period: Period
    basis: str
    """How it is known: "given", "JSON-LD", "feed", "URL", "WARC", "meta", "dateline", "inferred from weekday"…"""
    reliable: bool
    evidence: str
    """The words or markup that say it."""
    alternatives: tuple[str, ...] = ()
    """Other readings that were possible, with why they lost."""
