"""What holds nothing out to anyone, though its words are those of threats: dangers, good promises, others' deeds."""

from __future__ import annotations

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.grammar import objects, prepositional, subjects


def is_no_threat(scene: Scene, predicate: Predicate) -> bool:
    """Whether nobody holds harm out to another by the trigger."""
    if predicate.frame.type != "THREATEN" or not predicate.frame.content:
        return False
    index = predicate.index
    if not predicate.verbal:
        return scene.tree[index].lemma == "threat" and _is_danger(scene, index)
    return (
        _is_good_promise(scene, index)
        or _ends_harm(scene, index)
        or _is_seen(scene, index)
        or _warns_of_another(scene, index)
        or _is_standing(scene, index)
        or _is_posed(scene, index)
        or _is_own_loss(scene, index)
        or _is_in_store(scene, index)
    )


def _is_danger(scene: Scene, index: int) -> bool:
    """ "the Kenyan threat", "a growing threat of war": how things stand; "threats" and "a threat to leave" are made."""
    tree = scene.tree
    made = tree[index].tag == "NNS" and not any(tree[c].lemma in _POSING for c in tree.ancestors(index))
    told_of = tree[tree[index].head].lemma in scene.rules.lexicon.classes["threat_giving"]
    to_do = any(tree[c].tag == "VB" for c in tree.kids(index, "acl", "relcl"))
    harms = [p for p in prepositional(tree, index, "of") if scene.is_word_of(p, "threatened_with")]
    owned = any(tree[c].dep == "poss" for c in tree.children[index])
    return not (made or told_of or to_do or (harms and owned))


_POSING = frozenset({"pose", "face", "represent", "constitute", "present", "be"})
_GIVING_WORD = frozenset({"pledge", "promise", "vow", "swear", "undertake"})


def _is_good_promise(scene: Scene, index: int) -> bool:
    """ "promised to defend Y", "pledged 14 tanks": what is done for somebody, or given."""
    tree = scene.tree
    if tree[index].lemma not in _GIVING_WORD:
        return False
    good = scene.rules.lexicon.classes["benign"]
    told = tree.kids(index, "xcomp", "ccomp")
    arms = [p for g in objects(tree, index) for p in (g, *prepositional(tree, g, "of"))]
    if any(scene.is_word_of(a, "arms_given") for a in arms):
        return True  # "pledged 14 of its tanks to break the deadlock"
    if told:
        meant = [x for t in told for x in (tree.kids(t, "xcomp") if tree[t].lemma in _GOING_ON else [t]) or [t]]
        return all(tree[m].lemma in good for m in meant)
    given = objects(tree, index)
    return bool(given) and all(
        tree[g].pos in ("NOUN", "PROPN", "NUM") and not scene.is_word_of(g, "threatened_with") for g in given
    )


def _ends_harm(scene: Scene, index: int) -> bool:
    """ "said that the offensive would end if they left": an end of harm that is offered."""
    told = scene.tree.kids(index, "ccomp")
    return bool(told) and all(scene.tree[t].lemma in _ENDING and not scene.tree.kids(t, "dobj") for t in told)


_ENDING = frozenset({"end", "stop", "cease", "halt"})
_GOING_ON = frozenset({"continue", "keep", "go", "come"})


def _warns_of_another(scene: Scene, index: int) -> bool:
    """ "warned of Y's plans to attack", "warned against the danger of war": what others may do, or what may come."""
    tree = scene.tree
    if tree[index].lemma not in ("warn", "caution"):
        return False
    if any(scene.is_word_of(p, "held_out") for p in prepositional(tree, index, "of", "about")):
        return False  # "warned of consequences, should Y help"
    told = tree.kids(index, "ccomp")
    if told:
        return all(_befalls_another(scene, index, t) for t in told)
    things = prepositional(tree, index, "of", "about", "against")
    things += [p for o in objects(tree, index) for i in tree.subtree(o) for p in prepositional(tree, i, "of")]
    for thing in things:
        if tree[thing].lemma in scene.rules.lexicon.classes["dangers"]:
            return True
        named = scene.actor_at(thing) is not None or tree[thing].pos == "PROPN"
        if tree[tree[thing].head].lemma != "against" and not named and not scene.is_word_of(thing, "held_out"):
            return True
        owners = [c for c in tree.kids(thing, "poss") if scene.actor_at(c) is not None or scene.place_at(c) is not None]
        doing = subjects(tree, index)
        if owners and all(scene.tree[o].lemma != scene.tree[s].lemma for o in owners for s in doing):
            return True
    return False


