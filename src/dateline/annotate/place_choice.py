"""Chooses, for each toponym of a document, the place meant: prominence, containers, company and the words around it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.annotate.place_names import Toponym
from dateline.model.gazetteer import GazetteerEntry, PlaceContext

_MATCH = {"name": 0.6, "alias": 0.0, "derived": -0.8}
_KIND = {"country": 2.6, "continent": 2.0, "admin1": 0.2, "admin2": -0.7, "airport": -0.5}
_CONTAINER = 4.5
_NEAR = ((60.0, 1.1), (160.0, 0.7), (400.0, 0.3))
_WEAK_LINK = 2.0


class Link(NamedTuple):
    """One toponym said to lie in another: indexes into the document's toponyms, and how firmly it is said."""

    inner: int
    outer: int
    weight: float


class Choice(NamedTuple):
    """The place taken, its share of belief, and the candidates passed over with their scores, best first."""

    entry: GazetteerEntry
    belief: float
    rejected: tuple[tuple[GazetteerEntry, float], ...]
    contained: bool


class Company(NamedTuple):
    """What the whole document says of countries and divisions."""

    countries: Mapping[str, float]
    divisions: Mapping[str, float]
    total: float
    outlet: str | None


def choose(
    found: Sequence[Toponym], *, links: Sequence[Link], demonyms: Mapping[str, int], context: PlaceContext
) -> list[Choice]:
    """The best place for each toponym, one sense a name, in the order given."""
    company = _company(found, demonyms, context, None)
    first = [_scored(toponym, company, []) for toponym in found]
    tops = [ranked[0][0] for ranked in first]
    company = _company(found, demonyms, context, tops)
    points = _points(found, tops)
    scores = [dict(_by_entry(_scored(toponym, company, points[toponym.key]))) for toponym in found]
    contained = _add_links(scores, found, links)
    shared = _one_sense(found, scores, contained)
    return [_choice(found[i], shared[i], i in contained) for i in range(len(found))]


def _by_entry(ranked: list[tuple[GazetteerEntry, float]]) -> list[tuple[str, float]]:
    return [(entry.id, score) for entry, score in ranked]


def _company(
    found: Sequence[Toponym], demonyms: Mapping[str, int], context: PlaceContext, tops: Sequence[GazetteerEntry] | None
) -> Company:
    """Weights of countries and first-order divisions, from names that leave no doubt or, in the second pass, from the first's choices."""
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[str, float] = defaultdict(float)
    for country, weight in context.countries.items():
        countries[country] += weight
    for country, count in demonyms.items():
        countries[country] += 0.7 * math.log2(1 + count)
    seen: Counter[str] = Counter()
    for index, toponym in enumerate(found):
        seen[toponym.key] += 1
        if seen[toponym.key] > 1:
            continue
        entry = toponym.entries[0] if tops is None else tops[index]
        if entry.country and (tops is not None or entry.kind == "country" or _clear(toponym)):
            countries[entry.country] += 1.0 if entry.kind == "country" else 0.6
            division = _division(entry)
            if division:
                divisions[division] += 1.0 if entry.kind == "admin1" else 0.5
    for key, count in seen.items():
        entry = next(t.entries[0] for t in found if t.key == key)
        if count > 1 and entry.kind == "country" and entry.country:
            countries[entry.country] += 0.5 * math.log2(count)
    return Company(countries, divisions, sum(countries.values()) or 1.0, context.outlet_country)


def _clear(toponym: Toponym) -> bool:
    return len({entry.country for entry in toponym.entries}) == 1 and not toponym.doubtful


def _division(entry: GazetteerEntry) -> str | None:
    parts = entry.path.split(".")
    return ".".join(parts[:2]) if len(parts) > 1 else None


def _points(found: Sequence[Toponym], tops: Sequence[GazetteerEntry]) -> dict[str, list[tuple[float, float]]]:
    """For each name, the points of the other names' first choices, countries and seas aside."""
    chosen = {
        toponym.key: (entry.lat, entry.lon)
        for toponym, entry in zip(found, tops, strict=True)
        if entry.kind not in ("country", "continent", "sea", "gulf") and entry.radius_km < 300
    }
    return {toponym.key: [point for key, point in list(chosen.items())[:60] if key != toponym.key] for toponym in found}


def _scored(
    toponym: Toponym, company: Company, points: list[tuple[float, float]]
) -> list[tuple[GazetteerEntry, float]]:
    towns = {entry.path for entry in toponym.entries if entry.kind == "town" and entry.population >= 15_000}
    ranked = [(entry, _score(entry, toponym, company, points, towns)) for entry in toponym.entries]
    ranked.sort(key=lambda pair: -pair[1])
    return ranked


