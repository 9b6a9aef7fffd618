"""The latest day that a text tells of as past, counted from one that it dates: no page comes out before it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.read.days import NamedWeekday, named_weekdays

_TOLD_BEFORE = re.compile(r"\b[Oo]n (?:the )?$")
_TOLD_AFTER = re.compile(r"(?:['’]s\b| (?:morning|afternoon|evening|night|at (?:\d|dawn|noon|dusk|midnight)))")
AHEAD = re.compile(
    r"\b(?:will|would|shall|due|scheduled|planned|plans?|set to|expected|to be|until|till|by|next|coming|each|every|"
    r"last|previous|earlier|ago|week|month|year|anniversary|(?:19|20)\d\d)\b"
)
_OWN_DAY = re.compile(r"\b(?:[Tt]his (?:morning|afternoon|evening)|[Tt]onight)\b")
_QUOTED = re.compile(r"“[^”]{0,600}”|\"[^\"]{0,600}\"")
_SENTENCE = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n")
_AFTER = 3
"""Days from the dated one up to which the weekday that follows it is nearer than the one before it."""


def latest_told(text: str, *, since: date) -> tuple[date, str] | None:
    """The last day after `since` that the text tells of, and the words that do; None where it tells of none.

    A text that speaks of its own morning or evening, not quoting, names by weekday only days before its own.
    """
    told = [
        (since + timedelta(days=ahead), named.exact)
        for named in named_weekdays(text)
        if 1 <= (ahead := (named.weekday - since.weekday()) % 7) <= _AFTER and _is_told(text, named)
    ]
    own = _OWN_DAY.search(_QUOTED.sub(" ", text))
    if own is None:
        return max(told, default=None)
    last, words = max(told, default=(since, ""))
    return last + timedelta(days=1), f"{words}; {own[0]}".removeprefix("; ")


def _is_told(text: str, named: NamedWeekday) -> bool:
    """True for a weekday on which something is said to have happened, in a sentence that looks no further."""
    end = named.start + len(named.exact)
    if named.today or not (
        _TOLD_BEFORE.search(text[max(0, named.start - 8) : named.start]) or _TOLD_AFTER.match(text, end)
    ):
        return False
    before = max((found.end() for found in _SENTENCE.finditer(text, max(0, named.start - 400), named.start)), default=0)
    after = _SENTENCE.search(text, end)
    return not AHEAD.search(text[max(before, named.start - 400) : after.start() if after else end + 200])
