"""Judged pieces → one text and its blocks."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.record import Record
from dateline.model.text import Block
from dateline.read.boilerplate import Verdict
from dateline.read.pieces import Piece, one_line

PARTED = "\n\n"


class Assembled(Record, frozen=True, kw_only=True):
    """The text of an article and the blocks of its page."""

    text: str
    blocks: tuple[Block, ...]


def joined(pieces: Sequence[Piece], judged: Sequence[Verdict], *, title: str | None) -> Assembled:
    """A new text: the title, then the kept pieces; dropped ones stay among the blocks without a span."""
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    if title:
        parts.append(title)
        blocks.append(Block(text=title, kind="title", kept=True, reason="title", start=0, end=len(title)))
        length = len(title)
    for piece, verdict in zip(pieces, judged, strict=True):
        words = one_line(piece.text)
        if not verdict.kept:
            blocks.append(Block(text=words, kind=piece.kind, kept=False, reason=verdict.reason))
            continue
        start = length + (len(PARTED) if parts else 0)
        parts.append(words)
        length = start + len(words)
        blocks.append(Block(text=words, kind=piece.kind, kept=True, reason=verdict.reason, start=start, end=length))
    return Assembled(text=PARTED.join(parts), blocks=tuple(blocks))


def in_place(text: str, pieces: Sequence[Piece], judged: Sequence[Verdict], *, title: str | None) -> Assembled:
    """The text as it is, its blocks spanned where they stand; a title that is no line of it is put after it."""
    blocks: list[Block] = []
    titled = title is None
    for piece, verdict in zip(pieces, judged, strict=True):
        heading = None if titled or title is None else _heading(piece, title)
        is_title = heading is not None
        titled = titled or is_title
        start, end = heading or (piece.start, piece.end)
        blocks.append(
            Block(
                text=text[start:end],
                kind="title" if is_title else piece.kind,
                kept=verdict.kept or is_title,
                reason="title" if is_title else verdict.reason,
                start=start,
                end=end,
            )
        )
    if titled or title is None:
        return Assembled(text=text, blocks=tuple(blocks))
    start = len(text) + len(PARTED)
    last = Block(text=title, kind="title", kept=True, reason="title", start=start, end=start + len(title))
    return Assembled(text=f"{text}{PARTED}{title}", blocks=(*blocks, last))


def _heading(piece: Piece, title: str) -> tuple[int, int] | None:
    """The span of the title in a line that is nothing else but ornaments around it."""
    if one_line(piece.text) == title:
        return piece.start, piece.end
    before, found, after = piece.text.partition(title)
    if not found or any(map(str.isalnum, before + after)):
        return None
    return piece.start + len(before), piece.end - len(after)
