"""Parses mended where a participle was read as the verb of a clause: "nine farmers killed by bandits were buried"."""

from __future__ import annotations

import re

import msgspec

from dateline.annotate.repair import below, repair
from dateline.model import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HELPS = frozenset({"aux", "auxpass"})
_BOUND = frozenset({"aim", "bind", "direct", "fire", "fly", "head", "hurl", "launch", "send", "shoot"})
"""Verbs that tell of what is on its way, as a participle and as a verb of the clause alike."""


_HARMED = frozenset(
    {
        "abduct",
        "accuse",
        "arrest",
        "behead",
        "capture",
        "deport",
        "detain",
        "execute",
        "extradite",
        "free",
        "hurt",
        "injure",
        "jail",
        "kidnap",
        "kill",
        "murder",
    }
    | {"shoot", "slaughter", "slay", "stab", "torture", "wound"}
)
"""Verbs of harm, whose participle describes those to whom it was done."""


@repair(_BOUND | _HARMED, relations={"auxpass", "nsubj"})
def bound_for(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "said that drones headed towards the port were shot down": it is the drones that were shot down.

    So "said that nine farmers killed by bandits were buried".
    """
    for way, token in enumerate(tokens[:-2]):
        things = (
            below(tokens, way, {"nsubj"}) if token.lemma in _BOUND | _HARMED and token.tag in ("VBD", "VBN") else []
        )
        if not things or things[-1] != way - 1 or below(tokens, way, {*_HELPS, "dobj", "cc"}):
            continue
        if token.head == way:
            if (mended := _main_verb_after(tokens, way, things[-1])) is not None:
                return mended
            continue
        that = token.dep == "advcl" and any(tokens[m].lemma == "that" for m in below(tokens, way, {"mark"}))
        after = (
            [token.head] if that or token.dep in ("csubjpass", "nsubjpass") else below(tokens, token.head, {token.dep})
        )
        done = [v for v in after if v > way and tokens[v].tag == "VBN"]
        if not done or below(tokens, done[0], {*_SUBJECTS, "mark"}) or not below(tokens, done[0], {"auxpass"}):
            continue
        found = list(tokens)
        found[way] = msgspec.structs.replace(token, dep="acl", tag="VBN", head=things[-1])
        found[things[-1]] = msgspec.structs.replace(tokens[things[-1]], dep="nsubjpass", head=done[0])
        for mark in below(tokens, way, {"mark"}):
            found[mark] = msgspec.structs.replace(tokens[mark], head=done[0])
        return tuple(found)
    return tokens


def _main_verb_after(tokens: tuple[Token, ...], way: int, thing: int) -> tuple[Token, ...] | None:
    """ "A man extradited last year was sentenced": the passive after it is the sentence's own verb."""
    done = [v for v in below(tokens, way, {"conj", "ccomp", "dep"}) if v > way and below(tokens, v, {"auxpass"})]
    if not done or tokens[done[0]].tag != "VBN" or below(tokens, done[0], {*_SUBJECTS, "mark"}):
        return None
    helper = below(tokens, done[0], {"auxpass"})[0]
    found = list(tokens)
    for i, other in enumerate(tokens):
        if other.head == done[0] and way < i < helper:
            found[i] = msgspec.structs.replace(other, head=way)
        elif other.head == way and other.dep == "punct" and i > done[0]:
            found[i] = msgspec.structs.replace(other, head=done[0])
    found[way] = msgspec.structs.replace(tokens[way], dep="acl", tag="VBN", head=thing)
    found[thing] = msgspec.structs.replace(tokens[thing], dep="nsubjpass", head=done[0])
    found[done[0]] = msgspec.structs.replace(tokens[done[0]], dep="ROOT", head=done[0])
    return tuple(found)


@repair(_HARMED, relations={"advcl", "dobj"})
def done_to_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Villagers buried 17 people slain in a raid": it was done to the people, and not to the villagers."""
    for done, token in enumerate(tokens):
        if token.dep != "advcl" or token.tag not in ("VBN", "VBD") or token.lemma not in _HARMED or done == 0:
            continue
        noun = tokens[done - 1]
        if noun.dep != "dobj" or noun.head != token.head or below(tokens, done, {*_SUBJECTS, *_HELPS, "mark", "dobj"}):
            continue
        found = list(tokens)
        found[done] = msgspec.structs.replace(token, dep="acl", tag="VBN", head=done - 1)
        return tuple(found)
    return tokens


_SEIZING = frozenset(
    {
        "attack",
        "bomb",
        "bombard",
        "capture",
        "enter",
        "hit",
        "liberate",
        "occupy",
        "overrun",
        "pound",
        "raid",
        "recapture",
    }
    | {"reach", "retake", "seize", "shell", "storm", "strike", "take"}
)
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December"
)


