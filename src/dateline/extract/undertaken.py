"""To whom it would be done what somebody promises, refuses, asks for or threatens: the objects of what is said."""

from __future__ import annotations

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.grammar import objects, prepositional, subjects

TOWARDS = ("to", "with", "against", "from", "for", "on", "of", "at")
_GIVING = frozenset(
    {"send", "give", "grant", "hand", "deliver", "provide", "supply", "sell", "transfer", "extradite", "lend"}
)
_GIVING |= {"return", "surrender", "pay", "release", "dispatch"}
_FRIENDLY = frozenset({"AGREE", "SUPPORT", "CONCEDE"})
_AGAINST = frozenset({"ASSAULT", "ACCUSE", "SANCTION", "THREATEN"})
"""Types that nobody to whom they would be done is refused."""


def done_to(scene: Scene, predicate: Predicate) -> list[int]:
    """ "promised to help Y", "said that Y would …": to whom what is promised, refused or asked would be done."""
    tree, kind = scene.tree, predicate.frame.type
    found: list[int] = []
    for verb in _told(scene, predicate):
        if kind in _FRIENDLY and not tree.kids(verb, "neg") and _types(scene, verb) == {"ASSAULT"}:
            continue  # "offered drones to shoot down Y's"
        if kind == "REJECT" and verb in spared(scene, predicate.index):
            continue
        for inner in (*tree.kids(verb, "xcomp"), verb):
            done = [o for o in objects(tree, inner) if not any(tree[c].tag == "PRP$" for c in tree.kids(o, "poss"))]
            things = [o for o in objects(tree, inner) if not _is_someone(scene, o)]
            after = [p for n in (inner, *things) for p in prepositional(tree, n, *TOWARDS)]
            to = prepositional(tree, inner, "to") if tree[inner].lemma in _GIVING else []
            found = found or to or [*done, *after]  # "refused to send envoys to Y": to Y
    found = found or _on_condition(scene, predicate, predicate.index)
    for clause in tree.kids(predicate.index, "ccomp") if not found else ():
        nouns = [clause, *(o for o in objects(tree, clause) if not _is_someone(scene, o))]
        nouns += [a for n in nouns for a in prepositional(tree, n, "as", "in") if is_given(scene, a)]
        after = [*tree.kids(clause, "dative")]  # "that it will send Y arms"
        after += [p for n in nouns for p in prepositional(tree, n, "to", "with", "against", "for")]
        theirs = kind == "THREATEN" and bool(tree.kids(clause, "dobj"))  # "vowed that Y would avenge it": Y threatens
        told = [] if theirs else subjects(tree, clause)
        others = [s for s in told if not any(tree[c].tag == "PRP$" for c in tree.kids(s, "poss"))]
        found = found or [*objects(tree, clause), *after, *_on_condition(scene, predicate, clause), *others]
        found = [f for f in found if scene.actor_at(f) is not None]
    return found


def _told(scene: Scene, predicate: Predicate) -> list[int]:
    """The verbs of what is said: "promised to help", "was ready to help", "an offer to help"."""
    tree = scene.tree
    above = [predicate.index, *tree.kids(predicate.index, "acomp", "oprd")]
    said = [v for a in above for v in tree.kids(a, "xcomp")]
    below = [tree.kids(predicate.index, "advcl")]
    if predicate.frame.type != "REJECT":  # "rejected a bill to curb Y's powers": nothing is refused to Y
        below += [tree.kids(o, "acl") for o in objects(tree, predicate.index)]
    return said + [v for verbs in below for v in verbs if [a for a in tree.kids(v, "aux") if tree[a].tag == "TO"]]


def _types(scene: Scene, verb: int) -> set[str]:
    lexicon = scene.rules.lexicon
    return {lexicon.frames[number].type for number, _ in lexicon.verbs.get(scene.tree[verb].lemma, ())}


def _is_against(scene: Scene, verb: int) -> bool:
    """ "refused to condemn Y", "declined to join sanctions on Y": what would harm Y is not refused to Y."""
    types = _types(scene, verb)
    things = objects(scene.tree, verb)
    return bool(types and types <= _AGAINST) or any(scene.is_word_of(o, "sanctions") for o in things)


def spared(scene: Scene, index: int) -> frozenset[int]:
    """The words of what is not done to somebody's harm: "refused to condemn Y"."""
    if scene.tree[index].lemma == "deny":
        return frozenset()
    below = (v for v in scene.tree.kids(index, "xcomp") if _is_against(scene, v))
    return frozenset(t for verb in below for t in scene.tree.subtree(verb))


def _on_condition(scene: Scene, predicate: Predicate, clause: int) -> list[int]:
    """ "would strike back if Y crossed the river": those on whose deed a threat hangs."""
    if predicate.frame.type != "THREATEN":
        return []
    tree = scene.tree
    terms = [
        c for c in tree.kids(clause, "advcl") if any(tree[m].lemma in ("if", "unless") for m in tree.kids(c, "mark"))
    ]
    doing = [s for term in terms for s in tree.kids(term, "nsubj") if _is_someone(scene, s)]
    return [s for s in doing if not undergoes(scene, s)]


def undergoes(scene: Scene, subject: int) -> bool:
    """ "Y is raided", "Y were to be raided": whether what the verb tells is done to its subject."""
    tree, verb = scene.tree, scene.tree[subject].head
    is_to_be = tree[verb].lemma == "be" and any(tree.kids(c, "auxpass") for c in tree.kids(verb, "xcomp"))
    return tree[subject].dep == "nsubjpass" or (tree[subject].dep == "nsubj" and is_to_be)


_SOMEONE = ("@people", "@armed", "@organisation", "@group", "@office")


def _is_someone(scene: Scene, index: int) -> bool:
    named = scene.actor_at(index) is not None or scene.tree[index].pos in ("PRON", "PROPN")
    return named or scene.any_is([index], _SOMEONE) or scene.is_word_of(index, "relational")


_GIVEN = frozenset({"aid", "help", "support", "assistance", "backing", "funding", "delivery", "supply", "shipment"})


def is_given(scene: Scene, thing: int) -> bool:
    """Whether the noun names what is given to somebody: arms, relief, support."""
    given = scene.tree[thing].lemma in _GIVEN or scene.is_word_of(thing, "arms_given")
    return given or scene.is_word_of(thing, "relief")


def leads_to_served(scene: Scene, preposition: int) -> bool:
    """ "more weapons for Y": whether the preposition leads to those to whom a gift goes."""
    token = scene.tree[preposition]
    if token.dep not in ("prep", "dative") or token.lemma not in ("to", "for"):
        return False
    return is_given(scene, token.head) or (preposition > 0 and is_given(scene, preposition - 1))


def is_served(scene: Scene, noun: int | None) -> bool:
    """Whether a gift of which somebody speaks goes to the noun."""
    if noun is None:
        return False
    while scene.tree[noun].dep == "conj":
        noun = scene.tree[noun].head
    return scene.tree[noun].dep == "pobj" and leads_to_served(scene, scene.tree[noun].head)
