"""The year that a text forces: weekdays beside days of the month, years it names, terms that have a first year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.model.reading import Era
from dateline.model.time import Published
from dateline.read.assembly import Assembled


def inferred(assembled: Assembled, *, eras: Sequence[Era], latest: date) -> Published | None:
    """The publication date that the text forces, never reliable; None where it forces none."""
    return None
