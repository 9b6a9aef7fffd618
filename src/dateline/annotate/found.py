"""Parses mended where the found are read as doers, or the seen as idle: "found Lee shot", "seen burning houses"."""

from __future__ import annotations

import msgspec

from dateline.annotate.repair import below, repair
from dateline.model import Token

_HARMED = frozenset(
    {"shoot", "stab", "beat", "kill", "murder", "wound", "injure", "behead", "strangle", "hack", "hang", "bind", "gag"}
)
_DOING = frozenset({"dobj", "aux", "auxpass", "mark", "nsubjpass"})


@repair({"find"}, _HARMED, relations={"ccomp", "nsubj"})
def found_harmed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Officers found a man shot to death": he was shot, and shot nobody."""
    for verb, token in enumerate(tokens):
        if token.dep != "ccomp" or token.lemma not in _HARMED or token.tag not in ("VBD", "VBN"):
            continue
        subjects = below(tokens, verb, {"nsubj"})
        if tokens[token.head].lemma != "find" or len(subjects) != 1 or below(tokens, verb, _DOING):
            continue
        found = list(tokens)
        found[verb] = msgspec.structs.replace(token, tag="VBN")
        found[subjects[0]] = msgspec.structs.replace(tokens[subjects[0]], dep="nsubjpass")
        return tuple(found)
    return tokens


_WATCHED = frozenset({"see", "film", "photograph", "record", "catch", "spot", "capture", "observe"})


@repair(_WATCHED, relations={"nsubjpass", "amod", "dobj"})
def seen_doing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Soldiers were seen burning houses": they burned them, and were no burning houses."""
    for doing, token in enumerate(tokens):
        thing = token.head
        verb = tokens[thing].head
        if token.tag != "VBG" or token.dep != "amod" or tokens[thing].dep != "dobj" or doing != verb + 1:
            continue
        if tokens[verb].lemma not in _WATCHED or not below(tokens, verb, {"nsubjpass"}):
            continue
        found = list(tokens)
        found[doing] = msgspec.structs.replace(token, dep="xcomp", head=verb, pos="VERB", lemma=_bare(token))
        found[thing] = msgspec.structs.replace(tokens[thing], head=doing)
        return tuple(found)
    return tokens


def _bare(token: Token) -> str:
    """The verb of a participle that the parser has read as an adjective."""
    word = token.text.casefold()
    if token.lemma != word:
        return token.lemma
    stem = word.removesuffix("ing")
    return stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "sl" else stem
