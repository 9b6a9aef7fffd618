"""What asks nothing of anyone, though its words are those of requests: wishes for a state of things, own duties."""

from __future__ import annotations

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.grammar import objects, subjects

_MIGHT = frozenset({"should", "must", "ought", "can", "could", "may", "might", "need"})
_SELF = frozenset({"i", "we"})
_LANDS = frozenset({"country", "nation", "people", "state", "land", "homeland", "government", "republic"})


def is_no_request(scene: Scene, predicate: Predicate) -> bool:
    """Whether nobody is asked for anything by the trigger."""
    if predicate.frame.type != "REQUEST" or not predicate.verbal:
        return False
    index = predicate.index
    return (
        _is_wish(scene, index)
        or _is_own_duty(scene, index)
        or (_is_due(scene, index) and predicate.frame.agent != ("none",))
        or _is_striving(scene, predicate)
        or _is_own_leaving(scene, predicate)
    )


def _is_wish(scene: Scene, index: int) -> bool:
    """ "wants Y to be free", "wants Y weakened": how things should be, and nothing that Y is to do."""
    tree = scene.tree
    if tree[index].lemma not in scene.rules.lexicon.learned.wishing:
        return False
    below = [c for c in tree.kids(index, "ccomp", "xcomp") if tree.kids(c, "nsubj", "nsubjpass")]
    states = [c for c in below if tree[c].lemma == "be" or tree[c].pos == "ADJ" or tree[c].tag == "VBN"]
    return bool(below) and len(states) == len(below) and not any(tree.kids(c, "auxpass") for c in states)


def _is_own_duty(scene: Scene, index: int) -> bool:
    """ "added that his country must defend itself": what one's own land, or oneself, has to do."""
    tree = scene.tree
    for clause in tree.kids(index, "ccomp"):
        due = any(tree[a].lemma in _MIGHT for a in tree.kids(clause, "aux"))
        for subject in tree.kids(clause, "nsubj") if due else ():
            own = any(tree[c].tag == "PRP$" and tree[c].lemma != "your" for c in tree.kids(subject, "poss"))
            if own and tree[subject].lemma in _LANDS:
                return True
    return False


def _is_due(scene: Scene, index: int) -> bool:
    """ "gifts that Y should ask for": what somebody might ask, and has not."""
    tree = scene.tree
    if tree[index].dep != "relcl" or not any(tree[a].lemma in _MIGHT for a in tree.kids(index, "aux")):
        return False
    asking = subjects(tree, index)
    return bool(asking) and not any(tree[s].lemma.casefold() in _SELF for s in asking)


def _is_striving(scene: Scene, predicate: Predicate) -> bool:
    """ "sought to help Y": what one tries to do oneself, as "sought help" is not."""
    tree, index = scene.tree, predicate.index
    return tree[index].lemma == "seek" and any(tree[c].lemma in predicate.rest for c in tree.kids(index, "xcomp"))


def _is_own_leaving(scene: Scene, predicate: Predicate) -> bool:
    """ "ordered the evacuation of his embassy", "told its staff to leave": one's own people called away."""
    tree, index = scene.tree, predicate.index
    if not {"evacuation", "leave", "evacuate"} & set(predicate.rest):
        return False
    below = [i for o in objects(tree, index) for i in tree.subtree(o)]
    return any(tree[i].lemma in _POSTED for i in below)


_POSTED = frozenset({"embassy", "consulate", "diplomat", "staff", "mission"})
"""Whom a state has abroad."""
