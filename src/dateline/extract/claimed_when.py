"""The day on which somebody claims an attack told of before, which is not the day of the attack."""

from __future__ import annotations

import re

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.extract.timing import Timing
from dateline.grammar import prepositional
from dateline.model import TimeMention

_POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
_OWNED = frozenset({"responsibility", "credit"})
_NOTHING_BETWEEN = re.compile(r"(?: (?:late|early|later))?(?: on)? ?")


def when_claimed(scene: Scene, predicate: Predicate, when: Timing) -> Timing:
    """ "claimed responsibility for the attack on Tuesday", "on Tuesday claimed the blast": the day of the claim.

    What is claimed with words of its own keeps its day: "claimed an attack on Tuesday", "the raid on Lima on Tuesday".
    """
    claim = _claim(scene, predicate) if when.own else None
    if claim is None or not _is_known(scene, claim[1]):
        return when
    said = [t for t in when.own if not t.since and _is_of_claim(scene, *claim, t)]
    if not said:
        return when
    return Timing(own=tuple(t for t in when.own if t not in said), told=(*when.told, *said), undated=when.undated)


def _claim(scene: Scene, predicate: Predicate) -> tuple[int, int] | None:
    """The verb of claiming and the happening that it claims."""
    tree, verb = scene.tree, predicate.index
    if not predicate.verbal:
        thing, verb, owned = predicate.index, tree[predicate.index].head, False
        if tree[thing].dep == "pobj" and tree[verb].lemma == "for":  # "responsibility for the attack"
            verb = tree[verb].head
            owned = tree[verb].lemma in _OWNED
            verb = tree[verb].head if owned else verb
        claiming = tree[verb].lemma == "claim" or (owned and tree[verb].lemma == "take")
        done = tree[thing].dep in ("dobj", "pobj") and tree[verb].pos == "VERB"
        return (verb, thing) if claiming and done and not _is_nobody(scene, verb) else None
    if _is_nobody(scene, verb):
        return None
    met = tree.kids(verb, "dobj") if predicate.frame.claims else ()
    words = [o for o in met if tree[o].lemma in _OWNED]
    things = [p for n in (verb, *words) for p in prepositional(tree, n, "for")] if words else met
    return (verb, things[0]) if things else (verb, words[0]) if words else None


def _is_nobody(scene: Scene, verb: int) -> bool:
    """ "No group has claimed it as of 5 March", "has not claimed it": nobody spoke then."""
    tree = scene.tree
    return bool(tree.kids(verb, "neg")) or any(
        tree[d].lemma in ("no", "neither", "none") for s in tree.kids(verb, "nsubj") for d in (s, *tree.kids(s, "det"))
    )


def _is_known(scene: Scene, thing: int) -> bool:
    """ "the attack", "it", or "responsibility" alone: a happening told of before."""
    tree = scene.tree
    return (
        tree[thing].pos == "PRON"
        or tree[thing].lemma in _OWNED
        or any(tree[d].lemma in _POINTING for d in tree.kids(thing, "det"))
    )


def _is_of_claim(scene: Scene, verb: int, thing: int, time: TimeMention) -> bool:
    """Whether the day hangs from the verb, or stands just behind the bare noun for what is claimed."""
    tree, token = scene.tree, scene.token_at(time.start, time.end)
    if token is None or time.period is None or (time.period.end - time.period.start).days > 1:
        return False
    above = next((i for i in tree.ancestors(token) if tree[i].pos != "ADP"), None)
    if above == verb:
        return True
    between = scene.text[tree[thing].end : max(tree[thing].end, time.start)]
    return above == thing and time.start >= tree[thing].end and _NOTHING_BETWEEN.fullmatch(between) is not None
