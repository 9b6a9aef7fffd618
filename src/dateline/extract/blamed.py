"""Whom a deed is laid to: "blamed on Y", "attributed to Y", "blamed Y for the raid", "…, blaming Y"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.grammar import is_passive, objects, prepositional, subjects
from dateline.model.actors_table import alias_key

_DEEDS = frozenset({"ASSAULT", "COERCE"})


def blamed(scene: Scene, predicate: Predicate) -> list[int]:
    """Head tokens of those to whom the sentence lays the deed that the trigger tells of."""
    if predicate.frame.type not in _DEEDS:
        return []
    tree, words = scene.tree, scene.rules.lexicon.blame
    for verb, token in enumerate(tree.tokens):
        if token.pos != "VERB" or tree.kids(verb, "neg"):
            continue
        if not predicate.verbal and (found := _owning(scene, verb, predicate) or _sorry(scene, verb, predicate)):
            return found
        if token.lemma in words.laid and (found := _laid_to(scene, verb, predicate)):
            return found
        if token.lemma in words.held and (found := _held_for(scene, verb, predicate)):
            return found
    return []


def _owning(scene: Scene, verb: int, predicate: Predicate) -> list[int]:
    """ "an attack that Y later said was its work", "Y said the attack was its doing"."""
    tree = scene.tree
    if tree[verb].lemma not in scene.rules.lexicon.voices.cues:
        return []
    of_it = tree[verb].dep == "relcl" and tree[verb].head == predicate.index
    for said in tree.kids(verb, "ccomp"):
        own = [
            a
            for a in tree.kids(said, "attr")
            if tree[a].lemma in scene.rules.lexicon.blame.own and tree.kids(a, "poss")
        ]
        if own and not tree.kids(said, "neg") and (of_it or predicate.index in tree.kids(said, "nsubj")):
            return [s for s in tree.kids(verb, "nsubj") if _is_someone(scene, s)]
    return []


def _sorry(scene: Scene, verb: int, predicate: Predicate) -> list[int]:
    """ "Y's air force apologised for a strike that killed nine": whose deed it was."""
    if scene.tree[verb].lemma not in scene.rules.lexicon.blame.sorry:
        return []
    sorry_for = predicate.index in prepositional(scene.tree, verb, "for")
    doers = subjects(scene.tree, verb, control=scene.rules.lexicon.modality.object_control)
    return [s for s in doers if sorry_for and _is_someone(scene, s)]


def _laid_to(scene: Scene, verb: int, predicate: Predicate) -> list[int]:
    """ "the raid was blamed on Y", "a raid blamed on Y", "blames the raid on Y"."""
    tree = scene.tree
    things = [*objects(tree, verb), *tree.kids(verb, "nsubjpass")]
    if tree[verb].dep in ("acl", "relcl", "advcl"):
        things.append(tree[verb].head)
    told = any(_tells(scene, thing, predicate) for thing in things)
    found = [
        c
        for p in prepositional(tree, verb, *scene.rules.lexicon.blame.laid[tree[verb].lemma])
        for c in tree.conjuncts(p)
    ]
    return list(dict.fromkeys(f for f in found if told and _is_someone(scene, f)))


def _tells(scene: Scene, thing: int, predicate: Predicate) -> bool:
    """Whether it is the deed itself, or what happened by it ("the blast, blamed on Y, killed two")."""
    tree = scene.tree
    over = thing == predicate.index or (predicate.index in tree.subtree(thing) and not predicate.verbal)
    return over or thing in tree.kids(predicate.index, "nsubj", "nsubjpass", "agent")


def _held_for(scene: Scene, verb: int, predicate: Predicate) -> list[int]:
    """ "blame Y for the raid", "Y was blamed for the raid", "said two died in a raid, blaming Y"."""
    tree = scene.tree
    held = tree.kids(verb, "nsubjpass") if is_passive(tree, verb) else objects(tree, verb)
    held = [h for h in held if _is_someone(scene, h)]
    named = prepositional(tree, verb, "for", "of", "over", "in")
    if tree[verb].lemma == "accuse":  # "accused Y of the raid", read as one of Y's own words
        named += [p for h in held for p in prepositional(tree, h, "of")]
    if any(p == predicate.index or (predicate.index in tree.subtree(p) and not predicate.verbal) for p in named):
        return held
    trailing = tree[verb].tag == "VBG" and tree[verb].dep in ("advcl", "acl") and not named
    return held if trailing and tree[verb].lemma == "blame" and predicate.index < verb else []


def _is_someone(scene: Scene, index: int) -> bool:
    """Whether the noun names a party, and no thing or happening that is to blame."""
    known = scene.actor_at(index) is not None or alias_key(scene.tree[index].text) in scene.rules.table.metonyms
    return known or any(_people(scene, index))


def _people(scene: Scene, index: int) -> Iterator[bool]:
    for name in ("@armed", "@people", "@group"):
        yield scene.is_a(index, name) and scene.weapon_at(index) is None and not scene.is_a(index, "@event")
