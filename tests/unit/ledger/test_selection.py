"""Whichever way a query is answered, the same incidents come in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from dateline.app.drawing import refresh
from dateline.ledger import MemoryLedger, SqliteLedger, selection
from dateline.model import Period
from dateline.model.query import Box, IncidentQuery
from fakes.happenings import ARMY, BUKAVU, GOMA, GUNMEN, HODEIDAH, M23, SAKE, article, event, page

JUNE = Period(start=date(2024, 6, 1), end=date(2024, 6, 30), precision="month")
TYPES = (("ASSAULT", "aerial"), ("PROTEST", "demo"), ("THREATEN", None))
WAYS = {
    "the rarest filter leads": (10_000, 5_000, 100_000),
    "the latest do": (0, 5_000, 100_000),
    "the latest do not, the rarest leads": (0, 1, 100_000),
    "all are gone through": (0, 0, 0),
}
"""What FEW, RECENT and MANY are to be for each way to be taken."""
PERIODS = (
    {},
    {"since": date(2024, 6, 10)},
    {"until": date(2024, 6, 10)},
    {"since": date(2024, 6, 29), "until": date(2024, 6, 29)},
)
OTHERS: tuple[dict[str, object], ...] = (
    {},
    {"types": ("ASSAULT", "PROTEST/demo")},
    {"actors": ("m23",), "places": ("goma", "bukavu")},
    {"countries": ("YEM",)},
    {"box": Box(west=28, south=-3, east=30, north=-1)},
    {"text": "market shells"},
    {"text": "market zeppelin"},
    {"modalities": ("actual",), "standings": ("single",), "text": "goma"},
)
QUERIES = [
    IncidentQuery(limit=limit, **period, **other)  # type: ignore[arg-type]
    for period, other, limit in product(PERIODS, OTHERS, (None, 1, 4, 100))
]


def fill(held: MemoryLedger | SqliteLedger) -> None:
    """Incidents of all kinds, some of a month and some without a day."""
    for number in range(24):
        told = article(f"paper-{number}", published=None if number % 8 == 7 else f"2024-06-{number + 1:02}")
        type_, mode = TYPES[number % 3]
        when = (f"2024-06-{number + 1:02}", JUNE, None)[0 if number % 4 else number % 3]
        where = ((GOMA,), (SAKE, BUKAVU), (HODEIDAH,))[number % 5 % 3]
        told_of = event(told, type_=type_, mode=mode, when=when, where=where, actors=((M23, ARMY, GUNMEN)[number % 3],))
        held.keep(page(told), told, (told_of,))
    refresh(held)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteLedger]:
    ledger = SqliteLedger(tmp_path_factory.mktemp("selection") / "l.db")
    fill(ledger)
    yield ledger
    ledger.close()


@pytest.fixture(scope="module")
def wanted() -> list[list[str]]:
    """What the ledger in memory answers to each of the queries."""
    memory = MemoryLedger()
    fill(memory)
    return [[incident.id for incident in memory.incidents(query)] for query in QUERIES]


@pytest.mark.parametrize("way", WAYS)
def test_every_way_answers_alike(
    held: SqliteLedger, wanted: list[list[str]], way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in zip(("FEW", "RECENT", "MANY"), WAYS[way], strict=True):
        monkeypatch.setattr(selection, name, value)
    assert [[incident.id for incident in held.incidents(query)] for query in QUERIES] == wanted
    assert any(0 < len(ids) < 24 for ids in wanted)


def test_the_latest_of_many_are_not_looked_for_among_all(held: SqliteLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selection, "FEW", 0)
    statements: list[str] = []
    held._database.set_trace_callback(statements.append)
    found = list(held.incidents(IncidentQuery(types=("ASSAULT",), limit=2)))
    held._database.set_trace_callback(None)
    assert len(found) == 2
    plan = [step for *_, step in held._database.execute(f"EXPLAIN QUERY PLAN {statements[-1]}")]
    assert "SCAN incident USING COVERING INDEX incident_first" in plan


def test_names_are_searched_once(held: SqliteLedger) -> None:
    statements: list[str] = []
    held._database.set_trace_callback(statements.append)
    list(held.incidents(IncidentQuery(actors=("m23",), places=("goma",), limit=5)))
    held._database.set_trace_callback(None)
    assert sum("instr(key" in statement for statement in statements) == 2
