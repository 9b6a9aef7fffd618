"""Where data goes: standard output or a file, in UTF-8, and nothing but data."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterable
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
        self._path = path
        self._aside: Path | None = None
        self._stream: TextIO = sys.stdout
        self._console: Console | None = None

    def __enter__(self) -> Output:
        if self._path is not None:
            self._stream = self._opened_aside(self._path)
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
            if self._aside is None:
                self._stream.flush()
        except BrokenPipeError as broken:
            kind, error = BrokenPipeError, broken
        if isinstance(error, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return True
        if self._aside is not None and self._path is not None:
            self._stream.close()
            if kind is None:
                os.replace(self._aside, self._path)
            else:
                self._aside.unlink(missing_ok=True)
        return False

    def _opened_aside(self, path: Path) -> TextIO:
        try:
            if path.is_dir():
                raise IsADirectoryError("a folder")
            handle, aside = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.absolute().parent)
        except OSError as error:
            raise InvalidOption(
                item=f"--output {path}", expected="a file that can be written", found=error.strerror or str(error)
            ) from error
        self._aside = Path(aside)
        self._aside.chmod(0o666 & ~_umask())
        return open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n")

    @property
    def is_terminal(self) -> bool:
        """Whether a person sees the output as it comes."""
        return self._path is None and self._stream.isatty()

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
