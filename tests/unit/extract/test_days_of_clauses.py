"""Which time of its sentence a happening takes where the clause of its word does not hold the time itself."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import FILLER, days, events, on_a_page


def found_days(reader: Reader, text: str, kind: str) -> set[tuple[str, str]]:
    """The days of the events of one type, on a page of Wednesday, 6 March 2024."""
    return {d for e in on_a_page(reader, text) if e.type == kind for d in days(e)}


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("The army continued to carry out drone raids on barracks, depots and bridges on 1 March.", "ASSAULT", "01"),
        ("The police put the students under pressure on 1 March by conducting arrests.", "COERCE", "01"),
        (
            "Ada Kolo planted a flag in the middle of Gao on 1 March when she returned there to visit her soldiers.",
            "CONSULT",
            "01",
        ),
    ],
)
def test_what_is_done_at_once_is_done_then(reader: Reader, text: str, kind: str, day: str) -> None:
    assert found_days(reader, text, kind) == {(f"2024-03-{day}", f"2024-03-{day}")}


def test_what_is_only_decided_then_is_not_done_then(reader: Reader) -> None:
    text = "The army decided on 1 March to carry out drone raids on barracks in Gao."
    assert found_days(reader, text, "ASSAULT") == set()


def test_a_stretch_holds_for_the_object_of_the_verb(reader: Reader) -> None:
    text = "Herders have made several attacks on farms in Chad since the protests started on 1 March."
    assert ("2024-03-01", "2024-03-06") in found_days(reader, text, "ASSAULT")


def test_the_largest_since_is_of_its_own_day(reader: Reader) -> None:
    text = "Jets carried out strikes across Chad on 4 March in the largest attack since the protests began on 1 March."
    assert ("2024-03-01", "2024-03-06") not in found_days(reader, text, "ASSAULT")


def test_what_another_said_meanwhile_dates_nothing(reader: Reader) -> None:
    text = "Norland refused to name the rebels, although its president Ada Kolo on 1 March called for restraint."
    found = events(reader, f"{FILLER}\n\n{text}", published="2024-03-06")
    assert {d for e in found if e.type == "REJECT" for d in days(e)} == set()


def test_a_summit_is_of_the_time_right_behind_it(reader: Reader) -> None:
    text = "At the summit in Madrid this week sweeping changes to the alliance of Norland were agreed by leaders."
    assert found_days(reader, text, "CONSULT") == {("2024-03-04", "2024-03-10")}
