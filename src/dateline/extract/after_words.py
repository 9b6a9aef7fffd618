"""Whom "they" means in what came before a deed: "arrested two men after they called for a strike"."""

from __future__ import annotations

from dateline.extract.scene import Scene
from dateline.grammar import prepositional, subjects

_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_BROUGHT_IT_ON = frozenset({"REQUEST", "REJECT", "PROTEST"})
"""What is done to those who ask, refuse or march; who accuses or threatens may well go on to do it himself."""
_SPOKEN = _BROUGHT_IT_ON | {"ACCUSE"}
_MARKS = frozenset({"after", "because", "since", "when", "as", "for"})
_SUFFERERS = ("@people", "@armed", "@organisation", "@group")
_ONE, _SEVERAL = ("NN", "NNP"), ("NNS", "NNPS")


def of_sufferer(scene: Scene, pronoun: int) -> int | None:
    """Those to whom the clause above does something, after the words by which they brought it on themselves."""
    tree = scene.tree
    verb, word = tree[pronoun].head, tree[pronoun].text.casefold()
    above = tree[verb].head
    if tree[pronoun].dep != "nsubj" or tree[verb].dep != "advcl" or word not in ("it", "they") or above > verb:
        return None
    if not any(tree[m].lemma in _MARKS for m in tree.kids(verb, "mark", "advmod")):
        return None
    if not _is_of(scene, above, _DEEDS) or not _is_of(scene, verb, _SPOKEN):
        return None
    met = [o for o in (*tree.kids(above, "dobj"), *prepositional(tree, above, "on", "at", "against")) if o < verb]
    tags = _SEVERAL if word == "they" else _ONE
    met = [o for o in met if tree[o].tag in tags and scene.any_is([o], _SUFFERERS)]
    if len(met) != 1:
        return None
    doers = subjects(tree, above)
    rival = any(tree[d].tag in tags or tree.kids(d, "conj") for d in doers)
    back = any(tree[i].tag == "PRP" and i > pronoun for i in tree.clause(verb))  # "after they called on them to leave"
    return met[0] if not rival or (_is_of(scene, verb, _BROUGHT_IT_ON) and not back) else None


def _is_of(scene: Scene, verb: int, types: frozenset[str]) -> bool:
    """Whether a frame of one of the types knows the verb."""
    lexicon = scene.rules.lexicon
    return any(lexicon.frames[n].type in types for n, _ in lexicon.verbs.get(scene.tree[verb].lemma, ()))
