"""What became of those counted, and the word that says so."""

from __future__ import annotations

from typing import NamedTuple

from dateline.extract.conditions import verb_fits
from dateline.extract.scene import Scene
from dateline.extract.victims import CARE, DEAD_AFTER, DOOMING, HARM, HURTS, harm, sufferers, wound_with
from dateline.grammar import is_passive, objects, subjects
from dateline.grammar.tree import CHARGING

_REACHING = frozenset(
    {"rise", "reach", "climb", "stand", "increase", "grow", "go", "exceed", "pass", "hit", "bring"}
    | {"put", "raise", "jump", "mount", "be", "surpass", "give", "revise", "place", "top"}
)
REACH = 5


class Fate(NamedTuple):
    """What became of some, and the token of the word that says so."""

    property: str
    governor: int


def fate(scene: Scene, token: int) -> Fate | None:
    """The nearest word up the tree, or just after, that says what became of those counted."""
    tree = scene.tree
    if scene.rules.lexicon.counts.property(tree[token].lemma) and tree[token].pos == "NOUN":
        return _fate(scene, token)
    for below in tree.children[token]:
        if tree[below].lemma in scene.rules.lexicon.counts.words and tree[below].dep in (
            "acl",
            "amod",
            "appos",
            "relcl",
            "advmod",
        ):
            doing = tree[below].dep == "relcl" and not is_passive(tree, below) and bool(objects(tree, below))
            if not doing:  # "two men who killed a guard"
                return _fate(scene, below)
    if tree[token].lemma == "name":  # "14 names of villagers who were killed"
        ends = (
            i
            for i in tree.subtree(token)
            if tree[i].dep == "relcl" and scene.rules.lexicon.counts.property(tree[i].lemma)
        )
        if (end := next(ends, None)) is not None:
            return _fate(scene, end)
    alive = scene.is_a(token, "@people") and tree[tree[tree[token].head].head].lemma not in _BODIES
    if alive and (hurt := wound_with(scene, token)) is not None:
        return _fate(scene, hurt, "injured")
    cared = (i for c in tree.kids(token, "acl") if (i := _suffered(scene, c, token)) is not None)
    if (harm := next(cared, None)) is not None:
        return _fate(scene, harm)
    if tree[token].lemma in _BODIES and tree[tree[token].head].lemma == "seize":  # rescuers find bodies one by one
        return _fate(scene, tree[token].head, "killed")
    if tree[token].lemma in _BODIES and tree[token].dep in ("dobj", "nsubjpass") and _is_of_slain(scene, token):
        return _fate(scene, tree[token].head, "killed")
    place = token
    for _ in range(REACH):
        past = place != token and tree[token].dep == "nsubj" and tree.kids(place, "dobj", "npadvmod")
        sibling = None if past else _beside(scene, place)  # "a nurse counted eleven dead"
        if sibling is not None:
            return _fate(scene, sibling)
        head = tree[place].head
        if (
            head == place
            or tree[place].dep in ("relcl", "advcl", "ccomp", "parataxis")
            or (place != token and tree[place].dep == "acl" and tree[place].lemma in CHARGING)
            or tree[head].lemma in ("accord", "according")
        ):
            return None
        own = tree[token].head == place and tree[token].dep == "dobj"  # "killed two and freed nine"
        if tree[place].dep == "conj" and tree[place].pos == "VERB" and (own or tree.kids(place, "nsubj", "nsubjpass")):
            return None
        if _is_telling(scene, head):
            return None  # "by the count of a priest, nine were killed"
        if tree[place].dep == "agent" or (place == token and _is_doer(scene, token)):
            return None  # "shot dead by a gunman", "two gunmen killed five"
        place = head
        if tree[place].lemma in _BODIES and tree[tree[place].head].lemma in _CARRYING:  # "20 bodies were brought in"
            return _fate(scene, tree[place].head, "killed")
        if tree[place].lemma in _NUMBERS and (told := _counted_in(scene, place)):
            return _fate(scene, told[0])  # "…, the number of the injured to 17"
        if (done := _harmed_by(scene, place, token)) is not None:
            return _fate(scene, place, done)
        if _is_burial(scene, place, token):
            return _fate(scene, place, "killed")
        if (also := _with_harm(scene, place, token)) is not None:
            return _fate(scene, also)
        counted = next((c for o in tree.kids(place, "nsubj", "nsubjpass", "dobj") for c in _counted_in(scene, o)), None)
        if (suffered := _suffered(scene, place, token)) is not None:
            return _fate(scene, suffered, _property_of(scene, suffered))
        dead = next((c for c in tree.kids(place, "acomp", "oprd", "advmod", "amod") if tree[c].lemma == "dead"), None)
        if tree[place].lemma in DEAD_AFTER and dead is not None:
            shooters = (
                [c for s in tree.kids(place, "nsubj") for c in tree.conjuncts(s)] if tree.kids(place, "dobj") else []
            )
            return None if token in shooters else _fate(scene, dead)  # "two soldiers shot dead a man"
        if tree[place].lemma in _REACHING and counted is not None and tree[token].dep != "nsubj":
            return _fate(scene, counted)
        if scene.rules.lexicon.counts.property(tree[place].lemma):
            return _fate(scene, place)
    return None


