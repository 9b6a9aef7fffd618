"""What is done for practice: shots of a drill, a mock village stormed, an attack that is only played."""

from __future__ import annotations

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.grammar import objects, subjects

_PRACTICE = frozenset(
    {"drill", "exercise", "manoeuvre", "maneuver", "wargame", "rehearsal", "simulation", "war-game", "training"}
)
_DURING = ("during", "in", "at", "for", "of", "as")
_MOCK = frozenset({"mock", "simulated", "dummy", "imaginary", "notional"})
_HARM = ("killed", "killing", "wounded", "wounding", "injured", "dead", "@accident")
_THEIRS = (
    "army",
    "navy",
    "military",
    "troop",
    "troops",
    "marine",
    "soldier",
    "force",
    "forces",
    "pilot",
    "crew",
    "fleet",
)
_OTHERS = frozenset(
    {"frigate", "destroyer", "corvette", "submarine", "warship", "jet", "battery", "battalion", "brigade"}
)


def is_practice(scene: Scene, predicate: Predicate) -> bool:
    """Whether an army's force is of a drill, or goes against what only stands for somebody; no one was hurt."""
    if predicate.frame.type != "ASSAULT" or scene.near(_HARM, apart_from=predicate.index):
        return False
    tree, index = scene.tree, predicate.index
    verb = next((i for i in (index, *tree.ancestors(index)) if tree[i].pos in ("VERB", "AUX")), index)
    if any(tree[m].text.casefold() in _MOCK for o in objects(tree, index) for m in tree.kids(o, "amod", "compound")):
        return True
    doers = [d for d in subjects(tree, verb) if scene.is_a(d, "@armed") or tree[d].lemma in _OTHERS]
    if not any(tree[d].lemma in _OTHERS or scene.any_is([d], _THEIRS) for d in doers):
        return False
    above = tree[verb].head if tree[verb].dep == "relcl" else verb
    if above != verb and tree[above].lemma in _PRACTICE:
        return True  # "an exercise in which marines fired rockets"
    preps = [c for i in {verb, *objects(tree, verb)} for c in tree.kids(i, "prep") if tree[c].lemma in _DURING]
    held = [p for c in preps for p in tree.kids(c, "pobj")]
    held += [p for h in held for c in tree.kids(h, "prep") for p in tree.kids(c, "pobj")]
    return any(tree[h].lemma in _PRACTICE for h in held)
