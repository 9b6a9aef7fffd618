"""The headline at the head of a text without markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.model.record import Record
from dateline.read.boilerplate import FACTS, Verdict, is_prose
from dateline.read.dated import is_dated
from dateline.read.days import dateline
from dateline.read.pieces import Piece, one_line

_NO_HEADLINE = re.compile(r"(?<![A-Z])[.…,;:][\"'”’»)\]]*$|^\W*[-–—•·]|[a-z]{4}\. ?[A-Z]|—$")
_ASKED = re.compile(r"[!?][\"'”’»)\]]*$")
_SIGNED = re.compile(
    r"(?i)by\b|from (?:our|the)\b|(?:compiled|written|reported|edited|translated|posted|photo) (?:\w+ )?(?:by|in)\b"
)
_ORNAMENT = re.compile(r"^[^\w\"'“‘«(\[¿¡$€£#@+−-]+|[^\w\"'”’»)\]?!%.…$€£]+$")
_LONGEST = 160
_LEAD = 2_500
"""Letters of the body that a headline is compared with."""
_WORD = re.compile(r"[^\W_]{3,}")
_STEM = 5
_ENOUGH = 2.0
_STOP = frozenset((
    "about", "after", "again", "against", "also", "amid", "among", "and", "are", "before", "but", "can", "could",
    "did", "does", "for", "from", "had", "has", "have", "her", "him", "his", "how", "into", "its", "more", "most",
    "new", "not", "now", "off", "our", "out", "over", "said", "says", "she", "some", "than", "that", "the", "their",
    "them", "then", "there", "they", "this", "those", "was", "were", "what", "when", "where", "which", "who", "why",
    "will", "with", "would", "you", "your",
))  # fmt: skip


class Headline(Record, frozen=True, kw_only=True):
    """The piece that is the headline, and its words without the ornaments around them."""

    index: int
    words: str


def headline(pieces: Sequence[Piece], judged: Sequence[Verdict]) -> Headline | None:
    """The line before the body that most likely heads it; None where each is rather a name, a label or prose.

    A headline shares words with the body, has a few words itself, stands apart, and is followed by day, author or body.
    """
    lines = [one_line(piece.text) for piece in pieces]
    kept = [index for index, verdict in enumerate(judged) if verdict.kept]
    first = next((i for i in kept if _is_prose(lines[i]) or judged[i].reason == FACTS), len(lines))
    if len(kept) < 2:
        return None
    told = _stems(" ".join(lines[i] for i in kept if i >= first)[:_LEAD])
    seen = Counter(line.casefold() for line in lines)
    best: Headline | None = None
    highest = 0.0
    for i in kept:
        words = _ORNAMENT.sub("", lines[i])
        if i >= first:
            break
        if not _may_head(words):
            continue
        score = _weight(words, told) + _position(i, pieces, judged, lines, first=first)
        score -= seen[lines[i].casefold()] > 1
        if score >= _ENOUGH and score > highest:
            best, highest = Headline(index=i, words=words), score
    return best


def _may_head(words: str) -> bool:
    if len(words) > _LONGEST or words.count(" ") < 1 or _is_prose(words):
        return False
    return not (_NO_HEADLINE.search(words) or _SIGNED.match(words) or is_dated(words) or _is_dateline(words))


def _is_dateline(words: str) -> bool:
    """True for a dateline that stands alone: "GOMA, Congo (March 6)"."""
    found = dateline(words)
    return found is not None and len(found.exact) >= len(words.rstrip(" –—-"))


def _is_prose(words: str) -> bool:
    """True for running text; a question or a call may head it."""
    return is_prose(words) and not (len(words) <= _LONGEST and _ASKED.search(words))


def _weight(words: str, told: frozenset[str]) -> float:
    """How much a line says that the body says too: 0 to 4."""
    stems = _stems(words)
    if not stems:
        return 0.0
    shared = stems & told
    return 2 * len(shared) / len(stems) + min(len(shared), 4) / 4 + min(words.count(" ") + 1, 8) / 8


def _position(i: int, pieces: Sequence[Piece], judged: Sequence[Verdict], lines: Sequence[str], *, first: int) -> float:
    """How a line stands: apart from others, before a day or an author, close to the body."""
    after = next((j for j in range(i + 1, len(lines)) if judged[j].reason != "ornament"), len(lines))
    before_day = after < len(lines) and (
        is_dated(lines[after]) or judged[after].reason in ("timestamp", "byline") or bool(_SIGNED.match(lines[after]))
    )
    numbered = any(map(str.isdigit, lines[i]))
    opens = i == 0 or pieces[i].start - pieces[i - 1].end > 1
    return 0.75 * before_day + 0.5 * (after == first) + 0.5 * opens + 0.5 * numbered


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _STOP)
