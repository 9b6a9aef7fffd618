"""Draws windows of a few sentences from pages of a data set, to be coded: `python -m evals.windows SET SEED COUNT`.

A window is three to six prose sentences on end, its pages and its place on the page drawn with a seeded generator, so
that the same seed gives the same windows. It prints the pages' rows and the offsets, never what Dateline makes of them.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from typing import NamedTuple

from .frame import Row, data_folder, rows_of

LEAST, MOST = 3, 6
WORDS = 6
"""A shorter line is a heading, a caption or a menu."""
_END = re.compile(
    r"""(?<!\b[A-Z])(?<!\b(?:Dr|Lt|Mr|St))(?<!\b(?:Col|Gen|Gov|Maj|Mrs|Rep|Sen))[.!?][”"’')\]]*(?=\s|$|[A-Z“])|\n"""
)
_CLOSED = re.compile(r"""[.!?…:;][”"’')\]]*$""")


class Window(NamedTuple):
    """Some sentences of one row's text, by offsets into it."""

    row: Row
    start: int
    end: int


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Rough sentences and lines of a text, in order, without the white space around them; none of it is Dateline's."""
    start = 0
    for end in [*(m.end() for m in _END.finditer(text)), len(text)]:
        part = text[start:end]
        if part.strip():
            yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
        start = end


def runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Stretches of prose: sentences on end that are closed and long enough, broken by any line that is not."""
    run: list[tuple[int, int]] = []
    for start, end in sentences(text):
        said = text[start:end]
        if len(said.split()) >= WORDS and _CLOSED.search(said):
            run.append((start, end))
        elif not _CLOSED.search(said):
            yield run
            run = []
        elif run:
            run.append((start, end))
    yield run


def drawn(rows: list[Row], *, seed: int, count: int) -> Iterator[Window]:
    """Up to `count` pages with enough prose in random order, each with one random window."""
    generator = random.Random(seed)
    for row in generator.sample(rows, len(rows)):
        size = generator.randint(LEAST, MOST)
        held = [run for run in runs(row["text"]) if len(run) >= LEAST]
        starts = [(run, at) for run in held for at in range(max(1, len(run) - size + 1))]
        if not starts:
            continue
        run, at = generator.choice(starts)
        yield Window(row, run[at][0], run[min(at + size, len(run)) - 1][1])
        count -= 1
        if not count:
            return


def main() -> None:
    """Print the windows of a set, with their pages' ids, days and offsets."""
    parser = argparse.ArgumentParser(prog="python -m evals.windows", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("set", help="file of the data folder")
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument(
        "--without", metavar="FOLDER", help="leave out the rows that have a gold in this folder of data"
    )
    asked = parser.parse_args()
    folder = data_folder()
    if folder is None:
        raise SystemExit("no data folder")
    coded = {file.stem for file in (folder / asked.without).glob("*.json")} if asked.without else set()
    rows = [row for row in rows_of(folder / asked.set) if row["id"] not in coded]
    for number, window in enumerate(drawn(rows, seed=asked.seed, count=asked.count), 1):
        row = window.row
        print(f"#### {number} {row['id']} {row['published'][:10]} {window.start}-{window.end} of {len(row['text'])}")
        print(row["text"][window.start : window.end], end="\n\n")


if __name__ == "__main__":
    main()
