"""Words of a block with their shapes, and the runs of them that could be a place's name."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import NamedTuple

from dateline.annotate.place_relations import relation_before
from dateline.model.gazetteer import PlaceRules, place_key

LONGEST = 6
"""Words in the longest name looked up."""
_WORD = re.compile(r"(?:[A-Z]\.){2,}|\b[A-Z]&[A-Z]\b|(?!(?<=\w[’'])[sS]\b)[^\W_]+(?:[’'ʼ‘`](?![sS]\b)[^\W_]+)*")
_GAPS = frozenset((" ", "-", "‑", "‐", "\u00a0", "  "))
_ABBREVIATED = frozenset(("st", "ste", "mt", "ft"))
_CAPITAL_DISTRICT = ("D.C.", "DC")
_ELISION = ("'", "’")
_POSSESSIVE = ("'s ", "’s ")
ARTICLES = frozenset(
    ("al", "el", "ar", "as", "ash", "at", "ath", "ad", "adh", "an", "az", "ed", "et", "es", "ez", "en", "ul")
)


class Word(NamedTuple):
    """One word: where it stands, itself, lower-cased, and whether a capital or digit opens it."""

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    digit: bool


class Run(NamedTuple):
    """Words `first` to `last` of a block, both included, and their folded name."""

    first: int
    last: int
    key: str


@lru_cache(maxsize=256)
def words(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`, possessive endings and hyphens apart; asked for twice a page, altered never."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        capital = word[0].isupper() or (len(word) > 2 and word[1] in _ELISION and word[2].isupper())
        found.append(Word(match.start(), match.end(), word, word.lower(), capital, word[0].isdigit()))
    return found


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether two neighbours may belong to one name: a space or hyphen between, or the point of "St."."""
    gap = text[left.end : right.start]
    return gap in _GAPS or (gap == ". " and left.lower in _ABBREVIATED)


def runs(text: str, block: list[Word], rules: PlaceRules) -> Iterator[Run]:
    """Every run of words that a name could be, shortest first at each start."""
    size = len(block)
    for first in range(size):
        if not _opens(text, block, first, rules):
            continue
        for last in range(first, min(first + LONGEST, size)):
            if last > first and not _continues(text, block[last - 1], block[last]):
                break
            word = block[last]
            if word.capital or (word.digit and last > first):
                yield Run(first, last, place_key(text[block[first].start : word.end]))
                yield from _with_feature(text, block, first, last, rules)
            elif last > first and word.lower not in rules.connectors:
                break


def _continues(text: str, left: Word, right: Word) -> bool:
    gap = text[left.end : right.start]
    return joined(text, left, right) or gap in _POSSESSIVE or (gap == ", " and right.text in _CAPITAL_DISTRICT)


def _with_feature(text: str, block: list[Word], first: int, last: int, rules: PlaceRules) -> Iterator[Run]:
    """The run with the small feature noun after it: "Kharg" and "island"."""
    phrase = ""
    for index in range(last + 1, min(last + 4, len(block))):
        word = block[index]
        if word.capital or not joined(text, block[index - 1], word):
            return
        phrase = f"{phrase} {word.lower}".strip()
        if phrase in rules.features_after:
            yield Run(first, index, place_key(text[block[first].start : word.end]))


def _opens(text: str, block: list[Word], first: int, rules: PlaceRules) -> bool:
    word = block[first]
    if word.capital:
        if word.lower not in rules.boundaries:
            return word.lower.replace("’", "'").split("'")[0] not in rules.boundaries
        if word.lower in ("the", "as", "an", "at"):
            return _name_follows(text, block, first)
        if text[word.end : word.end + 3] in _POSSESSIVE:
            return _name_follows(text, block, first, gap=_POSSESSIVE)
        return first > 0 and block[first - 1].lower in ("in", "near") and text[word.end : word.end + 2] == ", "
    if f"{word.lower} of" in rules.features_before:
        return first + 2 < len(block) and block[first + 1].lower == "of" and block[first + 2].capital
    gaps = _GAPS if word.lower in ("al", "el") else ("-",)
    return word.lower in ARTICLES and _name_follows(text, block, first, gap=gaps)


def _name_follows(text: str, block: list[Word], first: int, *, gap: Container[str] = _GAPS) -> bool:
    if first + 1 >= len(block) or not block[first + 1].capital:
        return False
    return text[block[first].end : block[first + 1].start] in gap


_DIGIT = re.compile(r"\d")
_MONEY = frozenset({"account", "controls", "flight", "flows", "gains", "goods", "investment", "market", "markets"})


def seats(text: str, block: list[Word], rules: PlaceRules) -> Iterator[Run]:
    """Capitals by whose they are and not by name: "the Sudanese capital", "Sudan's capital"."""
    for index, word in enumerate(block):
        if word.text != "capital" or not index or _is_named(text, block, index):
            continue
        owned = text[block[index - 1].end : word.start] in _POSSESSIVE
        for first in range(index - 1, max(-1, index - 4), -1):
            if not block[first].capital:
                break
            land = text[block[first].start : block[index - 1].end]
            article = first - 1 if first and not owned and block[first - 1].lower == "the" else None
            if owned and not _lies_beside(text, block, first):
                yield Run(first, index, f"capital {place_key(land)}")
            elif article is not None and land.lower() in rules.demonyms and not _lies_beside(text, block, article):
                yield Run(article, index, f"capital iso {rules.demonyms[land.lower()].lower()}")


def _lies_beside(text: str, block: list[Word], first: int) -> bool:
    """ "a village north of the capital", no distance told: it may be anywhere in the country."""
    relation = relation_before(text, block[first].start, block[0].start) if first else None
    return relation is not None and relation.endswith((" of", " from")) and not _DIGIT.search(relation)


def _is_named(text: str, block: list[Word], capital: int) -> bool:
    """Whether the name of the capital follows ("the Libyan capital, Tripoli"), or money is meant."""
    if capital + 1 >= len(block):
        return False
    after = block[capital + 1]
    return (
        after.lower in _MONEY
        or after.lower == "city"
        or (after.capital and text[block[capital].end : after.start] in (" ", ", "))
    )


def abbreviated(text: str, block: list[Word], rules: PlaceRules) -> Iterator[Run]:
    """Abbreviated divisions after "<Place>, ": "Springfield, Ill.". None in a text all in capitals."""
    for index in range(1, len(block)):
        before, word = block[index - 1], block[index]
        if not before.capital or text[before.end : word.start] != ", ":
            continue
        short = word.text.replace(".", "")
        if short in rules.abbreviations:
            if shouted(block):
                return
            yield Run(index, index, rules.abbreviations[short])


def longest(
    block: list[Word],
    candidates: list[Run],
    known: Container[str],
    barred: list[tuple[int, int]],
) -> list[Run]:
    """Leftmost longest runs that the gazetteer knows, none inside a barred span."""
    best: dict[int, Run] = {}
    for run in candidates:
        longer = run.first not in best or best[run.first].last < run.last
        if longer and run.key in known and not _overlaps(barred, block[run.first].start, block[run.last].end):
            best[run.first] = run
    chosen: list[Run] = []
    after = 0
    for first in sorted(best):
        if first >= after:
            chosen.append(best[first])
            after = best[first].last + 1
    return chosen


def shouted(block: list[Word]) -> bool:
    """Whether the block is all in capitals, so that they are no sign of a name or an acronym."""
    return len(block) > 2 and sum(word.text.isupper() for word in block) > 0.6 * len(block)


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which are in order, reaches into the stretch."""
    for first, last in spans:
        if first >= end:
            return False
        if start < last:
            return True
    return False
