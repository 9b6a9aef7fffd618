"""Reads data rows and pages with the product, and gives events as the public record."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import from_rows
from dateline.knowledge.lexicon import lexicon
from dateline.model import Event, Issue
from dateline.render.record import event_record

from .frame import Row

Record = dict[str, Any]
LATEST = date(2026, 12, 31)
"""No page of any data set was published later; fixed, so that figures do not move with the clock."""


class Told(NamedTuple):
    """One event: the product's own value, and the record that it prints."""

    event: Event
    record: Record


@cache
def reader(*, everything: bool = False) -> Reader:
    """The one reader of a run; `everything` parses sentences without a trigger too."""
    return Reader(everything=everything)


def read_row(
    row: Row, *, everything: bool = False, using: Reader | None = None, latest: date = LATEST
) -> Reading | Issue:
    """The reading of one row with `id`, `text`, and what else is given of it, by the run's reader or by another."""
    line = json.dumps(row, ensure_ascii=False).encode(errors="surrogatepass")
    page = next(iter(from_rows(io.BytesIO(line), source=str(row.get("id", "row")))))
    return page if isinstance(page, Issue) else (using or reader(everything=everything)).read(page, latest=latest)


def read_paths(paths: Iterable[Path]) -> Iterator[Reading | Issue]:
    """The readings of files and folders, in order."""
    yield from reader().readings([str(path) for path in paths])


def told(reading: Reading | Issue) -> list[Told]:
    """The events of a reading; none of an issue."""
    if isinstance(reading, Issue):
        return []
    return [Told(e, event_record(e, reading.article, produced_by={})) for e in reading.events]


def records(reading: Reading | Issue) -> list[Record]:
    """The records of a reading's events."""
    return [t.record for t in told(reading)]


def plover_type(record: Record) -> str:
    """The type under which PLOVER, which has no modality, files the record."""
    kind = str(record["type"])
    return lexicon().codebook.get(f"{kind}.{record['modality']}", kind)


def foremost(events: Iterable[Told], *, types: tuple[str, ...] = ()) -> Told | None:
    """The event with most claims, the first of equals, of these types or of any; None where there is none."""
    listed = [t for t in events if not types or t.record["type"] in types]
    return max(listed, key=lambda t: len(t.event.claims), default=None)


def tolls(counts: list[Record]) -> tuple[int, int] | None:
    """The least and the greatest toll that a record's voices give; a voice's toll is its greatest count.

    An open bound counts as its low.
    """
    by_voice: dict[str, Record] = {}
    for count in counts:
        held = by_voice.setdefault(count["voice"], count)
        if _high(count) > _high(held):
            by_voice[count["voice"]] = count
    given = by_voice.values()
    return (min(int(c["low"]) for c in given), max(map(_high, given))) if by_voice else None


def _high(count: Record) -> int:
    return int(count["high"] if "high" in count else count["low"])
