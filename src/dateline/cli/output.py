"""Where data goes: standard output or a file, in UTF-8, and nothing but data."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from dateline.errors import InvalidOption

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


class Output:
    """A context that takes text and tables. A file is written aside, and put in place only when all went well.

    Where the reader of standard output goes away, the rest is dropped in silence.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = None if path is None else path.resolve()
        self._aside: Path | None = None
        self._stream: TextIO = sys.stdout
        self._console: Console | None = None

    def __enter__(self) -> Output:
        if self._path is not None:
            self._stream = self._opened(self._path)
        elif isinstance(sys.stdout, io.TextIOWrapper):
            utf8 = sys.stdout.encoding.lower().replace("-", "") == "utf8"
            if utf8 or not sys.stdout.isatty():
                sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
            else:
                sys.stdout.reconfigure(errors="replace")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        try:
            self._stream.flush()
        except OSError as failed:
            kind, error = type(failed), failed
        if isinstance(error, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return True
        if self._stream is not sys.stdout:
            self._closed(kind)
        if isinstance(error, OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise self._unwritable(error) from error
        return False

    def _closed(self, kind: type[BaseException] | None) -> None:
        with suppress(OSError):
            self._stream.close()
        if self._aside is not None and self._path is not None:
            if kind is None:
                os.replace(self._aside, self._path)
            else:
                self._aside.unlink(missing_ok=True)

    def _opened(self, path: Path) -> TextIO:
        """A file beside `path`, or what `path` is where it is no plain file: a device or a pipe."""
        try:
            if path.exists() and not path.is_file():
                return open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n")
            handle, aside = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        except OSError as error:
            raise self._unwritable(error) from error
        self._aside = Path(aside)
        self._aside.chmod(0o666 & ~_umask())
        return open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n")

    def _unwritable(self, error: OSError) -> InvalidOption:
        item = "standard output" if self._path is None else f"--output {self._path}"
        found = error.strerror or str(error)
        return InvalidOption(item=item, expected="a place to write to", found=found, code="not-writable")

    @property
    def width(self) -> int:
        """The columns that a table may take."""
        return self._on_console().width

    def write(self, chunks: Iterable[str]) -> None:
        """Write the chunks as they come."""
        for chunk in chunks:
            self._stream.write(chunk)

    def show(self, *renderables: RenderableType) -> None:
        """Write tables, in colour only where a terminal takes it."""
        console = self._on_console()
        for renderable in renderables:
            with console.capture() as captured:
                console.print(renderable)
            self._stream.writelines(line.rstrip() + "\n" for line in captured.get().splitlines())

    def _on_console(self) -> Console:
        if self._console is None:
            from rich.console import Console

            self._console = Console(file=self._stream, highlight=False, markup=False, emoji=False)
        return self._console


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
