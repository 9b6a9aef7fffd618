"""Denials that say nothing new of what they deny."""

from __future__ import annotations

from dateline.extract.telling import Telling

_TAKEN_UP = ("the ", "any ", "it", "them", "this ", "that ", "those ", "these ")


def is_bare_denial(telling: Telling) -> bool:
    """ "The army denied firing on the town": what is denied has no day and place of its own, and is known already."""
    denied = telling.modality == "negated" and telling.voice is not None and telling.voice.stance == "denies"
    if not denied or telling.title or telling.times or telling.places:
        return False
    return all(r.quote.exact.casefold().startswith(_TAKEN_UP) or r.party.name in _ANYONE for r in telling.recipients)


_ANYONE = frozenset({"civilians", "people", "anyone", "anybody", "village", "town", "city", "villagers", "residents"})
