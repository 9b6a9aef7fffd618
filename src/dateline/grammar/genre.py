"""What a page is about, where its words of violence mean something else: sport, markets, fiction, weather, the past."""

from __future__ import annotations

import re
from collections import Counter

from dateline.model import Article
from dateline.model.lexicon import Genres

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_LIFE = re.compile(r"\b1[89]\d\d\s?[–-]\s?20\d\d\b")
OPENING = 200
"""Code points from the start within which a span of years is a life's."""
SHARE = 0.018
"""Share of a page's words that must be of a genre."""
DISTINCT = 5
"""Different words of the genre that must stand there."""
OUTWEIGHS = 1.3
"""How many times as often as words of violence they must come."""


def genre(article: Article, genres: Genres) -> str | None:
    """The genre of the page, or None where it is plain news; the title counts twice."""
    if _LIFE.search(article.text[:OPENING]) and "died" in article.text:
        return "obituary"
    words: Counter[str] = Counter()
    for word, count in Counter(_WORD.findall(article.text)).items():
        words[word.casefold().removesuffix("'s").removesuffix("’s")] += count
    words.update(w.casefold() for w in _WORD.findall(article.title or ""))
    if not words:
        return None
    violence = _weight(words, genres.violence)
    found = {name: _weight(words, terms) for name, terms in genres.words.items()}
    name = max(found, key=lambda n: found[n][0])
    count, distinct = found[name]
    if distinct < DISTINCT or count / words.total() < SHARE:
        return None
    return name if count >= OUTWEIGHS * violence[0] else None


def _weight(words: Counter[str], terms: frozenset[str]) -> tuple[int, int]:
    """How many of the words are among the terms, and how many different ones."""
    hits = words.keys() & terms
    return sum(words[w] for w in hits), len(hits)
