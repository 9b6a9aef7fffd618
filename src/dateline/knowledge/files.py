"""Reading knowledge files that ship with the package."""

from __future__ import annotations

import csv
import hashlib
import io
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from dateline.errors import InvalidKnowledge

DATA = files("dateline.knowledge") / "data"


def toml(name: str) -> dict[str, Any]:
    """The TOML file `name` below knowledge/data; raises InvalidKnowledge naming the file where it does not parse."""
    try:
        return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InvalidKnowledge(item=name, expected="TOML", found=str(error), code="not-toml") from error


def rows(name: str) -> list[dict[str, str]]:
    """The rows of the CSV file `name` below knowledge/data, by column."""
    return list(csv.DictReader(io.StringIO((DATA / name).read_text(encoding="utf-8"))))


@lru_cache(maxsize=1)
def data_version() -> str:
    """The first twelve hex digits of a hash over the names and bytes of all knowledge files."""
    digest = hashlib.sha256()
    for name, file in _all(DATA, ""):
        digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _all(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _all(entry, name)
        elif entry.name.endswith((".toml", ".csv", ".txt")):
            yield name, entry
