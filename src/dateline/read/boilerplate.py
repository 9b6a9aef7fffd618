"""Which pieces are the story and which are not: line rules from files, position from the shape of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.reading import LineRule
from dateline.model.record import Record
from dateline.read.pieces import Piece, one_line

BODY = "body"
FACTS = "facts"
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_CAPITALS = re.compile(r"(?=[^a-z]*[A-Z]{2})[A-Z0-9!-/:-@‘’“”–—…]+(?:\s[A-Z0-9!-/:-@‘’“”–—…]+){4,}")
_LONG = 90
_CLOSING = 12
_LONGEST_RULED = 600
_LONGEST_WITHIN = 320
_CONTROLS = frozenset({"view-image", "click-to-expand", "play-video"})
_CREDITS = frozenset({"photo credit", "copyright"})
_TEASERS = "other stories"
_LATE = 0.3
"""Share of the page's letters within which a section heading is held to stand after the story."""
_SUMMARY = 260


class Verdict(Record, frozen=True, kw_only=True):
    """Kept or dropped, why, and by which rule."""

    kept: bool
    reason: str
    rule: LineRule | None = None


def is_prose(text: str) -> bool:
    """True for a paragraph that reads like running text: long, or of some length and closed like a sentence."""
    closed = _SENTENCE_END.search(text[-_CLOSING:])
    return closed is not None and (len(text) >= _LONG or text.count(" ") >= 8)


def verdicts(pieces: Sequence[Piece], *, rules: Sequence[LineRule], scraped: bool = False) -> list[Verdict]:
    """For each piece whether it is kept and why, by its words and its place between the first and last prose.

    `scraped` says that the pieces are a whole page without markup, so that stray lines past its end go, too.
    """
    texts = [one_line(piece.text) for piece in pieces]
    known = {text: _hits(text, rules) for text in dict.fromkeys(texts)}
    hits = [known[text] for text in texts]
    first, last = _body(texts, hits)
    found: list[Verdict] = []
    for index, (piece, matching) in enumerate(zip(pieces, hits, strict=True)):
        place = "head" if index < first else "tail" if index > last else "body"
        hit = next((rule for rule in matching if _holds_at(rule, place)), None)
        if piece.mark is not None:
            found.append(Verdict(kept=False, reason=piece.mark))
        elif hit is not None:
            found.append(Verdict(kept=False, reason=hit.reason, rule=hit))
        else:
            found.append(Verdict(kept=True, reason=BODY))
    _drop_captions(texts, found)
    _drop_sections(texts, found, last=last)
    if not texts or not texts[first].isupper():
        _drop_capitals(texts, found, first=first)
    if scraped:
        _drop_strays(texts, found)
    _keep_credited(texts, found)
    for index, piece in enumerate(pieces):
        if piece.parts:
            found[index] = Verdict(kept=piece.mark is None, reason=piece.mark or FACTS)
    return found


def _keep_credited(texts: Sequence[str], found: list[Verdict]) -> None:
    """Keeps prose that closes with an agency, as captions do, where nothing else is left: a notice and its source."""
    if any(verdict.kept for verdict in found):
        return
    for index, verdict in enumerate(found):
        told = len(texts[index]) >= _LONG and ". " in texts[index]
        if told and verdict.rule is not None and verdict.reason in _CREDITS:
            found[index] = Verdict(kept=True, reason=BODY)


def _hits(text: str, rules: Sequence[LineRule]) -> tuple[LineRule, ...]:
    """Every rule whose pattern the line meets, wherever on the page it stands."""
    if len(text) > _LONGEST_RULED:
        return ()
    is_short, held = len(text) <= _LONGEST_WITHIN, text.lower().__contains__
    return tuple(
        rule
        for rule in rules
        if (is_short or not rule.within)
        and (not rule.needs or any(map(held, rule.needs)))
        and (rule.pattern.search(text) if rule.within else rule.pattern.fullmatch(text))
    )


def _holds_at(rule: LineRule, place: str) -> bool:
    return rule.where in ("anywhere", place) or (rule.where == "edges" and place != "body")


def _body(texts: Sequence[str], hits: Sequence[tuple[LineRule, ...]]) -> tuple[int, int]:
    """Index of the first and last paragraph of prose that no rule speaks against; the whole page where none is."""
    prose = [index for index, text in enumerate(texts) if not hits[index] and is_prose(text)]
    return (prose[0], prose[-1]) if prose else (0, len(texts) - 1)


def _drop_captions(texts: Sequence[str], found: list[Verdict]) -> None:
    """Drops the sentence between a picture's controls and its credit; a line not closed there may be the title."""
    for index in range(1, len(found) - 1):
        before, after = found[index - 1].rule, found[index + 1].rule
        closed = _SENTENCE_END.search(texts[index]) is not None
        if found[index].kept and closed and before and after and before.id in _CONTROLS and after.reason in _CREDITS:
            found[index] = Verdict(kept=False, reason="caption")


def _drop_sections(texts: Sequence[str], found: list[Verdict], *, last: int) -> None:
    """Drops the lines under a dropped heading that opens a section: titles of other stories, and their summaries."""
    total = sum(map(len, texts)) or 1
    for index, verdict in enumerate(found):
        if verdict.rule is None or not verdict.rule.section:
            continue
        is_late = sum(map(len, texts[index + 1 :])) < total * _LATE
        if verdict.reason != _TEASERS and not is_late:
            continue
        for i in range(index + 1, len(texts)):
            if found[i].kept and is_prose(texts[i]) and not (is_late and _is_summary(texts, i, after=index, last=last)):
                break
            if found[i].kept:
                found[i] = Verdict(kept=False, reason=verdict.rule.reason, rule=verdict.rule)


def _is_summary(texts: Sequence[str], index: int, *, after: int, last: int) -> bool:
    """True for short prose alone under a title of its own, as a teaser is, with nothing but such below it."""
    rest = texts[index + 1 : last + 1]
    alone = index > after + 1 and not is_prose(texts[index - 1]) and (not rest or not is_prose(rest[0]))
    return alone and len(texts[index]) <= _SUMMARY and sum(map(is_prose, rest)) * 2 <= len(rest)


def _drop_capitals(texts: Sequence[str], found: list[Verdict], *, first: int) -> None:
    """Drops lines all in capitals amid a body that is not: they head other stories or parts of this one."""
    for index in range(first + 1, len(texts)):
        words = texts[index]
        if found[index].kept and _CAPITALS.fullmatch(words) and not _SENTENCE_END.search(words):
            found[index] = Verdict(kept=False, reason="line in capitals amid the body")


def _drop_strays(texts: Sequence[str], found: list[Verdict]) -> None:
    """Drops what stands past the last kept prose of a scraped page and is no sentence: stray titles, names, links."""
    prose = [index for index, text in enumerate(texts) if found[index].kept and is_prose(text)]
    if not prose:
        return
    for index in range(prose[-1] + 1, len(texts)):
        if found[index].kept and len(texts[index]) < _LONG and not _SENTENCE_END.search(texts[index]):
            found[index] = Verdict(kept=False, reason="stray line after the body")
