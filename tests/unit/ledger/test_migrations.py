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
