"""Streets that bear the name of a place are no places of that name."""

from __future__ import annotations

import pytest

from dateline.annotate.place_streets import is_street


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A man was shot on Jefferson Avenue on Monday.", "Jefferson"),
        ("He was found in the 2600 block of Olney on Monday.", "Olney"),
        ("He was found in the 2600 block of North Olney.", "Olney"),
        ("Shots were fired at 3400 N. Emerson on Monday.", "Emerson"),
        ("They met at the corner of Pine and Vernon.", "Vernon"),
        ("It happened at 70th Street and Jefferson.", "Jefferson"),
        ("It happened near Hopkins and Vernon streets.", "Hopkins"),
        ("A shell fell in Jorns St. on Monday.", "Jorns"),
    ],
)
def test_a_street_is_told_by_the_words_around_it(text: str, name: str) -> None:
    at = text.index(name)
    assert is_street(text, at, at + len(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels cut the road to Gao on Monday.", "Gao"),
        ("Rebels hold the Gao road.", "Gao"),
        ("Soldiers left Lysander and Vernon on Monday.", "Vernon"),
        ("In 2014 Crimea was seized.", "Crimea"),
        ("The streets of Kyiv were empty.", "Kyiv"),
        ("They drove from Chicago St. Louis and on.", "Chicago"),
        ("At the corner of the square in Jos a shell fell.", "Jos"),
    ],
)
def test_a_place_beside_a_road_stays_a_place(text: str, name: str) -> None:
    at = text.index(name)
    assert not is_street(text, at, at + len(name))
