"""What those did whom a deed befell is another happening, and theirs."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Named
from fakes.told import events, named, places

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


def test_whence_those_hurt_come_is_not_where_it_was(reader: Reader) -> None:
    (event,) = events(reader, "Gunmen killed two engineers from China near Dasu on Monday.")
    assert places(event) == ["Dasu"]


def test_water_cannon_is_no_gas(reader: Reader) -> None:
    (event,) = events(reader, "Police in Amman fired water cannon at the marchers on Monday.")
    assert [c.value.name for c in event.claims if isinstance(c.value, Named)] == ["less-lethal weapon"]


def test_it_is_what_was_met_with_or_nothing(reader: Reader) -> None:
    text = (
        "Kenya's air force said it was on alert. Debris fell on a store in Kisumu and set it on fire, the mayor said."
    )
    assert [named(e, "recipient") for e in events(reader, text) if e.type == "ASSAULT"] == [["store"]]
    found = events(reader, "Raiders killed nine in Kisumu on Monday. Premier Ann Otieno condemned it.")
    assert [named(e, "recipient") for e in found if e.type == "ACCUSE"] in ([], [[]])
