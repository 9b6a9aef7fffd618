"""The ledger in one SQLite file: write-ahead log, full-text index, one transaction a page."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from dateline.ledger.keys import days, same_article, searchable
from dateline.ledger.schema import connected, reported, transaction
from dateline.ledger.selection import selection
from dateline.model import Article, Event, Incident, Page
from dateline.model.actors_table import alias_key
from dateline.model.query import IncidentQuery
from dateline.ports import Kept

_CHUNK = 500


class SqliteLedger:
    """Keeps pages, articles, events and incidents in the file at `path`.

    Raises LedgerError where the file cannot be used, is no ledger or is one of another version.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        self._database = connected(path, create=create)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def keep(self, page: Page, article: Article, events: Sequence[Event]) -> Kept:
        """Keep one page's article and events; a changed page at a known source supersedes its older version."""
        with reported(self.path), transaction(self._database):
            known = self._current(article.source)
            if known is None:
                self._insert(page, article, events, number=1)
                return "new"
            number, held = known
            if same_article(held, article) and self._events_of(article.id) == tuple(events):
                return "unchanged"
            if held.id == article.id:
                self._database.execute("DELETE FROM version WHERE source = ? AND number = ?", (article.source, number))
                number -= 1
            self._insert(page, article, events, number=number + 1)
            return "changed"

    def replace_incidents(self, incidents: Collection[Incident], *, mark: str) -> None:
        """Make these the incidents; those that did not change are not touched."""
        encoded = {incident.id: (incident, msgspec.json.encode(incident)) for incident in incidents}
        with reported(self.path), transaction(self._database):
            held = {row[0]: row[1:] for row in self._database.execute("SELECT id, number, record FROM incident")}
            for id_, (number, record) in held.items():
                if id_ not in encoded or encoded[id_][1] != record:
                    self._database.execute("DELETE FROM incident_words WHERE rowid = ?", (number,))
                    self._database.execute("DELETE FROM incident WHERE number = ?", (number,))
            for id_, (incident, record) in encoded.items():
                if id_ not in held or held[id_][1] != record:
                    self._insert_incident(incident, record)
            self._set("mark", mark)

    def holds(self, page: Page) -> bool:
        """Whether this very page is the current version of its source."""
        row = self._one("SELECT content, page FROM version WHERE source = ? AND current", page.source)
        return row is not None and row[0] == page.id and _page(row[1], b"").given == page.given

    def revision(self) -> int:
        """A number that grows whenever an article or event changes."""
        return int(self._get("revision") or 0)

    def mark(self) -> str | None:
        """What the incidents were drawn from."""
        return self._get("mark")

    def accounts(self) -> Iterator[tuple[Event, Article]]:
        """The events of all current articles, by event id."""
        articles: dict[str, Article] = {}
        for id_, record in self._rows(
            "SELECT article.id, article.record FROM article JOIN version ON version.article = article.id AND current"
        ):
            articles[id_] = _article(record)
        for article, record in self._rows("SELECT article, record FROM event ORDER BY id"):
            if article in articles:
                yield _event(record), articles[article]

    def versions(self, source: str) -> tuple[Article, ...]:
        """The articles read at a source, oldest first."""
        sql = (
            "SELECT article.record FROM version JOIN article ON article.id = version.article "
            "WHERE source = ? ORDER BY number"
        )
        return tuple(_article(record) for (record,) in self._rows(sql, source))

    def page(self, article: str) -> Page | None:
        """The page as received from which the article with this id was read, the latest where there are more."""
        row = self._one(
            "SELECT page, bytes FROM version JOIN content ON content.id = version.content "
            "WHERE article = ? ORDER BY number DESC",
            article,
        )
        return None if row is None else _page(row[0], zlib.decompress(row[1]))

    def articles(self, ids: Collection[str]) -> tuple[Article, ...]:
        """The articles with these ids, in that order."""
        return tuple(_article(record) for record in self._by_id("SELECT id, record FROM article WHERE id", ids))

    def events(self, ids: Collection[str]) -> tuple[Event, ...]:
        """The current events with these ids, in that order."""
        sql = "SELECT event.id, record FROM event JOIN version USING (article) WHERE current AND event.id"
        return tuple(_event(record) for record in self._by_id(sql, ids))

    def incidents(self, query: IncidentQuery) -> Iterator[Incident]:
        """The incidents that the query asks for, latest first."""
        sql, values = selection(query)
        for (record,) in self._rows(sql, *values):
            yield _incident(record)

    def incident(self, prefix: str) -> tuple[Incident, ...]:
        """The incidents whose id begins with `prefix`, by id."""
        sql = "SELECT record FROM incident WHERE substr(id, 1, ?) = ? ORDER BY id"
        return tuple(_incident(record) for (record,) in self._rows(sql, len(prefix), prefix))

    def sizes(self) -> dict[str, int]:
        """How many sources, articles (all versions), events and incidents are kept."""
        counts = {
            "sources": "SELECT count(*) FROM version WHERE current",
            "articles": "SELECT count(*) FROM version",
            "events": "SELECT count(*) FROM event JOIN version USING (article) WHERE current",
            "incidents": "SELECT count(*) FROM incident",
        }
        return {name: next(self._rows(sql))[0] for name, sql in counts.items()}

    def _insert(self, page: Page, article: Article, events: Sequence[Event], *, number: int) -> None:
        run = self._database.execute
        run("INSERT OR IGNORE INTO content VALUES (?, ?)", (page.id, zlib.compress(page.content, 6)))
        run(
            "INSERT INTO article VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET record = excluded.record",
            (article.id, zlib.compress(msgspec.json.encode(article), 6)),
        )
        run("UPDATE version SET current = 0 WHERE source = ?", (article.source,))
        bare = msgspec.json.encode(msgspec.structs.replace(page, content=b""))
        run("INSERT INTO version VALUES (?, ?, 1, ?, ?, ?)", (article.source, number, article.id, page.id, bare))
        run("DELETE FROM event WHERE article = ?", (article.id,))
        rows = [(event.id, article.id, msgspec.json.encode(event)) for event in events]
        self._database.executemany("INSERT INTO event VALUES (?, ?, ?)", rows)
        self._set("revision", str(self.revision() + 1))

    def _insert_incident(self, incident: Incident, record: bytes) -> None:
        run = self._database.execute
        first, last = (day.isoformat() for day in found) if (found := days(incident)) else (None, None)
        number = run(
            "INSERT INTO incident (id, first, last, type, mode, modality, standing, record) VALUES (?,?,?,?,?,?,?,?)",
            (incident.id, first, last, incident.type, incident.mode, incident.modality, incident.standing, record),
        ).lastrowid
        for place in (located.place for located in incident.places):
            row = (number, place.id, alias_key(place.name), place.country, place.lat, place.lon)
            run("INSERT INTO incident_place VALUES (?,?,?,?,?,?)", row)
        for party in (*incident.actors, *incident.recipients):
            run("INSERT INTO incident_party VALUES (?,?,?)", (number, party.id, alias_key(party.name)))
        words = searchable(incident, self.events(incident.events))
        run("INSERT INTO incident_words (rowid, words) VALUES (?, ?)", (number, " ".join(sorted(words))))

    def _current(self, source: str) -> tuple[int, Article] | None:
        row = self._one(
            "SELECT number, record FROM version JOIN article ON article.id = version.article "
            "WHERE source = ? AND current",
            source,
        )
        return None if row is None else (row[0], _article(row[1]))

    def _events_of(self, article: str) -> tuple[Event, ...]:
        rows = self._rows("SELECT record FROM event WHERE article = ? ORDER BY rowid", article)
        return tuple(_event(record) for (record,) in rows)

    def _by_id(self, sql: str, ids: Collection[str]) -> Iterator[bytes]:
        wanted = list(dict.fromkeys(ids))
        for start in range(0, len(wanted), _CHUNK):
            chunk = wanted[start : start + _CHUNK]
            found = dict(self._rows(f"{sql} IN ({','.join('?' * len(chunk))})", *chunk))
            yield from (found[id_] for id_ in chunk if id_ in found)

    def _rows(self, sql: str, *values: object) -> Iterator[Any]:
        with reported(self.path):
            cursor = self._database.execute(sql, values)
        while True:
            with reported(self.path):
                rows = cursor.fetchmany(_CHUNK)
            if not rows:
                return
            yield from rows

    def _one(self, sql: str, *values: object) -> Any:
        return next(self._rows(sql, *values), None)

    def _get(self, key: str) -> str | None:
        row = self._one("SELECT value FROM state WHERE key = ?", key)
        return None if row is None else str(row[0])

    def _set(self, key: str, value: str) -> None:
        sql = "INSERT INTO state VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        self._database.execute(sql, (key, value))


def _article(record: bytes) -> Article:
    return msgspec.json.decode(zlib.decompress(record), type=Article)


def _event(record: bytes) -> Event:
    return msgspec.json.decode(record, type=Event)


def _incident(record: bytes) -> Incident:
    return msgspec.json.decode(record, type=Incident)


def _page(record: bytes, content: bytes) -> Page:
    return msgspec.structs.replace(msgspec.json.decode(record, type=Page), content=content)
