"""Parses mended where a prefix with a hyphen was taken for a noun of its own: "arrested the ex-minister"."""

from __future__ import annotations

import msgspec

from dateline.annotate.repair import repair
from dateline.model import Token

_PREFIXES = frozenset({"ex", "vice", "co"})
_NOUNS = ("NOUN", "PROPN")


@repair(_PREFIXES, {"-"})
def prefix_of_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The prefix and its hyphen hang on the noun behind them, which takes what hung on them, and their place."""
    found = list(tokens)
    for at in range(len(tokens) - 2):
        noun = at + 2
        prefix, hyphen = found[at], found[at + 1]
        tight = prefix.end == hyphen.start and hyphen.end == found[noun].start
        if prefix.text.casefold() not in _PREFIXES or hyphen.text != "-" or not tight or found[noun].pos not in _NOUNS:
            continue
        own = (at, at + 1, noun)
        outer = next((i for i in (noun, at, at + 1) if found[i].head not in own or found[i].head == i), None)
        if outer is None:
            continue
        if outer != noun:
            top = noun if found[outer].head == outer else found[outer].head
            found[noun] = msgspec.structs.replace(found[noun], head=top, dep=found[outer].dep)
        top = found[noun].head if found[noun].dep == "compound" else noun
        for i, token in enumerate(found):
            if i not in own and token.head in (at, at + 1) and i != top:
                found[i] = msgspec.structs.replace(token, head=top)
        found[at] = msgspec.structs.replace(prefix, head=noun, dep="compound")
        found[at + 1] = msgspec.structs.replace(hyphen, head=noun, dep="punct", pos="PUNCT", tag="HYPH")
    return tuple(found) if found != list(tokens) else tokens
