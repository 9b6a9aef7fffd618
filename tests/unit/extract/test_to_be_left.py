"""Where those are who are asked to leave."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import of_type, on_a_page, places


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The army told residents of Maiduguri to evacuate on Monday.", ["Maiduguri"]),
        ("The army issued an evacuation order for a mill in northern Maiduguri.", ["Maiduguri"]),
        ("Kenya urged US citizens on Monday to leave Chad.", ["Chad"]),
        ("The governor asked residents of Maiduguri to flee to Kano.", ["Maiduguri"]),
        ("The minister called on Chad to leave the agency in Vienna alone.", []),
        ("The United Nations urged Chad on Monday to let people in Maiduguri work.", []),
    ],
)
def test_an_order_to_leave_is_where_those_are_who_are_to_leave(reader: Reader, text: str, where: list[str]) -> None:
    assert places(of_type(on_a_page(reader, text), "REQUEST")) == where
