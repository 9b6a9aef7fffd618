"""Denials that say nothing new of what they deny."""

from __future__ import annotations

import re

from dateline.extract.telling import Telling

_TAKEN_UP = ("the ", "any ", "it", "them", "this ", "that ", "those ", "these ")


def is_bare_denial(telling: Telling) -> bool:
    """ "The army denied firing on the town": what is denied has no day and place of its own, and is known already."""
    denied = telling.modality == "negated" and telling.voice is not None and telling.voice.stance == "denies"
    if not denied or telling.title or telling.times or telling.places or _is_new(telling):
        return False
    return all(r.quote.exact.casefold().startswith(_TAKEN_UP) or r.party.name in _ANYONE for r in telling.recipients)


def _is_new(telling: Telling) -> bool:
    """ "A strike on a mill is denied by the army": an article that is not "the" brings up what was not told before."""
    words = telling.evidence.exact[: max(0, telling.trigger.start - telling.evidence.start)]
    return not telling.asserted and _INDEFINITE.search(words) is not None


_INDEFINITE = re.compile(r"(?:^|\s)(?:an?|another)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_ANYONE = frozenset({"civilians", "people", "anyone", "anybody", "village", "town", "city", "villagers", "residents"})
