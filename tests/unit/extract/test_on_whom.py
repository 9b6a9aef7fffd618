"""On whom a deed is done: told by another word of its sentence, or by the passage and the page around it."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Named
from fakes.told import events, named, names, of_type, on_a_page, telling


@pytest.mark.parametrize(
    ("text", "suffering"),
    [
        (
            "The Blue Front fired rockets, mortars and small arms targeting Kenyan forces near Isiolo.",
            {"Kenyan forces"},
        ),
        ("The Blue Front claimed two attacks on the Nanyuki army camp.", {"Nanyuki army camp"}),
        ("The convoy was caught in an ambush near Isiolo.", {"convoy"}),
        ("Two grain silos were destroyed by Chadian shelling.", {"grain silos"}),
        ("Nurses remain trapped in the clinic under Chadian shelling.", {"Nurses"}),
        ("The group fired rockets at Kenyan soldiers and positions near Isiolo.", {"Kenyan soldiers"}),
    ],
)
def test_whom_another_word_of_the_sentence_names(reader: Reader, text: str, suffering: set[str]) -> None:
    assert names(of_type(on_a_page(reader, text), "ASSAULT"), "recipient") == suffering


def test_what_which_hangs_on_a_land_was_done_by_the_drone(reader: Reader) -> None:
    text = "A Chadian drone struck fuel tanks at the port of Massawa in southern Eritrea, which set several on fire."
    (only,) = (e for e in on_a_page(reader, text) if e.type == "ASSAULT")
    assert names(only, "actor") == {"Chad"}


def test_counted_silos_are_no_dead(reader: Reader) -> None:
    found = of_type(on_a_page(reader, "Dozens of silos were destroyed by Chadian shelling."), "ASSAULT")
    assert not [c for c in found.claims if c.property == "killed"]


PASSAGE = "On Monday Chad shelled {one}. On Tuesday Chad fired six waves of missiles{two}."


@pytest.mark.parametrize(
    ("one", "two", "suffering"),
    [
        ("Sudan", "", {"Sudan"}),
        ("a market", "", set()),
        ("Sudan", " at a camp in Niger", {"camp"}),
    ],
)
def test_on_whom_the_passage_tells_it_done(reader: Reader, one: str, two: str, suffering: set[str]) -> None:
    found = on_a_page(reader, PASSAGE.format(one=one, two=two))
    assert names(telling(found, "six waves"), "recipient") == suffering


@pytest.mark.parametrize(
    ("text", "kind", "side", "expected"),
    [
        ("Soldiers were seen burning houses in the village of Kolo.", "ASSAULT", "actor", {"Soldiers"}),
        ("Troops were filmed beating students at a bus stop.", "ASSAULT", "recipient", {"students"}),
        ("Chadian forces have struck 5,500 targets in Sudan since January.", "ASSAULT", "recipient", {"Sudan"}),
        ("Chadian forces struck several positions on Monday.", "ASSAULT", "recipient", set()),
        ("Shells fell near a school whose top floors were ripped apart by rebels.", "ASSAULT", "recipient", {"school"}),
        ("Kenya gave long-range guns to Chad, which allowed it to strike Sudan.", "ASSAULT", "actor", {"Chad"}),
        ("Kenya has provided key backing to Chad, supplying long-range guns.", "AID", "recipient", {"Chad"}),
        ("President Ruto decided where to send troops to aid Somalia.", "AID", "recipient", {"Somalia"}),
    ],
)
def test_scraps_give_way_to_whom_they_stand_for(
    reader: Reader, text: str, kind: str, side: str, expected: set[str]
) -> None:
    assert {n for e in on_a_page(reader, text) if e.type == kind for n in names(e, side)} == expected


@pytest.mark.parametrize(
    ("text", "kind", "side", "expected"),
    [
        (
            "Seven masked men stopped a truck near Kolo. They bundled the driver into a car.",
            "ASSAULT",
            "actor",
            {"masked men"},
        ),
        ("The bridge was closed near Kolo. They bundled the driver into a car.", "ASSAULT", "actor", set()),
        ("Neighbours of the mayor said that soldiers took him away on Monday.", "COERCE", "recipient", {"mayor"}),
        ("Neighbours said that soldiers took him away.", "COERCE", "recipient", set()),
        (
            "Soldiers clashed with rebels near Kolo; one rebel was killed and two soldiers were wounded.",
            "ASSAULT",
            "actor",
            {"Soldiers", "rebels"},
        ),
        (
            "Soldiers clashed with rebels near Kolo; two rebels were killed.",
            "ASSAULT",
            "actor",
            {"Soldiers"},
        ),
    ],
)
def test_those_just_told_of_are_meant(reader: Reader, text: str, kind: str, side: str, expected: set[str]) -> None:
    assert {n for e in on_a_page(reader, text) if e.type == kind for n in names(e, side)} == expected


@pytest.mark.parametrize(
    ("text", "addressed"),
    [
        ("Chad attacked a Sudanese base on Monday. Sudan vowed to respond.", {"Chad"}),
        ("Chad struck a Sudanese base on Monday, vowing to act with force.", {"Sudan"}),
        ("Chad struck a Sudanese base on Monday. Kenya vowed to act with force.", set()),
    ],
)
def test_a_threat_goes_to_whom_it_answers(reader: Reader, text: str, addressed: set[str]) -> None:
    assert names(of_type(on_a_page(reader, text), "THREATEN"), "recipient") == addressed


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Sudan refused to send a delegation to Cairo.", "REJECT", {"Egypt"}),
        ("Chad has continued to retaliate against Sudan for the missile strikes.", "ASSAULT", {"Sudan"}),
    ],
)
def test_to_whom_it_is_refused_or_paid_back(reader: Reader, text: str, kind: str, expected: set[str]) -> None:
    assert names(of_type(on_a_page(reader, text), kind), "recipient") == expected


def test_drones_that_back_fighters_strike_nobody(reader: Reader) -> None:
    found = on_a_page(reader, "Backed by Kenyan drones, fighters retook the port of Kismayo on Monday.")
    assert not [e for e in found if e.type == "ASSAULT" and "Kenya" in names(e, "actor")]


@pytest.mark.parametrize(
    ("text", "kind", "side", "expected"),
    [
        (
            "Asked about his refusal to hold talks with the Sudanese envoy, Blinken said nothing had changed.",
            "REJECT",
            "actor",
            {"Antony Blinken"},
        ),
        ("China refused to condemn the raid and went on buying Kenyan oil.", "REJECT", "recipient", set()),
        ("The states condemn the raid, said Ann Lee, a deputy of Kenya's president.", "ACCUSE", "recipient", set()),
        (
            "The Amber Flame – a group that few know – claimed responsibility for the attack on a checkpoint in Kolo.",
            "ASSAULT",
            "recipient",
            {"checkpoint"},
        ),
    ],
)
def test_who_is_meant_by_its_place_in_the_sentence(
    reader: Reader, text: str, kind: str, side: str, expected: set[str]
) -> None:
    (only,) = (e for e in on_a_page(reader, text) if e.type == kind)
    assert names(only, side) == expected


def test_water_cannon_is_no_gas(reader: Reader) -> None:
    (event,) = events(reader, "Police in Amman fired water cannon at the marchers on Monday.")
    assert [c.value.name for c in event.claims if isinstance(c.value, Named)] == ["less-lethal weapon"]


def test_it_is_what_was_met_with_or_nothing(reader: Reader) -> None:
    text = (
        "Kenya's air force said it was on alert. Debris fell on a store in Kisumu and set it on fire, the mayor said."
    )
    assert [named(e, "recipient") for e in events(reader, text) if e.type == "ASSAULT"] == [["store"]]
    found = events(reader, "Raiders killed nine in Kisumu on Monday. Premier Ann Otieno condemned it.")
    assert "Kenya" not in {n for e in found for n in named(e, "recipient")}
