"""English inflected forms of trigger lemmas, for the gate that comes before any parsing."""

from __future__ import annotations

from functools import lru_cache

from dateline.knowledge.files import toml

VOWELS = "aeiou"


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    """Lemma → forms that no rule makes, with spaces between."""
    return toml("lexicon/irregular.toml")


def forms(lemma: str, *, part: str) -> set[str]:
    """The forms that a verb or noun lemma may take, itself among them, lower case."""
    found = {lemma, *_irregular().get(lemma, "").split(), _with_s(lemma)}
    if part == "verb":
        found |= _past_and_gerund(lemma)
    return found


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past_and_gerund(lemma: str) -> set[str]:
    if lemma.endswith("e"):
        return {lemma + "d", lemma[:-1] + "ing", lemma + "ing"}
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return {lemma[:-1] + "ied", lemma + "ing"}
    found = {lemma + "ed", lemma + "ing"}
    if len(lemma) > 2 and lemma[-1] not in VOWELS + "wxy" and lemma[-2] in VOWELS and lemma[-3:-2] not in VOWELS:
        found |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return found
