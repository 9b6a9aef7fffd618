"""The ledger in one SQLite file: write-ahead log, full-text index, one transaction a page."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from dateline.ledger.drawing import CHUNK, Drawing, chunks
from dateline.ledger.keys import publication, same_article
from dateline.ledger.packing import packed, unpacked
from dateline.ledger.schema import ALL_UNPLACED, DRAWN_TABLES, connected, reported, transaction
from dateline.ledger.selection import selection
from dateline.ledger.tallies import Tallies
from dateline.model import Article, Event, Incident, Judgement, Page
from dateline.model.account import Account
from dateline.model.query import IncidentQuery
from dateline.ports import Kept

_RECORDED = "incident CROSS JOIN incident_record ON incident_record.incident = incident.number"


class SqliteLedger:
    """Keeps pages, articles, events and incidents in the file at `path`.

    Raises LedgerError where the file cannot be used, is no ledger or is one of another version.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        self._database = connected(path, create=create)
        self._drawing = Drawing(self._database)
        self._tallies = Tallies(self._database)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def copied(self, path: Path) -> SqliteLedger:
        """A whole copy of the ledger at another path, open."""
        with reported(self.path):
            target = sqlite3.connect(path)
            try:
                self._database.backup(target)
            finally:
                target.close()
        return SqliteLedger(path, create=False)

    def keep(self, page: Page, article: Article, events: Sequence[Event]) -> Kept:
        """Keep one page's article and events; a changed page at a known source supersedes its older version."""
        with self.whole(), self._tallies.at(article.source):
            known = self._current(article.source)
            if known is None:
                self._insert(page, article, events, number=1)
                return "new"
            number, held, content = known
            if same_article(held, article) and self._events_of(article.id) == tuple(events):
                return "unchanged"
            if held.id == article.id or content == page.id:
                self._replaced(article.source, number, held)
                number -= 1
            self._insert(page, article, events, number=number + 1)
            return "changed"

    @contextmanager
    def whole(self) -> Iterator[None]:
        """What is done within it is kept as a whole or not at all."""
        with reported(self.path), transaction(self._database):
            yield

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement; `touch` has what it is about drawn anew."""
        with self.whole():
            record = msgspec.json.encode(judgement)
            self._database.execute("INSERT OR IGNORE INTO judgement VALUES (?, ?)", (judgement.id, record))

    def touch(self, events: Collection[str]) -> None:
        """Have the incidents of these events drawn anew."""
        with self.whole():
            rows = [(number,) for number in self._drawing.numbers(events).values()]
            self._database.executemany("INSERT OR IGNORE INTO stale VALUES (?)", rows)

    def forget_drawing(self, *, mark: str) -> None:
        """Drop all that was drawn; `mark` says by which rules it will be drawn anew."""
        with self.whole():
            for table in reversed(DRAWN_TABLES):
                self._database.execute(f"DELETE FROM {table}")
            self._database.execute(ALL_UNPLACED)
            self._tallies.none("incidents")
            self._set("mark", mark)

    def place(self, account: Account, keys: Collection[int]) -> None:
        """Keep an event's account under the keys by which others find it."""
        with self.whole():
            self._drawing.place(account, keys)

    def link(self, event: str, others: Collection[str]) -> None:
        """Say that the event may be of one happening with each of the others."""
        with self.whole():
            self._drawing.link(event, others)

    def redraw(self, events: Collection[str], incidents: Collection[Incident]) -> None:
        """Make these the incidents of the events, in place of those that held any of them."""
        with self.whole():
            told = {event.id: event for event in self.events([e for i in incidents for e in i.events])}
            self._drawing.redraw(events, incidents, told)

    def unplaced(self, limit: int) -> tuple[tuple[Event, Article], ...]:
        """At most so many current events that have no account yet."""
        sql = "SELECT id FROM unplaced CROSS JOIN event ON number = unplaced.event ORDER BY unplaced.event LIMIT ?"
        return self.told([id_ for (id_,) in self._rows(sql, limit)])

    def stale(self) -> frozenset[str]:
        """The events whose incidents are to be drawn anew."""
        return frozenset(id_ for (id_,) in self._rows("SELECT id FROM stale CROSS JOIN event ON number = stale.event"))

    def placed(self, events: Collection[str]) -> tuple[Account, ...]:
        """The accounts of these events."""
        with reported(self.path):
            return tuple(self._drawing.placed(events))

    def meeting(self, keys: Collection[int]) -> Iterator[Account]:
        """The accounts that are kept under any of the keys."""
        with reported(self.path):
            yield from self._drawing.meeting(keys)

    def linked(self, events: Collection[str]) -> frozenset[str]:
        """The events that may be of one happening with any of these."""
        with reported(self.path):
            return self._drawing.linked(events)

    def together(self, events: Collection[str]) -> frozenset[frozenset[str]]:
        """The events of every incident that holds any of these."""
        with reported(self.path):
            return self._drawing.together(events)

    def told(self, ids: Collection[str]) -> tuple[tuple[Event, Article], ...]:
        """The current events with these ids, each with its article, in that order."""
        events = self.events(ids)
        articles = {article.id: article for article in self.articles([event.article for event in events])}
        return tuple((event, articles[event.article]) for event in events)

    def events_at(self, source: str) -> tuple[Event, ...]:
        """The current events of a source, by id."""
        sql = "SELECT record FROM event JOIN version USING (article) WHERE source = ? AND current ORDER BY id"
        return tuple(_event(record) for (record,) in self._rows(sql, source))

    def sources(self) -> tuple[str, ...]:
        """All sources, in order."""
        return tuple(source for (source,) in self._rows("SELECT DISTINCT source FROM version ORDER BY source"))

    def deliveries(self) -> Iterator[tuple[str | None, str | None, int, int]]:
        """(outlet, day of publication, current articles, their events), for every outlet and day."""
        sql = (
            "SELECT outlet, published, count(*), sum((SELECT count(*) FROM event WHERE event.article = article.id)) "
            "FROM article JOIN version ON version.article = article.id AND current "
            "GROUP BY outlet, published ORDER BY outlet, published"
        )
        yield from self._rows(sql)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, oldest first."""
        found = [
            msgspec.json.decode(record, type=Judgement) for (record,) in self._rows("SELECT record FROM judgement")
        ]
        return tuple(sorted(found, key=lambda j: (j.at, j.id)))

    def holds(self, page: Page) -> bool:
        """Whether this very page is the current version of its source."""
        row = self._one("SELECT content, page FROM version WHERE source = ? AND current", page.source)
        return row is not None and row[0] == page.id and _page(row[1], b"").given == page.given

    def revision(self) -> int:
        """A number that grows whenever an article or event changes."""
        return int(self._get("revision") or 0)

    def mark(self) -> str | None:
        """By which rules the incidents are drawn."""
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
        sql, values = selection(query, ask=lambda sql, values: list(self._rows(sql, *values)))
        for (record,) in self._rows(sql, *values):
            yield _incident(record)

    def incident(self, prefix: str) -> tuple[Incident, ...]:
        """The incidents whose id begins with `prefix`, by id."""
        end = prefix[:-1] + chr(ord(prefix[-1]) + 1) if prefix else "~"
        found = self._rows(f"SELECT record FROM {_RECORDED} WHERE id >= ? AND id < ? ORDER BY id", prefix, end)
        return tuple(_incident(record) for (record,) in found)

    def holding(self, events: Collection[str]) -> tuple[Incident, ...]:
        """The incidents that hold any of the events, by id."""
        sql = (
            "SELECT DISTINCT incident.id, incident_record.record FROM event JOIN member ON member.event = event.number "
            "JOIN incident ON incident.number = member.incident "
            "JOIN incident_record ON incident_record.incident = incident.number WHERE event.id IN"
        )
        found = {id_: record for chunk in chunks(events) for id_, record in self._rows(_in(sql, chunk), *chunk)}
        return tuple(_incident(found[id_]) for id_ in sorted(found))

    def successors(self, prefix: str) -> tuple[Incident, ...]:
        """The incidents that now hold what had, in an incident whose id began with `prefix`, given it its id."""
        end = prefix[:-1] + chr(ord(prefix[-1]) + 1) if prefix else "~"
        sql = (
            f"SELECT DISTINCT record FROM {_RECORDED} WHERE number IN (SELECT member.incident FROM former "
            "JOIN event ON event.id = former.event JOIN member ON member.event = event.number "
            "WHERE former.incident >= ? AND former.incident < ?) ORDER BY id"
        )
        return tuple(_incident(record) for (record,) in self._rows(sql, prefix, end))

    def sizes(self) -> dict[str, int]:
        """How many sources, articles (all versions), events and incidents are kept."""
        with reported(self.path):
            return self._tallies.all()

    def _insert(self, page: Page, article: Article, events: Sequence[Event], *, number: int) -> None:
        run = self._database.execute
        run("INSERT OR IGNORE INTO content VALUES (?, ?)", (page.id, zlib.compress(page.content, 6)))
        run(
            "INSERT INTO article (id, outlet, published, record) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET record = excluded.record, outlet = excluded.outlet, "
            "published = excluded.published",
            (article.id, *publication(article), packed(article)),
        )
        run("UPDATE version SET current = 0 WHERE source = ?", (article.source,))
        gone = run("SELECT event.number FROM event JOIN version USING (article) WHERE source = ?", (article.source,))
        self._drawing.forget([number for (number,) in gone.fetchall()])
        bare = msgspec.json.encode(msgspec.structs.replace(page, content=b""))
        run("INSERT INTO version VALUES (?, ?, 1, ?, ?, ?)", (article.source, number, article.id, page.id, bare))
        self._drawing.forget(
            [n for (n,) in run("SELECT number FROM event WHERE article = ?", (article.id,)).fetchall()]
        )
        run("DELETE FROM event WHERE article = ?", (article.id,))
        rows = [(event.id, article.id, packed(event)) for event in events]
        self._database.executemany("INSERT INTO event (id, article, record) VALUES (?, ?, ?)", rows)
        run("INSERT INTO unplaced SELECT number FROM event WHERE article = ?", (article.id,))
        self._set("revision", str(self.revision() + 1))

    def _replaced(self, source: str, number: int, held: Article) -> None:
        """Make room for another reading of the current page."""
        run = self._database.execute
        run("DELETE FROM version WHERE source = ? AND number = ?", (source, number))
        if run("SELECT 1 FROM version WHERE article = ?", (held.id,)).fetchone() is None:
            numbers = run("SELECT number FROM event WHERE article = ?", (held.id,)).fetchall()
            self._drawing.forget([number for (number,) in numbers])
            run("DELETE FROM event WHERE article = ?", (held.id,))
            run("DELETE FROM article WHERE id = ?", (held.id,))

    def _current(self, source: str) -> tuple[int, Article, str] | None:
        row = self._one(
            "SELECT number, record, content FROM version JOIN article ON article.id = version.article "
            "WHERE source = ? AND current",
            source,
        )
        return None if row is None else (row[0], _article(row[1]), row[2])

    def _events_of(self, article: str) -> tuple[Event, ...]:
        rows = self._rows("SELECT record FROM event WHERE article = ? ORDER BY rowid", article)
        return tuple(_event(record) for (record,) in rows)

    def _by_id(self, sql: str, ids: Collection[str]) -> Iterator[bytes]:
        for chunk in chunks(ids):
            found = dict(self._rows(_in(f"{sql} IN", chunk), *chunk))
            yield from (found[id_] for id_ in chunk if id_ in found)

    def _rows(self, sql: str, *values: object) -> Iterator[Any]:
        with reported(self.path):
            cursor = self._database.execute(sql, values)
        while True:
            with reported(self.path):
                rows = cursor.fetchmany(CHUNK)
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


def _in(sql: str, values: Sequence[object]) -> str:
    """The statement with room for the values at its end."""
    return f"{sql} ({','.join('?' * len(values))})"


def _article(record: bytes) -> Article:
    return unpacked(record, Article)


def _event(record: bytes) -> Event:
    return unpacked(record, Event)


def _incident(record: bytes) -> Incident:
    return unpacked(record, Incident)


def _page(record: bytes, content: bytes) -> Page:
    return msgspec.structs.replace(msgspec.json.decode(record, type=Page), content=content)
