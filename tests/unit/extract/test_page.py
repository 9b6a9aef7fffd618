"""What the whole page says: ships that it names somewhere, and words by which an ordinary verb tells of a happening."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.extract.page import page_words
from dateline.fetch import page_of

SHIPS = frozenset({"tanker", "vessel", "carrier", "merchant"})


@pytest.mark.parametrize(
    ("text", "ships"),
    [
        ("Pirates fired at the tanker Blue Ibis. The Blue Ibis sailed on.", {"Blue Ibis"}),
        ("The Corve, a small Greek tanker, was searched.", {"Corve"}),
        ("The merchant Ali Bakr left the market.", set()),
        ("Blue Ibis is a song.", set()),
    ],
)
def test_ships_that_the_page_names(text: str, ships: set[str]) -> None:
    assert page_words(text, SHIPS).ships == ships


def frames(text: str) -> set[str]:
    """The frames by which the page's events are told."""
    page = page_of(text.encode(), source="example", given={"published": "2025-06-18"}, media_type="text/plain")
    reading = Reader().read(page)
    assert isinstance(reading, Reading), reading
    return {claim.rule.partition(":")[0] for event in reading.events for claim in event.claims}


def test_hostages_of_an_earlier_sentence_come_home() -> None:
    told = "Gunmen kidnapped six porters near Sake on 2 June.\n\nThe six porters came home to Goma on Monday.\n"
    assert "retreat.come-home" in frames(told)


def test_porters_come_home_where_nobody_was_taken() -> None:
    told = "The mill near Sake lost money.\n\nThe six porters came home to Goma on Monday.\n"
    assert "retreat.come-home" not in frames(told)


def test_a_ship_is_boarded_that_another_sentence_calls_one() -> None:
    told = (
        "Pirates went after the tanker Blue Ibis off Oman on Monday.\n\n"
        "Four gunmen boarded the Blue Ibis at dusk, and left again.\n"
    )
    assert "assault.board" in frames(told)
