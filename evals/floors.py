"""Floors: what each measure has reached on which data, so that no change lowers it unseen.

`floors.json` maps a scorer to the hash of its data and the floors of its measures. A floor binds on the same data only.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import NamedTuple

from .frame import Measure

FILE = Path(__file__).with_name("floors.json")
PLACES = 1000


class Floor(NamedTuple):
    """The floors of one scorer's measures, and the data they were reached on."""

    data: str
    figures: dict[str, float]


def load(path: Path = FILE) -> dict[str, Floor]:
    """All floors; none where the file does not exist."""
    if not path.exists():
        return {}
    found = json.loads(path.read_text(encoding="utf-8"))
    return {name: Floor(data=entry["data"], figures=entry["floors"]) for name, entry in found.items()}


def save(floors: dict[str, Floor], path: Path = FILE) -> None:
    """Write all floors, sorted by name."""
    entries = {name: {"data": floor.data, "floors": floor.figures} for name, floor in sorted(floors.items())}
    path.write_text(json.dumps(entries, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def floor_of(floors: dict[str, Floor], scorer: str, measure: str, *, data: str) -> float | None:
    """The floor that binds, or None where there is none for this data."""
    floor = floors.get(scorer)
    return floor.figures.get(measure) if floor is not None and floor.data == data else None


def raised(floors: dict[str, Floor], scorer: str, measures: tuple[Measure, ...], *, data: str) -> dict[str, Floor]:
    """The floors with this scorer's lifted to what it reached, rounded down; none is lowered on the same data."""
    old = floors.get(scorer)
    before = old.figures if old is not None and old.data == data else {}
    reached = {m.name: math.floor(m.figure * PLACES + 1e-9) / PLACES for m in measures}
    figures = {**before, **{name: max(figure, before.get(name, 0.0)) for name, figure in reached.items()}}
    return {**floors, scorer: Floor(data=data, figures=figures)}
