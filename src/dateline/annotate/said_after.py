"""Parses mended where whoever says something was read as an adverb, or as one more thing in the clause before."""

from __future__ import annotations

import msgspec

from dateline.annotate.repair import below, repair
from dateline.model import Token

_SAYING = frozenset(
    {"add", "announce", "claim", "confirm", "explain", "insist", "note", "report", "say", "state", "warn"}
)
_SPOKE = frozenset({"VBD", "VBZ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


@repair(_SAYING, relations={"advmod"})
def name_that_opens(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Baerbock said that …": a name that opens the sentence, right before the verb, read as an adverb."""
    opens = len(tokens) > 1 and tokens[0].tag == "NNP" and tokens[0].dep == "advmod" and tokens[0].head == 1
    if not opens or tokens[1].lemma not in _SAYING or tokens[1].tag not in _SPOKE or below(tokens, 1, _SUBJECTS):
        return tokens
    return (msgspec.structs.replace(tokens[0], dep="nsubj"), *tokens[1:])


@repair(_SAYING, {"and", "while", "but"}, relations={"conj"})
def next_speaker(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "X said it would defend the town and its army said …": the army says, and is no more of what is defended."""
    for cue in range(3, len(tokens)):
        token, noun = tokens[cue], tokens[cue - 1]
        if token.lemma not in _SAYING or token.tag not in _SPOKE or below(tokens, cue, _SUBJECTS):
            continue
        if noun.dep != "conj" or noun.pos not in ("NOUN", "PROPN") or not below(tokens, cue, {"ccomp"}):
            continue
        joins = [i for i in below(tokens, noun.head, {"cc"}) if noun.head < i < cue]
        above = token.head if token.head < cue else cue
        if not joins or above == cue or tokens[above].pos != "VERB":
            continue
        found = list(tokens)
        found[cue - 1] = msgspec.structs.replace(noun, dep="nsubj", head=cue)
        found[cue] = msgspec.structs.replace(token, dep="conj", head=above)
        found[joins[-1]] = msgspec.structs.replace(tokens[joins[-1]], head=above)
        return tuple(found)
    return tokens
