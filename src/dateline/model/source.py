"""What an outlet delivered to a ledger."""

from __future__ import annotations

from datetime import date
from typing import Literal

from dateline.model.record import Record

Trend = Literal["silent", "half", "double"]


class Source(Record, frozen=True, kw_only=True):
    """What one outlet delivered. Days are those of publication; `recent` and `usual` are articles a week."""

    outlet: str | None
    articles: int
    events: int
    undated: int
    first: date | None = None
    last: date | None = None
    recent: int = 0
    usual: float = 0.0
    gap: float = 0.0
    """The usual number of days from one article to the next."""
    trend: Trend | None = None
