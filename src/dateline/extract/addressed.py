"""Whom an act of speech is about, where its object is a thing: "rejected an offer from X", "denounced Y's raid"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.about import meant
from dateline.extract.party_nouns import is_person
from dateline.extract.qualified import is_qualifier
from dateline.extract.scene import Scene
from dateline.extract.standing import is_the_west
from dateline.extract.undertaken import leads_to_served
from dateline.grammar import agents, is_passive, objects, prepositional, subjects
from dateline.model import ActorMention
from dateline.model.actors_table import alias_key

TURNED = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
"""Acts of speech against those whose deeds they name, not those who suffered them."""
SUFFERING = ("of", "on", "against", "at")
"""Prepositions that lead from a deed to whom it is done."""
_WITHIN = ("poss", "nmod", "compound", "amod", "prep", "pobj", "pcomp", "appos", "conj", "dobj", "agent", "acl")
_SPOKEN_TO = ("@court", "@office", "@diplomat", "@people", "@person")
_BEHIND = ("@court", "@office", "@diplomat", "@armed", "@organisation", "@group")
"""Whose decision, plan or failure it is that somebody condemns or rejects."""
_PEOPLE = ("@people", "@person", "@organisation", "@group", "@armed", "@office")
_WHOSE = frozenset({"ACCUSE", "REJECT", "SUPPORT", "CONCEDE", "THREATEN"})
"""Acts of speech about a thing that are done to whose thing it is."""
_STATES_OF_THINGS = frozenset({"conflict", "situation", "fighting", "bloodshed", "hostility"})
PLEAS = frozenset({"appeal", "application", "bid", "complaint", "demand", "petition", "plea", "request"})
"""What somebody asks for, and another rejects or grants."""


def addressed(scene: Scene, heads: Sequence[int], *, kind: str) -> list[int]:
    """The heads, each that names a thing replaced by the nearest known party named within its phrase, if any.

    A `kind` of act turned against somebody ("condemned the attack on Y") is not about those who suffered what it
    speaks of.
    """
    turned = kind in TURNED
    found: list[int] = []
    for head in (meant(scene, h) for h in heads):
        if scene.is_word_of(head, "quantity") and scene.tree[head].tag == "NNS" and not scene.tree.kids(head, "prep"):
            continue  # "hundreds, thousands of crimes"
        inside = [] if _is_party(scene, head) else _inside(scene, head, turned, asking=kind == "REQUEST")
        found += inside or [head]
    return list(dict.fromkeys(found))


def spoken_of(scene: Scene, index: int, *, kind: str) -> tuple[list[int], list[int]]:
    """ "criticised Y's refusal", "Y's refusal was criticised": the deed, and in the passive whose it is."""
    if not is_passive(scene.tree, index):
        return objects(scene.tree, index), []
    deeds = subjects(scene.tree, index)
    return deeds, [a for a in addressed(scene, deeds, kind=kind) if a not in deeds]


def whose(scene: Scene, things: Sequence[int], *, kind: str) -> list[int]:
    """ "praised his courage", "dismissed Lee's remarks": the pronoun, or the person of whom no table knows.

    Not so where a doer's own is meant: "expressed their desire".
    """
    if kind not in _WHOSE:
        return []
    said = [t for t in things if not _is_party(scene, t) and not scene.is_word_of(t, "undergone")]
    said = [t for t in said if scene.tree[scene.tree[t].head].lemma not in scene.rules.lexicon.light.agent]
    owners = [o for thing in said for o in scene.tree.kids(thing, "poss")]
    days = [o for o in owners for t in scene.times if t.start <= scene.tree[o].start < t.end]
    return [o for o in owners if scene.tree[o].tag == "PRP$" or (is_person(scene, o) and o not in days)]


def _is_party(scene: Scene, head: int) -> bool:
    token = scene.tree[head]
    return token.pos in ("PRON", "PROPN") or scene.actor_at(head) is not None or scene.any_is([head], _PEOPLE)


def _inside(scene: Scene, head: int, turned: bool, *, asking: bool) -> list[int]:
    """The token of the nearest party below the head: owners first, then what prepositions lead to."""
    layer = [head]
    first = scene.tree[head].head if scene.tree[head].dep == "conj" else head
    if owners := [o for o in scene.tree.kids(first, "poss") if first != head and _is_named(scene, o)]:
        return owners  # "condemned Y's attacks and breaches of law"
    for _ in range(6):
        below = [c for place in layer for c in scene.tree.kids(place, *_WITHIN) if not _is_offered(scene, c)]
        layer = [c for c in below if not (turned and (_leads_to_sufferer(scene, c) or _leads_to_scene(scene, c)))]
        layer = [c for c in layer if not (asking and leads_to_served(scene, c))]
        layer.sort(key=lambda c: scene.tree[c].dep != "poss")
        for place in layer:
            if scene.tree[place].dep == "pobj" and scene.any_is([place], _SPOKEN_TO):
                return scene.tree.conjuncts(place)
            if scene.tree[place].dep == "poss" and scene.any_is([place], _BEHIND):
                return scene.tree.conjuncts(place)
            if scene.tree[head].lemma in PLEAS and _asks(scene, place):
                return scene.tree.conjuncts(place)
            if _is_named(scene, place):
                return [c for c in scene.tree.conjuncts(place) if _is_named(scene, c)]
    return []


def _asks(scene: Scene, index: int) -> bool:
    """ "an appeal by the church", "the students' plea": whether they are people or a body, and whose plea it is."""
    tree = scene.tree
    token = tree[index]
    whose = token.dep == "poss" or (token.dep == "pobj" and tree[token.head].lemma in ("of", "by", "from"))
    return whose and scene.any_is([index], (*_PEOPLE, "@court"))


def _leads_to_sufferer(scene: Scene, preposition: int) -> bool:
    """ "the attack on Y", "the killing of Y": whether the preposition leads to whom a deed was done."""
    token = scene.tree[preposition]
    return token.dep == "prep" and token.lemma in SUFFERING and is_deed(scene, token.head)


def _leads_to_scene(scene: Scene, preposition: int) -> bool:
    """ "an end to the war in Y": where it is, and nobody's doing."""
    token = scene.tree[preposition]
    there = token.dep == "prep" and token.lemma == "in"
    return there and (scene.is_word_of(token.head, "suffered") or scene.tree[token.head].lemma in _STATES_OF_THINGS)


