"""What every ledger does, run against each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec
import pytest

from dateline.app.drawing import refresh
from dateline.errors import LedgerError
from dateline.knowledge.resolution import resolve_rules
from dateline.ledger import MemoryLedger, SqliteLedger
from dateline.model import Article, Event, Incident, Page
from dateline.model.query import Box, IncidentQuery
from dateline.ports import Kept, Ledger
from dateline.resolve import incidents
from fakes.happenings import (
    ARMY,
    CONGO,
    GOMA,
    GUNMEN,
    HODEIDAH,
    M23,
    RED_SEA,
    THE_PAGE,
    article,
    event,
    page,
    voice,
)  # fmt: skip


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    held: Ledger = MemoryLedger() if request.param == "memory" else SqliteLedger(tmp_path / "l.db")
    yield held
    held.close()


def keep(ledger: Ledger, told: Article, events: Sequence[Event], *, received: Page | None = None) -> Kept:
    return ledger.keep(received or page(told), told, events)


def resolve(ledger: Ledger) -> tuple[Incident, ...]:
    refresh(ledger)
    return incidents(ledger.accounts(), rules=resolve_rules())


def test_an_empty_ledger_holds_nothing(ledger: Ledger) -> None:
    assert ledger.sizes() == {"sources": 0, "articles": 0, "events": 0, "incidents": 0}
    assert list(ledger.accounts()) == []
    assert list(ledger.incidents(IncidentQuery())) == []
    assert ledger.incident("") == ()
    assert ledger.mark() is None
    assert ledger.page("no such article") is None


def test_what_is_kept_comes_back_the_same(ledger: Ledger) -> None:
    told = article("Post", text="Снаряды fell on “Goma” — 5 dead.")
    happened = event(told, killed=[(5, voice("army"))])
    received = page(told, content=b"<p>as received</p>", given={"published": "2024-03-06"})
    assert keep(ledger, told, [happened], received=received) == "new"
    assert list(ledger.accounts()) == [(happened, told)]
    assert ledger.page(told.id) == received
    assert ledger.articles([told.id, "none"]) == (told,)
    assert ledger.events([happened.id, "none"]) == (happened,)


def test_the_same_page_twice_changes_nothing(ledger: Ledger) -> None:
    told = article("Post")
    keep(ledger, told, [event(told)])
    revision, sizes = ledger.revision(), ledger.sizes()
    assert ledger.holds(page(told))
    assert keep(ledger, told, [event(told)]) == "unchanged"
    assert (ledger.revision(), ledger.sizes()) == (revision, sizes)


def test_a_page_that_only_looks_different_changes_nothing(ledger: Ledger) -> None:
    told = article("Post")
    keep(ledger, told, [event(told)])
    again = msgspec.structs.replace(told, page="another page")
    other = page(told, content=b"another advertisement")
    assert not ledger.holds(other)
    assert keep(ledger, again, [event(told)], received=other) == "unchanged"
    assert ledger.sizes()["articles"] == 1


def test_a_changed_page_is_a_new_version_and_the_old_one_is_kept_but_silent(ledger: Ledger) -> None:
    first, second = article("Post"), article("Post", text="Corrected: nine people died in the shelling.")
    keep(ledger, first, [event(first)])
    assert keep(ledger, second, [event(second), event(second, number=1)]) == "changed"
    assert ledger.versions("Post") == (first, second)
    assert {told.id for _, told in ledger.accounts()} == {second.id}
    assert ledger.events([event(first).id]) == ()
    assert ledger.page(first.id) == page(first)
    assert ledger.sizes() == {"sources": 1, "articles": 2, "events": 2, "incidents": 0}
    assert not ledger.holds(page(first))


def test_a_page_that_changes_back_speaks_again(ledger: Ledger) -> None:
    first, second = article("Post"), article("Post", text="Another text altogether.")
    for told in (first, second, first):
        keep(ledger, told, [event(told)])
    assert [told for _, told in ledger.accounts()] == [first]
    assert len(ledger.versions("Post")) == 3


def test_a_date_given_later_replaces_the_article_in_place(ledger: Ledger) -> None:
    undated, dated = article("Post", published=None), article("Post")
    keep(ledger, undated, [event(undated)])
    assert keep(ledger, dated, [event(dated)]) == "changed"
    assert ledger.versions("Post") == (dated,)


def test_a_page_without_events_is_kept(ledger: Ledger) -> None:
    told = article("Post")
    assert keep(ledger, told, []) == "new"
    assert ledger.holds(page(told))
    assert ledger.sizes()["articles"] == 1


def test_accounts_come_in_the_order_of_event_ids(ledger: Ledger) -> None:
    for name in ("Post", "Echo", "Star"):
        told = article(name)
        keep(ledger, told, [event(told, number=n) for n in range(3)])
    ids = [happened.id for happened, _ in ledger.accounts()]
    assert ids == sorted(ids)


def test_incidents_of_events_are_replaced_and_no_others(ledger: Ledger) -> None:
    told = article("Post")
    keep(ledger, told, [event(told), event(told, type_="PROTEST", mode="demo", number=1)])
    found = resolve(ledger)
    assert tuple(sorted(ledger.incidents(IncidentQuery()), key=lambda i: i.id)) == found
    assert ledger.mark() == resolve_rules().version
    ledger.redraw(found[0].events, ())
    assert list(ledger.incidents(IncidentQuery())) == list(found[1:])


def test_what_fails_within_a_whole_leaves_nothing(ledger: Ledger) -> None:
    told = article("Post")

    def fail() -> None:
        with ledger.whole():
            keep(ledger, told, [event(told)])
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert ledger.sizes()["sources"] == 0
    assert ledger.unplaced(5) == ()


def test_an_incident_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    told = article("Post")
    keep(ledger, told, [event(told)])
    (found,) = resolve(ledger)
    assert ledger.incident(found.id[:5]) == (found,)
    assert ledger.incident("x") == ()
    assert ledger.incident("%") == ()


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Four incidents: a shelling in Goma, a protest there, an attack at sea, and an undated threat."""
    shelling, sea = article("Post"), article("Echo", published="2024-05-02")
    keep(ledger, shelling, [
        event(shelling, killed=[(3, THE_PAGE)]),
        event(shelling, type_="PROTEST", mode="demo", when="2024-03-02", actors=(GUNMEN,), recipients=()),
    ])  # fmt: skip
    keep(ledger, sea, [
        event(sea, mode="drone", when="2024-05-01", where=(RED_SEA, HODEIDAH), actors=(ARMY,), recipients=()),
        event(sea, type_="THREATEN", mode=None, modality="threatened", when=None, where=(CONGO,), actors=(M23,)),
    ])  # fmt: skip
    resolve(ledger)
    return ledger


