"""Names of the actor table inside longer phrases, and names that a possessive opens."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Suspected New People's Army rebels raided Dungu on Monday.", {"npa"}),
        ("Two porters died when suspected Lord's Resistance Army fighters raided Dungu.", {"lra"}),
        ("The Lord's Resistance Army raided Dungu on Monday.", {"lra"}),
        ("Suspected rebels raided Dungu on Monday.", set()),
        ("The Lord's house was locked.", set()),
    ],
)
def test_groups_that_the_table_knows(text: str, known: set[str]) -> None:
    page = page_of(text.encode(), source="example", given={"published": "2025-06-18"}, media_type="text/plain")
    reading = Reader().read(page)
    assert isinstance(reading, Reading), reading
    assert {m.actor.id for m in reading.mentions("actor") if m.actor.kind == "group"} == known  # type: ignore[union-attr]
