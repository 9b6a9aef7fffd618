"""The place that a happening takes from its passage, from its title or from where the page is set."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.agreement import of_other_days
from dateline.extract.fronts import front_of
from dateline.extract.linked_before import taken_up
from dateline.extract.setting import COARSE, Setting, is_fine
from dateline.extract.telling import Telling
from dateline.model import Place, PlaceMention

REACH = 2
"""Sentences back from which a happening takes place and day."""
DONE_SOMEWHERE = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE"})
"""Types of what is done somewhere (PLOVER)."""
SAME_PASSAGE = "told in the same passage"


def on_ground(first: Telling, placed: Telling, group: Sequence[Telling]) -> Telling:
    """With the border or country on whose ground its own words set it, or with what its passage tells of within it."""
    soil = next((t.ground for t in group if t.ground), ())
    within = [p for p in placed.places if soil and p.place.country not in (None, soil[0].place.country)]
    if not soil or (placed.places and not within and soil[0].place.country is not None):
        return placed
    return msgspec.structs.replace(first, places=soil)


def with_holder(first: Telling, group: Sequence[Telling], scene: Setting) -> Telling:
    """A village that no gazetteer has, with the one town around which the page is set, if of a country."""
    placed = [p.place for t in group for p in t.places]
    unlisted = all(p.lat is None and p.precision not in COARSE for p in placed)
    towns = [p for p in scene.places if p.place.lat is not None and is_fine(p)]
    if not unlisted or not towns or not all(_may_be_near(p, towns[0].place) for p in placed):
        return first
    sides = {p.party.country for t in group for p in (*t.actors, *t.recipients)} - {None}
    if sides and towns[0].place.country not in {None, *sides}:
        return first  # "Azeris shelled Nerkin Hand", on a page of talks in Berlin
    around = tuple(msgspec.structs.replace(p, rule=f"{scene.rule}, around a village not listed") for p in towns[:1])
    return msgspec.structs.replace(first, places=(*first.places, *around))


def _may_be_near(village: Place, town: Place) -> bool:
    return village.country in (None, town.country) and village.admin1 in (None, town.admin1)


def is_wide_in_title(group: Sequence[Telling]) -> bool:
    """Whether the title alone places it, and only in a country or division."""
    placed = [t for t in group if t.places]
    return all(t.title for t in placed) and not any(is_fine(p) for t in placed for p in t.places)


def within_title(first: Telling, placed: Telling, group: Sequence[Telling]) -> Telling:
    """With the place of its passage where that lies in the title's country or division."""
    wide = [p.place for t in group for p in t.places]
    inside = [
        p for p in placed.places
        if is_fine(p) and any(lies_in(p.place, w) for w in wide)
    ]  # fmt: skip
    return msgspec.structs.replace(first, places=tuple(inside))


def lies_in(fine: Place, wide: Place) -> bool:
    """Whether the place may lie in the country or division, as far as its own are known."""
    if wide.country is None or fine.country not in (None, wide.country):
        return False
    return wide.precision == "country" or fine.admin1 in (None, wide.admin1)


def placed_near(first: Telling, near: Sequence[Telling], scene: Setting) -> Telling:
    """With the place told just before: in its own paragraph, by a happening or by name, else in the one before."""
    told = [
        t for t in near
        if t.type in DONE_SOMEWHERE and first.sentence - t.sentence <= REACH and any(is_fine(p) for p in t.places)
        and not all(_is_elsewhere(first, p) for p in t.places)
        and not ((t.sentence == first.sentence or _is_met(first)) and of_other_days(first, t))
    ]  # fmt: skip
    if first.places_before and (_is_met(first) or _is_elsewhere(first, first.places_before[0])):
        first = msgspec.structs.replace(first, places_before=())
    if scene.places and any(no(first, scene.places[0]) for no in (_is_abroad, _is_outside, _is_elsewhere)):
        scene = Setting(lands=scene.lands, land=scene.land)
    if _bears_on_many(first):
        return with_places(first, scene.places, scene.rule) if scene.places else first
    nearest = next((t for t in told if t.block == first.block), None)
    if nearest is not None and first.places_before and first.places_before[0].start > nearest.evidence.end:
        return with_places(first, first.places_before[:1], SAME_PASSAGE)
    for telling in (t for t in told if t.block == first.block):
        return with_places(first, telling.places, SAME_PASSAGE)
    if first.places_before:
        return with_places(first, first.places_before[:1], SAME_PASSAGE)
    if scene.places:
        return (
            with_places(first, told[0].places, SAME_PASSAGE) if told else with_places(first, scene.places, scene.rule)
        )
    if (before := taken_up(first, near, told)) is not None:
        return with_places(first, before.places, SAME_PASSAGE)
    return with_places(first, _land(first, near, scene), LAND)


