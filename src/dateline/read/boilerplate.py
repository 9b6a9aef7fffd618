"""Which pieces are the story and which are not: line rules from files, position from the shape of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.reading import LineRule
from dateline.model.record import Record
from dateline.read.pieces import Piece, one_line

BODY = "body"
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_LONG = 90
_LONGEST_RULED = 600


class Verdict(Record, frozen=True, kw_only=True):
    """Kept or dropped, why, and by which rule."""

    kept: bool
    reason: str
    rule: LineRule | None = None


def is_prose(text: str) -> bool:
    """True for a paragraph that reads like running text: long, or of some length and closed like a sentence."""
    words = text.count(" ") + 1
    return bool(_SENTENCE_END.search(text)) and (len(text) >= _LONG or words >= 9)


def verdicts(pieces: Sequence[Piece], *, rules: Sequence[LineRule]) -> list[Verdict]:
    """For each piece whether it is kept and why, by its words and its place between the first and last prose."""
    texts = [one_line(piece.text) for piece in pieces]
    hits = [_hit(text, rules) for text in texts]
    first, last = _body(texts, hits)
    found: list[Verdict] = []
    for index, (piece, hit) in enumerate(zip(pieces, hits, strict=True)):
        place = "head" if index < first else "tail" if index > last else "body"
        if piece.mark is not None:
            found.append(Verdict(kept=False, reason=piece.mark))
        elif hit is not None and (hit.where in ("anywhere", place) or (hit.where == "edges" and place != "body")):
            found.append(Verdict(kept=False, reason=hit.reason, rule=hit))
        else:
            found.append(Verdict(kept=True, reason=BODY))
    _drop_sections(texts, found, last=last)
    _drop_ends(texts, found, first=first, last=last)
    return found


def _hit(text: str, rules: Sequence[LineRule]) -> LineRule | None:
    if len(text) > _LONGEST_RULED:
        return None
    for rule in rules:
        if rule.pattern.search(text) if rule.within else rule.pattern.fullmatch(text):
            return rule
    return None


def _body(texts: Sequence[str], hits: Sequence[LineRule | None]) -> tuple[int, int]:
    """Index of the first and last paragraph of prose that no rule speaks against; the whole page where there is none."""
    prose = [index for index, text in enumerate(texts) if hits[index] is None and is_prose(text)]
    return (prose[0], prose[-1]) if prose else (0, len(texts) - 1)


def _drop_sections(texts: Sequence[str], found: list[Verdict], *, last: int) -> None:
    """Drops the lines under a dropped heading that opens a section: its teasers, and in the tail all that follows."""
    total = sum(len(text) for text, verdict in zip(texts, found, strict=True) if verdict.kept) or 1
    for index, verdict in enumerate(found):
        if verdict.rule is None or not verdict.rule.section:
            continue
        after = sum(len(texts[i]) for i in range(index + 1, len(texts)) if found[i].kept)
        is_tail = index > last or after < total * 0.25
        for i in range(index + 1, len(texts)):
            if not found[i].kept:
                continue
            if is_prose(texts[i]) and not is_tail:
                break
            if is_prose(texts[i]) and i <= last and verdict.rule.reason != "other stories":
                break
            found[i] = Verdict(kept=False, reason=verdict.rule.reason, rule=verdict.rule)


def _drop_ends(texts: Sequence[str], found: list[Verdict], *, first: int, last: int) -> None:
    """Drops what stands past the last prose and is no sentence: stray titles, names, links."""
    if first == last == len(texts) - 1:
        return
    for index in range(last + 1, len(texts)):
        if found[index].kept and not _SENTENCE_END.search(texts[index]):
            found[index] = Verdict(kept=False, reason="stray line after the body")
