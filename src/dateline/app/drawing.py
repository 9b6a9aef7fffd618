"""Keeps a ledger's incidents in step with its events and judgements, touching only what changed and what is near it."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from dateline.knowledge.resolution import resolve_rules
from dateline.model import Anchor, Article, Event, Judgement, Rulings
from dateline.model.account import Account, Wording
from dateline.model.resolution import ResolveRules
from dateline.ports import Ledger
from dateline.resolve.account import account, article_wording
from dateline.resolve.blocks import kept_under, sought_under
from dateline.resolve.clusters import clusters
from dateline.resolve.comparison import compared
from dateline.resolve.incidents import drawn_up
from dateline.resolve.judgements import anchored, rulings

BATCH = 500
"""Events placed in one transaction."""


def refresh(ledger: Ledger) -> bool:
    """Draw together anew what changed since the last time, and its neighbourhood; True where anything did.

    Rules that changed draw everything anew. Whatever is interrupted goes on at the next call.
    """
    rules = resolve_rules()
    if ledger.mark() != rules.version:
        ledger.forget_drawing(mark=rules.version)
    changed = False
    while told := ledger.unplaced(BATCH):
        changed = True
        with ledger.whole():
            _place(ledger, told, rules)
    if not (left := set(ledger.stale())):
        return changed
    standing = ruled(ledger)
    for event in sorted(left):
        if event not in left:
            continue
        near = _neighbourhood(ledger, event, standing)
        with ledger.whole():
            _redraw(ledger, near, near & left, rules, standing)
        left -= near
    return True


def _redraw(ledger: Ledger, near: set[str], fresh: set[str], rules: ResolveRules, standing: Rulings) -> None:
    """Draw a neighbourhood together, and up anew what came out of it otherwise than before, or holds what is fresh."""
    accounts = [a for a in ledger.placed(near) if a.event not in standing.rejected]
    before = ledger.together(near)
    groups = {
        frozenset(a.event for a in drawn.accounts): drawn for drawn in clusters(accounts, rules=rules, rulings=standing)
    }
    new = [events for events in groups if events not in before or not events.isdisjoint(fresh)]
    gone = [events for events in before if events not in groups]
    told = ledger.told(sorted(frozenset().union(*new)))
    made = drawn_up(told, [groups[events] for events in new], rules=rules, rulings=standing)
    ledger.redraw(fresh.union(*new, *gone), made)


def ruled(ledger: Ledger) -> Rulings:
    """What the judgements that stand come to for the events that there are now."""
    return rulings(ledger.judgements(), find=partial(found, ledger), rules=resolve_rules())


def _place(ledger: Ledger, told: Collection[tuple[Event, Article]], rules: ResolveRules) -> None:
    """Keep the accounts of events, and link them with those that they may be one with."""
    wordings: dict[str, Wording] = {}
    for event, article in told:
        if article.id not in wordings:
            wordings[article.id] = article_wording(article, rules=rules)
        placed = account(event, article, rules=rules, story=wordings[article.id])
        near = ledger.meeting(sought_under(placed, rules=rules))
        ledger.link(placed.event, [other.event for other in near if _may_be_one(placed, other, rules)])
        ledger.place(placed, kept_under(placed, rules=rules))


def _may_be_one(one: Account, other: Account, rules: ResolveRules) -> bool:
    found = compared(one, other, rules=rules) if one.event < other.event else compared(other, one, rules=rules)
    return found is not None and found.score > 0


def _neighbourhood(ledger: Ledger, event: str, standing: Rulings) -> set[str]:
    """All events that are connected with this one: by likeness, by judgement, or in an incident until now."""
    seen: set[str] = set()
    fresh = {event}
    while fresh:
        seen |= fresh
        joined = {e for group in standing.together if group & fresh for e in group}
        fellows = {event for group in ledger.together(fresh) for event in group}
        fresh = {*ledger.linked(fresh), *fellows, *joined} - seen
    return seen


def found(ledger: Ledger, anchor: Anchor) -> str | None:
    """The event that an anchor now means, or None where its page tells of it no longer."""
    return anchored(anchor, ledger.events_at(anchor.source))


def judge(ledger: Ledger, judgement: Judgement) -> None:
    """Keep a judgement and draw anew whatever it changes; it may also bring others into conflict, or out of it."""
    with ledger.whole():
        before = ruled(ledger)
        ledger.judge(judgement)
        ledger.touch(_differing(before, ruled(ledger)))
    refresh(ledger)


def _differing(before: Rulings, after: Rulings) -> set[str]:
    """The events of which other judgements now hold, or the same ones with another effect."""
    events = {event for event in before.on.keys() | after.on.keys() if before.on.get(event) != after.on.get(event)}
    events |= {event for group in {*before.together} ^ {*after.together} for event in group}
    events |= {event for pair in before.apart ^ after.apart for event in pair}
    return events | (before.rejected ^ after.rejected)
