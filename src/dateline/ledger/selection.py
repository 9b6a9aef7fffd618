"""An incident query as SQL: the rarest of its filters leads, or incidents are gone through from the latest."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from dateline.ledger.keys import kind
from dateline.model.actors_table import alias_key
from dateline.model.query import Box, IncidentQuery
from dateline.model.words import words

FEW = 10_000
"""A filter that finds at most so many incidents leads at once."""
RECENT = 5_000
"""Else so many of the latest are gone through, and where they do not hold what is wanted, the rarest filter leads."""
MANY = 100_000
"""A filter that finds more never leads."""
Condition = tuple[str, list[object]]
Ask = Callable[[str, list[object]], list[Any]]
"""Runs a statement; its rows."""


class Filter(NamedTuple):
    """One filter, in two forms: what numbers it selects, and what it asks of one incident."""

    numbers: Condition
    holds: Condition


def selection(query: IncidentQuery, *, ask: Ask) -> Condition:
    """The statement that selects the records, latest first, and its parameters."""
    filters = list(_filters(query, ask))
    lead = _rarest(filters, ask, most=MANY if query.limit is None else FEW)
    if lead is None and filters and query.limit is not None and not _recent_do(query, filters, ask):
        lead = _rarest(filters, ask, most=MANY)
    conditions = [f.holds for f in filters]
    if lead is None:
        table, order = "incident INDEXED BY incident_first", "first DESC, id"
    else:
        sql, values = filters[lead].numbers
        conditions[lead] = f"incident.number IN ({sql})", values
        table, order = "incident NOT INDEXED", "+first DESC, id"
    where, values = _all(conditions)
    if query.limit is None:
        joined = f"{table} CROSS JOIN incident_record ON incident_record.incident = incident.number"
        return f"SELECT record FROM {joined} {where} ORDER BY {order}", values
    found = f"SELECT number, first, id FROM {table} {where} ORDER BY {order} LIMIT {int(query.limit)}"
    joined = f"({found}) AS found CROSS JOIN incident_record ON incident_record.incident = found.number"
    return f"SELECT record FROM {joined} ORDER BY found.first DESC, found.id", values


def _rarest(filters: Sequence[Filter], ask: Ask, *, most: int) -> int | None:
    """Which filter finds the fewest incidents; None where each finds more than `most`."""
    sizes = [ask(f"SELECT count(*) FROM ({sql} LIMIT {most + 1})", values)[0][0] for (sql, values), _ in filters]
    rarest = min(range(len(filters)), key=sizes.__getitem__, default=None)
    return None if rarest is None or sizes[rarest] > most else rarest


def _recent_do(query: IncidentQuery, filters: Sequence[Filter], ask: Ask) -> bool:
    """Whether as many as are wanted hold among the latest, of those that begin early enough."""
    assert query.limit is not None
    begun: Condition = ("WHERE first <= ?", [query.until.isoformat()]) if query.until is not None else ("", [])
    latest = (
        "SELECT number, last, first, type, mode, modality, standing FROM incident INDEXED BY incident_first "
        f"{begun[0]} ORDER BY first DESC, id LIMIT {RECENT}"
    )
    where, values = _all([f.holds for f in filters])
    sql = f"SELECT count(*) FROM (SELECT 1 FROM ({latest}) AS incident {where} LIMIT {int(query.limit)})"
    return bool(ask(sql, [*begun[1], *values])[0][0] == query.limit)


def _filters(query: IncidentQuery, ask: Ask) -> Iterator[Filter]:
    if query.since is not None or query.until is not None:
        yield _period(query.since, query.until)
    if query.types:
        yield _own(*_either([_type(wanted) for wanted in query.types]))
    for column, wanted in (("standing", query.standings), ("modality", query.modalities)):
        if wanted:
            yield _own(f"{column} IN ({','.join('?' * len(wanted))})", list(wanted))
    if query.actors:
        yield _other("named", "name", _named("party", query.actors, ask))
    if query.countries:
        marks = ",".join("?" * len(query.countries))
        yield _other("located", "country", (f"IN ({marks})", list(query.countries)))
    if query.places:
        yield _other("named", "name", _named("place", query.places, ask))
    if query.box is not None:
        yield _other("located", "lat", _inside(query.box))
    if query.text is not None and (wanted_words := words(query.text)):
        yield _words(wanted_words)


def _period(since: date | None, until: date | None) -> Filter:
    """On any day from the first to the last; few incidents last longer than a day, and they have an index."""
    if since is None:
        assert until is not None
        return _own("first <= ?", [until.isoformat()])
    start, end = since.isoformat(), (until or date.max).isoformat()
    within = "SELECT number FROM incident WHERE first BETWEEN ? AND ?"
    lasting = "SELECT number FROM incident WHERE last > first AND last >= ? AND first < ?"
    numbers: Condition = f"{within} UNION ALL {lasting}", [start, end, start, start]
    return Filter(numbers, ("last >= ? AND first <= ?", [start, end]))


def _own(sql: str, values: list[object]) -> Filter:
    """A filter on the incident's own columns."""
    return Filter((f"SELECT number FROM incident WHERE {sql}", values), (sql, values))


def _other(table: str, column: str, condition: Condition) -> Filter:
    """A filter on rows of another table that belong to the incident; those of one incident are few."""
    sql, values = condition
    return Filter(
        (f"SELECT incident FROM {table} WHERE {column} {sql}", values),
        (f"EXISTS (SELECT 1 FROM {table} WHERE {table}.incident = incident.number AND +{column} {sql})", values),
    )


def _words(wanted: Sequence[str]) -> Filter:
    """All the words: by the index of words, or among those of one incident."""
    numbers = "SELECT rowid FROM incident_words WHERE incident_words MATCH ?"
    told = " AND ".join("instr(' ' || words || ' ', ?) > 0" for _ in wanted)
    holds = f"(SELECT {told} FROM incident_words WHERE rowid = incident.number)"
    return Filter((numbers, [" ".join(f'"{word}"' for word in wanted)]), (holds, [f" {word} " for word in wanted]))


def _all(conditions: Sequence[Condition]) -> Condition:
    """The conditions as a WHERE clause, if there are any."""
    where = " AND ".join(f"({sql})" for sql, _ in conditions)
    return f"WHERE {where}" if where else "", [value for _, values in conditions for value in values]


def _either(conditions: Sequence[Condition]) -> Condition:
    return " OR ".join(f"({sql})" for sql, _ in conditions), [value for _, values in conditions for value in values]


def _type(wanted: str) -> Condition:
    name, mode = kind(wanted)
    return ("type = ? AND mode = ?", [name, mode]) if mode is not None else ("type = ?", [name])


def _named(kind: str, wanted: Sequence[str], ask: Ask) -> Condition:
    """By id, or by a part of the name; the names are searched once."""
    names = " OR ".join("id = ? OR instr(key, ?) > 0" for _ in wanted)
    values: list[object] = [part for one in wanted for part in (one, alias_key(one))]
    found = ask(f"SELECT number FROM name WHERE kind = ? AND ({names})", [kind, *values])
    return "IN (SELECT value FROM json_each(?))", [json.dumps([number for (number,) in found])]


def _inside(box: Box) -> Condition:
    across = "lon BETWEEN ? AND ?" if box.west <= box.east else "(lon >= ? OR lon <= ?)"
    return f"BETWEEN ? AND ? AND {across}", [box.south, box.north, box.west, box.east]
