"""Whether two sets of places can be one scene, by the coarser precision of the two."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dateline.model.account import Scene
from dateline.model.actors_table import alias_key

EARTH_KM = 6371.0088
Cube = tuple[int, int, int]
_STEPS = (-1, 0, 1)


def kilometres(one: Scene, other: Scene) -> float | None:
    """The great-circle distance, or None where one of them has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def same_place(one: Scene, other: Scene) -> bool:
    """Whether they are the same entry, or one name and, as far as is known, in the same country."""
    if one.id is not None and other.id is not None:
        return one.id == other.id
    countries = {one.country, other.country} - {None}
    return len(countries) < 2 and _is_one_name(alias_key(one.name), alias_key(other.name))


_TELLING = 4
"""Letters in the shortest name that a longer one may hold: "Baga" in "Doro Baga"."""
_SPELT = 6
"""Letters in the shortest name of which one letter may be written otherwise: "Doro Baga", "Doron Baga"."""


@lru_cache(maxsize=65536)
def _is_one_name(one: str, other: str) -> bool:
    """Whether two folded names are the same, one within the other word by word, or one letter apart."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= _TELLING and set(short.split()) < set(long.split()):
        return True
    return len(short) >= _SPELT and short[0] == long[0] and len(long) - len(short) < 2 and _is_one_edit(short, long)


def _is_one_edit(short: str, long: str) -> bool:
    """Whether one letter changed or put in makes the shorter the longer."""
    first = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[first + (len(short) == len(long)) :] == long[first + 1 :]


def nearness(one: Sequence[Scene], other: Sequence[Scene], *, reach: Mapping[str, float]) -> float | None:
    """How near the nearest two places lie, 1 for one place and 0 at the edge of reach; None where none is near."""
    found = [_near(a, b, reach) for a in one for b in other]
    near = [value for value in found if value is not None]
    return max(near) if near else None


def _near(one: Scene, other: Scene, reach: Mapping[str, float]) -> float | None:
    if same_place(one, other):
        return 1.0
    precisions = {one.precision, other.precision}
    if precisions & {"continent"}:
        return None
    if precisions & {"country"}:
        return 0.0 if one.country is not None and one.country == other.country else None
    if "sea" not in precisions and one.country != other.country and "region" in precisions:
        return None
    limit = max(reach[one.precision], reach[other.precision])
    distance = kilometres(one, other)
    return None if distance is None or distance > limit else 1.0 - distance / limit


def cube(place: Scene, *, side: float) -> Cube:
    """The cube of space, `side` kilometres wide, in which the place's point lies."""
    assert place.lat is not None
    assert place.lon is not None
    lat, lon = math.radians(place.lat), math.radians(place.lon)
    flat = math.cos(lat)
    point = (flat * math.cos(lon), flat * math.sin(lon), math.sin(lat))
    x, y, z = (math.floor(part * EARTH_KM / side) for part in point)
    return x, y, z


def around(at: Cube) -> list[Cube]:
    """The cube and the 26 beside it: what lies within a side of any point of it."""
    x, y, z = at
    return [(x + a, y + b, z + c) for a in _STEPS for b in _STEPS for c in _STEPS]
