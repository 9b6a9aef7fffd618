"""Dateline reads news pages about conflict: who did what to whom, where, when, and who says so."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.app.ledgers import Delivery, Dossier
    from dateline.app.library import Ledger, read
    from dateline.app.reader import Reader
    from dateline.app.results import Reading
    from dateline.errors import (
        DatelineError,
        InvalidKnowledge,
        InvalidOption,
        InvalidRecord,
        LedgerError,
        UnreadableInput,
    )
    from dateline.model import Article, Claim, Event, Finding, Incident, Issue, Voice

_HOMES = {
    "Article": "dateline.model",
    "Claim": "dateline.model",
    "DatelineError": "dateline.errors",
    "Delivery": "dateline.app.ledgers",
    "Dossier": "dateline.app.ledgers",
    "Event": "dateline.model",
    "Finding": "dateline.model",
    "Incident": "dateline.model",
    "InvalidKnowledge": "dateline.errors",
    "InvalidOption": "dateline.errors",
    "InvalidRecord": "dateline.errors",
    "Issue": "dateline.model",
    "Ledger": "dateline.app.library",
    "LedgerError": "dateline.errors",
    "Reader": "dateline.app.reader",
    "Reading": "dateline.app.results",
    "UnreadableInput": "dateline.errors",
    "Voice": "dateline.model",
}
"""Where each public name lives; it is imported when first asked for."""

__all__ = [
    "Article",
    "Claim",
    "DatelineError",
    "Delivery",
    "Dossier",
    "Event",
    "Finding",
    "Incident",
    "InvalidKnowledge",
    "InvalidOption",
    "InvalidRecord",
    "Issue",
    "Ledger",
    "LedgerError",
    "Reader",
    "Reading",
    "UnreadableInput",
    "Voice",
    "read",
]


class _Package(ModuleType):
    """The package, whose public names are imported when first asked for.

    `dateline.read` is the function. The stage of the same name, the package in `dateline/read`, would take its place as
    soon as it is imported, since Python binds a subpackage as an attribute: the property keeps it out. The stage is
    reached by `from dateline.read import ...`.
    """

    @property
    def read(self) -> object:
        return import_module("dateline.app.library").read

    @read.setter
    def read(self, _subpackage: ModuleType) -> None:
        return

    def __getattr__(self, name: str) -> object:
        if name == "__version__":
            return import_module("importlib.metadata").version("dateline")
        if name not in _HOMES:
            raise AttributeError(f"module 'dateline' has no attribute {name!r}")
        value = getattr(import_module(_HOMES[name]), name)
        setattr(self, name, value)
        return value

    def __dir__(self) -> list[str]:
        return [*__all__, "__version__"]


sys.modules[__name__].__class__ = _Package
