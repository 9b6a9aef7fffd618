"""Who attacks whom on a page, so that an attack by nobody named, on one side of a war, is the other side's.

On a page of Russia's war on Ukraine, "fourteen missiles were fired at the Kyiv region" is Russia's doing. It is taken
only where all attacks on that side, told more than once, are by the same doers, and never against the telling's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from dateline.extract.agreement import period_of
from dateline.extract.doers import done_by
from dateline.extract.parties import Found
from dateline.extract.telling import Telling
from dateline.model import Actor, Party

TOLD = 2
"""Sentences of the page that tell of attacks on a side, all by the same doers, that make those the doers of all."""
NEAR = 60
"""Code points after the deed within which "by" and "from" lead to who it is that did it."""
_HAPPENED = frozenset({"actual", "ongoing"})
_NOBODYS = frozenset({"assault.blasts", "assault.die", "assault.goes-off", "assault.sets-fire", "assault.explosion"})
"""Frames of what may be nobody's attack."""
_STOPPED = "assault.intercept"
_UNKNOWN = re.compile(
    r"\b(?:un(?:known|identified|specified|claimed|clear)|suspected|alleged\w*|occupied|separatist\w*|accus\w+|blam\w+|"
    r"[\w-]*-(?:held|controlled|occupied))\b",
    re.IGNORECASE,
)
"""Words beside an attack by which its doer is not known, or may be another."""
_DOER = re.compile(r"\b(?:from|by (?!(?:artillery|shelling|missiles?|rockets?|mortars?|air|drones?|bombs?)\b))")
"""What tells of where weapons came from, or of who sent them."""
_BODIES = ("state", "force", "group", "organisation")
_OF_STATES = frozenset({"GOV", "MIL", "COP", "SPY", None})


def side(found: Found) -> str | None:
    """The state for what is its own, else the body itself; None for nobody known."""
    return found.party.country if found.party.id and found.party.sector in _OF_STATES else found.party.id


def by_the_enemy(groups: Sequence[list[Telling]], states: Mapping[str, Actor]) -> list[list[Telling]]:
    """The groups, an attack by nobody told with those who, as the page tells, attack that side.

    `states` gives actors by id.
    """
    told = [g for g in groups if _is_attack(g) and any(t.actors for t in g)]
    by_some = {t.sentence for g in told for t in g if t.actors}
    return [
        done_by(group, _enemy(group, told, states))
        if _is_open(group) and not any(t.sentence in by_some for t in group)
        else group
        for group in groups
    ]


def _is_attack(group: Sequence[Telling]) -> bool:
    mutual = any(f.mutual for t in group for f in t.frames)
    return group[0].type == "ASSAULT" and any(t.modality in _HAPPENED for t in group) and not mutual


def _is_open(group: Sequence[Telling]) -> bool:
    if not _is_attack(group) or any(t.actors for t in group) or {f.id for t in group for f in t.frames} <= _NOBODYS:
        return False
    return not any(_UNKNOWN.search(t.evidence.exact) or _tells_doer(t) for t in group)


def _tells_doer(telling: Telling) -> bool:
    after = telling.trigger.end - telling.evidence.start
    return _DOER.search(telling.evidence.exact, after, after + NEAR) is not None


def _sides(found: Iterable[Found]) -> frozenset[str]:
    return frozenset(s for f in found if (s := side(f)) is not None)


def _doing(group: Sequence[Telling]) -> frozenset[str]:
    return _sides(a for t in group for a in t.actors)


def _attacked(group: Sequence[Telling]) -> frozenset[str]:
    """The side attacked: of those it is told of, else of where it was."""
    return _met(group) or frozenset(p.place.country for t in group for p in (*t.places, *t.ground) if p.place.country)


def _met(group: Sequence[Telling]) -> frozenset[str]:
    met = [r for t in group for r in t.recipients]
    return _sides(met) or frozenset(r.party.country for r in met if r.party.country)


def _enemy(
    group: Sequence[Telling], told: Sequence[Sequence[Telling]], states: Mapping[str, Actor]
) -> tuple[Found, ...]:
    met = _attacked(group)
    there = [g for g in told if met <= _attacked(g)]
    if len(met) != 1 or (not _met(group) and any(met <= _doing(g) for g in there)):
        return ()
    beside = [g for g in told if any(t.block == group[0].block for t in g)]
    stopped = any(f.id == _STOPPED for t in group for f in t.frames)
    alike = beside if stopped else [g for g in there if _doing(g) and not _is_of(g, met)]
    sides = [_doing(g) for g in alike]
    every = frozenset[str]().union(*sides)
    apart = beside and not any(_doing(g) & every for g in beside)
    if every & met or every not in sides or not all(sides) or apart or _is_elsewhere(group, alike):
        return ()
    doers = _by_name(every, alike, states) if len({t.sentence for g in alike for t in g if t.actors}) >= TOLD else ()
    return doers if len(doers) == len(every) else ()


def _is_of(group: Sequence[Telling], met: frozenset[str]) -> bool:
    """Whether it is a deed of the side's own: a land's police against its people."""
    return any(a.party.country in met for t in group for a in t.actors)


def _by_name(
    every: frozenset[str], groups: Sequence[Sequence[Telling]], states: Mapping[str, Actor]
) -> tuple[Found, ...]:
    """Each of the sides once: the state itself before its army, and a state for its men."""
    told = [a for g in groups for t in g for a in t.actors if side(a) in every]
    told.sort(key=lambda a: _BODIES.index(a.kind) if a.kind in _BODIES else len(_BODIES))
    named = {side(a): a for a in reversed(told)}
    found: list[Found] = []
    for key, doer in named.items():
        state = states.get(f"state:{key}")
        if doer.kind in _BODIES:
            found.append(doer)
        elif state is not None:
            party = Party(
                name=state.name, text=doer.party.text, id=state.id, country=state.country, sector=state.sector
            )
            found.append(Found(party=party, quote=doer.quote, kind="state"))
    return tuple(found)


def _is_elsewhere(group: Sequence[Telling], alike: Sequence[Sequence[Telling]]) -> bool:
    """Whether it was over before the first of them began, or done in another land than that of those it befell."""
    own = [p.end for t in group if (p := period_of(t)) is not None]
    others = [p.start for g in alike for t in g if (p := period_of(t)) is not None]
    lands = {p.place.country for t in group for p in t.places if p.place.country}
    home = {r.party.country for t in group for r in t.recipients if r.party.country}
    return bool(own and others and max(own) < min(others)) or bool(home and lands - home)
