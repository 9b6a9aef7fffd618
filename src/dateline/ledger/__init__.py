"""Ledgers: in memory (the reference) and in one SQLite file."""

from dateline.ledger.memory import MemoryLedger
from dateline.ledger.sqlite import SqliteLedger

__all__ = ["MemoryLedger", "SqliteLedger"]
