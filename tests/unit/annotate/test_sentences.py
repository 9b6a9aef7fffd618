"""Where sentences end, also where a scrape has lost the space between them."""

from __future__ import annotations

import pytest

from dateline.annotate.sentences import sentences


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ('He told the daily "Tagblatt".He also asked for help.', "He also asked for help."),
        ("Troops came in 2014.On Monday they left.", "On Monday they left."),
        ("She wrote to them (in French).Nobody answered.", "Nobody answered."),
        ("The bridge fell.Nobody was hurt.", "Nobody was hurt."),
    ],
)
def test_glued_sentences_come_apart(text: str, second: str) -> None:
    found = [text[a:b] for a, b in sentences(text, 0, len(text))]
    assert found[1:] == [second]


@pytest.mark.parametrize("text", ["The v2.5Beta tool was shown.", "Mr.Ali left at 12.30 with 2.Lt Omar."])
def test_points_inside_names_end_nothing(text: str) -> None:
    assert len(sentences(text, 0, len(text))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The navy had sunk the old frigate\nRed Gannet\non Monday.", 1),
        ("The army\nsaid that five (\nall of them soldiers\n) had died.", 1),
        ("The navy said so.\nRed Gannet\nis a frigate.", 2),
        ("Killed: 5\nWounded: 12", 2),
        ("He said this\n\non Monday.", 2),
    ],
)
def test_a_line_break_inside_a_sentence_ends_none(text: str, expected: int) -> None:
    assert len(sentences(text, 0, len(text))) == expected
