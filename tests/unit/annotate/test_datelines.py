"""Where a story begins after the place that it was filed from."""

from __future__ import annotations

import pytest

from dateline.annotate.sentences import dateline_end


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("GOMA, March 6 (Agency) - Two men were shot.", "Two"),
        ("KYIV. The army attacked the town again.", "The"),
        ("PORT SUDAN. At dawn two drones came.", "At"),
        ("MIRAMSHAH: Four soldiers died.", "Four"),
        ("NATO. SEATO. CENTO.", "NATO"),
        ("He left GOMA. The road was shut.", "He"),
        ("USA. No one else came.", "USA"),
    ],
)
def test_where_the_story_begins(text: str, begins: str) -> None:
    assert text[dateline_end(text, 0, len(text)) :].startswith(begins)
