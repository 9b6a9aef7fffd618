"""Laws of the ledger: drawing by neighbourhoods is drawing everything at once, whatever happened on the way there."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.app import judging
from dateline.app.drawing import refresh, ruled
from dateline.app.judging import Signature
from dateline.errors import InvalidOption
from dateline.knowledge.resolution import resolve_rules
from dateline.ledger import MemoryLedger, SqliteLedger
from dateline.model import Article, Event, Incident
from dateline.model.query import IncidentQuery
from dateline.ports import Ledger
from dateline.resolve import incidents
from fakes.happenings import page
from properties.strategies import many_accounts

TRIED = settings(max_examples=60, deadline=None)
Told = list[tuple[Event, Article]]
Pages = list[tuple[Article, tuple[Event, ...]]]
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def pages_of(told: Told) -> Pages:
    """The articles, each once and of a source of its own, with their events."""
    found: dict[str, tuple[Article, list[Event]]] = {}
    for event, article in told:
        found.setdefault(article.source, (article, []))
        if found[article.source][0].id == article.id:
            found[article.source][1].append(event)
    return [(article, tuple(events)) for article, events in found.values()]


def held(ledger: Ledger) -> dict[str, Incident]:
    refresh(ledger)
    return {incident.id: incident for incident in ledger.incidents(IncidentQuery())}


def anew(ledger: Ledger) -> dict[str, Incident]:
    """The incidents as drawn from everything at once."""
    return {i.id: i for i in incidents(ledger.accounts(), rules=resolve_rules(), rulings=ruled(ledger))}


@TRIED
@given(told=many_accounts, seed=st.integers(), batch=st.integers(1, 4))
def test_the_order_and_the_batches_of_arrival_change_no_incident(told: Told, seed: int, batch: int) -> None:
    one, other = MemoryLedger(), MemoryLedger()
    pages = pages_of(told)
    for article, events in pages:
        one.keep(page(article), article, events)
    for number, (article, events) in enumerate(random.Random(seed).sample(pages, len(pages))):
        other.keep(page(article), article, events)
        if number % batch == 0:
            refresh(other)
    assert held(one) == held(other) == anew(one)


@TRIED
@given(told=many_accounts, seed=st.integers())
def test_duplicates_and_a_second_delivery_change_no_incident(told: Told, seed: int) -> None:
    ledger = MemoryLedger()
    pages = pages_of(told)
    for article, events in pages:
        ledger.keep(page(article), article, events)
    before = held(ledger)
    for article, events in random.Random(seed).choices(pages, k=2 * len(pages)):
        assert ledger.keep(page(article), article, events) == "unchanged"
    assert held(ledger) == before


@TRIED
@given(told=many_accounts, seed=st.integers())
def test_pages_that_change_and_change_back_leave_no_trace(told: Told, seed: int) -> None:
    ledger = MemoryLedger()
    chance = random.Random(seed)
    pages = pages_of(told)
    for article, events in pages:
        ledger.keep(page(article), article, events)
    before = held(ledger)
    for article, events in chance.sample(pages, min(3, len(pages))):
        ledger.keep(page(article), article, events[1:])
        assert held(ledger) == anew(ledger)
        ledger.keep(page(article), article, events)
    assert held(ledger) == before


@TRIED
@given(told=many_accounts, seed=st.integers())
def test_splitting_and_merging_again_leaves_incidents_as_they_were_once_both_are_undone(told: Told, seed: int) -> None:
    ledger = MemoryLedger()
    chance = random.Random(seed)
    for article, events in pages_of(told):
        ledger.keep(page(article), article, events)
    before = held(ledger)
    made = []
    for minute in range(4):
        now = Signature(author="ana", at=NOON + timedelta(minutes=minute))
        some = sorted(held(ledger))
        try:
            if minute % 2:
                made.append(judging.merge(ledger, chance.choice(some), chance.choice(some), signature=now))
            else:
                made.append(judging.split(ledger, chance.choice(some), ["1"], signature=now))
        except InvalidOption:
            continue
        assert held(ledger) == anew(ledger)
    ledger.forget_drawing(mark="others")
    assert held(ledger) == anew(ledger)
    for number, judgement in enumerate(made):
        judging.undo(
            ledger, judgement.id, signature=Signature(author="ana", at=NOON + timedelta(hours=1, minutes=number))
        )
    assert held(ledger) == before


@settings(max_examples=15, deadline=None)
@given(told=many_accounts, seed=st.integers())
def test_the_file_draws_what_memory_draws(told: Told, seed: int) -> None:
    with TemporaryDirectory() as folder:
        one, other = MemoryLedger(), SqliteLedger(Path(folder) / "l.db")
        pages = pages_of(told)
        for ledger in (one, other):
            chance = random.Random(seed)
            for article, events in pages:
                ledger.keep(page(article), article, events)
                if chance.random() < 0.3:
                    refresh(ledger)
            article, events = chance.choice(pages)
            ledger.keep(page(article), article, events[1:])
        assert held(one) == held(other)
        other.close()