@repair(_SEIZING)
def town_after_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The army recaptured Bama": a name right after such a verb is what it is done to, and no measure or day."""
    for name, token in enumerate(tokens):
        verb = token.head
        named = token.dep in ("npadvmod", "advmod") and token.tag in ("NNP", "RB") and token.text[0].isupper()
        if not named or verb >= name or tokens[verb].lemma not in _SEIZING:
            continue
        if any(t.head != name for t in tokens[verb + 1 : name]) or below(tokens, verb, {"dobj", "auxpass"}):
            continue
        told = tokens[verb].tag != "VBN" or below(tokens, verb, {"aux", "nsubj"})
        if not told or _CALENDAR.fullmatch(token.text):
            continue
        found = list(tokens)
        found[name] = msgspec.structs.replace(token, dep="dobj", pos="PROPN", tag="NNP")
        return tuple(found)
    return tokens


_WALKING = frozenset(
    {"advance", "demonstrate", "flee", "march", "picket", "protest", "rally", "retreat", "riot", "starve"}
)


@repair(_WALKING, relations={"pcomp", "dobj"})
def those_who_march(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "fired at protesting Serbs", "by retreating troops": they who march, and nobody's marching of them."""
    for way, token in enumerate(tokens[:-1]):
        noun = below(tokens, way, {"dobj"})
        if token.dep != "pcomp" or token.tag != "VBG" or token.lemma not in _WALKING or noun != [way + 1]:
            continue
        found = [
            msgspec.structs.replace(t, head=way + 1) if t.head == way and i not in (way, way + 1) else t
            for i, t in enumerate(tokens)
        ]
        found[way + 1] = msgspec.structs.replace(tokens[way + 1], dep="pobj", head=token.head)
        found[way] = msgspec.structs.replace(token, dep="amod", head=way + 1)
        return tuple(found)
    return tokens


@repair({"accuse", "suspect", "convict", "acquit"}, {"of"}, relations={"agent", "pcomp"})
def accused_of(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "was accused by Amnesty of killing nine": what the army is accused of, and no word for who accuses it."""
    for way, token in enumerate(tokens):
        by = tokens[tokens[token.head].head]
        if token.lemma != "of" or token.dep != "prep" or by.dep != "agent" or by.head > way:
            continue
        doing = any(tokens[i].tag == "VBG" for i in below(tokens, way, {"pcomp"}))
        if doing and tokens[by.head].lemma in ("accuse", "suspect", "convict", "acquit"):
            return tuple(msgspec.structs.replace(t, head=by.head) if i == way else t for i, t in enumerate(tokens))
    return tokens


@repair(relations={"amod", "nsubj"})
def verb_taken_for_adjective(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Police evicted squatters, arresting 11": a past tense with a subject is a verb, and no word for squatters."""
    for verb, token in enumerate(tokens[:-1]):
        noun = token.head
        if token.dep != "amod" or token.tag != "VBD" or noun <= verb or tokens[noun].head != noun:
            continue
        if not any(i < verb for i in below(tokens, verb, {"nsubj"})):
            continue
        found = list(tokens)
        for i in below(tokens, noun, {"prep", "punct", "acl", "advcl", "npadvmod", "advmod"}):
            if i > noun:
                how = "advcl" if tokens[i].tag == "VBG" else tokens[i].dep
                found[i] = msgspec.structs.replace(tokens[i], head=verb, dep=how)
        found[verb] = msgspec.structs.replace(token, dep="ROOT", head=verb, pos="VERB")
        found[noun] = msgspec.structs.replace(tokens[noun], dep="dobj", head=verb)
        return tuple(found)
    return tokens
