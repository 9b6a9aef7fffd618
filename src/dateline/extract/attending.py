"""Who takes part in talks or a march by what the clause around it says of its subject."""

from __future__ import annotations

from dateline.extract.lending import topmost
from dateline.extract.scene import Scene
from dateline.grammar import prepositional, subjects
from dateline.grammar.tree import CLAUSAL


def attending(scene: Scene, index: int) -> list[int]:
    """ "in a call with Y, X said", "X and Y agreed in a call": whoever the clause is about takes part in the talks."""
    tree = scene.tree
    prep = tree[index].head
    ahead = ahead_of(scene, index)
    if ahead is not None and prepositional(tree, index, "with"):  # "ahead of talks with Y, X said"
        return [s for s in subjects(tree, tree[ahead].head) if not scene.is_a(s, "@event")]
    during = tree[index].dep == "pobj" and tree[prep].lemma in ("in", "during", "after", "at", "following")
    gone = tree[index].dep == "pobj" and tree[prep].lemma == "for" and tree[tree[prep].head].lemma in _GOING
    if gone:  # "arrived for talks with Y"
        return subjects(tree, tree[prep].head)
    present = [s for s in subjects(tree, tree[prep].head) if not scene.is_a(s, "@event")] if during else []
    both = len(present) > 1 and tree[prep].lemma in ("in", "during") and not tree.kids(index, "prep")
    return present if both or prepositional(tree, index, "with") else []


def ahead_of(scene: Scene, index: int) -> int | None:
    """ "ahead of Friday's talks": the "ahead" that governs the noun; None where none does."""
    tree = scene.tree
    of = tree[index].head
    if tree[index].dep != "pobj" or tree[of].lemma != "of" or tree[tree[of].head].lemma != "ahead":
        return None
    return tree[of].head


_GOING = frozenset({"arrive", "travel", "fly", "come", "go", "head", "gather", "convene", "visit"})


def opposing(scene: Scene, index: int) -> list[int]:
    """ "Clashes broke out on Monday between X and Y": both sides, by the words of the verb whose subject it is."""
    tree = scene.tree
    top = topmost(scene, index)
    verb = tree[top].head
    if tree[top].dep not in ("nsubj", "nsubjpass") or tree[verb].pos != "VERB":
        return []
    beside = [p for p in tree.subtree(verb, without=CLAUSAL | {"conj"}) if p > verb and tree[p].lemma == "between"]
    sides = [s for p in beside if _is_of_verb(scene, p, verb) for s in tree.kids(p, "pobj")]
    return [c for s in sides for c in tree.conjuncts(s)]


def _is_of_verb(scene: Scene, prep: int, verb: int) -> bool:
    """Whether what the preposition leads to belongs to the verb, though a day or a place stands between."""
    tree, above = scene.tree, scene.tree[prep].head
    dated = any(t.start <= tree[above].start < t.end for t in scene.times)
    if above == verb or dated or scene.place_at(above) is not None:
        return True
    where = tree[above].dep == "pobj" and tree[tree[above].head].head == verb  # "near the airport between X and Y"
    sides = [c for s in tree.kids(prep, "pobj") for c in tree.conjuncts(s)]
    return (
        where
        and len(sides) > 1
        and all(scene.any_is([s], ("@armed", "@people")) and not scene.place_at(s) for s in sides)
    )


def marching(scene: Scene, index: int) -> list[int]:
    """ "Students threw stones during a march": they march who do something in it, but for those under arms."""
    tree = scene.tree
    prep = tree[index].head
    if tree[index].dep != "pobj" or tree[prep].lemma not in ("in", "during", "at"):
        return []
    found = subjects(tree, tree[prep].head) if tree[tree[prep].head].pos == "VERB" else []
    return [s for s in found if scene.is_word_of(s, "marchers")]
