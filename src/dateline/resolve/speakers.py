"""Which names of speakers mean one, within one happening: five papers quoting one spokesman are one voice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from dateline.model.resolution import SpeakerRules
from dateline.model.words import words

LEAST = 3
"""Letters of a name by which a person is known."""
ARMY, REBELS = "army", "rebels"
"""Institutions: that of a state, and what an armed group is called by those who do not name it."""
STEM = 5
"""Letters that a country and its people share: "Sudan", "Sudanese"."""


def speakers(names: Iterable[str], *, rules: SpeakerRules) -> Mapping[str, str]:
    """Name → the speaker that it means, as the first of its names in order.

    Names are of one speaker where they share an institution ("army spokesman Colonel Dao", "the military"), name one
    actor of the tables ("the Houthis", "Ansar Allah", "an RSF adviser"), or end in one surname ("Dao", "Colonel Dao of
    the Ségou garrison"). A country by itself speaks through an organ of its own
    that speaks too ("the Philippines", "the Philippine coastguard"), and what is only taken up ("the minister", "the
    union's chairman") is the one that was named in full ("the defence minister", "a fishermen's union"). A group speaks
    for the alliance that it belongs to, and "the rebels" are the only group that speaks.
    """
    listed = sorted(set(names))
    root = {name: name for name in listed}

    def of(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    first: dict[str, str] = {}
    for name in listed:
        for key in _keys(name, rules):
            one, other = sorted((of(first.setdefault(key, name)), of(name)))
            root[other] = one
    armed = {key: name for key, name in first.items() if key.removeprefix("party ") in rules.rebels}
    for name in listed:
        only = armed[min(armed)] if len(armed) == 1 and f"institution {REBELS}" in _keys(name, rules) else None
        for meant in (_organ(name, listed, rules), _taken_up(name, listed, rules), only):
            if meant is not None:
                one, other = sorted((of(meant), of(name)))
                root[other] = one
    return {name: of(name) for name in listed}


def is_nobody(name: str, *, rules: SpeakerRules) -> bool:
    """Whether the words name what is said and not who says it: "unnamed", "a statement"."""
    found = words(name)
    said = [word for word in found if word in rules.said]
    return bool(said) and all(word in rules.said or word in rules.nobody for word in found)


def _keys(name: str, rules: SpeakerRules) -> frozenset[str]:
    found = words(name)
    institutions = {
        rules.institution[w] for w in found if w in rules.institution and not _is_own(w, name, found, rules)
    }
    known, party = _surname(found, rules), _party(name, found, rules)
    if party in rules.rebels:
        institutions.discard(ARMY)  # "the New People's Army"
    keys = {f"institution {one}" for one in institutions}
    if known and len(known) >= LEAST and known not in rules.bodies and _is_name(name, known):
        keys.add(f"name {known}")
    if party is not None:
        keys.add(f"party {rules.rebels.get(party, party)}")
    return frozenset(keys or {f"name {' '.join(found)}"})


def _party(name: str, found: Sequence[str], rules: SpeakerRules) -> str | None:
    """The actor whose name stands in this one, the longest first; one word names somebody only with a capital."""
    for size in range(len(found), 0, -1):
        for at in range(len(found) - size + 1):
            party = rules.parties.get(" ".join(found[at : at + size]))
            if party is not None and (size > 1 or _is_name(name, found[at])):
                return party
    return None


def _is_own(word: str, name: str, found: Sequence[str], rules: SpeakerRules) -> bool:
    """Whether the word belongs to the name that an armed group gives itself."""
    return word in rules.of_many and _is_name(name, word) and rules.of_states.isdisjoint(found)


def _surname(found: Sequence[str], rules: SpeakerRules) -> str | None:
    """The last word that names somebody before it is said of where they are; of what is only there, the last there."""
    known: str | None = None
    for word in found:
        if word in rules.belonging and known is not None:
            break
        if word not in rules.nobody and word not in rules.institution and word not in rules.belonging:
            known = word
    return known


def _organ(name: str, listed: Collection[str], rules: SpeakerRules) -> str | None:
    """The first institution whose name holds a word like this one alone; None where this is no single name."""
    if len(name) < STEM or not name[:1].isupper() or not name.isalpha():
        return None
    stem = name.casefold()[:-1] if len(name) > STEM else name.casefold()
    for other in listed:
        found = words(other)
        if len(found) > 1 and any(w.startswith(stem) for w in found) and any(w in rules.institution for w in found):
            return other
    return None


def _taken_up(name: str, listed: Sequence[str], rules: SpeakerRules) -> str | None:
    """The one longer name that ends in all that this one says, or in its owner; None where there are more."""
    if (whole := _called_short(name, listed)) is not None:
        return whole
    owner = _OWNER.match(name)
    word = owner[1].casefold() if owner else name.casefold()
    known = word in rules.nobody or word in rules.institution
    if known or not word.isalpha() or (owner is None and name[:1].isupper()):
        return None
    full = [other for other in listed if other != name and len(words(other)) > 1 and _head(other, rules) == word]
    return full[0] if len(full) == 1 else None


def _called_short(name: str, listed: Sequence[str]) -> str | None:
    """ "A herders' forum" is the "Plateau Herders Forum": the one name that holds all words of a body without one."""
    said = words(_POSSESSIVE.sub("", name))
    if len(said) < 2 or any(part[:1].isupper() for part in name.split()):
        return None
    full = [other for other in listed if len(words(other)) > len(said) and _holds(other, said)]
    return full[0] if len(full) == 1 else None


def _holds(name: str, said: Sequence[str]) -> bool:
    """Whether the words stand in the name one after another, each with a capital; one may be of several there."""
    found = [word for word in words(name) if _is_name(name, word)]
    stems = [word.removesuffix("s") for word in found]
    wanted = [word.removesuffix("s") for word in said]
    return any(stems[at : at + len(wanted)] == wanted for at in range(len(stems)))


def _head(name: str, rules: SpeakerRules) -> str | None:
    """The last word before it is said of where they are, or a comma."""
    found = words(name.partition(",")[0])
    end = next((at for at, word in enumerate(found) if at and word in rules.belonging), len(found))
    return found[end - 1] if end else None


_POSSESSIVE = re.compile(r"['’]s?\b")
_OWNER = re.compile(r"(?:the |a |an )?(\w+)['’]s? ", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _is_name(name: str, word: str) -> bool:
    """Whether the folded word is capitalised in the name."""
    return any(words(part)[-1:] == (word,) and part[:1].isupper() for part in name.split())
