"""The one exception tree.

DatelineError
├── InvalidRecord      a record breaks its own invariant
├── InvalidKnowledge   a knowledge file breaks its schema, or a rule lacks examples
├── UnreadableInput    a source cannot be fetched or decoded
├── InvalidOption      an argument or setting is not of the accepted form
└── LedgerError        a ledger cannot be opened, or holds another version
"""

from __future__ import annotations


class DatelineError(Exception):
    """Names the item, what was expected and what was found."""

    def __init__(self, *, item: str, expected: str, found: str, code: str = "invalid") -> None:
        super().__init__(f"{item}: expected {expected}, found {found}")
        self.item = item
        self.expected = expected
        self.found = found
        self.code = code


class InvalidRecord(DatelineError, ValueError):
    """A record breaks its own invariant."""


class InvalidKnowledge(DatelineError, ValueError):
    """A knowledge file breaks its schema, or a rule lacks its examples."""


class UnreadableInput(DatelineError):
    """A source cannot be fetched, decompressed or decoded; `code` is the Issue code."""


class InvalidOption(DatelineError, ValueError):
    """An argument or setting is not of the accepted form."""


class LedgerError(DatelineError):
    """A ledger cannot be opened, or is of a version that this program does not read."""
