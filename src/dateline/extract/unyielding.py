"""Words that tell of no withdrawal and no concession: "left nine dead", "left for the capital", "released a report"."""

from __future__ import annotations

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.grammar import objects

_YIELDING = frozenset({"RETREAT", "CONCEDE"})
_PUBLISHING = frozenset({"release", "issue", "publish", "post"})
_SAID_IN_IT = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
"""Types of what a statement mostly says."""


def is_no_yielding(scene: Scene, predicate: Predicate) -> bool:
    """Whether nobody gives way in what the verb tells."""
    tree, index = scene.tree, predicate.index
    if not predicate.verbal:
        return False
    things = objects(tree, index)
    if tree[index].lemma in _PUBLISHING and predicate.frame.type not in _SAID_IN_IT:
        return any(tree[t].lemma in scene.rules.lexicon.voices.nouns for t in things)
    if predicate.frame.type not in _YIELDING or tree[index].lemma != "leave":
        return False
    onward = not things and any(tree[p].lemma == "for" for p in tree.kids(index, "prep"))
    return onward or bool(tree.kids(index, "oprd", "acomp", "ccomp"))
