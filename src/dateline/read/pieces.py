"""The pieces of a page before anyone judged them, and the spans of paragraphs in scraped text."""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.model.record import Record
from dateline.model.text import BlockKind

_BREAKS = dict.fromkeys(map(ord, "\r\x0b\x0c\x85\u2028\u2029"), "\n")
"""Other line breaks, each read as the one that it is as long as."""
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_CARRIES_ON = re.compile(r"[,;:.)\]a-z’”]|['\"] ?[,.;)]")
_LEFT_OPEN = re.compile(
    r"(?:[,(–—-]|\b(?:and|or|the|an?|of|to|by|in|on|at|for|with|from|are|is|was|were|that|as|his|her|their|its|than))$"
)


class Piece(Record, frozen=True, kw_only=True):
    """A block of a page as found: its words, kind, and span in the text it was found in (0, 0 for markup)."""

    text: str
    kind: BlockKind = "paragraph"
    start: int = 0
    end: int = 0
    mark: str | None = None
    """The reason that the markup itself gives for leaving it out."""
    linked: bool = False
    """True where every word of it stands in a link."""
    parts: tuple[str, ...] = ()
    """The blocks that a fact was made of: its label, its value; of other pieces none."""


def paragraphs(text: str) -> tuple[Piece, ...]:
    """The paragraphs of plain text with their spans: parted by blank lines, or by line breaks that end a sentence."""
    given = text
    found: list[Piece] = []
    position = 0
    text = text.translate(_BREAKS)
    for chunk in re.split(r"(\n[^\S\n]*(?:\n[^\S\n]*)+)", text):
        if chunk.strip():
            found.extend(_in_chunk(text, given, position, position + len(chunk)))
        position += len(chunk)
    return tuple(found)


def _in_chunk(text: str, given: str, start: int, end: int) -> list[Piece]:
    lines = _line_spans(text, start, end)
    wrapped = _is_wrapped([text[a:b] for a, b in lines])
    merged: list[tuple[int, int]] = []
    for at, (a, b) in enumerate(lines):
        before = text[slice(*merged[-1])] if merged else ""
        after = text[slice(*lines[at + 1])] if at + 1 < len(lines) else ""
        if before and (_joins(before, text[a:b], wrapped=wrapped) or _is_name_between(before, text[a:b], after)):
            merged[-1] = (merged[-1][0], b)
        else:
            merged.append((a, b))
    return [Piece(text=given[a:b], start=a, end=b) for a, b in merged]


def _line_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text[start:end]):
        words = line[0].strip()
        if words:
            a = start + line.start() + len(line[0]) - len(line[0].lstrip())
            spans.append((a, a + len(words)))
    return spans


def _is_wrapped(lines: list[str]) -> bool:
    """True where an editor broke the lines at a fixed width."""
    if len(lines) < 2:
        return False
    longest = max(map(len, lines))
    full = [line for line, after in pairwise(lines) if len(line) + 1 + len(after.split(None, 1)[0]) > longest * 0.85]
    broken = [line for line in lines[:-1] if not _ENDS.search(line)]
    return 40 <= longest <= 100 and len(full) >= 0.8 * (len(lines) - 1) and len(broken) >= (len(lines) - 1) * 0.5


def _joins(before: str, line: str, *, wrapped: bool) -> bool:
    if wrapped:
        return True
    return bool(_LEFT_OPEN.search(before) or (_CARRIES_ON.match(line) and not _ENDS.search(before)))


_NAME = 60
"""Characters of a name that stands on a line of its own, at most."""
_PROSE = 8
"""Words from which on a line is no heading."""


def _is_name_between(before: str, line: str, after: str) -> bool:
    """ "… struck the frigate / Jamaran / on Monday": words on a line of their own inside a sentence."""
    inside = len(line) <= _NAME and line[:1].isupper() and not _ENDS.search(line)
    opened = len(before.split()) >= _PROSE and not _ENDS.search(before)
    return inside and opened and after[:1].islower()


def one_line(text: str) -> str:
    """The words parted by single spaces."""
    return " ".join(text.split())
