"""Chooses, for each toponym of a document, the place meant: prominence, containers, company and the words around it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from dateline.annotate.place_lists import of_one_kind
from dateline.annotate.place_names import Toponym
from dateline.model.gazetteer import Feature, GazetteerEntry, PlaceContext, contains, km, place_key

_PEOPLE = 0.8
_MATCH = {"name": 0.6, "alias": -1.2, "derived": -2.0}
_WHOLE = 1.5
"""What it adds to "Suffolk" for Suffolk County that the page also names it in full."""
_KIND = {
    "country": 2.6, "continent": 2.0, "admin1": 0.2, "admin2": -0.7, "airport": -0.5,
    "sea": 6.0, "gulf": 6.0, "strait": 6.0, "canal": 6.0,
}  # fmt: skip
"""Seas lie in no country, and have no company to speak for them."""
_QUALIFIED = 2.5
"""What "Iraqi" before a name adds to its readings in Iraq."""
_NEAR = ((60.0, 2.0), (160.0, 1.2), (400.0, 0.4))
_DIVISIONS = (" oblast", " province", " governorate", " region", " state")
_ON_RIVERS = ("am ", "an der ", "on ", "upon ", "sur ", "na ", "nad ")
_METROPOLIS, _METROPOLITAN, _CITY = 1_000_000, 0.5, 100_000
_GREAT, _DWARFED, _NAMESAKE = 500_000, 30, 1.5
"""People of a city, how many times its namesake's they are, and what is taken from the namesake of its country."""
_COUNTRY_SHARE, _COUNTRY_SAID = 2.4, 0.6
_DIVISION, _DIVISION_MOST = 1.6, 3.4
_WEAK_LINK = 2.0
_SAID_OUTRIGHT, _ELSEWHERE = 4.0, 2.5
"""What is taken from a name whose readings all lie outside the province it is said to lie in."""
_LISTED = 3.0
"""What it adds to a reading that it makes a list of names one of countries, or of one country's divisions."""
_DOUBTED = 0.5
"""How much a container must outweigh a better reading of the name without it."""


class Link(NamedTuple):
    """One toponym said to lie in another: indexes into the document's toponyms, and how firmly it is said."""

    inner: int
    outer: int
    weight: float


class Choice(NamedTuple):
    """The place taken, its share of belief, and the candidates passed over with their scores, best first."""

    entry: GazetteerEntry
    belief: float
    strength: float
    """How much speaks for any place at all: the winner's score."""
    rejected: tuple[tuple[GazetteerEntry, float], ...]
    contained: bool
    foreign: bool
    """Lies in a country of which the rest of the document says nothing."""


class Company(NamedTuple):
    """What a document's names, each taken at what it may well mean, say together of countries and divisions."""

    countries: Mapping[str, float]
    divisions: Mapping[str, float]
    own: Mapping[str, Mapping[str, float]]
    """By name: its own part in both, to be left out when it is weighed itself. Divisions hold a dot."""
    others: Mapping[str, float]
    """By name: what all other names say of countries, in sum."""
    outlet: str | None


def choose(
    found: Sequence[Toponym],
    *,
    links: Sequence[Link],
    demonyms: Mapping[str, int],
    context: PlaceContext,
    listed: Sequence[range] = (),
) -> list[Choice]:
    """The best place for each toponym, one sense a name, in the order given; `listed` are the lists they stand in."""
    keys = {toponym.key for toponym in found}
    base = [{entry.id: score for entry, score in _alone(toponym, keys)} for toponym in found]
    alike = of_one_kind(found, base, listed)
    for index, idents in alike.items():
        base[index] = {ident: score + _LISTED * (ident in idents) for ident, score in base[index].items()}
    contained = _add_links(base, found, [k for k in links if not (k.inner in alike and k.outer in alike)])
    scores = _one_sense(found, base, contained)
    company = _company(found, scores, demonyms, context)
    for near in (False, True):
        points = _points(found, [_top(found[i], scores[i]) for i in range(len(found))]) if near else {}
        added: dict[tuple[str, str], float] = {}
        for toponym in found:
            for entry in toponym.entries:
                if (toponym.key, entry.id) not in added:
                    around = points.get(toponym.key, [])
                    added[toponym.key, entry.id] = _with(entry, toponym.key, company, around)
        together = [
            {entry.id: base[i][entry.id] + added[toponym.key, entry.id] for entry in toponym.entries}
            for i, toponym in enumerate(found)
        ]
        scores = _one_sense(found, together, contained)
        company = _company(found, scores, demonyms, context)
    return [_choice(toponym, scores[i], company, contained=i in contained) for i, toponym in enumerate(found)]


def _top(toponym: Toponym, scores: Mapping[str, float]) -> GazetteerEntry:
    return max(toponym.entries, key=lambda entry: scores[entry.id])


