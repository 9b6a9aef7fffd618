"""Where the clause around a happening says that it was: "a bridge in Jos where …", "will go to Jos for talks"."""

from __future__ import annotations

import msgspec

from dateline.extract.scene import Scene
from dateline.grammar import prepositional
from dateline.model import PlaceMention

_UNUSABLE = ("organisation", "modifier", "metonym")
"""Uses of a place name that say nothing of where."""
_AT = ("in", "at", "near", "outside", "of", "on")
ERRAND = "where one goes for it"
_VISITING = frozenset({"arrive", "visit"})
"""What brings somebody to a place, beside the verbs of moving."""


def scene_of_clause(scene: Scene, index: int) -> tuple[PlaceMention, ...]:
    """The place that the clause of the trigger describes, or to which somebody goes for it."""
    return _described(scene, index) or errand(scene, index)


def _described(scene: Scene, index: int) -> tuple[PlaceMention, ...]:
    """ "a bridge in Jos where soldiers shot …", "Abkhazia, a region in which …"."""
    tree = scene.tree
    for clause in (index, *tree.ancestors(index)):
        if tree[clause].dep == "relcl":
            return _place_of(scene, tree[clause].head) if _says_where(scene, clause) else ()
        stands = (
            tree[clause].dep == "ccomp" and tree[tree[clause].head].lemma == "have"
        )  # "where it has troops deployed"
        if tree[clause].dep in ("ccomp", "advcl", "acl", "pcomp") and not stands:
            return ()
    return ()


def _says_where(scene: Scene, clause: int) -> bool:
    tree = scene.tree
    if any(tree[c].lemma == "where" for c in tree.kids(clause, "advmod")):
        return True
    return any(tree[w].lemma == "which" for w in prepositional(tree, clause, "in", "at", "near", "on"))


def _place_of(scene: Scene, noun: int) -> tuple[PlaceMention, ...]:
    """The place that the noun names, in which it is said to lie, or which is said to be it."""
    tree = scene.tree
    within = tree.kids(noun, "compound") if tree[noun].pos == "NOUN" else []
    for word in (noun, *prepositional(tree, noun, *_AT), *within):
        place = scene.place_at(word)
        if place is not None and not any(use in place.rule for use in _UNUSABLE):
            return (place,)
    return _place_of(scene, tree[noun].head) if tree[noun].dep == "appos" else ()


def errand(scene: Scene, index: int) -> tuple[PlaceMention, ...]:
    """ "will go to Kenya for talks": where one goes for it."""
    tree, going = scene.tree, index
    if tree[index].dep == "pobj" and tree[tree[index].head].lemma == "for":
        going = next((a for a in tree.ancestors(tree[index].head) if tree[a].pos == "VERB"), index)
    elif not prepositional(tree, index, "for"):
        return ()
    if not (scene.is_word_of(going, "moving") or tree[going].lemma in _VISITING):
        return ()
    reached = [*prepositional(tree, going, "to", "in", "at"), *tree.kids(going, "dobj")]
    found = [p for r in reached if (p := scene.place_at(r)) is not None and not any(u in p.rule for u in _UNUSABLE)]
    return tuple(msgspec.structs.replace(p, rule=ERRAND) for p in found[:1])
