"""An attack beaten back is one fight, which those began who were beaten; a foiled one leaves the killing a deed."""

from __future__ import annotations

from evals.reads import Record, read_row, records


def _read(text: str) -> list[Record]:
    return records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))


def test_those_killed_in_beating_it_back_made_the_attack() -> None:
    (found,) = _read("Soldiers repelled an attack on the camp of Nampala on Sunday and killed six assailants.")
    assert [a["name"] for a in found["actors"]] == ["assailants"]
    assert [(k["low"], k["high"]) for k in found["killed"]] == [(6, 6)]


def test_who_is_killed_when_an_ambush_is_foiled_is_killed() -> None:
    found = _read("Troops foiled an ambush near Bama on Sunday, killing eight militants.")
    killing = next(r for r in found if r.get("killed"))
    assert killing["modality"] == "actual"
    assert [a["name"] for a in killing["actors"]] == ["Troops"]


def test_a_killing_after_a_raid_of_ones_own_is_ones_own() -> None:
    (found,) = _read("Soldiers raided a camp near Nampala on Sunday and killed six fighters.")
    assert [a["name"] for a in found["actors"]] == ["Soldiers"]
