"""What those did whom a deed befell is another happening, and theirs."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import events, named

Sides = tuple[list[str], list[str]]


def sides(reader: Reader, text: str) -> list[Sides]:
    return [(named(e, "actor"), named(e, "recipient")) for e in events(reader, text) if e.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Iran executed two men who killed a security officer.",
            [(["Iran"], ["men"]), (["men"], ["security officer"])],
        ),
        ("Chad executed a man for killing two policemen.", [(["Chad"], ["man"]), (["man"], ["policemen"])]),
        (
            "Soldiers killed two fighters suspected of planting a bomb that injured a child.",
            [(["Soldiers"], ["fighters"]), (["fighters"], ["child"])],
        ),
        ("Police arrested a Syrian who attacked a priest in Vienna.", [(["Syrian"], ["priest"])]),
        ("Troops killed 12 people who were fleeing an attack.", [(["Troops"], ["people"])]),
        ("A man planted a bomb that killed two guards.", [(["man"], ["guards"])]),
    ],
)
def test_each_deed_has_its_doer(reader: Reader, text: str, found: list[Sides]) -> None:
    assert sides(reader, text) == found


def test_sentenced_to_death_is_not_dead(reader: Reader) -> None:
    (event,) = events(reader, "A court in Amman sentenced two men to death on Monday.")
    assert not [c for c in event.claims if c.property == "killed"]


def test_stabbed_is_not_dead_because_the_doer_is(reader: Reader) -> None:
    found = events(reader, "Police shot dead a man accused of stabbing three people on Saturday.")
    assert [len([c for c in e.claims if c.property == "killed"]) for e in found] == [1, 0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jihadists riding motorcycles killed nine villagers, local sources said.", [(["Jihadists"], ["villagers"])]),
        ("Armed men riding on motorbikes shot dead a priest in Goma.", [(["Armed men"], ["priest"])]),
        ("Around 40,000 people fled fighting in Cabo Delgado in February.", [([], [])]),
    ],
)
def test_who_rides_or_flees(reader: Reader, text: str, found: list[Sides]) -> None:
    assert sides(reader, text) == found
