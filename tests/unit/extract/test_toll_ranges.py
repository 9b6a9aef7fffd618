"""Two counts under one word: a range where the second is the most there may be, else a sum."""

from __future__ import annotations

import pytest
from evals.reads import read_row, records


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("An air strike in Gao on Friday killed at least 27 and up to 30 people.", 27, 30),
        ("An air strike in Gao on Friday killed four women and three men.", 7, 7),
    ],
)
def test_up_to_is_the_most(text: str, low: int, high: int) -> None:
    (found,) = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    assert [(k["low"], k.get("high")) for k in found["killed"]] == [(low, high)]


def test_the_dead_and_hurt_together_are_no_dead() -> None:
    text = "An air strike hit a house in Gao on Friday; dozens were killed and injured, a reporter said."
    (found,) = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    assert not found.get("killed")
