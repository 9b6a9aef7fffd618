"""Outlets that fall silent, halve or double are told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dateline.app.sources import sources

TODAY = date(2026, 3, 31)


def weekly(name: str, *counts: int) -> list[tuple[str | None, str | None, int, int]]:
    """So many articles in each week up to today, the last week first, with two events each."""
    days = [(TODAY - timedelta(days=7 * week + 3)).isoformat() for week in range(len(counts))]
    return [(name, day, count, 2 * count) for day, count in zip(days, counts, strict=True) if count]


@pytest.mark.parametrize(
    ("counts", "trend"),
    [
        ((3, 3, 3, 3, 3), None),
        ((0, 3, 3, 3, 3), "silent"),
        ((1, 3, 3, 3, 3), "half"),
        ((6, 3, 3, 3, 3), "double"),
        ((0, 1, 1, 1), None),
        ((5,), None),
    ],
)
def test_trends(counts: tuple[int, ...], trend: str | None) -> None:
    (found,) = sources(weekly("The Post", *counts), today=TODAY)
    assert found.trend == trend
    assert found.articles == sum(counts)
    assert found.events == 2 * sum(counts)


def test_those_with_a_trend_come_first_and_the_latest_delivery_is_today() -> None:
    rows = [*weekly("The Post", 9, 9, 9, 9, 9), *weekly("The Echo", 0, 2, 2, 2, 2), (None, None, 4, 0)]
    found = sources(rows)
    assert [s.outlet for s in found] == ["The Echo", "The Post", None]
    assert found[2].undated == 4
    assert found[0].gap == 7.0
    assert found[0].usual == 2.0


def test_an_empty_ledger_has_no_sources() -> None:
    assert sources([]) == ()
