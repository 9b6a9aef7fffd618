"""Quoted stretches of a block, paragraph-long ones without a closing mark too."""

from __future__ import annotations

import re
from functools import lru_cache

_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’", "''": "''", "``": "''"}
_MIXED = {"“": '"', '"': "”"}
"""The other mark with which a page that mixes straight and curled ones may close."""
_OPEN = re.compile("[“«„\"‘]|''|``")


@lru_cache(maxsize=256)
def quotations(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Ranges of quoted words in `text[start:end]`, marks left out; a quotation left open runs to the end.

    Each sentence of a block asks for those of the block.
    """
    return tuple(_quotations(text, start, end))


def _quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = start
    while match := _OPEN.search(text, at, end):
        opening = match.group()
        begin = match.end()
        if opening == "‘" and not _opens(text, match.start()):
            at = begin
            continue
        close = _closing(text, begin, end, _PAIRS[opening])
        if opening in _MIXED and (other := text.find(_MIXED[opening], begin, end if close is None else close)) != -1:
            close = other
        if close is None:
            if opening in '“"' and match.start() <= start + 1:
                found.append((begin, end))
                return found
            at = begin
            continue
        found.append((begin, close))
        at = close + len(_PAIRS[opening])
    return found


def _opens(text: str, place: int) -> bool:
    """Whether a single mark stands where a quotation may begin."""
    return place == 0 or not text[place - 1].isalnum()


def _closing(text: str, begin: int, end: int, mark: str) -> int | None:
    """Where the quotation closes; an apostrophe inside a word closes nothing."""
    place = text.find(mark, begin, end)
    while place != -1 and mark == "’" and place + 1 < end and text[place + 1].isalpha():
        place = text.find(mark, place + 1, end)
    return None if place == -1 else place
