"""From the page as received to the annotated document."""

from __future__ import annotations

from datetime import datetime

import msgspec

from dateline.model.mention import Mention
from dateline.model.record import Record
from dateline.model.text import Block, Sentence
from dateline.model.time import Published


class Page(Record, frozen=True, kw_only=True):
    """Bytes as received, addressed by their SHA-256, with where and when they came from."""

    id: str
    source: str
    """Path or URL given; for a JSONL row its url, else its id."""
    content: bytes
    media_type: str
    """"text/html", "text/plain" or "application/json" (one JSONL row)."""
    headers: dict[str, str] = msgspec.field(default_factory=dict)
    fetched: datetime | None = None
    given: dict[str, str] = msgspec.field(default_factory=dict)
    """What whoever handed the page over said of it: url, title, published, outlet, language."""


class Outlet(Record, frozen=True, kw_only=True):
    """Who publishes: name, and what the outlet table knows of it."""

    name: str
    domain: str | None = None
    country: str | None = None
    owner: str | None = None
    affiliation: str | None = None
    family: str | None = None


class Article(Record, frozen=True, kw_only=True):
    """One immutable text with its blocks, and what is known of its publication.

    `id` depends on source and text alone. `blocks` holds all of the page, kept and dropped, in page order; kept ones
    have spans in `text`. A title stands in `text` as a block of kind "title".
    """

    id: str
    page: str
    source: str
    title: str | None
    text: str
    blocks: tuple[Block, ...]
    outlet: Outlet | None = None
    byline: str | None = None
    language: str | None = None
    published: Published | None = None

    @property
    def body(self) -> str:
        """The kept text without the title."""
        return "\n\n".join(b.text for b in self.blocks if b.kept and b.kind != "title")

    @property
    def dropped(self) -> tuple[Block, ...]:
        """The blocks left out, each with its reason."""
        return tuple(b for b in self.blocks if not b.kept)


class Document(Record, frozen=True, kw_only=True):
    """An article with its sentences and the mentions found in it, in text order."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    genre: str | None = None
    """What the page is, where its words of violence mean something else: "sport", "market"; None for plain news."""
