"""Protocols of the outside: what Dateline asks of it, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from dateline.model.article import Page
from dateline.model.issue import Issue
from dateline.model.reading import Limits


class Fetcher(Protocol):
    """Turns one source into its pages, and whatever cannot be had into issues; never raises for bad input."""

    def __call__(self, source: str, *, given: Mapping[str, str], limits: Limits) -> Iterator[Page | Issue]: ...
