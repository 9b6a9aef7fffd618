"""Whether two phrases name one party or thing: same words, one inside the other, or the same head."""

from __future__ import annotations

import re
from functools import cache

from dateline.knowledge.actors import load_actors
from dateline.knowledge.lexicon import lexicon

from .slots import folded

ARTICLES = frozenset(
    [
        "a",
        "an",
        "the",
        "some",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
    ]
)
_BREAK = re.compile(r"\s(?:of|in|at|from|on|with|near|for|by|to|who|which|that|belonging)\s|[,(]")
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "father",
        "fr",
        "president",
        "general",
        "gen",
        "colonel",
        "col",
        "major",
        "maj",
        "captain",
        "capt",
        "lieutenant",
        "lt",
        "sergeant",
        "sgt",
        "officer",
        "minister",
        "senator",
        "deputy",
        "mayor",
        "judge",
        "governor",
        "doctor",
        "commander",
        "former",
    ]
)


@cache
def people_nouns() -> frozenset[str]:
    """The nouns by which the product's lexicon and actor table know people, one by one or as a body."""
    classes = lexicon().classes
    known = ("people", "person", "armed", "office", "diplomat", "captive", "organisation", "group", "court", "civil")
    nouns = {word for name in known for word in classes.get(name, ())} | set(load_actors().roles)
    return frozenset(nouns - classes["ship"])


@cache
def thing_nouns() -> frozenset[str]:
    """The nouns of things acted on, without those of towns, land and weapons."""
    objects = load_actors().objects
    return frozenset(key for key, noun in objects.items() if set(noun.classes) - {"settlement", "land", "weapon"})


def words(phrase: str) -> list[str]:
    """Lower-case words without articles and small numbers."""
    return [w for w in folded(phrase).split() if w not in ARTICLES and not w.isdigit()]


def head(phrase: str) -> str:
    """The last word before the first preposition or comma, without a plural's s."""
    core = words(_BREAK.split(f"{phrase} ")[0]) or words(phrase)
    return _singular(core[-1]) if core else ""


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def matches(gold: str, found: str) -> bool:
    """Whether the phrases are equal, one's words stand together in the other, or both have one head."""
    a, b = words(gold), words(found)
    if not a or not b:
        return False
    one, other = f" {' '.join(a)} ", f" {' '.join(b)} "
    return one in other or other in one or head(gold) == head(found)


def shared(gold: str, found: str) -> float:
    """The F1 of the phrases' words, titles aside."""
    a, b = (set(words(p)) - TITLES for p in (gold, found))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
