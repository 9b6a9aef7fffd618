"""What a scorer takes and gives, and where the data lies.

Data stands in the folder named by `DATELINE_DATA`; without it, in `../shared/data` beside the repository, where that
exists. A scorer whose data is absent is skipped, and the run says so.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypedDict

REPOSITORY = Path(__file__).resolve().parent.parent
VARIABLE = "DATELINE_DATA"
Row = dict[str, Any]


class _Case(TypedDict):
    id: str
    measure: str
    right: bool
    gold: Any
    found: Any


class Case(_Case, total=False):
    """One judged case, JSON-ready; `cause` says why it is wrong, where the scorer can tell."""

    cause: str


class Measure(NamedTuple):
    """One figure, what is known to be best, what this project asks of itself, and how many cases it rests on."""

    name: str
    figure: float
    cases: int
    to_beat: float | None = None
    goal: float | None = None


class Outcome(NamedTuple):
    """All measures of one scorer, and the cases behind them."""

    measures: tuple[Measure, ...]
    cases: tuple[Case, ...]


class Scorer(NamedTuple):
    """A named measurement: the files or folders it needs, and the function that is handed their paths.

    `needs` is relative to the data folder, or to the repository where `inside` is True.
    """

    name: str
    needs: tuple[str, ...]
    score: Callable[[tuple[Path, ...]], Outcome]
    inside: bool = False


def data_folder(environment: Mapping[str, str] | None = None) -> Path | None:
    """The folder of public data, or None where there is none."""
    named = (environment if environment is not None else os.environ).get(VARIABLE)
    folder = Path(named) if named else REPOSITORY.parent / "shared" / "data"
    return folder if folder.is_dir() else None


def found_data(scorer: Scorer, *, folder: Path | None) -> tuple[Path, ...] | str:
    """The paths that the scorer needs, or the sentence that says what is absent."""
    root = REPOSITORY if scorer.inside else folder
    if root is None:
        return f"no data folder; {VARIABLE} names one"
    paths = tuple(root / name for name in scorer.needs)
    absent = [name for name, path in zip(scorer.needs, paths, strict=True) if not path.exists()]
    return f"absent: {', '.join(absent)}" if absent else paths


def rows_of(path: Path) -> list[Row]:
    """The JSON objects of a file, one a line; only a line feed ends a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def fingerprint(paths: tuple[Path, ...]) -> str:
    """A short hash of names and bytes of all files under the paths."""
    digest = hashlib.sha256()
    for path in paths:
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            digest.update(f"{file.relative_to(path.parent)}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]
