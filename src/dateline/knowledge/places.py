"""Place tables and rules that ship with the package → records; every row is checked and named when it is wrong.

`source` in the tables says what a row rests on: "atlas" for what any reference atlas gives, "press" for places known
through reporting, where the point is that of the nearest named place.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, get_args

from dateline.errors import InvalidKnowledge
from dateline.model.gazetteer import Feature, GazetteerEntry, PlaceKind, PlaceRules, place_key
from dateline.model.place import PlacePrecision

CURATED = ("waters.csv", "sites.csv", "settlements.csv", "regions.csv")
PROMINENCE = {
    "sea": 3_000_000, "gulf": 3_000_000, "strait": 3_000_000, "canal": 3_000_000, "river": 1_000_000,
    "lake": 500_000, "region": 2_000_000, "desert": 1_000_000, "mountain": 300_000, "island": 500_000,
    "town": 300_000, "district": 200_000, "village": 100_000, "camp": 200_000, "base": 200_000, "port": 200_000,
    "airport": 100_000, "site": 200_000, "crossing": 200_000, "continent": 50_000_000, "country": 20_000_000,
}  # fmt: skip
"""How prominent a hand-picked place is in the news, as the population of a town that is named as often."""


def places_folder() -> Traversable:
    """The folder of place tables that ships."""
    return files("dateline.knowledge") / "data" / "places"


def curated_places(folder: Traversable | None = None) -> list[tuple[GazetteerEntry, tuple[str, ...]]]:
    """Every hand-written place with all its names; raises `InvalidKnowledge` naming file and row."""
    root = folder if folder is not None else places_folder()
    found = [_curated(where, cells) for name in CURATED for where, cells in _rows(root, name)]
    found += [_curated(where, {"kind": "continent", **cells}) for where, cells in _rows(root, "continents.csv")]
    _check_unique(found)
    return found


def curated_countries(folder: Traversable | None = None) -> list[tuple[GazetteerEntry, tuple[str, ...]]]:
    """Every country with all its names."""
    root = folder if folder is not None else places_folder()
    return [_country(where, cells) for where, cells in _rows(root, "countries.csv")]


def load_place_rules(folder: Traversable | None = None) -> PlaceRules:
    """The rules compiled from `places/rules.toml`, `places/*.txt` and the demonym table."""
    root = folder if folder is not None else places_folder()
    raw = _toml(root, "rules.toml")
    lists = (
        "titles",
        "boundaries",
        "connectors",
        "locatives",
        "firm",
        "speech",
        "attached",
        "namesakes",
        "organisations",
        "bodies",
        "tight",
        "tight_phrases",
        "own",
        "placing",
        "no_places",
    )
    words = {name: frozenset(raw[name]) for name in (*lists, "directions")}
    stop, after = _words(root, "common_words.txt"), _features("after", raw["features_after"])
    capitalised = (words[name] for name in ("boundaries", "organisations", "bodies", "titles"))
    return PlaceRules(
        stop=stop,
        ordinary=stop.union(after, *capitalised),
        surnames=_words(root, "surnames.txt"),
        given_names=_words(root, "given_names.txt"),
        demonyms=_demonyms(),
        adjectives={place_key(k): place_key(v) for k, v in raw["adjectives"].items()},
        features_before=_features("before", raw["features_before"]),
        features_after=after,
        features_plural={plural: after[one] for plural, one in raw["plurals"].items()},
        no_endings=tuple(raw["no_endings"]),
        abbreviations={k.replace(".", ""): place_key(v) for k, v in raw["abbreviations"].items()},
        **words,
    )


def table(path: Traversable) -> list[dict[str, str]]:
    """The rows of a CSV file, by column."""
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def _rows(root: Traversable, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    for number, cells in enumerate(table(root / name), start=2):
        if None in cells or None in cells.values():
            raise InvalidKnowledge(item=f"{name}:{number}", expected="one cell a column", found=str(cells))
        yield f"{name}:{number}", cells


def _curated(where: str, cells: dict[str, str]) -> tuple[GazetteerEntry, tuple[str, ...]]:
    kind: Any = cells["kind"]
    if kind not in get_args(PlaceKind):
        raise InvalidKnowledge(item=where, expected="a place kind", found=kind)
    name = cells["name"]
    entry = GazetteerEntry(
        id="dateline:" + place_key(name).replace(" ", "-"),
        name=name,
        kind=kind,
        lat=_degrees(where, cells["lat"], 90),
        lon=_degrees(where, cells["lon"], 180),
        country=cells.get("country") or None,
        population=PROMINENCE[kind],
        radius_km=float(cells["radius_km"]),
    )
    return entry, _names(name, cells["aliases"])


def _country(where: str, cells: dict[str, str]) -> tuple[GazetteerEntry, tuple[str, ...]]:
    entry = GazetteerEntry(
        id=f"iso:{cells['alpha3']}",
        name=cells["name"],
        kind="country",
        lat=_degrees(where, cells["lat"], 90),
        lon=_degrees(where, cells["lon"], 180),
        country=cells["alpha3"],
        population=PROMINENCE["country"],
    )
    return entry, _names(cells["name"], cells["aliases"])


def _names(name: str, aliases: str) -> tuple[str, ...]:
    return (name, *(alias for alias in aliases.split("|") if alias))


def _degrees(where: str, cell: str, limit: int) -> float:
    try:
        value = float(cell)
    except ValueError as error:
        raise InvalidKnowledge(item=where, expected="decimal degrees", found=cell) from error
    if abs(value) > limit:
        raise InvalidKnowledge(item=where, expected=f"at most {limit} degrees", found=cell)
    return value


def _check_unique(found: list[tuple[GazetteerEntry, tuple[str, ...]]]) -> None:
    seen: set[str] = set()
    for entry, _ in found:
        if entry.id in seen:
            raise InvalidKnowledge(item=entry.name, expected="one row a place", found="a second row")
        seen.add(entry.id)


def _toml(root: Traversable, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((root / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InvalidKnowledge(item=name, expected="TOML", found=str(error)) from error


def _words(root: Traversable, name: str) -> frozenset[str]:
    lines = (root / name).read_text(encoding="utf-8").splitlines()
    return frozenset(place_key(word) for line in lines if not line.startswith("#") for word in line.split(","))


def _features(where: str, raw: dict[str, dict[str, Any]]) -> dict[str, Feature]:
    found: dict[str, Feature] = {}
    for name, cells in raw.items():
        precision = cells.get("precision")
        if precision is not None and precision not in get_args(PlacePrecision):
            raise InvalidKnowledge(item=f"features_{where}.{name}", expected="a precision", found=str(precision))
        feature = Feature(kinds=tuple(cells["kinds"]), precision=precision, vouches=cells.get("vouches", True))
        found.update({word.lower(): feature for word in cells["words"]})
    return found


def _demonyms() -> dict[str, str]:
    path = files("dateline.knowledge") / "data" / "parties" / "demonyms.csv"
    rows = [row for row in table(path) if row["country"]]
    found = {people.lower(): row["country"] for row in rows for people in row["people"].split("|") if people}
    return {**found, **{row["demonym"].lower(): row["country"] for row in rows}}
