"""What is still ahead, weighed, opposed or only mooted, and meetings that are planned."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import FILLER, events, names, on_a_page


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def told(reader: Reader, text: str) -> set[tuple[str, str]]:
    """The types and modalities of the events."""
    return {(event.type, event.modality) for event in on_a_page(reader, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The president of Kenya will meet the president of Uganda in Kampala on Friday.",
        "The president of Kenya plans to meet the president of Uganda in Kampala on Friday.",
        "The president of Kenya is to meet the president of Uganda in Kampala on Friday.",
        "The presidents of Kenya and Uganda are due to hold talks in Kampala on Friday.",
    ],
)
def test_a_meeting_ahead_is_a_planned_one(reader: Reader, text: str) -> None:
    assert told(reader, text) == {("CONSULT", "planned")}


@pytest.mark.parametrize(
    "text",
    [
        "The president of Kenya agreed to meet the president of Uganda.",
        "The president of Kenya promised to meet the president of Uganda.",
    ],
)
def test_a_meeting_agreed_to_is_an_agreement(reader: Reader, text: str) -> None:
    assert told(reader, text) == {("AGREE", "actual")}


def test_ahead_of_a_meeting_it_is_planned_and_whoever_speaks_goes_there(reader: Reader) -> None:
    found = on_a_page(
        reader,
        "Ahead of Friday's meeting with the foreign minister of Peru in Quito, the foreign minister of Chile said that "
        "the border was quiet.",
    )
    meeting = next(e for e in found if e.type == "CONSULT")
    assert meeting.modality == "planned"
    assert len(names(meeting, "actor")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The general said that Kenya had no intention of attacking Somalia.",
        "The general said that Kenya had no plans to attack the town of Kismayo.",
        "Norway has long argued against sending weapons to Sudan.",
        "The envoy raised the prospect of Kenya and Uganda sending troops to Sudan.",
        "The officials have not seen Chad send weapons to Sudan.",
        "The war in Sudan will only end when the forces of Chad withdraw from Geneina.",
        "Officials asked whether to attack the town of Kismayo.",
    ],
)
def test_what_nobody_means_or_has_settled_is_not_told_as_done(reader: Reader, text: str) -> None:
    deeds = {"ASSAULT", "AID", "MOBILIZE", "RETREAT"}
    assert not {kind for kind, modality in told(reader, text) if kind in deeds and modality in ("actual", "ongoing")}


def test_strikes_that_are_coming_have_not_come(reader: Reader) -> None:
    found = told(reader, "The president of Peru said on Monday that a wave of strikes on Ecuador is coming soon.")
    assert ("ASSAULT", "actual") not in found


def test_what_arms_are_for_is_not_done(reader: Reader) -> None:
    found = told(reader, "Norway announced tanks and guns for Kenya to mount its needed counter-offensive.")
    assert ("ASSAULT", "actual") not in found


@pytest.mark.parametrize(
    "text",
    [
        "The minister was prepared for the worst.",
        "The president assured that Peru and Chile are no threat to Ecuador.",
        "Chad should show that it is ready to negotiate.",
    ],
)
def test_what_binds_nobody_is_no_agreement(reader: Reader, text: str) -> None:
    assert "AGREE" not in {kind for kind, _ in told(reader, text)}


def test_a_massacre_of_years_ago_is_told_with_its_month_town_and_toll(reader: Reader) -> None:
    found = told(
        reader, "In May 2011 at least 16 people were killed when police opened fire on striking miners in Potosi."
    )
    assert "ASSAULT" in {kind for kind, _ in found}


def test_a_war_of_years_ago_is_not(reader: Reader) -> None:
    assert told(reader, "In 2011 rebels attacked the army in the north of Peru.") == set()


def test_a_headline_s_infinitive_is_still_to_come(reader: Reader) -> None:
    found = events(reader, f"Kenya to send troops to Somalia\n\n{FILLER}", published="2024-03-06")
    assert {(e.type, e.modality) for e in found} == {("MOBILIZE", "planned")}


def test_what_a_year_demonstrated_is_no_protest(reader: Reader) -> None:
    assert told(reader, "The year 2023 demonstrated again that the council of Leeds is exciting.") == set()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Rebels shelled the town of Goma in March 2022, killing four people.", "historical"),
        ("Rebels shelled the town of Goma on Monday, killing four people.", "actual"),
        ("In the battle of Stalingrad the Soviet army captured nearly 91,000 German troops.", "historical"),
    ],
)
def test_a_deed_of_years_ago_is_history(reader: Reader, text: str, modality: str) -> None:
    assert {m for kind, m in told(reader, text) if kind == "ASSAULT"} == {modality}


@pytest.mark.parametrize(
    ("who", "kind"), [("Critics", "COERCE"), ("The army", "THREATEN"), ("Prime Minister Amina Okello", "THREATEN")]
)
def test_what_others_say_that_somebody_will_do_is_no_threat(reader: Reader, who: str, kind: str) -> None:
    found = on_a_page(reader, f"Chad sent a bill to parliament. {who} said it would outlaw marches in the capital.")
    assert kind in {e.type for e in found}
    assert not {"COERCE", "THREATEN"} - {kind} & {e.type for e in found}


def test_where_to_send_help_is_weighed_and_not_agreed(reader: Reader) -> None:
    found = on_a_page(
        reader, "On Monday the president of Chad and his ministers weighed where to send food to help Niger."
    )
    assert "AGREE" not in {e.type for e in found}
