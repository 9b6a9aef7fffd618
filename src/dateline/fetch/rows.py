"""JSONL: one page a line, read as a stream."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterator, Mapping

import msgspec

from dateline.fetch.content import Lines, refusal
from dateline.model.article import Page
from dateline.model.issue import Issue
from dateline.model.reading import Limits

GIVEN = ("url", "title", "published", "outlet", "language")


class Row(msgspec.Struct, frozen=True):
    """The keys of a row that are read; all others are ignored."""

    id: str | int | None = None
    url: str | None = None
    text: str | None = None
    html: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None


_DECODER = msgspec.json.Decoder(Row)


def from_rows(
    stream: Lines, *, source: str, given: Mapping[str, str] | None = None, limits: Limits | None = None
) -> Iterator[Page | Issue]:
    """The pages of a JSONL stream; a bad row is an issue that names its line, and the next rows go on."""
    bounds = limits or Limits()
    number = 0
    for number, line in enumerate(_lines(stream, source=source, limits=bounds), start=1):
        if isinstance(line, Issue):
            yield line
        elif line.strip():
            yield row_page(line, item=f"{source}:{number}", given=given or {})
    if number == 0:
        yield refusal(source, "empty-file", "one JSON object a line", "no lines")


def row_page(line: bytes, *, item: str, given: Mapping[str, str]) -> Page | Issue:
    """The page of one row; `item` names it in issues and where it has neither url nor id."""
    content = line.strip()
    try:
        row = _DECODER.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        return refusal(item, "bad-row", 'a JSON object with "text" or "html"', str(error))
    if not (row.text or row.html or "").strip():
        return refusal(item, "empty-row", 'a row with "text" or "html"', "neither")
    said = {key: value for key in GIVEN if (value := getattr(row, key))}
    return Page(
        id=hashlib.sha256(content).hexdigest(),
        source=row.url or (str(row.id) if row.id not in (None, "") else item),
        content=content,
        media_type="application/json",
        given={**given, **said},
    )


def _lines(stream: Lines, *, source: str, limits: Limits) -> Iterator[bytes | Issue]:
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(limits.size + 1)
        except EOFError:
            yield refusal(f"{source}:{number}", "truncated-gzip", "a whole gzip file", "one that ends early")
            return
        except (gzip.BadGzipFile, zlib.error, OSError) as error:
            yield refusal(f"{source}:{number}", "unreadable", "a readable stream", str(error))
            return
        if not line:
            return
        if len(line) > limits.size:
            _skip_line(stream, limits=limits)
            yield refusal(f"{source}:{number}", "too-large", f"at most {limits.size:,} bytes a row", "more than that")
        else:
            yield line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def _skip_line(stream: Lines, *, limits: Limits) -> None:
    while (rest := stream.readline(limits.size)) and not rest.endswith(b"\n"):
        continue
