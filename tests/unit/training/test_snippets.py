"""Labelled snippets: what a line means, and what is refused."""

import pytest
from training.sentences import SentenceError
from training.snippets import labels, read


def test_labels_are_none_and_the_sub_event_types():
    assert labels()[0] == "None"
    assert len(labels()) == 26
    assert "Grenade" in labels()


def test_a_snippet(tmp_path):
    (tmp_path / "a.txt").write_text("# note\nGrenade | A grenade was thrown into a tea house in Kirkuk.\n")
    assert list(read([tmp_path / "a.txt"])) == [("Grenade", "A grenade was thrown into a tea house in Kirkuk.")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bomb | A bomb went off.", "one of None"),
        ("A bomb went off.", r"Label \| text"),
        ("Grenade |", r"Label \| text"),
    ],
)
def test_what_is_no_snippet_is_refused_by_place(tmp_path, line, expected):
    (tmp_path / "a.txt").write_text(line + "\n")
    with pytest.raises(SentenceError, match=rf"a\.txt:1: expected {expected}"):
        list(read([tmp_path / "a.txt"]))
