"""What those did whom a deed befell: "executed a man for killing two guards", "shot a man who had stabbed three"."""

from __future__ import annotations

from dateline.extract.scene import Scene
from dateline.grammar.arguments import is_passive

_CHARGED = frozenset({"accuse", "blame", "charge", "convict", "suspect", "want"})
_CLAUSES = frozenset({"acl", "relcl"})
_WHO = ("@people", "@person", "@armed", "@faction", "man", "woman", "person", "suspect", "attacker")


def is_of_its_victim(scene: Scene, one: int, other: int) -> bool:
    """Whether one of two deeds was done by whom the other befell, and is told with them or as the reason for it."""
    return _is_theirs(scene, one, above=other) or _is_theirs(scene, other, above=one)


def _is_theirs(scene: Scene, deed: int, *, above: int) -> bool:
    tree = scene.tree
    if tree[above].pos != "VERB":
        return False
    befallen = _befallen(scene, above)
    before = deed
    charged = False
    for at in (deed, *tree.ancestors(deed)):
        token = tree[at]
        charged = charged or token.lemma in _CHARGED
        if token.dep == "prep" and token.head in (above, *befallen):
            reason = token.lemma in ("for", "over") and before == deed and tree[deed].tag == "VBG"
            return reason and bool(befallen)
        if token.dep in _CLAUSES and token.head in befallen:
            own = at == deed and token.pos == "VERB" and not is_passive(tree, at) and not tree.kids(at, "dative")
            return (charged or own) and scene.any_is([token.head], _WHO)
        if at == above:
            return False
        before = at
    return False


def _befallen(scene: Scene, verb: int) -> set[int]:
    """Whom the verb befell: its object, or its subject where it is passive."""
    tree = scene.tree
    met = tree.kids(verb, "nsubjpass") if is_passive(tree, verb) else tree.kids(verb, "dobj")
    return {c for m in met for c in (m, *tree.conjuncts(m))}
