"""Which names of speakers mean one, within one happening: five papers quoting one spokesman are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from dateline.model.resolution import SpeakerRules
from dateline.model.words import words

LEAST = 3
"""Letters of a name by which a person is known."""


def speakers(names: Iterable[str], *, rules: SpeakerRules) -> Mapping[str, str]:
    """Name → the speaker that it means, as the first of its names in order.

    Names are of one speaker where they share an institution ("army spokesman Colonel Dao", "the military"), or end in
    one surname ("Dao", "Colonel Dao").
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
    return {name: of(name) for name in listed}


def _keys(name: str, rules: SpeakerRules) -> frozenset[str]:
    found = words(name)
    institutions = {rules.institution[word] for word in found if word in rules.institution}
    known = [word for word in found if word not in rules.nobody and word not in rules.institution]
    keys = {f"institution {one}" for one in institutions}
    if known and len(known[-1]) >= LEAST and _is_name(name, known[-1]):
        keys.add(f"name {known[-1]}")
    return frozenset(keys or {f"name {' '.join(found)}"})


@lru_cache(maxsize=4096)
def _is_name(name: str, word: str) -> bool:
    """Whether the folded word is capitalised in the name."""
    return any(words(part)[-1:] == (word,) and part[:1].isupper() for part in name.split())
