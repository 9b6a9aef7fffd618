"""What goes on: the progressive, what is continued, and many happenings told as one."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.model import TimeMention
from dateline.model.word_rules import ModalityRules


def is_ongoing(scene: Scene, index: int, rules: ModalityRules) -> bool:
    """ "are shelling", "have been attacking", "continued to strike"."""
    tree = scene.tree
    token = tree[index]
    helpers = [tree[c].text.casefold() for c in tree.kids(index, "aux", "auxpass")]
    if token.tag == "VBG" and any(h in ("is", "are", "been", "being", "'re", "’re") for h in helpers):
        return True
    head = tree[token.head]
    lasting = any(
        tree[c].text.casefold() in ("continued", "continuing", "ongoing", "persistent", "relentless")
        for c in tree.kids(index, "amod")
    )
    return lasting or (token.dep in ("xcomp", "dobj") and head.lemma in rules.ongoing)


_HEAPS = frozenset({"dozen", "score", "hundred", "thousand"})
_AGAIN = frozenset({"repeatedly", "often", "frequently", "consistently", "regularly", "always", "constantly"})
_BEFORE = frozenset({"previously", "historically", "formerly", "once", "earlier"})


def is_series(scene: Scene, predicate: Predicate, times: Sequence[TimeMention]) -> bool:
    """ "have launched attacks on", "has shelled towns since May": many happenings told as one, none dated."""
    tree, index = scene.tree, predicate.index
    if _lasts(scene, predicate):
        return True
    if predicate.verbal and tree[index].tag == "VBD" and tree.kids(index, "nsubj"):
        return False  # "since they fired rockets on 1 March": told of a day
    counted = [c for o in tree.kids(index, "dobj") for c in tree.conjuncts(o) if tree.kids(c, "nummod")]
    heaps = [o for o in tree.kids(index, "dobj") if scene.is_word_of(o, "quantity") or tree[o].lemma in _HEAPS]
    if predicate.verbal and (counted or heaps):
        return False  # "has struck 500 sites since Monday": what has been done, counted
    if any(t.since for t in times) or any(
        tree[c].lemma == "since" for a in tree.kids(index, "advcl") for c in tree.kids(a, "mark")
    ):
        return True
    if any(t.period is not None and (t.period.end - t.period.start).days < 7 for t in times):
        return False
    if any(tree[a].lemma in _BEFORE for v in (index, tree[index].head) for a in tree.kids(v, "advmod")):
        return False  # "has previously raided villages"
    if predicate.frame.content and not any(tree[a].lemma in _AGAIN for a in tree.kids(index, "advmod")):
        return False  # "has rejected the demands"
    many = [index] if not predicate.verbal else [c for o in tree.kids(index, "dobj") for c in tree.conjuncts(o)]
    if not any(tree[m].tag in ("NNS", "NNPS") for m in many) or any(tree.kids(m, "nummod") for m in many):
        return False
    verb = index if predicate.verbal else tree[index].head
    if tree[verb].pos == "ADP":
        verb = tree[verb].head
    reported = tree[verb].dep == "ccomp"  # "said it had hit sites" is "we hit sites"
    return tree[verb].tag == "VBN" and any(
        tree[a].lemma == "have" and not (reported and tree[a].tag == "VBD") for a in tree.kids(verb, "aux")
    )


def _lasts(scene: Scene, predicate: Predicate) -> bool:
    """ "has been under siege for more than a year": a perfect with a length of time."""
    tree = scene.tree
    verb = predicate.index
    while tree[verb].pos not in ("VERB", "AUX") and tree[verb].head != verb:
        verb = tree[verb].head
    if not any(tree[c].lemma == "have" and tree[c].tag != "VBD" for c in tree.kids(verb, "aux")):
        return False
    lengths = [scene.token_at(t.start, t.end) for t in scene.times if t.type == "DURATION" and t.period is None]
    return any(i is not None and tree[tree[i].head].lemma == "for" and tree[tree[i].head].head == verb for i in lengths)