def _alone(toponym: Toponym, keys: Container[str]) -> list[tuple[GazetteerEntry, float]]:
    """Scores from the name and the words beside it; a shortened name counts as whole where `keys` hold it whole."""
    towns = _towns(toponym)
    cities = [e for e in toponym.entries if e.kind == "town" and e.match == "name" and e.population >= _GREAT]
    return [
        (
            entry,
            _score(entry, toponym, towns)
            + _WHOLE * (entry.match == "derived" and place_key(entry.name) in keys)
            - _NAMESAKE * (toponym.feature is None and any(_is_dwarfed(entry, city) for city in cities)),
        )
        for entry in toponym.entries
    ]


def _is_dwarfed(entry: GazetteerEntry, city: GazetteerEntry) -> bool:
    """Whether a town is so small beside the city of its name and country that a bare name is the city's."""
    small = entry.kind == "town" and entry.population * _DWARFED < city.population
    return small and entry.country == city.country and entry.id != city.id


def _towns(toponym: Toponym) -> set[str]:
    return {entry.path for entry in toponym.entries if entry.kind == "town" and entry.population >= 15_000}


def _score(entry: GazetteerEntry, toponym: Toponym, towns: set[str]) -> float:
    match = "name" if entry.match == "alias" and _is_short_for(toponym.key, entry) else entry.match
    score = _PEOPLE * math.log10(entry.population + 10) + _MATCH[match] + _KIND.get(entry.kind, 0.0)
    if entry.kind == "town" and entry.population >= _METROPOLIS:
        score += _METROPOLITAN
    if toponym.qualified is not None and entry.country == toponym.qualified:
        score += _QUALIFIED
    return score + _as_told(entry, toponym.feature, towns)


def _is_short_for(key: str, entry: GazetteerEntry) -> bool:
    """ "Frankfurt" for Frankfurt am Main: a city's name without the river that tells it from others."""
    rest = place_key(entry.name).removeprefix(f"{key} ")
    return entry.kind == "town" and entry.population >= _CITY and rest.startswith(_ON_RIVERS)


def _as_told(entry: GazetteerEntry, feature: Feature | None, towns: set[str]) -> float:
    """What the noun beside the name adds, or that there is none: a bare name that a town has is seldom its province."""
    if feature is not None:
        return 2.5 - 0.5 * feature.kinds.index(entry.kind) if entry.kind in feature.kinds else -1.0
    divided = entry.kind == "region" and "." in entry.path and place_key(entry.name).endswith(_DIVISIONS)
    held = (divided or entry.kind in ("admin1", "admin2")) and any(path.startswith(entry.path) for path in towns)
    return -1.5 if held else 0.0


def _company(
    found: Sequence[Toponym],
    scores: Sequence[Mapping[str, float]],
    demonyms: Mapping[str, int],
    context: PlaceContext,
) -> Company:
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[str, float] = defaultdict(float)
    for country, weight in context.countries.items():
        countries[country] += weight
    for country, count in demonyms.items():
        countries[country] += 0.7 * math.log2(1 + count)
    counts = Counter(toponym.key for toponym in found)
    own: dict[str, dict[str, float]] = {}
    for index, toponym in enumerate(found):
        if toponym.key in own:
            continue
        part = own[toponym.key] = _part(toponym, scores[index], counts[toponym.key])
        for place, weight in part.items():
            (divisions if "." in place else countries)[place] += weight
    whole = sum(countries.values())
    others = {key: whole - sum(w for place, w in part.items() if "." not in place) for key, part in own.items()}
    return Company(countries, divisions, own, others, context.outlet_country)


def _part(toponym: Toponym, scores: Mapping[str, float], count: int) -> dict[str, float]:
    """How far one name speaks for each country and division that it may lie in."""
    part: dict[str, float] = {}
    top = max(scores.values())
    trust = 0.3 if toponym.doubtful else 1.0
    for entry in toponym.entries:
        belief = trust * math.exp(scores[entry.id] - top)
        if belief < 0.05:
            continue
        weight = belief * (1.0 + 0.5 * math.log2(count) if entry.kind == "country" else 0.6)
        for place in (entry.country, _division(entry)):
            if place:
                part[place] = max(part.get(place, 0.0), weight)
    return part


def _division(entry: GazetteerEntry) -> str | None:
    parts = entry.path.split(".")
    return ".".join(parts[:2]) if len(parts) > 1 else None


def _with(entry: GazetteerEntry, key: str, company: Company, points: list[tuple[float, float]]) -> float:
    """What the company of the other names adds for this candidate."""
    score = 0.0
    own = company.own.get(key, {})
    if entry.country:
        weight = company.countries.get(entry.country, 0.0) - own.get(entry.country, 0.0)
        if weight > 0.01:
            score += _COUNTRY_SHARE * weight / max(company.others[key], 1.0) + min(_COUNTRY_SAID, weight)
        score += 0.5 if entry.country == company.outlet else 0.0
    division = _division(entry)
    if division:
        weight = company.divisions.get(division, 0.0) - own.get(division, 0.0)
        score += min(_DIVISION_MOST, _DIVISION * max(0.0, weight))
    return score + _nearness(entry, points)


