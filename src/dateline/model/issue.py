"""Refusals as data."""

from __future__ import annotations

from typing import Literal

from dateline.model.record import Record

Stage = Literal["fetch", "read", "annotate", "extract", "resolve", "ledger"]


class Issue(Record, frozen=True, kw_only=True):
    """What was refused, at which stage, what was expected there and what was found."""

    stage: Stage
    item: str
    code: str
    """A short stable name: "empty-page", "unsupported-language", "consent-wall", "too-large", "truncated-gzip"…"""
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.item}: {self.stage}/{self.code}: expected {self.expected}, found {self.found}"
