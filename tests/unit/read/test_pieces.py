"""Paragraphs of scraped text and their spans."""

from __future__ import annotations

import pytest

from dateline.read.pieces import paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\n \t\n\n  Two.  ", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("They are\nAna Example\n, aged 18,\nand Ben.", ["They are\nAna Example\n, aged 18,\nand Ben."]),
        (
            "The navy said that it had sunk the old frigate\nRed Gannet\non Monday.\nIt is lost.",
            ["The navy said that it had sunk the old frigate\nRed Gannet\non Monday.", "It is lost."],
        ),
        ("More from the coast\nRed Gannet\non Monday.", ["More from the coast", "Red Gannet\non Monday."]),
        ("A headline of the day\nThe town was shelled.", ["A headline of the day", "The town was shelled."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    found = paragraphs(text)
    assert [piece.text for piece in found] == expected
    assert all(text[piece.start : piece.end] == piece.text for piece in found)


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    lines = [
        "The governor said that the road to the north would stay closed for",
        "the rest of the week while sappers look for mines that the fighters",
        "left behind when they withdrew from the three villages last month.",
    ]
    assert len(paragraphs("\n".join(lines))) == 1
