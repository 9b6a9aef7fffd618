"""What verbs without a tense state: one with "to" nothing as done; "from meeting", what was kept from being done."""

from __future__ import annotations

from dateline.extract.scene import Scene


def is_infinitive(scene: Scene, index: int) -> bool:
    return any(scene.tree[c].tag == "TO" for c in scene.tree.kids(index, "aux", "mark"))


_BIDDING = frozenset({"demand", "request", "recommend", "propose", "urge", "ask", "order", "insist"})


def is_bidden(scene: Scene, verb: int) -> bool:
    """ "demanded that Kenya withdraw", "that the ban be lifted": a bare verb after its subject states nothing."""
    tree = scene.tree
    if tree.kids(verb, "aux"):
        return False
    passive = tree.kids(verb, "auxpass")
    if tree[verb].tag == "VBP" and tree[verb].dep == "ccomp" and tree[tree[verb].head].lemma in _BIDDING:
        return True  # "demanded that experts occupy the plant": no present follows what was demanded
    return all(tree[a].text.casefold() == "be" for a in passive) if passive else tree[verb].tag == "VB"


_DUTY = frozenset({"must", "should", "ought"})


def is_sought(scene: Scene, verb: int) -> bool:
    """ "seized a hill to prevent raids", "must halt the plan": a purpose or a duty, and not what was done."""
    token = scene.tree[verb]
    if any(scene.tree[a].lemma in _DUTY for a in scene.tree.kids(verb, "aux")):
        return True
    if token.dep == "conj" and not is_infinitive(scene, verb):
        return is_sought(scene, token.head)
    purpose = token.dep in ("advcl", "acl", "relcl") or (
        token.dep == "xcomp" and bool(scene.tree.kids(token.head, "dobj"))
    )
    return purpose and is_infinitive(scene, verb)


def kept_from(scene: Scene, place: int, verbs: frozenset[str]) -> bool:
    """ "prevented them from meeting", "stopped Y from shelling": what one of the verbs keeps somebody from."""
    tree, way = scene.tree, scene.tree[place].head
    return tree[place].dep == "pcomp" and tree[way].lemma == "from" and tree[tree[way].head].lemma in verbs


def is_done_beside(scene: Scene, index: int, place: int, head: int) -> bool:
    """ "denies, while massing troops, that it will attack": what is done beside what is denied, or hoped for."""
    tree = scene.tree
    words = [place] if place in (tree[index].head, index) and tree[place].dep == "prep" else tree.kids(index, "mark")
    beside = tree[place].dep in ("prep", "advcl") and any(tree[w].lemma in _BESIDE for w in words)
    rules = scene.rules.lexicon.modality
    denied = tree[head].lemma in rules.negated | rules.wished or bool(tree.kids(head, "neg"))
    return beside and tree[index].tag == "VBG" and denied


_BESIDE = frozenset({"while", "after", "besides", "despite"})
