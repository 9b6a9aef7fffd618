"""Distances and nearness, by the coarser precision of two places."""

from __future__ import annotations

import pytest

from dateline.knowledge.resolution import resolve_rules
from dateline.model import Located, Place
from dateline.model.account import Scene
from dateline.resolve.account import scene
from dateline.resolve.geography import around, cube, kilometres, nearness
from fakes.happenings import BUKAVU, CONGO, GOMA, HODEIDAH, RED_SEA, SAKE

REACH = resolve_rules().reach_km


def at(place: Place) -> Scene:
    return scene(Located(place=place, text=""))


def near(one: Place, other: Place) -> float | None:
    return nearness((at(one),), (at(other),), reach=REACH)


def test_a_quarter_of_the_equator_is_ten_thousand_kilometres() -> None:
    one = Place(name="a", precision="position", lat=0.0, lon=0.0)
    other = Place(name="b", precision="position", lat=0.0, lon=90.0)
    assert kilometres(at(one), at(other)) == pytest.approx(10_007.5, abs=1)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (GOMA, GOMA, True),
        (GOMA, SAKE, True),
        (GOMA, BUKAVU, False),
        (GOMA, CONGO, True),
        (HODEIDAH, CONGO, False),
        (HODEIDAH, RED_SEA, True),
        (GOMA, RED_SEA, False),
    ],
)
def test_nearness(one: Place, other: Place, expected: bool) -> None:
    assert (near(one, other) is not None) is expected
    assert near(one, other) == near(other, one)


def test_a_continent_is_near_nothing_but_itself() -> None:
    africa = Place(name="Africa", precision="continent", id="dateline:africa")
    assert near(africa, GOMA) is None
    assert near(africa, africa) == 1.0


def test_points_within_a_side_are_in_cubes_beside_each_other() -> None:
    for lat, lon in ((0.0, 179.99), (60.0, -30.0), (89.9, 10.0), (-45.0, 0.0)):
        one = Place(name="a", precision="position", lat=lat, lon=lon)
        for north, east in ((0.2, 0.0), (0.0, 0.3), (-0.2, 0.2)):
            there = Place(
                name="b", precision="position", lat=min(90.0, lat + north), lon=(lon + east + 180) % 360 - 180
            )
            assert (kilometres(at(one), at(there)) or 0) < 60
            assert cube(at(there), side=60) in around(cube(at(one), side=60))
