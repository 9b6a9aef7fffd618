"""Values in a few words."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import Count, Located, Period, Place, Toll
from dateline.render import phrases
from fakes.happenings import ARMY, CIVILIANS, CONGO, GOMA, M23, RED_SEA, article, event, voice


@pytest.mark.parametrize(
    ("start", "end", "precision", "said"),
    [
        ("2024-01-05", "2024-01-05", "day", "5 Jan 2024"),
        ("2024-01-22", "2024-01-24", "range", "22–24 Jan 2024"),
        ("2024-01-30", "2024-02-02", "range", "30 Jan – 2 Feb 2024"),
        ("2023-12-30", "2024-01-02", "range", "30 Dec 2023 – 2 Jan 2024"),
        ("2024-02-01", "2024-02-29", "month", "Feb 2024"),
        ("2024-01-01", "2024-12-31", "year", "2024"),
        ("2024-01-22", "2024-01-28", "week", "week of 22 Jan 2024"),
        ("2024-01-01", "2024-03-31", "quarter", "1 Jan – 31 Mar 2024"),
    ],
)
def test_a_period_is_never_finer_than_it_is(start: str, end: str, precision: str, said: str) -> None:
    given = Period(start=date.fromisoformat(start), end=date.fromisoformat(end), precision=precision)  # type: ignore[arg-type]
    assert phrases.period(given) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (Count(low=11, high=11), "11 killed"),
        (Count(low=12), "at least 12 killed"),
        (Count(low=3, high=5), "3–5 killed"),
        (Count(low=1500, high=1500, approximate=True), "about 1,500 killed"),
    ],
)
def test_a_count(count: Count, said: str) -> None:
    assert phrases.count(count, "killed") == said


def test_a_toll_shows_its_spread_only_where_there_is_one() -> None:
    assert phrases.toll(Toll(low=3, best=3, high=3), "killed") == "3 killed"
    assert phrases.toll(Toll(low=3, best=9, high=12), "killed") == "9 killed (3 to 12)"


def test_who_does_what_to_whom() -> None:
    assert phrases.parties([M23], [CIVILIANS, ARMY]) == "March 23 Movement → civilians, Armed Forces of the DRC"
    assert phrases.parties([], [CIVILIANS]) == "→ civilians"
    assert phrases.parties([M23], []) == "March 23 Movement"


def test_long_lists_say_how_many_more() -> None:
    assert phrases.listed("abcdef") == "a, b, c, d and 2 more"
    assert phrases.listed(["a", "a", "b"]) == "a, b"


def test_places_name_the_country_and_leave_out_what_holds_them() -> None:
    near = Place(name="Goma", precision="town", country="COD", relation="10 km north of")
    told = [Located(place=place, text="") for place in (GOMA, CONGO, RED_SEA)]
    assert phrases.places(told) == "Goma (COD), Red Sea"
    assert phrases.places(told[1:2]) == "DR Congo"
    assert phrases.place(Located(place=near, text="")) == "10 km north of Goma (COD)"


def test_the_page_speaks_only_where_nobody_else_does() -> None:
    told = article("Post")
    assert phrases.event_voices(event(told)) == "the page reports"
    assert phrases.event_voices(
        event(told, voices=(voice("army"),), actors=(), recipients=(), where=(), when=None)
    ) == ("army claims")
