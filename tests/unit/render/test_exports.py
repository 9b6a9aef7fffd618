"""CSV, JSONL and GeoJSON say the same as the JSON record."""

from __future__ import annotations

import csv
import io
import json

import msgspec

from dateline.knowledge.resolution import resolve_rules
from dateline.model import Party
from dateline.render.flat import (
    EVENT_COLUMNS,
    INCIDENT_COLUMNS,
    csv_lines,
    event_row,
    geojson_lines,
    incident_row,
    jsonl_lines,
)  # fmt: skip
from dateline.render.incident import incident_record
from dateline.render.record import event_record
from dateline.resolve import incidents
from fakes.happenings import CONGO, GOMA, RED_SEA, SAKE, THE_PAGE, article, event, voice

TOLD = article("Post")
FULL = event(TOLD, where=(GOMA, SAKE), killed=[(3, THE_PAGE), (5, voice("army"))], weapons=("mortar",))
BARE = event(TOLD, where=(), when=None, actors=(), recipients=(), mode=None, number=1)


def records() -> list[dict[str, object]]:
    return [event_record(e, TOLD, produced_by={"dateline": "0"}) for e in (FULL, BARE)]


def rows(lines: list[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines), newline="")))


def test_csv_has_one_row_an_event_and_empty_cells_for_what_is_absent() -> None:
    full, bare = rows(list(csv_lines(map(event_row, records()), EVENT_COLUMNS)))
    assert (full["type"], full["start"], full["place"], full["other_places"]) == (
        "ASSAULT",
        "2024-03-05",
        "Goma",
        "Sake",
    )
    assert (full["killed_low"], full["killed_high"], full["injured_low"]) == ("3", "5", "")
    assert (full["actors"], full["actors_ids"]) == ("March 23 Movement", "m23")
    assert (bare["start"], bare["place"], bare["lat"], bare["killed_low"]) == ("", "", "", "")
    assert list(full) == EVENT_COLUMNS


def test_csv_gives_no_spreadsheet_a_formula() -> None:
    evil = Party(name="=cmd|' /C calc'!A0", text="=cmd")
    record = event_record(event(TOLD, actors=(evil,)), TOLD, produced_by={})
    (row,) = rows(list(csv_lines([event_row(record)], EVENT_COLUMNS)))
    assert row["actors"].startswith("'=")


def test_csv_leaves_negative_numbers_alone() -> None:
    (row,) = rows(list(csv_lines([event_row(records()[0])], EVENT_COLUMNS)))
    assert float(row["lat"]) == GOMA.lat


def test_csv_of_nothing_is_a_header() -> None:
    assert list(csv_lines([], EVENT_COLUMNS)) == [",".join(EVENT_COLUMNS) + "\n"]


def test_geojson_is_one_valid_collection() -> None:
    found = json.loads("".join(geojson_lines(records())))
    assert [f["geometry"] and f["geometry"]["type"] for f in found["features"]] == ["MultiPoint", None]
    assert found["features"][0]["geometry"]["coordinates"][0] == [GOMA.lon, GOMA.lat]
    assert found["features"][0]["properties"]["event_id"] == found["features"][0]["id"] == FULL.id
    assert json.loads("".join(geojson_lines([]))) == {"type": "FeatureCollection", "features": []}


def test_jsonl_is_one_object_a_line() -> None:
    lines = list(jsonl_lines(records()))
    assert [json.loads(line) for line in lines] == records()
    assert all(line.endswith("\n") and "\n" not in line[:-1] for line in lines)


def test_the_incident_record_is_the_one_that_the_design_fixes() -> None:
    other = article("Echo")
    told = [(FULL, TOLD), (event(other, where=(GOMA, CONGO), killed=[(5, THE_PAGE)]), other)]
    (found,) = incidents(told, rules=resolve_rules())
    record = json.loads(next(jsonl_lines([incident_record(found)])))
    assert set(record) == {
        "incident_id", "type", "mode", "modality", "standing", "when", "places", "actors", "recipients", "killed",
        "injured", "missing", "detained", "independent", "findings", "articles", "events", "judgements",
    }  # fmt: skip
    assert record["killed"] == {"low": 3, "best": 5, "high": 5}
    assert record["injured"] is None
    assert record["independent"] == {"outlets": 2, "voices": 1}
    assert record["when"] == {"start": "2024-03-05", "end": "2024-03-05", "precision": "day"}
    assert set(record["findings"]["killed"][0]) == {"value", "supporting", "dissenting", "voices"}
    assert {a["copy_of"] for a in record["articles"]} == {None}
    assert set(record["events"]) == {e.id for e, _ in told}


def test_incidents_as_rows_and_features() -> None:
    sea = event(TOLD, where=(RED_SEA,), number=2)
    told = [(event(TOLD, number=3), TOLD), (sea, TOLD)]
    found = [incident_record(i) for i in incidents(told, rules=resolve_rules())]
    table = rows(list(csv_lines(map(incident_row, found), INCIDENT_COLUMNS)))
    assert {row["place"] for row in table} == {"Goma", "Red Sea"}
    assert {row["sources"] for row in table} == {"Post"}
    shapes = json.loads("".join(geojson_lines(found)))["features"]
    assert {f["id"] for f in shapes} == {r["incident_id"] for r in found}


def test_what_has_no_outlet_has_no_key_for_it() -> None:
    nameless = msgspec.structs.replace(TOLD, outlet=None, published=None)
    record = event_record(FULL, nameless, produced_by={})
    assert not {"outlet", "published"} & set(record["article"])
    assert event_row(record)["published"] is None
