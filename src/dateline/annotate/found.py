"""Parses mended where those who were found hurt are read as having done it: "found Ann Lee shot to death"."""

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
