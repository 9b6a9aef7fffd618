"""Where a page's own loaded words stand: they are kept as framing, never as labels."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.model import Quote, quote


def loaded_words(text: str, phrases: frozenset[str]) -> list[Quote]:
    """Where the framing list's words stand in the text, longest first, none overlapping."""
    folded = text.casefold()
    held = frozenset(phrase for phrase in phrases if phrase.casefold() in folded)
    return [quote(text, m.start(), m.end()) for m in _pattern(held).finditer(text)] if held else []


@lru_cache(maxsize=256)
def _pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    inner = "|".join(re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p)))
    return re.compile(rf"(?i)(?<![\w-])(?:{inner})(?![\w-])")
