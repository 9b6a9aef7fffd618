"""Sources as the user names them, and the pages behind them."""

from __future__ import annotations

import glob
import gzip
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, cast

from dateline.errors import UnreadableInput
from dateline.fetch.content import GZIP, Lines, bounded, page_of, refusal, refusal_of
from dateline.fetch.http import Opener, from_url, opened
from dateline.fetch.rows import from_rows
from dateline.model.article import Page
from dateline.model.issue import Issue
from dateline.model.reading import Limits

SUFFIXES = (".html", ".htm", ".xhtml", ".txt", ".jsonl", ".gz")
_ROWS = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")


def pages(
    sources: Iterable[str],
    *,
    given: Mapping[str, str] | None = None,
    limits: Limits | None = None,
    stdin: Lines | None = None,
    opener: Opener = opened,
) -> Iterator[Page | Issue]:
    """Every page behind the sources, in the order given; what cannot be had is an issue in its place.

    A source is a file, a folder, a glob, "-" for standard input, or an http(s) URL. `given` says what is known of every
    page (url, title, published, outlet, language).
    """
    known, bounds = given or {}, limits or Limits()
    for source in sources:
        if source == "-":
            yield from _from_stream(stdin or sys.stdin.buffer, source="-", given=known, limits=bounds)
        elif source.lower().startswith(("http://", "https://")):
            yield from from_url(source, given=known, limits=bounds, opener=opener)
        else:
            yield from _from_path(source, given=known, limits=bounds)


def _from_path(source: str, *, given: Mapping[str, str], limits: Limits) -> Iterator[Page | Issue]:
    path = Path(source)
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except (OSError, ValueError) as error:
        yield refusal(source, "unreadable", "a path", str(error))
        return
    if is_folder:
        yield from _from_folder(source, given=given, limits=limits)
    elif not exists and glob.has_magic(source):
        found = sorted(glob.glob(source, recursive=True))
        if not found:
            yield refusal(source, "no-match", "files that match", "none")
        for match in found:
            yield from _from_path(match, given=given, limits=limits)
    else:
        yield from from_file(source, given=given, limits=limits)


def _from_folder(source: str, *, given: Mapping[str, str], limits: Limits) -> Iterator[Page | Issue]:
    found = False
    refused: list[Issue] = []

    def unreadable(error: OSError) -> None:
        refused.append(refusal(str(error.filename), "unreadable", "a readable folder", error.strerror or str(error)))

    for folder, below, names in os.walk(source, onerror=unreadable):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                found = True
                yield from from_file(os.path.join(folder, name), given=given, limits=limits)
    yield from refused
    if not found and not refused:
        yield refusal(source, "no-pages", f"a folder with {' '.join(SUFFIXES)} files", "none")


def from_file(source: str, *, given: Mapping[str, str], limits: Limits) -> Iterator[Page | Issue]:
    """The page or JSONL rows of one file, gunzipped where it is gzip."""
    try:
        with open(source, "rb") as stream:
            if source.lower().endswith(_ROWS):
                yield from from_rows(_unzipped(stream), source=source, given=given, limits=limits)
            else:
                yield page_of(bounded(stream, source=source, limits=limits), source=source, given=given)
    except FileNotFoundError:
        yield refusal(source, "missing", "a file, folder, glob or URL", "nothing there")
    except OSError as error:
        yield refusal(source, "unreadable", "a readable file", error.strerror or str(error))
    except UnreadableInput as error:
        yield refusal_of(error)


def _from_stream(stream: Lines, *, source: str, given: Mapping[str, str], limits: Limits) -> Iterator[Page | Issue]:
    plain = _unzipped(stream)
    try:
        first = plain.readline(limits.size + 1)
        if first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
            yield from from_rows(_Rejoined(first, plain), source=source, given=given, limits=limits)
        else:
            yield page_of(bounded(_Rejoined(first, plain), source=source, limits=limits), source=source, given=given)
    except EOFError:
        yield refusal(source, "truncated-gzip", "a whole gzip stream", "one that ends early")
    except OSError as error:
        yield refusal(source, "unreadable", "a readable stream", error.strerror or str(error))
    except UnreadableInput as error:
        yield refusal_of(error)


def _unzipped(stream: Lines) -> Lines:
    peek = getattr(stream, "peek", None)
    head = peek(2)[:2] if peek is not None else b""
    return gzip.GzipFile(fileobj=cast(IO[bytes], stream)) if head == GZIP else stream


class _Rejoined:
    """A stream whose first line was looked at and is given out again."""

    def __init__(self, first: bytes, rest: Lines) -> None:
        self._first = first
        self._rest = rest

    def read(self, size: int = -1) -> bytes:
        first, self._first = self._first, b""
        return first + self._rest.read(size if size < 0 else max(0, size - len(first)))

    def readline(self, size: int = -1) -> bytes:
        first, self._first = self._first, b""
        return first or self._rest.readline(size)
