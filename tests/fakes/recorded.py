"""What a line of the ledger says of a text of a test."""

from __future__ import annotations

from evals.reads import Record, read_row, records


def recorded(text: str, kind: str) -> Record:
    """The record of the first event of the type in the text, as a page of 25 January 2024."""
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    return next(r for r in found if r["type"] == kind)


def party_names(record: Record, slot: str) -> set[str]:
    """The names that the record has in a slot."""
    return {p["name"] for p in record.get(slot) or []}
