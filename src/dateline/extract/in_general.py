"""What a sentence tells of in general: what is so as a rule, or someone is said to do, on no day."""

from __future__ import annotations

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.grammar import subjects

_ENDED = (".", ".”", '."', ".’", ".'", ".)", "!", "!”", '!"')
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NOW = frozenset({"currently", "now", "presently"})
_SPEAKERS = frozenset({"we", "it", "i"})
_CHARGED = frozenset({"responsible", "charge", "capable", "tasked", "known", "expert", "adept"})
"""What one is for, or good at: "responsible for planning attacks"."""
_DOING = ("ist", "er", "or", "man")
"""Endings of nouns for those who do something."""
_COARSE = frozenset({"country", "continent", "sea", "region"})


def is_kind(scene: Scene, index: int) -> bool:
    """ "Attacks on ships are rare": a bare plural said to be something in the present."""
    tree = scene.tree
    token = tree[index]
    if token.tag not in ("NNS", "NNPS") or token.dep != "nsubj":
        return False
    verb = tree[token.head]
    return (
        not tree.kids(index, "det", "poss", "nummod")
        and verb.lemma == "be"
        and verb.tag in ("VBZ", "VBP")
        and not any(scene.actor_at(c) for c in tree.children[index])
    )


def is_habit(scene: Scene, predicate: Predicate) -> bool:
    """ "Mines kill", "the law bans it": the simple present, of nobody known, at no place or day.

    Headlines tell in the present what has happened, and so do lines without a full stop.
    """
    tree, index = scene.tree, predicate.index
    words = scene.text[scene.sentence.start : scene.sentence.end]
    if scene.kind != "title" and _is_repeated(scene, index):
        return True
    if scene.kind == "title" or tree[index].tag not in ("VBZ", "VBP") or not words.endswith(_ENDED):
        return False
    doers = subjects(tree, index)
    if not doers or tree.kids(index, "aux", "auxpass", "neg"):
        return False
    if any(tree[c].lemma in _NOW for c in tree.kids(index, "advmod")):
        return False
    if predicate.frame.content and any(tree[doer].lemma in _SPEAKERS for doer in doers):
        return False  # "we demand", "it calls on": said is done
    if predicate.frame.type == "REJECT" and predicate.frame.agent == ("none",):
        return False  # "a pact is out of the question": so is what is refused by saying so
    if any(t.period is not None for t in scene.times) or any(p.place.precision not in _COARSE for p in scene.places):
        return False
    return _is_definition(scene, index) or not any(
        scene.is_a(doer, "@armed") or any(scene.actor_at(i) is not None for i in tree.subtree(doer)) for doer in doers
    )


def _is_definition(scene: Scene, verb: int) -> bool:
    """ "A nation that fights over commas is a nation at peace": any such nation, and none that is told of."""
    tree, noun = scene.tree, scene.tree[verb].head
    be = tree[noun].head
    one = any(tree[d].lemma in ("a", "an", "any") for d in tree.kids(noun, "det"))
    said = tree[noun].dep == "nsubj" and tree[be].lemma == "be" and tree[be].tag in ("VBZ", "VBP")
    return tree[verb].dep == "relcl" and one and said and bool(tree.kids(be, "attr"))


def _is_repeated(scene: Scene, verb: int) -> bool:
    """ "every week fighters attack convoys": what comes again and again, and is of no day."""
    tree = scene.tree
    spans = [*tree.kids(verb, "npadvmod", "nsubj"), *(p for c in tree.kids(verb, "prep") for p in tree.kids(c, "pobj"))]
    lengths = [s for s in spans if scene.is_a(s, "@immaterial")]
    again = any(tree[d].lemma in ("every", "each") for s in lengths for d in tree.children[s])
    return again and tree[verb].tag in ("VBZ", "VBP", "VB")


_OFTEN = frozenset(
    {"always", "commonly", "frequently", "generally", "habitually", "mostly", "never", "normally", "occasionally"}
    | {"often", "periodically", "rarely", "regularly", "routinely", "seldom", "sometimes", "typically", "usually"}
)


_KINDS = frozenset({"such", "similar", "these", "those"})


