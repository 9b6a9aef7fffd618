"""Laws of drawing together: order changes nothing, nothing is lost, nothing is joined that cannot be one."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.knowledge.resolution import resolve_rules
from dateline.ledger import MemoryLedger
from dateline.model import Article, Event
from dateline.render.incident import incident_record
from dateline.resolve import incidents
from dateline.resolve.account import account
from dateline.resolve.clusters import grouped
from dateline.resolve.comparison import nothing_differs
from dateline.resolve.linkage import AVERAGE, Linkage, each_best
from fakes.happenings import page
from properties.strategies import many_accounts

RULES = resolve_rules()
TRIED = settings(max_examples=150, deadline=None)
Told = list[tuple[Event, Article]]


Pairs = dict[tuple[int, int], float | None]
WORST = -1.5


@pytest.mark.parametrize("linkage", [AVERAGE, each_best(worst=WORST)], ids=["average", "each best"])
@TRIED
@given(size=st.integers(2, 9), seed=st.integers(0, 10**6), joining=st.booleans())
def test_groups_are_those_of_the_plain_linkage(linkage: Linkage[Any], size: int, seed: int, joining: bool) -> None:
    """The same as comparing all pairs of groups at every step, which no large neighbourhood could afford."""
    chance = random.Random(seed)
    pairs: Pairs = {(a, b): chance.choice([None, chance.gauss(0, 2)]) for b in range(size) for a in range(b)}
    joined = [[0, size - 1]] if joining else []
    links = [pair for pair, value in pairs.items() if value is not None and value > 0]
    found = grouped(size, links, lambda a, b: pairs[a, b], joined=joined, linkage=linkage)
    assert found == _plainly(size, joined, _average(pairs) if linkage is AVERAGE else _each_best(pairs))


Groups = list[list[int]]
Mean = Callable[[Groups, Groups], float]


def _known(pairs: Pairs, some: list[int], others: list[int]) -> list[float]:
    values = [pairs[min(a, b), max(a, b)] for a in some for b in others]
    return [value for value in values if value is not None]


def _average(pairs: Pairs) -> Mean:
    def mean(some: Groups, others: Groups) -> float:
        parts = [(_known(pairs, one, other), len(one) * len(other)) for one in some for other in others]
        if any(not known for known, _ in parts):
            return -1.0
        return sum(sum(known) * size / len(known) for known, size in parts) / sum(size for _, size in parts)

    return mean


def _each_best(pairs: Pairs) -> Mean:
    def mean(some: Groups, others: Groups) -> float:
        table = [[max(_known(pairs, one, other), default=None) for other in others] for one in some]
        if any(value is None for row in table for value in row):
            return -1.0
        scores = [[value for value in row if value is not None] for row in table]
        sides = [max(row) for row in scores], [max(column) for column in zip(*scores, strict=True)]
        return math.fsum(math.fsum(max(best, WORST) for best in bests) / len(bests) for bests in sides) / 2

    return mean


def _plainly(size: int, joined: Groups, mean: Mean) -> Groups:
    held = {number for group in joined for number in group}
    units = sorted([*joined, *([number] for number in range(size) if number not in held)])
    groups = [[unit] for unit in units]
    while len(groups) > 1:
        best, one, other = max((mean(groups[a], groups[b]), a, b) for b in range(len(groups)) for a in range(b))
        if best <= 0:
            break
        groups[one] += groups.pop(other)
    return sorted(sorted(number for unit in group for number in unit) for group in groups)


@TRIED
@given(told=many_accounts, seed=st.integers())
def test_the_order_of_documents_changes_no_incident(told: Told, seed: int) -> None:
    shuffled = random.Random(seed).sample(told, len(told))
    assert incidents(told, rules=RULES) == incidents(shuffled, rules=RULES)


@TRIED
@given(told=many_accounts)
def test_every_event_is_in_one_incident_and_every_claim_in_one_finding(told: Told) -> None:
    found = incidents(told, rules=RULES)
    assert sorted(e for i in found for e in i.events) == sorted(e.id for e, _ in told)
    claims = {c.id for e, _ in told for c in e.claims if c.property not in ("framing",)}
    supporting = [c for i in found for fs in i.findings.values() for f in fs for c in f.supporting]
    assert set(supporting) == claims
    assert len({i.id for i in found}) == len(found)


@TRIED
@given(told=many_accounts)
def test_members_agree_in_pairs(told: Told) -> None:
    by_id = {e.id: (e, a) for e, a in told}
    for incident in incidents(told, rules=RULES):
        members = [by_id[id_] for id_ in incident.events]
        for (one, of_one), (other, of_other) in combinations(members, 2):
            assert of_one.id != of_other.id or _may_be_told_twice(one, of_one, other)
        assert len({e.type for e, _ in members}) == 1
        days = [c.value.period for e, _ in members for c in e.claims if c.property == "when"]  # type: ignore[union-attr]
        if days:
            assert max(d.start for d in days) - min(d.end for d in days) <= timedelta(days=RULES.slack_days)


def _may_be_told_twice(one: Event, page: Article, other: Event) -> bool:
    return nothing_differs(*(account(event, page, rules=RULES) for event in (one, other)), rules=RULES)


@TRIED
@given(told=many_accounts)
def test_tolls_and_counts_are_in_bounds(told: Told) -> None:
    for incident in incidents(told, rules=RULES):
        if incident.killed is not None:
            assert incident.killed.low <= incident.killed.best <= incident.killed.high
        assert 1 <= incident.independent.outlets <= len(incident.articles)
        assert incident.standing != "corroborated" or incident.independent.outlets > 1
        dissenting = {c for fs in incident.findings.values() for f in fs for c in f.dissenting}
        assert dissenting <= {c for fs in incident.findings.values() for f in fs for c in f.supporting}
        assert incident_record(incident)["incident_id"] == incident.id


@TRIED
@given(told=many_accounts, seed=st.integers())
def test_a_second_delivery_changes_nothing(told: Told, seed: int) -> None:
    articles: dict[str, tuple[Article, list[Event]]] = {}
    for event, article in told:
        articles.setdefault(article.source, (article, []))
        if articles[article.source][0].id == article.id:
            articles[article.source][1].append(event)
    ledger = MemoryLedger()
    for article, events in articles.values():
        assert ledger.keep(page(article), article, events) == "new"
    before = incidents(ledger.accounts(), rules=RULES), ledger.revision()
    again = random.Random(seed).sample(list(articles.values()), len(articles))
    assert {ledger.keep(page(article), article, events) for article, events in again} == {"unchanged"}
    assert (incidents(ledger.accounts(), rules=RULES), ledger.revision()) == before
