"""The tables of a ledger file, and the refusal of files that hold anything else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import LedgerError

VERSION = "1"
APPLICATION = 0x444C4E45
"""Marks the file as a ledger, for `file` and for us."""
_TABLES = """
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
CREATE TABLE incident (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, first TEXT, last TEXT,
  type TEXT NOT NULL, mode TEXT, modality TEXT NOT NULL, standing TEXT NOT NULL, record BLOB NOT NULL
);
CREATE INDEX incident_first ON incident (first);
CREATE TABLE incident_place (
  incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
  id TEXT, key TEXT NOT NULL, country TEXT, lat REAL, lon REAL
);
CREATE INDEX incident_place_incident ON incident_place (incident);
CREATE INDEX incident_place_country ON incident_place (country);
CREATE TABLE incident_party (
  incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE, id TEXT, key TEXT NOT NULL
);
CREATE INDEX incident_party_incident ON incident_party (incident);
CREATE VIRTUAL TABLE incident_words USING fts5 (words, tokenize = 'unicode61');
"""


def connected(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection to the ledger at `path`, made first where there is none and `create` is True; raises LedgerError."""
    if not create and not path.is_file():
        raise LedgerError(item=str(path), expected="a ledger", found="no such file", code="no-ledger")
    if not path.absolute().parent.is_dir():
        raise LedgerError(item=str(path), expected="a folder to keep it in", found="no such folder", code="no-folder")
    with reported(path):
        database = sqlite3.connect(path, timeout=30, isolation_level=None)
        try:
            _prepare(database, path)
        except (sqlite3.Error, LedgerError):
            database.close()
            raise
    return database


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    for setting in ("foreign_keys = ON", "synchronous = NORMAL"):
        database.execute(f"PRAGMA {setting}")
    if _empty(database):
        database.execute("PRAGMA journal_mode = WAL")
        with transaction(database):
            if _empty(database):
                _create(database)
    application = database.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION:
        raise LedgerError(item=str(path), expected="a ledger", found="another kind of database", code="not-a-ledger")
    version = database.execute("SELECT version FROM schema").fetchone()[0]
    if version != VERSION:
        raise LedgerError(
            item=str(path), expected=f"ledger version {VERSION}", found=f"version {version}", code="other-version"
        )


def _empty(database: sqlite3.Connection) -> bool:
    tables: int = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return tables == 0


def _create(database: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            database.execute(statement)
    database.execute("INSERT INTO schema VALUES (?)", (VERSION,))
    database.execute(f"PRAGMA application_id = {APPLICATION}")


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: commits at the end, and takes everything back when anything is raised."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turns what the database complains of into a LedgerError that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise LedgerError(
            item=str(path), expected="a ledger that can be read and written", found=str(error), code="unusable"
        ) from error
