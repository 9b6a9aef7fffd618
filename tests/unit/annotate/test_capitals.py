"""Capitals that are told by whose they are."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import events, places


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("in the Libyan capital", ["Tripoli"]),
        ("in the South Sudanese capital", ["Juba"]),
        ("in Somalia's capital", ["Mogadishu"]),
        ("in the Libyan capital, Tripoli,", ["Tripoli"]),
        ("30 km north of the Haitian capital", ["Port-au-Prince"]),
        ("in a village north of the Haitian capital", []),
    ],
)
def test_capital_of_a_country(reader: Reader, where: str, found: list[str]) -> None:
    (event,) = events(reader, f"Gunmen shot a judge {where} on Monday.")
    assert places(event) == found


def test_money_is_no_town(reader: Reader) -> None:
    found = events(reader, "The Libyan capital markets fell on Monday after gunmen shot a judge in Sirte.")
    assert [places(e) for e in found if e.type == "ASSAULT"] == [["Sirte"]]
