"""What incidents are looked up by: days, places, parties and words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from dateline.model import Article, Event, Incident
from dateline.model.words import words


def days(incident: Incident) -> tuple[date, date] | None:
    """First and last day; for an undated incident that of its earliest report; None where no report has a day."""
    if incident.when is not None:
        return incident.when.start, incident.when.end
    published = [report.published for report in incident.articles if report.published is not None]
    if not published:
        return None
    return date.fromisoformat(min(published)), date.fromisoformat(min(published))


def searchable(incident: Incident, events: Iterable[Event]) -> frozenset[str]:
    """All words of the reports' titles, of the places and parties, and of the quoted evidence."""
    texts = [report.title or "" for report in incident.articles]
    texts += [located.place.name for located in incident.places]
    texts += [party.name for party in (*incident.actors, *incident.recipients)]
    for event in events:
        texts += [quote.exact for quote in event.evidence]
        texts += [quote.exact for claim in event.claims for quote in claim.evidence]
    return frozenset(word for text in dict.fromkeys(texts) for word in words(text))


def kind(type_: str) -> tuple[str, str | None]:
    """A type filter as type and mode: "ASSAULT/drone" → ("ASSAULT", "drone")."""
    name, _, mode = type_.partition("/")
    return name, mode or None


def publication(article: Article) -> tuple[str | None, str | None]:
    """The outlet's name and the day of publication."""
    return (
        article.outlet.name if article.outlet is not None else None,
        article.published.period.start.isoformat() if article.published is not None else None,
    )


def same_article(one: Article, other: Article) -> bool:
    """Whether the two say the same, whatever else the pages around them hold."""
    return msgspec.structs.replace(one, page=other.page) == other
