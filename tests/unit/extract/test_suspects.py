"""Whoever the page names as the suspect or the gunman is held to have done it, on invented pages."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Event, Party
from fakes.told import events

LEAD = "A clerk was shot and killed in Dover on 4 May, police said. "


def doers(reader: Reader, text: str) -> set[str]:
    found: list[Event] = [e for e in events(reader, text) if e.type == "ASSAULT"]
    return {c.value.name for e in found for c in e.claims if c.property == "actor" and isinstance(c.value, Party)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The suspect, 27-year-old Darren Wicks, has been charged with attempted theft.", "Darren Wicks"),
        ("Deputies arrested 41-year-old baker Carol Wicks and charged her with second-degree murder.", "Carol Wicks"),
        ("Police identified the suspect as Darren Wicks, 55, of Millbury.", "Darren Wicks"),
        ("The gunman was identified as Joseph Wicks, 62.", "Joseph Wicks"),
        ("Noah Wicks was arrested on suspicion of murder.", "Noah Wicks"),
    ],
)
def test_the_suspect_by_name_is_the_doer(reader: Reader, text: str, name: str) -> None:
    assert name in doers(reader, LEAD + text)


@pytest.mark.parametrize(
    "text",
    [
        "Noah Wicks has been charged with theft.",
        "Noah Wicks was not charged with murder.",
        "A suspect in another case, Noah Wicks, was freed.",
        "Noah Wicks, a neighbour, saw the gunman run.",
    ],
)
def test_others_named_are_no_doers(reader: Reader, text: str) -> None:
    assert doers(reader, LEAD + text) == set()


def test_who_is_known_to_have_done_it_stays(reader: Reader) -> None:
    text = "Boko Haram killed a clerk in Dover on 4 May. The suspect, Noah Wicks, was charged with murder."
    assert "Noah Wicks" not in doers(reader, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Boko Haram was responsible for the attack on the town of Sake on 4 May, the army said.", {"Boko Haram"}),
        ("Boko Haram was not responsible for the attack on the town of Sake on 4 May, the army said.", set()),
    ],
)
def test_who_was_responsible_did_it(reader: Reader, text: str, name: set[str]) -> None:
    assert doers(reader, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The coroner identified the victim as 26-year-old Anton Gray.", "Anton Gray"),
        ("The coroner identified the clerk as Ann Moran, 37.", "Ann Moran"),
    ],
)
def test_an_age_before_the_victims_name_is_no_part_of_it(reader: Reader, text: str, name: str) -> None:
    found = [e for e in events(reader, LEAD + text) if e.type == "ASSAULT"]
    names = {c.value.name for e in found for c in e.claims if c.property == "recipient" and isinstance(c.value, Party)}
    assert names == {name}
