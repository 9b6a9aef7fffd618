"""The other side of a war: whom an offensive, a threat of one, and a surrender refused are done to."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import names, of_type, on_a_page

WAR = "Chad's invasion of Sudan is in its third week. Kenya condemned the Chadian war on Sudan on Monday.\n\n{more}"


@pytest.mark.parametrize(
    ("more", "kind", "suffering"),
    [
        ("The Chadian president has threatened a new incursion.", "THREATEN", {"Sudan"}),
        ("The Sudanese army has threatened an offensive before the rains.", "THREATEN", {"Chad"}),
        ("The president said that Sudan will not surrender.", "REJECT", {"Chad"}),
        ("Norway has supplied ambulances, the Norwegian minister said.", "AID", {"Sudan"}),
        ("Norway has supplied ambulances, the Chadian minister said.", "AID", set()),
        # of no war between the two
        ("The Chadian president has threatened a tax on salt.", "THREATEN", set()),
        ("The Kenyan president has threatened a new incursion.", "THREATEN", set()),
    ],
)
def test_the_other_side_of_the_war(reader: Reader, more: str, kind: str, suffering: set[str]) -> None:
    found = [e for e in on_a_page(reader, WAR.format(more=more)) if e.type == kind]
    assert {n for e in found for n in names(e, "recipient")} == suffering


def test_two_wars_of_a_page_leave_it_open(reader: Reader) -> None:
    text = (
        "Chad's invasion of Sudan is in its third week. Libya's invasion of Niger began on Monday.\n\n"
        "The Chadian president has threatened a new incursion."
    )
    assert names(of_type(on_a_page(reader, text), "THREATEN"), "recipient") == set()


def test_an_invasion_is_of_the_land_too(reader: Reader) -> None:
    text = WAR.format(more="Chad launched an all-out invasion on Monday, killing two bakers.")
    found = [e for e in on_a_page(reader, text) if any("bakers" in q.exact for q in e.evidence)]
    assert "Sudan" in {n for e in found for n in names(e, "recipient")}
