"""Filters as people write them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.app.questions import question
from dateline.errors import InvalidOption
from dateline.model.query import Box, IncidentQuery


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, IncidentQuery()),
        ({"since": "2024", "until": "2024"}, IncidentQuery(since=date(2024, 1, 1), until=date(2024, 12, 31))),
        ({"since": "2024-02", "until": "2024-2"}, IncidentQuery(since=date(2024, 2, 1), until=date(2024, 2, 29))),
        ({"since": "2024-02-03"}, IncidentQuery(since=date(2024, 2, 3))),
        ({"types": ["assault", "ASSAULT/Drone"]}, IncidentQuery(types=("ASSAULT", "ASSAULT/drone"))),
        ({"countries": ["yem", "Yemen", "DR Congo"]}, IncidentQuery(countries=("YEM", "YEM", "COD"))),
        ({"bbox": "32, 12,44,20"}, IncidentQuery(box=Box(west=32, south=12, east=44, north=20))),
        ({"standings": ["Disputed"]}, IncidentQuery(standings=("disputed",))),
        ({"modalities": ["actual"], "text": "ship"}, IncidentQuery(modalities=("actual",), text="ship")),
    ],
)
def test_what_is_understood(filters: dict[str, Any], expected: IncidentQuery) -> None:
    assert question(**filters) == expected


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"since": "yesterday"}, "--since: expected a date as 2024-01-25"),
        ({"until": "2024-02-30"}, "--until: expected a date"),
        ({"since": "0000"}, "--since"),
        ({"types": ["ASSAUT"]}, "did you mean ASSAULT?"),
        ({"types": ["ASSAULT/dron"]}, "did you mean drone?"),
        ({"types": ["AID/drone"]}, "no mode"),
        ({"countries": ["Yemn"]}, "did you mean Yemen?"),
        ({"bbox": "1,2,3"}, "west,south,east,north"),
        ({"bbox": "0,50,10,40"}, "south <= north"),
        ({"bbox": "nan,0,1,1"}, "west,south,east,north"),
        ({"standings": ["true"]}, "single, corroborated, disputed, denied"),
    ],
)
def test_what_is_refused_says_what_would_do(filters: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidOption) as refused:
        question(**filters)
    assert said in str(refused.value)
