"""What rules out that two tellings are of one happening, though their slots would agree."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.extract.agreement import is_count, is_total
from dateline.extract.parties import Found
from dateline.extract.telling import Telling

_WAR = re.compile(r"inva|aggress|war(?:s|fare)?\b", re.IGNORECASE)
"""Words, or their beginnings, for what holds many deeds; no "warplanes"."""


def is_deed_in_war(one: Telling, other: Telling) -> bool:
    """ "the invasion", and "a missile strike that left 18 dead": a war, and a deed of some day in it."""
    if _WAR.match(one.trigger.exact) is None or _WAR.match(other.trigger.exact) is not None:
        return False
    if other.definite or is_total(other) or one.sentence == other.sentence:
        return False
    return bool(other.tolls) or (_has_scene(other) and not _has_scene(one) and not one.title)


def _has_scene(telling: Telling) -> bool:
    """Whether a town or a place in one is told, and not only a land."""
    return any(p.place.precision in ("site", "town") for p in telling.places)


_NOTE = re.compile(r"\[(\d+)\]\W*$")
"""The number of a note at the end of a sentence: where what it tells was found."""


def is_other_note(later: Telling, earlier: Telling) -> bool:
    """Whether two sentences each have a note of their own, as in a report that draws on one source a happening."""
    notes = [_NOTE.search(t.evidence.exact) for t in (later, earlier)]
    return all(notes) and len({n.group(1) for n in notes if n is not None}) > 1


def is_turned(one: Telling, other: Telling) -> bool:
    """Whether a force does in `one` what it suffers in `other`: an attack, and the answer to it."""
    fallen = any(_DOERS.search(t.count.who or "") for t in other.tolls)  # "13 of the attackers were also killed"
    if is_mutual(one) or is_mutual(other) or fallen:
        return False
    doing, suffering = _sides(one.actors), _sides(other.recipients)
    return bool((doing & suffering) - _sides(one.recipients) - _sides(other.actors))


def _sides(found: Sequence[Found]) -> set[str | None]:
    """The groups, and the countries of the states and forces."""
    groups = {f.party.id for f in found if f.kind == "group"}
    return (groups | {f.party.country for f in found if f.kind in ("force", "state")}) - {None}


_DOERS = re.compile(
    r"\b(?:attackers?|assailants?|raiders?|invaders?|terrorists?|militants?|bandits?|insurgents?|rebels?|jihadists?"
    r"|fighters|gunmen|extremists?|infiltrators?)\b",
    re.IGNORECASE,
)


def is_other_meeting(one: Telling, other: Telling) -> bool:
    """Whether two talks are of different parties, though one of them took part in both."""
    if one.type != "CONSULT" or other.type != "CONSULT":
        return False
    met = [
        {p.party.id or p.party.name for p in t.actors if p.party.id or p.kind == "person"} for t in (one, other)
    ]  # fmt: skip
    return min(map(len, met)) > 1 and len(met[0] & met[1]) < 2


_FALLEN = frozenset({"attacker", "attackers", "assailant", "assailants", "knifeman", "intruder", "intruders"})


def is_of_doers(one: Telling, other: Telling) -> bool:
    """Whether `one` counts fallen attackers, and `other` others who fell: no battle is told, and neither adds to it."""
    if is_mutual(one) or is_mutual(other) or one.title:
        return False
    fallen = [t.count.who or "" for t in one.tolls if t.property == "killed"]
    others = [t.count.who or "" for t in other.tolls if t.property == "killed"]
    if one.recipients and other.recipients and not other.title and not other.definite:
        words = [{r.party.text.casefold().split()[-1] for r in t.recipients} for t in (one, other)]
        if words[0] <= _FALLEN and not words[1] & _FALLEN:
            return True
    return (
        is_count(one)
        and all(map(bool, (fallen, others)))
        and all(map(_DOERS.search, fallen))
        and not any(map(_DOERS.search, others))
    )


_CAUSES = ("respon", "retaliat", "reveng", "aveng", "reprisal", "retribution", "anniversar", "commemorat")
"""Beginnings of words that govern an earlier happening: "in response to the killing of the leader"."""


def is_other_cause(one: Telling, other: Telling, parts: Mapping[str, float]) -> bool:
    """Whether `one` is what something was done in answer to, and hits someone whom `other` does not."""
    if not one.recipients or not other.recipients or parts["recipients"] > 0 or one.title:
        return False
    offset = one.evidence.start
    governors = (one.evidence.exact[at - offset : at - offset + 12].casefold() for at in one.above if at >= offset)
    return any(word.startswith(_CAUSES) for word in governors)


def is_of_another(later: Telling, earlier: Telling, parts: Mapping[str, float]) -> bool:
    """ "the double murder of the official", told after a strike on a depot: of a victim whom the other leaves out."""
    far = later.sentence - earlier.sentence
    own = later.definite and later.frames[0].toll == "killed" and bool(later.recipients)
    if not own or later.title or earlier.title or parts["recipients"] >= ONE or parts["toll"] >= ONE / 2:
        return False
    person = all(r.kind in ("person", "descriptor") for r in later.recipients)
    return person and far > 1 and (bool(earlier.recipients) or far > NEAR)


ONE = 0.8
"""How well recipients agree that may be the same, and not only of one side."""
NEAR = 6
"""Sentences back to which "the killing of the mayor" may be of an attack that names no victim."""


def is_mutual(telling: Telling) -> bool:
    """Whether it is told as a fight of two sides."""
    return telling.frames[0].mutual


_FINE = ("town", "site", "area", "position")


def is_owned_by_no_one(one: Telling, other: Telling) -> bool:
    """ "Chad denied reports that it struck Niger": a deed that its doer denies, and one that names no doer, are two.

    They are one where both name the same victim or town.
    """
    if one.voice is None or one.voice.stance != "denies" or not one.actors or other.actors or other.definite:
        return False
    if not one.recipients or not all(r.party.id for r in one.recipients):
        return False
    voice = {one.voice.name.casefold(), (one.voice.text or "").casefold()}
    own = any(a.party.name.casefold() in v or (a.party.text.casefold() in v) for a in one.actors for v in voice)
    stems = {a.party.name.casefold()[:5] for a in one.actors}  # "Qatar", "the Qatari Foreign Ministry"
    if not own and not any(stem in v for stem in stems for v in voice):
        return False
    towns = [{p.place.name for p in t.places if p.place.precision in _FINE} for t in (one, other)]
    hurt = [{r.party.name for r in t.recipients if r.kind != "state"} for t in (one, other)]
    return not (towns[0] & towns[1] or hurt[0] & hurt[1])
