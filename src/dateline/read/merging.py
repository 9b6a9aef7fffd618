"""The story's blocks and all else that the page shows, in one page order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.model.reading import LineRule
from dateline.read.boilerplate import FACTS, Verdict, is_prose, verdicts
from dateline.read.facts import REPEATED
from dateline.read.pieces import Piece

_NO_LETTER = re.compile(r"[\W_]+")
_UNNAMED = "outside the story"
_LINK = "link to another page"
_OFTEN = 3
_TELLING = 24
"""Letters from which on a run of words is hardly found twice on a page."""
_FOREIGN = frozenset({"advert", "sign-up", "share bar", "cookie note", "other stories", "comments", "navigation"})
"""Marks that speak against a block even where the extractor took it for the story."""
_ELSEWHERE = frozenset({REPEATED, "advert", "sign-up", "other stories", "comments"})
"""Marks of facts that are told again, or of another page."""
_RARE = 0.15
"""Share of the story's letters below which a mark is about the block, not about the whole story."""


def merged(
    story: Sequence[Piece], visible: Sequence[Piece], *, title: str | None, rules: Sequence[LineRule]
) -> tuple[list[Piece], list[Verdict]]:
    """Pieces in page order with verdicts: the story's own by line rules and markup, the rest dropped as marked."""
    told = {_bare(part) for piece in visible for part in piece.parts}
    story = [piece for piece in story if is_prose(piece.text) or _bare(piece.text) not in told]
    keys = [_bare(piece.text) for piece in story]
    judged = _judged(story, keys, visible, title=title, rules=rules)
    pieces: list[Piece] = []
    found: list[Verdict] = []
    exact, whole = set(keys), "\n".join(keys)
    taken = 0
    for piece in visible:
        key = _bare(piece.text)
        if piece.parts:
            out = piece.mark if piece.mark in _ELSEWHERE else None
            pieces.append(piece)
            found.append(Verdict(kept=out is None, reason=out or FACTS))
        elif key in exact or (len(key) >= _TELLING and key in whole):
            until = next((i + 1 for i in range(taken, len(keys)) if key in keys[i]), taken)
            pieces.extend(story[taken:until])
            found.extend(judged[taken:until])
            taken = until
        elif not any(len(k) >= _TELLING and k in key for k in keys[taken : taken + 2]):
            pieces.append(piece)
            found.append(Verdict(kept=False, reason=piece.mark or _UNNAMED))
    pieces.extend(story[taken:])
    found.extend(judged[taken:])
    return pieces, found


def _judged(
    story: Sequence[Piece],
    keys: Sequence[str],
    visible: Sequence[Piece],
    *,
    title: str | None,
    rules: Sequence[LineRule],
) -> list[Verdict]:
    seen: dict[str, Piece] = {}
    for piece in visible:
        seen.setdefault(_bare(piece.text), piece)
    foreign = _foreign(keys, seen)
    heading = _bare(title) if title else None
    often = {key for key, times in Counter(keys).items() if times >= _OFTEN}
    judged = verdicts(story, rules=rules)
    for index, (piece, key) in enumerate(zip(story, keys, strict=True)):
        shown = seen.get(key)
        if not judged[index].kept:
            continue
        if key == heading:
            judged[index] = Verdict(kept=False, reason="repeats the title")
        elif key in often:
            judged[index] = Verdict(kept=False, reason="said over and over")
        elif shown and shown.mark in foreign and not is_prose(piece.text):
            judged[index] = Verdict(kept=False, reason=shown.mark or _UNNAMED)
        elif shown and shown.linked and piece.kind != "heading" and not is_prose(piece.text):
            judged[index] = Verdict(kept=False, reason=_LINK)
    for index in range(len(story) - 1, -1, -1):
        if judged[index].kept and story[index].kind == "heading" and not _has_body(story, judged, index):
            judged[index] = Verdict(kept=False, reason="heading with nothing under it")
    return judged


def _has_body(story: Sequence[Piece], judged: Sequence[Verdict], index: int) -> bool:
    """True where something is kept under the heading at `index`; a heading under a heading counts."""
    return any(verdict.kept for verdict in judged[index + 1 : index + 2]) or any(
        verdict.kept and piece.kind != "heading"
        for piece, verdict in zip(story[index + 1 : index + 4], judged[index + 1 : index + 4], strict=True)
    )


def _foreign(keys: Sequence[str], seen: Mapping[str, Piece]) -> frozenset[str]:
    """The marks that few of the story's letters carry."""
    letters: Counter[str] = Counter()
    for key in keys:
        if (shown := seen.get(key)) and shown.mark:
            letters[shown.mark] += len(key)
    total = sum(map(len, keys)) or 1
    return frozenset(mark for mark in _FOREIGN if letters[mark] < total * _RARE)


def _bare(text: str) -> str:
    return _NO_LETTER.sub("", text.casefold())
