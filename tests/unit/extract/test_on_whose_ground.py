"""Where something was done that its clause does not say itself: over whose land, at what post, in which countries."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import events, on_a_page, places


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("Kenya's navy shot down a drone over Ugandan waters on 4 March.", "ASSAULT", {"Uganda"}),
        ("NATO air defenses intercepted an Iranian missile that entered Ugandan airspace.", "ASSAULT", {"Uganda"}),
        ("Kenya's jets flew over Ugandan territory and bombed Maiduguri on 4 March.", "ASSAULT", {"Maiduguri"}),
        ("The army ordered a raid after a drone fired upon soldiers building a post in Chad.", "ASSAULT", {"Chad"}),
        ("Norway deployed more troops to countries like Poland and Romania.", "MOBILIZE", {"Poland", "Romania"}),
        ("Fighters from countries like Chad attacked Maiduguri on 4 March.", "ASSAULT", {"Maiduguri"}),
        ("A quarter of the troops that Kenya sent to fight in Chad are dead.", "MOBILIZE", {"Chad"}),
        ("The flag flies in Maiduguri, the only city that the rebels have captured.", "COERCE", {"Maiduguri"}),
    ],
)
def test_on_whose_ground_and_where(reader: Reader, text: str, kind: str, where: set[str]) -> None:
    found = [e for e in on_a_page(reader, text) if e.type == kind]
    assert found
    assert {p for e in found for p in places(e)} == where


def test_a_state_that_alone_is_to_be_struck_is_the_place(reader: Reader) -> None:
    text = (
        "Rebels massed near Chad.\n\nSudan will carry out a limited attack on this country, an analyst said on Monday."
    )
    found = [e for e in events(reader, text) if e.type == "ASSAULT"]
    assert [places(e) for e in found] == [["Chad"]]


def test_men_of_a_state_may_be_struck_anywhere(reader: Reader) -> None:
    text = "Chad lies to the west.\n\nSudan has decided to attack Chadian soldiers, an analyst said on Monday."
    found = [e for e in events(reader, text) if e.type == "ASSAULT"]
    assert not any("Chad" in places(e) for e in found)


@pytest.mark.parametrize(
    ("before", "text", "where"),
    [
        (
            "Ships left the Strait of Hormuz on Sunday.",
            "A drone struck a cargo ship in the strait.",
            ["Strait of Hormuz"],
        ),
        ("Ships left the Strait of Hormuz and the Taiwan Strait.", "A drone struck a cargo ship in the strait.", []),
        ("Diplomats left Kyiv on Sunday.", "Rebels shelled the Ukrainian capital on Monday.", ["Kyiv"]),
        ("Diplomats left Kyiv on Sunday.", "Rebels shelled the Moldovan capital on Monday.", ["Chisinau"]),
        ("The mayor of Bamako is away.", "Gunmen shot a judge in the capital on Monday.", ["Bamako"]),
    ],
)
def test_the_one_strait_and_the_capital_that_the_page_names(
    reader: Reader, before: str, text: str, where: list[str]
) -> None:
    found = [e for e in on_a_page(reader, f"{before} {text}") if e.type == "ASSAULT"]
    assert [places(e) for e in found] == [where]
