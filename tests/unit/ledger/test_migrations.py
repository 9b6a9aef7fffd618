"""A ledger of an older version is brought up to date, once a copy of it stands beside it."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path

import msgspec
import pytest

from dateline.app.drawing import refresh
from dateline.ledger import SqliteLedger
from dateline.ledger.schema import APPLICATION
from dateline.model.query import IncidentQuery
from fakes.happenings import article, event, page

VERSION_1 = """
CREATE TABLE schema (version TEXT NOT NULL);
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE content (id TEXT PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE article (id TEXT PRIMARY KEY, record BLOB NOT NULL);
CREATE TABLE version (
  source TEXT NOT NULL, number INTEGER NOT NULL, current INTEGER NOT NULL,
  article TEXT NOT NULL REFERENCES article, content TEXT NOT NULL REFERENCES content, page BLOB NOT NULL,
  PRIMARY KEY (source, number)
) WITHOUT ROWID;
CREATE INDEX version_article ON version (article);
CREATE TABLE event (id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES article, record BLOB NOT NULL);
CREATE INDEX event_article ON event (article);
CREATE TABLE incident (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record BLOB NOT NULL);
CREATE TABLE incident_place (incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE, key TEXT NOT NULL);
CREATE TABLE incident_party (incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE, key TEXT NOT NULL);
CREATE VIRTUAL TABLE incident_words USING fts5 (words, tokenize = 'unicode61');
INSERT INTO schema VALUES ('1');
INSERT INTO state VALUES ('revision', '1');
INSERT INTO state VALUES ('mark', '1/1-abc');
"""

TO_VERSION_2 = """
ALTER TABLE incident RENAME TO incident_3;
CREATE TABLE incident (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, first TEXT, last TEXT,
  type TEXT NOT NULL, mode TEXT, modality TEXT NOT NULL, standing TEXT NOT NULL, record BLOB NOT NULL
);
INSERT INTO incident SELECT number, id, first, last, type, mode, modality, standing, record
  FROM incident_3 JOIN incident_record ON incident_record.incident = number;
DROP TABLE incident_3;
DROP TABLE incident_record;
CREATE INDEX incident_first ON incident (first DESC, id);
CREATE INDEX incident_last ON incident (last);
CREATE INDEX incident_type ON incident (type, mode, first);
CREATE INDEX incident_standing ON incident (standing, first);
DELETE FROM state WHERE key IN ('sources', 'articles', 'events', 'incidents');
UPDATE schema SET version = '2';
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger of version 1 that holds one page with one event."""
    path = tmp_path / "l.db"
    told = article("Post")
    happened, received = event(told), page(told)
    database = sqlite3.connect(path)
    database.executescript(VERSION_1)
    database.execute(f"PRAGMA application_id = {APPLICATION}")
    database.execute("INSERT INTO content VALUES (?, ?)", (received.id, zlib.compress(received.content)))
    database.execute("INSERT INTO article VALUES (?, ?)", (told.id, zlib.compress(msgspec.json.encode(told))))
    bare = msgspec.json.encode(msgspec.structs.replace(received, content=b""))
    database.execute("INSERT INTO version VALUES (?, 1, 1, ?, ?, ?)", (told.source, told.id, received.id, bare))
    database.execute("INSERT INTO event VALUES (?, ?, ?)", (happened.id, told.id, msgspec.json.encode(happened)))
    database.commit()
    database.close()
    return path


def test_an_older_ledger_keeps_its_pages_and_events_and_draws_its_incidents_anew(old: Path) -> None:
    told = article("Post")
    held = SqliteLedger(old, create=False)
    assert list(held.accounts()) == [(event(told), told)]
    assert held.page(told.id) == page(told)
    assert held.judgements() == ()
    assert list(held.deliveries()) == [("The Post", "2024-03-06", 1, 1)]
    refresh(held)
    assert [i.events for i in held.incidents(IncidentQuery())] == [(event(told).id,)]
    held.close()


def test_the_ledger_as_it_was_stands_beside_it(old: Path) -> None:
    before = sqlite3.connect(old).execute("SELECT record FROM event").fetchall()
    SqliteLedger(old, create=False).close()
    copy = sqlite3.connect(old.with_name("l.db.version-1"))
    assert copy.execute("SELECT version FROM schema").fetchall() == [("1",)]
    assert copy.execute("SELECT record FROM event").fetchall() == before
    copy.close()


def test_a_migration_that_fails_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.errors import LedgerError
    from dateline.ledger import migrations, schema

    def broken(database: sqlite3.Connection) -> None:
        migrations.MIGRATIONS["1"](database)
        database.execute("SELECT nonsense")

    monkeypatch.setattr(schema, "MIGRATIONS", {"1": broken})
    with pytest.raises(LedgerError):
        SqliteLedger(old, create=False)
    database = sqlite3.connect(old)
    assert database.execute("SELECT version FROM schema").fetchone() == ("1",)
    assert database.execute("SELECT count(*) FROM incident").fetchone() == (0,)
    database.close()


def tables(path: Path) -> set[tuple[str, str, str]]:
    """All tables and indexes as they are declared."""
    database = sqlite3.connect(path)
    rows = database.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    database.close()
    return {(kind, name, " ".join(sql.replace("(", " ( ").replace(")", " ) ").split())) for kind, name, sql in rows}


def test_a_ledger_of_version_2_keeps_its_incidents_as_they_were_drawn(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    held = SqliteLedger(path)
    for name in ("Post", "Herald", "Star"):
        told = article(name)
        held.keep(page(told), told, (event(told), event(told, type_="PROTEST", mode="demo", when=None)))
    refresh(held)
    found, sizes = list(held.incidents(IncidentQuery())), held.sizes()
    held.close()
    database = sqlite3.connect(path)
    database.executescript(TO_VERSION_2)
    database.close()

    again = SqliteLedger(path, create=False)
    assert again.unplaced(1) == ()
    assert not refresh(again)
    assert list(again.incidents(IncidentQuery())) == found
    assert again.sizes() == sizes
    assert path.with_name("l.db.version-2").exists()
    told = article("Echo")
    again.keep(page(told), told, (event(told),))
    refresh(again)
    assert again.sizes()["events"] == sizes["events"] + 1
    again.close()


@pytest.mark.parametrize("version", ["1", "2"])
def test_a_ledger_brought_up_to_date_has_the_tables_of_a_new_one(old: Path, tmp_path: Path, version: str) -> None:
    path, new = tmp_path / "two.db", tmp_path / "new.db"
    SqliteLedger(new).close()
    SqliteLedger(path).close()
    database = sqlite3.connect(path)
    database.executescript(TO_VERSION_2)
    database.close()
    brought_up = {"1": old, "2": path}[version]
    SqliteLedger(brought_up, create=False).close()
    assert {row[:2] for row in tables(brought_up)} == {row[:2] for row in tables(new)}
    if version == "2":
        assert tables(brought_up) == tables(new)
