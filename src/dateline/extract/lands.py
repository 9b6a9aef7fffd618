"""Which state "the country" or "the government" means, among those named before it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.parties import Found, from_mention
from dateline.model import ActorMention

LANDS = frozenset({"country", "nation"})
REACH = 250
"""Code points within which "the country" takes up a state."""
_OF_COUNTRIES = frozenset({"state", "force", "descriptor"})


def land(
    named: Sequence[tuple[ActorMention, bool, str]], pointing: str, *, before: int, but: frozenset[str]
) -> Found | None:
    """ "this country": the state named last; "the country": the one state named just before; none of `but`."""
    near = [(m, text) for m, _, text in named if m.actor.kind == "state" and 0 <= before - m.end <= REACH]
    near = [(m, text) for m, text in near if m.actor.id not in but]
    if not near or (pointing == "the" and len({m.actor.id for m, _ in near}) > 1):
        return None
    return from_mention(near[-1][1], near[-1][0])


def countries_before(named: Sequence[tuple[ActorMention, bool, str]], before: int) -> set[str]:
    """Countries whose state or forces are named before a place: of several, "the government" may be any one's."""
    found = {m.actor.country for m, _, _ in named if m.actor.kind in _OF_COUNTRIES and m.end <= before}
    return {country for country in found if country is not None}
