"""What a parser is handed and hands back."""

from __future__ import annotations

from dateline.model.record import Record


class Word(Record, frozen=True, kw_only=True):
    """A word for the parser: offsets in the text, and the form to parse it by (a long name may stand as one word)."""

    start: int
    end: int
    form: str
    space: bool = True
    name: bool = False
