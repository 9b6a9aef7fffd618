"""The words of a text as they are compared: folded, so that case and accents make no difference."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.model.actors_table import alias_key

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> tuple[str, ...]:
    """The words of a text in their order, folded."""
    return tuple(word for found in _WORD.findall(text) for word in _folded(found))


def distinct(text: str) -> set[str]:
    """The different words of a text, folded."""
    return {word for found in set(_WORD.findall(text)) for word in _folded(found)}


@lru_cache(maxsize=1 << 17)
def _folded(word: str) -> tuple[str, ...]:
    return tuple(alias_key(word).split())
