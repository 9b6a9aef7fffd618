"""Where the clause around a happening says that it was: "a bridge in Jos where …", "will go to Jos for talks"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.extract.locating import can_locate
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
    return _described(scene, index) or errand(scene, index) or _sent_for(scene, index)


def _described(scene: Scene, index: int) -> tuple[PlaceMention, ...]:
    """ "a bridge in Jos where soldiers shot …", "Abkhazia, a region in which …"."""
    tree = scene.tree
    for clause in (index, *tree.ancestors(index)):
        if tree[clause].dep == "relcl":
            there = (
                _says_where(scene, clause) or (clause == index and _bears_on(scene, clause)) or _takes_in(scene, clause)
            )
            return _place_of(scene, tree[clause].head) or _gone_to(scene, clause) if there else ()
        stands = (
            tree[clause].dep == "ccomp" and tree[tree[clause].head].lemma == "have"
        )  # "where it has troops deployed"
        if tree[clause].dep in ("ccomp", "advcl", "acl", "pcomp") and not stands:
            return ()
    return ()


def is_gone_for(scene: Scene, verb: int) -> bool:
    """ "will go there on Friday, where she will meet …": what one goes for is where and when one goes."""
    return any(scene.tree[a].lemma in ("will", "would") for a in scene.tree.kids(verb, "aux"))


def _gone_to(scene: Scene, clause: int) -> tuple[PlaceMention, ...]:
    """ "will go to Jos on Friday, where she will meet …": a clause that was hung on the day, of where one goes."""
    tree, day = scene.tree, scene.tree[clause].head
    if not is_gone_for(scene, clause) or not any(t.start <= tree[day].start < t.end for t in scene.times):
        return ()
    verb = next((i for i in tree.ancestors(day) if tree[i].pos == "VERB"), None)
    reached = () if verb is None else (*prepositional(tree, verb, "to", "in", "at"), *tree.kids(verb, "dobj"))
    found = [p for r in reached if (p := scene.place_at(r)) is not None and not any(u in p.rule for u in _UNUSABLE)]
    return tuple(found[:1])


def _says_where(scene: Scene, clause: int) -> bool:
    tree = scene.tree
    if any(tree[c].lemma == "where" for c in tree.kids(clause, "advmod")):
        return True
    return any(tree[w].lemma == "which" for w in prepositional(tree, clause, "in", "at", "near", "on"))


def _takes_in(scene: Scene, clause: int) -> bool:
    """ "its deeds in Chad, which include the killing of …": what they include was done there."""
    tree = scene.tree
    which = any(tree[s].lemma in ("which", "that") for s in tree.kids(clause, "nsubj"))
    return which and tree[clause].lemma in ("include", "involve", "comprise")


def _bears_on(scene: Scene, clause: int) -> bool:
    """ "a post in Bara that it has held since May": what was held lies there."""
    tree = scene.tree
    doers = [tree[s].lemma for s in tree.kids(clause, "nsubj")]
    when = any(tree[a].lemma in ("when", "where", "why") for a in tree.kids(clause, "advmod"))
    return tree[clause].pos == "VERB" and bool(doers) and not (when or set(doers) & {"that", "which", "who"})


_SERVING = frozenset({"fight", "guard", "help", "patrol", "protect", "serve", "train"})
_SENDING = frozenset({"send", "deploy", "dispatch", "order"})


def _sent_for(scene: Scene, index: int) -> tuple[PlaceMention, ...]:
    """ "troops that it sent to fight in Chad": where they were sent."""
    tree = scene.tree
    if tree[index].lemma not in _SENDING:
        return ()
    for verb in (i for i, t in enumerate(tree.tokens) if t.lemma in _SERVING and t.tag == "VB"):
        clause = tree[verb].head if tree[verb].dep in ("xcomp", "ccomp") and tree[verb].head != index else verb
        if tree[clause].head == index and tree[clause].dep in ("advcl", "xcomp"):
            found = (scene.place_at(p) for p in prepositional(tree, verb, "in", "at", "near"))
            return tuple(p for p in found if p is not None and not any(use in p.rule for use in _UNUSABLE))
    return ()


_LEAVING = frozenset({"evacuate", "flee", "leave"})
_EMPTIED = frozenset({"evacuation", *_LEAVING})


def to_be_left(scene: Scene, index: int, asked: Sequence[int]) -> tuple[PlaceMention, ...]:
    """ "an order to evacuate for the villages near Jos", "told residents of Jos to leave": what is to be emptied."""
    if not scene.words & _EMPTIED:
        return ()
    tree = scene.tree
    below = tree.subtree(index)
    gone = [i for i in below if tree[i].lemma in _LEAVING and tree[i].pos == "VERB" and not _is_let_be(scene, i)]
    if not gone and not any(tree[i].lemma == "evacuation" for i in below):
        return ()
    away = {i for v in gone for i in prepositional(tree, v, "to", "into", "towards", "toward", "for")}
    left = {i for head in (*asked, *gone) for i in tree.subtree(head)} - {i for a in away for i in tree.subtree(a)}
    found: list[PlaceMention] = []
    for place in scene.places:
        token = scene.token_at(place.start, place.end)
        if token not in left or token is None or any(use in place.rule for use in _UNUSABLE):
            continue
        direct = tree[token].head in gone if tree[token].dep == "dobj" else token in asked and not gone
        theirs = tree[token].dep == "pobj" and tree[tree[token].head].lemma in ("of", "from")
        theirs = theirs and tree[tree[token].head].head in asked  # "residents of Jos"
        if direct or theirs or can_locate(scene, token, ()):
            found.append(place)
    return tuple(found)


def _is_let_be(scene: Scene, verb: int) -> bool:
    """ "leave the agency alone", "leave it to Kolo": nobody goes."""
    kids = scene.tree.children[verb]
    return any(scene.tree[c].lemma == "alone" or scene.tree[c].dep in ("oprd", "ccomp", "dative") for c in kids)


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
