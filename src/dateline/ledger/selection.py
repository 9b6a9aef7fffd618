"""An incident query as SQL: the rarest of its filters leads, the others are asked of what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dateline.ledger.keys import kind
from dateline.model.actors_table import alias_key
from dateline.model.query import Box, IncidentQuery
from dateline.model.words import words

RARE = 20_000
"""Incidents up to which a filter leads; where each finds more, incidents are walked through from the latest."""
Condition = tuple[str, list[object]]


class Filter(NamedTuple):
    """One filter, in two forms: what numbers it selects, and what it asks of one incident."""

    numbers: Condition
    holds: Condition


def selection(query: IncidentQuery, *, count: Callable[[str, list[object]], int]) -> Condition:
    """The statement that selects the records, latest first, and its parameters; `count` runs a counting statement."""
    filters = list(_filters(query))
    sizes = [count(f"SELECT count(*) FROM ({f.numbers[0]} LIMIT {RARE + 1})", f.numbers[1]) for f in filters]
    lead = min(range(len(filters)), key=sizes.__getitem__, default=None)
    conditions, order = [f.holds for f in filters], "first DESC, id"
    if lead is not None and sizes[lead] <= RARE:
        sql, values = filters[lead].numbers
        conditions[lead] = f"incident.number IN ({sql})", values
        order = "+first DESC, id"
    where = " AND ".join(f"({sql})" for sql, _ in conditions)
    limit = "" if query.limit is None else f" LIMIT {int(query.limit)}"
    sql = f"SELECT record FROM incident {'WHERE ' + where if where else ''} ORDER BY {order}{limit}"
    return sql, [value for _, values in conditions for value in values]


def _filters(query: IncidentQuery) -> Iterator[Filter]:
    if query.since is not None:
        yield _own("last >= ?", [query.since.isoformat()])
    if query.until is not None:
        yield _own("first <= ?", [query.until.isoformat()])
    if query.types:
        yield _own(*_either([_type(wanted) for wanted in query.types]))
    for column, wanted in (("standing", query.standings), ("modality", query.modalities)):
        if wanted:
            yield _own(f"{column} IN ({','.join('?' * len(wanted))})", list(wanted))
    if query.actors:
        yield _other("named", _named("party", query.actors))
    if query.countries:
        marks = ",".join("?" * len(query.countries))
        yield _other("located", (f"country IN ({marks})", list(query.countries)))
    if query.places:
        yield _other("named", _named("place", query.places))
    if query.box is not None:
        yield _other("located", _inside(query.box))
    if query.text is not None and (wanted_words := words(query.text)):
        match = " ".join(f'"{word}"' for word in wanted_words)
        numbers: Condition = "SELECT rowid FROM incident_words WHERE incident_words MATCH ?", [match]
        yield Filter(numbers, (f"incident.number IN ({numbers[0]})", numbers[1]))


def _own(sql: str, values: list[object]) -> Filter:
    """A filter on the incident's own columns."""
    return Filter((f"SELECT incident.number FROM incident WHERE {sql}", values), (sql, values))


def _other(table: str, condition: Condition) -> Filter:
    """A filter on rows of another table that belong to the incident."""
    sql, values = condition
    return Filter(
        (f"SELECT incident FROM {table} WHERE {sql}", values),
        (f"EXISTS (SELECT 1 FROM {table} WHERE {table}.incident = incident.number AND ({sql}))", values),
    )


def _either(conditions: Sequence[Condition]) -> Condition:
    return " OR ".join(f"({sql})" for sql, _ in conditions), [value for _, values in conditions for value in values]


def _type(wanted: str) -> Condition:
    name, mode = kind(wanted)
    return ("type = ? AND mode = ?", [name, mode]) if mode is not None else ("type = ?", [name])


def _named(kind: str, wanted: Sequence[str]) -> Condition:
    """By id, or by a part of the name."""
    names = " OR ".join("id = ? OR instr(key, ?) > 0" for _ in wanted)
    values: list[object] = [part for one in wanted for part in (one, alias_key(one))]
    return f"name IN (SELECT name.number FROM name WHERE kind = ? AND ({names}))", [kind, *values]


def _inside(box: Box) -> Condition:
    across = "lon BETWEEN ? AND ?" if box.west <= box.east else "(lon >= ? OR lon <= ?)"
    return f"lat BETWEEN ? AND ? AND {across}", [box.south, box.north, box.west, box.east]
