"""What somebody is barred from doing has not been done, and whose plea is rejected is named, on own sentences."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Event, Party
from fakes.told import events


def names(event: Event) -> set[str]:
    """The words for those to whom it is done."""
    return {c.value.text for c in event.claims if c.property == "recipient" and isinstance(c.value, Party)}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "A Norwegian court freed the Kenyan reporter on 4 May but barred her from leaving Norway.",
            {"RETREAT", "COERCE"},
        ),
        ("Norway barred Kenyan students from entering the country on 4 May.", {"COERCE"}),
        ("Rebel fighters withdrew from the town of Sake on 4 May.", {"RETREAT"}),
    ],
)
def test_what_one_is_barred_from_is_not_done(reader: Reader, text: str, kinds: set[str]) -> None:
    found = events(reader, text)
    assert {e.type for e in found} == kinds
    assert len(found) == len(kinds)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("A Norwegian court on 4 May rejected the appeal of a Kenyan student.", "a Kenyan student"),
        ("A Norwegian court on 4 May rejected an appeal by the villagers.", "the villagers"),
        ("A Norwegian court on 4 May rejected the students' appeal.", "the students"),
    ],
)
def test_whose_plea_it_is_is_rejected(reader: Reader, text: str, whose: str) -> None:
    (found,) = [e for e in events(reader, text) if e.type == "REJECT"]
    assert names(found) == {whose}


def test_a_plea_for_a_thing_is_nobodys(reader: Reader) -> None:
    (found,) = [
        e for e in events(reader, "A Norwegian court on 4 May rejected a demand for more money.") if e.type == "REJECT"
    ]
    assert names(found) == set()
