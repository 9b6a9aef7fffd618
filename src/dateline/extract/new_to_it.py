"""Whom "he" or "it" means by its place in the sentence: "a president after he left", "told Y to free men it held"."""

from __future__ import annotations

from dateline.extract.scene import Scene
from dateline.extract.standing import is_the_west
from dateline.grammar import prepositional, subjects

_ONE = frozenset({"he", "she"})
_PERSON = ("@person", "@office", "@diplomat", "@people")


def brought_in(scene: Scene, pronoun: int) -> int | None:
    """The one man or woman of no name whom the clause above brings in, where it is about nobody else."""
    tree = scene.tree
    verb = tree[pronoun].head
    if tree[pronoun].text.casefold() not in _ONE or tree[pronoun].dep != "nsubj" or tree[verb].dep != "advcl":
        return None
    before = [i for i in range(pronoun) if tree[i].dep in ("nsubj", "nsubjpass", "dobj", "pobj", "appos")]
    someone = [i for i in before if _is_person(scene, i)]
    if len(someone) != 1 or tree[someone[0]].dep not in ("dobj", "nsubjpass", "nsubj"):
        return None
    new = any(tree[d].lemma in ("a", "an", "one") for d in tree.kids(someone[0], "det", "nummod"))
    return someone[0] if new and tree[someone[0]].tag == "NN" else None


def _is_person(scene: Scene, index: int) -> bool:
    mention = scene.actor_at(index)
    if mention is not None and mention.actor.kind != "descriptor":
        return mention.actor.kind == "person"
    token = scene.tree[index]
    if token.pos == "PROPN":
        return scene.place_at(index) is None and mention is None
    return token.tag == "NN" and scene.any_is([index], _PERSON)


def of_clause_before(scene: Scene, pronoun: int) -> int | None:
    """ "Lee has not named Y or its president, but he has criticised the raids": the one man the sentence is about."""
    tree = scene.tree
    verb = tree[pronoun].head
    if tree[pronoun].text.casefold() not in _ONE or tree[pronoun].dep != "nsubj" or tree[verb].dep != "conj":
        return None
    subject = next(iter(tree.kids(tree[verb].head, "nsubj")), None)
    if subject is None or tree[subject].tag != "NNP" or scene.place_at(subject) is not None:
        return None
    mention = scene.actor_at(subject)
    return subject if (mention is None or mention.actor.kind == "person") and not tree.kids(subject, "conj") else None


def whose_lot(scene: Scene, pronoun: int) -> int | None:
    """ "Ann Lee was jailed for life after her arrest": hers, to whom the clause says that the other was done."""
    tree = scene.tree
    lot = tree[pronoun].head
    if tree[pronoun].lemma not in ("his", "her") or tree[lot].dep != "pobj" or not scene.is_word_of(lot, "undergone"):
        return None
    above = next((a for a in tree.ancestors(lot) if tree[a].pos == "VERB"), None)
    done_to = tree.kids(above, "nsubjpass") if above is not None else []
    alone = len(done_to) == 1 and not tree.kids(done_to[0], "conj") and done_to[0] < pronoun
    return done_to[0] if alone and _is_person(scene, done_to[0]) else None


TURNED_ON = frozenset({"accuse", "blame", "urge", "warn", "threaten", "condemn", "criticise", "criticize", "charge"})
"""Verbs of speech against somebody."""


def other_side(scene: Scene, verb: int, pronoun: int) -> int | None:
    """ "X closed its border with Y, accusing it of lies": Y, the one party named beside X before it."""
    acting = {s for v in (verb, *scene.tree.ancestors(verb)) for s in scene.tree.kids(v, "nsubj", "nsubjpass")}
    named = [
        i for i in range(verb + 1, pronoun)
        if (m := scene.actor_at(i)) is not None and m.actor.kind in ("state", "group", "force", "organisation")
        and i not in acting and scene.tree[i].dep in ("pobj", "dobj", "poss", "conj")
    ]  # fmt: skip
    return named[0] if len(named) == 1 else None


def _of_the_thanked(scene: Scene, clause: int) -> list[int]:
    """ "thanked Y for the doctors it had sent", "Y was thanked for …": Y, for whose deed thanks or blame is given."""
    tree = scene.tree
    way = tree[tree[clause].head].head
    if tree[way].dep != "prep" or tree[way].lemma not in ("for", "over"):
        return []
    return tree.kids(tree[way].head, "dobj", "nsubjpass")


