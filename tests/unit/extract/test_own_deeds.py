"""What those did whom a deed befell is another happening, and theirs."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Count, Named
from fakes.told import days, events, named, places

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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two soldiers shot dead a man in Lae.", (["soldiers"], ["man"], [1])),
        ("Three guards and two soldiers shot dead nine farmers.", (["guards", "soldiers"], ["farmers"], [9])),
        ("Two soldiers were shot dead in Lae.", ([], ["soldiers"], [2])),
        ("A death squad killed four nuns in Lae.", (["death squad"], ["nuns"], [4])),
    ],
)
def test_who_shot_whom_dead(reader: Reader, text: str, found: tuple[list[str], list[str], list[int]]) -> None:
    (event,) = events(reader, text)
    dead = [c.value.low for c in event.claims if isinstance(c.value, Count)]
    assert (named(event, "actor"), named(event, "recipient"), dead) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Villagers buried nine people slain in a raid by bandits.", [(["bandits"], ["people"])]),
        ("Police said nine farmers slain by bandits in Lae were buried on Tuesday.", [(["bandits"], ["farmers"])]),
        ("Kenyan forces backed by US air strikes killed 40 raiders.", [(["Kenyan forces"], ["raiders"])]),
        ("US air strikes killed 40 raiders near Lae.", [(["United States"], ["raiders"])]),
        ("The governor survived an attempt on his life near Lae.", [([], ["governor"])]),
        (
            "Heavy fighting was raging around the airport in Goma between the army and the bandits.",
            [(["army", "bandits"], [])],
        ),
        ("Fighting was reported on the border between Sudan and Chad.", [([], [])]),
    ],
)
def test_whose_deed_it_was(reader: Reader, text: str, found: list[Sides]) -> None:
    assert sides(reader, text) == found


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Raiders shot two soldiers in Lae, seizing their weapons.", ["weapons"]),
        ("A bomb squad defused an explosive device near a school in Lae.", []),
    ],
)
def test_what_is_taken(reader: Reader, text: str, taken: list[str]) -> None:
    (event,) = [e for e in events(reader, text) if e.type == "COERCE"]
    assert (event.mode, named(event, "recipient")) == ("seize", taken)


def test_stones_are_no_blades_and_a_club_is_a_place_too(reader: Reader) -> None:
    (event,) = events(reader, "Youths threw stones at soldiers in Goma on Monday.")
    assert [c.value.name for c in event.claims if isinstance(c.value, Named)] == ["hand weapon"]
    (event,) = events(reader, "Attackers killed nine people in a club in Goma on Monday.")
    assert not [c.value.name for c in event.claims if isinstance(c.value, Named)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Two Kenyan soldiers were killed when ADF rebels attacked a base in Somalia.",
            [(["Allied Democratic Forces"], ["base", "Kenyan soldiers"])],
        ),
        ("Troops foiled an attempt by insurgents to blow up a bridge near Damboa.", [(["insurgents"], ["bridge"])]),
        ("Clashes between Hindus and Muslims in Nuh left six dead.", [(["Hindus", "Muslims"], [])]),
        (
            "A man drove a car into a crowd of worshippers in Lae, injuring five.",
            [(["man"], ["crowd of worshippers"])],
        ),
        ("A man whose brakes failed drove a car into a crowd in Lae.", []),
    ],
)
def test_who_did_it_to_whom(reader: Reader, text: str, found: list[Sides]) -> None:
    assert sides(reader, text) == found


def test_base_that_falls_and_those_who_leave_it(reader: Reader) -> None:
    text = "Hundreds of soldiers deserted after their base at Bunia fell to the rebels."
    found = [(e.type, e.mode, named(e, "actor")) for e in events(reader, text)]
    assert found == [("RETREAT", "withdraw", ["soldiers"]), ("COERCE", "seize", ["rebels"])]


@pytest.mark.parametrize(
    "text",
    [
        "A Kenyan court sentenced three men to 30 years for helping the gunmen who attacked a mall in 2015.",
        "A Kenyan court convicted a former rebel of war crimes committed in Liberia in 1993.",
    ],
)
def test_verdict_on_an_old_crime_is_no_old_verdict(reader: Reader, text: str) -> None:
    (event,) = events(reader, text)
    assert (event.type, event.mode, days(event)) == ("SANCTION", "convict", set())


def test_where_a_missile_was_met(reader: Reader) -> None:
    (event,) = events(reader, "A missile fired from Yemen was intercepted over Eilat, the army said.")
    assert places(event) == ["Eilat"]
