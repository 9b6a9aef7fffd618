"""What somebody is kept from doing, which is no happening of its own: "barred her from leaving the country"."""

from __future__ import annotations

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene

_BARRING = frozenset({"bar", "ban", "prohibit", "forbid", "preclude", "debar", "disqualify"})


def is_forbidden(scene: Scene, predicate: Predicate) -> bool:
    """Whether the trigger is what somebody is barred from doing."""
    tree = scene.tree
    token = tree[predicate.index]
    if token.dep != "pcomp" or tree[token.head].lemma != "from":
        return False
    verb = tree[token.head].head
    return tree[verb].lemma in _BARRING and tree[verb].pos == "VERB" and not tree.kids(verb, "neg")
