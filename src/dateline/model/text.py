"""Where words stand: spans and quotes in one immutable text, tokens and sentences over it."""

from __future__ import annotations

from typing import Literal

from dateline.errors import InvalidRecord
from dateline.model.record import Record


class Span(Record, frozen=True, kw_only=True):
    """A half-open range of Unicode code points in `Article.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InvalidRecord(item="Span", expected="0 <= start <= end", found=f"{self.start}, {self.end}")


class Quote(Record, frozen=True, kw_only=True):
    """Exact words and where they stand: `text[start:end] == exact` always."""

    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.exact):
            raise InvalidRecord(
                item="Quote", expected=f"end - start == {len(self.exact)}", found=f"{self.start}, {self.end}"
            )


def quote(text: str, start: int, end: int) -> Quote:
    """The words of `text` from `start` to `end` as a Quote."""
    return Quote(start=start, end=end, exact=text[start:end])


class Token(Record, frozen=True, kw_only=True):
    """One parsed token: offsets in `Article.text`, Universal POS, Penn tag, dependency label and head index."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    """Index of the head within the sentence's tokens; the root points to itself."""


class Gist(Record, frozen=True, kw_only=True):
    """What a sentence tells of as a whole, as the learned reader has it; shares from 0 to 1."""

    quiet: float
    """How surely it tells of no happening."""
    acled: str | None = None
    """The likeliest ACLED sub-event type; None for no political violence or disorder."""
    acled_share: float = 0.0


class Sentence(Record, frozen=True, kw_only=True):
    """A sentence of one kept block; `tokens` is empty where nothing asked for a parse."""

    start: int
    end: int
    block: int
    """Index into `Article.blocks`."""
    tokens: tuple[Token, ...] = ()
    gist: Gist | None = None
    """What the learned reader makes of it as a whole; absent where it was not asked."""


BlockKind = Literal["title", "heading", "paragraph", "list", "quote", "caption", "other"]


class Block(Record, frozen=True, kw_only=True):
    """A piece of a page, kept or dropped, with the reason; a kept one has a span in `Article.text`."""

    text: str
    kind: BlockKind
    kept: bool
    reason: str
    """Why it was kept or dropped, e.g. "body", "navigation", "sign-up", "photo credit"."""
    start: int | None = None
    end: int | None = None
