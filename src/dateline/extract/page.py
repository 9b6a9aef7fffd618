"""What a whole page says that its single sentences leave out: its words, and the ships that it has named."""

from __future__ import annotations

import re

from dateline.model.record import Record

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CARGO = frozenset({"bulk", "cargo", "container", "merchant", "navigation", "shipping"})
"""Words for ships that stand before other names too ("merchant Ali")."""
_NAME = r"[A-Z][a-z]+(?: [A-Z][a-z]+)*"


class PageWords(Record, frozen=True, kw_only=True):
    """The words of a page in lower case, and the names by which it calls ships."""

    words: frozenset[str] = frozenset()
    ships: frozenset[str] = frozenset()

    def holds(self, listed: frozenset[str]) -> bool:
        """Whether one of the words stands on the page."""
        return not self.words.isdisjoint(listed)


def page_words(text: str, kinds: frozenset[str]) -> PageWords:
    """The words of the page; `kinds` are the words for ships ("tanker") that stand before or after a name."""
    words = frozenset(w.group().casefold() for w in _WORD.finditer(text))
    return PageWords(words=words, ships=_ships(text, kinds) if words & kinds else frozenset())


def _ships(text: str, kinds: frozenset[str]) -> frozenset[str]:
    """ "the tanker Blue Ibis", "the Blue Ibis, a tanker": names that a word for a ship introduces or explains."""
    listed = "|".join(sorted(map(re.escape, kinds - _CARGO), key=len, reverse=True))
    before = re.compile(rf"\b(?:{listed})s? (?:the )?({_NAME})\b")
    after = re.compile(rf"\b[Tt]he ({_NAME}), an? (?:[\w'’-]+ ){{0,4}}?(?:{listed})\b")
    return frozenset(m.group(1) for pattern in (before, after) for m in pattern.finditer(text))
