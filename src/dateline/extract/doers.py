"""Who did what a page tells in the passive: arrests of which the police speak, measures of those who took power."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.agreement import period_of
from dateline.extract.parties import Found, from_mention
from dateline.extract.scene import Scene
from dateline.extract.telling import Telling

REACH = 8
"""Sentences back to which a doer is looked for."""
_POLICE = frozenset({"COP"})
_MEASURES = frozenset({"curfew", "restrict", "martial-law"})
_TAKING_POWER = "coerce.takeover"
_STOPPED = "assault.intercept"
_HAPPENED = frozenset({"actual", "ongoing"})


def with_doers(groups: Sequence[list[Telling]], scenes: Sequence[Scene]) -> list[list[Telling]]:
    """The groups, each arrest or measure by nobody told with the police, or the new rulers, whose act it was."""
    return [_of_the_held(done_by(group, _doers(group, groups, scenes)), groups) for group in groups]


def _of_the_held(group: list[Telling], groups: Sequence[Sequence[Telling]]) -> list[Telling]:
    """ "They were let go": those who were held, as the page has just told, and not those who held them."""
    at = next((i for i, t in enumerate(group) if not t.title), 0)
    first = group[at]
    if first.type != "RETREAT" or first.mode != "release" or not first.recipients:
        return group
    if any(r.party.sector not in _HOLDERS or r.quote.start >= first.evidence.start for r in first.recipients):
        return group
    held = [
        t for g in groups for t in g
        if t.type in ("COERCE", "ASSAULT") and t.mode in ("arrest", "abduct") and t.recipients
        and 0 <= first.sentence - t.sentence <= 2
    ]  # fmt: skip
    if not held:
        return group
    meant = max(held, key=lambda t: t.position).recipients
    return [*group[:at], msgspec.structs.replace(first, recipients=meant), *group[at + 1 :]]


_HOLDERS = frozenset({"COP", "MIL", "GOV"})


def _doers(group: Sequence[Telling], groups: Sequence[Sequence[Telling]], scenes: Sequence[Scene]) -> tuple[Found, ...]:
    if group[0].frames[0].id == _STOPPED and not any(t.actors for t in group):
        return _senders(group, groups)
    if group[0].mode == "abduct" and not any(t.actors for t in group):
        return _captors(group, groups)
    if group[0].type != "COERCE" or any(t.actors or t.modality not in _HAPPENED for t in group):
        return ()
    if any(t.mode == "arrest" for t in group):
        return _speaking(group, scenes) or _police_before(group, groups)
    if any(t.mode in _MEASURES for t in group):
        return _rulers(group, groups)
    return ()


def _captors(group: Sequence[Telling], groups: Sequence[Sequence[Telling]]) -> tuple[Found, ...]:
    """ "Soldiers freed 18 hostages and killed two gunmen": whom those fight who free the taken."""
    taken = [g for g in groups if g[0].mode == "abduct"]
    freed = {t.sentence for g in groups for t in g if t.mode == "release" and t.actors}
    if len(taken) > 1 or not freed or not all(t.modality in _HAPPENED for t in group):
        return ()
    fights = [t for g in groups for t in g if t.type == "ASSAULT" and g is not group]
    beside = [t for t in fights if min(abs(t.sentence - s) for s in freed) <= 1]
    return tuple(r for t in beside for r in t.recipients if r.party.sector in _ARMED)[:1]


_ARMED = frozenset({"UAF", "REB", "CRM"})


def _senders(group: Sequence[Telling], groups: Sequence[Sequence[Telling]]) -> tuple[Found, ...]:
    """ "Chad fired drones at its neighbours. Niger intercepted nine": who sent some alike, by the sentence before."""
    first = _first(group)
    if first.title or len({t.sentence for t in group}) > 1 or _FROM.search(first.evidence.exact):
        return ()
    modes = {w.mode for t in group for w in t.weapons}
    before = [
        t for g in groups for t in g
        if t.type == "ASSAULT" and modes & {w.mode for w in t.weapons} and t.modality in _HAPPENED
        and first.sentence - t.sentence == 1 and t.block == first.block
    ]  # fmt: skip
    senders = {a.party.id: a for t in before for a in t.actors}
    days = [{p for t in one if (p := period_of(t)) is not None} for one in (before, group)]
    met = {r.party.country for t in group for r in t.recipients}
    apart = any(days) and not days[0] & days[1]
    one = len(senders) == 1 and None not in senders and all(t.actors for t in before) and not apart
    return tuple(a for a in senders.values() if one and a.party.country not in met)


_FROM = re.compile(r"\b(?:from|by)\b")
"""What tells of where weapons came from, or of who sent them."""


def _speaking(group: Sequence[Telling], scenes: Sequence[Scene]) -> tuple[Found, ...]:
    """The police who say so: "Two men were arrested, police said"."""
    for telling in group:
        if telling.voice is None or telling.voice.stance != "reports":
            continue
        scene = next(s for s in scenes if s.number == telling.sentence)
        for words in telling.voice.evidence:
            for mention in scene.actors:
                if words.start <= mention.start < words.end and mention.actor.sector in _POLICE:
                    return (from_mention(scene.text, mention),)
    return ()


def _police_before(group: Sequence[Telling], groups: Sequence[Sequence[Telling]]) -> tuple[Found, ...]:
    """The police who broke up the gathering after which people were held, on the same day."""
    first = _first(group)
    days = {p for t in group if (p := period_of(t)) is not None}
    for other in groups:
        near = any(0 <= first.sentence - t.sentence <= REACH for t in other)
        if not near or other[0].type not in ("ASSAULT", "COERCE") or other is group:
            continue
        if days and not days & {p for t in other if (p := period_of(t)) is not None}:
            continue
        if police := tuple(a for t in other for a in t.actors if _is_police(a)):
            return police[:1]
    return ()


def _is_police(found: Found) -> bool:
    return found.party.sector in _POLICE or "police" in found.party.name.casefold().split()


def _rulers(group: Sequence[Telling], groups: Sequence[Sequence[Telling]]) -> tuple[Found, ...]:
    """Those who, as the page tells before, took power or dissolved the government."""
    first = _first(group)
    for other in groups:
        taken = any(f.id == _TAKING_POWER for t in other for f in t.frames)
        if taken and (first.title or any(0 <= first.sentence - t.sentence <= REACH for t in other)):
            return next((t.actors for t in other if t.actors), ())
    return ()


def _first(group: Sequence[Telling]) -> Telling:
    return next((t for t in group if not t.title), group[0])


def done_by(group: list[Telling], doers: tuple[Found, ...]) -> list[Telling]:
    """The group with those who did it, where there are any."""
    at = next((i for i, t in enumerate(group) if not t.title), 0)
    if not doers:
        return group
    return [*group[:at], msgspec.structs.replace(group[at], actors=doers), *group[at + 1 :]]
