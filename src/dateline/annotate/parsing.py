"""Sentences as the parser should see them: long names as one word, headline capitals undone, parses mended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.annotate.repairs import mended
from dateline.annotate.words import parser_words
from dateline.grammar import Tree
from dateline.model import (
    ActorMention,
    Article,
    PlaceMention,
    Sentence,
    TimeMention,
)
from dateline.model.syntax import NameSpan, Word
from dateline.ports import Parser

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_VESSEL = re.compile(r"\b[MFS]/[VT]\b")
"""What stands before a ship's name, or for it: motor vessel, motor tanker, fishing vessel, sailing vessel."""
_POSITION = re.compile(r"\b(?:position|pos|coordinates)\b[\s:.]*(?:of |at )?$", re.IGNORECASE)
"""What introduces a latitude and longitude."""
_NAUTICAL = re.compile(r"(?<=\d )(?:nm|NM)\b")
"""Nautical miles, which the parser knows by no such letters."""

_TURNED = re.compile(
    r"\b[a-z]+[ -]turned[ -]"
    r"(?P<now>barracks|base|camp|clinic|dormitory|fortress|headquarters|hospital|market|prison|shelter|store)s?\b"
)
"""What a place was and is now ("a school turned shelter"), in which the parser sees a verb."""


def parsed_sentences(
    article: Article, spans: Sequence[tuple[int, int, int]], wanted: Sequence[bool], *, actors: Sequence[ActorMention],
    places: Sequence[PlaceMention], times: Sequence[TimeMention], parser: Parser,
    headline: frozenset[str], opening: frozenset[str],
) -> list[Sentence]:  # fmt: skip
    """All sentences, the wanted ones with tokens; long names are handed to the parser as one word."""
    names = _names(article.text, actors, places)
    lower: frozenset[str] | None = None
    units: list[list[Word]] = []
    for (block, start, end), want in zip(spans, wanted, strict=True):
        if not want:
            continue
        words = parser.words(article.text, start, end)
        capitals = _all_capitals([w for w in _WORD.findall(article.text[start:end]) if len(w) > 3])
        heads = article.blocks[block].kind in ("title", "heading") and _title_case(article.text, start, end)
        inside = [n for n in names if n.start < end and start < n.end]
        if heads and lower is None:
            lower = _lower_words(article, headline)
        opens = opening & {w.form.casefold() for w in words[:1]}
        small = _everything(words) if capitals else (lower if heads else opens)
        units.append(parser_words(words, names=inside, lower=small))
    tokens = iter(parser.parse(units))
    return [
        Sentence(
            start=s,
            end=e,
            block=b,
            tokens=Tree(mended(next(tokens), [t for t in times if s <= t.start < e])) if want else (),
        )
        for (b, s, e), want in zip(spans, wanted, strict=True)
    ]


_FAMILIAR = {"person": "Clinton", "group": "Hamas", "force": "Hamas", "organisation": "Reuters", "outlet": "Reuters"}
"""Kind of actor → a name of that kind that the parser knows from its training."""


def _everything(words: Sequence[Word]) -> frozenset[str]:
    """All the words, lower case: where everything is in capitals, capitals mean nothing."""
    return frozenset(w.form.casefold() for w in words)


def _names(text: str, actors: Sequence[ActorMention], places: Sequence[PlaceMention]) -> list[NameSpan]:
    """Names that the parser should see as one familiar word, in order, none overlapping."""
    spans = [
        NameSpan(start=m.start, end=m.end, form=_FAMILIAR.get(m.actor.kind, "Israel"))
        for m in actors
        if m.rule == "actor table"
    ]
    spans += [
        NameSpan(start=s, end=e, form="Baghdad")
        for s, e in (_core(m) for m in places)
        if any(c in " -–" for c in text[s:e])
    ]
    spans += [NameSpan(start=m.start(), end=m.end(), form="vessel") for m in _VESSEL.finditer(text)]
    readings = [_reading(text, m) for m in places if m.place.precision == "position"]
    readings += [NameSpan(start=m.start(), end=m.end(), form="miles") for m in _NAUTICAL.finditer(text)]
    readings += [NameSpan(start=m.start(), end=m.end(), form=m["now"]) for m in _TURNED.finditer(text)]
    found: list[NameSpan] = []
    for span in sorted((*spans, *readings), key=lambda s: (s.start, -s.end)):
        last = text[span.start : span.end].split()[-1:] or [""]
        named = last[0][:1].isupper() or "-" in last[0] or span in readings
        if named and (not found or span.start >= found[-1].end):
            found.append(span)
    return found


def _reading(text: str, mention: PlaceMention) -> NameSpan:
    """ "position 12-30N 045-10E": latitude and longitude, with the word for them, as the name of one place."""
    word = _POSITION.search(text, max(0, mention.start - 20), mention.start)
    return NameSpan(start=word.start() if word else mention.start, end=mention.end, form="Baghdad")


def _core(mention: PlaceMention) -> tuple[int, int]:
    """The name inside a place mention, without "30 km south of" or "northern"."""
    exact = mention.exact
    if (
        mention.place.relation is None
        and exact[:1].isupper()
        and " of " not in exact
        and "," not in exact
        and exact[:4] not in ("Port", "City")
    ):
        return mention.start, mention.end
    name = mention.place.name
    at = exact.find(name)
    return (mention.start + at, mention.start + at + len(name)) if at >= 0 else (mention.start, mention.start)


def _all_capitals(words: Sequence[str]) -> bool:
    """Whether most of the words are written in capitals."""
    return len(words) >= 3 and sum(w.isupper() for w in words) / len(words) > 0.7


def _title_case(text: str, start: int, end: int) -> bool:
    """Whether most words of the stretch begin with a capital."""
    words = [w for w in _WORD.findall(text[start:end]) if len(w) > 3]
    if _all_capitals(words):
        return True
    return len(words) >= 3 and sum(w[0].isupper() for w in words) / len(words) > 0.7


def _lower_words(article: Article, headline: frozenset[str]) -> frozenset[str]:
    """Words that the body writes in lower case, or no name is made of: a headline's capitals on them mean nothing."""
    return (
        frozenset(
            w for b in article.blocks if b.kept and b.kind != "title" for w in _WORD.findall(b.text) if w.islower()
        )
        | headline
    )
