"""How much is kept, counted as it comes and goes: a large ledger takes seconds to count through."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

COUNTED = ("sources", "articles", "events", "incidents")
_AT = (
    "SELECT count(DISTINCT source), count(*), (SELECT count(*) FROM event JOIN version USING (article)"
    " WHERE source = ? AND current) FROM version WHERE source = ?"
)


class Tallies:
    """The counts of one open database, kept in its `state`."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._run = database.execute

    def add(self, name: str, by: int) -> None:
        """Count so many more, or fewer."""
        sql = "INSERT INTO state VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = value + excluded.value"
        self._run(sql, (name, by))

    def none(self, name: str) -> None:
        """Begin anew."""
        self._run("DELETE FROM state WHERE key = ?", (name,))

    @contextmanager
    def at(self, source: str) -> Iterator[None]:
        """Counts what is done within it to a source's articles and events."""
        before = self._run(_AT, (source, source)).fetchone()
        yield
        after = self._run(_AT, (source, source)).fetchone()
        for name, was, now in zip(COUNTED, before, after, strict=False):
            if was != now:
                self.add(name, now - was)

    def all(self) -> dict[str, int]:
        """How many there are of each."""
        marks = ",".join("?" * len(COUNTED))
        held = dict(self._run(f"SELECT key, value FROM state WHERE key IN ({marks})", COUNTED))
        return {name: int(held.get(name, 0)) for name in COUNTED}