def _score(
    entry: GazetteerEntry, toponym: Toponym, company: Company, points: list[tuple[float, float]], towns: set[str]
) -> float:
    score = 0.8 * math.log10(entry.population + 10) + _MATCH[entry.match] + _KIND.get(entry.kind, 0.0)
    if toponym.feature is not None:
        kinds = toponym.feature.kinds
        score += 2.5 - 0.5 * kinds.index(entry.kind) if entry.kind in kinds else -1.0
    elif entry.kind in ("admin1", "admin2") and any(path.startswith(entry.path) for path in towns):
        score -= 1.5
    if entry.country:
        weight = company.countries.get(entry.country, 0.0)
        score += 2.4 * weight / company.total + (0.6 if weight else 0.0)
        score += 0.5 if entry.country == company.outlet else 0.0
    division = _division(entry)
    if division and division in company.divisions:
        score += min(1.5, 0.8 * company.divisions[division])
    return score + _nearness(entry, points)


def _nearness(entry: GazetteerEntry, points: list[tuple[float, float]]) -> float:
    if not points or entry.kind in ("country", "continent"):
        return 0.0
    nearest = min(_km(entry.lat, entry.lon, lat, lon) for lat, lon in points)
    return next((bonus for limit, bonus in _NEAR if nearest <= limit), 0.0)


def _km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Distance on a sphere, flat where it is short."""
    if abs(lat1 - lat2) > 8:
        return 1e4
    east = (lon1 - lon2 + 180) % 360 - 180
    return math.hypot(lat1 - lat2, east * math.cos(math.radians((lat1 + lat2) / 2))) * 111.2


def contains(outer: GazetteerEntry, inner: GazetteerEntry) -> bool:
    """Whether the one place holds the other, by division codes, country, or a region's reach."""
    if outer.id == inner.id:
        return False
    if outer.kind == "country":
        return inner.country == outer.country and inner.kind != "country"
    if outer.path and inner.path and outer.kind in ("admin1", "admin2"):
        return inner.path == outer.path or inner.path.startswith(outer.path + ".")
    reach = outer.radius_km * 1.15
    return reach > 0 and inner.radius_km <= outer.radius_km and _km(outer.lat, outer.lon, inner.lat, inner.lon) <= reach


def _add_links(scores: list[dict[str, float]], found: Sequence[Toponym], links: Sequence[Link]) -> set[int]:
    """Raise the pairs of candidates of which one holds the other as the text says; the indexes so confirmed."""
    confirmed: set[int] = set()
    for link in links:
        inner, outer = found[link.inner], found[link.outer]
        pairs = [(o, i) for o in outer.entries for i in inner.entries if contains(o, i)]
        if not pairs:
            continue
        best_outer, best_inner = max(
            pairs, key=lambda pair: scores[link.outer][pair[0].id] + scores[link.inner][pair[1].id]
        )
        for outer_entry in {o.id for o, _ in pairs}:
            scores[link.outer][outer_entry] += link.weight * (1.0 if outer_entry == best_outer.id else 0.3)
        held = {i.id for o, i in pairs if o.id == best_outer.id}
        for inner_entry in held:
            scores[link.inner][inner_entry] += link.weight
        if best_inner.id in held and link.weight > _WEAK_LINK:
            confirmed.add(link.inner)
    return confirmed


def _one_sense(found: Sequence[Toponym], scores: list[dict[str, float]], contained: set[int]) -> list[dict[str, float]]:
    """Scores with what is known of a name anywhere in the document shared by all its mentions without a container."""
    best: dict[str, dict[str, float]] = {}
    for index, toponym in enumerate(found):
        shared = best.setdefault(toponym.key, {})
        for ident, score in scores[index].items():
            shared[ident] = max(score, shared.get(ident, -math.inf))
    return [scores[i] if i in contained or toponym.feature else best[toponym.key] for i, toponym in enumerate(found)]


def _choice(toponym: Toponym, scores: Mapping[str, float], contained: bool) -> Choice:
    ranked = sorted(((entry, scores[entry.id]) for entry in toponym.entries), key=lambda pair: -pair[1])
    top = ranked[0][1]
    total = sum(math.exp(score - top) for _, score in ranked)
    rejected = tuple((entry, round(math.exp(score - top) / total, 3)) for entry, score in ranked[1:4])
    return Choice(ranked[0][0], round(1 / total, 3), rejected, contained)
