"""The tables of a ledger file, and the refusal of files that hold anything else."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import LedgerError
from dateline.ledger.migrations import MIGRATIONS, backed_up

VERSION = "3"
APPLICATION = 0x444C4E45
"""Marks the file as a ledger, for `file` and for us."""
_KEPT = """
CREATE TABLE schema (version TEXT NOT NULL);
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE content (id TEXT PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE article (id TEXT PRIMARY KEY, outlet TEXT, published TEXT, record BLOB NOT NULL);
CREATE TABLE version (
  source TEXT NOT NULL, number INTEGER NOT NULL, current INTEGER NOT NULL,
  article TEXT NOT NULL REFERENCES article, content TEXT NOT NULL REFERENCES content, page BLOB NOT NULL,
  PRIMARY KEY (source, number)
) WITHOUT ROWID;
CREATE INDEX version_article ON version (article);
CREATE TABLE event (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article TEXT NOT NULL REFERENCES article, record BLOB NOT NULL
);
CREATE INDEX event_article ON event (article);
CREATE TABLE former (incident TEXT PRIMARY KEY, event TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE judgement (id TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID;
"""
DRAWN = """
CREATE TABLE account (event INTEGER PRIMARY KEY REFERENCES event, record BLOB NOT NULL);
CREATE TABLE met (key INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (key, event)) WITHOUT ROWID;
CREATE INDEX met_event ON met (event);
CREATE TABLE link (one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE unplaced (event INTEGER PRIMARY KEY);
CREATE TABLE stale (event INTEGER PRIMARY KEY);
CREATE TABLE member (event INTEGER PRIMARY KEY, incident INTEGER NOT NULL);
CREATE INDEX member_incident ON member (incident);
CREATE TABLE incident (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, first TEXT, last TEXT,
  type TEXT NOT NULL, mode TEXT, modality TEXT NOT NULL, standing TEXT NOT NULL
);
CREATE TABLE incident_record (incident INTEGER PRIMARY KEY, record BLOB NOT NULL);
CREATE INDEX incident_first ON incident (first DESC, id, last, type, mode, modality, standing);
CREATE INDEX incident_lasting ON incident (last, first) WHERE last > first;
CREATE INDEX incident_type ON incident (type, mode);
CREATE INDEX incident_standing ON incident (standing);
CREATE INDEX incident_modality ON incident (modality);
CREATE TABLE name (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL);
CREATE UNIQUE INDEX name_once ON name (kind, id, key);
CREATE TABLE named (
  name INTEGER NOT NULL REFERENCES name, first TEXT, incident INTEGER NOT NULL, PRIMARY KEY (name, incident)
) WITHOUT ROWID;
CREATE INDEX named_incident ON named (incident);
CREATE TABLE located (incident INTEGER NOT NULL, country TEXT, lat REAL, lon REAL);
CREATE INDEX located_incident ON located (incident);
CREATE INDEX located_country ON located (country, incident);
CREATE INDEX located_point ON located (lat, lon, incident);
CREATE VIRTUAL TABLE incident_words USING fts5 (words, tokenize = 'unicode61', detail = none);
"""
"""What is drawn from what is kept, and can be drawn anew."""
DRAWN_TABLES = tuple(re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", DRAWN))
ALL_UNPLACED = "INSERT INTO unplaced SELECT event.number FROM event JOIN version USING (article) WHERE current"


def connected(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection to the ledger at `path`, made first where there is none and `create` is True; raises LedgerError.

    A ledger of an older version is brought up to this one, once a copy of it stands beside it.
    """
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
    for setting in ("foreign_keys = ON", "synchronous = NORMAL", "cache_size = -65536"):
        database.execute(f"PRAGMA {setting}")
    if _empty(database):
        database.execute("PRAGMA journal_mode = WAL")
        with transaction(database):
            if _empty(database):
                _create(database)
    application = database.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION:
        raise LedgerError(item=str(path), expected="a ledger", found="another kind of database", code="not-a-ledger")
    if _version(database) != VERSION:
        _migrate(database, path)


def _version(database: sqlite3.Connection) -> str:
    return str(database.execute("SELECT version FROM schema").fetchone()[0])


def _migrate(database: sqlite3.Connection, path: Path) -> None:
    """Bring an older ledger up to date in one transaction; raises LedgerError where no step leads from its version."""
    held = _version(database)
    if held not in MIGRATIONS:
        raise LedgerError(
            item=str(path), expected=f"ledger version {VERSION}", found=f"version {held}", code="other-version"
        )
    backed_up(database, path, version=held)
    with transaction(database):
        while (version := _version(database)) in MIGRATIONS:
            MIGRATIONS[version](database)
        if not _has(database, "incident"):
            script(database, DRAWN)
            database.execute(ALL_UNPLACED)


def _empty(database: sqlite3.Connection) -> bool:
    tables: int = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return tables == 0


def _has(database: sqlite3.Connection, table: str) -> bool:
    return database.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None


def _create(database: sqlite3.Connection) -> None:
    script(database, _KEPT)
    script(database, DRAWN)
    database.execute("INSERT INTO schema VALUES (?)", (VERSION,))
    database.execute(f"PRAGMA application_id = {APPLICATION}")


def script(database: sqlite3.Connection, statements: str) -> None:
    """Run statements that each end a line, within the transaction that is under way."""
    for statement in statements.split(";\n"):
        if statement.strip():
            database.execute(statement)


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: commits at the end, and takes everything back when anything is raised; within one, part of it."""
    if database.in_transaction:
        yield
        return
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
