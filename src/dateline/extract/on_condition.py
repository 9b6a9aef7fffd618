"""What would only follow if something else did: "would go on if nobody stopped him", "if Y attacks, it begins with"."""

from __future__ import annotations

from dateline.extract.scene import Scene


def is_on_condition(scene: Scene, index: int) -> bool:
    """ "that he would go on if nobody stopped him": no more than what would follow."""
    tree = scene.tree
    clauses = tree.kids(index, "advcl")
    return any(tree[m].text.casefold() in ("if", "unless") for c in clauses for m in tree.kids(c, "mark"))


def is_helped_by_would(scene: Scene, index: int) -> bool:
    """Whether "would" helps the verb."""
    return any(scene.tree[a].text.casefold() == "would" for a in scene.tree.kids(index, "aux"))


def follows(scene: Scene, verb: int) -> bool:
    """ "If Y attacks, it begins with raids": what the present says would follow on a condition named before it."""
    tree = scene.tree
    if tree[verb].tag not in ("VBZ", "VBP") or tree.kids(verb, "aux"):
        return False
    opening = [tree.subtree(c)[0] for c in tree.kids(verb, "advcl") if c < verb]
    return any(tree[i].text.casefold() == "if" for i in opening)
