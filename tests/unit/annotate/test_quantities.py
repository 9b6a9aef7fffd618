"""Counts keep their place in the text and their bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.quantities import quantity_mentions
from dateline.knowledge.quantities import load_quantities

RULES = load_quantities()


def test_offsets_count_in_the_whole_text() -> None:
    text = "Nine men came.\n\nThe raid killed three soldiers."
    (found,) = quantity_mentions(text, start=16, end=len(text), rules=RULES)
    assert text[found.start : found.end] == found.exact == "three soldiers"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Police arrested 1,204 people.", 1204, 1204),
        ("As many as 40 fighters fell.", 40, 40),
        ("Half a dozen drones were seen.", 6, 6),
        ("Several hundred villagers fled.", 300, None),
        ("Two to three shells landed.", 2, 3),
        ("Only 1.5 million refugees returned.", 1_500_000, 1_500_000),
    ],
)
def test_bounds(text: str, low: int, high: int | None) -> None:
    (found,) = quantity_mentions(text, start=0, end=len(text), rules=RULES)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "The 2014 elections were void.",
        "Flight 752 crashed.",
        "It is 3.5 times as much.",
        "He is one of us.",
        "Two-state talks.",
    ],
)
def test_what_is_no_count(text: str) -> None:
    assert quantity_mentions(text, start=0, end=len(text), rules=RULES) == ()


@given(st.text(alphabet="adozen killed twenty 12,5-. İß to between and soldiers%", max_size=80))
def test_quotes_hold_on_any_text(text: str) -> None:
    for found in quantity_mentions(text, start=0, end=len(text), rules=RULES):
        assert text[found.start : found.end] == found.exact
        assert found.high is None or found.low <= found.high
