"""Who is meant by an office: by the state that is named with it, on the day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.officers import officer
from dateline.knowledge.actors import load_actors


@pytest.mark.parametrize(
    ("name", "on", "meant"),
    [
        ("the US president", date(2022, 5, 1), "Joe Biden"),
        ("Russian president", date(2022, 5, 1), "Vladimir Putin"),
        ("Russian officials", date(2022, 5, 1), "Russian officials"),
        ("president", date(2022, 5, 1), "president"),
        ("US president", None, "US president"),
    ],
)
def test_an_office_is_held_by_somebody_on_a_day(name: str, on: date | None, meant: str) -> None:
    assert officer(name, load_actors(), on=on) == meant
