"""Records beside gold events: what matches, what is told twice, and what each slot is worth."""

from __future__ import annotations

from typing import Any

import pytest
from evals.events import compare, pair_score, totals
from evals.slots import same_name, slot_score

GOLD: dict[str, Any] = {
    "id": "raid",
    "type": ["ASSAULT"],
    "mode": ["firearms"],
    "modality": ["actual"],
    "actors": ["Northern Front|NF fighters"],
    "recipients": ["army post"],
    "places": [{"name": "Ménaka", "lat": 15.92, "lon": 2.4, "km": 25}],
    "when": {"start": "2024-03-03", "end": "2024-03-03", "slack": 0},
    "voices": ["OUTLET"],
    "killed": [4, 6],
}


def record(**changes: Any) -> dict[str, Any]:
    """A record that is right in all slots, but for the changes."""
    right: dict[str, Any] = {
        "type": "ASSAULT",
        "mode": "firearms",
        "modality": "actual",
        "actors": [{"name": "Northern Front", "text": "the fighters"}],
        "recipients": [{"name": "unknown", "text": "an army post near the river"}],
        "places": [{"name": "Menaka", "lat": 15.9, "lon": 2.4}],
        "when": {"start": "2024-03-03", "end": "2024-03-03"},
        "voices": [{"name": "The Courier", "kind": "outlet", "stance": "reports"}],
        "killed": [{"low": 4, "high": 4}, {"low": 5, "high": 6}],
    }
    return {**right, **changes}


def test_a_record_right_in_all_slots_is_wholly_right() -> None:
    score = compare({"doc": "a", "events": [GOLD]}, [record()])
    assert (score.found, score.matched, score.whole) == (1, 1, 1)
    assert score.fates[0].kind == "right"


@pytest.mark.parametrize(
    ("slot", "value", "worth"),
    [
        ("actors", [{"name": "Southern Front"}], 0.0),
        ("places", [{"name": "Gao", "lat": 16.27, "lon": -0.04}], 0.0),
        ("places", [{"name": "Ménaka"}], 0.0),
        ("when", {"start": "2024-03-03", "end": "2024-03-04"}, 0.0),
        ("when", {}, 0.0),
        ("voices", [], 1.0),
        ("voices", [{"name": "police", "kind": "official"}], 0.0),
        ("killed", [{"low": 4}], 0.0),
        ("killed", [{"low": 4}, {"low": 6}], 1.0),
        ("mode", "drone", 0.0),
    ],
)
def test_each_slot_has_its_own_worth(slot: str, value: Any, worth: float) -> None:
    assert slot_score(GOLD, record(**{slot: value}), slot) == worth


def test_a_slot_the_gold_leaves_out_is_not_scored() -> None:
    assert slot_score({"type": ["ASSAULT"], "voices": []}, record(), "voices") is None
    assert slot_score({"type": ["ASSAULT"]}, record(), "injured") is None


def test_another_type_or_less_than_half_the_identity_is_no_match() -> None:
    assert pair_score(GOLD, record(type="COERCE")) == 0
    assert pair_score(GOLD, record(actors=[], recipients=[])) == pytest.approx(0.7)
    assert pair_score(GOLD, record(actors=[], recipients=[], when={})) == 0


def test_a_second_record_of_one_event_is_a_duplicate_and_a_stranger_spurious() -> None:
    score = compare({"doc": "a", "events": [GOLD]}, [record(mode=None), record(), record(type="PROTEST")])
    assert (score.matched, score.duplicates, score.whole) == (1, 1, 1)
    assert [fate.kind for fate in score.fates] == ["right", "duplicate", "spurious"]


def test_an_optional_event_is_neither_missed_nor_spurious() -> None:
    gold = {"doc": "a", "events": [{**GOLD, "optional": True}]}
    assert compare(gold, []).must == 0
    both = compare(gold, [record()])
    assert (both.must, both.matched, both.fates) == (0, 1, ())


def test_the_best_pairs_are_taken_first() -> None:
    vague = {**GOLD, "id": "vague", "when": {"start": "2024-03-04", "end": "2024-03-04"}}
    score = compare({"doc": "a", "events": [vague, GOLD]}, [record()])
    assert [(f.kind, f.event) for f in score.fates] == [("missed", "vague"), ("right", "raid")]


def test_totals_add_documents_up() -> None:
    one = compare({"doc": "a", "events": [GOLD]}, [record(), record(type="PROTEST")])
    two = compare({"doc": "b", "events": [GOLD]}, [])
    sums = totals([one, two])
    assert (sums.recall, sums.precision, sums.whole) == (0.5, 0.5, 0.5)
    assert sums.slots["actors"] == (1.0, 1)


@pytest.mark.parametrize(
    ("accepted", "found", "same"),
    [
        ("US|United States", "the United States Navy", True),
        ("US", "Russia", False),
        ("Port of Ménaka", "Menaka", True),
        ("Menaka port", "men", False),
        ("Ma'rib", "Marib", True),
        ("army", "", False),
    ],
)
def test_names_agree_by_whole_words_without_accents(accepted: str, found: str, same: bool) -> None:
    assert same_name(accepted, found) is same


def test_a_place_without_a_point_is_right_by_the_names_after_the_first() -> None:
    gold = {**GOLD, "places": [{"name": "Ménaka|Tin Essako", "lat": 15.92, "lon": 2.4}]}
    assert slot_score(gold, record(places=[{"name": "Tin Essako"}]), "places") == 1.0
    assert slot_score(gold, record(places=[{"name": "Ménaka"}]), "places") == 0.0