@pytest.mark.parametrize(
    ("query", "types"),
    [
        (IncidentQuery(), ["THREATEN", "ASSAULT/drone", "ASSAULT/heavy-weapons", "PROTEST/demo"]),
        (IncidentQuery(since=date(2024, 5, 1)), ["THREATEN", "ASSAULT/drone"]),
        (IncidentQuery(until=date(2024, 3, 4)), ["PROTEST/demo"]),
        (IncidentQuery(since=date(2024, 3, 3), until=date(2024, 3, 31)), ["ASSAULT/heavy-weapons"]),
        (IncidentQuery(types=("ASSAULT",)), ["ASSAULT/drone", "ASSAULT/heavy-weapons"]),
        (IncidentQuery(types=("ASSAULT/drone", "PROTEST")), ["ASSAULT/drone", "PROTEST/demo"]),
        (IncidentQuery(actors=("m23",)), ["THREATEN", "ASSAULT/heavy-weapons"]),
        (IncidentQuery(actors=("MARCH 23",)), ["THREATEN", "ASSAULT/heavy-weapons"]),
        (IncidentQuery(actors=("m2",)), []),
        (IncidentQuery(actors=("%",)), []),
        (IncidentQuery(countries=("YEM",)), ["ASSAULT/drone"]),
        (
            IncidentQuery(countries=("COD", "YEM")),
            ["THREATEN", "ASSAULT/drone", "ASSAULT/heavy-weapons", "PROTEST/demo"],
        ),
        (IncidentQuery(places=("hudaydah",)), ["ASSAULT/drone"]),
        (IncidentQuery(places=("geonames:216281",)), ["ASSAULT/heavy-weapons", "PROTEST/demo"]),
        (IncidentQuery(box=Box(west=29, south=-2, east=30, north=-1)), ["ASSAULT/heavy-weapons", "PROTEST/demo"]),
        (IncidentQuery(box=Box(west=170, south=-90, east=-170, north=90)), []),
        (IncidentQuery(modalities=("threatened",)), ["THREATEN"]),
        (IncidentQuery(standings=("single",), types=("PROTEST",)), ["PROTEST/demo"]),
        (IncidentQuery(standings=("disputed",)), []),
        (IncidentQuery(text="MARKET shells"), ["THREATEN", "ASSAULT/drone", "ASSAULT/heavy-weapons", "PROTEST/demo"]),
        (IncidentQuery(text="red sea"), ["ASSAULT/drone"]),
        (IncidentQuery(text='quotes" OR 1'), []),
        (IncidentQuery(text="  "), ["THREATEN", "ASSAULT/drone", "ASSAULT/heavy-weapons", "PROTEST/demo"]),
    ],
)
def test_filters(filled: Ledger, query: IncidentQuery, types: list[str]) -> None:
    found = [f"{i.type}/{i.mode}" if i.mode else i.type for i in filled.incidents(query)]
    assert found == types


