"""Who is blamed for what was told: "The ministry blamed the rebels for it" names a doer, by the ministry's word."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.echoes import REACH
from dateline.extract.leading import is_recalled
from dateline.extract.parties import Found
from dateline.extract.telling import Telling
from dateline.model import Voice, VoiceKind
from dateline.model.lexicon import Lexicon

_FOR = re.compile(
    r"\b(?:for|over)\s+(?:(?P<it>it|this|that|both|them)\b|(?:the|this|that|these|those|[\w-]+day['’]s)\s+"
    r"(?P<deed>(?:[\w-]+\s+){0,3}[\w-]+))"
    r"|\bof\s+(?P<behind>being\s+behind|carrying\s+(?:it\s+)?out|staging|perpetrating|orchestrating|masterminding|planning)\b",
    re.IGNORECASE,
)
_BLAMING = frozenset({"accuse.accuse", "accuse.point-at"})
_BARE = ("blam", "hold", "held", "point")
_ELSE = re.compile(r"\b(?:for|over|saying)\b", re.IGNORECASE)
"""What leads to that for which somebody is blamed."""
_OFFICES = frozenset({"GOV", "COP", "LEG", "JUD"})


def held_for_it(groups: Sequence[list[Telling]], lexicon: Lexicon) -> list[list[Telling]]:
    """The groups, an attack by nobody known with whom a later sentence blames for it."""
    kept = [list(group) for group in groups]
    for group in groups:
        for telling in group:
            if not telling.recipients or telling.title or all(f.id not in _BLAMING for f in telling.frames):
                continue
            home = _home(telling, kept) if _is_for_deed(telling, lexicon) else None
            if home is not None:
                home.append(_by(telling, home))
    return kept


def _is_for_deed(telling: Telling, lexicon: Lexicon) -> bool:
    """Whether the blame is for a deed already told, and not for one that the words tell themselves."""
    begin = max(0, telling.trigger.end - telling.evidence.start)
    match = _FOR.search(telling.evidence.exact, begin)
    if telling.modality != "actual":
        return False
    if match is None:
        return _is_bare(telling, telling.evidence.exact[begin:])
    deed = (match["deed"] or "").casefold().split()
    return bool(match["it"] or match["behind"]) or any(w in lexicon.pointing for w in deed)


def _is_bare(telling: Telling, rest: str) -> bool:
    """ "The ministry blamed the rebels again", "pointed at the rebels": for what was told.

    Offices at home are blamed for much else.
    """
    blames = telling.trigger.exact.casefold().startswith(_BARE)
    at_home = any(f.party.sector in _OFFICES and f.party.id is None for f in telling.recipients)
    return blames and not at_home and _ELSE.search(rest) is None


def _home(telling: Telling, groups: Sequence[list[Telling]]) -> list[Telling] | None:
    """The attack told last before it, none of whose doers is known by more than "gunmen".

    One that is only recalled comes after all others.
    """
    before = [
        (not is_recalled(g, groups), max(t.position for t in g if not t.title and t.position < telling.position), g)
        for g in groups
        if g[0].type == "ASSAULT" and any(t.modality == "actual" for t in g)
        and any(not t.title and t.position < telling.position and telling.sentence - t.sentence <= REACH for t in g)
    ]  # fmt: skip
    home = max(before, key=lambda b: b[:2])[2] if before else None
    return home if home is not None and not any(_is_known(a) for t in home for a in t.actors) else None


def _is_known(found: Found) -> bool:
    """Whether a party is named, or at least of a country."""
    return found.kind != "descriptor" or found.party.id is not None or found.party.country is not None


def _by(telling: Telling, home: Sequence[Telling]) -> Telling:
    """A telling that says no more than who is held to have done it, and who says so."""
    voice = telling.voice
    if telling.actors:
        speaker = telling.actors[0]
        kind: VoiceKind = "official" if speaker.party.sector in ("GOV", "MIL", "COP") else "unknown"
        voice = Voice(
            name=speaker.party.name, kind=kind, stance="accuses", text=speaker.party.text, evidence=(speaker.quote,),
            via=telling.voice,
        )  # fmt: skip
    return msgspec.structs.replace(
        telling, type=home[0].type, mode=None, frames=home[0].frames, actors=telling.recipients, recipients=(),
        times=(), told=(), places=(), tolls=(), weapons=(), weak=True, voice=voice, fellows=(), modality="actual",
        modality_why="held to have done it",
    )  # fmt: skip
