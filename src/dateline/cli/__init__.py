"""The command line: a thin face over `app`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command that `sys.argv` names; what a user did wrong is one line on standard error, never a traceback."""
    from dateline.cli.program import program
    from dateline.cli.reports import complain
    from dateline.errors import DatelineError

    try:
        program(prog_name="dateline")
    except DatelineError as error:
        sys.exit(complain(error))