def test_both_ledgers_answer_alike(tmp_path: Path) -> None:
    held: list[Ledger] = [MemoryLedger(), SqliteLedger(tmp_path / "l.db")]
    for ledger in held:
        for name in ("Post", "Echo", "Star"):
            told = article(name)
            keep(ledger, told, [event(told, where=(GOMA,)), event(told, when=None, number=1)])
        resolve(ledger)
    memory, sqlite = ([list(x.incidents(IncidentQuery())), list(x.accounts()), x.sizes()] for x in held)
    assert memory == sqlite
    held[1].close()


class TestFile:
    """What holds for the file alone."""

    def test_is_found_again_after_closing(self, tmp_path: Path) -> None:
        told = article("Post")
        with_events = SqliteLedger(tmp_path / "l.db")
        keep(with_events, told, [event(told)])
        found = resolve(with_events)
        with_events.close()
        again = SqliteLedger(tmp_path / "l.db", create=False)
        assert tuple(again.incidents(IncidentQuery())) == found
        again.close()

    def test_a_failure_takes_the_whole_page_back(self, tmp_path: Path) -> None:
        held, told = SqliteLedger(tmp_path / "l.db"), article("Post")
        twice = event(told)
        with pytest.raises(LedgerError):
            keep(held, told, [twice, twice])
        assert held.sizes() == {"sources": 0, "articles": 0, "events": 0, "incidents": 0}
        assert keep(held, told, [twice]) == "new"
        held.close()

    def test_a_reader_is_not_kept_waiting_by_a_writer(self, tmp_path: Path) -> None:
        writer, told = SqliteLedger(tmp_path / "l.db"), article("Post")
        reader = SqliteLedger(tmp_path / "l.db", create=False)
        keep(writer, told, [event(told)])
        rows = reader.accounts()
        next(rows)
        keep(writer, article("Echo"), [])
        assert list(rows) == []
        writer.close()
        reader.close()

    @pytest.mark.parametrize(
        ("content", "code"), [(None, "no-ledger"), (b"hello, this is no database at all", "unusable")]
    )
    def test_what_is_no_ledger_is_refused_and_left_alone(
        self, tmp_path: Path, content: bytes | None, code: str
    ) -> None:
        path = tmp_path / "l.db"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(LedgerError) as refused:
            SqliteLedger(path, create=False)
        assert refused.value.code == code
        assert (path.read_bytes() if path.exists() else None) == content

    def test_a_database_of_something_else_is_refused(self, tmp_path: Path) -> None:
        import sqlite3

        database = sqlite3.connect(tmp_path / "l.db")
        database.execute("CREATE TABLE notes (text)")
        database.close()
        with pytest.raises(LedgerError) as refused:
            SqliteLedger(tmp_path / "l.db")
        assert refused.value.code == "not-a-ledger"

    def test_another_version_is_refused(self, tmp_path: Path) -> None:
        import sqlite3

        SqliteLedger(tmp_path / "l.db").close()
        database = sqlite3.connect(tmp_path / "l.db")
        database.execute("UPDATE schema SET version = '99'")
        database.commit()
        database.close()
        with pytest.raises(LedgerError) as refused:
            SqliteLedger(tmp_path / "l.db")
        assert (refused.value.code, refused.value.found) == ("other-version", "version 99")

    def test_a_folder_that_is_not_there_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(LedgerError) as refused:
            SqliteLedger(tmp_path / "none" / "l.db")
        assert refused.value.code == "no-folder"
