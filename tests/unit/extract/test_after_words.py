"""Whom "they" means that spoke before something was done to them."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import names, of_type, on_a_page


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Police arrested two lawmakers in Dakar on Monday after they called for a strike.", "REQUEST", "lawmakers"),
        ("Gunmen killed the villagers because they refused to pay a tax.", "REJECT", "villagers"),
        ("Police fired tear gas at protesters in Lima after they refused to leave.", "REJECT", "protesters"),
        ("Kenya expelled three Chadian diplomats after they accused Nairobi of spying.", "ACCUSE", "Chadian diplomats"),
    ],
)
def test_they_are_those_to_whom_it_was_done(reader: Reader, text: str, kind: str, who: str) -> None:
    assert names(of_type(on_a_page(reader, text), kind), "actor") == {who}


def test_who_tells_them_to_yield_is_the_doer(reader: Reader) -> None:
    found = on_a_page(reader, "The army bombed the rebels in Gao after it called on them to surrender.")
    assert names(of_type(found, "REQUEST"), "actor") == {"army"}


def test_a_place_that_is_hit_says_nothing(reader: Reader) -> None:
    found = on_a_page(reader, "The army shelled the Baru Industrial Zone after it issued an order to leave on Monday.")
    assert all("Zone" not in name for e in found if e.type != "ASSAULT" for name in names(e, "actor"))
