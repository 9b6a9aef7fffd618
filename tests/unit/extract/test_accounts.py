"""What belongs to an attack told before: its dead, those treated after it, its bombs, and the other side's account."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import events, named

RAID = "Rebels attacked the village of Bura on 18 March."


def assaults(reader: Reader, text: str) -> list[dict[str, int]]:
    """The greatest count of each kind of each assault."""
    found = [e for e in events(reader, text) if e.type == "ASSAULT"]
    return [{c.property: c.value.low for c in e.claims if c.property in ("killed", "injured")} for e in found]


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ("Nine people were hacked to death with machetes.", [{"killed": 9}]),
        ("Nine people were hacked to death near Lodwar on 20 March.", [{}, {"killed": 9}]),
        ("Nine people were hacked to death by cattle thieves.", [{}, {"killed": 9}]),
    ],
)
def test_those_killed_next_were_killed_in_it(reader: Reader, told: str, counts: list[dict[str, int]]) -> None:
    assert assaults(reader, f"{RAID} {told}") == counts


def test_those_treated_were_hurt_in_what_was_told_before(reader: Reader) -> None:
    text = (
        "Police fired tear gas into the square in Arusha on Wednesday. The march had been peaceful. Girls had sung. "
        "Tea was sold. Bells rang. The sky was grey. Nurses treated 19 people. Later youths stoned a bus in Moshi."
    )
    assert assaults(reader, text)[0] == {"injured": 19}


def test_bomb_of_an_air_strike_is_the_strike(reader: Reader) -> None:
    text = "Jets struck a camp near Bura on Monday. Tents burned. The first bomb fell beside the well."
    assert len(assaults(reader, text)) == 1
    another = text.replace("The first bomb fell beside the well", "A bomb blew up beside a well in Lodwar on Sunday")
    assert len(assaults(reader, another)) == 2


def test_party_that_counts_its_dead_tells_of_the_same_strike(reader: Reader) -> None:
    text = (
        "Villagers buried 17 after what they called an air strike by the Nigerian Air Force on a wedding near Maradun. "
        "The air force insists that its jets bombed a gathering of fighters and that 40 of them were killed."
    )
    assert len(assaults(reader, text)) == 1


def test_those_held_for_a_foiled_attack_would_have_done_it(reader: Reader) -> None:
    text = "Police foiled a suicide attack on the station in Quetta with the arrest of two men on Friday."
    foiled = next(e for e in events(reader, text) if e.type == "ASSAULT")
    assert named(foiled, "actor") == ["men"]


def test_noun_before_a_verb_is_its_subject(reader: Reader) -> None:
    text = "At a distance of about 3 cables the persons in the leading skiff opened fire on the tanker."
    assert named(events(reader, text)[0], "actor") == ["persons"]


def test_headline_that_says_what_fell_is_no_saying_of_the_bombs(reader: Reader) -> None:
    found = events(reader, "Maradun strike: Villagers bury 17, say bombs fell on naming ceremony")
    assert {c.voice.name for e in found for c in e.claims if c.voice is not None} == {"villagers"}
