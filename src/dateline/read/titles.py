"""The headline at the head of a scraped text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.read.boilerplate import Verdict, is_prose
from dateline.read.pieces import Piece, one_line

_NO_HEADLINE = re.compile(r"[.…,;:][\"'”’»)\]]*$|^\W*[-–—•·]|[a-z][.!?] ?[A-Z]|—$")
_LONGEST = 160


def title_at(pieces: Sequence[Piece], judged: Sequence[Verdict]) -> str | None:
    """The first kept line before the body that stands like a headline: short, not closed like a sentence.

    A text of one line has none.
    """
    if sum(verdict.kept for verdict in judged) < 2:
        return None
    for piece, verdict in zip(pieces, judged, strict=True):
        words = one_line(piece.text)
        if not verdict.kept:
            continue
        if is_prose(words) or len(words) > _LONGEST or _NO_HEADLINE.search(words):
            return None
        if words.count(" ") >= 2:
            return words
    return None
