"""What those who were there, or who counted, say of a happening told before: "we heard it fall", "she counted nine"."""

from __future__ import annotations

from dateline.extract.scene import Scene
from dateline.extract.voices import kind_of
from dateline.model import AttributionMention

LISTED = "verb of listing"
"""The rule of an attribution to who lists the dead or hurt."""
_SPEAKER = frozenset({"i", "we"})
_RETOLD = frozenset({"he", "she"})
_DOERS = frozenset({"they"})
_WITH_THINGS = frozenset({"run", "stop", "hide"})
_NOTHING = frozenset({"nothing", "nobody"})
_MUTUAL = frozenset({"other", "another"})
"""What the object of "blame each other" ends in."""
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_HANDLING = frozenset(
    {"admit", "bring", "bury", "carry", "collect", "count", "find", "pull", "receive", "recover", "treat"}
)
_HARMED = frozenset({"body", "casualty", "corpse", "dead", "injured", "wounded"})
_PAST = frozenset({"VBD", "VBN"})
_SEEN = ("@weapon", "@armed", "@people", "@doers", "@deeds")
_IDLE = frozenset({"be", "have", "know", "think", "want", "like", "use", "seem", "need", "say", "tell"})
"""Verbs of what was so, and not of what was done."""


def testified(scene: Scene, said: AttributionMention) -> int | None:
    """The word by which the speaker tells what he lived through, counted or saw others do; None where he does not."""
    if said.direct and said.source is None:
        return None
    if said.rule == LISTED:
        return _counted(scene, said)
    tree = scene.tree
    witness = said.source is not None and kind_of(said.source.exact, None, scene.rules.lexicon.voices) == "witness"
    for verb, token in enumerate(tree.tokens):
        if token.pos != "VERB" or not said.content.start <= token.start < said.content.end:
            continue
        if not _is_past(scene, verb):
            continue
        who = {tree[s].text.casefold() for s in tree.kids(verb, "nsubj")}
        if not said.direct and who & _RETOLD:
            who |= _SPEAKER  # "she said she had seen four bodies"
        if who & _SPEAKER and scene.is_word_of(verb, "lived_through") and not of_a_thing(scene, verb):
            return verb
        if who & _SPEAKER and token.lemma == "see" and _sees_it(scene, verb):
            return verb
        if token.lemma in _HANDLING and _is_harmed(scene, verb):
            return verb
        if witness and who & _DOERS and token.lemma not in _IDLE:
            return verb
    return None


def _counted(scene: Scene, said: AttributionMention) -> int | None:
    """The noun for the dead or hurt that are counted."""
    tree = scene.tree
    for index, token in enumerate(tree.tokens):
        inside = said.content.start <= token.start < said.content.end
        if inside and token.pos == "NOUN" and tree.kids(index, "nummod"):
            return index
    return None


def of_a_thing(scene: Scene, verb: int) -> bool:
    """ "we ran a school", "heard nothing": what they did with a thing, or not at all, and not what became of them."""
    tree = scene.tree
    things = tree.kids(verb, "dobj")
    return any(tree[o].lemma in _NOTHING for o in things) or (tree[verb].lemma in _WITH_THINGS and bool(things))


def _is_harmed(scene: Scene, verb: int) -> bool:
    """ "received two bodies", "six wounded were brought in": a number of those to whom harm was done."""
    tree = scene.tree
    handled = tree.kids(verb, "dobj", "nsubjpass")
    return any(
        {tree[o].lemma, tree[o].text.casefold()} & _HARMED and (tree.kids(o, "nummod") or tree[o].tag == "CD")
        for o in handled
    )


def blames(scene: Scene, said: AttributionMention) -> int | None:
    """The verb of "Y blamed the rebels (for it)": of what is told before, and of no other deed or failing."""
    tree = scene.tree
    if said.word is None or said.stance != "accuses":
        return None
    verb = scene.token_at(said.word.start, said.word.end)
    if verb is None or tree[verb].lemma != "blame" or tree.kids(verb, "neg"):
        return None
    below = [verb, *tree.kids(verb, "dobj")]
    reasons = [p for b in below for p in tree.kids(b, "prep") if tree[p].lemma in ("for", "over")]
    named = [o for p in reasons for o in tree.kids(p, "pobj", "pcomp")]
    if len(named) != len(reasons) or not all(_points_back(scene, o) for o in named):
        return None
    held = tree.kids(verb, "dobj")
    on = [o for p in tree.kids(verb, "prep") if tree[p].lemma == "on" for o in tree.kids(p, "pobj")]
    if any(tree[h].lemma in _MUTUAL for h in (*held, *on)) or (on and not all(_points_back(scene, h) for h in held)):
        return None
    return verb if held and not scene.any_is(held, ("@office", "government", "authority")) else None


def _points_back(scene: Scene, noun: int) -> bool:
    tree = scene.tree
    if tree[noun].text.casefold() in ("it", "this", "that"):
        return True
    return scene.is_word_of(noun, "deeds") and any(tree[d].lemma in _POINTING for d in tree.kids(noun, "det"))


def _is_past(scene: Scene, verb: int) -> bool:
    """ "ran", "had run": no modal, no negation, nothing that only may have been."""
    tree = scene.tree
    helpers = [tree[c] for c in tree.kids(verb, "aux", "neg")]
    if any(h.tag in ("MD", "TO", "VBZ", "VBP") or h.dep == "neg" for h in helpers):
        return False
    return tree[verb].tag in _PAST and not any(tree[m].lemma in ("if", "unless") for m in tree.kids(verb, "mark"))


def _sees_it(scene: Scene, verb: int) -> bool:
    """ "I saw them", "we saw two bodies": those who did it, those it was done to, or what it was done with."""
    tree = scene.tree
    seen = list(tree.kids(verb, "dobj")) + [s for c in tree.kids(verb, "ccomp") for s in tree.kids(c, "nsubj")]
    return any(
        tree[o].text.casefold() in ("it", "them", "him", "her") or scene.any_is([o], _SEEN) or tree[o].lemma == "body"
        for o in seen
    )
