"""Two spellings of a place that no gazetteer has are one place; two listed ones are what their entries say."""

from __future__ import annotations

import pytest

from dateline.model.account import Scene
from dateline.resolve.geography import same_place


def scene(name: str, *, entry: str | None = None, country: str | None = "NGA") -> Scene:
    return Scene(key=name, id=entry, name=name, precision="town", lat=None, lon=None, country=country)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (scene("Wuro Tanda"), scene("Wuro Tanda")),
        (scene("Wuro Tanda"), scene("Wuro Tandi")),
        (scene("Wuro Tanda"), scene("Wurro Tanda")),
        (scene("Tanda"), scene("Forward Operating Base Tanda")),
        (scene("Tanda", entry="x:1"), scene("Wuro Tanda", country=None)),
    ],
)
def test_one_place(one: Scene, other: Scene) -> None:
    assert same_place(one, other)
    assert same_place(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (scene("Tanda"), scene("Tanga")),
        (scene("Wuro Tanda"), scene("Wuro Bokki")),
        (scene("Wuro Tanda"), scene("Wuro Tanda", country="NER")),
        (scene("Wuro Tanda", entry="x:1"), scene("Wuro Tanda", entry="x:2")),
        (scene("Duro"), scene("Duro Kare", country="NER")),
    ],
)
def test_two_places(one: Scene, other: Scene) -> None:
    assert not same_place(one, other)
    assert not same_place(other, one)
