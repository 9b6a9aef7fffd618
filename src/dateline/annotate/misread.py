"""Parses mended where a part was misread: "occupied X" as a verb, "as" as a preposition, a place as who says."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.annotate.joined import whole
from dateline.annotate.repair import below, repair
from dateline.annotate.sayers import FINITE
from dateline.model import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_HELPS = frozenset({"aux", "auxpass"})
_NOUNS = ("NOUN", "PROPN")
_STATES = frozenset(
    {"annex", "batter", "besiege", "blockade", "bombard", "capture", "devastate", "embattle", "encircle", "liberate"}
    | {"occupy", "recapture", "retake", "ruin", "seize", "shatter", "surround"}
)
"""Verbs whose participle stands before a place: the state that it is in, and nothing that is told of it."""
_HELPERS = frozenset({"be", "do", "get", "have"})


@repair(_STATES, relations={"dobj"})
def state_of_a_place(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "shelled a school in occupied Donetsk": after a preposition or a verb stands what the place is, not a deed."""
    for index in range(1, len(tokens) - 1):
        token, before = tokens[index], tokens[index - 1]
        if token.lemma not in _STATES or token.tag not in ("VBD", "VBN") or below(tokens, index, _HELPS - {"aux"}):
            continue
        nouns = [i for i in below(tokens, index, {"dobj"}) if min(whole(tokens, i)) == index + 1]
        if not nouns or tokens[nouns[0]].pos not in _NOUNS:
            continue
        if before.pos == "ADP" and before.dep == "prep" and not below(tokens, index - 1, {"pobj", "pcomp"}):
            return _described(tokens, index, nouns[0], governor=index - 1, dep="pobj")
        deed = before.head == index and before.dep == "aux" and before.tag in FINITE and before.lemma not in _HELPERS
        if deed and below(tokens, index, _HELPS) == [index - 1]:
            return _described(tokens, index, nouns[0], governor=index - 1, dep="dobj")
    return tokens


def _described(tokens: tuple[Token, ...], state: int, noun: int, *, governor: int, dep: str) -> tuple[Token, ...]:
    """The tokens with the participle below its noun, and all else that hung on it on the verb above."""
    found = list(tokens)
    over = governor if dep == "dobj" else tokens[governor].head
    if over == state:
        return tokens
    for i, token in enumerate(tokens):
        if token.head == state and i not in (state, noun, governor):
            found[i] = msgspec.structs.replace(token, head=over)
    if dep == "dobj":
        own = tokens[state]
        head = governor if own.head == state else own.head
        found[governor] = msgspec.structs.replace(tokens[governor], pos="VERB", dep=own.dep, head=head)
    found[noun] = msgspec.structs.replace(tokens[noun], dep=dep, head=governor)
    found[state] = msgspec.structs.replace(tokens[state], pos="ADJ", tag="JJ", dep="amod", head=noun)
    return tuple(found)


@repair({"as", "after", "before", "since", "until"}, relations={"pobj", "conj"})
def clause_after_as(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "were hurt as militants of the bloc shelled the port": the militants shelled it, "as" opens their clause."""
    for opener, token in enumerate(tokens):
        if token.dep != "prep" or token.text.casefold() not in ("as", "after", "before", "since", "until"):
            continue
        for noun in below(tokens, opener, {"pobj"}):
            verb = max(whole(tokens, noun)) + 1
            if verb >= len(tokens) or tokens[verb].tag not in FINITE or tokens[verb].dep != "conj":
                continue
            if below(tokens, verb, _SUBJECTS | _HELPS) or tokens[noun].pos not in _NOUNS:
                continue
            if token.head in whole(tokens, verb) or opener in whole(tokens, verb):
                continue
            found = list(tokens)
            found[verb] = msgspec.structs.replace(tokens[verb], dep="advcl", head=token.head)
            found[opener] = msgspec.structs.replace(token, pos="SCONJ", dep="mark", head=verb)
            found[noun] = msgspec.structs.replace(tokens[noun], dep="nsubj", head=verb)
            return tuple(found)
    return tokens


_SAYING = frozenset({"add", "announce", "confirm", "report", "say", "state", "tell"})
_LOCATING = frozenset({"in", "at", "near", "of", "on", "from", "outside"})


@repair(_SAYING, relations={"appos", "pobj", "ccomp"})
def place_before_sayer(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "killed in Beni, eastern Congo, a local chief and a group said": Congo says nothing, the chief and group do.

    What stands beside a name ends with a comma; what goes on to the verb is who speaks.
    """
    for cue, token in enumerate(tokens):
        if token.lemma not in _SAYING or token.tag not in FINITE or tokens[cue - 1].text == ",":
            continue
        subjects = [i for i in below(tokens, cue, {"nsubj"}) if i < cue]
        if len(subjects) != 1 or tokens[subjects[0]].pos != "PROPN" or not below(tokens, cue, {"ccomp"}):
            continue
        place = subjects[0]
        speakers = [i for i in below(tokens, place, {"appos"}) if i > place and tokens[i].pos == "NOUN"]
        first = min(whole(tokens, place))
        if len(speakers) != 1 or first < 2 or tokens[first - 1].text != "," or not _is_located(tokens, first - 2):
            continue
        span = whole(tokens, speakers[0])
        if tokens[min(span) - 1].text != "," or any(t.text == "," for t in tokens[max(span) : cue]):
            continue
        found = list(tokens)
        found[speakers[0]] = msgspec.structs.replace(tokens[speakers[0]], dep="nsubj", head=cue)
        found[place] = msgspec.structs.replace(tokens[place], dep="appos", head=first - 2)
        return tuple(found)
    return tokens


def _is_located(tokens: Sequence[Token], noun: int) -> bool:
    """Whether the noun ends a phrase that says where."""
    over = tokens[tokens[noun].head]
    return tokens[noun].pos in _NOUNS and tokens[noun].dep == "pobj" and over.lemma in _LOCATING


_DONE_BY_A_MAN = frozenset(
    {"ambush", "attack", "injure", "kidnap", "kill", "murder", "ram", "shoot", "stab", "strike", "throw", "wound"}
)


@repair(_DONE_BY_A_MAN, {"a", "an", "one"}, relations={"amod", "dobj"})
def one_of_a_people(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "A Kenyan stabbed and wounded a guard": the name of a people, read as what the deed is like, is who did it."""
    for verb in range(2, len(tokens)):
        token, who, one = tokens[verb], tokens[verb - 1], tokens[verb - 2]
        if token.lemma not in _DONE_BY_A_MAN or token.tag not in ("VBD", "VBN") or token.pos != "VERB":
            continue
        named = who.head == verb and who.dep == "amod" and who.tag in ("JJ", "NNP") and who.text[0].isupper()
        if not named or one.text.casefold() not in ("a", "an", "one") or one.head not in (verb, verb - 1):
            continue
        if below(tokens, verb, _SUBJECTS | _HELPS) or token.dep not in ("ROOT", "ccomp", "conj"):
            continue
        if not any(below(tokens, v, {"dobj"}) for v in (verb, *below(tokens, verb, {"conj"}))):
            continue
        found = list(tokens)
        found[verb] = msgspec.structs.replace(token, tag="VBD")
        found[verb - 1] = msgspec.structs.replace(who, pos="NOUN", tag="NN", dep="nsubj")
        found[verb - 2] = msgspec.structs.replace(one, head=verb - 1)
        return tuple(found)
    return tokens
