"""What goes to standard error: refusals, complaints and progress; and what the exit code says of them."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from dateline.errors import DatelineError, InvalidOption, LedgerError
from dateline.model.issue import Issue

if TYPE_CHECKING:
    from rich.status import Status

FINE, REFUSED, USAGE, NOTHING = 0, 1, 2, 3
FEW = 5
"""Pages that are read without a word of progress."""


def complain(error: DatelineError) -> int:
    """Say on one line what was wrong, and give the exit code for it."""
    _say(f"dateline: {error}")
    return USAGE if isinstance(error, InvalidOption | LedgerError) else NOTHING


def _say(line: str) -> None:
    print(" ".join(line.split()), file=sys.stderr, flush=True)


class Reports:
    """Counts what was read and what was refused, and tells of both while the work goes on."""

    def __init__(self) -> None:
        self.read = 0
        self.refused = 0
        self._terminal = sys.stderr.isatty()
        self._status: Status | None = None
        self._told: set[str] = set()

    def __enter__(self) -> Reports:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.pause()

    def issue(self, issue: Issue) -> None:
        """Count a refusal and say it on one line."""
        self.refused += 1
        self.pause()
        _say(str(issue))

    def page(self) -> None:
        """Count a page that was read; from a few pages on, show how many."""
        self.read += 1
        if self.read > FEW:
            self._show(f"{self.read:,} pages read, {self.refused:,} refused")

    def progress(self, what: str, share: float) -> None:
        """Show how far a longer piece of work has come; without a terminal, say once that it goes on."""
        if self._terminal:
            self._show(f"{what} {share:.0%}")
            if share >= 1:
                self.pause()
        elif "once" not in self._told:
            self._told.add("once")
            _say("dateline: building the gazetteer of place names, once; this takes some seconds")

    def pause(self) -> None:
        """Take the line of progress away."""
        if self._status is not None:
            self._status.stop()

    def _show(self, text: str) -> None:
        if not self._terminal:
            return
        if self._status is None:
            from rich.console import Console

            self._status = Console(stderr=True).status(text)
        self._status.update(text)
        self._status.start()

    @property
    def exit_code(self) -> int:
        """0 where nothing was refused, 1 where something was, 3 where nothing could be read."""
        if not self.refused:
            return FINE
        return REFUSED if self.read else NOTHING
