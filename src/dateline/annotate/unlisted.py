"""Places that no gazetteer has, kept by name alone where the words around say that the name is a place's.

Such a place has no point and no identity; the country and division that it has are those of the place that the text
puts it in, or the one country in which all else on the page lies.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from dateline.annotate.place_cues import (
    Page,
    attached,
    headline,
    locative,
    modifies,
    organisation,
    page_of,
    person_before,
)
from dateline.annotate.place_evidence import LONGEST, Standing, names, standing, touches
from dateline.annotate.place_relations import relation_before
from dateline.annotate.place_words import Run, Word, joined, shouted, words
from dateline.model.gazetteer import PRECISIONS, GazetteerEntry, PlaceRules, km, place_key
from dateline.model.mention import PlaceMention
from dateline.model.place import Place, PlacePrecision
from dateline.ports import Gazetteer

_KINDS = 2
"""Kinds of looser place words that a name stands after for it to be a place's, where nothing else says so."""
_ONE_PLACE_KM = 30.0
"""How near one another the gazetteer's readings of a name lie for them to be one scene."""
_INSIDE = re.compile(
    r"\b(?:in|inside|across|into|throughout|from)\s+(?:the\s+)?(?:[a-z-]+ern\s+|central\s+)?(?:the\s+)?$"
)
"""What stands before a country that is told of as a place."""
_NO_SCENE = ("organisation", "modifier", "metonym")
_FINE_KINDS = frozenset(("town", "village", "admin2", "district", "camp", "base", "port", "site", "crossing"))


def unlisted_places(
    text: str,
    *,
    blocks: Sequence[tuple[int, int]],
    found: Sequence[PlaceMention],
    taken: Sequence[tuple[int, int]],
    datelines: Sequence[tuple[int, int]],
    gazetteer: Gazetteer,
    rules: PlaceRules,
) -> list[PlaceMention]:
    """The standings of names that the gazetteer has not, or has nowhere near, and that the page shows to be places."""
    split = [words(text, start, end) for start, end in blocks]
    page = page_of(text, split, rules)
    barred = sorted([*taken, *((m.start, m.end) for m in found)])
    seen: dict[str, list[Standing]] = defaultdict(list)
    for block in split:
        if not shouted(block) and not headline(block):
            for run in names(page, block, barred):
                if (one := standing(page, block, run, found, datelines)) is not None:
                    seen[run.key].append(one)
    shown = {key: many for key, many in seen.items() if _is_shown(many)}
    known = gazetteer.named(list(shown))
    places = {key: _place(text, many, found, known.get(key, ())) for key, many in shown.items()}
    return sorted(_standings(page, split, places, barred), key=lambda m: m.start)


def _is_shown(many: Sequence[Standing]) -> bool:
    """Whether the page shows the name to be a place's: outright once, or by looser place words of two kinds."""
    if any(one.sure for one in many):
        return True
    if any(one.speaks for one in many):
        return False
    return any(one.tight for one in many) or len({one.word for one in many if one.placed}) >= _KINDS


def _place(
    text: str, many: Sequence[Standing], found: Sequence[PlaceMention], known: Sequence[GazetteerEntry]
) -> Place:
    """The name with the division and country that it is said to lie in, else the one country of the page.

    A place that the gazetteer has there, and nowhere else there, is that place.
    """
    first = min(many, key=lambda one: one.start)
    holders = [one.holder for one in many if one.holder is not None and one.holder.precision != "country"]
    holders += [one.holder for one in many if one.holder is not None]
    country = holders[0].country if holders else _one_country(text, found)
    admin1 = holders[0].admin1 if holders else None
    entry = _listed(known, country, admin1) if country is not None else None
    if entry is not None:
        return Place(
            name=entry.name, precision=PRECISIONS[entry.kind], lat=round(entry.lat, 4), lon=round(entry.lon, 4),
            country=entry.country, admin1=entry.admin1, id=entry.id,
        )  # fmt: skip
    name, precision = text[first.start : first.end], _precision(many)
    town = _town_of(many, found) if not any(h.precision == "town" for h in holders) else None
    if town is not None:
        return Place(
            name=name, precision="area", lat=town.lat, lon=town.lon, country=town.country, admin1=town.admin1
        )  # fmt: skip
    return Place(name=name, precision=precision, country=country, admin1=admin1)


_BESIDE = 60


