"""Which state "the country", "the government" or a bare "authorities" means, among those the page names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.extract.parties import Found, from_mention
from dateline.model import ActorMention

LANDS = frozenset({"country", "nation"})
OFTEN = 3
"""Times that a page names the state that it is about."""
REACH = 250
"""Code points within which "the country" takes up a state."""
_RULING = (["authorities"], ["the", "authorities"], ["the", "government"], ["the", "regime"])
"""Words for those who rule a country that do not say which."""
_SAME_TALE = 1500
"""Code points back within which a bare "authorities" takes up those of a country."""
_OF_COUNTRIES = frozenset({"state", "force", "descriptor"})


def land(
    named: Sequence[tuple[ActorMention, bool, str]], pointing: str, *, before: int, but: frozenset[str]
) -> Found | None:
    """ "this country": the state named last; "the country": the one state named just before; none of `but`."""
    near = [(m, text) for m, _, text in named if m.actor.kind == "state" and 0 <= before - m.end <= REACH]
    near = [(m, text) for m, text in near if m.actor.id not in but]
    if not near or (pointing == "the" and len({m.actor.id for m, _ in near}) > 1):
        told = [(m, text) for m, _, text in named if m.actor.kind == "state" and abs(m.start - before) < _SAME_TALE]
        return _subject_of_page(told, but) if pointing == "the" and but else None
    return from_mention(near[-1][1], near[-1][0])


def _subject_of_page(states: Sequence[tuple[ActorMention, str]], but: frozenset[str]) -> Found | None:
    """ "Y's invasion of the country": the state that the page has named by far the most often beside Y."""
    often = Counter(m.actor.id for m, _ in states).most_common(3)
    rest = [count for state, count in often[1:] if state not in but]
    clear = often and often[0][0] not in but and often[0][1] >= max(OFTEN, *(2 * r for r in rest), 0)
    return next((from_mention(text, m) for m, text in states if clear and m.actor.id == often[0][0]), None)


def countries_before(named: Sequence[tuple[ActorMention, bool, str]], before: int) -> set[str]:
    """Countries whose state or forces are named before a place: of several, "the government" may be any one's."""
    found = {m.actor.country for m, _, _ in named if m.actor.kind in _OF_COUNTRIES and m.end <= before}
    return {country for country in found if country is not None}


def rulers(named: Sequence[tuple[ActorMention, bool, str]], found: Found) -> Found | None:
    """A bare "authorities": those of the one country whose authorities the page names, before it or in its sentence.

    "The government" that the sentence itself then names ("the government held those who doubt the Malian government")
    is that one too.
    """
    words, at = found.party.text.casefold().split(), found.quote.start
    if words not in _RULING or found.party.country is not None:
        return None
    alike = [(m, text) for m, _, text in named if m.actor.kind == "force" and m.exact.split()[-1] == words[-1]]
    if len({m.actor.country for m, _ in alike}) != 1:
        return None
    before = [(m, text) for m, text in alike if m.end <= at and at - m.end <= _SAME_TALE]
    after = [(m, text) for m, text in alike if m.start > at and not _ENDS.search(text, at, m.start)]
    meant = [*before[-1:], *after[:1]]
    return from_mention(meant[0][1], meant[0][0]) if meant else None


_ENDS = re.compile(r"[.!?]\s|\n")
