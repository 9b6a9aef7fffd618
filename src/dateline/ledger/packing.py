"""Records as the ledger stores them: JSON, compressed. Equal records give equal bytes."""

from __future__ import annotations

import zlib
from typing import Any, TypeVar

import msgspec

LEVEL = 6
R = TypeVar("R")


def packed(record: Any) -> bytes:
    """The record as it is stored."""
    return zlib.compress(msgspec.json.encode(record), LEVEL)


def unpacked(stored: bytes, kind: type[R]) -> R:
    """The record of this kind that was stored."""
    return msgspec.json.decode(zlib.decompress(stored), type=kind)
