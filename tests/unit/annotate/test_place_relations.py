"""A relation is read from the words before a name, and only from those."""

from __future__ import annotations

import pytest

from dateline.annotate.place_relations import relation_before


@pytest.mark.parametrize(
    ("before", "relation"),
    [
        ("some 30 km south of ", "some 30 km south of"),
        ("about 101 nm, west of ", "about 101 nm, west of"),
        ("5 miles (8 km) from ", "5 miles (8 km) from"),
        ("off the coast of ", "off"),
        ("on the outskirts of ", "on the outskirts of"),
        ("near the border town of ", "near"),
        ("the road between ", "between"),
        ("in ", None),
        ("northern ", None),
        ("flew to ", None),
        ("15 miles north-east of the besieged northern port city of ", "15 miles north-east of"),
        ("close to the strategic border ", "close to"),
        ("just outside the ancient capital ", "just outside"),
        ("not far from the eastern shores of the ", "not far from"),
        ("2 km OFFSHORE ", "2 km OFFSHORE"),
        ("opposite ", "opposite"),
        ("alongside ", "alongside"),
        ("near the old ", None),
        ("near to nobody in ", None),
    ],
)
def test_relation(before: str, relation: str | None) -> None:
    assert relation_before(before + "Xtown", len(before), 0) == relation
