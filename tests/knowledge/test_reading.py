"""Every rule of the reading files holds on its own examples and leaves its counterexamples alone."""

from __future__ import annotations

import pytest

from dateline.knowledge.reading import reading_rules
from dateline.model.reading import Era, FactLabel, LineRule, Notice

RULES = reading_rules()


def holds(rule: LineRule | Notice | Era, line: str) -> bool:
    if isinstance(rule, LineRule) and not rule.within:
        return rule.pattern.fullmatch(line) is not None
    return rule.pattern.search(line) is not None


@pytest.mark.parametrize("rule", RULES.lines, ids=lambda rule: rule.id)
def test_line_rule_matches_examples_only(rule: LineRule) -> None:
    assert [line for line in rule.examples if not holds(rule, line)] == []
    assert [line for line in rule.counterexamples if holds(rule, line)] == []


@pytest.mark.parametrize("rule", [rule for rule in RULES.lines if rule.needs], ids=lambda rule: rule.id)
def test_line_rule_needs_what_its_examples_hold(rule: LineRule) -> None:
    assert all(need == need.lower() for need in rule.needs)
    assert [line for line in rule.examples if not any(need in line.lower() for need in rule.needs)] == []


@pytest.mark.parametrize("rule", RULES.notices, ids=lambda rule: rule.code)
def test_notice_matches_examples_only(rule: Notice) -> None:
    assert [line for line in rule.examples if not holds(rule, line)] == []
    assert [line for line in rule.counterexamples if holds(rule, line)] == []


@pytest.mark.parametrize("rule", RULES.eras, ids=lambda rule: rule.id)
def test_era_matches_examples_only(rule: Era) -> None:
    assert [line for line in rule.examples if not holds(rule, line)] == []
    assert [line for line in rule.counterexamples if holds(rule, line)] == []


@pytest.mark.parametrize("label", RULES.facts, ids=lambda label: label.id)
def test_fact_label_matches_examples_only(label: FactLabel) -> None:
    assert [line for line in label.examples if not label.pattern.fullmatch(line)] == []
    assert [line for line in label.counterexamples if label.pattern.fullmatch(line)] == []


def test_ids_are_unique() -> None:
    for rules in (RULES.lines, RULES.eras, RULES.facts):
        ids = [rule.id for rule in rules]
        assert len(ids) == len(set(ids))
