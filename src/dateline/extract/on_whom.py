"""On whom a deed is done whose own words do not say it: those on whom the passage, or the whole page, tells it done.

Russia's "massive rocket attack", on a page of Russia's war on Ukraine, was on Ukraine. It is taken only from deeds of
the same kind by the same doer, never from the place, and never against what the telling's own words or places say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from dateline.extract.at_war import side
from dateline.extract.parties import Found
from dateline.extract.telling import Telling
from dateline.extract.wording import says_nothing
from dateline.model import Party

REACH = 2
"""Sentences back within which a deed by the same doer, on somebody, is one passage with this one."""
NEAR = 12
"""Code points between such words as "targets" and the land that they are in."""
TOLD = 2
"""Deeds of the page by the doer, all on one side, that make that side the one on whom all are done."""
_OPEN = {
    "ASSAULT": frozenset({"actual", "ongoing", "planned", "negated"}),
    "AID": frozenset({"actual", "ongoing", "planned"}),
    "SANCTION": frozenset({"actual", "ongoing", "planned"}),
    "THREATEN": frozenset({"threatened"}),
    "ACCUSE": frozenset({"actual", "ongoing"}),
}
"""By type, what stands of what is so filled in."""
_PROVOKING = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_RESPOND = re.compile(r"\b(?:respon[ds]\w*|retaliat\w+|reveng\w+|aveng\w+|retribution|repris\w+)\b", re.IGNORECASE)
"""Words by which a threat answers what was done before."""
_OFFENSIVE = re.compile(
    r"\b(?:(?:counter-?)?offensive|incursion|invasion|invade|(?:all-out |full-scale )?war)\b", re.IGNORECASE
)
"""Words for what is done to the other side of a war."""
STEM = 5
"""Letters that a state's name and its adjective have in common."""
AHEAD = 60
"""Code points after the word for a threat within which what is threatened is told."""
_GOING_ON = frozenset({"ASSAULT", "AID"})
"""Types that a page tells as done again and again to one side."""
_WHOSEVER = frozenset({"AID"})
"""Types of what many do to one side."""


def on_whom(groups: Sequence[list[Telling]], war: tuple[Found, Found] | None) -> list[list[Telling]]:
    """The groups, a deed on nobody named with those on whom its doer does the like, or the other side of the `war`."""
    groups = [_of_both([_in_a_land(t) for t in g]) for g in groups]
    groups = [_on_the_same(group, groups) if _is_open(group) else group for group in map(_answering(groups), groups)]
    return [_on_the_foe(g, war) if _is_of_war(g) else g for g in groups] if war is not None else groups


def _is_of_war(group: Sequence[Telling]) -> bool:
    """Whether it is done to a side of the war: an offensive, a threat of one, a surrender refused, arms sent."""
    first = group[0]
    frames = {f.id for t in group for f in t.frames}
    if not any(t.actors for t in group) or any(_known(t) for t in group):
        return False
    if first.type == "ASSAULT" and "assault.war" in frames:
        return first.modality in _OPEN["ASSAULT"]
    if any(not says_nothing(r.party) for t in group for r in t.recipients):
        return False
    if first.type == "AID":
        return first.modality in _OPEN["AID"]
    if first.type == "REJECT":
        return "retreat.surrender" in frames
    after = first.trigger.end - first.evidence.start
    threat = first.type == "THREATEN" and _OFFENSIVE.search(first.evidence.exact, after, after + AHEAD) is not None
    return threat or (first.type == "ASSAULT" and _OFFENSIVE.search(first.trigger.exact) is not None)


def _on_the_foe(group: list[Telling], war: tuple[Found, Found]) -> list[Telling]:
    """The group, with the other side of the war as the one to whom it is done, or the land invaded as whom one arms."""
    own = {a.party.country for t in group for a in t.actors}
    foe = next((f for f, other in (war, war[::-1]) if own == {other.party.country}), None)
    if group[0].type == "AID":
        foe = war[1] if foe is None and not any(_names(t, war[0]) for t in group) else None
    lands = {p.place.country for t in group for p in (*t.places, *t.ground) if p.place.country}
    if foe is None or not lands <= {war[1].party.country, foe.party.country}:
        return group
    return [msgspec.structs.replace(group[0], recipients=(*group[0].recipients, foe)), *group[1:]]


def _names(telling: Telling, side: Found) -> bool:
    """Whether the words name it, as a noun or an adjective."""
    return side.party.name[:STEM].casefold() in telling.evidence.exact.casefold()


