"""Nouns in -ing that the parser reads as verbs."""

from __future__ import annotations

from dateline.extract.scene import Scene
from dateline.grammar import agents


def is_gerund_noun(scene: Scene, index: int) -> bool:
    """ "died in Kenyan artillery shelling": a noun in -ing after its modifiers, read as a clause of the sufferers."""
    tree = scene.tree
    before = tree[index - 1] if index else None
    noun = (
        tree[index].tag == "VBG"
        and tree[index].dep == "advcl"
        and tree[index].text.casefold() in scene.rules.lexicon.nouns
    )
    return noun and before is not None and before.dep == "pobj" and tree[before.head].head == tree[index].head


def is_modified(scene: Scene, index: int) -> bool:
    """ "Kenyan tank shelling killed four": a noun in -ing read as a verb, with what stands before nouns."""
    tree = scene.tree
    nominal = tree[index].tag == "VBG" and tree[index].dep in ("nsubj", "nsubjpass", "dobj", "pobj")
    return nominal and bool(tree.kids(index, "amod", "compound", "poss", "nmod")) and not tree.kids(index, "aux", "prt")


def is_nominal(scene: Scene, index: int) -> bool:
    """ "Shelling by government forces killed three": a noun in -ing read as a clause, with its doer after "by"."""
    tree = scene.tree
    return tree[index].tag == "VBG" and tree[index].dep in ("csubj", "pcomp") and bool(agents(tree, index))
