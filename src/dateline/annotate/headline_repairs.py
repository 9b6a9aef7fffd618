"""Parses of headlines mended: "gunmen shot dead a mayor", "a mayor shot dead outside his home", "gunned down"."""

from __future__ import annotations

import msgspec

from dateline.annotate.repair import repair
from dateline.model import Token

_AFTER_DEAD = frozenset(
    {"after", "amid", "as", "at", "before", "behind", "beside", "by", "during", "in", "inside", "near", "on", "outside"}
    | {"over", "while", "when", "with"}
)


@repair({"dead"})
def shot_dead_there(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Journalist shot dead outside home": nothing that was shot follows "dead", so the subject was shot."""
    for at in range(1, len(tokens) - 3):
        dead, place = tokens[at + 1], tokens[at + 2]
        if tokens[at].lemma not in ("shoot", "gun", "stab", "hack") or dead.text.casefold() != "dead":
            continue
        noun = dead.head
        if place.text.casefold() not in _AFTER_DEAD or noun == at or noun <= at + 2:
            continue
        found = list(tokens)
        found[at + 1] = msgspec.structs.replace(dead, head=at, dep="oprd")
        found[at + 2] = msgspec.structs.replace(place, head=at, dep="prep", pos="ADP", tag="IN")
        found[noun] = msgspec.structs.replace(tokens[noun], head=at + 2, dep="pobj")
        return tuple(found)
    return tokens


@repair({"dead"}, relations={"dobj"})
def shot_dead_whom(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Soldiers shot dead nine farmers": "dead" is what became of the farmers, not what they or the soldiers were."""
    for at, token in enumerate(tokens[:-2]):
        dead = tokens[at + 1]
        if token.lemma not in ("shoot", "stab", "hack", "beat", "club") or dead.text.casefold() != "dead":
            continue
        object_of = dead.head if dead.dep == "amod" else at
        whom = dead.dep in ("amod", "advmod", "acomp") and (
            any(t.dep == "dobj" and t.head == at and i > at for i, t in enumerate(tokens))
            if object_of == at
            else tokens[object_of].dep == "dobj" and tokens[object_of].head == at
        )
        if not whom:
            continue
        found = list(tokens)
        found[at + 1] = msgspec.structs.replace(dead, head=at, dep="oprd")
        return tuple(found)
    return tokens


@repair({"gun", "hack", "mow"}, relations={"prt"})
def cut_down(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Officer gunned down in bazaar": with nobody after "down", the subject was shot."""
    for at, token in enumerate(tokens):
        if token.lemma not in ("gun", "hack", "mow") or token.tag not in ("VBD", "VBN"):
            continue
        below = [i for i, t in enumerate(tokens) if t.head == at and i != at]
        subject = next((i for i in below if tokens[i].dep == "nsubj"), None)
        down = any(tokens[i].dep == "prt" for i in below)
        if subject is not None and down and not any(tokens[i].dep in ("dobj", "auxpass", "aux") for i in below):
            found = list(tokens)
            found[subject] = msgspec.structs.replace(tokens[subject], dep="nsubjpass")
            found[at] = msgspec.structs.replace(token, tag="VBN")
            return tuple(found)
    return tokens


_HIT = frozenset({"shoot", "stab", "behead", "hack", "bludgeon"})
"""Deeds that are done to somebody: without anybody after them, the subject bore them."""
_THERE = frozenset({"after", "along", "amid", "by", "during", "in", "inside", "near", "on", "outside", "while"})
_AIMED = frozenset({"at", "back", "from", "into", "through", "towards", "toward", "up"})
_HOW = frozenset({"air", "defence", "defense", "direction", "response", "return", "retaliation"})


_STRUCK = frozenset({"ambush", "attack", "bomb", "destroy", "hit", "raid", "shell", "storm", "strike", "target"})
_THINGS = frozenset((
    "airbase", "airfield", "airport", "barracks", "base", "boat", "bridge", "building", "bus", "camp", "checkpoint",
    "church", "clinic", "compound", "consulate", "convoy", "dam", "depot", "embassy", "factory", "freighter",
    "hall", "headquarters", "home", "hospital", "hotel", "house", "market", "mosque", "office", "outpost",
    "pipeline", "plant", "port", "position", "post", "refinery", "school", "ship", "site", "station", "store",
    "tanker", "terminal", "town", "train", "truck", "tunnel", "vehicle", "vessel", "village", "warehouse",
))  # fmt: skip
"""What does nothing by itself: without anything after the deed, it was done to it."""


@repair(_HIT | _STRUCK)
def shot_there(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Officer shot in bazaar", "Army post struck near Y": a subject without an article, and nothing else shot."""
    for at, token in enumerate(tokens):
        if token.lemma not in _HIT | _STRUCK or token.tag not in ("VBD", "VBN"):
            continue
        below = [i for i, t in enumerate(tokens) if t.head == at and i != at]
        subject = next((i for i in below if tokens[i].dep == "nsubj" and i < at), None)
        if subject is None or any(t.head == subject and t.dep in ("det", "poss") for t in tokens):
            continue
        if token.lemma in _STRUCK and tokens[subject].lemma not in _THINGS:
            continue
        place = tokens[at + 1] if at + 1 < len(tokens) else None
        if place is None or place.text.casefold() not in _THERE or tokens[subject].pos not in ("NOUN", "PROPN"):
            continue
        taken = any(tokens[i].dep in ("dobj", "prt", "aux", "auxpass", "oprd") for i in below)
        aimed = any(tokens[i].text.casefold() in _AIMED for i in below)
        if taken or aimed or any(t.head == at + 1 and t.text.casefold() in _HOW for t in tokens):
            continue
        return _suffered(tokens, at, subject)
    return tokens


def _suffered(tokens: tuple[Token, ...], verb: int, subject: int) -> tuple[Token, ...]:
    """The tokens with the verb as a participle that the subject bore."""
    found = list(tokens)
    found[subject] = msgspec.structs.replace(tokens[subject], dep="nsubjpass")
    found[verb] = msgspec.structs.replace(tokens[verb], tag="VBN")
    return tuple(found)


_FREED = frozenset(
    {"acquit", "arrest", "deport", "detain", "evict", "expel", "extradite", "free", "jail", "pardon", "release"}
)
"""What is always done to somebody."""
_ON_WHICH = _THERE | {"at", "as", "for", "from", "over", "to", "with", "without"}


@repair(_FREED)
def freed_there(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Opposition leader freed on bail": a subject without an article, and nobody else freed."""
    for at, token in enumerate(tokens):
        if token.lemma not in _FREED or token.tag not in ("VBD", "VBN") or token.head != at:
            continue
        below = [i for i, t in enumerate(tokens) if t.head == at and i != at]
        subject = next((i for i in below if tokens[i].dep == "nsubj" and i < at), None)
        if subject is None or any(t.head == subject and t.dep in ("det", "poss") for t in tokens):
            continue
        after = tokens[at + 1].text.casefold() if at + 1 < len(tokens) else ""
        taken = any(tokens[i].dep in ("dobj", "prt", "aux", "auxpass", "oprd", "ccomp", "dative") for i in below)
        if after not in _ON_WHICH or taken or tokens[subject].pos not in ("NOUN", "PROPN"):
            continue
        return _suffered(tokens, at, subject)
    return tokens


@repair({"shot"}, {"dead"})
def shot_dead(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Gunmen on a motorcycle shot dead a mayor": a noun before "dead" made the verb of the clause.

    What the parser hung on "dead" belongs to the verb, and the word before takes the noun's place.
    """
    for at in range(1, len(tokens) - 1):
        shot, dead = tokens[at], tokens[at + 1]
        if shot.pos != "NOUN" or shot.text.casefold() != "shot" or dead.text.casefold() != "dead" or dead.head == at:
            continue
        found = list(tokens)
        for i, token in enumerate(tokens):
            if token.head == at and i < at - 1:
                found[i] = msgspec.structs.replace(token, head=at - 1)
            elif token.head == at + 1:
                found[i] = msgspec.structs.replace(token, head=at)
        if tokens[at - 1].head == at:
            found[at - 1] = msgspec.structs.replace(tokens[at - 1], head=shot.head, dep=shot.dep)
        top = at if dead.head == at + 1 else dead.head
        found[at] = msgspec.structs.replace(shot, pos="VERB", tag="VBD", lemma="shoot", head=top, dep=dead.dep)
        found[at + 1] = msgspec.structs.replace(dead, head=at, dep="oprd")
        return tuple(found)
    return tokens


_NOUN_OR_DEED = frozenset({"shot", "beat", "hit", "cut"})


@repair(_NOUN_OR_DEED, {"and"})
def shot_and_hurt(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "A sniper shot and wounded a girl": a noun before a second verb made the verb of its clause."""
    for at in range(1, len(tokens) - 2):
        shot, second = tokens[at], tokens[at + 2]
        if shot.pos != "NOUN" or shot.dep not in ("ROOT", "ccomp") or shot.text.casefold() not in _NOUN_OR_DEED:
            continue
        doer = tokens[at - 1]
        joined = tokens[at + 1].lemma == "and" and second.tag == "VBD" and second.head == at and second.dep == "conj"
        if not joined or doer.pos not in ("NOUN", "PROPN") or doer.dep != "compound" or doer.head != at:
            continue
        found = list(tokens)
        for i in range(at - 1):
            if tokens[i].head == at:
                found[i] = msgspec.structs.replace(tokens[i], head=at - 1)
        found[at - 1] = msgspec.structs.replace(doer, dep="nsubj")
        verb = {"shot": "shoot"}.get(shot.text.casefold(), shot.text.casefold())
        found[at] = msgspec.structs.replace(shot, pos="VERB", tag="VBD", lemma=verb)
        return tuple(found)
    return tokens


_DEEDS = frozenset({"shooting", "bombing", "stabbing", "killing", "shelling", "kidnapping", "beheading"})


@repair(_DEEDS, relations={"pobj"})
def deed_after_place(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Family identifies victim of Nairobi shooting": the preposition leads to it, and the family does not shoot."""
    for deed, token in enumerate(tokens[1:], 1):
        place = tokens[deed - 1]
        if token.tag != "VBG" or token.dep not in ("xcomp", "advcl", "acl") or token.text.casefold() not in _DEEDS:
            continue
        if any(t.head == deed and t.dep in ("dobj", "prt") for t in tokens):
            continue
        if place.pos == "PROPN" and place.dep == "pobj" and not any(t.text == "," for t in tokens[place.head : deed]):
            found = list(tokens)
            found[deed] = msgspec.structs.replace(
                token, head=place.head, dep="pobj", pos="NOUN", tag="NN", lemma=token.text.casefold()
            )
            found[deed - 1] = msgspec.structs.replace(place, head=deed, dep="compound")
            return tuple(found)
    return tokens
