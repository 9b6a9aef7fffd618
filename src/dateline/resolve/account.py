"""An event of one article, with what comparing asks of it worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from dateline.model import Article, Claim, Count, Dated, Event, Located, Occurrence, Party, Period
from dateline.model.actors_table import alias_key as folded
from dateline.model.record import Record
from dateline.model.resolution import Family, ResolveRules

alias_key = lru_cache(maxsize=65536)(folded)
FINE = frozenset(("position", "site", "town", "area"))
"""Place precisions that have a point worth measuring from."""


class Account(Record, frozen=True, kw_only=True):
    """One article's telling of one happening. Days are proleptic ordinals."""

    event: Event
    article: Article
    family: Family
    modalities: frozenset[str]
    first: int | None
    last: int | None
    """The days on which it can have happened; None where neither the text nor a publication date tells."""
    dated: bool
    """Whether the text gives a date; else publication bounds it."""
    close: bool
    """Whether that date is a precise one."""
    fine: tuple[Located, ...]
    coarse: tuple[Located, ...]
    spots: frozenset[str]
    """Keys of the fine places, under which equal ones meet."""
    actors: frozenset[str]
    recipients: frozenset[str]
    """Keys under which equal parties meet."""
    known: bool
    """Whether an actor is known by more than a description."""
    dead: tuple[int, int | None] | None
    denied: bool
    """Whether a voice denies that it happened."""


def account(event: Event, article: Article, *, rules: ResolveRules) -> Account:
    """The event as comparing wants it."""
    period = period_of(event)
    first, last = _days(period, article, rules)
    located = [c.value for c in event.claims if isinstance(c.value, Located)]
    actors = parties_of(event, "actor")
    return Account(
        event=event,
        article=article,
        family=rules.family(event.type),
        modalities=rules.modality(event.modality),
        first=first,
        last=last,
        dated=period is not None,
        close=period is not None and (period.end - period.start).days < rules.close_days,
        fine=tuple(v for v in located if v.place.precision in FINE and v.place.lat is not None),
        coarse=tuple(v for v in located if v.place.precision not in FINE),
        spots=frozenset(_spot(v) for v in located if v.place.precision in FINE),
        actors=frozenset(key for party in actors for key in party_keys(party, rules=rules)),
        recipients=frozenset(key for party in parties_of(event, "recipient") for key in party_keys(party, rules=rules)),
        known=any(party.id is not None for party in actors),
        dead=_dead(event),
        denied=any(denies(c) for c in event.claims),
    )


def period_of(event: Event) -> Period | None:
    """When the event is said to have happened: the shortest period claimed, a stated one before a statement's."""
    claimed = [c.value for c in event.claims if isinstance(c.value, Dated)]
    if not claimed:
        return None
    return min(claimed, key=_looseness).period


def _looseness(dated: Dated) -> tuple[bool, int, date]:
    period = dated.period
    return (dated.basis == "date of the statement", (period.end - period.start).days, period.start)


def _days(period: Period | None, article: Article, rules: ResolveRules) -> tuple[int | None, int | None]:
    if period is not None:
        return period.start.toordinal(), period.end.toordinal()
    if article.published is None:
        return None, None
    published = article.published.period
    return published.start.toordinal() - rules.undated_days, published.end.toordinal()


def _spot(located: Located) -> str:
    place = located.place
    return place.id or f"{alias_key(place.name)}/{place.country}"


def parties_of(event: Event, name: str) -> list[Party]:
    """The parties claimed for one role, in the order of the claims."""
    return [c.value for c in event.claims if c.property == name and isinstance(c.value, Party)]


def party_keys(party: Party, *, rules: ResolveRules) -> frozenset[str]:
    """What equal parties have in common: id, folded name, and for a state and its forces the country."""
    keys = {alias_key(party.name)}
    if party.id is not None:
        keys.add(party.id)
    if party.country is not None and (party.sector in rules.state_sectors or (party.id or "").startswith("state:")):
        keys.add(f"side:{party.country}")
    return frozenset(keys)


def counts_of(event: Event, name: str) -> list[tuple[Count, Claim]]:
    """The counts claimed for one toll, with their claims."""
    return [(c.value, c) for c in event.claims if c.property == name and isinstance(c.value, Count)]


def _dead(event: Event) -> tuple[int, int | None] | None:
    """The least and the most that any voice says were killed."""
    counts = [count for count, _ in counts_of(event, "killed")]
    if not counts:
        return None
    highs: Iterable[int | None] = [count.high for count in counts]
    return min(c.low for c in counts), None if None in highs else max(high for high in highs if high is not None)


def denies(claim: Claim) -> bool:
    """Whether the claim denies that the happening took place."""
    if not isinstance(claim.value, Occurrence):
        return False
    return claim.value.modality == "negated" or claim.voice.stance == "denies"
