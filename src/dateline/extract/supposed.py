"""What a sentence only pictures: a scenario, what others will "probably" do, what a text would say that was blocked."""

from __future__ import annotations

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.grammar import subjects
from dateline.model import Modality

_PICTURES = frozenset({"scenario", "hypothesis"})
_WITHIN = frozenset({"pobj", "prep", "appos", "conj", "acl", "relcl", "compound", "amod", "pcomp", "dep"})
_MAKING = frozenset({"involve", "include", "entail", "feature", "be", "see", "foresee", "mean", "begin", "start"})
_GUESSING = frozenset({"probably", "perhaps", "possibly", "maybe", "presumably", "conceivably"})
_WILL = frozenset({"will", "'ll", "’ll", "would", "shall"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
_TEXTS = frozenset({"statement", "resolution", "declaration", "communique", "communiqué", "motion", "draft", "text"})
_KEEPING_BACK = frozenset({"block", "veto", "scrap", "shelve", "torpedo", "scupper", "stall"})
_LAWS = frozenset({"convention", "law", "rule", "charter", "treaty", "agreement", "accord", "deal", "pact", "protocol"})
_FORBIDDEN = frozenset({"ban", "prohibit", "outlaw", "forbid", "proscribe", "restrict"})
_MEASURES = frozenset({"mile", "kilometre", "kilometer", "km", "metre", "meter", "yard"})


def supposed(scene: Scene, predicate: Predicate) -> tuple[Modality, str] | None:
    """The modality of what is only pictured, and the word that says so; None where nothing says it."""
    index = predicate.index
    if (picture := _in_picture(scene, index)) is not None:
        return "hypothetical", picture
    if not predicate.verbal:
        return None
    if (turned := _inverted(scene, index)) is not None:
        return "hypothetical", turned
    if _no_matter(scene, index):
        return "hypothetical", "no matter"
    if predicate.frame.type in _HOSTILE and (guess := _guessed(scene, index)) is not None:
        return "hypothetical", guess
    if predicate.frame.type == "COERCE" and (_is_forbidden_thing(scene, index) or _is_distance(scene, index)):
        return "hypothetical", "how things are"
    if predicate.frame.type == "RETREAT" and is_left_so(scene, index):
        return "hypothetical", "left so"
    return _kept_back(scene, index)


def is_left_so(scene: Scene, verb: int) -> bool:
    """ "will not leave Y defenceless", "left Y alone": how somebody is left, and nobody's leaving."""
    tree = scene.tree
    how = [
        *tree.kids(verb, "oprd", "acomp"),
        *(o for o in tree.kids(verb, "dobj") if tree[o].pos == "ADJ"),
        *(a for a in tree.kids(verb, "advmod") if tree[a].lemma == "alone"),
    ]
    return tree[verb].lemma == "leave" and bool(tree.kids(verb, "dobj")) and any(tree[h].pos != "VERB" for h in how)


def _in_picture(scene: Scene, index: int) -> str | None:
    """ "the worst scenario: an attack on Y", "the scenario would involve an attack": part of what may come to be."""
    tree, place = scene.tree, index
    while tree[place].head != place:
        head = tree[place].head
        if tree[head].lemma in _PICTURES:
            return tree[head].text if tree[place].dep in _WITHIN else None
        if tree[place].dep in ("dobj", "attr", "prep") and tree[head].lemma in _MAKING:
            return next((tree[s].text for s in subjects(tree, head) if tree[s].lemma in _PICTURES), None)
        if tree[place].dep not in _WITHIN:
            return None
        place = head
    return None


TURNED = frozenset({"had", "should", "were"})
"""Helpers that make a condition by standing before their subject."""


def _inverted(scene: Scene, verb: int) -> str | None:
    """ "Had they refused, …", "should Y attack, …": a condition told by its helper standing before its subject."""
    tree = scene.tree
    for turned in (verb, tree[verb].head):  # "were Y to attack"
        helpers = [turned, *tree.kids(turned, "aux", "auxpass")]
        first = next((a for a in helpers if tree[a].text.casefold() in TURNED), None)
        after = first is not None and any(
            s > first
            for v in (turned, verb if first == turned == 0 else turned)
            for s in tree.kids(v, "nsubj", "nsubjpass")
        )
        if first is None or not after or tree[-1].text == "?" or tree.kids(turned, "mark"):
            continue
        if first == 0 or tree[first - 1].text in (",", ";", "and", "but", "that", "“", '"'):
            return tree[first].text
    return None


def _no_matter(scene: Scene, verb: int) -> bool:
    """ "no matter how many soldiers are sent": whether any are, nobody says."""
    tree = scene.tree
    return any(tree[a].lemma == "matter" and any(tree[c].lemma == "no" for c in tree.children[a])
               for a in tree.ancestors(verb) if tree[verb].dep in ("ccomp", "advcl", "acl", "relcl"))  # fmt: skip


def _guessed(scene: Scene, verb: int) -> str | None:
    """ "will probably attack": what somebody expects of others; what "we" will probably do they have in mind."""
    tree = scene.tree
    if not any(tree[a].text.casefold() in _WILL for a in tree.kids(verb, "aux")):
        return None
    if any(tree[s].lemma.casefold() in ("we", "i") for s in subjects(tree, verb)):
        return None
    return next((tree[c].text for c in tree.kids(verb, "advmod") if tree[c].lemma in _GUESSING), None)


def _is_forbidden_thing(scene: Scene, verb: int) -> bool:
    """ "used weapons prohibited under the pact": of what kind they are, and no ban of these days."""
    tree = scene.tree
    if tree[verb].dep != "acl" or tree[verb].tag != "VBN" or tree[verb].lemma not in _FORBIDDEN:
        return False
    ways = [c for c in tree.kids(verb, "prep", "agent") if tree[c].lemma in ("under", "by")]
    return any(tree[p].lemma in _LAWS for c in ways for p in tree.kids(c, "pobj"))


def _is_distance(scene: Scene, verb: int) -> bool:
    """ "the city, which falls 20 miles to the south": where it lies."""
    tree = scene.tree
    far = tree.kids(verb, "dobj", "npadvmod", "attr")
    return tree[verb].lemma == "fall" and any(tree[m].lemma.casefold() in _MEASURES for m in far)


def _kept_back(scene: Scene, verb: int) -> tuple[Modality, str] | None:
    """ "blocked a statement condemning Y": what it would have said nobody said."""
    tree, noun = scene.tree, scene.tree[verb].head
    if tree[verb].dep != "acl" or tree[verb].tag != "VBG" or tree[noun].lemma not in _TEXTS:
        return None
    above = tree[tree[noun].head]
    kept = tree[noun].dep in ("dobj", "nsubjpass") and above.lemma in _KEEPING_BACK
    return ("negated", above.text) if kept else None
