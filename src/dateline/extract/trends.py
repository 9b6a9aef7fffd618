"""How often things happen: "attacks on ships have doubled" says that there were more of them, and tells of none."""

from __future__ import annotations

from dateline.extract.scene import Scene

_CHANGING = frozenset(
    {"decline", "decrease", "diminish", "double", "drop", "dwindle", "fall", "grow", "increase", "jump", "lessen"}
    | {
        "multiply",
        "plummet",
        "proliferate",
        "quadruple",
        "rise",
        "skyrocket",
        "soar",
        "spike",
        "surge",
        "treble",
        "triple",
    }
)
_OF_CHANGE = frozenset(
    {"decline", "decrease", "drop", "fall", "growth", "increase", "jump", "rise", "spike", "surge", "uptick", "upsurge"}
)
_COMMON = frozenset({"common", "commonplace", "frequent", "rare", "rarer", "rife", "routine", "scarce", "widespread"})
_DAYS = 3


def is_trend(scene: Scene, index: int) -> bool:
    """ "Attacks have increased", "a rise in attacks": a bare plural that there is more or less of, on no one day.

    Where somebody is counted killed or hurt it tells of what was done.
    """
    tree = scene.tree
    if scene.kind == "title" or tree[index].tag not in ("NNS", "NNPS") or _is_known(scene, index) or scene.quantities:
        return False
    if any(t.period is not None and (t.period.end - t.period.start).days < _DAYS for t in scene.times):
        return False
    head = tree[index].head
    if tree[index].dep == "nsubj":
        grown = tree[head].lemma in _CHANGING and not tree.kids(head, "dobj")
        become = tree[head].lemma in ("become", "grow", "remain", "be") and any(
            tree[c].text.casefold() in _COMMON for c in tree.kids(head, "acomp", "oprd")
        )
        return grown or become
    return tree[index].dep == "pobj" and tree[head].lemma == "in" and tree[tree[head].head].lemma in _OF_CHANGE


def _is_known(scene: Scene, index: int) -> bool:
    """Whether it is certain ones that are spoken of, or somebody's: "the attacks", "Kenyan attacks", "two attacks"."""
    tree = scene.tree
    owned = any(scene.actor_at(c) is not None for c in tree.children[index])
    return owned or bool(tree.kids(index, "det", "poss", "nummod"))
