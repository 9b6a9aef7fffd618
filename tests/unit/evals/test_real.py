"""Windows of real pages: what touches them, what stands for what, and what each half shows."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from evals import real as scorer
from evals.plain import spelled_out
from evals.real import Window, found_in, judge, real, windows

TEXT = "The mill stood idle. Two shells hit the mill near Sumy on Monday. Mayor Bondar called the shelling a crime."
SHELLS: dict[str, Any] = {
    "at": 25, "type": "ASSAULT", "modality": "actual", "actors": ["Russia"], "recipients": ["mill"],
    "places": ["Sumy"], "when": "2024-01-22",
}  # fmt: skip
BLAME: dict[str, Any] = {"at": 77, "type": "ACCUSE", "actors": ["Bondar"], "when": ""}


def window(*events: dict[str, Any], number: int = 1, start: int = 0) -> Window:
    half = scorer.HALVES[number % 2 == 0]
    return Window("page-1", half, "row", start, len(TEXT), "", tuple(spelled_out(event) for event in events))


def record(at: tuple[int, int] = (21, 65), **changes: Any) -> dict[str, Any]:
    """What was found of the shells, right in all slots but for the changes."""
    right: dict[str, Any] = {
        "type": "ASSAULT",
        "modality": "actual",
        "actors": [{"name": "Russia"}],
        "recipients": [{"name": "mill"}],
        "places": [{"name": "Sumy"}],
        "when": {"start": "2024-01-22", "end": "2024-01-22"},
        "evidence": [{"start": at[0], "end": at[1]}],
    }
    return {**right, **changes}


def kinds(window: Window, *found: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    return [(fate.kind, fate.wrong) for fate in judge(window, found).score.fates]


def test_what_is_right_in_all_slots_is_right() -> None:
    assert kinds(window(SHELLS), record()) == [("right", ())]


def test_what_does_not_touch_the_window_neither_counts_nor_stands_for_anything() -> None:
    later = {**BLAME, "at": BLAME["at"] - 66}
    assert kinds(window(later, start=66), record()) == [("missed", ())]


def test_what_another_sentence_tells_does_not_stand_for_it() -> None:
    assert kinds(window(SHELLS), record(at=(66, len(TEXT)))) == [("missed", ()), ("spurious", ())]


def test_one_told_by_several_words_is_found_by_any() -> None:
    assert kinds(window({**SHELLS, "at": [25, 92]}), record(at=(66, len(TEXT)))) == [("right", ())]


def test_its_words_are_enough_where_no_slot_agrees() -> None:
    bare = record(actors=[], recipients=[], places=[], when=None)
    assert kinds(window(SHELLS), bare) == [("partly", ("actors", "recipients", "places", "when"))]


def test_another_type_with_the_same_parties_is_found_with_a_wrong_type() -> None:
    assert kinds(window(SHELLS), record(type="COERCE")) == [("partly", ("type",))]
    stranger = record(type="COERCE", actors=[{"name": "Bondar"}], recipients=[])
    assert kinds(window(SHELLS), stranger) == [("missed", ()), ("spurious", ())]


def test_an_accepted_type_goes_before_another() -> None:
    assert kinds(window(SHELLS), record(type="COERCE"), record(places=[])) == [
        ("partly", ("places",)),
        ("spurious", ()),
    ]


def test_a_second_telling_is_a_duplicate() -> None:
    score = judge(window(SHELLS), [record(), record(places=[])]).score
    assert [fate.kind for fate in score.fates] == ["right", "duplicate"]
    assert (score.matched, score.records, score.duplicates) == (1, 2, 1)


def test_an_optional_event_counts_for_nothing_either_way() -> None:
    may = window({**SHELLS, "optional": True})
    assert judge(may, []).score.must == 0
    assert judge(may, [record(), record()]).score.records == 0
    assert judge(may, [record(actors=[], recipients=[], places=[])]).score.records == 0
    elsewhere = {"places": [{"name": "Poltava"}], "when": {"start": "2024-01-20", "end": "2024-01-20"}}
    assert kinds(may, record(actors=[], **elsewhere)) == [("spurious", ())]


def test_an_optional_event_takes_what_agrees_with_nothing_of_the_other() -> None:
    both = window(SHELLS, {"at": 25, "type": "ASSAULT", "optional": True})
    other = record(actors=[{"name": "Bondar"}], recipients=[], places=[], when=None)
    assert kinds(both, record(), other) == [("right", ())]
    assert kinds(both, other) == [("missed", ())]


def test_what_agrees_with_an_optional_event_is_not_the_other() -> None:
    shot_down = {"at": 25, "type": "ASSAULT", "actors": ["Ukraine"], "optional": True}
    defence = record(actors=[{"name": "Ukraine"}], recipients=[{"name": "shells"}], places=[])
    assert kinds(window(SHELLS), defence) == [("partly", ("actors", "recipients", "places"))]
    assert kinds(window(SHELLS, shot_down), defence) == [("missed", ())]


def test_of_two_that_agree_in_one_slot_the_one_with_the_doer_goes_first() -> None:
    struck = record(actors=[], places=[], when=None)
    named = record(recipients=[], places=[], when=None)
    assert kinds(window(SHELLS), struck, named)[0] == ("partly", ("recipients", "places", "when"))


def test_no_day_and_nobody_are_judged_where_the_gold_says_so() -> None:
    blame = record(at=(66, len(TEXT)), type="ACCUSE", actors=[{"name": "Bondar"}], when=None)
    assert kinds(window(BLAME), blame) == [("right", ())]
    assert kinds(window(BLAME), {**blame, "when": {"start": "2024-01-22", "end": "2024-01-22"}}) == [
        ("partly", ("when",))
    ]
    assert kinds(window({**BLAME, "recipients": []}), blame) == [("partly", ("recipients",))]


def test_more_parties_than_listed_show_beside() -> None:
    assert judge(window(SHELLS), [record()]).bare == (True,)
    assert judge(window(SHELLS), [record(actors=[{"name": "Russia"}, {"name": "Bondar"}])]).bare == (False,)


GOLD = """
[[window]]
number = {number}
row = "row"
span = [21, 65]
sha256 = "{digest}"
events = [{{ at = {at}, type = "ASSAULT", {slot} = ["mill"], places = ["Sumy"], when = "2024-01-22" }}]
"""


def gold(path: Path, **changes: Any) -> Path:
    digest = hashlib.sha256(TEXT[21:65].encode()).hexdigest()[:12]
    given = {"number": 1, "digest": digest, "at": 4, "slot": "recipients", **changes}
    path.write_text(GOLD.format(**given), encoding="utf-8")
    return path


@pytest.mark.parametrize("changes", [{"slot": "victims"}, {"at": 44}, {"at": "[4, -1]"}])
def test_gold_that_cannot_be_judged_is_refused(tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="pages-1: expected"):
        list(windows(gold(tmp_path / "pages.toml", **changes)))


def test_other_words_than_were_coded_are_refused(tmp_path: Path) -> None:
    (coded,) = windows(gold(tmp_path / "pages.toml"))
    with pytest.raises(ValueError, match="pages-1: expected the words that were coded"):
        found_in(coded, {"id": "row", "text": TEXT.replace("Two", "Ten")})


def test_the_half_held_out_shows_figures_and_no_faults(tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_text(
        f'{{"id": "row", "text": "{TEXT}", "published": "2024-01-25"}}\n', encoding="utf-8"
    )
    for number, half in ((1, "dev"), (2, "held out")):
        gold(tmp_path / "pages.toml", number=number)
        outcome = real((tmp_path / "pages.jsonl", tmp_path))
        figures = {m.name: (m.figure, m.cases) for m in outcome.measures}
        assert figures[f"{half}: recall"] == (1.0, 1)
        assert [case["found"] is None for case in outcome.cases] == [half == "held out"] * len(outcome.cases)


def test_every_window_of_ours_can_be_judged() -> None:
    coded = [w for file in (Path(scorer.__file__).parent / "real").glob("*.toml") for w in windows(file)]
    assert len(coded) == len({w.name for w in coded}) == 84
    assert all(w.sha256 for w in coded)
