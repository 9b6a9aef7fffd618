"""Parses mended where a participle was taken for a modifier."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of


def root(reader: Reader, text: str) -> str:
    given = {"published": "2024-03-30", "language": "en"}
    reading = reader.read(page_of(text.encode(), source="page", given=given, media_type="text/plain"))
    assert isinstance(reading, Reading), reading
    tokens = reading.document.sentences[0].tokens
    return next(t.text for i, t in enumerate(tokens) if t.head == i)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("On Friday a motorcycle packed with explosives injured nine.", "injured"),
        ("The bandits made off with eight guests of a wedding.", "made"),
    ],
)
def test_a_participle_with_an_object_is_the_verb(reader: Reader, text: str, verb: str) -> None:
    assert root(reader, text) == verb


@pytest.mark.parametrize("text", ["Two men killed in a raid near Gao", "A colonel given ten years for the ambush"])
def test_a_participle_without_one_is_left_alone(reader: Reader, text: str) -> None:
    assert root(reader, text) in ("men", "colonel")
