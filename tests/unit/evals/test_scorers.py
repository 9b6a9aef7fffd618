"""The scorers' own arithmetic and readings of gold, on invented rows."""

from __future__ import annotations

import pytest
from evals import __main__ as command
from evals.arithmetic import f1, km, label_f1, macro_f1, weighted_f1
from evals.plv_plover import spans_of
from evals.polnear import Marked, covers, marked_of
from evals.reads import tolls


def test_f1_of_labels_plain_and_weighted() -> None:
    pairs = [("a", "a"), ("a", "b"), ("b", "b"), ("c", "none")]
    assert label_f1(pairs) == {"a": pytest.approx(2 / 3), "b": pytest.approx(2 / 3), "c": 0.0}
    assert macro_f1(pairs) == pytest.approx(4 / 9)
    assert weighted_f1(pairs) == pytest.approx(0.5)
    assert f1(hits=0, gold=0, found=0) == 0.0


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert km((10.0, 20.0), (11.0, 20.0)) == pytest.approx(111.2, abs=0.1)


def test_a_voice_s_toll_is_its_greatest_count() -> None:
    counts = [
        {"low": 9, "voice": "mayor"}, {"low": 3, "high": 3, "who": "children", "voice": "mayor"},
        {"low": 11, "high": 12, "voice": "clinic"},
    ]  # fmt: skip
    assert tolls(counts) == (9, 12)
    assert tolls([]) is None


def test_marked_spans_are_found_in_the_sentence_without_marks() -> None:
    assert spans_of("<t>The town</t> was shelled by <s>rebels</s>.") == ((24, 30), (0, 8))
    assert spans_of("Nobody acts.") == (None, None)


def test_attributions_are_read_from_brat_lines() -> None:
    lines = [
        "T1\tSource 0 5\tPiero", "T2\tCue 6 10\tsaid", "T3\tContent 11 15;20 24\tit is … late",
        "T4\tAttribution 6 10\tsaid", "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        "T5\tCue 30 35\thopes", "E2\tAttribution-no-source:T5 Cue:T5",
    ]  # fmt: skip
    assert list(marked_of("\n".join(lines))) == [Marked(((0, 5),), ((6, 10),), ((11, 15), (20, 24)))]


def test_half_of_the_gold_s_characters_are_enough() -> None:
    assert covers(((0, 4), (10, 14)), ((0, 4),))
    assert not covers(((0, 4), (10, 15)), ((0, 4),))
    assert covers((), ())


def test_every_scorer_has_a_name_of_its_own() -> None:
    assert len(command.scorers()) == sum(len(__import__(f"evals.{m}", fromlist=["x"]).SCORERS) for m in command.MODULES)
