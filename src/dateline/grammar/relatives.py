"""For whom a relative pronoun stands, where the parse hangs its clause on the word just before it."""

from __future__ import annotations

from dateline.grammar.tree import Tree

_QUARTERS = frozenset({"north", "south", "east", "west", "centre", "center", "interior", "northeast", "northwest"})
_QUARTERS |= {"southeast", "southwest", "north-east", "north-west", "south-east", "south-west"}


def who_is_there(tree: Tree, noun: int) -> int:
    """ "a militia in the east, which seized the town": the militia, and not the east."""
    prep, above = tree[noun].head, tree[tree[noun].head].head
    there = tree[noun].lemma in _QUARTERS and tree[noun].dep == "pobj" and tree[prep].lemma in ("in", "from", "of")
    there = there or (tree[noun].lemma in ("country", "nation") and tree[prep].lemma == "from")  # "leaders from nine"
    return above if there and tree[above].pos in ("NOUN", "PROPN") else noun


def that_agrees(tree: Tree, verb: int, noun: int) -> int:
    """ "support from X and Y, which have refused": X and Y, as the verb is one of several and the support is one."""
    helpers = tree.kids(verb, "aux", "auxpass")
    several = tree[helpers[0] if helpers else verb].tag == "VBP"
    if not several or tree[noun].tag != "NN" or tree.kids(noun, "conj"):
        return noun
    within = [p for prep in tree.kids(noun, "prep") for p in tree.kids(prep, "pobj") if p < verb]
    return next((p for p in within if tree.kids(p, "conj") or tree[p].tag in ("NNS", "NNPS")), noun)


def said_to_be(tree: Tree, noun: int) -> list[int]:
    """ "X and Y were the only states which refused": those of whom the noun is said."""
    verb = tree[noun].head
    own = tree.kids(verb, "nsubj") if tree[noun].dep == "attr" and tree[verb].lemma == "be" else []
    return tree.conjuncts(own[0]) if own and tree[own[0]].pos == "PROPN" else []
