"""Records as flat rows for CSV and as GeoJSON features, made of the JSON records so that all exports agree."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline.render.phrases import TOLLS
from dateline.render.record import as_json

Record = dict[str, Any]
JOIN = "; "
_PARTIES = [f"{side}{part}" for side in ("actors", "recipients") for part in ("", "_ids")]
_PLACE = ["place", "place_id", "lat", "lon", "country", "admin1", "place_precision", "place_relation", "other_places"]
_WHEN = ["start", "end", "date_precision"]
EVENT_COLUMNS = [
    "event_id", "type", "mode", "contexts", "modality", "acled_event_type", "acled_sub_event_type", "ucdp_type",
    *_WHEN, "date_basis", *_PARTIES, *_PLACE, "weapons", *(f"{t}_{end}" for t in TOLLS for end in ("low", "high")),
    "voices", "framing", "evidence", "source", "outlet", "title", "language", "published",
]  # fmt: skip
INCIDENT_COLUMNS = [
    "incident_id", "type", "mode", "modality", "standing", *_WHEN, *_PARTIES, *_PLACE,
    *(f"{t}_{end}" for t in TOLLS for end in ("low", "best", "high")),
    "outlets", "voices", "reports", "sources", "events", "judgements",
]  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def event_row(record: Record) -> Record:
    """The event record with one value a column; several values are joined by "; "."""
    article = record["article"]
    when = record.get("when", {})
    acled = record.get("acled", {})
    return {
        **{name: record.get(name) for name in ("event_id", "type", "mode", "modality")},
        "contexts": JOIN.join(record.get("contexts", [])),
        "acled_event_type": acled.get("event_type"),
        "acled_sub_event_type": acled.get("sub_event_type"),
        "ucdp_type": record.get("ucdp", {}).get("type_of_violence"),
        **_when(when),
        "date_basis": when.get("basis"),
        **_sides(record),
        **_places(record["places"]),
        "weapons": JOIN.join(w["name"] for w in record["weapons"]),
        **{key: value for toll in TOLLS for key, value in _bounds(toll, record[toll]).items()},
        "voices": JOIN.join(f"{v['name']} {v['stance']}" for v in record["voices"]),
        "framing": JOIN.join(f["text"] for f in record["framing"]),
        "evidence": JOIN.join(q["exact"] for q in record["evidence"]),
        **{name: article.get(name) for name in ("source", "outlet", "title", "language")},
        "published": article.get("published", {}).get("start"),
    }


def incident_row(record: Record) -> Record:
    """The incident record with one value a column."""
    tolls = {f"{t}_{end}": (record[t] or {}).get(end) for t in TOLLS for end in ("low", "best", "high")}
    return {
        **{name: record.get(name) for name in ("incident_id", "type", "mode", "modality", "standing")},
        **_when(record.get("when", {})),
        **_sides(record),
        **_places(record["places"]),
        **tolls,
        **record["independent"],
        "reports": len(record["articles"]),
        "sources": JOIN.join(a["source"] for a in record["articles"]),
        "events": JOIN.join(record["events"]),
        "judgements": JOIN.join(judged["id"] for judged in record["judgements"]),
    }


def _when(when: Record) -> Record:
    return {"start": when.get("start"), "end": when.get("end"), "date_precision": when.get("precision")}


def _sides(record: Record) -> Record:
    found: Record = {}
    for side in ("actors", "recipients"):
        found[side] = JOIN.join(p["name"] for p in record[side])
        found[f"{side}_ids"] = JOIN.join(p["id"] for p in record[side] if "id" in p)
    return found


def _places(places: Sequence[Record]) -> Record:
    """The first place in full, and the names of the others."""
    if not places:
        return {}
    first = places[0]
    return {
        "place": first["name"],
        "place_id": first.get("id"),
        "place_precision": first["precision"],
        "place_relation": first.get("relation"),
        **{name: first.get(name) for name in ("lat", "lon", "country", "admin1")},
        "other_places": JOIN.join(p["name"] for p in places[1:]),
    }


def _bounds(toll: str, counts: Sequence[Record]) -> Record:
    """The least and the most that any voice gives; no most where one leaves it open."""
    if not counts:
        return {}
    highs: list[int] = [count["high"] for count in counts if "high" in count]
    most = max(highs) if len(highs) == len(counts) else None
    return {f"{toll}_low": min(c["low"] for c in counts), f"{toll}_high": most}


def csv_lines(rows: Iterable[Record], columns: Sequence[str]) -> Iterator[str]:
    """A header and one line a row. A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\n", extrasaction="raise")
    writer.writeheader()
    yield _taken(buffer)
    for row in rows:
        writer.writerow({name: _cell(row.get(name)) for name in columns})
        yield _taken(buffer)


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def jsonl_lines(records: Iterable[Record]) -> Iterator[str]:
    """One JSON object a line."""
    for record in records:
        yield as_json(record) + "\n"


def geojson_lines(records: Iterable[Record]) -> Iterator[str]:
    """A GeoJSON FeatureCollection, one feature a line: the record is the properties, its places are the geometry."""
    yield '{"type": "FeatureCollection", "features": ['
    before = "\n"
    for record in records:
        yield before + as_json(feature(record))
        before = ",\n"
    yield "\n]}\n"


def feature(record: Record) -> Record:
    """The record as a GeoJSON feature: a point, several points, or no geometry where no place has one."""
    points = [[p["lon"], p["lat"]] for p in record["places"] if "lat" in p and "lon" in p]
    geometry: Record | None = None
    if len(points) == 1:
        geometry = {"type": "Point", "coordinates": points[0]}
    elif points:
        geometry = {"type": "MultiPoint", "coordinates": points}
    return {
        "type": "Feature",
        "id": record.get("event_id") or record.get("incident_id"),
        "geometry": geometry,
        "properties": record,
    }
