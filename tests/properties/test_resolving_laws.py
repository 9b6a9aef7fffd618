"""Laws of drawing together: order changes nothing, nothing is lost, nothing is joined that cannot be one."""

from __future__ import annotations

import random
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.knowledge.resolution import resolve_rules
from dateline.ledger import MemoryLedger
from dateline.model import Article, Event
from dateline.render.incident import incident_record
from dateline.resolve import incidents
from dateline.resolve.clusters import grouped
from fakes.happenings import page
from properties.strategies import many_accounts

RULES = resolve_rules()
TRIED = settings(max_examples=150, deadline=None)
Told = list[tuple[Event, Article]]


@TRIED
@given(size=st.integers(2, 9), seed=st.integers(0, 10**6), joining=st.booleans())
def test_groups_are_those_of_plain_average_linkage(size: int, seed: int, joining: bool) -> None:
    """The same as comparing all pairs of groups at every step, which no large neighbourhood could afford."""
    chance = random.Random(seed)
    pairs = {(a, b): chance.choice([None, chance.gauss(0, 2)]) for b in range(size) for a in range(b)}
    joined = [[0, size - 1]] if joining else []
    links = [pair for pair, value in pairs.items() if value is not None and value > 0]
    found = grouped(size, links, lambda a, b: pairs[a, b], joined=joined)
    assert found == _plainly(size, pairs, joined)


def _plainly(size: int, pairs: dict[tuple[int, int], float | None], joined: list[list[int]]) -> list[list[int]]:
    held = {number for group in joined for number in group}
    units = sorted([*joined, *([number] for number in range(size) if number not in held)])

    def between(some: list[int], others: list[int]) -> float | None:
        values = [pairs[min(a, b), max(a, b)] for a in some for b in others]
        known = [value for value in values if value is not None]
        return sum(known) * len(values) / len(known) if known else None

    def mean(some: list[list[int]], others: list[list[int]]) -> float:
        sums = [between(one, other) for one in some for other in others]
        total = sum(map(len, some)) * sum(map(len, others))
        return -1.0 if None in sums else sum(value for value in sums if value is not None) / total

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
        articles = [a.id for _, a in members]
        assert len(set(articles)) == len(articles)
        assert len({e.type for e, _ in members}) == 1
        days = [c.value.period for e, _ in members for c in e.claims if c.property == "when"]  # type: ignore[union-attr]
        if days:
            assert max(d.start for d in days) - min(d.end for d in days) <= timedelta(days=RULES.slack_days)


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
