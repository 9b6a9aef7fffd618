"""Names meet under one key, and acronyms keep their capitals."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.knowledge.actors import load_actors
from dateline.model.actors_table import active, actors_named, alias_key

TABLE = load_actors()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kata’ib Hezbollah", "kataib hezbollah"), ("Al-Qaeda", "al qaeda"), ("U.S.", "US"), ("Türkiye", "turkiye")],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert alias_key(one) == alias_key(other)


def test_acronym_counts_in_capitals_only() -> None:
    assert [a.id for a in actors_named(TABLE, "U.S.", on=None)] == ["state:USA"]
    assert actors_named(TABLE, "us", on=None) == ()
    assert actors_named(TABLE, "is", on=None) == ()
    assert actors_named(TABLE, "who", on=None) == ()


def test_names_change_hands_with_the_day() -> None:
    assert [a.id for a in actors_named(TABLE, "Syrian army", on=date(2016, 5, 1))] == ["syrian-arab-army"]
    assert [a.id for a in actors_named(TABLE, "Syrian army", on=date(2025, 5, 1))] == ["syrian-new-army"]


def test_unknown_name_gives_no_actor() -> None:
    assert actors_named(TABLE, "Front for the Liberation of Nowhere", on=None) == ()


def test_active_includes_both_ends() -> None:
    group = TABLE.by_id["islamic-resistance-in-iraq"]
    assert group.since == date(2023, 10, 1)
    assert active(group, on=date(2023, 10, 1))
    assert not active(group, on=date(2023, 9, 30))
