"""From one version of the ledger's tables to the next, each in plain SQL, after a copy was made."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from dateline.ledger.keys import publication
from dateline.ledger.packing import LEVEL, unpacked
from dateline.model import Article

_TALLIED = (
    "INSERT INTO state SELECT 'sources', count(*) FROM version WHERE current",
    "INSERT INTO state SELECT 'articles', count(*) FROM version",
    "INSERT INTO state SELECT 'events', count(*) FROM event JOIN version USING (article) WHERE current",
)
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
    *_TALLIED,
    "UPDATE schema SET version = '3'",
)
_FROM_2 = (
    "CREATE TABLE incident_record (incident INTEGER PRIMARY KEY, record BLOB NOT NULL)",
    "INSERT INTO incident_record SELECT number, record FROM incident",
    "ALTER TABLE incident RENAME TO incident_2",
    "CREATE TABLE incident (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, first TEXT, last TEXT,"
    " type TEXT NOT NULL, mode TEXT, modality TEXT NOT NULL, standing TEXT NOT NULL)",
    "INSERT INTO incident SELECT number, id, first, last, type, mode, modality, standing FROM incident_2",
    "DROP TABLE incident_2",
    "CREATE INDEX incident_first ON incident (first DESC, id, last, type, mode, modality, standing)",
    "CREATE INDEX incident_lasting ON incident (last, first) WHERE last > first",
    "CREATE INDEX incident_type ON incident (type, mode)",
    "CREATE INDEX incident_standing ON incident (standing)",
    "CREATE INDEX incident_modality ON incident (modality)",
    *_TALLIED,
    "INSERT INTO state SELECT 'incidents', count(*) FROM incident",
    "UPDATE schema SET version = '3'",
)


def _from_1(database: sqlite3.Connection) -> None:
    """Version 1 drew all incidents at once; later ones draw them by neighbourhoods, and people may judge."""
    for statement in _FROM_1:
        database.execute(statement)
    for id_, record in database.execute("SELECT id, record FROM article").fetchall():
        article = unpacked(record, Article)
        database.execute("UPDATE article SET outlet = ?, published = ? WHERE id = ?", (*publication(article), id_))
    for number, record in database.execute("SELECT number, record FROM event").fetchall():
        database.execute("UPDATE event SET record = ? WHERE number = ?", (zlib.compress(record, LEVEL), number))


def _from_2(database: sqlite3.Connection) -> None:
    """Version 2 kept an incident's record beside what it is looked up by, and counted all that there is when asked."""
    for statement in _FROM_2:
        database.execute(statement)


MIGRATIONS: Mapping[str, Callable[[sqlite3.Connection], None]] = {"1": _from_1, "2": _from_2}
"""Version → the step to this one. Incidents need not survive it: where there are none they are drawn anew."""


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
