"""Whole tables as files that other tools open: GeoPackage for maps, Parquet for analysis."""

from __future__ import annotations

import csv
import os
import sqlite3
import struct
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Literal

from dateline.errors import InvalidOption
from dateline.model.record import Record

Row = dict[str, Any]
WGS84 = 4326
_GEOPACKAGE = 0x47504B47
_VERSION = 10300
_SQL = {"text": "TEXT", "integer": "INTEGER", "real": "DOUBLE", "date": "DATE"}
_DUCK = {"text": "VARCHAR", "integer": "BIGINT", "real": "DOUBLE", "date": "DATE"}
_SYSTEM = (
    "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,"
    " organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
    "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,"
    " description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE,"
    " max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys (srs_id))",
    "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL PRIMARY KEY REFERENCES gpkg_contents (table_name),"
    " column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL REFERENCES"
    " gpkg_spatial_ref_sys (srs_id), z TINYINT NOT NULL, m TINYINT NOT NULL)",
)
_DEFINITION = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
    'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)
_SYSTEMS = (
    ("Undefined cartesian", -1, "NONE", -1, "undefined", None),
    ("Undefined geographic", 0, "NONE", 0, "undefined", None),
    ("WGS 84", WGS84, "EPSG", WGS84, _DEFINITION, None),
)
_FIXED = "2000-01-01T00:00:00Z"
"""Stands for the time of the last change, so that one ledger gives one file."""


class Field(Record, frozen=True, kw_only=True):
    """A column of a table."""

    name: str
    type: Literal["text", "integer", "real", "date"]


def geopackage(path: Path, rows: Iterable[Row], *, fields: Sequence[Field], table: str) -> int:
    """Write the rows as points to a GeoPackage (OGC 12-128r18), whole or not at all; the number of rows.

    A row's point is its `lon` and `lat`; rows without one have no geometry.
    """
    aside = _aside(path)
    try:
        with closing(sqlite3.connect(aside, isolation_level=None)) as database:
            run = database.execute
            run(f"PRAGMA application_id = {_GEOPACKAGE}")
            run(f"PRAGMA user_version = {_VERSION}")
            run("BEGIN")
            for statement in _SYSTEM:
                run(statement)
            database.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", _SYSTEMS)
            columns = ", ".join(f'"{field.name}" {_SQL[field.type]}' for field in fields)
            run(f"CREATE TABLE {table} (fid INTEGER PRIMARY KEY, geom POINT, {columns})")
            marks = ",".join("?" * (len(fields) + 1))
            insert = f"INSERT INTO {table} VALUES (NULL, {marks})"
            number, bounds = 0, _Bounds()
            for row in rows:
                run(insert, [_point(row, bounds), *(row.get(field.name) for field in fields)])
                number += 1
            run(
                "INSERT INTO gpkg_contents VALUES (?,'features',?,'',?,?,?,?,?,?)",
                (table, table, _FIXED, *bounds.box, WGS84),
            )
            run("INSERT INTO gpkg_geometry_columns VALUES (?,'geom','POINT',?,0,0)", (table, WGS84))
            run("COMMIT")
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
    return number


class _Bounds:
    """The box around all points so far."""

    def __init__(self) -> None:
        self.box: tuple[float | None, float | None, float | None, float | None] = (None, None, None, None)

    def hold(self, lon: float, lat: float) -> None:
        west, south, east, north = self.box
        if west is None or south is None or east is None or north is None:
            self.box = (lon, lat, lon, lat)
        else:
            self.box = (min(west, lon), min(south, lat), max(east, lon), max(north, lat))


def _point(row: Row, bounds: _Bounds) -> bytes | None:
    """GeoPackage header and well-known binary of a point."""
    lon, lat = row.get("lon"), row.get("lat")
    if lon is None or lat is None:
        return None
    bounds.hold(lon, lat)
    return struct.pack("<2sBBiBIdd", b"GP", 0, 1, WGS84, 1, 1, lon, lat)


def parquet(path: Path, rows: Iterable[Row], *, fields: Sequence[Field], table: str) -> int:
    """Write the rows to a Parquet file, whole or not at all; their number. Raises InvalidOption without DuckDB."""
    try:
        import duckdb
    except ImportError as error:
        raise InvalidOption(
            item="--as parquet", expected="DuckDB: pip install 'dateline[parquet]'", found=str(error), code="no-duckdb"
        ) from error
    aside, text = _aside(path), _aside(path)
    try:
        number = 0
        with text.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow([field.name for field in fields])
            for row in rows:
                writer.writerow([_cell(row.get(field.name)) for field in fields])
                number += 1
        types = "{" + ", ".join(f"'{field.name}': '{_DUCK[field.type]}'" for field in fields) + "}"
        with duckdb.connect() as database:
            database.execute(
                f"CREATE TABLE {table} AS SELECT * FROM read_csv({_quoted(text)}, header = true, nullstr = '\\N', "
                f"columns = {types}, quote = '\"', escape = '\"', delim = ',', auto_detect = false, "
                "max_line_size = 16777216, parallel = false)"
            )
            database.execute(f"COPY {table} TO {_quoted(aside)} (FORMAT parquet, COMPRESSION zstd)")
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
        text.unlink(missing_ok=True)
    return number


def _cell(value: object) -> object:
    return "\\N" if value is None else value


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _aside(path: Path) -> Path:
    """A new file beside `path`; raises InvalidOption where none can be made."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.absolute().parent)
    except OSError as error:
        raise InvalidOption(
            item=f"--output {path}", expected="a place to write to", found=error.strerror or str(error),
            code="not-writable",
        ) from error  # fmt: skip
    os.close(handle)
    return Path(name)
