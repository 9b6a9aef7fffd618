"""An incident query as SQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.ledger.keys import kind, words
from dateline.model.actors_table import alias_key
from dateline.model.query import Box, IncidentQuery

Condition = tuple[str, list[object]]


def selection(query: IncidentQuery) -> Condition:
    """The statement that selects the records, latest first, and its parameters."""
    conditions = list(_conditions(query))
    where = " AND ".join(f"({sql})" for sql, _ in conditions)
    sql = f"SELECT record FROM incident {'WHERE ' + where if where else ''} ORDER BY first IS NULL, first DESC, id"
    return sql, [value for _, values in conditions for value in values]


def _conditions(query: IncidentQuery) -> Iterator[Condition]:
    if query.since is not None:
        yield "last >= ?", [query.since.isoformat()]
    if query.until is not None:
        yield "first <= ?", [query.until.isoformat()]
    if query.types:
        yield _either([_type(wanted) for wanted in query.types])
    for column, wanted in (("standing", query.standings), ("modality", query.modalities)):
        if wanted:
            yield f"{column} IN ({','.join('?' * len(wanted))})", list(wanted)
    if query.actors:
        yield _exists("incident_party", _either([_named(wanted) for wanted in query.actors]))
    if query.countries:
        marks = ",".join("?" * len(query.countries))
        yield _exists("incident_place", (f"country IN ({marks})", list(query.countries)))
    if query.places:
        yield _exists("incident_place", _either([_named(wanted) for wanted in query.places]))
    if query.box is not None:
        yield _exists("incident_place", _inside(query.box))
    if query.text is not None and (wanted_words := words(query.text)):
        match = " ".join(f'"{word}"' for word in wanted_words)
        yield "number IN (SELECT rowid FROM incident_words WHERE words MATCH ?)", [match]


def _exists(table: str, condition: Condition) -> Condition:
    return f"EXISTS (SELECT 1 FROM {table} WHERE incident = number AND ({condition[0]}))", condition[1]


def _either(conditions: Sequence[Condition]) -> Condition:
    return " OR ".join(f"({sql})" for sql, _ in conditions), [value for _, values in conditions for value in values]


def _type(wanted: str) -> Condition:
    name, mode = kind(wanted)
    return ("type = ? AND mode = ?", [name, mode]) if mode is not None else ("type = ?", [name])


def _named(wanted: str) -> Condition:
    return "id = ? OR instr(key, ?) > 0", [wanted, alias_key(wanted)]


def _inside(box: Box) -> Condition:
    across = "lon BETWEEN ? AND ?" if box.west <= box.east else "(lon >= ? OR lon <= ?)"
    return f"lat BETWEEN ? AND ? AND {across}", [box.south, box.north, box.west, box.east]
