"""What is done for one page is looked up, never searched for among all that is kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.app.drawing import refresh
from dateline.ledger import SqliteLedger
from dateline.ledger.drawing import runs
from fakes.happenings import article, event, page

PENDING = {"unplaced", "stale"}
"""Tables that hold only what is still to be done."""


@pytest.fixture
def held(tmp_path: Path) -> SqliteLedger:
    return SqliteLedger(tmp_path / "l.db")


def searched(held: SqliteLedger, statements: list[str]) -> set[str]:
    """The tables that any of the statements would go through from end to end."""
    found: set[str] = set()
    for statement in statements:
        if re.match(r"(SELECT|INSERT|UPDATE|DELETE)\b", statement):
            for *_, step in held._database.execute(f"EXPLAIN QUERY PLAN {statement}"):
                found.update(re.findall(r"^SCAN (?!CONSTANT ROW|.*VIRTUAL TABLE)(\w+)", step))
    return found


def test_one_more_article_goes_through_no_table(held: SqliteLedger) -> None:
    statements: list[str] = []
    refresh(held)
    held._database.set_trace_callback(statements.append)
    for name in ("Post", "Herald"):
        told = article(name)
        held.keep(page(told), told, (event(told),))
        refresh(held)
    held._database.set_trace_callback(None)
    assert len(statements) > 40
    assert searched(held, statements) <= PENDING | {"judgement"}


def test_what_waits_comes_in_the_order_in_which_it_was_kept(held: SqliteLedger) -> None:
    told = [article(name) for name in ("Post", "Herald", "Star")]
    for one in told:
        held.keep(page(one), one, (event(one),))
    assert [one.id for _, one in held.unplaced(2)] == [one.id for one in told[:2]]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ((), []),
        ((7,), [(7, 7)]),
        ((3, 1, 2, 9, -4, -5), [(-5, -4), (1, 3), (9, 9)]),
        ((1, 3, 5), [(1, 1), (3, 3), (5, 5)]),
    ],
)
def test_keys_that_follow_each_other_are_sought_at_once(keys: tuple[int, ...], found: list[tuple[int, int]]) -> None:
    assert list(runs(keys)) == found