def is_sufferer(scene: Scene, mention: ActorMention) -> bool:
    """Whether the words stand in what is told after a deed of whom it was done to, where, and what came of it."""
    token = scene.token_at(mention.start, mention.end)
    above = [] if token is None else [token, *scene.tree.ancestors(token)]
    return any(
        scene.tree[a].dep in ("prep", "relcl", "acl")
        and scene.tree[a].lemma != "by"
        and is_deed(scene, scene.tree[a].head)
        for a in above
    )


def is_deed(scene: Scene, noun: int) -> bool:
    """Whether the noun is one for what is done to somebody: "attack", "killing", "arrest"."""
    return scene.is_a(noun, "@deeds") or scene.is_word_of(noun, "undergone")


def _is_offered(scene: Scene, index: int) -> bool:
    """ "an offer by Y to join the cabinet": what somebody is to do is nobody's name."""
    tree = scene.tree
    return tree[index].dep == "acl" and any(tree[a].lemma == "to" for a in tree.kids(index, "aux"))


def _is_named(scene: Scene, index: int) -> bool:
    """Whether the token names a known party, or a capital that stands for its state."""
    mention = scene.actor_at(index)
    if mention is None:
        token = scene.tree[index]
        return alias_key(scene.text[token.start : token.end]) in scene.rules.table.metonyms
    return mention.actor.kind not in ("descriptor", "object") and not is_qualifier(scene.text, mention)


def bidden(scene: Scene, index: int) -> list[int]:
    """ "demanded that the governor resign": who is to do what the clause asks for."""
    tree = scene.tree
    wanted = [
        c for c in tree.kids(index, "advcl", "xcomp") if any(tree[m].lemma == "for" for m in tree.kids(c, "mark"))
    ]
    wanted += [c for w in wanted for c in tree.kids(w, "conj") if tree.kids(c, "nsubj", "nsubjpass")]
    clauses = [c for c in (*tree.kids(index, "ccomp"), *wanted) if tree[c].pos == "VERB"]
    clauses = [c for c in clauses if c > index or all(tree[i].text != ":" for i in range(c, index))]
    found = [s for c in clauses for s in (agents(tree, c) if is_passive(tree, c) else subjects(tree, c))]
    below = [c for p in tree.kids(index, "prep") for o in tree.kids(p, "pobj") for c in tree.kids(o, "relcl", "acl")]
    found += [s for c in below if tree[c].tag == "VBN" for s in agents(tree, c)]  # "for a ban to be enforced by Y"
    if any(
        tree[a].tag == "TO" for c in tree.kids(index, "advcl") for a in tree.kids(c, "aux")
    ):  # "called for Y to help"
        found += [p for prep in tree.kids(index, "prep") if tree[prep].lemma == "for" for p in tree.kids(prep, "pobj")]
    found += _bidden_after_for(scene, index)
    able = (*_PEOPLE, "@court")
    return [
        s
        for s in dict.fromkeys(found)
        if scene.actor_at(s) is not None or scene.any_is([s], able) or scene.is_word_of(s, "relational")
    ]


def _bidden_after_for(scene: Scene, index: int) -> list[int]:
    """ "asks for all men to leave", "called for people in camps to stay": who is to do what "to" leads to."""
    tree = scene.tree
    leading = [p for p in tree.kids(index, "prep") if tree[p].lemma == "for" and p > index]
    found = [s for p in leading for c in tree.kids(p, "pcomp") if tree[c].tag == "VB" for s in tree.kids(c, "nsubj")]
    for noun in (o for p in leading for o in tree.kids(p, "pobj")):
        below = [i for i in tree.subtree(noun) if tree[i].tag == "VB"]
        found += [noun for i in below[:1] if any(tree[a].tag == "TO" for a in tree.kids(i, "aux"))]
    return found


def bidden_by_noun(scene: Scene, index: int) -> list[int]:
    """ "Y's demand for the union to guarantee it": who is to do what the noun asks for."""
    tree = scene.tree
    to_do = [c for c in tree.kids(index, "acl") if any(tree[a].tag == "TO" for a in tree.kids(c, "aux"))]
    asked = [p for c in to_do for p in prepositional(tree, index, "for") if p < c]
    return [a for a in asked if scene.actor_at(a) is not None or scene.any_is([a], _PEOPLE) or is_the_west(scene, a)]


def assured(scene: Scene, index: int) -> list[int]:
    """ "demanded guarantees that it will not grow", "granted permission for Y's envoys to speak": who is to do so."""
    tree = scene.tree
    promised = [c for o in objects(tree, index) for c in tree.kids(o, "acl") if tree.kids(c, "mark", "aux")]
    doing = [s for c in promised for s in tree.kids(c, "nsubj")]
    return [s for s in doing if tree[s].pos == "PROPN" or tree[s].lemma in ("it", "they") or scene.any_is([s], _PEOPLE)]
