"""Every time rule finds its examples, with their values, and leaves its counterexamples alone."""

from __future__ import annotations

import pytest

from dateline.annotate.times import time_mentions
from dateline.annotate.times.matching import RESOLVERS
from dateline.knowledge.times import load_times
from dateline.model.times_rules import TimeExample, TimeRule

RULES = load_times()
EXAMPLES = [(rule, example) for rule in RULES.rules for example in rule.examples]
COUNTEREXAMPLES = [(rule, text) for rule in RULES.rules for text in rule.counterexamples]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=lambda v: getattr(v, "id", None) or getattr(v, "text", None)
)
def test_rule_finds_its_example(rule: TimeRule, example: TimeExample) -> None:
    found = time_mentions(example.text, start=0, end=len(example.text), rules=RULES, anchor=example.anchor)
    assert (rule.id, example.exact, example.value) in [(m.rule, m.exact, m.value) for m in found]


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES, ids=lambda v: getattr(v, "id", v))
def test_rule_leaves_its_counterexample(rule: TimeRule, text: str) -> None:
    found = time_mentions(text, start=0, end=len(text), rules=RULES, anchor=None)
    assert rule.id not in [m.rule for m in found]


def test_rules_name_resolvers_that_exist() -> None:
    assert {rule.resolver for rule in RULES.rules} == RESOLVERS


def test_rule_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES.rules}) == len(RULES.rules)
