"""Runs scorers and prints one table: `python -m evals [NAME…] [--check] [--raise-floors] [--out DIR]`.

Exit code 1: with `--check`, a figure fell below its floor. 2: an unknown name.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from dateline.cli import one_thread

from . import floors
from .frame import Measure, Outcome, Scorer, data_folder, fingerprint, found_data

MODULES = (
    "event_gold", "airwars_gaza", "isaf", "timex", "toponyms", "polnear", "plv_plover", "case2021_acled",
    "false_alarms", "muc4", "petrarch_unit", "gvdb", "asam", "ucdp_car", "gate", "clusters", "stories", "plain", "real",
)  # fmt: skip
OUT = Path(__file__).parent / "out"


class Line(NamedTuple):
    """One line of the table."""

    scorer: str
    measure: Measure
    floor: float | None
    seconds: float

    @property
    def fell(self) -> bool:
        """True where the figure is below its floor, to three places."""
        return self.floor is not None and round(self.measure.figure, 3) < self.floor


def scorers() -> dict[str, Scorer]:
    """All scorers by name, in the order of the table."""
    return {s.name: s for module in MODULES for s in import_module(f"evals.{module}").SCORERS}


def main(arguments: list[str] | None = None) -> int:
    """Run what is asked for; returns the exit code."""
    one_thread(os.environ)
    options = _options(arguments)
    known = scorers()
    if unknown := [name for name in options.names if name not in known]:
        print(f"unknown: {', '.join(unknown)}; known: {', '.join(known)}", file=sys.stderr)
        return 2
    held, folder = floors.load(), data_folder()
    lines: list[Line] = []
    skipped: list[str] = []
    for name in options.names or known:
        scorer = known[name]
        paths = found_data(scorer, folder=folder)
        if isinstance(paths, str):
            skipped.append(f"{name} skipped, {paths}")
            continue
        print(f"{name} …", file=sys.stderr, flush=True)
        start = time.perf_counter()
        outcome = scorer.score(paths)
        seconds, data = time.perf_counter() - start, fingerprint(paths)
        _write(outcome, options.out / f"{name}.jsonl")
        lines += [Line(name, m, floors.floor_of(held, name, m.name, data=data), seconds) for m in outcome.measures]
        if options.raise_floors:
            held = floors.raised(held, name, outcome.measures, data=data)
    _print(lines, skipped)
    if options.raise_floors:
        floors.save(held)
    fallen = [line for line in lines if line.fell]
    for line in fallen:
        measure = line.measure
        print(
            f"below its floor: {line.scorer} {measure.name} {measure.figure:.3f} < {line.floor}",
            file=sys.stderr,
        )
    return 1 if options.check and fallen else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals", description="Measure quality; print one table.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="scorers to run; all without one")
    parser.add_argument("--check", action="store_true", help="exit 1 where a figure is below its floor")
    parser.add_argument("--raise-floors", action="store_true", help="lift floors to what is reached")
    parser.add_argument("--out", type=Path, default=OUT, metavar="DIR", help="folder for the per-case results")
    return parser.parse_args(arguments)


def _write(outcome: Outcome, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as stream:
        for case in outcome.cases:
            stream.write(json.dumps(case, ensure_ascii=False, default=str) + "\n")


def _print(lines: list[Line], skipped: list[str]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(title="What is measured", title_justify="left")
    for heading in ("scorer", "measure", "figure", "floor", "goal", "to beat", "cases", "seconds"):
        table.add_column(heading, justify="left" if heading in ("scorer", "measure") else "right")
    before = ""
    for line in lines:
        first = line.scorer != before
        figure = f"{line.measure.figure:.3f}"
        table.add_row(
            line.scorer if first else "", escape(line.measure.name), f"[red]{figure}[/red]" if line.fell else figure,
            _shown(line.floor), _shown(line.measure.goal), _shown(line.measure.to_beat),
            f"{line.measure.cases:,}", f"{line.seconds:.1f}" if first else "",
        )  # fmt: skip
        before = line.scorer
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print(table)
    for sentence in skipped:
        console.print(sentence)


def _shown(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.3f}"


if __name__ == "__main__":
    sys.exit(main())
