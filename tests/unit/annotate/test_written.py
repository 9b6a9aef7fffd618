"""The day that a page gives as its own, where the publication given is a day or two late."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import FILLER, days, events


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Norland daily report, March 4, 2024", "2024-03-03"),
        ("Nine held over the raid of March 4, 2024", "2024-03-05"),
        ("Norland daily report, 4 February 2024", "2024-03-05"),
    ],
)
def test_the_past_day_of_a_report_is_that_before_its_own(reader: Reader, title: str, first: str) -> None:
    text = "Rebels shelled a barracks at Maiduguri in the past 24 hours."
    page = f"<title>{title}</title><h1>{title}</h1><p>{FILLER}</p><p>{text}</p>"
    found = events(reader, page, published="2024-03-06", media_type="text/html")
    shelled = [d for e in found if text in {q.exact for q in e.evidence} for d in days(e)]
    assert {start for start, _ in shelled} == {first}


def test_today_is_the_day_of_the_dateline(reader: Reader) -> None:
    found = events(reader, f"MAIDUGURI, 5 March (NAN) – Rebels shelled a barracks today.\n\n{FILLER}", "2024-03-06")
    assert {d for e in found for d in days(e)} == {("2024-03-05", "2024-03-05")}


def test_a_day_ahead_that_has_just_passed_is_of_this_year(reader: Reader) -> None:
    found = events(reader, f"Kenya's president will meet rebels in Gao on 4 March. {FILLER}", published="2024-03-06")
    assert {d for e in found for d in days(e)} == {("2024-03-04", "2024-03-04")}