def _is_telling(scene: Scene, prep: int) -> bool:
    """Whether the preposition stands before somebody's count or account of what was: who gives it is not counted."""
    tree = scene.tree
    by = tree[prep].dep == "prep" and tree[prep].lemma in ("by", "in")
    return by and any(tree[p].lemma in _ACCOUNTS for p in tree.kids(prep, "pobj"))


def _is_of_slain(scene: Scene, bodies: int) -> bool:
    """ "eleven bodies, their hands tied, were found": as the sentence says, of people who were put to death."""
    verb, lexicon = scene.tree[bodies].head, scene.rules.lexicon
    frames = [(lexicon.frames[n], rest) for n, rest in lexicon.verbs.get(scene.tree[verb].lemma, ())]
    return any(f.id == "assault.found-dead" and verb_fits(scene, verb, f, rest) for f, rest in frames)


_ACCOUNTS = frozenset({"account", "count", "estimate", "reckoning", "tally", "telling", "version", "word"})
_BODIES = frozenset({"body", "corpse"})


_CARRYING = frozenset({"find", "discover", "dump", "bring", "receive", "count"})
_RUINS = frozenset({"rubble", "debris", "ruin", "mud", "landslide", "avalanche", "snow", "sand", "earth", "building"})


_HURTS = HURTS | {"bone", "limb"}


_MEETING = {
    "lose": frozenset({"life"}), "embrace": frozenset({"martyrdom", "death"}), "attain": frozenset({"martyrdom"}),
    "achieve": frozenset({"martyrdom"}), "meet": frozenset({"death"}), "suffer": _HURTS, "sustain": _HURTS,
    "receive": _HURTS,
}  # fmt: skip
"""What those counted meet with, by its verb: "eight lost their lives", "two sustained injuries"."""


def _property_of(scene: Scene, harm: int) -> str:
    """What a harm that somebody met with makes of them: killed by what they lost, or hurt."""
    lemma = scene.tree[harm].lemma
    return scene.rules.lexicon.counts.property(lemma) or ("killed" if lemma == "lose" else "injured")


def _suffered(scene: Scene, verb: int, token: int) -> int | None:
    """The harm that a verb of care or loss tells of: "treated for wounds", "lost ten men", "hacked ten to death"."""
    tree = scene.tree
    own = tree[token].lemma == "man" or scene.is_a(token, "@armed")
    if tree[verb].lemma == "lose" and tree[token].dep == "dobj" and own:
        return verb
    if tree[verb].lemma in _MEETING and tree[token].dep == "nsubj":
        return next((o for o in tree.kids(verb, "dobj") if tree[o].lemma in _MEETING[tree[verb].lemma]), None)
    if tree[token].dep in ("dobj", "nsubjpass") and tree[verb].pos == "VERB" and tree[verb].lemma not in DOOMING:
        ends = (o for p in tree.kids(verb, "prep") if tree[p].lemma == "to" for o in tree.kids(p, "pobj"))
        if (end := next((o for o in ends if tree[o].lemma == "death"), None)) is not None:
            return end
    return wound_with(scene, verb) if tree[verb].lemma in CARE else None


