"""In which tense something is told: "met", "are found"; none where it "has met" or "will meet"."""

from __future__ import annotations

from dateline.extract.scene import Scene
from dateline.extract.undated import begins_at
from dateline.model import TimeMention


def main_tense(scene: Scene) -> str | None:
    """The tense of the verb that the sentence hangs from."""
    root = next((i for i, t in enumerate(scene.tree.tokens) if t.dep == "ROOT"), None)
    return _tense(scene, root) if root is not None else None


def _tense(scene: Scene, verb: int) -> str | None:
    """ "past" or "present" of a finite verb: "met", "were seized", "step up", "are found"; not of "has met"."""
    tree = scene.tree
    helpers = {tree[c].text.casefold() for c in tree.kids(verb, "aux", "auxpass")}
    if (tree[verb].tag == "VBD" and not helpers) or (helpers and helpers <= {"was", "were", "did"}):
        return "past"
    if (tree[verb].tag in ("VBZ", "VBP") and not helpers) or (helpers and helpers <= {"is", "are"}):
        return "present"
    return None


_BACK = frozenset({"after", "before", "since", "because", "if", "until", "when", "whenever"})


def is_past(scene: Scene, verb: int) -> bool:
    """ "refused", "were seized": a verb that is itself in the past, in no clause that looks back from another."""
    return _tense(scene, verb) == "past" and not _looks_back(scene, verb)


def _looks_back(scene: Scene, verb: int) -> bool:
    """ "after it was seized", "since they met"."""
    return bool({scene.tree[m].lemma for m in scene.tree.kids(verb, "mark", "advmod")} & _BACK)


def tense_of(scene: Scene, position: int) -> str | None:
    """The tense of the finite verb that tells of the trigger; None in a clause that looks back or only describes."""
    tree = scene.tree
    token = next((i for i, t in enumerate(tree.tokens) if t.start == position), None)
    while token is not None:
        if tree[token].dep == "conj" and tree.kids(tree[token].head, "aux") and not tree.kids(token, "nsubj"):
            token = tree[token].head  # "have worked … and vowed"
            continue
        described = tree[token].dep == "relcl" or (tree[token].dep == "acl" and tree[token].tag == "VBN")
        if described or _looks_back(scene, token):
            return None
        helpers = [c for c in tree.kids(token, "aux", "auxpass") if tree[c].text.casefold() != "to"]
        if tree[token].pos in ("VERB", "AUX") and (tree[token].tag in ("VBD", "VBZ", "VBP") or helpers):
            return _tense(scene, token)
        token = tree[token].head if tree[token].dep != "ROOT" and tree[token].head != token else None
    return None


def opens(scene: Scene, time: TimeMention) -> bool:
    """ "In May, guards fired": a time before the sentence's own verb; no "A clerk, born in May, was hit"."""
    tree, token = scene.tree, scene.token_at(time.start, time.end)
    if time.start - begins_at(scene) > OPENING:
        return False
    if token is None:
        return "," not in scene.text[scene.sentence.start : time.start]
    above = (token, *tree.ancestors(token))
    root = next((i for i, t in enumerate(tree.tokens) if t.dep == "ROOT"), token)
    first = tree[root].pos not in ("VERB", "AUX") or time.start < tree[root].start
    return first and not any(tree[i].dep in ("acl", "advcl", "appos", "compound", "poss", "relcl") for i in above)


OPENING = 24
"""Code points from its sentence's start within which a time opens it ("Earlier in 2020, …")."""