def _is_met(telling: Telling) -> bool:
    """Something stopped in flight, which is nowhere in particular that was told of."""
    return any(f.id == "assault.intercept" for f in telling.frames)


LAND = "land in which the passage lies"


def _land(first: Telling, near: Sequence[Telling], scene: Setting) -> tuple[PlaceMention, ...]:
    """The one country in which lie the deeds told just before, or most of the page's, where it may be in it."""
    told = [t for t in near if t.type in DONE_SOMEWHERE and first.sentence - t.sentence <= REACH]
    codes = {p.place.country for t in told for p in (*t.places, *t.ground)} - {None}
    code = next(iter(codes)) if len(codes) == 1 else None if codes else scene.land
    land = scene.lands.get(code) if code is not None else None
    if land is None or not _may_lie_in(first, code):
        return front_of(first, scene)
    return () if any(no(first, land) for no in (_is_abroad, _is_outside, _is_elsewhere)) else (land,)


def _may_lie_in(telling: Telling, code: str | None) -> bool:
    """Whether one side is of the country: whom it befell, or who did it at home; or nobody is of any."""
    doers, victims = ({p.party.country for p in s} - {None} for s in (telling.actors, telling.recipients))
    if telling.type == "ASSAULT" and any(p.kind in _REGULAR for p in telling.actors):
        return code in victims or not (victims or code in doers)
    return code in doers | victims or not doers | victims


_OUTSIDE = r"\b(?:near|close(?:r)? to|outside|towards?|around)\s+(?:the\s+)?(?:borders?\s+(?:of|with)\s+)?"


def _is_outside(telling: Telling, place: PlaceMention) -> bool:
    """ "massed close to Y", "moved up to the border": by the country, and nobody says that it was in it."""
    if place.place.precision != "country":
        return False
    words = telling.evidence.exact
    massed = telling.type == "MOBILIZE" and re.search(r"\bborder", words) is not None
    return massed or re.search(_OUTSIDE + re.escape(place.place.name), words) is not None


def _is_abroad(telling: Telling, place: PlaceMention) -> bool:
    """ "Kenya shelled Ugandan troops", on a page from Geneva: states and armies, neither of the place's country."""
    sides = [
        {p.party.country if p.kind in _REGULAR else None for p in side} - {None}
        for side in (telling.actors, telling.recipients)
    ]
    return all(sides) and place.place.country is not None and place.place.country not in sides[0] | sides[1]


_REGULAR = ("state", "force")


def _is_elsewhere(telling: Telling, place: PlaceMention) -> bool:
    """ "Kenya stopped four drones", told after a raid in Peru: what befell a state, or what it did at home."""
    countries = [
        {p.party.country for p in side if p.kind in _REGULAR and p.party.country}
        for side in (telling.actors, telling.recipients)
    ]
    known = countries[1] if telling.type == "ASSAULT" else countries[0]
    return bool(known) and place.place.country is not None and place.place.country not in countries[0] | countries[1]


_MANY = frozenset({"islands", "provinces", "regions", "districts", "states", "counties", "cities", "towns", "villages"})


def _bears_on_many(telling: Telling) -> bool:
    """ "A curfew was imposed on all three islands": no one village told of before is where it is."""
    return any((r.quote.exact.split() or [""])[-1].casefold() in _MANY for r in telling.recipients)


def with_places(telling: Telling, places: Sequence[PlaceMention], rule: str) -> Telling:
    """The telling with the places, each under a rule that says whence it was taken."""
    kept = tuple(msgspec.structs.replace(p, rule=rule) for p in places)
    return msgspec.structs.replace(telling, places=kept)
