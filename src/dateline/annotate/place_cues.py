"""What the words around a name say of it: a place, a person, an organisation, a quality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dateline.annotate.place_words import ARTICLES, Run, Word, joined, shouted
from dateline.model.gazetteer import Feature, GazetteerEntry, PlaceRules

WIDE = frozenset(
    ("country", "continent", "region", "admin1", "sea", "gulf", "strait", "canal", "camp", "base", "site", "district")
)
"""Kinds whose names are seldom people's or companies'."""
FAMOUS = 500_000
"""People in a town whose name needs no help."""
_ACRONYM = 5
"""Letters in the longest acronym that may stand for no town."""
_PARTICLES = frozenset(("de", "van", "von", "al", "el", "bin", "abu", "del", "da"))
_AFTER_DATELINE = frozenset((",", "(", "-", "–", "—", "/", ":"))
_HYPHENS = frozenset("-‐‑")
_BETWEEN = frozenset(("the", "held", "nearby"))


class Page(NamedTuple):
    """What the checks of one document share."""

    text: str
    rules: PlaceRules
    vocabulary: frozenset[str]
    """Words that the document also writes small."""
    persons: frozenset[str]
    """Family names that follow a title or a given name in it."""


def page_of(text: str, split: list[list[Word]], rules: PlaceRules) -> Page:
    """The words the document writes small, and the family names that follow a title or a given name in it."""
    small: set[str] = set()
    persons: set[str] = set()
    for block in split:
        for index, word in enumerate(block):
            if not word.capital:
                small.add(word.lower)
            if word.lower in rules.titles or (word.capital and word.lower in rules.given_names):
                persons.update(_family_names(text, block, index))
    return Page(text, rules, frozenset(small), frozenset(persons))


def _family_names(text: str, block: list[Word], index: int) -> Iterator[str]:
    """The capitalised words that follow a title or a given name, three at most."""
    for follower in range(index + 1, min(index + 4, len(block))):
        if not block[follower].capital or not joined(text, block[follower - 1], block[follower]):
            return
        yield block[follower].lower


def feature_before(text: str, left: list[Word], start: int, rules: PlaceRules) -> tuple[Feature, int] | None:
    """The feature phrase that ends just before the name, and where it begins."""
    words_left = list(left)
    while words_left and words_left[-1].lower == "the":
        words_left.pop()
    for count in (4, 3, 2):
        phrase = words_left[-count:]
        if len(phrase) == count and phrase[-1].lower == "of" and not text[phrase[-1].end : start].strip(" the\n"):
            feature = rules.features_before.get(" ".join(w.lower for w in phrase))
            if feature is not None:
                return feature, phrase[0].start
    return None


def is_of_another(text: str, left: list[Word], start: int, rules: PlaceRules) -> bool:
    """Whether the noun before the name is a name's before it: "the Saltivka district of" Kharkiv."""
    at = next((i for i, word in enumerate(left) if word.start == start), None)
    if not at:
        return False
    named = left[at - 1]
    people = named.lower in rules.demonyms or named.lower in rules.adjectives or named.lower in rules.directions
    return named.capital and not people and joined(text, named, left[at])


def feature_after(text: str, right: list[Word], end: int, rules: PlaceRules) -> tuple[Feature, int] | None:
    """The feature phrase that begins just after the name, and where it ends."""
    if not right or text[end : right[0].start] not in (" ", "'s ", "’s ", "-"):
        return None
    for count in (3, 2, 1):
        phrase = right[:count]
        if len(phrase) == count:
            feature = rules.features_after.get(" ".join(w.lower for w in phrase))
            if feature is not None and text[phrase[0].start : phrase[-1].end].count(",") == 0:
                return feature, phrase[-1].end
    return None


def locative(text: str, left: list[Word], start: int, rules: PlaceRules) -> bool:
    """Whether a place word such as "in" stands before the name, articles and compass words between them aside."""
    for word in reversed(left):
        if text[word.end : start].strip(" \u00a0-\n"):
            return False
        if word.lower in rules.locatives:
            return True
        if word.lower not in rules.directions and word.lower not in _BETWEEN:
            return False
        start = word.start
    return False


def opens_dateline(text: str, block: list[Word], run: Run) -> bool:
    """Whether the name stands in capitals at the very start, as in "GOMA, March 6 –"."""
    if run.first > 0 or not text[block[0].start : block[run.last].end].isupper():
        return False
    return text[block[run.last].end : block[run.last].end + 2].strip(" ")[:1] in _AFTER_DATELINE


def modifies(text: str, end: int, right: list[Word], rules: PlaceRules) -> bool:
    if not right or right[0].capital or text[end : right[0].start] not in (" ", "-"):
        return False
    lower = right[0].lower
    if text[end] == "-" and lower in rules.attached:
        return True
    common = (rules.boundaries, rules.speech, rules.locatives, rules.connectors, rules.features_after)
    return not any(lower in group for group in common) and not lower.endswith(("ed", "ly"))


def attached(text: str, block: list[Word], run: Run, rules: PlaceRules) -> bool:
    """Whether the name only qualifies: "Iran-backed", "Moscow-led", "West Nile virus", "US$5"."""
    end = block[run.last].end
    if text[end : end + 1] == "$":
        return True
    if run.last + 1 >= len(block):
        return False
    follower = block[run.last + 1]
    gap = text[end : follower.start]
    return (gap == "-" and follower.lower in rules.attached) or (gap == " " and follower.lower in rules.namesakes)


