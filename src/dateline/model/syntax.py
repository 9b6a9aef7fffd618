"""What a parser is handed and hands back."""

from __future__ import annotations

from dateline.model.record import Record


class Word(Record, frozen=True, kw_only=True):
    """A word for the parser: offsets in the text, and the form to parse it by.

    A long or unknown name may stand as one word, under the form of a well-known name of its kind; `name` then holds
    its own letters, run together in lower case.
    """

    start: int
    end: int
    form: str
    space: bool = True
    name: str | None = None


class NameSpan(Record, frozen=True, kw_only=True):
    """A name that the parser should take for one word, and the familiar name to parse it as."""

    start: int
    end: int
    form: str
