"""Protocols of the outside: what Dateline asks of it, and no more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Literal, Protocol, TypeVar

from dateline.model.account import Account
from dateline.model.article import Article, Page
from dateline.model.event import Event
from dateline.model.gazetteer import GazetteerEntry
from dateline.model.hints import Hints
from dateline.model.incident import Incident
from dateline.model.issue import Issue
from dateline.model.judgement import Judgement
from dateline.model.query import IncidentQuery
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


class TriggerReader(Protocol):
    """Finds the words of a sentence that tell of happenings, by having learned it from examples."""

    def knows(self, text: str, start: int, end: int) -> bool:
        """Whether a word of `text[start:end]` is one that has told of a happening; cheap, and asked first."""
        ...

    def read(self, text: str, start: int, end: int, *, renamed: Sequence[tuple[int, int, str]] = ()) -> Hints:
        """What `text[start:end]`, one sentence, tells of, with offsets into `text`.

        `renamed` are stretches of the sentence, in order, with the words to read in their place.
        """
        ...


Kept = Literal["new", "changed", "unchanged"]
"""What keeping a page came to: its source was new, it is a new version of a known source, or nothing changed."""


class LedgerWriter(Protocol):
    """Keeps pages with what was read in them, and what was drawn from that. Each call is all or nothing."""

    def whole(self) -> AbstractContextManager[None]:
        """What is done within it is kept as a whole or not at all."""
        ...

    def keep(self, page: Page, article: Article, events: Sequence[Event]) -> Kept:
        """Keep one page's article and events; a changed page at a known source supersedes its older version."""
        ...

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement; `touch` has what it is about drawn anew."""
        ...

    def touch(self, events: Collection[str]) -> None:
        """Have the incidents of these events drawn anew."""
        ...

    def place(self, account: Account, keys: Collection[int]) -> None:
        """Keep an event's account under the keys by which others find it."""
        ...

    def link(self, event: str, others: Collection[str]) -> None:
        """Say that the event may be of one happening with each of the others."""
        ...

    def redraw(self, events: Collection[str], incidents: Collection[Incident]) -> None:
        """Make these the incidents of the events, in place of those that held any of them."""
        ...

    def forget_drawing(self, *, mark: str) -> None:
        """Drop all accounts, links and incidents; `mark` says by which rules they will be drawn anew."""
        ...

    def close(self) -> None:
        """Let go of the storage."""
        ...


class LedgerView(Protocol):
    """Answers what is kept. Older versions of a source are kept but speak in no event and no incident."""

    def holds(self, page: Page) -> bool:
        """Whether this very page is the current version of its source."""
        ...

    def revision(self) -> int:
        """A number that grows whenever an article or event changes."""
        ...

    def mark(self) -> str | None:
        """By which rules the incidents are drawn; None before the first time."""
        ...

    def accounts(self) -> Iterator[tuple[Event, Article]]:
        """The events of all current articles, by event id."""
        ...

    def sources(self) -> tuple[str, ...]:
        """All sources, in order."""
        ...

    def versions(self, source: str) -> tuple[Article, ...]:
        """The articles read at a source, oldest first; the last one is current."""
        ...

    def page(self, article: str) -> Page | None:
        """The page as received from which the article with this id was read."""
        ...

    def articles(self, ids: Collection[str]) -> tuple[Article, ...]:
        """The articles with these ids, in that order; unknown ids are left out."""
        ...

    def events(self, ids: Collection[str]) -> tuple[Event, ...]:
        """The current events with these ids, in that order; unknown ids are left out."""
        ...

    def told(self, ids: Collection[str]) -> tuple[tuple[Event, Article], ...]:
        """The current events with these ids, each with its article, in that order."""
        ...

    def events_at(self, source: str) -> tuple[Event, ...]:
        """The current events of a source, by id."""
        ...

    def unplaced(self, limit: int) -> tuple[tuple[Event, Article], ...]:
        """At most so many current events that have no account yet."""
        ...

    def stale(self) -> frozenset[str]:
        """The events whose incidents are to be drawn anew."""
        ...

    def placed(self, events: Collection[str]) -> tuple[Account, ...]:
        """The accounts of these events."""
        ...

    def meeting(self, keys: Collection[int]) -> Iterator[Account]:
        """The accounts that are kept under any of the keys."""
        ...

    def linked(self, events: Collection[str]) -> frozenset[str]:
        """The events that may be of one happening with any of these."""
        ...

    def together(self, events: Collection[str]) -> frozenset[frozenset[str]]:
        """The events of every incident that holds any of these."""
        ...

    def deliveries(self) -> Iterator[tuple[str | None, str | None, int, int]]:
        """(outlet, day of publication, current articles, their events), for every outlet and day."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, oldest first."""
        ...

    def incidents(self, query: IncidentQuery) -> Iterator[Incident]:
        """The incidents that the query asks for, latest first."""
        ...

    def incident(self, prefix: str) -> tuple[Incident, ...]:
        """The incidents whose id begins with `prefix`, by id."""
        ...

    def holding(self, events: Collection[str]) -> tuple[Incident, ...]:
        """The incidents that hold any of the events, by id."""
        ...

    def successors(self, prefix: str) -> tuple[Incident, ...]:
        """The incidents that now hold the event that gave its id to an incident whose id began with `prefix`."""
        ...

    def sizes(self) -> dict[str, int]:
        """How many sources, articles (all versions), events and incidents are kept."""
        ...


class Ledger(LedgerWriter, LedgerView, Protocol):
    """A whole ledger."""


Item = TypeVar("Item")
Result = TypeVar("Result")


class Runner(Protocol):
    """Applies a pure function to items, one at a time, and gives the results in the order of the items."""

    def __call__(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]: ...
