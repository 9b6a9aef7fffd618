"""The gazetteer on disk: built once into the user's cache folder, opened read-only, asked by folded name."""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Any

from dateline.errors import UnreadableInput
from dateline.knowledge.gazetteer_build import KINDS, MATCHES, Progress, build, inputs
from dateline.model.gazetteer import GazetteerEntry

MOST = 80
"""Entries kept for one name, most populous first."""
_CACHED = 30_000
_CHUNK = 400
_SELECT = (
    "SELECT n.key, n.match, p.id, p.ident, p.name, p.kind, p.lat, p.lon, p.country, p.path, p.population, p.radius, "
    "d.name "
    "FROM name n JOIN place p ON p.id = n.place LEFT JOIN division d ON d.path = "
    "substr(p.path, 1, CASE WHEN instr(substr(p.path, 4), '.') = 0 THEN 99 ELSE instr(substr(p.path, 4), '.') + 2 END) "
    "WHERE n.key IN ({})"
)


def cache_folder() -> Path:
    """Where Dateline keeps what it can rebuild: `DATELINE_CACHE`, else the platform's cache folder for it."""
    if chosen := os.environ.get("DATELINE_CACHE"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "dateline" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "dateline"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dateline"


def open_gazetteer(*, folder: Path | None = None, progress: Progress | None = None) -> SqliteGazetteer:
    """The gazetteer, built first where there is none or its inputs have moved.

    Safe for several processes at once: each builds aside and renames into place. Raises `UnreadableInput` where the
    folder cannot be written.
    """
    path = (folder or cache_folder()) / "gazetteer.sqlite"
    wanted = inputs()
    if not _current(path, wanted):
        _build_aside(path, progress)
    return SqliteGazetteer(path)


class SqliteGazetteer:
    """Answers from the database at `path`, remembering what it was asked lately."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._database = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._database.execute("PRAGMA cache_size = -3000")
        self._known: dict[str, tuple[GazetteerEntry, ...]] = {}

    def named(self, keys: Collection[str]) -> dict[str, tuple[GazetteerEntry, ...]]:
        """The places of each folded name that is known, most populous first."""
        missing = [key for key in keys if key not in self._known]
        if missing:
            if len(self._known) + len(missing) > _CACHED:
                self._known = {key: self._known[key] for key in keys if key in self._known}
            self._fetch(missing)
        return {key: found for key in keys if (found := self._known[key])}

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _fetch(self, keys: list[str]) -> None:
        for key in keys:
            self._known[key] = ()
        for start in range(0, len(keys), _CHUNK):
            chunk = keys[start : start + _CHUNK]
            grouped: dict[str, list[GazetteerEntry]] = {}
            for row in self._database.execute(_SELECT.format(",".join("?" * len(chunk))), chunk):
                grouped.setdefault(row[0], []).append(_entry(row))
            for key, entries in grouped.items():
                entries.sort(key=lambda entry: -entry.population)
                self._known[key] = tuple(entries[:MOST])


def _entry(row: Any) -> GazetteerEntry:
    _, match, number, ident, name, kind, lat, lon, country, path, population, radius, admin1 = row
    known_kind: Any = KINDS[kind]
    known_match: Any = MATCHES[match]
    return GazetteerEntry(
        id=ident if ident is not None else f"geonames:{number}",
        name=name,
        kind=known_kind,
        lat=lat / 1e5,
        lon=lon / 1e5,
        country=country,
        admin1=admin1,
        path=path,
        population=population,
        radius_km=float(radius),
        match=known_match,
    )


def _current(path: Path, wanted: dict[str, str]) -> bool:
    """Whether the database at `path` is whole and made from what is installed now."""
    if not path.is_file():
        return False
    try:
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            found = dict(database.execute("SELECT key, value FROM meta"))
        finally:
            database.close()
    except sqlite3.DatabaseError:
        return False
    return all(found.get(key) == value for key, value in wanted.items())


def _build_aside(path: Path, progress: Progress | None) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(prefix="gazetteer-", suffix=".part", dir=path.parent)
    except OSError as error:
        raise UnreadableInput(
            item=str(path.parent),
            expected="a cache folder that can be written",
            found=str(error),
            code="cache-not-writable",
        ) from error
    os.close(handle)
    try:
        database = sqlite3.connect(aside)
        try:
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            build(database, progress=progress)
        finally:
            database.close()
        os.replace(aside, path)
    finally:
        Path(aside).unlink(missing_ok=True)