def _town_of(many: Sequence[Standing], found: Sequence[PlaceMention]) -> Place | None:
    """The town beside which a quarter is named, else the last before it: its point is all that is known of where."""
    quarters = [one for one in many if one.feature is not None and one.feature.kinds[0] == "district"]
    towns = [m for m in found if m.place.precision == "town" and m.place.lat is not None]
    towns = [m for m in towns if not any(r in m.rule for r in _NO_SCENE)]
    for one in quarters:
        beside = [m.place for m in towns if 0 <= m.start - one.end <= _BESIDE]
        before = [m.place for m in towns if m.start < one.start]
        if beside or before:
            return (beside or before[-1:])[0]
    return None


def _listed(known: Sequence[GazetteerEntry], country: str | None, admin1: str | None) -> GazetteerEntry | None:
    """The gazetteer's place of the name in that country and division, where there is but one such scene."""
    here = [e for e in known if e.country == country and e.match != "derived" and e.kind in _FINE_KINDS]
    here = [e for e in here if admin1 is None or e.admin1 in (None, admin1)]
    alone = here and all(km(here[0].lat, here[0].lon, e.lat, e.lon) <= _ONE_PLACE_KM for e in here)
    return max(here, key=lambda e: e.population) if alone else None


def _precision(many: Sequence[Standing]) -> PlacePrecision:
    """What a settled noun says of it, else what most of its standings do; a town where nothing is said."""
    named = [one.feature.precision for one in many if one.feature is not None and one.feature.vouches]
    said = next((precision for precision in named if precision is not None), None)
    if said is not None:
        return said
    sites = [one for one in many if one.feature is not None and one.feature.precision == "site"]
    return "site" if 2 * len(sites) > len(many) else "town"


def _one_country(text: str, found: Sequence[PlaceMention]) -> str | None:
    """The country in which all towns and divisions of the page lie, where no other is said to be a scene.

    A country that is not told of as a place ("Kenya called for a truce") is none; nor is a speaker's seat.
    """
    usable = [m for m in found if m.place.country is not None and not any(r in m.rule for r in _NO_SCENE)]
    fine = {m.place.country for m in usable if m.place.precision != "country"}
    whole = {m.place.country for m in usable if _INSIDE.search(text, max(0, m.start - 30), m.start)}
    return next(iter(fine)) if len(fine) == 1 and not whole - fine else None


def _standings(
    page: Page, split: Sequence[list[Word]], places: Mapping[str, Place], barred: Sequence[tuple[int, int]]
) -> Iterator[PlaceMention]:
    """Every standing of the names shown to be places', in headlines too."""
    for block in split if places else ():
        index = 0
        while index < len(block):
            run = _known(page.text, block, index, places)
            if run is None:
                index += 1
                continue
            index = run.last + 1
            start, end = block[run.first].start, block[run.last].end
            if touches(page.text, barred, start, end) or attached(page.text, block, run, page.rules):
                continue
            if person_before(page, block, run) or organisation(page, block, run, featured=False) == "other":
                continue
            yield _mention(page, block, run, places[run.key])


def _known(text: str, block: list[Word], first: int, places: Collection[str]) -> Run | None:
    """The longest name shown to be a place's that begins here."""
    if not block[first].capital:
        return None
    best = None
    for last in range(first, min(first + LONGEST, len(block))):
        if last > first and not joined(text, block[last - 1], block[last]):
            break
        key = place_key(text[block[first].start : block[last].end])
        best = Run(first, last, key) if key in places else best
    return best


def _mention(page: Page, block: list[Word], run: Run, place: Place) -> PlaceMention:
    text, rules = page.text, page.rules
    start, end = block[run.first].start, block[run.last].end
    left, right = block[max(0, run.first - 4) : run.first], block[run.last + 1 : run.last + 5]
    relation = relation_before(text, start, block[0].start)
    rule = "place/unlisted"
    if organisation(page, block, run, featured=False):
        rule = "place/organisation"
    elif right and text[end : right[0].start] == " " and right[0].lower in rules.speech:
        rule = "place/metonym"
    elif modifies(text, end, right, rules) and not locative(text, left, start, rules):
        rule = "place/modifier"
    if relation is not None:
        precision: PlacePrecision = "area" if place.precision in ("town", "site") else place.precision
        place = msgspec.structs.replace(place, relation=relation, precision=precision)
    return PlaceMention(start=start, end=end, exact=text[start:end], rule=rule, place=place, score=0.5)
