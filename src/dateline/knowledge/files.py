"""Reading knowledge files that ship with the package."""

from __future__ import annotations

import csv
import tomllib
from importlib.resources import files
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
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
