"""Use-cases around a ledger, with a reader that has all knowledge."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.app import ledgers
from dateline.app.reader import Reader
from dateline.errors import InvalidOption
from dateline.ledger import MemoryLedger
from dateline.model import Issue
from fakes.stories import PROTEST, QUIET, SHELLING


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of three stories and an empty file."""
    for name, text in (("a", SHELLING), ("b", PROTEST), ("c", QUIET), ("d", "")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def ledger() -> MemoryLedger:
    """An empty ledger."""
    return MemoryLedger()


def outcomes(found: Iterator[ledgers.Delivery | Issue]) -> list[str]:
    return [each.code if isinstance(each, Issue) else each.outcome for each in found]


def test_what_is_refused_stops_no_other(pages: Path, ledger: MemoryLedger, reader: Reader) -> None:
    assert outcomes(ledgers.add(ledger, [str(pages)], reader=reader)) == ["new", "new", "new", "empty-file"]
    assert ledger.sizes()["sources"] == 3


def test_adding_twice_changes_nothing(pages: Path, ledger: MemoryLedger, reader: Reader) -> None:
    list(ledgers.add(ledger, [str(pages)], reader=reader))
    before = list(ledgers.incidents(ledger)), ledger.sizes(), ledger.revision()
    assert set(outcomes(ledgers.add(ledger, [str(pages)], reader=reader))) == {"unchanged", "empty-file"}
    assert (list(ledgers.incidents(ledger)), ledger.sizes(), ledger.revision()) == before


def test_the_order_of_pages_changes_no_incident(pages: Path, reader: Reader) -> None:
    names = [str(pages / f"{name}.txt") for name in "abc"]
    drawn = []
    for order in (names, names[::-1]):
        ledger = MemoryLedger()
        list(ledgers.add(ledger, order, reader=reader))
        drawn.append(list(ledgers.incidents(ledger)))
    assert drawn[0] == drawn[1]


def test_a_corrected_page_replaces_what_it_said(pages: Path, ledger: MemoryLedger, reader: Reader) -> None:
    list(ledgers.add(ledger, [str(pages / "a.txt")], reader=reader))
    (pages / "a.txt").write_text(SHELLING.replace("at least 12", "19"), encoding="utf-8")
    assert outcomes(ledgers.add(ledger, [str(pages / "a.txt")], reader=reader)) == ["changed"]
    lows = {i.killed.low for i in ledgers.incidents(ledger) if i.killed is not None}
    assert lows == {19}
    assert len(ledger.versions(str(pages / "a.txt"))) == 2


def test_incidents_are_drawn_anew_when_an_interrupted_add_left_them_behind(
    pages: Path, ledger: MemoryLedger, reader: Reader
) -> None:
    interrupted = ledgers.add(ledger, [str(pages)], reader=reader)
    next(interrupted)
    interrupted.close()
    assert ledger.mark() is None
    assert list(ledgers.incidents(ledger))
    assert not ledgers.refresh(ledger)


def test_show_wants_the_beginning_of_one_id(pages: Path, ledger: MemoryLedger, reader: Reader) -> None:
    list(ledgers.add(ledger, [str(pages)], reader=reader))
    found = next(ledgers.incidents(ledger))
    assert ledgers.dossier(ledger, found.id.upper()).incident == found
    for wrong in ("", "no such", found.id + "0"):
        with pytest.raises(InvalidOption):
            ledgers.dossier(ledger, wrong)
