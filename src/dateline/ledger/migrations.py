"""From one version of the ledger's tables to the next, each in plain SQL, after a copy was made."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from dateline.ledger.keys import publication
from dateline.ledger.packing import LEVEL, unpacked
from dateline.model import Article

_FROM_1 = (
    "DROP TABLE incident_words",
    "DROP TABLE incident_party",
    "DROP TABLE incident_place",
    "DROP TABLE incident",
    "ALTER TABLE article ADD COLUMN outlet TEXT",
    "ALTER TABLE article ADD COLUMN published TEXT",
    "ALTER TABLE event RENAME TO event_1",
    "CREATE TABLE event (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article TEXT NOT NULL REFERENCES article,"
    " record BLOB NOT NULL)",
    "INSERT INTO event (id, article, record) SELECT id, article, record FROM event_1 ORDER BY rowid",
    "DROP TABLE event_1",
    "CREATE INDEX event_article ON event (article)",
    "CREATE TABLE former (incident TEXT PRIMARY KEY, event TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE judgement (id TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID",
    "DELETE FROM state WHERE key = 'mark'",
    "UPDATE schema SET version = '2'",
)


def _from_1(database: sqlite3.Connection) -> None:
    """Version 1 drew all incidents at once; from 2 on they are drawn by neighbourhoods, and people may judge."""
    for statement in _FROM_1:
        database.execute(statement)
    for id_, record in database.execute("SELECT id, record FROM article").fetchall():
        article = unpacked(record, Article)
        database.execute("UPDATE article SET outlet = ?, published = ? WHERE id = ?", (*publication(article), id_))
    for number, record in database.execute("SELECT number, record FROM event").fetchall():
        database.execute("UPDATE event SET record = ? WHERE number = ?", (zlib.compress(record, LEVEL), number))


MIGRATIONS: Mapping[str, Callable[[sqlite3.Connection], None]] = {"1": _from_1}
"""Version → the step that leads to the next one. Incidents need not survive a step: they are drawn anew."""


def backed_up(database: sqlite3.Connection, path: Path, *, version: str) -> Path:
    """Copy the whole ledger to a file beside it that bears its version; one that is there already is kept."""
    copy = path.with_name(f"{path.name}.version-{version}")
    if not copy.exists():
        aside = copy.with_name(f"{copy.name}.partial")
        aside.unlink(missing_ok=True)
        target = sqlite3.connect(aside)
        try:
            database.backup(target)
        finally:
            target.close()
        aside.replace(copy)
    return copy
