"""Which state invades which, as a page tells, where it is plainly one and the same war throughout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.extract.owners import owners
from dateline.extract.parties import Found, parties
from dateline.extract.scene import Scene
from dateline.grammar import agents, is_passive, objects, prepositional, subjects

TOLD = 3
"""How often the page must name the two sides of the war, at the least."""
CLEARLY = 3
"""How many times as often as any other each must be named."""
_TELLING = re.compile(r"\b(?:inva[ds]|aggress|war\b)", re.IGNORECASE)
_AGAINST = ("of", "on", "against", "into", "in", "to")


def invasion(scenes: Sequence[Scene]) -> tuple[Found, Found] | None:
    """The one state that invades and the one that it invades, if the page tells of one such war, or of it above all."""
    telling = [s for s in scenes if s.sentence.tokens and _TELLING.search(s.text, s.sentence.start, s.sentence.end)]
    doing = [f for s in telling for f in invaders(s)]
    met = [f for s in telling for f in _invaded(s)]
    one, other = _foremost(doing), _foremost(met)
    if one is None or other is None or one.party.country == other.party.country or len(doing) + len(met) < TOLD:
        return None
    return one, other


def invaders(scene: Scene) -> tuple[Found, ...]:
    """ "Chad invaded", "the Chadian invasion": the states that do so in the sentence."""
    return tuple(f for index in _deeds(scene) for f in _states(scene, _doing(scene, index)))


def _invaded(scene: Scene) -> Iterator[Found]:
    """ "invaded Chad", "the war in Chad"."""
    tree = scene.tree
    for index in (*_deeds(scene), *(i for i, t in enumerate(tree) if t.lemma == "war" and t.pos == "NOUN")):
        if tree[index].pos == "VERB":
            yield from _states(scene, subjects(tree, index) if is_passive(tree, index) else objects(tree, index))
        else:
            yield from _states(scene, prepositional(tree, index, *_AGAINST))


def _foremost(found: Sequence[Found]) -> Found | None:
    """The one of the state that is named far more often than any other."""
    often = Counter(f.party.country for f in found).most_common(2)
    if not often or (len(often) > 1 and often[0][1] < CLEARLY * often[1][1]):
        return None
    return next(f for f in found if f.party.country == often[0][0])


def _deeds(scene: Scene) -> list[int]:
    every = enumerate(scene.tree)
    return [
        i for i, t in every
        if (t.pos == "NOUN" and scene.is_word_of(i, "warlike")) or (t.pos == "VERB" and t.lemma == "invade")
    ]  # fmt: skip


def _doing(scene: Scene, index: int) -> list[int]:
    tree = scene.tree
    if tree[index].pos == "VERB":
        return agents(tree, index) if is_passive(tree, index) else subjects(tree, index)
    return [*owners(scene, index, first=index), *prepositional(tree, index, "by")]


def _states(scene: Scene, heads: Sequence[int]) -> list[Found]:
    return [f for f in parties(scene, heads) if f.kind == "state"] if heads else []
