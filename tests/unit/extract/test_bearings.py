"""Places that only say where another lies, what a thing is called, or beside which country somebody stands."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import events, on_a_page, places, telling


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("Rebels shelled soldiers near Beni, which is across the lake from Goma.", "ASSAULT", {"Beni"}),
        ("Rebels shelled soldiers near Beni, which soldiers from Goma had held.", "ASSAULT", {"Beni"}),
        ("Jets struck the Karbala Regional Base in northeastern Tehran on 4 March.", "ASSAULT", {"Tehran"}),
        ("Rebels stormed the Bagram Air Base near Kabul on 4 March.", "ASSAULT", {"Bagram Airfield", "Kabul"}),
        ("Uganda deployed two brigades in regions that border Kenya.", "MOBILIZE", {"regions that border Kenya"}),
        ("Uganda deployed two brigades in towns in Kenya.", "MOBILIZE", {"Kenya"}),
        ("Some 9,000 Ugandan soldiers massed close to Kenya.", "MOBILIZE", {"close to Kenya"}),
        ("Uganda deployed soldiers to Gulu even as Sudan built up forces around Kenya.", "MOBILIZE", {"Gulu"}),
        ("Kenya deployed two ships near Uganda waters.", "MOBILIZE", set()),
        ("Uganda has blockaded Black Sea ports.", "COERCE", {"Black Sea"}),
        ("Uganda has blockaded a Black Sea fleet.", "COERCE", set()),
    ],
)
def test_places_by_which_another_is_found(reader: Reader, text: str, kind: str, where: set[str]) -> None:
    found = [e for e in on_a_page(reader, text) if e.type == kind]
    assert found
    assert {p for e in found[:1] for p in places(e)} == where


def test_a_capital_in_a_sentence_of_no_happening_is_the_state(reader: Reader) -> None:
    text = "Moscow was surprised by the calm. At the end of February the armed forces of Chad began an offensive."
    assert "Moscow" not in places(events(reader, text)[0])


def test_a_drone_met_on_another_day_is_not_of_the_town_told_before(reader: Reader) -> None:
    told = "Rebels shelled a post in Maiduguri on 3 March 2024. Others shelled Kano on 4 March 2024. "
    other = events(reader, told + "The army intercepted two drones on 1 March 2024.")
    assert not places(telling(other, "two drones"))


WAR = (
    "Kenya bombed Kampala, Uganda, on 3 March 2024.\n\nKenyan jets struck Gulu on 4 March 2024.\n\n"
    "Uganda fired rockets at Nairobi, Kenya, on 5 March 2024.\n\nKenya also bombed Jinja on 6 March 2024.\n\n"
    "Sudan shelled Abeche, Chad, on 6 March 2024.\n\nThe war has closed many schools.\n\n"
    "The markets fell for a week.\n\nMany people have left.\n\n"
)


def test_what_was_struck_lies_where_the_attacks_on_its_state_did(reader: Reader) -> None:
    found = events(reader, WAR + "Kenya killed two Ugandan commanders on 8 March 2024.")
    assert places(telling(found, "commanders")) == ["Uganda"]


def test_what_is_afloat_lies_nowhere_told(reader: Reader) -> None:
    found = events(reader, WAR + "Kenya sank two Ugandan warships on 8 March 2024.")
    assert not places(telling(found, "warships"))
