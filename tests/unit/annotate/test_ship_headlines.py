"""Notices of ships that leave out "was"."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Named
from fakes.told import days, events, named, places


@pytest.mark.parametrize(
    ("text", "ship"),
    [
        ("Tanker hijacked off Somalia on 2 March.", "Tanker"),
        ("GULF OF ADEN: Bulk carrier hijacked 2 Mar at 0620 UTC while underway off Somalia.", "Bulk carrier"),
        ("Trawler attacked March 2 off Somalia.", "Trawler"),
    ],
)
def test_bare_ship_bears_the_deed(reader: Reader, text: str, ship: str) -> None:
    (event,) = events(reader, text, published="2024-03-06")
    assert (named(event, "actor"), named(event, "recipient"), places(event)) == ([], [ship], ["Somalia"])
    assert days(event) == {("2024-03-02", "2024-03-02")}


def test_ship_with_an_object_does_it(reader: Reader) -> None:
    (event,) = events(reader, "Fishing boat attacked coastguard post off Yemen on 2 March.", published="2024-03-06")
    assert named(event, "actor") == ["Fishing boat"]


def test_ship_fired_upon_has_no_clock_for_a_target(reader: Reader) -> None:
    (event,) = events(reader, "The tanker was fired on at 1345 UTC off Aden.", published="2024-03-06")
    assert "UTC" not in named(event, "recipient")


def test_ship_hit_some_miles_off(reader: Reader) -> None:
    text = "A tanker was hit by a missile 25 nautical miles west of Hodeidah on Monday night."
    (event,) = events(reader, text, published="2024-03-06")
    assert (named(event, "recipient"), places(event)) == (["tanker"], ["Hodeidah"])
    assert [c.value.name for c in event.claims if isinstance(c.value, Named)] == ["missile"]