def is_routine(scene: Scene, predicate: Predicate) -> bool:
    """ "The group often carries out such attacks", "gangs have frequently raided it": of no day, and more than once."""
    tree, index = scene.tree, predicate.index
    if scene.kind == "title" or any(t.period is not None for t in scene.times):
        return False
    verb = next((i for i in (index, *tree.ancestors(index)) if tree[i].pos in ("VERB", "AUX")), None)
    if verb is None or (tree.kids(verb, "ccomp") and verb != index):
        return False
    while tree[verb].dep in ("xcomp", "conj") and tree[tree[verb].head].pos in ("VERB", "AUX"):
        if tree.kids(verb, "nsubj", "nsubjpass", "advmod"):
            break
        verb = tree[verb].head
    adverbs = [c for c in tree.kids(verb, "advmod") if tree[c].lemma in _OFTEN]
    helpers = {tree[a].text.casefold() for a in tree.kids(verb, "aux", "auxpass")}
    present = tree[verb].tag in ("VBZ", "VBP") or bool(helpers & {"has", "have", "is", "are"})
    if adverbs:
        return present
    such = not predicate.verbal and any(tree[c].lemma in _KINDS for c in tree.kids(index, "amod", "predet", "det"))
    return such and tree[index].tag == "NNS" and tree[verb].tag in ("VBZ", "VBP") and not helpers


def is_shunned(scene: Scene, predicate: Predicate) -> bool:
    """ "Moscow denies targeting civilians": what somebody says, in the simple present, that they do not do."""
    tree, index = scene.tree, predicate.index
    head = tree[index].head
    if scene.kind == "title" or tree[index].tag != "VBG" or tree[head].lemma not in _DENYING:
        return False
    always = any(tree[c].lemma in _OFTEN or tree[c].lemma in _AGAIN for c in tree.kids(head, "advmod"))
    if tree[head].tag not in ("VBZ", "VBP") and not always:
        return False
    below = tree.subtree(index)
    known = any(tree[i].lemma in DEFINITE or scene.place_at(i) is not None for i in below)
    return not known and not any(t.period is not None for t in scene.times)


_DENYING = frozenset({"deny", "reject", "avoid"})


_AGAIN = frozenset({"repeatedly", "consistently", "constantly"})


def is_description(scene: Scene, predicate: Predicate) -> bool:
    """ "Bombers who target civilians": a relative clause in the simple present, of no day."""
    tree, index = scene.tree, predicate.index
    if scene.kind == "title" or any(t.period is not None for t in scene.times if not t.since):
        return False
    if predicate.verbal:
        return _tells_who(scene, index)
    bare = tree[index].tag == "NNS" and not tree.kids(index, "det", "nummod", "poss")
    return _tells_who(scene, tree[index].head) or (bare and any(_tells_who(scene, c) for c in tree.children[index]))


def is_trade(scene: Scene, index: int) -> bool:
    """ "The commander carries out attacks.", "the leader directed attacks": bare plurals, of one man with no name."""
    tree = scene.tree
    words = scene.text[scene.sentence.start : scene.sentence.end]
    bare = tree[index].tag == "NNS" and not tree.kids(index, "det", "nummod", "poss")
    if (
        scene.kind == "title"
        or not bare
        or not words.endswith(_ENDED)
        or any(t.period is not None for t in scene.times)
    ):
        return False
    verb = tree[index].head
    charge = tree[tree[verb].head].head if tree[verb].dep == "pcomp" else tree[verb].head
    planned = tree[verb].dep == "pcomp" or any(
        tree[c].text.endswith("ing") for c in tree.kids(index, "compound", "amod")
    )
    if planned and tree[charge].lemma in _CHARGED:
        return True
    while tree[verb].dep in ("prep", "pobj", "dobj", "conj") and tree[verb].tag not in ("VBZ", "VBD", "VBN"):
        verb = tree[verb].head
    ran = tree[verb].tag == "VBD" and tree[verb].lemma in _RUNNING
    if (tree[verb].tag != "VBZ" and not ran) or tree.kids(verb, "aux", "auxpass"):
        return False
    doers = subjects(tree, verb)
    return bool(doers) and all(
        tree[d].tag == "NN"
        and tree.kids(d, "det", "compound", "nmod")
        and (tree[d].lemma.endswith(_DOING) or scene.any_is([d], ("@armed", "@person", "@people")))
        and not scene.is_a(d, "@lifeless")
        for d in doers
    )


_RUNNING = frozenset(
    {"coordinate", "direct", "facilitate", "finance", "fund", "organise", "organize", "oversee", "plan"}
)


def _tells_who(scene: Scene, verb: int) -> bool:
    tree = scene.tree
    token = tree[verb]
    plain = token.dep == "relcl" and token.tag in ("VBZ", "VBP") and not tree.kids(verb, "aux", "auxpass", "neg")
    return plain and any(tree[s].tag == "WP" for s in tree.kids(verb, "nsubj"))
