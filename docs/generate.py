"""Writes the reference pages that are made from the program itself: docs/reference/cli.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from dateline.cli.program import program
from dateline.render.coded import ACLED, UCDP
from dateline.render.dictionary import EVENTS, INCIDENTS

REFERENCE = Path(__file__).parent / "reference"
INTRODUCTION = """# Command line

Generated from the program by `make docs`; do not edit.

Data goes to standard output, everything else to standard error. Refused pages are one line each:
`item: stage/code: expected …, found …`.
"""


DICTIONARY = """# Data dictionary

Generated from the program by `make docs`; do not edit.

Empty means that no source says so. Several values in one cell are joined by "; ". JSONL, GeoJSON and PLOVER records
hold the same values nested, with the exact words and voices behind each.
"""


def help_of(*command: str) -> str:
    """What `dateline COMMAND --help` prints at 80 columns."""
    result = CliRunner().invoke(program, [*command, "--help"], prog_name="dateline", env={"COLUMNS": "80"})
    return "\n".join(line.rstrip() for line in result.stdout.strip("\n").splitlines())


def commands() -> list[tuple[str, ...]]:
    """The names of all commands, those of a group after it, in the order of the help."""
    return list(_names(get_command(program), ()))


def _names(command: object, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, below in getattr(command, "commands", {}).items():
        yield (*above, name)
        yield from _names(below, (*above, name))


def command_line() -> str:
    """The page on the command line."""
    parts = [INTRODUCTION, f"```text\n{help_of()}\n```\n"]
    parts += [f"## dateline {' '.join(name)}\n\n```text\n{help_of(*name)}\n```\n" for name in commands()]
    return "\n".join(parts)


def data_dictionary() -> str:
    """The page on the columns of the exports."""
    parts = [DICTIONARY]
    for title, columns in (
        ("Events (csv, parquet, gpkg)", EVENTS),
        ("Incidents (csv, parquet, gpkg)", INCIDENTS),
        ("ACLED (acled)", ACLED),
        ("UCDP GED (ucdp)", UCDP),
    ):
        rows = [f"| `{column.name}` | {column.type} | {column.what} |" for column in columns]
        parts.append("\n".join([f"## {title}", "", "| Column | Type | What |", "|---|---|---|", *rows, ""]))
    return "\n".join(parts)


PAGES = {"cli.md": command_line, "data-dictionary.md": data_dictionary}


def main() -> None:
    """Write every generated page."""
    for name, page in PAGES.items():
        (REFERENCE / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
