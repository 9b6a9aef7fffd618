"""What bytes are: a page made of them, their media type, and whether they are text at all."""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from dateline.errors import UnreadableInput
from dateline.model.article import Page
from dateline.model.issue import Issue
from dateline.model.reading import Limits

GZIP = b"\x1f\x8b"
_MAGIC = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x7fELF", b"RIFF", b"OggS", b"ID3", b"SQLite")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p|meta|title)[\s>/]", re.I)
_CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27})


class Readable(Protocol):
    """What is asked of a stream of bytes."""

    def read(self, size: int = ..., /) -> bytes: ...


class Lines(Readable, Protocol):
    """A stream that can be taken line by line."""

    def readline(self, size: int = ..., /) -> bytes: ...


def page_of(
    content: bytes,
    *,
    source: str,
    given: Mapping[str, str] | None = None,
    media_type: str | None = None,
    headers: Mapping[str, str] | None = None,
    fetched: datetime | None = None,
) -> Page | Issue:
    """The page that `content` makes, or the issue "empty-file" or "binary"."""
    if not content.strip():
        return refusal(source, "empty-file", "a page with text", f"{len(content)} bytes of nothing")
    if is_binary(content):
        return refusal(source, "binary", "HTML or text", f"binary content starting {content[:8]!r}")
    return Page(
        id=hashlib.sha256(content).hexdigest(),
        source=printable(source),
        content=content,
        media_type=media_type or media_type_of(content),
        headers=dict(headers or {}),
        fetched=fetched,
        given=dict(given or {}),
    )


def media_type_of(content: bytes) -> str:
    """ "text/html" where the first kilobytes hold HTML tags, else "text/plain"."""
    head = content[:4096]
    if head.startswith(_UTF16):
        head = head.replace(b"\x00", b"")
    return "text/html" if _MARKUP.search(head) else "text/plain"


def is_binary(content: bytes) -> bool:
    """True where the bytes are no text in any encoding that is read."""
    head = content[:8192]
    if head.startswith(_UTF16):
        return False
    if head.startswith(_MAGIC) or b"\x00" in head:
        return True
    return len(head) - len(head.translate(None, _CONTROL)) > len(head) // 20


def bounded(stream: Readable, *, source: str, limits: Limits) -> bytes:
    """All bytes of the stream, gunzipped; raises UnreadableInput when too large or truncated."""
    try:
        content = stream.read(limits.size + 1)
        if content.startswith(GZIP):
            content = _gunzipped(content, limits=limits)
    except EOFError as error:
        raise UnreadableInput(
            item=source, expected="a whole gzip file", found="one that ends early", code="truncated-gzip"
        ) from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise UnreadableInput(item=source, expected="a gzip file", found=str(error), code="bad-gzip") from error
    if len(content) > limits.size:
        raise UnreadableInput(
            item=source, expected=f"at most {limits.size:,} bytes", found="more than that", code="too-large"
        )
    return content


def _gunzipped(content: bytes, *, limits: Limits) -> bytes:
    out = bytearray()
    rest = content
    while rest and len(out) <= limits.size:
        engine = zlib.decompressobj(wbits=31)
        out += engine.decompress(rest, limits.size + 1 - len(out))
        if engine.unconsumed_tail:
            break
        if not engine.eof:
            raise EOFError
        rest = engine.unused_data.lstrip(b"\x00")
        if rest and not rest.startswith(GZIP):
            break
    return bytes(out)


def refusal(item: str, code: str, expected: str, found: str) -> Issue:
    """An issue of the stage "fetch"."""
    return Issue(stage="fetch", item=printable(item), code=code, expected=expected, found=found)


def printable(source: str) -> str:
    """The name of a source as text that can be written: bytes of a file name that are no UTF-8 as "\\xe9"."""
    return source.encode(errors="surrogateescape").decode(errors="backslashreplace")


def refusal_of(error: UnreadableInput) -> Issue:
    """The issue that the error tells of."""
    return refusal(error.item, error.code, error.expected, error.found)
