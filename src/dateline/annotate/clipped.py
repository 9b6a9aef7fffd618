"""Parses of clipped sentences mended: notices that leave articles and commas out, as watch-keepers write them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.annotate.repair import below, repair
from dateline.model import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_COUNTED = frozenset({"det", "nummod", "amod"})


@repair(relations={"amod"})
def verb_before_bare_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "One robber boarded anchored vessel": a verb read as an adjective, with its own subject counted before it."""
    root = next((i for i, t in enumerate(tokens) if t.head == i), None)
    if root is None or tokens[root].pos not in _NOUNS:
        return tokens
    for verb in range(1, root):
        token, thing, doer = tokens[verb], tokens[verb].head, verb - 1
        if token.dep != "amod" or token.tag not in ("VBN", "VBD") or tokens[doer].head != verb:
            continue
        own = tokens[doer].dep == "nsubj" or below(tokens, doer, _COUNTED)
        if not own or tokens[doer].pos not in _NOUNS or tokens[thing].pos not in _NOUNS:
            continue
        found = list(tokens)
        for i, other in enumerate(tokens):
            if other.head == thing and (i < doer or other.dep in ("punct", "prep")):
                found[i] = msgspec.structs.replace(other, head=verb)
        found[root] = msgspec.structs.replace(tokens[root], dep="dep", head=verb)
        found[thing] = msgspec.structs.replace(tokens[thing], dep="dobj", head=verb)
        found[doer] = msgspec.structs.replace(tokens[doer], dep="nsubj")
        found[verb] = msgspec.structs.replace(token, pos="VERB", tag="VBD", dep="ROOT", head=verb)
        return tuple(found)
    return tokens


