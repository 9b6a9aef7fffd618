"""Those taken and freed: when they were taken and by whom, and who fell where they were freed."""

from __future__ import annotations

import pytest
from tests.fakes.told import days, events, named, of_type, telling

from dateline.app.reader import Reader

RESCUE = (
    "Soldiers stormed a bus near Lamu on Thursday and freed 12 passengers who had been held at gunpoint since the "
    "evening before, the army said. Two gunmen were killed and a soldier was hit in the arm. The bus is back in its "
    "depot. It carries rice and mail. No group has claimed the abduction."
)


def test_taken_on_the_evening_before_by_those_who_were_fought(reader: Reader) -> None:
    taken = next(e for e in events(reader, RESCUE) if e.mode == "abduct")
    assert days(taken) == {("2024-03-27", "2024-03-27")}
    assert named(taken, "actor") == ["gunmen"]
    assert any("claimed the abduction" in quote.exact for quote in taken.evidence)


def test_who_fell_on_both_sides_fell_in_the_storming(reader: Reader) -> None:
    stormed = next(e for e in events(reader, RESCUE) if named(e, "actor") == ["Soldiers"] and e.type == "ASSAULT")
    counts = {c.property: c.value.low for c in stormed.claims if c.property in ("killed", "injured")}
    assert counts == {"killed": 2, "injured": 1}


def test_where_others_fell_it_was_another_fight(reader: Reader) -> None:
    text = RESCUE.replace(
        "Two gunmen were killed and a soldier was hit in the arm.", "Nine farmers were killed at Kitui."
    )
    assert not any(c.property == "killed" for c in telling(events(reader, text), "stormed").claims)


def test_release_is_not_dated_by_the_taking(reader: Reader) -> None:
    found = events(reader, "The army freed 18 people near Gao who had been held by gunmen since Tuesday. It rained.")
    assert days(of_type(found, "RETREAT")) == set()


@pytest.mark.parametrize(
    ("told", "dated"),
    [
        ("A nurse who was snatched from a clinic is free after 21 days. She was let go near Gao on Friday.", False),
        ("A nurse was snatched from a clinic on Friday. She was let go near Gao on Saturday.", True),
    ],
)
def test_taking_of_one_who_is_free_has_no_day_of_the_lead(reader: Reader, told: str, dated: bool) -> None:
    assert bool(days(telling(events(reader, told), "snatched"))) is dated


def test_release_of_one_taken_months_ago_is_news(reader: Reader) -> None:
    text = "Rebels freed a nurse near Bura whom they had kidnapped in October. The market was open. It rained."
    assert "release" in {e.mode for e in events(reader, text)}


def test_release_of_months_ago_is_no_news(reader: Reader) -> None:
    text = "Rain fell on the coast. In October rebels freed a nurse. The market was open. It rained."
    assert "release" not in {e.mode for e in events(reader, text)}
