"""The rules of drawing together speak of types, modes and precisions that there are."""

from __future__ import annotations

from typing import get_args

import pytest

from dateline.errors import InvalidKnowledge
from dateline.knowledge import resolution
from dateline.knowledge.files import toml
from dateline.knowledge.resolution import resolve_rules
from dateline.model import Modality, PlacePrecision

RULES = resolve_rules()
MODES = toml("ontology/plover.toml")["modes"]


def test_families_hold_each_type_once_and_modes_of_their_types() -> None:
    types = [type_ for family in RULES.families for type_ in family.types]
    assert len(types) == len(set(types))
    assert set(types) <= set(MODES)
    for family in RULES.families:
        allowed = {mode for type_ in family.types for mode in MODES[type_]}
        assert all(group <= allowed for group in family.modes)


def test_distances_are_given_for_every_precision_but_those_that_contain() -> None:
    assert set(RULES.reach_km) == set(get_args(PlacePrecision)) - {"country", "continent"}


def test_modalities_are_known_and_in_one_group_at_most() -> None:
    grouped = [modality for group in RULES.modalities for modality in group]
    assert len(grouped) == len(set(grouped))
    assert set(grouped) <= set(get_args(Modality))


def test_a_type_of_no_family_is_its_own() -> None:
    assert RULES.family("REQUEST").types == {"REQUEST"}
    assert RULES.modality("planned") == {"planned"}


def test_a_file_that_lacks_a_table_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_rules.cache_clear()
    monkeypatch.setattr(resolution, "toml", lambda _: {"version": "1", "time": {}})
    try:
        with pytest.raises(InvalidKnowledge, match=r"resolution\.toml"):
            resolve_rules()
    finally:
        resolve_rules.cache_clear()
