"""Which numbers in a text count somebody or something."""

from __future__ import annotations

import pytest

from dateline.knowledge.resolution import resolve_rules
from dateline.resolve.counted import numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twenty-seven women and nine guests", {27, 9}),
        ("a hundred and forty rifles, 1,150 head of cattle", {140, 1150}),
        ("some three hundred people in two lorries", {300}),
        ("forty-two thousand five hundred votes were thrown away, six boxes with them", {6}),
        ("On 4 June 2026, at 9:05, on May 11th", set()),
        ("forty minutes, 12 km, 30 per cent, seven years", set()),
        ("a man aged 38 on route 7", set()),
        ("2.5 of them", set()),
        ("M23 fighters with AK-47 rifles", set()),
        ("The depot burned.[86] Nobody came to it,[87] though six had called", {6}),
        ("", set()),
    ],
)
def test_numbers_count_people_and_things_and_no_days_or_miles(text: str, found: set[int]) -> None:
    assert numbers([text], rules=resolve_rules().numbers) == found