def _is_doer(scene: Scene, noun: int) -> bool:
    """Whether it is the subject of a verb of harm that has an object: those who killed or wounded others."""
    tree, verb = scene.tree, scene.tree[noun].head
    if tree[noun].dep != "nsubj" or tree[verb].lemma not in HARM or is_passive(tree, verb):
        return False
    return any(tree[o].pos in ("NOUN", "PROPN", "PRON", "NUM") for o in objects(tree, verb))


def _harmed_by(scene: Scene, verb: int, token: int) -> str | None:
    """ "three were gunned down", "burnt two drivers to death": what the verb's words together tell of those counted."""
    if scene.tree[verb].pos != "VERB" or scene.rules.lexicon.counts.property(scene.tree[verb].lemma):
        return None
    if token not in sufferers(scene, verb):
        return None
    return "killed" if scene.tree[verb].lemma in _WIPED and scene.is_a(token, "@people") else harm(scene, verb)


def _is_burial(scene: Scene, verb: int, token: int) -> bool:
    """ "villagers bury 17", "seventeen were laid to rest": the dead, unless it was rubble that buried them."""
    tree = scene.tree
    to = {tree[p].lemma for prep in tree.kids(verb, "prep") for p in tree.kids(prep, "pobj")}
    rest = tree[verb].lemma == "lay" and ("rest" in to or any(tree[w].lemma == "rest" for w in tree.children[verb]))
    if not (rest or tree[verb].lemma == "bury") or to & _RUINS or tree.kids(verb, "acomp") or tree[token].tag == "NN":
        return False
    return token in (subjects(tree, verb) if is_passive(tree, verb) else objects(tree, verb))


_WIPED = frozenset({"destroy", "wipe"})
"""Verbs for things that armies use of men: "20 servicemen were destroyed"."""


def _with_harm(scene: Scene, verb: int, token: int) -> int | None:
    """ "three were ambushed and killed": the harm that a later verb tells of those the first one is about."""
    tree = scene.tree
    if tree[token].head != verb or tree[token].dep not in ("nsubjpass", "dobj") or tree[verb].pos != "VERB":
        return None
    if scene.rules.lexicon.counts.property(tree[verb].lemma):
        return None
    alike = [
        c
        for c in tree.kids(verb, "conj")
        if tree[c].tag in ("VBN", "VBD") and harm(scene, c) is not None and not tree.kids(c, "nsubj", "nsubjpass")
    ]
    mine = [c for c in alike if is_passive(tree, c) == (tree[token].dep == "nsubjpass") and not _other_object(scene, c)]
    return mine[0] if mine else None


def _other_object(scene: Scene, verb: int) -> bool:
    """Whether it is done to others than "them" ("kidnapped three men and killed a guard")."""
    return any(scene.tree[o].text.casefold() != "them" for o in scene.tree.kids(verb, "dobj"))


_NUMBERS = frozenset({"number", "figure", "count", "total", "tally"})


def _counted_in(scene: Scene, noun: int) -> list[int]:
    """What a "number of wounded soldiers" or a "death toll" counts."""
    tree = scene.tree
    if scene.rules.lexicon.counts.property(tree[noun].lemma):
        return [noun]
    if tree[noun].lemma not in _NUMBERS or tree[noun].pos == "VERB":
        return []
    return [i for i in tree.subtree(noun) if scene.rules.lexicon.counts.property(tree[i].lemma)]


def _beside(scene: Scene, place: int) -> int | None:
    """ "left 12 dead": a result beside the counted noun."""
    tree = scene.tree
    for index in (place + 1, place + 2):
        if index == len(tree):
            break
        result = {tree[index].lemma, tree[index].text.casefold()} & {"dead", "wounded", "injured", "missing"}
        near = index == place + 1 or tree[place + 1].pos in ("NOUN", "AUX")
        if result and near and tree[index].pos in ("ADJ", "VERB", "NOUN", "ADV"):
            return index
    left = tree[tree[place].head]
    hurt = tree.kids(tree[place].head, "ccomp") if left.lemma == "leave" and tree[place].dep == "dobj" else []
    return next((c for c in hurt if tree[c].tag == "VBN" and c > place and not tree.kids(c, "nsubj", "aux")), None)


def _fate(scene: Scene, governor: int, name: str | None = None) -> Fate | None:
    name = name or scene.rules.lexicon.counts.property(scene.tree[governor].lemma)
    return Fate(property=name, governor=governor) if name else None
