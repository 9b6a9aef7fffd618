"""The time of a passage holds for what it goes on to tell, and for nothing else."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import days, events, telling

HELD = [
    (
        "In early December, crowds in Bamako drove out the governor.\n\n"
        "Soldiers responded by seizing the radio station and jailed nine strikers.\n\nMali is a country of 20 million.",
        "jailed",
        ("2023-12-01", "2023-12-10"),
    ),
    (
        "On 9 January rebels storm the barracks at Gao.\n\nThe gunmen kill six guards of the president.\n\n"
        "On 2 February the army retakes the barracks.\n\nIt shells the market of Gao.",
        "six guards",
        ("2024-01-09", "2024-01-09"),
    ),
    (
        "A letter reached the court after a call between the two on 9 March, during which Ada Kolo demanded talks.",
        "demanded",
        ("2024-03-09", "2024-03-09"),
    ),
]
FREE = [
    (
        "In early December, crowds drove out the governor of Gao.\n\nDays later soldiers in Gao jailed nine strikers.",
        "jailed",
    ),
]


@pytest.mark.parametrize(("text", "words", "when"), HELD)
def test_what_goes_on_has_the_time_of_its_passage(reader: Reader, text: str, words: str, when: tuple[str, str]) -> None:
    assert days(telling(events(reader, text), words)) == {when}


@pytest.mark.parametrize(("text", "words"), FREE)
def test_what_is_told_of_another_time_has_none(reader: Reader, text: str, words: str) -> None:
    assert not days(telling(events(reader, text), words))
