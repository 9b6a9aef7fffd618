"""Victims named after the deed is told, and descriptions that no name belongs to."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Party


def recipients(reader: Reader, text: str) -> list[str]:
    given = {"published": "2024-03-06", "language": "en", "outlet": "Lake Courier"}
    reading = reader.read(page_of(text.encode(), source="page", given=given))
    assert isinstance(reading, Reading), reading
    claims = [c for e in reading.events if e.type == "ASSAULT" for c in e.claims if c.property == "recipient"]
    return [c.value.name for c in claims if isinstance(c.value, Party)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A man was shot dead in Garissa on Monday. The victim was identified as Elias Wako, 53.", ["Elias Wako"]),
        (
            "A girl was killed by a shell in Sumy on Monday. Neighbours identified the girl as Oksana Moroz, of Lviv.",
            ["Oksana Moroz"],
        ),
        (
            "Two soldiers were killed in an ambush near Gao on Monday. The army named them as Sergeant Ali Keita "
            "and Private Musa Diarra.",
            ["Sergeant Ali Keita", "Private Musa Diarra"],
        ),
        ("One man, identified as Elias Wako, 20, was shot by gunmen in Garissa on Monday.", ["Elias Wako"]),
    ],
)
def test_name_given_later_is_the_victims(reader: Reader, text: str, names: list[str]) -> None:
    assert recipients(reader, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot dead in Garissa on Monday. The mayor was identified as Elias Wako.",
        "A man was shot dead in Garissa on Monday. Police identified the weapon as a Carl Gustaf.",
        "A man was shot dead in Garissa on Monday. The victim was identified as a farmer.",
    ],
)
def test_other_names_are_nobodys(reader: Reader, text: str) -> None:
    assert recipients(reader, text) == ["man"]


def test_name_leads_back_to_its_own_words(reader: Reader) -> None:
    text = "A man was shot dead in Garissa on Monday. The victim was identified as Elias Wako, 53."
    reading = reader.read(page_of(text.encode(), source="page", given={"published": "2024-03-06", "language": "en"}))
    assert isinstance(reading, Reading), reading
    (claim,) = [c for e in reading.events for c in e.claims if c.property == "recipient"]
    assert "Elias Wako" in [q.exact for q in claim.evidence]
