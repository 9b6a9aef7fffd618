"""Deeds read as adjectives given back: "drivers in Maputo downed tools", "police used tear gas to drive back …"."""

from __future__ import annotations

import msgspec

from dateline.annotate.repair import repair
from dateline.model import Token

_NOUNS = frozenset({"NOUN", "PROPN"})


@repair(relations={"appos", "amod"})
def deed_given_back(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A participle before a noun that the parser set, with no comma, beside the one who did it."""
    for thing, token in enumerate(tokens):
        doer = token.head
        if token.dep != "appos" or token.pos not in _NOUNS or not doer < thing or tokens[doer].pos not in _NOUNS:
            continue
        deed = next((i for i in range(doer + 1, thing) if _is_deed(tokens, i, thing)), None)
        if deed is None or any(t.text in ",(–—-:;" for t in tokens[doer + 1 : deed]):
            continue
        return _told(tokens, doer, deed, thing)
    return tokens


def _is_deed(tokens: tuple[Token, ...], index: int, thing: int) -> bool:
    """Whether it is a participle of the thing with nothing before it of the same noun."""
    token = tokens[index]
    if token.dep != "amod" or token.tag not in ("VBN", "VBD") or not token.text.endswith("ed"):
        return False
    owner = token.head if token.head == thing else tokens[token.head].head
    first = min((i for i, t in enumerate(tokens) if t.head == thing), default=thing)
    return owner == thing and first >= index


def _told(tokens: tuple[Token, ...], doer: int, deed: int, thing: int) -> tuple[Token, ...]:
    """The tokens with the deed as the verb of the clause that its doer stood in."""
    found = list(tokens)
    above = tokens[doer]
    for i, token in enumerate(tokens):
        if i in (thing, deed) or i <= deed:
            continue
        if token.head == doer or (token.head == deed and token.dep != "amod"):
            found[i] = msgspec.structs.replace(token, head=deed, dep="advcl" if token.dep == "relcl" else token.dep)
    verb = tokens[above.head]
    purpose = above.dep == "nsubj" and any(
        t.head == above.head and t.dep == "aux" and t.text.casefold() == "to" for t in tokens[thing:]
    )
    if above.dep == "nsubj" and not purpose:
        return tokens
    if purpose:
        root = verb.head == above.head
        found[deed] = msgspec.structs.replace(
            tokens[deed], pos="VERB", tag="VBD", dep=verb.dep, head=deed if root else verb.head
        )
        found[above.head] = msgspec.structs.replace(verb, dep="xcomp", head=deed)
        for i, token in enumerate(tokens):
            if token.head == above.head and token.dep == "punct":
                found[i] = msgspec.structs.replace(token, head=deed)
    else:
        root = above.head == doer
        found[deed] = msgspec.structs.replace(
            tokens[deed], pos="VERB", tag="VBD", dep=above.dep, head=deed if root else above.head
        )
    found[doer] = msgspec.structs.replace(above, dep="nsubj", head=deed)
    found[thing] = msgspec.structs.replace(tokens[thing], dep="dobj", head=deed)
    return tuple(found)