def of_the_bidden(scene: Scene, pronoun: int) -> int | None:
    """ "X persuaded Y to free the men it held": Y, who is to free them, and not X; "X thanked Y for what it did"."""
    tree = scene.tree
    clause = tree[pronoun].head
    if tree[pronoun].lemma not in ("it", "they") or tree[pronoun].dep != "nsubj" or tree[clause].dep != "relcl":
        return None
    freeing = tree[tree[clause].head].head
    above = tree[freeing].head
    control = scene.rules.lexicon.modality.object_control
    asked = tree[freeing].dep == "xcomp" and tree[freeing].tag == "VB" and tree[above].lemma in control
    bidden = tree.kids(above, "dobj") if asked else _of_the_thanked(scene, clause)
    fits = bidden and (tree[bidden[0]].tag in ("NNS", "NNPS")) == (tree[pronoun].lemma == "they")
    return bidden[0] if fits and scene.any_is(bidden, ("@armed", "@organisation", "@group", "place")) else None


def punished(scene: Scene, preposition: int) -> int | None:
    """ "cut ties with Y over its raid", "imposed sanctions on Y for its war": against whom it is, whose deed it was."""
    tree = scene.tree
    if tree[preposition].dep != "prep" or tree[preposition].lemma not in ("over", "for"):
        return None
    verb = tree[preposition].head
    while tree[verb].pos != "VERB" and tree[verb].dep in ("dobj", "pobj", "prep", "nsubjpass"):
        verb = tree[verb].head
    things = [*tree.kids(verb, "dobj", "nsubjpass"), verb]
    met = [p for t in things for p in prepositional(tree, t, "with", "on", "against") if scene.actor_at(p) is not None]
    return met[0] if tree[verb].pos == "VERB" and met and met[0] < preposition else None


_ALLOWING = frozenset({"allow", "enable", "help", "let", "permit"})


def enabled(scene: Scene, pronoun: int) -> int | None:
    """ "X gave guns to Y, which allowed it to strike Z": Y, to whom it was given, and not X."""
    tree = scene.tree
    clause = tree[pronoun].head
    verb = clause if tree[pronoun].dep == "dobj" else tree[clause].head
    if tree[pronoun].lemma not in ("it", "they", "them") or tree[verb].lemma not in _ALLOWING:
        return None
    above = [a for a in (verb, *tree.ancestors(verb)) if tree[a].pos == "VERB" and a < verb]
    given = [p for a in above for n in (a, *tree.kids(a, "dobj")) for p in prepositional(tree, n, "to")]
    return next((g for g in given if g < pronoun and scene.actor_at(g) is not None), None)


_ANOTHERS = frozenset({"lawyer", "attorney", "doctor", "aide", "colleague", "employer", "spokesman", "spokeswoman"})


def spoken_for(scene: Scene, pronoun: int) -> int | None:
    """ "Neighbours of the mayor said that soldiers took him away": the mayor, of whom those close to him speak."""
    tree = scene.tree
    if tree[pronoun].text.casefold() not in ("him", "her", "he", "she"):
        return None
    sayers = [s for a in tree.ancestors(pronoun) for s in tree.kids(a, "nsubj") if s < pronoun]
    for sayer in sayers:
        if not scene.is_word_of(sayer, "relational") and tree[sayer].lemma not in _ANOTHERS:
            continue
        whose = [*tree.kids(sayer, "poss"), *prepositional(tree, sayer, "of", "for")]
        if found := [w for w in whose if tree[w].pos != "PRON" and _is_person(scene, w)]:
            return found[0]
    return None


def _coming_after(scene: Scene, pronoun: int) -> int | None:
    """ "Asked about his refusal, Lee said …": the one whom the clause after the comma is about."""
    tree = scene.tree
    if tree[pronoun].text.casefold() not in ("his", "her", "he", "she"):
        return None
    fronted = [a for a in tree.ancestors(pronoun) if tree[a].dep == "advcl" and tree[a].tag in ("VBN", "VBG")]
    acting = [s for a in fronted for s in tree.kids(tree[a].head, "nsubj") if s > pronoun > a]
    named = acting and tree[acting[0]].pos == "PROPN" and _is_person(scene, acting[0])
    before = any(_is_person(scene, i) and tree[i].pos == "PROPN" for i in range(pronoun))
    return acting[0] if named and not before else None


def newly_told(scene: Scene, pronoun: int) -> int | None:
    """The one whom the sentence itself has just brought in, bidden or equipped, if it is they."""
    found = brought_in(scene, pronoun) or of_the_bidden(scene, pronoun)
    return found or enabled(scene, pronoun) or spoken_for(scene, pronoun) or _coming_after(scene, pronoun)


