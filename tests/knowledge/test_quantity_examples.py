"""Every example of quantities.toml gives its counts, and no others."""

from __future__ import annotations

import pytest

from dateline.annotate.quantities import quantity_mentions
from dateline.knowledge.quantities import load_quantities
from dateline.model.quantity_rules import QuantityExample, QuantityFound

RULES = load_quantities()


@pytest.mark.parametrize("example", RULES.examples, ids=lambda e: e.text)
def test_example(example: QuantityExample) -> None:
    text = example.text
    found = quantity_mentions(text, start=0, end=len(text), rules=RULES)
    assert (
        tuple(QuantityFound(exact=m.exact, low=m.low, high=m.high, approximate=m.approximate, who=m.who) for m in found)
        == example.found
    )
