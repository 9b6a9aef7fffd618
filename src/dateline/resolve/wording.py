"""What a text is about, as a few weighted words, and how much two texts are about the same."""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from dateline.model.account import Wording
from dateline.model.resolution import WordRules
from dateline.model.words import words

UNIT = 255


def wording(texts: Iterable[str], *, rules: WordRules, most: int) -> Wording:
    """The `most` weightiest words of the texts: those that the texts repeat and that news does not.

    A word weighs the logarithm of its count here times its rarity.
    """
    counted = Counter(word for text in texts for word in words(text) if len(word) > 1)
    weights = {word: (1 + math.log(count)) * rules.rarity.get(word, rules.rarest) for word, count in counted.items()}
    heaviest = sorted(weights, key=lambda word: (-weights[word], word))[:most]
    length = math.sqrt(sum(weights[word] ** 2 for word in heaviest))
    if length == 0:
        return {}
    rounded = {_checksum(word): round(UNIT * weights[word] / length) for word in heaviest}
    return {key: rounded[key] for key in sorted(rounded) if rounded[key]}


def telling(texts: Iterable[str], *, rules: WordRules, but: Iterable[str] = ()) -> tuple[int, ...]:
    """Those of the weightiest words that news hardly ever has, none of the names in `but`, as checksums in order."""
    counted = Counter(word for text in texts for word in words(text) if len(word) > 2 and not word.isdigit())
    rare = [word for word in counted if rules.counts.get(word, 0) <= rules.rare]
    rare.sort(key=lambda word: (-counted[word] * rules.rarity.get(word, rules.rarest), word))
    named = {word for name in but for word in words(name)}
    return tuple(sorted(_checksum(word) for word in rare[: rules.telling] if word not in named))


@lru_cache(maxsize=65536)
def checksums(text: str) -> frozenset[int]:
    """Those of the words of a short text, as a wording of it would hold."""
    return frozenset(_checksum(word) for word in words(text) if len(word) > 1)


@lru_cache(maxsize=65536)
def _checksum(word: str) -> int:
    return zlib.crc32(word.encode())


def alike(one: Wording, other: Wording) -> float:
    """The cosine of two wordings, 0 for nothing in common and 1 for the same words."""
    return sum(one[key] * other[key] for key in one.keys() & other.keys()) / UNIT**2
