"""What is drawn from the kept events: accounts, the keys under which they meet, links, and incidents."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from dateline.ledger.keys import days, searchable
from dateline.ledger.packing import packed
from dateline.ledger.tallies import Tallies
from dateline.model import Event, Incident, Party
from dateline.model.account import Account
from dateline.model.actors_table import alias_key
from dateline.model.place import Place

CHUNK = 500
_DECODE = msgspec.msgpack.Decoder(Account)


class Drawing:
    """The drawn tables of one open database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._run = database.execute
        self._many = database.executemany
        self._tallies = Tallies(database)

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """Event id → its number, of those that there are."""
        found: dict[str, int] = {}
        for chunk in chunks(ids):
            marks = ",".join("?" * len(chunk))
            found.update(self._run(f"SELECT id, number FROM event WHERE id IN ({marks})", chunk))
        return found

    def place(self, account: Account, keys: Collection[int]) -> None:
        """Keep an event's account under its keys."""
        number = self.numbers([account.event])[account.event]
        self._run("INSERT OR REPLACE INTO account VALUES (?, ?)", (number, msgspec.msgpack.encode(account)))
        self._many("INSERT OR IGNORE INTO met VALUES (?, ?)", [(key, number) for key in sorted(keys)])
        self._run("DELETE FROM unplaced WHERE event = ?", (number,))
        self._run("INSERT OR IGNORE INTO stale VALUES (?)", (number,))

    def placed(self, events: Collection[str]) -> Iterator[Account]:
        """The accounts of these events."""
        for chunk in chunks(events):
            marks = ",".join("?" * len(chunk))
            sql = f"SELECT account.record FROM event JOIN account ON account.event = event.number WHERE id IN ({marks})"
            for (record,) in self._run(f"{sql} ORDER BY id", chunk):
                yield _DECODE.decode(record)

    def meeting(self, keys: Collection[int]) -> Iterator[Account]:
        """The accounts that are kept under any of the keys, each once."""
        numbers: set[int] = set()
        for run in runs(keys):
            numbers.update(n for (n,) in self._run("SELECT event FROM met WHERE key BETWEEN ? AND ?", run))
        for chunk in chunks(sorted(numbers)):
            marks = ",".join("?" * len(chunk))
            for (record,) in self._run(f"SELECT record FROM account WHERE event IN ({marks}) ORDER BY event", chunk):
                yield _DECODE.decode(record)

    def link(self, event: str, others: Collection[str]) -> None:
        """Say that the event may be of one happening with each of the others."""
        numbers = self.numbers([event, *others])
        one = numbers[event]
        pairs = [pair for other in others for pair in ((one, numbers[other]), (numbers[other], one))]
        self._many("INSERT OR IGNORE INTO link VALUES (?, ?)", pairs)

    def linked(self, events: Collection[str]) -> frozenset[str]:
        """The events that are linked to any of these."""
        found: set[str] = set()
        for chunk in chunks(events):
            marks = ",".join("?" * len(chunk))
            sql = (
                "SELECT far.id FROM event AS near JOIN link ON one = near.number "
                f"JOIN event AS far ON far.number = other WHERE near.id IN ({marks})"
            )
            found.update(id_ for (id_,) in self._run(sql, chunk))
        return frozenset(found)

    def together(self, events: Collection[str]) -> frozenset[frozenset[str]]:
        """The events of every incident that holds any of these."""
        found: dict[int, set[str]] = defaultdict(set)
        for chunk in chunks(events):
            marks = ",".join("?" * len(chunk))
            sql = (
                "SELECT DISTINCT fellow.incident, other.id FROM event JOIN member ON member.event = event.number "
                "JOIN member AS fellow ON fellow.incident = member.incident "
                f"JOIN event AS other ON other.number = fellow.event WHERE event.id IN ({marks})"
            )
            for incident, id_ in self._run(sql, chunk):
                found[incident].add(id_)
        return frozenset(map(frozenset, found.values()))

    def forget(self, numbers: Sequence[int]) -> None:
        """Take events out of everything drawn; those that they were drawn together with are to be drawn anew."""
        incident = "SELECT incident FROM member WHERE event = ?"
        for number in numbers:
            self._run("INSERT OR IGNORE INTO stale SELECT other FROM link WHERE one = ?", (number,))
            self._run(f"INSERT OR IGNORE INTO stale SELECT event FROM member WHERE incident IN ({incident})", (number,))
            self._drop(incident, (number,))
            self._run("DELETE FROM link WHERE other = ? OR one = ?", (number, number))
            for table in ("met", "account", "unplaced", "stale"):
                self._run(f"DELETE FROM {table} WHERE event = ?", (number,))

    def redraw(self, events: Collection[str], incidents: Iterable[Incident], told: dict[str, Event]) -> None:
        """Make these the incidents of the events, in place of those that held any of them; unchanged ones are left."""
        numbers = self.numbers(events)
        held: dict[str, tuple[int, bytes]] = {}
        for chunk in chunks(sorted(numbers.values())):
            marks = ",".join("?" * len(chunk))
            members = f"SELECT incident FROM member WHERE event IN ({marks})"
            sql = (
                "SELECT id, number, record FROM incident JOIN incident_record ON incident_record.incident = number "
                f"WHERE number IN ({members})"
            )
            held.update((id_, (number, record)) for id_, number, record in self._run(sql, chunk))
        encoded = {incident.id: (incident, packed(incident)) for incident in incidents}
        for id_, (number, record) in held.items():
            if id_ not in encoded or encoded[id_][1] != record:
                self._drop("SELECT ?", (number,))
        for id_, (incident, record) in encoded.items():
            if id_ not in held or held[id_][1] != record:
                self._insert(incident, record, numbers, told)
        self._many("DELETE FROM stale WHERE event = ?", [(number,) for number in numbers.values()])

    def _drop(self, which: str, values: tuple[object, ...]) -> None:
        """Delete incidents, by a statement that selects their numbers."""
        for (number,) in self._run(which, values).fetchall():
            self._run("DELETE FROM incident_words WHERE rowid = ?", (number,))
            for table in ("named", "located", "member", "incident_record"):
                self._run(f"DELETE FROM {table} WHERE incident = ?", (number,))
            self._run("DELETE FROM incident WHERE number = ?", (number,))
            self._tallies.add("incidents", -1)

    def _insert(self, incident: Incident, record: bytes, numbers: dict[str, int], told: dict[str, Event]) -> None:
        first, last = (day.isoformat() for day in found) if (found := days(incident)) else (None, None)
        number = self._run(
            "INSERT INTO incident (id, first, last, type, mode, modality, standing) VALUES (?,?,?,?,?,?,?)",
            (incident.id, first, last, incident.type, incident.mode, incident.modality, incident.standing),
        ).lastrowid
        assert number is not None
        self._tallies.add("incidents", 1)
        self._run("INSERT INTO incident_record VALUES (?, ?)", (number, record))
        self._run("INSERT OR IGNORE INTO former VALUES (?, ?)", (incident.id, incident.anchor))
        self._many("INSERT INTO member VALUES (?, ?)", [(numbers[event], number) for event in incident.events])
        places = [located.place for located in incident.places]
        rows = dict.fromkeys((number, place.country, place.lat, place.lon) for place in places)
        self._many("INSERT INTO located VALUES (?,?,?,?)", list(rows))
        parties = (*incident.actors, *incident.recipients)
        for kind, named in (("place", places), ("party", parties)):
            for one in named:
                self._name(number, first, kind, one)
        words = searchable(incident, (told[e] for e in incident.events))
        self._run("INSERT INTO incident_words (rowid, words) VALUES (?, ?)", (number, " ".join(sorted(words))))

    def _name(self, incident: int, first: str | None, kind: str, one: Place | Party) -> None:
        row = (kind, one.id or "", alias_key(one.name))
        self._run("INSERT OR IGNORE INTO name (kind, id, key) VALUES (?,?,?)", row)
        number = self._run("SELECT number FROM name WHERE kind = ? AND id = ? AND key = ?", row).fetchone()[0]
        self._run("INSERT OR IGNORE INTO named VALUES (?,?,?)", (number, first, incident))


def runs(keys: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of keys that follow each other without a gap."""
    ordered = sorted(keys)
    start = 0
    for end, key in enumerate(ordered, 1):
        if end == len(ordered) or ordered[end] > key + 1:
            yield ordered[start], key
            start = end


def chunks(ids: Iterable[str] | Iterable[int]) -> Iterator[list[object]]:
    """The ids, each once, in lists short enough for one statement."""
    wanted: list[object] = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), CHUNK):
        yield wanted[start : start + CHUNK]
