"""Whose plan it is that somebody answers: who put one forward shortly before ("Chad presented its own plan")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.mentioned import OPENING
from dateline.extract.parties import Found, from_mention, parties
from dateline.extract.scene import Scene
from dateline.grammar import agents, is_passive, subjects

REACH = 2
"""Sentences back within which the plan must have been told of."""


def proposers(scenes: Sequence[Scene], scene: Scene, thing: int) -> tuple[tuple[Found, ...], int] | None:
    """Those whose proposal the noun takes up, and where it is told; None where nothing says whose it is."""
    here = [i for i in range(thing) if _is_alike(scene, i, scene, thing)]
    places = [(scene, i) for i in here]
    for back in range(1, REACH + 1):
        before = next((s for s in scenes if s.number == scene.number - back), None)
        if before is None:
            break
        places = [*((before, i) for i in range(len(before.tree)) if _is_alike(before, i, scene, thing)), *places]
        if not before.sentence.tokens and not places and (who := _opening(before, scene, thing)) is not None:
            return (who,), who.quote.start
    for told, noun in reversed(places):
        if whose := tuple(p for p in parties(told, _owners(told, noun)) if not p.pronoun and p.kind != "object"):
            return whose, told.tree[noun].start
    return None


_WORD = re.compile(r"[a-z]+")


def _opening(told: Scene, scene: Scene, thing: int) -> Found | None:
    """Who opens a sentence that was not parsed, and puts something forward there."""
    first = told.actors[0] if told.actors and scene.is_word_of(thing, "proposed") else None
    if first is None or first.start - told.sentence.start > OPENING or first.actor.kind in ("object", "descriptor"):
        return None
    classes = told.rules.lexicon.classes
    words = _WORD.findall(told.text[first.end : told.sentence.end].casefold())
    stems = {w.removesuffix("ed") for w in words[:3]} | {w.removesuffix("d") for w in words[:3]} | set(words[:3])
    return from_mention(told.text, first) if stems & classes["proposing"] and set(words) & classes["proposed"] else None


def _is_alike(told: Scene, noun: int, scene: Scene, thing: int) -> bool:
    """Whether both are nouns for what somebody proposes: the same word, or "offer" for "proposal"."""
    alike = told.tree[noun].lemma == scene.tree[thing].lemma or told.is_word_of(noun, "proposed")
    return told.tree[noun].pos == "NOUN" and alike and scene.is_word_of(thing, "proposed")


def _owners(scene: Scene, noun: int) -> list[int]:
    """ "Chad's plan", "the Chadian plan", "a plan by Chad", "Chad presented its plan": Chad."""
    tree = scene.tree
    owned = [m for m in tree.kids(noun, "poss", "amod", "compound", "nmod") if scene.actor_at(m) is not None]
    if owned or (owned := agents(tree, noun)):
        return owned
    verb = tree[noun].head
    if tree[noun].dep not in ("dobj", "nsubjpass") or not scene.is_word_of(verb, "proposing"):
        return []
    return agents(tree, verb) if is_passive(tree, verb) else subjects(tree, verb)
