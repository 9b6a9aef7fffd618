"""One man or woman told by two titles: "former judge and writer Ann Lee" is neither a judge nor two people."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.scene import Scene
from dateline.extract.standing import can_act

_SOMEONE = ("@person", "@people", "@office", "@diplomat")


def titled(scene: Scene, heads: Sequence[int]) -> list[int]:
    """The heads, where titles joined by "and" stand before a name the name alone."""
    found = list(heads)
    for head in heads:
        named = _name_after(scene, head)
        if named is not None:
            titles = (head, *scene.tree.kids(head, "conj"))
            found = [h for h in found if h not in titles or h == named]
            found += [] if named in found else [named]
    return found


def _name_after(scene: Scene, head: int) -> int | None:
    """The last word of the name to which the title and the one joined to it belong; None where there is none."""
    tree = scene.tree
    joined = [c for c in tree.kids(head, "conj") if [tree[i].lemma for i in tree.kids(head, "cc")] == ["and"]]
    if not _is_title(scene, head) or len(joined) != 1 or tree.kids(joined[0], "det", "poss", "conj"):
        return None
    second = joined[0]
    if tree[second].pos == "PROPN" and tree[second - 1].dep == "compound":
        return second if scene.place_at(second) is None else None
    last = second + 1
    while last < len(tree) and tree[last].pos == "PROPN" and tree[last].text[:1].isupper():
        last += 1
    name = last - 1
    named = name > second and _is_title(scene, second) and scene.place_at(name) is None
    return name if named and not any(t.start <= tree[name].start < t.end for t in scene.times) else None


def _is_title(scene: Scene, head: int) -> bool:
    """ "politician", "former officer": a word for one man or woman that stands without an article, as titles do."""
    bare = scene.tree[head].tag == "NN" and not scene.tree.kids(head, "det", "poss", "nummod")
    return bare and (can_act(scene, head) or scene.any_is([head], _SOMEONE))