def _answering(groups: Sequence[list[Telling]]) -> Callable[[list[Telling]], list[Telling]]:
    """What gives a threat to nobody named those whom it answers, or whom its own sentence tells struck."""
    deeds = sorted((t for g in groups for t in g if t.type in _PROVOKING), key=lambda t: t.position)

    def given(group: list[Telling]) -> list[Telling]:
        first = group[0]
        if first.type != "THREATEN" or not first.actors or any(t.recipients for t in group):
            return group
        own = _sides(group)
        here = [t for t in deeds if t.position < first.position and 0 <= first.sentence - t.sentence <= 1]
        done = [a for t in here if _RESPOND.search(first.evidence.exact) for a in t.actors]
        done += [
            r for t in here if t.sentence == first.sentence and _sides([t]) == own
            for r in t.recipients if r.kind != "object" or r.party.id
        ]  # fmt: skip
        others = tuple(a for a in done if a.party.id and side(a) not in own)[-1:]
        return [msgspec.structs.replace(first, recipients=others), *group[1:]] if others else group

    return given


def _in_a_land(telling: Telling) -> Telling:
    """ "struck 5,500 targets in Chad": on Chad, where another than Chad did it."""
    lands = [p for p in telling.places if p.place.precision == "country" and p.place.country]
    doing = {a.party.country for a in telling.actors}
    if telling.type != "ASSAULT" or not lands or not telling.actors or None in doing:
        return telling
    found: list[Found] = []
    for hit in telling.recipients:
        land = next((p for p in lands if 0 <= p.start - hit.quote.end <= NEAR or p.exact in hit.quote.exact), None)
        if land is None or land.place.country in doing or not says_nothing(hit.party):
            found.append(hit)
            continue
        code = land.place.country
        party = Party(name=land.place.name, text=hit.party.text, id=f"state:{code}", country=code, sector="GOV")
        found.append(Found(party=party, quote=hit.quote, kind="state"))
    return msgspec.structs.replace(telling, recipients=tuple(found))


def _of_both(group: list[Telling]) -> list[Telling]:
    """ "Soldiers clashed with rebels; two soldiers were wounded": a fight that hurt those who are told as doers."""
    clash = next((t for t in group if any(f.mutual for f in t.frames) and t.recipients and t.actors), None)
    if clash is None or group[0].type != "ASSAULT" or group[0].modality not in ("actual", "ongoing"):
        return group
    doing = {a.party.name.casefold() for a in clash.actors}
    hurt = {r.party.name.casefold() for t in group for r in t.recipients}
    if not doing & hurt:
        return group
    both = msgspec.structs.replace(clash, actors=(*clash.actors, *clash.recipients))
    return [both if t is clash else t for t in group]


def _is_open(group: Sequence[Telling]) -> bool:
    """Whether it is a deed by one side, known by name, on nobody, and no fight between two."""
    if group[0].modality not in _OPEN.get(group[0].type, ()) or any(
        t.tolls or any(not says_nothing(r.party) for r in t.recipients) for t in group
    ):
        return False
    mutual = any(f.mutual for t in group for f in t.frames)
    return not mutual and (len(_sides(group)) == 1 or group[0].type in _WHOSEVER)


def _sides(tellings: Sequence[Telling]) -> set[str]:
    """The sides of the doers: a state for what is its own, else the body itself; nobody known is a side of its own."""
    return {side(a) or a.party.name for t in tellings for a in t.actors}


def _on_the_same(group: list[Telling], groups: Sequence[list[Telling]]) -> list[Telling]:
    doers = _sides(group)
    alike = [g for g in groups if g is not group and g[0].type == group[0].type and any(_known(t) for t in g)]
    by_them = [g for g in alike if _sides(g) == doers]
    among = alike if group[0].type in _WHOSEVER else by_them
    found = _just_before(group, by_them) or (_on_the_page(among) if group[0].type in _GOING_ON else ())
    found = tuple(f for f in found if side(f) not in doers)
    lands = {p.place.country for t in group for p in (*t.places, *t.ground) if p.place.country}
    if not found or (lands and not lands <= {f.party.country for f in found}):
        return group
    return [msgspec.structs.replace(group[0], recipients=found), *group[1:]]


def _known(telling: Telling) -> tuple[Found, ...]:
    return tuple(r for r in telling.recipients if r.party.id and r.party.country and r.kind in ("state", "force"))


def _just_before(group: Sequence[Telling], alike: Sequence[Sequence[Telling]]) -> tuple[Found, ...]:
    first = min(t.sentence for t in group)
    near = [t for g in alike for t in g if 0 <= first - t.sentence <= REACH and not t.title and t.recipients]
    last = max(near, key=lambda t: t.position, default=None)
    return _known(last) if last is not None else ()


def _on_the_page(alike: Sequence[Sequence[Telling]]) -> tuple[Found, ...]:
    """The one state on whom all are done, by its own name where it is told so."""
    each = [[r for t in g for r in _known(t)] for g in alike]
    sides = {side(r) for found in each for r in found}
    if len(sides) != 1 or len(each) < TOLD:
        return ()
    named = [r for found in each for r in found]
    return (next((r for r in named if r.kind == "state"), named[0]),)
