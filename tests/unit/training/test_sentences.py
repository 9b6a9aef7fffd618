"""Marked sentences: what a line means, and what is refused."""

import pytest
from training.sentences import Marked, SentenceError, parse, read

MODES = {"ASSAULT": ("firearms",), "REQUEST": ("change",), "AGREE": ()}


def test_marks_are_cut_out_and_kept_with_their_place():
    one = parse("Gunmen [opened fire|ASSAULT.firearms] and the mayor [urged|*REQUEST.change] calm.", "x:1", MODES)
    assert one.text == "Gunmen opened fire and the mayor urged calm."
    assert [(one.text[m.start : m.end], m.type, m.mode, m.modality) for m in one.marks] == [
        ("opened fire", "ASSAULT", "firearms", "actual"),
        ("urged", "REQUEST", "change", "actual"),
    ]
    assert one.main is not None
    assert one.main.type == "REQUEST"


def test_modality_without_a_mode():
    (mark,) = parse("They may [attack|ASSAULT..hypothetical].", "x:1", MODES).marks
    assert (mark.mode, mark.modality) == ("", "hypothetical")


def test_a_sentence_without_a_mark_tells_of_nothing():
    assert parse("Shares fell.", "x:1", MODES) == Marked("Shares fell.", ())
    assert parse("Shares fell.", "x:1", MODES).main is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("They [shot|ASSAULT.gun] him.", "a mode of ASSAULT"),
        ("They [shot|ATTACK] him.", "one of AGREE"),
        ("They [shot|ASSAULT..perhaps] him.", "a modality"),
        ("They [shot him.", r"\[words"),
        ("They [shot] him.", r"\[words"),
        ("They [a|*AGREE] and [b|*AGREE].", "at most one main"),
    ],
)
def test_what_is_no_marked_sentence_is_refused_by_place(line, expected):
    with pytest.raises(SentenceError, match=f"x:7: expected {expected}"):
        parse(line, "x:7", MODES)


def test_a_sentence_written_twice_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("# note\n\nShares fell.\n")
    (tmp_path / "b.txt").write_text("Shares fell.\n")
    with pytest.raises(SentenceError, match=r"b\.txt:1: expected a new sentence, found the one of a\.txt:3"):
        list(read([tmp_path / "a.txt", tmp_path / "b.txt"]))
