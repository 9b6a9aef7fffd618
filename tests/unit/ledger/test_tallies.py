"""What is counted as it comes and goes is what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.app.drawing import refresh
from dateline.errors import LedgerError
from dateline.ledger import SqliteLedger
from fakes.happenings import article, event, page

COUNTS = {
    "sources": "SELECT count(*) FROM version WHERE current",
    "articles": "SELECT count(*) FROM version",
    "events": "SELECT count(*) FROM event JOIN version USING (article) WHERE current",
    "incidents": "SELECT count(*) FROM incident",
}


def counted(held: SqliteLedger) -> dict[str, int]:
    return {name: held._database.execute(sql).fetchone()[0] for name, sql in COUNTS.items()}


def test_counts_follow_what_is_kept_changed_taken_back_and_drawn_anew(tmp_path: Path) -> None:
    held = SqliteLedger(tmp_path / "l.db")
    first, second = article("Post"), article("Post", text="Nobody was hurt at the market, the Post now says.")
    other = article("Herald")
    deliveries = [
        (first, (event(first),)),
        (first, (event(first),)),
        (first, (event(first), event(first, type_="PROTEST", mode="demo"))),
        (other, (event(other), event(other, number=1))),
        (second, ()),
        (first, (event(first),)),
    ]
    for told, events in deliveries:
        held.keep(page(told), told, events)
        refresh(held)
        assert held.sizes() == counted(held)
    assert held.sizes() == {"sources": 2, "articles": 4, "events": 3, "incidents": held.sizes()["incidents"]}
    held.forget_drawing(mark="other rules")
    assert held.sizes() == counted(held)
    refresh(held)
    assert held.sizes() == counted(held)
    assert held.sizes()["incidents"] > 0
    held.close()


def test_a_failure_is_not_counted(tmp_path: Path) -> None:
    held, told = SqliteLedger(tmp_path / "l.db"), article("Post")
    with pytest.raises(LedgerError):
        held.keep(page(told), told, (event(told), event(told)))
    assert held.sizes() == counted(held) == dict.fromkeys(COUNTS, 0)
    held.close()
