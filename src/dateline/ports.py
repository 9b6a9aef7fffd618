"""Protocols of the outside: what Dateline asks of it, and no more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from dateline.model.article import Page
from dateline.model.gazetteer import GazetteerEntry
from dateline.model.issue import Issue
from dateline.model.reading import Limits
from dateline.model.syntax import Word
from dateline.model.text import Token


class Fetcher(Protocol):
    """Turns one source into its pages, and whatever cannot be had into issues; never raises for bad input."""

    def __call__(self, source: str, *, given: Mapping[str, str], limits: Limits) -> Iterator[Page | Issue]: ...


class Gazetteer(Protocol):
    """Knows which places a name can mean."""

    def named(self, keys: Collection[str]) -> Mapping[str, tuple[GazetteerEntry, ...]]:
        """The places of each folded name (`place_key`) that is known, most populous first; unknown names are absent."""
        ...


class Parser(Protocol):
    """Splits text into words, and parses sentences of words into dependency trees."""

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words of `text[start:end]`, with offsets into `text`."""
        ...

    def parse(self, sentences: Iterable[Sequence[Word]]) -> Iterator[tuple[Token, ...]]:
        """The tokens of each sentence, in order."""
        ...
