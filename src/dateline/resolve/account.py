"""An event of one article, with what comparing asks of it worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from dateline.model import Article, Claim, Count, Dated, Event, Located, Occurrence, Party
from dateline.model.account import Account, Scene, Wording
from dateline.model.actors_table import alias_key as folded
from dateline.model.resolution import ResolveRules
from dateline.resolve.copies import house
from dateline.resolve.counted import numbers
from dateline.resolve.wording import telling, wording

alias_key = lru_cache(maxsize=65536)(folded)
FINE = frozenset(("position", "site", "town", "area"))
"""Place precisions that have a point worth measuring from."""
STATEMENT = "date of the statement"
"""The basis of a day that is not the happening's own, but that of who spoke of it."""


def account(event: Event, article: Article, *, rules: ResolveRules, story: Wording | None = None) -> Account:
    """The event as comparing wants it; `story` is the article's wording where it is known already."""
    dated = dated_of(event)
    period = None if dated is None else dated.period
    first, last = _days(dated, article, rules)
    scenes = [scene(c.value) for c in event.claims if isinstance(c.value, Located)]
    actors, recipients = parties_of(event, "actor"), parties_of(event, "recipient")
    return Account(
        event=event.id,
        article=article.id,
        house=house(article),
        published=None if article.published is None else article.published.period.start.toordinal(),
        type=event.type,
        mode=event.mode,
        modality=event.modality,
        first=first,
        last=last,
        dated=period is not None,
        close=period is not None and (period.end - period.start).days < rules.close_days,
        fine=tuple(dict.fromkeys(s for s in scenes if s.precision in FINE)),
        coarse=tuple(dict.fromkeys(s for s in scenes if s.precision not in FINE)),
        actors=_keys(actors, rules),
        recipients=_keys(recipients, rules),
        known_actor=any(party.id is not None for party in actors),
        known_recipient=any(party.id is not None for party in recipients),
        dead=_bounds(event, "killed"),
        hurt=_bounds(event, "injured"),
        held=_bounds(event, "detained", "missing"),
        numbers=_numbers(event, rules),
        denied=any(denies(c) for c in event.claims),
        telling=telling(_passages(event), rules=rules.words, but=_known_names((*actors, *recipients))),
        passage=wording(_passages(event), rules=rules.words, most=rules.words.passage),
        story=article_wording(article, rules=rules) if story is None else story,
    )


def article_wording(article: Article, *, rules: ResolveRules) -> Wording:
    """What the article is about, as its title and opening say."""
    opening = article.text[: rules.words.opening]
    return wording((article.title or "", opening), rules=rules.words, most=rules.words.story)


def _passages(event: Event) -> Iterable[str]:
    """The words that tell of the event, each once."""
    return dict.fromkeys(quote.exact for quote in event.evidence)


def dated_of(event: Event) -> Dated | None:
    """When the event is said to have happened: the shortest period claimed, a stated one before a statement's."""
    return min((c.value for c in event.claims if isinstance(c.value, Dated)), key=_looseness, default=None)


def _looseness(dated: Dated) -> tuple[bool, int, date]:
    period = dated.period
    return (dated.basis == STATEMENT, (period.end - period.start).days, period.start)


def _days(dated: Dated | None, article: Article, rules: ResolveRules) -> tuple[int | None, int | None]:
    """The day that is named, or those before news; what was said on a day may have happened on the one before."""
    if dated is not None:
        before = rules.statement_days if dated.basis == STATEMENT else 0
        return dated.period.start.toordinal() - before, dated.period.end.toordinal()
    if article.published is None:
        return None, None
    published = article.published.period
    return published.start.toordinal() - rules.undated_days, published.end.toordinal()


def scene(located: Located) -> Scene:
    """The place as it is measured from."""
    place = located.place
    return Scene(
        key=place.id or f"{alias_key(place.name)}/{place.country}",
        id=place.id,
        name=place.name,
        precision=place.precision,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
    )


def parties_of(event: Event, name: str) -> list[Party]:
    """The parties claimed for one role, in the order of the claims."""
    return [c.value for c in event.claims if c.property == name and isinstance(c.value, Party)]


def _known_names(parties: Iterable[Party]) -> list[str]:
    """The names of those that the actor table knows, which many a report has in common with others."""
    return [name for party in parties if party.id is not None for name in (party.name, party.text)]


def _keys(parties: Iterable[Party], rules: ResolveRules) -> frozenset[str]:
    return frozenset(key for party in parties for key in party_keys(party, rules=rules))


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


def _bounds(event: Event, *tolls: str) -> tuple[int, int | None] | None:
    """The least and the most that any voice gives."""
    counts = [count for name in tolls for count, _ in counts_of(event, name)]
    if not counts:
        return None
    highs = [count.high for count in counts]
    return min(c.low for c in counts), None if None in highs else max(high for high in highs if high is not None)


def _numbers(event: Event, rules: ResolveRules) -> frozenset[int]:
    tolls = {
        n for name in ("killed", "injured") for count, _ in counts_of(event, name) for n in (count.low, count.high)
    }
    return numbers(_passages(event), rules=rules.numbers) - tolls


def denies(claim: Claim) -> bool:
    """Whether the claim denies that the happening took place."""
    if not isinstance(claim.value, Occurrence):
        return False
    return claim.value.modality == "negated" or claim.voice.stance == "denies"
