"""Two towns in one report: a toll shared out among them, deaths in another town, and sums that are no part."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Count, Event
from fakes.told import days, events, places


def told(found: list[Event]) -> dict[str, list[int]]:
    """First place of each attack → the numbers of its dead."""
    return {
        places(e)[0]: [c.value.low for c in e.claims if c.property == "killed" and isinstance(c.value, Count)]
        for e in found
        if e.type == "ASSAULT" and places(e)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells killed nine people on Friday, four in a mill at Goma and five in Bunia.", {"Goma": [4], "Bunia": [5]}),
        (
            "Gunmen killed 12 traders on Friday: seven in Gao, where they slept, three in Kidal and two in Mopti.",
            {"Gao": [7], "Kidal": [3], "Mopti": [2]},
        ),
        ("Shells killed nine people on Friday, four in a mill at Goma, two in Bunia.", {"Goma": [9]}),
        ("Shells killed nine people on Friday in Goma, four of them near a mill.", {"Goma": [9]}),
    ],
)
def test_a_toll_shared_out_among_towns_is_a_happening_in_each(
    reader: Reader, text: str, expected: dict[str, list[int]]
) -> None:
    assert told(events(reader, text)) == expected


def test_a_total_told_again_is_no_happening_of_its_own(reader: Reader) -> None:
    text = (
        "Shells killed nine people on Friday, four in a mill at Goma and five in Bunia.\n\n"
        "The doors were shut.\n\nThe strikes that killed nine people were the first of the year."
    )
    assert told(events(reader, text)) == {"Goma": [4], "Bunia": [5]}


def test_a_sum_of_two_towns_takes_in_neither(reader: Reader) -> None:
    text = (
        "Jets killed nine people in two towns of the Gaza Strip on Friday.\n\n"
        "A strike on a mill turned shelter in Deir al-Balah killed six. "
        "In Khan Younis, three guards died when a missile hit their hut."
    )
    found = told(events(reader, text))
    assert (found["Deir al-Balah"], found["Khan Younis"]) == ([6], [3])


LEAD = "Norland jets attacked fighters of Hamas in two strikes in the Gaza Strip on 29 March, the army said."


def test_a_lead_of_two_strikes_is_told_in_its_parts(reader: Reader) -> None:
    text = f"{LEAD}\n\nIn Deir al-Balah, a drone store was struck. In Khan Younis, a missile hit a command post."
    attacks = [e for e in events(reader, text) if e.type == "ASSAULT"]
    assert [(places(e)[0], days(e)) for e in attacks] == [
        ("Deir al-Balah", {("2024-03-29", "2024-03-29")}),
        ("Khan Younis", {("2024-03-29", "2024-03-29")}),
    ]
    assert attacks[0].mode == "aerial"


def test_a_lead_of_which_one_part_is_told_stays(reader: Reader) -> None:
    text = f"{LEAD}\n\nIn Deir al-Balah, a missile hit a drone store. The army gave no other names."
    assert any("Gaza Strip" in places(e) for e in events(reader, text) if e.type == "ASSAULT")


def test_deaths_of_another_day_and_town_are_another_happening(reader: Reader) -> None:
    text = (
        "Gunmen killed six traders at a well near Gao on 2 March.\n\nOn the 4th two people died on a ferry near Mopti."
    )
    found = events(reader, text, published="2024-03-06")
    assert told(found) == {"Gao": [6], "Mopti": [2]}
    assert [d for e in found for d in days(e)] == [("2024-03-02", "2024-03-02"), ("2024-03-04", "2024-03-04")]


@pytest.mark.parametrize("later", ["In a hospital in Mopti two people died.", "Two people died."])
def test_deaths_in_hospital_and_bare_ones_are_of_the_attack(reader: Reader, later: str) -> None:
    text = f"Gunmen shot at traders at a well near Gao on 2 March.\n\n{later}"
    assert told(events(reader, text, published="2024-03-06")) == {"Gao": [2]}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("four days after two farmers were shot dead in Bunia", {("2024-03-25", "2024-03-25")}),
        ("a week after two farmers were shot dead in Bunia", {("2024-03-22", "2024-03-22")}),
        ("nearly four days after two farmers were shot dead in Bunia", set()),
        ("after two farmers were shot dead in Bunia", set()),
    ],
)
def test_what_lies_so_many_days_before_a_dated_attack_has_its_day(
    reader: Reader, words: str, expected: set[tuple[str, str]]
) -> None:
    text = f"Gunmen killed nine people in Goma on Friday, police said.\n\nThe raid came {words}."
    (earlier,) = [e for e in events(reader, text) if "Bunia" in places(e)]
    assert days(earlier) == expected


@pytest.mark.parametrize("place", ["A school turned shelter", "The hotel turned barracks"])
def test_what_a_house_was_turned_into_is_no_deed(reader: Reader, place: str) -> None:
    text = f"{place} in Goma was shelled on Friday. Six people died."
    (found,) = [e for e in events(reader, text) if e.type == "ASSAULT"]
    assert (places(found), found.mode) == (["Goma"], "heavy-weapons")