@repair(relations={"advcl"})
def object_given_back(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Robbers boarded a yacht berthed at the pier": what the verb is done to, read as subject of a participle."""
    for participle, token in enumerate(tokens):
        verb = token.head
        if token.dep != "advcl" or token.tag != "VBN" or verb >= participle or tokens[verb].pos != "VERB":
            continue
        if tokens[verb].tag not in ("VBD", "VBZ", "VBP") or below(tokens, verb, frozenset({"dobj"})):
            continue
        if below(tokens, participle, frozenset({"mark", "aux", "auxpass", "advmod", "cc"})):
            continue
        nouns = below(tokens, participle, frozenset({"nsubj", "nsubjpass"}))
        if len(nouns) != 1 or not verb < nouns[0] == participle - 1 or not _follows(tokens, verb, nouns[0]):
            continue
        found = list(tokens)
        found[nouns[0]] = msgspec.structs.replace(tokens[nouns[0]], dep="dobj", head=verb)
        found[participle] = msgspec.structs.replace(token, dep="acl", head=nouns[0])
        return tuple(found)
    return tokens


@repair()
def subject_given_back(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "A yacht anchored in the bay was boarded": the yacht was, and no clause that it anchored."""
    for participle, token in enumerate(tokens):
        if token.dep not in ("nsubj", "nsubjpass", "csubj", "csubjpass") or token.tag not in ("VBN", "VBD"):
            continue
        nouns = below(tokens, participle, frozenset({"nsubj", "nsubjpass"}))
        if len(nouns) != 1 or nouns[0] != participle - 1 or token.head < participle or tokens[nouns[0]].pos == "PRON":
            continue
        if below(tokens, participle, frozenset({"mark", "aux", "auxpass", "dobj"})):
            continue
        found = list(tokens)
        passive = below(tokens, token.head, frozenset({"auxpass"}))
        dep = "nsubjpass" if passive else "nsubj"
        found[nouns[0]] = msgspec.structs.replace(tokens[nouns[0]], dep=dep, head=token.head)
        found[participle] = msgspec.structs.replace(token, dep="acl", tag="VBN", head=nouns[0])
        return tuple(found)
    return tokens


_LEADING = frozenset({"after", "before", "since", "until"})


@repair(_LEADING, relations={"advcl", "pobj"})
def clause_given_back(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "a week after a trader, Joseph Moyo, was beaten": what was read as the object of "after" is who was beaten."""
    for verb, token in enumerate(tokens):
        if token.dep != "advcl" or token.pos != "VERB":
            continue
        finite = token.tag == "VBD" or any(tokens[a].tag == "VBD" for a in below(tokens, verb, _HELPERS))
        if not finite or below(tokens, verb, _OWN_SUBJECT):
            continue
        leading = [i for i in below(tokens, token.head, frozenset({"prep"})) if i < verb]
        if not leading or tokens[leading[-1]].text.casefold() not in _LEADING:
            continue
        nouns = below(tokens, leading[-1], frozenset({"pobj"}))
        if len(nouns) != 1 or tokens[nouns[0]].pos not in _NOUNS or nouns[0] > verb:
            continue
        found = list(tokens)
        passive = bool(below(tokens, verb, frozenset({"auxpass"})))
        found[nouns[0]] = msgspec.structs.replace(tokens[nouns[0]], dep="nsubjpass" if passive else "nsubj", head=verb)
        found[leading[-1]] = msgspec.structs.replace(tokens[leading[-1]], dep="mark", head=verb)
        return tuple(found)
    return tokens


_HELPERS = frozenset({"aux", "auxpass"})
_OWN_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark"})


@repair(relations={"appos", "prep"})
def doer_taken_for_aside(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "On Friday off Samarinda, East anchorage, two men boarded a barge": no comma ends what was read as an aside."""
    for verb, token in enumerate(tokens):
        if token.pos != "VERB":
            continue
        helpers = below(tokens, verb, _HELPERS)
        if token.tag != "VBD" and not helpers:
            continue
        first = min((verb, *helpers))
        subjects = [i for i in below(tokens, verb, frozenset({"nsubj", "nsubjpass"})) if i < verb]
        asides = [a for s in subjects for a in below(tokens, s, frozenset({"appos"})) if _reaches(tokens, a, first)]
        if not asides or not _opens_after_phrase(tokens, subjects[0], verb):
            continue
        subject, aside = subjects[0], asides[0]
        start = min((i for i in range(aside + 1) if _top(tokens, i, aside)), default=aside)
        if start == 0 or tokens[start - 1].text != "," or tokens[aside].pos != "NOUN":
            continue
        found = list(tokens)
        found[subject] = msgspec.structs.replace(tokens[subject], dep="npadvmod")
        found[aside] = msgspec.structs.replace(tokens[aside], dep=tokens[subject].dep, head=verb)
        return tuple(found)
    return tokens


def _opens_after_phrase(tokens: Sequence[Token], subject: int, verb: int) -> bool:
    """Whether a phrase of the verb and a comma stand before the bare subject ("In the strait, North buoy, …")."""
    start = min((i for i in range(subject + 1) if _top(tokens, i, subject)), default=subject)
    before = [t for t in tokens[:start] if t.head == verb and t.dep == "prep"]
    bare = not any(t.head == subject and t.dep in ("det", "poss", "nummod") for t in tokens)
    return bool(before) and bare and start > 0 and tokens[start - 1].text == ","


def _follows(tokens: Sequence[Token], verb: int, noun: int) -> bool:
    """Whether nothing but the noun's own words stands between the verb and it."""
    return all(_top(tokens, i, noun) for i in range(verb + 1, noun))


def _reaches(tokens: Sequence[Token], noun: int, verb: int) -> bool:
    """Whether the noun's own words, without a comma, run up to the verb ("four men armed with knives boarded")."""
    return noun < verb and all(_top(tokens, i, noun) and tokens[i].text != "," for i in range(noun, verb))


def _top(tokens: Sequence[Token], index: int, over: int) -> bool:
    steps = 0
    while index != over and tokens[index].head != index and steps < len(tokens):
        index, steps = tokens[index].head, steps + 1
    return index == over
