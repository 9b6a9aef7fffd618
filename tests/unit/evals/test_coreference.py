"""Figures for clusterings, against values worked out by hand."""

from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
import pytest
from evals.coreference import b_cubed, best_matching, ceaf, conll, muc
from hypothesis import given, settings
from hypothesis import strategies as st

GOLD = {1: "a", 2: "a", 3: "b", 4: "b"}


def test_the_same_clustering_is_perfect_whatever_its_labels() -> None:
    found = {1: "x", 2: "x", 3: "y", 4: "y"}
    assert conll(found, GOLD) == 1.0


def test_one_item_in_the_wrong_cluster() -> None:
    found = {1: "x", 2: "x", 3: "x", 4: "y"}
    assert b_cubed(found, GOLD)[:2] == pytest.approx((2 / 3, 3 / 4))
    assert muc(found, GOLD)[:2] == pytest.approx((1 / 2, 1 / 2))
    assert ceaf(found, GOLD)[:2] == pytest.approx(((4 / 5 + 2 / 3) / 2, (4 / 5 + 2 / 3) / 2))


def test_everything_alone_has_perfect_precision() -> None:
    assert b_cubed({n: str(n) for n in GOLD}, GOLD)[:2] == (1.0, 0.5)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 10_000))
def test_the_best_matching_is_the_best_of_all(rows: int, columns: int, seed: int) -> None:
    worth = np.random.default_rng(seed).random((rows, columns)).round(2)
    size = min(rows, columns)
    best = max(
        sum(worth[r, c] for r, c in zip(some, others, strict=True))
        for some in combinations(range(rows), size)
        for others in permutations(range(columns), size)
    )
    assert best_matching(worth) == pytest.approx(best)