def of_main_clause(scene: Scene, pronoun: int) -> int | None:
    """ "A militia freed four men, days after it seized them": the one that the clause above is about."""
    tree = scene.tree
    verb, word = tree[pronoun].head, tree[pronoun].lemma
    if word not in ("it", "they") or tree[pronoun].dep != "nsubj" or tree[verb].dep != "advcl":
        return None
    marks = {tree[m].lemma for m in tree.kids(verb, "mark", "advmod", "prep")}
    above = [s for s in tree.kids(tree[verb].head, "nsubj") if s < tree[verb].head < verb]
    if word == "they" and marks & {"as", "while"} and not above:  # "two were shot as they marched"
        above = [s for s in tree.kids(tree[verb].head, "nsubjpass") if s < tree[verb].head < verb]
    meanwhile = {"as", "while"} if word == "they" else set[str]()
    if not marks & {"after", "before", "since", "when", "once", *meanwhile}:
        return None
    if len(above) != 1 or tree.kids(above[0], "conj"):
        return None
    if meanwhile and tree[above[0]].tag == "CD":
        return above[0]
    agrees = tree[above[0]].tag in (("NN", "NNP") if word == "it" else ("NNS", "NNPS"))
    return above[0] if agrees and scene.any_is(above, _TAKEN_UP) else None


_TAKEN_UP = ("@armed", "@organisation", "@group", "@people", "@ship", "@vehicle")


def of_fronted_clause(scene: Scene, pronoun: int) -> int | None:
    """ "If the union is to help, it should send arms": the one that the clause before is about."""
    tree = scene.tree
    verb = tree[pronoun].head
    if tree[pronoun].lemma != "it" or tree[pronoun].dep != "nsubj":
        return None
    fronted = [c for c in tree.kids(verb, "advcl") if c < pronoun and tree.kids(c, "mark", "advmod")]
    acting = [s for c in fronted for s in tree.kids(c, "nsubj", "nsubjpass") if tree[s].pos in ("NOUN", "PROPN")]
    one = len(acting) == 1 and tree[acting[0]].tag in ("NN", "NNP") and not tree.kids(acting[0], "conj")
    fits = one and (
        scene.any_is(acting, ("@armed", "@organisation", "@group", "place")) or is_the_west(scene, acting[0])
    )
    return acting[0] if fits else None


def of_clause_around(scene: Scene, pronoun: int) -> int | None:
    """ "many men have gone back to places that they had left": those whom the clause around it is about."""
    tree = scene.tree
    verb = tree[pronoun].head
    if tree[pronoun].lemma != "they" or tree[pronoun].dep != "nsubj" or tree[verb].dep != "relcl":
        return None
    for above in tree.ancestors(verb):
        if tree[above].pos not in ("VERB", "AUX"):
            continue
        acting = [s for s in tree.kids(above, "nsubj", "nsubjpass") if s < above]
        if not acting:
            continue
        several = tree[acting[0]].tag in ("NNS", "NNPS") or bool(tree.kids(acting[0], "conj"))
        fits = several and scene.any_is(acting, ("@armed", "@people", "@group", "@organisation"))
        return acting[0] if fits else None
    return None


def of_object_above(scene: Scene, pronoun: int) -> int | None:
    """ "Lee slammed Chad, saying it had lied": the one that the clause above turns on, and no man who does so."""
    tree, verb = scene.tree, scene.tree[pronoun].head
    saying = tree[verb].head
    if tree[pronoun].lemma != "it" or tree[pronoun].dep != "nsubj" or tree[verb].dep != "ccomp":
        return None
    main = tree[saying].head
    if tree[saying].tag != "VBG" or tree[saying].dep != "advcl" or not main < saying < pronoun:
        return None
    named = [c for c in tree.kids(main, "dobj", "oprd") if main < c < saying]
    named = [w for c in named for w in (c, *tree.kids(c, "compound")) if _is_body(scene, w)]
    others = subjects(tree, main)
    apart = bool(others) and all(_is_man(scene, s) or tree[s].tag in ("NNS", "NNPS") for s in others)
    return named[0] if apart and len(named) == 1 else None


def _is_man(scene: Scene, index: int) -> bool:
    mention = scene.actor_at(index)
    return scene.tree[index].lemma in _ONE or (mention is not None and mention.actor.kind == "person")


def _is_body(scene: Scene, index: int) -> bool:
    mention = scene.actor_at(index)
    return is_the_west(scene, index) or (
        mention is not None and mention.actor.kind in ("state", "group", "organisation")
    )