def _points(found: Sequence[Toponym], tops: Sequence[GazetteerEntry]) -> dict[str, list[tuple[float, float]]]:
    """For each name, the points of the other names' first choices, countries and seas aside."""
    chosen = {
        toponym.key: (entry.lat, entry.lon)
        for toponym, entry in zip(found, tops, strict=True)
        if entry.kind not in ("country", "continent", "sea", "gulf") and entry.radius_km < 300
    }
    return {toponym.key: [point for key, point in list(chosen.items())[:60] if key != toponym.key] for toponym in found}


def _nearness(entry: GazetteerEntry, points: list[tuple[float, float]]) -> float:
    if not points or entry.kind in ("country", "continent"):
        return 0.0
    nearest = min(km(entry.lat, entry.lon, lat, lon) for lat, lon in points)
    return next((bonus for limit, bonus in _NEAR if nearest <= limit), 0.0)


def _add_links(scores: list[dict[str, float]], found: Sequence[Toponym], links: Sequence[Link]) -> set[int]:
    """Raise the pairs of candidates of which one holds the other as the text says; the indexes so confirmed."""
    confirmed: set[int] = set()
    for link in links:
        inner, outer = found[link.inner], found[link.outer]
        pairs = [(o, i) for o in outer.entries for i in inner.entries if contains(o, i)]
        if not pairs:
            if link.weight > _SAID_OUTRIGHT and all(o.kind in ("admin1", "region") for o in outer.entries):
                scores[link.inner] = {ident: score - _ELSEWHERE for ident, score in scores[link.inner].items()}
            continue
        best_outer, best_inner = max(
            pairs, key=lambda pair: scores[link.outer][pair[0].id] + scores[link.inner][pair[1].id]
        )
        if max(scores[link.inner].values()) - scores[link.inner][best_inner.id] > link.weight - _DOUBTED:
            continue
        for outer_entry in {o.id for o, _ in pairs}:
            scores[link.outer][outer_entry] += link.weight * (1.0 if outer_entry == best_outer.id else 0.3)
        owner = link.outer < link.inner  # "Kharkiv's Saltivka"; in "Saltivka, Kharkiv" it may be the division
        for town in _namesake_towns(outer, best_outer, best_inner) if owner else ():
            scores[link.outer][town.id] += link.weight
        held = {i.id for o, i in pairs if o.id == best_outer.id}
        for inner_entry in held:
            scores[link.inner][inner_entry] += link.weight
        if best_inner.id in held and link.weight > _WEAK_LINK:
            confirmed.add(link.inner)
    return confirmed


def _namesake_towns(outer: Toponym, holder: GazetteerEntry, inner: GazetteerEntry) -> list[GazetteerEntry]:
    """ "Kharkiv's Saltivka": the city beside which the quarter lies is meant as well as the district of its name."""
    if outer.feature is not None or holder.kind not in ("admin1", "admin2", "region"):
        return []
    towns = [e for e in outer.entries if e.path in _towns(outer) and e.kind == "town" and contains(holder, e)]
    return [t for t in towns if km(t.lat, t.lon, inner.lat, inner.lon) <= _QUARTER_KM]


_QUARTER_KM = 15.0
"""How far from a city's point its quarters and works may lie."""


def _one_sense(found: Sequence[Toponym], scores: list[dict[str, float]], contained: set[int]) -> list[dict[str, float]]:
    """Scores with what is known of a name anywhere in the document shared by all its mentions without a container."""
    best: dict[str, dict[str, float]] = {}
    for index, toponym in enumerate(found):
        shared, told = best.setdefault(toponym.key, {}), _told_apart(toponym)
        for ident, score in scores[index].items():
            shared[ident] = max(score - told.get(ident, 0.0), shared.get(ident, -math.inf))
    return [scores[i] if i in contained or toponym.feature else best[toponym.key] for i, toponym in enumerate(found)]


def _told_apart(toponym: Toponym) -> dict[str, float]:
    """By id, what "Lviv region" says of that mention alone: elsewhere the bare name is the town's again."""
    if toponym.feature is None or toponym.feature.precision not in ("region", "area"):
        return {}
    towns = _towns(toponym)
    return {e.id: _as_told(e, toponym.feature, towns) - _as_told(e, None, towns) for e in toponym.entries}


def _choice(toponym: Toponym, scores: Mapping[str, float], company: Company, *, contained: bool) -> Choice:
    ranked = sorted(((entry, scores[entry.id]) for entry in toponym.entries), key=lambda pair: -pair[1])
    top = ranked[0][1]
    total = sum(math.exp(score - top) for _, score in ranked)
    rejected = tuple((entry, round(math.exp(score - top) / total, 3)) for entry, score in ranked[1:4])
    best = ranked[0][0]
    own = company.own.get(toponym.key, {})
    others = company.others[toponym.key]
    said = company.countries.get(best.country or "", 0.0) - own.get(best.country or "", 0.0)
    return Choice(
        entry=best, belief=round(1 / total, 3), strength=top, rejected=rejected, contained=contained,
        foreign=best.country is not None and others >= 1.0 and said < 0.2,
    )  # fmt: skip
