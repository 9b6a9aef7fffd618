"""Parses of maritime notices mended: "Tanker hijacked 6 Apr off Somalia", where the ship does nothing."""

from __future__ import annotations

import msgspec

from dateline.annotate.repair import repair
from dateline.model import Token

_DEEDS = frozenset({"approach", "attack", "board", "chase", "fire", "hijack", "intercept", "rob", "seize"})
_SHIPS = frozenset((
    "barge", "boat", "bulker", "carrier", "coaster", "dhow", "ferry", "freighter", "ketch", "reefer", "ship", "sloop",
    "tanker", "trawler", "tug", "tugboat", "vessel", "yacht",
))  # fmt: skip
"""What is attacked rather than attacks; no warship is among them."""
_THERE = frozenset({"after", "at", "between", "during", "in", "near", "off", "outside", "underway", "while", "within"})
_MONTHS = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})


@repair(_DEEDS)
def ship_taken(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A bare ship, the deed, and then a day or a place: no object, so that it was done to the ship."""
    for at, token in enumerate(tokens):
        if token.lemma not in _DEEDS or token.tag not in ("VBD", "VBN") or not at:
            continue
        ship = next((i for i in range(at) if tokens[i].head == at and tokens[i].dep == "nsubj"), None)
        if ship is None or not _is_bare_ship(tokens, ship):
            continue
        after = at + 1
        if token.lemma == "fire":
            if after >= len(tokens) or tokens[after].text.casefold() not in ("on", "upon"):
                continue
            after += 1
        day = _day(tokens, after)
        if day is None and (after >= len(tokens) or tokens[after].text.casefold() not in _THERE):
            continue
        if any(t.head == at and t.dep in ("aux", "auxpass") for t in tokens):
            continue
        return _suffered(tokens, at, ship=ship, day=day)
    return tokens


def _is_bare_ship(tokens: tuple[Token, ...], ship: int) -> bool:
    """Whether the noun is a ship without an article: "Bulk carrier", "Two tankers", not "The tanker"."""
    return tokens[ship].lemma.casefold() in _SHIPS and not any(
        t.head == ship and t.dep in ("det", "poss") for t in tokens
    )


def _day(tokens: tuple[Token, ...], index: int) -> int | None:
    """Where the month stands of a day that begins here: "6 Apr", "April 6"; None where none begins."""
    words = [t.text.casefold()[:3] for t in tokens[index : index + 2]]
    if len(words) == 2 and words[0][:1].isdigit() and words[1] in _MONTHS:
        return index + 1
    return index if len(words) == 2 and words[0] in _MONTHS and words[1][:1].isdigit() else None


def _suffered(tokens: tuple[Token, ...], verb: int, *, ship: int, day: int | None) -> tuple[Token, ...]:
    """The tokens with the ship as what bears the verb, the day beside it, and "off Somalia" as where it was."""
    found = list(tokens)
    found[ship] = msgspec.structs.replace(tokens[ship], dep="nsubjpass")
    found[verb] = msgspec.structs.replace(tokens[verb], tag="VBN")
    if day is not None:
        found[day] = msgspec.structs.replace(tokens[day], head=verb, dep="npadvmod")
    for i in range(verb + 1, len(tokens)):
        token = tokens[i]
        if token.head != verb or i == day:
            continue
        if token.dep == "prt" and token.text.casefold() in _THERE:
            found[i] = msgspec.structs.replace(token, dep="prep", tag="IN")
        elif token.dep == "dobj" and tokens[verb + 1].dep == "prt":
            found[i] = msgspec.structs.replace(token, head=verb + 1, dep="pobj")
        elif token.dep == "dobj":
            found[i] = msgspec.structs.replace(token, dep="npadvmod")
    return tuple(found)
