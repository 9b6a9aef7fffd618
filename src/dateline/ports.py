"""Protocols of the outside: what Dateline asks of it, and no more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

from dateline.model.article import Page
from dateline.model.gazetteer import GazetteerEntry
from dateline.model.issue import Issue
from dateline.model.reading import Limits


class Fetcher(Protocol):
    """Turns one source into its pages, and whatever cannot be had into issues; never raises for bad input."""

    def __call__(self, source: str, *, given: Mapping[str, str], limits: Limits) -> Iterator[Page | Issue]: ...


class Gazetteer(Protocol):
    """Knows which places a name can mean."""

    def named(self, keys: Collection[str]) -> Mapping[str, tuple[GazetteerEntry, ...]]:
        """The places of each folded name (`place_key`) that is known, most populous first; unknown names are absent."""
        ...
