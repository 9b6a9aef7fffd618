"""Whose words tell it: the outlet's own "we", what is only said to be, and who says that he had no part in it."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Event


def events(reader: Reader, text: str) -> tuple[Event, ...]:
    given = {"published": "2024-03-06", "language": "en", "outlet": "Lake Courier"}
    reading = reader.read(page_of(text.encode(), source="page", given=given))
    assert isinstance(reading, Reading), reading
    return reading.events


def voices(reader: Reader, text: str) -> set[tuple[str, str]]:
    """(name, stance) of everyone who says that it happened."""
    found = events(reader, text)
    return {(c.voice.name, c.voice.stance) for e in found for c in e.claims if c.property == "occurrence"}


def test_we_is_the_outlet_whatever_party_was_named_before(reader: Reader) -> None:
    lead = "Chad buried 12 pupils on Tuesday who were killed in a strike on Kobe. "
    found = voices(reader, lead + "In this edition we confirm the strike hit the village school of Kobe.")
    assert {name for name, _ in found} == {"Lake Courier"}


def test_we_in_a_quotation_is_its_speaker(reader: Reader) -> None:
    found = voices(reader, "“We shelled the barracks in Goma on Monday,” the M23 said on Tuesday.")
    assert "March 23 Movement" in {name for name, _ in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "The bombardment of the port city of Berbera, said to be the worst in years, killed 20 people on Monday.",
        "A raid on a depot in Djibo, believed to have been the third this month, killed two guards on Monday.",
    ],
)
def test_what_is_said_to_be_says_nothing_itself(reader: Reader, sentence: str) -> None:
    named = {name for name, _ in voices(reader, sentence)}
    assert named <= {"Lake Courier", "unnamed"}


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("had no part in the shelling of a minibus near Djibo on Monday", "denies"),
        ("had nothing to do with the shelling of a minibus near Djibo on Monday", "denies"),
        ("was behind the shelling of a minibus near Djibo on Monday", "reports"),
    ],
)
def test_who_says_that_somebody_had_no_part_in_it_denies(reader: Reader, said: str, stance: str) -> None:
    found = voices(reader, f"A shell killed two passengers. The governor said that the army of Mali {said}.")
    assert ("governor", stance) in found


def test_who_claims_to_have_done_it_speaks(reader: Reader) -> None:
    found = voices(reader, "The army of Mali claimed to have killed ten rebels near Djibo on Monday.")
    assert any("army" in name.casefold() or "Mali" in name for name, _ in found)
