"""Lines that say when a page came out."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model.text import Block
from dateline.read.dated import CHANGED, COVERED, DOUBTED, dated_lines, is_dated

STORY = Block(
    text="Shells fell on the market of Loam on Monday and killed two traders, the mayor said.",
    kind="paragraph",
    kept=True,
    reason="body",
)


def line(text: str) -> Block:
    return Block(text=text, kind="paragraph", kept=True, reason="body")


@pytest.mark.parametrize(
    ("text", "expected", "basis"),
    [
        ("Issued: 06 MAR 2023 1815 UTC", date(2023, 3, 6), "labelled line"),
        ("Published in Loam, March 6th, 2023", date(2023, 3, 6), "labelled line"),
        ("Loam, 6 March 2023", date(2023, 3, 6), "dated line"),
        ("Loam, Monday, 6 March 2023", date(2023, 3, 6), "dated line"),
        ("NPA | Monday 6 March 2023 - 14:02", date(2023, 3, 6), "dated line"),
        ("Number 11 | Monday 6 March 2023", date(2023, 3, 6), "dated line"),
        ("2023-03-06T10:15Z", date(2023, 3, 6), "dated line"),
        ("Number 11 | Sunday 6 March 2023", date(2023, 3, 6), DOUBTED),
        ("Period covered: 27 February to 5 March 2023", date(2023, 3, 5), COVERED),
        ("Last updated: 7 March 2023", date(2023, 3, 7), CHANGED),
    ],
)
def test_day_beside_the_story(text: str, expected: date, basis: str) -> None:
    (found,) = dated_lines([line(text), STORY])
    assert (found.day, found.basis, found.exact) == (expected, basis, text)
    assert found.reliable is (basis in ("labelled line", "dated line"))


@pytest.mark.parametrize(
    "text", ["The fire of 6 March 2023", "Tension in Loam, 6 March 2023", "A reader of tides, 1934–2023", "6 March"]
)
def test_day_that_a_line_tells_of_is_none_of_publication(text: str) -> None:
    assert not is_dated(text)


def test_lines_amid_the_story_and_of_other_stories_are_left_out() -> None:
    other = Block(text="6 March 2023", kind="other", kept=False, reason="other stories")
    assert list(dated_lines([STORY, line("6 March 2023"), STORY, other])) == []


def test_surest_line_comes_first() -> None:
    found = dated_lines([line("Updated 7 March 2023"), STORY, line("Loam, 6 March 2023")])
    assert [each.basis for each in found] == ["dated line", CHANGED]
