"""Parties of which another word on the page says more: a bare "dozens", "the block" beside "a nine-storey block"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from dateline.extract.parties import Found
from dateline.extract.telling import Telling

_VAGUE = re.compile(
    r"(?:a\s+)?(?:dozens?|scores|hundreds|thousands|several|many|more|some|others)|\d[\d,.]*|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve",
    re.IGNORECASE,
)


def said_better(telling: Telling, group: Sequence[Telling]) -> list[Found]:
    """The recipients of the telling that another of the happening names more fully."""
    names = {r.party.name for t in group for r in t.recipients}
    counted = {name for name in names if _VAGUE.fullmatch(name)}
    whole = names - counted
    return [
        r for r in telling.recipients
        if (r.party.name in counted and whole)
        or ((r.kind == "object" or _is_bare(r)) and any(_is_fuller(n, r.party.name) for n in whole))
        or is_surname(r, whole)
        or (r.kind == "descriptor" and _is_once_in_office(r.party.name, whole))
        or _is_some_land(r, telling, group)
        or (telling.title and _is_some_crowd(r, group))
    ]  # fmt: skip


def _is_some_land(party: Found, telling: Telling, group: Sequence[Telling]) -> bool:
    """ "an African country" beside "Chad": one that has no name, where the state is named on which it was done."""
    words = party.party.name.casefold().split()
    if party.party.id is not None or words[-1] not in ("country", "nation") or len(words) > 2:
        return False
    apart = words[0] in ("another", "other", "second", "third")
    return not apart and any(r.kind == "state" for t in group if t is not telling for r in t.recipients)


def _is_some_crowd(party: Found, group: Sequence[Telling]) -> bool:
    """ "a market crowd" in a title, where the text names whose people they are."""
    if party.party.id is not None or party.party.name.casefold().split()[-1:] not in (["crowd"], ["crowds"], ["queue"]):
        return False
    return any(r.party.country and r.kind != "person" for t in group if not t.title for r in t.recipients)


def _is_bare(party: Found) -> bool:
    """ "fighters" beside "Hutu fighters", "authorities" beside "Malian authorities"."""
    plain = party.kind == "descriptor" and party.party.country is None and party.party.id is None
    return plain and " " not in party.party.name


def is_surname(party: Found, names: Collection[str]) -> bool:
    """ "Lee" beside "Ann Lee": one and the same."""
    alone = party.kind == "person" and party.party.id is None and " " not in party.party.name
    return (alone and any(n.endswith(f" {party.party.name}") for n in names)) or _is_title_of(party, names)


def _is_title_of(party: Found, names: Collection[str]) -> bool:
    """ "Russian billionaire" beside "Russian billionaire Ann Lee": what she is, told with her name."""
    if party.kind != "descriptor" or party.party.id is not None:
        return False
    rest = [n[len(party.party.name) :] for n in names if n.startswith(f"{party.party.name} ")]
    return any(all(w[:1].isupper() for w in r.split()) for r in rest)


def _is_fuller(name: str, short: str) -> bool:
    """ "nine-storey block" beside "block", both words for a thing; no name, and nothing of it ("roof of the block")."""
    return short.islower() and name.casefold().endswith(f" {short}") and " of " not in name


_ONCE = re.compile(r"(?:the\s+)?(?:ex-|ex\s|former\s)(?P<office>[\w-]+)(?P<name>(?:\s.*)?)", re.IGNORECASE)


def _is_once_in_office(short: str, names: Collection[str]) -> bool:
    """ "ex-minister" in a title, beside "former transport minister Ada Kolo": one and the same."""
    told = _ONCE.fullmatch(short)
    if told is None or told["name"]:
        return False
    longer = (n.casefold() for n in names if len(n) > len(short) and n[-1:].isalpha())
    word = re.compile(rf"(?:ex-|ex\s|former\s)(?:[\w-]+\s)*?{re.escape(told['office'].casefold())}\s\w")
    return any(word.match(n) for n in longer)