_OURS = frozenset({"government", "army", "military", "navy", "force", "troop", "police", "authority", "state"})
"""Bodies for which an official who names no other speaks."""
_OWN = frozenset({"it", "he", "she", "they", "we", "i", "any", "anyone", "whoever", "those", "everyone", "nobody"})


def _befalls_another(scene: Scene, index: int, clause: int) -> bool:
    """ "warned that others may follow": what somebody else does; "that it will strike" is held out."""
    tree = scene.tree
    acting = subjects(tree, clause)
    if scene.is_word_of(clause, "paying") or not acting:
        return False
    harm = [
        *objects(tree, clause),
        *prepositional(tree, clause, "to", "with", "in"),
        *tree.kids(clause, "acomp", "oprd"),
    ]
    if any(scene.is_word_of(h, "held_out") for h in harm):
        return False
    doing = {tree[s].lemma for s in subjects(tree, index)}
    own = [
        s for s in acting
        if tree[s].lemma.casefold() in (*_OWN, *doing)
        or any(tree[d].lemma in _OWN for d in tree.kids(s, "det", "poss"))
        or any(tree[d].tag == "PRP$" for d in tree.kids(s, "poss"))
        or (tree[s].lemma in _OURS and not tree.kids(s, "poss", "amod", "compound", "nmod", "prep"))
        or (_countries(scene, s) & _countries(scene, *subjects(tree, index)))
    ]  # fmt: skip
    return not own


def _countries(scene: Scene, *nouns: int) -> set[str]:
    """The countries of those whom the nouns name: that of "Kenya's president" and of "Kenyan forces"."""
    words = [w for n in nouns for w in (n, *scene.tree.kids(n, "poss", "amod", "compound", "nmod"))]
    named = [m.actor.country for w in words if (m := scene.actor_at(w)) is not None]
    return {c for c in named if c is not None}


def _is_seen(scene: Scene, index: int) -> bool:
    """ "sees Y as a threat": what somebody fears."""
    tree = scene.tree
    held = [p for p in prepositional(tree, index, "as") if tree[p].lemma in ("threat", "danger", "menace")]
    return bool(held) and tree[index].lemma in ("see", "view", "regard", "consider", "perceive", "describe", "treat")


def _is_standing(scene: Scene, index: int) -> bool:
    """ "countries threatened by Y", "Y threatens them all": a state of things, with which nothing is held out."""
    tree = scene.tree
    held = tree[index].lemma == "threaten" and (
        (tree[index].dep == "acl" and tree[index].tag == "VBN")
        or (tree[index].tag in ("VBZ", "VBP") and scene.kind != "title" and not scene.brief)
    )
    if tree[index].dep == "relcl" and any(
        tree[d].lemma in ("any", "every") for d in tree.kids(tree[index].head, "det")
    ):
        return True  # "any country that threatened it": whichever may
    by = [p for c in tree.kids(index, "agent") for p in tree.kids(c, "pobj")]
    if by and all(scene.is_word_of(a, "arms_given") for a in by):
        return True  # "are threatened by their tanks"
    return held and not tree.kids(index, "xcomp", "ccomp", "npadvmod") and not prepositional(tree, index, "with", "on")


def _is_posed(scene: Scene, index: int) -> bool:
    """ "poses the greatest threat to peace": nobody says anything."""
    return scene.tree[index].lemma in ("pose", "present", "represent", "constitute", "face")


def _is_in_store(scene: Scene, index: int) -> bool:
    """ "is prepared to threaten war": what somebody might say, and has not."""
    above = scene.tree[scene.tree[index].head]
    return scene.tree[index].dep == "xcomp" and above.lemma in ("prepared", "ready", "able", "likely", "unlikely")


def _is_own_loss(scene: Scene, index: int) -> bool:
    """ "we will pay a much higher price": what befalls the speaker's own side."""
    suffering = subjects(scene.tree, index)
    return scene.is_word_of(index, "paying") and any(scene.tree[s].lemma.casefold() in ("we", "i") for s in suffering)
