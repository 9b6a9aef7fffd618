"""What the learned reader takes for a promise or a consent, and its sentence shows to be none."""

from __future__ import annotations

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene

_DUE = frozenset({"should", "must", "ought"})
_READY = frozenset({"prepare", "prepared", "ready", "brace"})


def is_no_promise(scene: Scene, predicate: Predicate) -> bool:
    """Whether nobody binds themselves by the trigger: it is asked of them, likened to, or says how things are."""
    return is_asked(scene, predicate.index) or _is_likened(scene, predicate.index) or _is_state(scene, predicate.index)


def is_asked(scene: Scene, index: int) -> bool:
    """ "Y should show that it is ready to talk": what is asked of Y, and Y has not said."""
    tree = scene.tree
    for above in tree.ancestors(index):
        if any(tree[a].lemma in _DUE for a in tree.kids(above, "aux")):
            return True
        if tree[above].lemma in scene.rules.lexicon.voices.cues and tree[above].lemma != "show":
            return False
    return False


def _is_likened(scene: Scene, index: int) -> bool:
    """ "it will be like letting the men walk free"."""
    tree = scene.tree
    chain = (index, *tree.ancestors(index))
    return any(tree[i].dep == "pcomp" and tree[tree[i].head].lemma == "like" for i in chain)


def _is_state(scene: Scene, index: int) -> bool:
    """ "assured that they are no threat", "was prepared for the worst": how things are, and nothing to be done."""
    tree = scene.tree
    if tree[index].lemma == "be" and any(tree[a].lemma in ("likely", "unlikely") for a in tree.kids(index, "acomp")):
        return True  # "is likely to unite Y"
    told = tree.kids(index, "ccomp")
    if told and all(any(tree[a].lemma in _DUE for a in tree.kids(c, "aux")) for c in told):
        return True  # "confirmed that the allies should help Y": what others are to do
    if told and all(tree[c].lemma == "be" and tree[c].tag in ("VBZ", "VBP", "VBD") for c in told):
        return not any(tree[a].lemma in _READY for c in told for a in tree.kids(c, "acomp"))
    braced = tree[index].lemma in _READY and any(tree[p].lemma == "for" for p in tree.kids(index, "prep"))
    return braced and not tree.kids(index, "xcomp", "advcl")
