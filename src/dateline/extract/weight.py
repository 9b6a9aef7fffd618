"""How much a trigger's words tell by themselves: weak, definite, said to have taken place, below other words."""

from __future__ import annotations

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.grammar import prepositional, subjects


def is_weak(scene: Scene, predicate: Predicate) -> bool:
    """Whether it only adds to a happening told elsewhere: of a weak frame, or a bare noun as a heading."""
    frame = predicate.frame
    if frame.weak:
        own = any(scene.is_a(i, "@weapon") for i in range(len(scene.tree))) or _by_hands(scene, predicate.index)
        return not (frame.toll and own)
    bare = not (scene.times or scene.quantities or any(p.rule != "demonym" for p in scene.places))
    return bare and not predicate.verbal and not scene.brief and scene.is_heading


def is_backdrop(scene: Scene, predicate: Predicate) -> bool:
    """ "After the raid, the search": a headline's bare word for what came before the thing that it is about.

    And by whom or by what those are helped of whom it tells.
    """
    tree, index = scene.tree, predicate.index
    if _is_backing(scene, predicate):
        return True
    if scene.kind != "title" or predicate.verbal or tree[tree[index].head].lemma not in ("after", "following"):
        return False
    bare = [tree[c].lemma for c in tree.children[index] if tree[c].pos != "PUNCT"]
    return tree[index].dep == "pobj" and bare == ["the"]


_BACKING = frozenset({"back", "support", "aid", "assist"})


def _is_backing(scene: Scene, predicate: Predicate) -> bool:
    """ "Rebels backed by Y", "troops supported by air strikes": how those came to do it of whom is told."""
    tree, index = scene.tree, predicate.index
    by = tree[index].head
    helped = tree[by].head if tree[index].dep == "pobj" and tree[by].dep == "agent" else index
    return tree[helped].dep == "acl" and tree[helped].lemma in _BACKING and bool(tree.kids(helped, "agent"))


def _by_hands(scene: Scene, index: int) -> bool:
    """ "died at the hands of the rebels": a death that somebody dealt."""
    tree = scene.tree
    return any(tree[h].lemma == "hand" and prepositional(tree, h, "of") for h in prepositional(tree, index, "at"))


def governing(scene: Scene, index: int) -> tuple[int, ...]:
    """Where the words begin that govern the trigger; what it is only coordinated with governs nothing."""
    found: list[int] = []
    place = index
    for head in scene.tree.ancestors(index):
        if scene.tree[place].dep != "conj" or scene.tree[place].pos not in ("VERB", "AUX"):
            found.append(scene.tree[head].start)
        place = head
    return tuple(found)


_HAPPENING = frozenset(
    {"begin", "break", "continue", "erupt", "follow", "happen", "hear", "hold", "last", "occur", "rage", "report"}
    | {"resume", "ring", "rock", "shake", "stage", "start", "take"}
)


_STANDING = frozenset({"force", "place", "effect"})


def is_told_of(scene: Scene, index: int) -> bool:
    """ "shooting was heard", "clashes broke out": a noun that a verb says took place."""
    token = scene.tree[index]
    governor = scene.tree[token.head].lemma
    if scene.kind == "title" and token.lemma == "curfew" and token.dep in ("ROOT", "appos", "dep", "conj"):
        return True  # "Government dissolved; curfew from six"
    if token.dep == "dobj":
        return governor in scene.rules.lexicon.modality.presupposing
    if governor == "be" and token.dep == "nsubj":  # "a curfew is in force"
        return any(scene.tree[o].lemma in _STANDING for p in scene.tree.kids(token.head, "prep")
                   for o in scene.tree.kids(p, "pobj"))  # fmt: skip
    if token.dep == "pobj":  # "responded to an explosion"
        verb = scene.tree[token.head].head
        return (
            scene.tree[token.head].lemma in ("to", "from", "in")
            and scene.tree[verb].lemma in scene.rules.lexicon.modality.presupposing
        )
    if token.dep == "nsubj" and governor in scene.rules.lexicon.light.effect and scene.tree[token.head].tag == "VBD":
        return True  # "a strike on a depot left the town without power"
    return (token.dep == "nsubjpass" or (token.dep == "nsubj" and governor != "hold")) and governor in _HAPPENING


def is_definite(scene: Scene, predicate: Predicate) -> bool:
    """ "the attack", "this strike": points back to a happening already told."""
    if predicate.verbal:
        weapons = [s for s in subjects(scene.tree, predicate.index) if scene.any_is([s], ("@projectile", "@deeds"))]
        weapons += [o for o in scene.tree.kids(predicate.index, "dobj") if scene.any_is([o], ("@weapon", "@deeds"))]
        return any(scene.tree[c].lemma == "the" for w in weapons for c in scene.tree.kids(w, "det"))
    return any(
        scene.tree[c].lemma in ("the", "this", "that", "these", "those")
        for c in scene.tree.kids(predicate.index, "det")
    )
