"""The command line: a thin face over `app`."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import MutableMapping

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""What tells the libraries below NumPy how many threads to use."""

COLLECTED_AFTER = 50_000
"""New objects after which Python looks for unused ones; its default is 700."""


def one_thread(environment: MutableMapping[str, str]) -> None:
    """Asks for one thread, unless the user has asked for more: a sentence's matrices are too small to share out.

    Where other programs run beside it, threads that wait for one another take a page more than twice as long.
    """
    for name in THREADS:
        environment.setdefault(name, "1")


def _lean() -> None:
    """Leaves out what a run of the command has no use for, and would wait for.

    Where torch is installed, the library below the parser loads it, and nothing here needs it. What is compiled at the
    start stays to the end: the collector of unused objects need not go through it again and again.
    """
    sys.modules.setdefault("torch", None)  # type: ignore[arg-type]
    gc.set_threshold(COLLECTED_AFTER, *gc.get_threshold()[1:])


def main() -> None:
    """Run the command that `sys.argv` names; what a user did wrong is one line on standard error, never a traceback."""
    one_thread(os.environ)
    _lean()
    from dateline.cli.program import program
    from dateline.cli.reports import complain
    from dateline.errors import DatelineError

    try:
        program(prog_name="dateline")
    except DatelineError as error:
        sys.exit(complain(error))
