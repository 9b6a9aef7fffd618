"""Positions in degrees are taken as stated, and nothing else is one."""

from __future__ import annotations

import pytest

from dateline.annotate.positions import positions


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("near position 04:46S - 010:08E, west of the port", -4.76667, 10.13333),
        ("at 12°34'N 043°12'E", 12.56667, 43.2),
        ("at 12°34′30″N, 43°12′00″E", 12.575, 43.2),
        ("in vicinity 05-45.5N 005-03W", 5.75833, -5.05),
        ("latitude 12-34N longitude 043-12E", 12.56667, 43.2),
        ("Lat: 12.5, Long: -43.25", 12.5, -43.25),
        ("(31.5017, 34.4668)", 31.5017, 34.4668),
        ("12 34 N, 043 12 E", 12.56667, 43.2),
        ("12 34 N Lat., 043 12 E Long.", 12.56667, 43.2),
        ("12:34 N ¿ 043;12 E", 12.56667, 43.2),
    ],
)
def test_position(text: str, lat: float, lon: float) -> None:
    (found,) = positions(text, start=0, end=len(text))
    assert (found.place.lat, found.place.lon) == (lat, lon)
    assert found.place.precision == "position"
    assert text[found.start : found.end] == found.exact


def test_full_stop_after_a_position_ends_the_sentence() -> None:
    text = "They fled from 12-34N 043-12E. No one was hurt."
    (found,) = positions(text, start=0, end=len(text))
    assert found.exact == "12-34N 043-12E"


@pytest.mark.parametrize(
    "text",
    [
        "won 12-34 and 43-12",
        "on 12.5 per cent",
        "91-00N 010-00E",
        "12-75N 010-00E",
        "version 3.11.2",
        "5 Nights 6 Eggs",
    ],
)
def test_no_position(text: str) -> None:
    assert positions(text, start=0, end=len(text)) == ()