def plausible(
    exact: str, run: Run, block: list[Word], entries: tuple[GazetteerEntry, ...]
) -> tuple[GazetteerEntry, ...]:
    """The entries without what a bare acronym does not mean: "FAO" is no town, "UAE" is the country."""
    letters = exact.replace(".", "")
    if len(letters) > _ACRONYM or not letters.isupper() or not letters.isalpha() or _no_acronym(block, run):
        return entries
    return tuple(e for e in entries if e.match == "name" and (e.kind in WIDE or e.population >= FAMOUS))


def _no_acronym(block: list[Word], run: Run) -> bool:
    """Whether capitals are no sign of an acronym: the first words of a dateline, or a block all in capitals."""
    return (run.first < 2 and len(block[run.first].text) > 3) or shouted(block)


def doubtful(key: str, best: GazetteerEntry, page: Page) -> bool:
    """Whether the name is first of all a common word's or a person's."""
    rules = page.rules
    if best.kind == "country" or (best.id.startswith("dateline:") and " " in key):
        return False
    words_of, known = key.split(), best.population if best.match == "name" else 0
    if len(words_of) == 1:
        if key in page.persons or key in rules.ordinary or key in rules.connectors:
            return True
        return known < FAMOUS and (key in rules.surnames or key in rules.given_names)
    groups = (rules.ordinary, rules.surnames, rules.given_names)
    return known < FAMOUS / 5 and all(any(word in group for group in groups) for word in words_of)


def organisation(page: Page, block: list[Word], run: Run, *, featured: bool) -> str:
    """The longer name it is part of: "body" (a place's police or court), "other" (a newspaper, a bank), or ""."""
    text, rules = page.text, page.rules
    index = run.last + 1
    while index < len(block) and index <= run.last + 5 and joined(text, block[index - 1], block[index]):
        word = block[index]
        if not word.capital and word.lower not in ("of", "for"):
            break
        if word.capital and word.lower in rules.bodies:
            return "body"
        if word.capital and word.lower in rules.organisations and not featured:
            return "" if headline(block) else "other"
        index += 1
    index = run.first - 1
    if index >= 1 and block[index].lower in ("of", "for") and block[index - 1].capital:
        lower = block[index - 1].lower
        if joined(text, block[index - 1], block[index]):
            return "other" if lower in rules.organisations else "body" if lower in rules.bodies else ""
    return ""


def headline(block: list[Word]) -> bool:
    """Whether most words have a capital: capitals then say little."""
    long = [word for word in block if len(word.lower) > 3]
    return len(long) > 3 and sum(word.capital for word in long) > 0.8 * len(long)


def person_before(page: Page, block: list[Word], run: Run) -> bool:
    """Whether a given name or a title stands before the name."""
    index = run.first - 1
    if index < 0 or not _touching(page.text, block, index):
        return False
    if block[index].lower in _PARTICLES and index > 0:
        index -= 1
    word = block[index]
    return (word.capital and word.lower in page.rules.given_names) or word.lower in page.rules.titles


def _touching(text: str, block: list[Word], index: int) -> bool:
    gap = text[block[index].end : block[index + 1].start]
    return gap in (" ", "\u00a0", "-") or (gap == ". " and len(block[index].text) <= 4)


def goes_on(page: Page, block: list[Word], run: Run) -> bool:
    """Whether an article and a name follow, so that it is the first half of another name: "Tal" of "Tal al-Dhahab"."""
    if run.last + 2 >= len(block):
        return False
    article, name = block[run.last + 1], block[run.last + 2]
    if article.capital or article.lower not in ARTICLES or not name.capital:
        return False
    whole = page.text[article.end : name.start] in _HYPHENS or article.lower in ("al", "el")
    return whole and joined(page.text, block[run.last], article) and joined(page.text, article, name)


_BETWEEN_HEADS = frozenset((
    "city", "town", "village", "port", "border", "capital", "province", "region", "district", "island", "coastal", "of",
    "state", "governorate", "peninsula", "the", "enclave", "oblast", "resort", "suburb", "stronghold", "mining",
))  # fmt: skip


def qualifying(left: list[Word], rules: PlaceRules) -> str | None:
    """The country of the people's adjective that stands before the name, kinds of places between: "Syrian town of"."""
    for word in reversed(left):
        if word.capital and word.lower in rules.demonyms:
            return rules.demonyms[word.lower]
        if word.lower not in _BETWEEN_HEADS and word.lower not in rules.directions:
            return None
    return None


def namelike(page: Page, block: list[Word], index: int, beside: int, inside: Mapping[int, bool]) -> bool:
    """Whether the word there is a capitalised name of something else that this one belongs with."""
    if not 0 <= index < len(block) or inside.get(index, False):
        return False
    word, rules = block[index], page.rules
    low, high = min(index, beside), max(index, beside)
    if not word.capital or not joined(page.text, block[low], block[high]):
        return False
    common = (rules.ordinary, page.vocabulary, rules.directions, rules.demonyms, rules.connectors)
    return not (word.text.isupper() or any(word.lower in group for group in common))
