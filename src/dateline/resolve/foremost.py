"""In what order an incident names its parties: whom its sources are most telling about, first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.model import Finding, Located, Party
from dateline.model.resolution import ResolveRules
from dateline.resolve.account import alias_key

_Party = tuple[Finding, Party]


def doers(found: Sequence[Finding], *, rules: ResolveRules) -> tuple[Party, ...]:
    """The actors, those that a person set first: the known before "gunmen", and a branch before what it belongs to.

    Those of whom only a number is said come last.
    """
    parties = list(_parties(found))
    ids = {party.id for _, party in parties if party.id is not None}
    parties.sort(
        key=lambda pair: (
            pair[0].judgement is None,
            _is_number(pair[1], rules),
            pair[1].id is None,
            any(rules.is_part(one, pair[1].id) for one in ids),
        )
    )
    return tuple(party for _, party in parties)


def sufferers(
    found: Sequence[Finding], *, places: Sequence[Finding], rules: ResolveRules, harmed: bool
) -> tuple[Party, ...]:
    """The recipients, those that a person set first: those with a name of their own, then what most voices speak of.

    Where they were `harmed`, towns and lands come after who and what was hit there (a curfew is laid on a town); those
    of whom only their number is said ("people", "five others") come last, known parties first where voices tie.
    """
    scenes = {alias_key(f.value.place.name) for f in places if isinstance(f.value, Located)}
    parties = list(_parties(found))
    voices: dict[str, set[str]] = defaultdict(set)
    for finding, party in parties:
        voices[_kind(party)].update(finding.voices)
    parties.sort(
        key=lambda pair: (
            pair[0].judgement is None,
            _is_number(pair[1], rules),
            harmed and _is_ground(pair[1], rules),
            not _is_name(pair[1], scenes),
            -len(voices[_kind(pair[1])]),
            -len(pair[0].voices),
            pair[1].id is None,
        )
    )
    return tuple(party for _, party in parties)


def _is_number(party: Party, rules: ResolveRules) -> bool:
    """Whether no more is said of them than how many they were: "37", "five others"."""
    return all(word in rules.anybody or word.isdigit() for word in alias_key(party.name).split())


def _kind(party: Party) -> str:
    """What several descriptions have in common: "a rescuer of 29", "the rescuers"."""
    return alias_key(party.name).rpartition(" ")[2].removesuffix("s")


def _is_ground(party: Party, rules: ResolveRules) -> bool:
    """Whether it is a place and no more: nothing known of it but in which country it lies, or that it is a town."""
    if party.id is not None or party.sector is not None:
        return False
    return party.country is not None or alias_key(party.name).rpartition(" ")[2] in rules.ground


def _is_name(party: Party, scenes: set[str]) -> bool:
    """Whether it is a name of several words that is no place: that of a person, a ship, a school."""
    words = party.name.split()
    unknown = party.id is None and party.sector is None and alias_key(party.name) not in scenes
    return unknown and len(words) > 1 and all(word[:1].isupper() for word in words)


def _parties(found: Iterable[Finding]) -> Iterable[_Party]:
    return ((f, f.value) for f in found if isinstance(f.value, Party))
