"""Exports are opened by the readers that people use, and hold as many rows of the right types."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import msgspec
import pyogrio
import pytest

from dateline.app import judging
from dateline.app.exporting import Form, What, checked, columns, described, lines, rows, written
from dateline.app.judging import signed
from dateline.errors import InvalidOption
from dateline.ledger import SqliteLedger
from dateline.model import Derived
from dateline.model.query import IncidentQuery
from fakes.happenings import ARMY, CIVILIANS, GOMA, M23, article, event, page, voice

SHELLED = Derived(
    acled_event_type="Explosions/Remote violence", acled_sub_event_type="Shelling/artillery/missile attack",
    ucdp_type="one-sided violence",
)  # fmt: skip
TYPES = {"text": "VARCHAR", "integer": "BIGINT", "real": "DOUBLE", "date": "DATE"}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    """A deadly shelling, a clash without place, and a threat; names with quotes and line breaks in them."""
    held = SqliteLedger(tmp_path / "l.db")
    post, echo = article('The "Post"', text='Shells, "many",\nfell on Goma.'), article("Echo")
    deadly = event(post, killed=[(3, voice("army")), (5, voice("doctors"))])
    held.keep(page(post), post, [msgspec.structs.replace(deadly, derived=SHELLED)])
    held.keep(page(echo), echo, [
        event(echo, mode="firearms", where=(), when=None, actors=(ARMY,), recipients=(M23,)),
        event(echo, type_="THREATEN", mode=None, modality="threatened", recipients=(CIVILIANS,)),
    ])  # fmt: skip
    yield held
    held.close()


@pytest.mark.parametrize("what", ["events", "incidents"])
def test_parquet_opens_in_duckdb_with_the_types_of_the_dictionary(
    ledger: SqliteLedger, tmp_path: Path, what: What
) -> None:
    file = tmp_path / "x.parquet"
    assert written(ledger, file, form="parquet", what=what) == 3
    with duckdb.connect() as database:
        found = database.execute(f"DESCRIBE SELECT * FROM '{file}'").fetchall()
        assert {row[0]: row[1] for row in found} == {c.name: TYPES[c.type] for c in columns("parquet", what)}
        sql = f"SELECT start, killed_low, place, lat FROM '{file}' WHERE killed_low IS NOT NULL"
        assert database.execute(sql).fetchall() == [(date(2024, 3, 5), 3, "Goma", GOMA.lat)]


@pytest.mark.parametrize("what", ["events", "incidents"])
def test_geopackage_opens_in_gdal_as_points(ledger: SqliteLedger, tmp_path: Path, what: What) -> None:
    file = tmp_path / "x.gpkg"
    assert written(ledger, file, form="gpkg", what=what) == 3
    layer = pyogrio.read_info(file)
    assert (layer["features"], layer["geometry_type"], layer["crs"]) == (3, "Point", "EPSG:4326")
    assert list(layer["fields"]) == [column.name for column in columns("gpkg", what)]
    assert layer["total_bounds"] == pytest.approx((GOMA.lon, GOMA.lat, GOMA.lon, GOMA.lat))
    _, _, shapes, values = pyogrio.raw.read(file)
    assert sum(shape is None for shape in shapes) == 1
    assert sorted(values[list(layer["fields"]).index("type")]) == ["ASSAULT", "ASSAULT", "THREATEN"]


def test_acled_has_what_it_codes_and_nothing_threatened(ledger: SqliteLedger) -> None:
    found = list(csv.DictReader(io.StringIO("".join(lines(ledger, form="acled", what="incidents")))))
    assert list(found[0]) == [column.name for column in columns("acled", "incidents")]
    (row,) = found
    assert (row["event_type"], row["disorder_type"]) == ("Explosions/Remote violence", "Political violence")
    assert (row["event_date"], row["time_precision"], row["geo_precision"]) == ("2024-03-05", "1", "1")
    assert (row["country"], row["iso"], row["fatalities"]) == ("Democratic Republic of the Congo", "180", "3")
    assert (row["actor1"], row["inter1"]) == ("March 23 Movement", "Rebel group")


def test_ucdp_has_only_deaths(ledger: SqliteLedger) -> None:
    (row,) = rows(ledger, form="ucdp", what="incidents")
    assert (row["low"], row["best"], row["high"]) == (3, 3, 5)
    assert (row["type_of_violence"], row["side_b"], row["where_prec"], row["date_prec"]) == (3, "Civilians", 1, 1)
    assert row["geom_wkt"] == f"POINT ({GOMA.lon} {GOMA.lat})"


def test_plover_records_are_json_with_parties_and_words(ledger: SqliteLedger) -> None:
    found = [json.loads(line) for line in lines(ledger, form="plover", what="incidents")]
    assert {record["event"] for record in found} == {"ASSAULT", "THREATEN"}
    assert all(record["actor"][0]["sector"] for record in found)
    assert all(record["text"] and record["source"] for record in found)


def test_a_judgement_shows_in_every_export(ledger: SqliteLedger) -> None:
    shelling = next(i for i in _all(ledger) if i.killed is not None)
    made = judging.correct(ledger, shelling.id, "killed", "4", signature=signed(by="ana"))
    shown = [row for row in rows(ledger, form="csv", what="incidents") if row["judgements"]]
    assert [(row["judgements"], row["killed_best"]) for row in shown] == [(made.id, 4)]
    record = next(r for line in lines(ledger, form="jsonl", what="incidents") if (r := json.loads(line))["judgements"])
    assert record["findings"]["killed"][0]["judgement"] == made.id


def _all(ledger: SqliteLedger) -> list:  # type: ignore[type-arg]
    from dateline.app.ledgers import incidents

    return list(incidents(ledger, IncidentQuery()))


@pytest.mark.parametrize("form", ["csv", "acled", "ucdp", "geojson"])
def test_the_note_beside_an_export_names_its_columns_and_licences(form: Form) -> None:
    note = described(form=form, what="incidents", number=7, file="x.csv")
    assert "7 rows" in note
    assert "CC BY 4.0" in note
    assert all(f"| {column.name} |" in note for column in columns(form, "incidents"))


@pytest.mark.parametrize(
    ("form", "what", "output"), [("parquet", None, None), ("gpkg", "events", None), ("acled", "events", Path("x"))]
)
def test_what_cannot_be_exported_so_is_refused(form: Form, what: What | None, output: Path | None) -> None:
    with pytest.raises(InvalidOption):
        checked(form, what, output)


def test_a_file_that_cannot_be_written_is_refused_and_nothing_is_left(ledger: SqliteLedger, tmp_path: Path) -> None:
    with pytest.raises(InvalidOption):
        written(ledger, tmp_path / "none" / "x.gpkg", form="gpkg", what="events")
    assert not list(tmp_path.glob(".x*"))
