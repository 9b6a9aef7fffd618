"""The plain pages: their short form, and what counts as too much."""

from __future__ import annotations

from pathlib import Path

import pytest
from evals.plain import pages, plain, too_much
from evals.slots import slot_score

PAGE = """
[[page]]
text = "Two shells hit a mill near Sumy on Monday, killing three workers."
events = [{ type = "ASSAULT", recipients = ["mill", "workers"], places = ["Sumy"], when = "2024-01-22", killed = 3 }]
"""


def test_short_form_is_spelled_out(tmp_path: Path) -> None:
    file = tmp_path / "some.toml"
    file.write_text(PAGE, encoding="utf-8")
    (page,) = pages(file)
    (event,) = page["events"]
    assert event["type"] == ["ASSAULT"]
    assert event["places"] == [{"name": "Sumy"}]
    assert event["when"] == {"start": "2024-01-22", "end": "2024-01-22"}
    assert event["killed"] == [3, 3]


def test_a_page_that_gives_no_day_is_right_only_without_one(tmp_path: Path) -> None:
    file = tmp_path / "some.toml"
    file.write_text(PAGE.replace('"2024-01-22"', '""'), encoding="utf-8")
    (event,) = pages(file)[0]["events"]
    assert slot_score(event, {"when": {}}, "when") == 1.0
    assert slot_score(event, {"when": {"start": "2024-01-22", "end": "2024-01-22"}}, "when") == 0.0


@pytest.mark.parametrize("words", ['text = ""\nevents = []', 'text = "A shell fell."\nevents = [{ kind = "ASSAULT" }]'])
def test_page_that_cannot_be_judged_is_refused(tmp_path: Path, words: str) -> None:
    file = tmp_path / "some.toml"
    file.write_text(f"[[page]]\n{words}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"some\.toml, page 1: expected"):
        pages(file)


def test_more_than_the_gold_lists_is_too_much() -> None:
    gold = {"type": ["ASSAULT"], "recipients": ["mill"], "killed": []}
    found = {"recipients": ["mill", "millers"], "killed": [{"low": 3}]}
    assert too_much([gold], [found]) == ["too much: recipients", "too much: killed"]
    assert too_much([gold], [{"recipients": ["mill"]}]) == []
    assert too_much([{"type": ["ASSAULT"]}], [found]) == []


def test_every_page_of_ours_can_be_judged() -> None:
    for file in (Path(__file__).parents[3] / "evals" / "plain").glob("*.toml"):
        assert pages(file)


def test_a_page_is_right_only_as_a_whole(tmp_path: Path) -> None:
    wrong = PAGE.replace("killed = 3", "killed = 4")
    (tmp_path / "some.toml").write_text(PAGE + wrong, encoding="utf-8")
    outcome = plain((tmp_path,))
    assert [case["right"] for case in outcome.cases] == [True, False]
    assert outcome.cases[1]["cause"] == "partly: killed"
