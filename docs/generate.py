"""Writes the reference pages that are made from the program itself: docs/reference/cli.md."""

from __future__ import annotations

from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from dateline.cli.program import program

REFERENCE = Path(__file__).parent / "reference"
INTRODUCTION = """# Command line

Generated from the program by `make docs`; do not edit.

Data goes to standard output, everything else to standard error. Refused pages are one line each:
`item: stage/code: expected …, found …`.
"""


def help_of(*command: str) -> str:
    """What `dateline COMMAND --help` prints at 80 columns."""
    result = CliRunner().invoke(program, [*command, "--help"], prog_name="dateline", env={"COLUMNS": "80"})
    return "\n".join(line.rstrip() for line in result.stdout.strip("\n").splitlines())


def commands() -> list[str]:
    """The names of all commands, in the order of the help."""
    return list(getattr(get_command(program), "commands"))  # noqa: B009


def command_line() -> str:
    """The page on the command line."""
    parts = [INTRODUCTION, f"```text\n{help_of()}\n```\n"]
    parts += [f"## dateline {name}\n\n```text\n{help_of(name)}\n```\n" for name in commands()]
    return "\n".join(parts)


PAGES = {"cli.md": command_line}


def main() -> None:
    """Write every generated page."""
    for name, page in PAGES.items():
        (REFERENCE / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
