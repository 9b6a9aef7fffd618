"""Parses mended where a clause has swallowed another's words: "the raid, said to be …, killed", "as fighting rages"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.annotate.repair import below, repair
from dateline.model import Token

_HELD = frozenset(
    {"allege", "believe", "consider", "estimate", "know", "presume", "report", "rumour", "rumor", "say", "suppose"}
    | {"suspect", "think"}
)
"""Verbs whose participle before "to be" says what is held of the noun before it."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HELPS = frozenset({"aux", "auxpass"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@repair(_HELD, {"to"})
def held_of(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The raid, said to be the heaviest in months, killed four": the raid says nothing, and is what killed."""
    for index in range(1, len(tokens) - 2):
        token = tokens[index]
        if token.lemma not in _HELD or token.tag not in ("VBD", "VBN") or tokens[index + 1].text.casefold() != "to":
            continue
        if tokens[index + 2].lemma not in ("be", "have") or below(tokens, index, _HELPS):
            continue
        nouns = [i for i in below(tokens, index, _SUBJECTS) if i < index and tokens[i].pos in _NOUNS]
        if nouns:
            return _given_back(tokens, index, nouns[-1])
    return tokens


_POSING = frozenset({"clothe", "costume", "disguise", "dress", "kit", "masquerade", "pose"})


@repair(_POSING, {"as"}, relations={"advcl"})
def posing_as(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Men dressed as police stopped a bus": the men did it, and the police had no part in it."""
    for guise, token in enumerate(tokens[:-2]):
        if token.lemma not in _POSING or tokens[guise + 1].lemma != "as" or token.tag not in ("VBN", "VBG", "VBD"):
            continue
        verb, own = tokens[guise + 1].head, below(tokens, guise, {"nsubj"})
        shown = below(tokens, verb, _SUBJECTS)
        if tokens[verb].dep != "advcl" or tokens[verb].head != guise or len(shown) != 1 or not guise < shown[0] < verb:
            continue
        whole = bool(own) and not below(tokens, guise, _HELPS)  # read as the sentence's own verb
        men = own[0] if whole else token.head
        if (not whole and token.dep not in ("acl", "relcl")) or _is_plural(tokens[men]) != _is_plural(tokens[shown[0]]):
            continue  # "The mayor dressed as rebels shelled the town"
        top = guise if whole else men
        over = verb if tokens[top].head == top else tokens[top].head
        found = list(tokens)
        found[verb] = msgspec.structs.replace(tokens[verb], dep=tokens[top].dep, head=over)
        found[men] = msgspec.structs.replace(tokens[men], dep=tokens[shown[0]].dep, head=verb)
        found[guise] = msgspec.structs.replace(token, dep="acl" if whole else token.dep, head=men)
        found[guise + 1] = msgspec.structs.replace(tokens[guise + 1], dep="prep", head=guise)
        found[shown[0]] = msgspec.structs.replace(tokens[shown[0]], dep="pobj", head=guise + 1)
        return tuple(found)
    return tokens


def _is_plural(noun: Token) -> bool:
    return noun.tag in ("NNS", "NNPS") or noun.lemma == "police"


@repair(relations={"dobj", "pobj"})
def object_of_a_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "At three cables the men fired on it": a noun has no object; it is who does what the next verb tells."""
    for index, token in enumerate(tokens):
        over = tokens[token.head]
        if token.dep != "dobj" or over.dep != "pobj" or over.tag not in ("NN", "NNS") or token.head > index:
            continue
        verb = over.head
        while tokens[verb].pos != "VERB" and tokens[verb].head != verb:
            verb = tokens[verb].head
        free = tokens[verb].tag in _FINITE and verb > index and not below(tokens, verb, _SUBJECTS)
        if free and token.pos in _NOUNS:
            found = list(tokens)
            found[index] = msgspec.structs.replace(token, dep="nsubj", head=verb)
            return tuple(found)
    return tokens


def _given_back(tokens: tuple[Token, ...], held: int, noun: int) -> tuple[Token, ...]:
    """The tokens with the noun as subject of the verb that follows; as what suffers the participle, where none does."""
    found = list(tokens)
    verb = _verb_after(tokens, held)
    if verb is None:
        found[noun] = msgspec.structs.replace(tokens[noun], dep="nsubjpass")
        found[held] = msgspec.structs.replace(tokens[held], tag="VBN")
        return tuple(found)
    top = tokens[held].head
    if top != verb:
        head = verb if top == held else top
        found[verb] = msgspec.structs.replace(tokens[verb], head=head, dep=tokens[held].dep)
    for i, token in enumerate(tokens):
        if token.head == held and i not in (held, noun, verb) and (i > verb or i < noun or token.dep == "punct"):
            found[i] = msgspec.structs.replace(token, head=verb)
    passive = bool(below(tokens, verb, frozenset({"auxpass"})))
    if found[verb].tag == "VBN" and not below(tokens, verb, _HELPS):
        found[verb] = msgspec.structs.replace(found[verb], tag="VBD")
    found[noun] = msgspec.structs.replace(tokens[noun], head=verb, dep="nsubjpass" if passive else "nsubj")
    found[held] = msgspec.structs.replace(tokens[held], tag="VBN", head=noun, dep="acl")
    return tuple(found)


def _verb_after(tokens: Sequence[Token], held: int) -> int | None:
    """The clause's own verb: one without a subject that governs the participle, or that has been hung below it."""
    for i in range(held + 3, len(tokens)):
        loose = tokens[i].dep in ("conj", "ccomp", "dep")
        beside = tokens[held].head == i or (tokens[i].head == held and loose)
        finite = tokens[i].tag in _FINITE or bool(below(tokens, i, _HELPS))
        if tokens[i - 1].pos in ("NOUN", "PROPN"):  # "men thought to be bandits abducted a priest"
            beside = beside or (loose and tokens[i].head == tokens[held].head)
            taken = tokens[i].dep == "acl" and tokens[tokens[i].head].dep == "attr" and bool(below(tokens, i, {"dobj"}))
            beside, finite = beside or taken, finite or taken
        if beside and tokens[i].pos in ("VERB", "AUX") and finite and not below(tokens, i, _SUBJECTS):
            joined = any(t.dep == "cc" and t.head == held for t in tokens[held:i])
            return None if joined else i
    return None


_CHARGING = frozenset(
    {
        "accuse",
        "ambush",
        "arrest",
        "attack",
        "blame",
        "charge",
        "condemn",
        "denounce",
        "kill",
        "raid",
        "shell",
        "suspect",
    }
)
"""What bodies do to those they act against; "of" and what somebody is said to have done completes some."""


@repair(_CHARGING, {"of"}, relations={"pcomp"})
def charged_with(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "accused the armed forces of killing six": what "of" brings was hung on the accused, and is the charge."""
    for index, token in enumerate(tokens):
        noun = tokens[token.head]
        if noun.dep not in ("dobj", "nsubjpass") or token.head > index or token.text.casefold() != "of":
            continue
        verb = noun.head
        doing = any(t.head == index and t.dep == "pcomp" and t.tag == "VBG" for t in tokens[index:])
        if doing and tokens[verb].lemma in _CHARGING and tokens[verb].pos == "VERB":
            found = list(tokens)
            found[index] = msgspec.structs.replace(token, head=verb)
            return tuple(found)
    return tokens


_OPENS = frozenset({"as", "because", "if", "since", "until", "when", "while"})
_GOING_ON = frozenset(
    {"continues", "deepens", "drags", "escalates", "grows", "intensifies", "looms", "mounts", "nears", "persists"}
    | {"rages", "resumes", "rises", "spirals", "spreads", "subsides", "unfolds", "wanes", "widens", "worsens"}
)
"""Verbs, as they stand after "as", for how a state of things goes on."""


@repair(_GOING_ON, _OPENS)
def gone_on(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "As fighting intensifies, residents flee": a verb read as one more noun of its clause."""
    for index in range(2, len(tokens)):
        if tokens[index].tag not in ("NNS", "NNPS") or tokens[index].text.casefold() not in _GOING_ON:
            continue
        first = next((i for i in range(index - 1, -1, -1) if tokens[i].text.casefold() in _OPENS), None)
        if first is not None and _is_clause(tokens, first, index):
            return _with_verb(tokens, first, index)
    return tokens


def _is_clause(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Whether a noun with what belongs to it is all between the opening word and the verb, and no verb follows."""
    run = range(first + 1, verb)
    if not run or any(tokens[i].text == "," or tokens[i].tag in _FINITE for i in run):
        return False
    follows = tokens[verb + 1].pos if verb + 1 < len(tokens) else "PUNCT"
    return follows in ("PUNCT", "ADP", "ADV", "SCONJ") and (
        tokens[verb - 1].pos in _NOUNS or tokens[verb - 1].tag == "VBG"
    )


def _with_verb(tokens: tuple[Token, ...], first: int, verb: int) -> tuple[Token, ...]:
    """The tokens with the verb at the head of its clause, and the noun before it as its subject."""
    outside = {tokens[i].head for i in range(first, verb + 1) if not first <= tokens[i].head <= verb}
    if len(outside) > 1:
        return tokens
    found, noun = list(tokens), verb - 1
    for i, token in enumerate(tokens):
        if first < i < noun and token.head in (first, verb, noun):
            found[i] = msgspec.structs.replace(token, head=noun)
        elif i > verb and first <= token.head < verb:
            found[i] = msgspec.structs.replace(token, head=verb)
    lemma = tokens[noun].text.casefold() if tokens[noun].tag == "VBG" else tokens[noun].lemma
    found[noun] = msgspec.structs.replace(tokens[noun], pos="NOUN", tag="NN", lemma=lemma, dep="nsubj", head=verb)
    found[first] = msgspec.structs.replace(tokens[first], pos="SCONJ", dep="mark", head=verb)
    top, dep = (outside.pop(), "advcl") if outside else (verb, "ROOT")
    found[verb] = msgspec.structs.replace(tokens[verb], pos="VERB", tag="VBZ", dep=dep, head=top)
    return tuple(found)


_BODIES = frozenset(
    {"military", "opposition", "paramilitary", "judiciary", "rebel", "police", "left", "right", "islamist"}
)
"""Adjectives that with an article name a body: "the military accused …"."""


@repair(_CHARGING, _BODIES, {"the"})
def body_that_acts(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The military accused armed fighters of burning a clinic": a body read as what modifies those accused."""
    root = next((i for i, t in enumerate(tokens) if t.head == i), None)
    if root is None or tokens[root].pos not in ("NOUN", "PROPN"):
        return tokens
    for verb in range(2, root):
        token, body = tokens[verb], tokens[verb - 1]
        fits = token.head == root and token.tag in ("VBN", "VBD") and token.lemma in _CHARGING
        if not fits or body.lemma not in _BODIES or not any(t.text.casefold() == "the" for t in tokens[: verb - 1]):
            continue
        found = list(tokens)
        for i, other in enumerate(tokens):
            if i < verb - 1 and other.head in (root, verb):
                found[i] = msgspec.structs.replace(other, head=verb - 1)
            elif i > root and other.head == root:
                found[i] = msgspec.structs.replace(other, head=verb)
        found[verb - 1] = msgspec.structs.replace(body, pos="NOUN", tag="NN", dep="nsubj", head=verb)
        found[verb] = msgspec.structs.replace(token, pos="VERB", tag="VBD", dep="ROOT", head=verb)
        found[root] = msgspec.structs.replace(tokens[root], dep="dobj", head=verb)
        return tuple(found)
    return tokens


@repair({"rebel"}, {"to"})
def to_rebel_hands(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The town fell to rebel fighters": "to rebel" read as an infinitive with an object."""
    for index in range(1, len(tokens) - 2):
        to, rebel, after = tokens[index : index + 3]
        if to.text != "to" or rebel.text.casefold() != "rebel" or rebel.pos != "VERB" or after.tag not in ("NNS", "NN"):
            continue
        if after.head != index + 1 or to.head != index + 1 or rebel.head in (index, index + 1, index + 2):
            continue
        found = list(tokens)
        for i, other in enumerate(tokens):
            if other.head == index + 1 and i not in (index, index + 2):
                found[i] = msgspec.structs.replace(other, head=rebel.head)
        found[index] = msgspec.structs.replace(to, pos="ADP", tag="IN", dep="prep", head=rebel.head)
        found[index + 1] = msgspec.structs.replace(rebel, pos="NOUN", tag="NN", dep="compound", head=index + 2)
        found[index + 2] = msgspec.structs.replace(after, dep="pobj", head=index)
        return tuple(found)
    return tokens


@repair({"set"}, {"fire"}, {"on"})
def set_on_fire(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "set a hall on fire in Jos": it was set there, and the fire is no happening of its own."""
    found = list(tokens)
    for index, token in enumerate(tokens):
        fire = tokens[token.head]
        on = tokens[fire.head]
        verb = on.head
        if token.dep != "prep" or fire.lemma != "fire" or fire.dep != "pobj" or on.lemma != "on":
            continue
        if tokens[verb].lemma == "set" and verb < token.head < index:
            found[index] = msgspec.structs.replace(token, head=verb)
    return tuple(found) if found != list(tokens) else tokens
