"""What is done for practice: shots of a drill, a mock village stormed, an attack that is only played."""

from __future__ import annotations

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.grammar import objects, subjects

_DURING = ("during", "in", "at", "for", "of", "as")
_HARM = ("killed", "killing", "wounded", "wounding", "injured", "dead", "@accident")


def is_practice(scene: Scene, predicate: Predicate) -> bool:
    """Whether an army's force is of a drill, or goes against what only stands for somebody; no one was hurt."""
    if predicate.frame.type != "ASSAULT" or scene.near(_HARM, apart_from=predicate.index):
        return False
    tree, index = scene.tree, predicate.index
    verb = next((i for i in (index, *tree.ancestors(index)) if tree[i].pos in ("VERB", "AUX")), index)
    if any(scene.is_word_of(m, "mock") for o in objects(tree, index) for m in tree.kids(o, "amod", "compound")):
        return True
    doers = subjects(tree, verb)
    if not any(
        scene.is_word_of(d, "practising_units") or (scene.is_a(d, "@armed") and scene.is_word_of(d, "practising"))
        for d in doers
    ):
        return False
    above = tree[verb].head if tree[verb].dep == "relcl" else verb
    if above != verb and scene.is_word_of(above, "practice"):
        return True  # "an exercise in which marines fired rockets"
    preps = [c for i in {verb, *objects(tree, verb)} for c in tree.kids(i, "prep") if tree[c].lemma in _DURING]
    held = [p for c in preps for p in tree.kids(c, "pobj")]
    held += [p for h in held for c in tree.kids(h, "prep") for p in tree.kids(c, "pobj")]
    return any(scene.is_word_of(h, "practice") for h in held)
