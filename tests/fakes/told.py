"""What a reader makes of a text of a test, and the parts of it that several tests ask about."""

from __future__ import annotations

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Dated, Event, Located, Party

PUBLISHED = "2024-03-30"
"""A Saturday."""


def events(reader: Reader, text: str, published: str = PUBLISHED, media_type: str = "text/plain") -> list[Event]:
    """The events of the text as a page in English."""
    given = {"published": published, "language": "en"}
    reading = reader.read(page_of(text.encode(), source="page", given=given, media_type=media_type))
    assert isinstance(reading, Reading), reading
    return list(reading.events)


FILLER = "It rained on the coast all day. The buses ran late. The market was open."
"""Sentences after which a text is no page of hardly more than a sentence."""


def on_a_page(reader: Reader, text: str) -> list[Event]:
    """The events of the text as the opening of a longer page of Wednesday, 6 March 2024."""
    return events(reader, f"{text} {FILLER}", published="2024-03-06")


def names(event: Event, side: str) -> set[str]:
    """The names of the event's parties on one side, as the ledger has them."""
    return {c.value.name for c in event.claims if c.property == side and isinstance(c.value, Party)}


def named(event: Event, side: str) -> list[str]:
    """The names of the event's parties on one side, in the order in which they are told."""
    return [c.value.name for c in event.claims if c.property == side and isinstance(c.value, Party)]


def of_type(found: list[Event], kind: str) -> Event:
    """The first event of the type."""
    return next(e for e in found if e.type == kind)


def telling(found: list[Event], words: str) -> Event:
    """The first event of which a sentence with these words tells."""
    return next(e for e in found if any(words in q.exact for q in e.evidence))


def places(event: Event) -> list[str]:
    """The names of the event's places."""
    return [c.value.place.name for c in event.claims if isinstance(c.value, Located)]


def days(event: Event) -> set[tuple[str, str]]:
    """The first and the last day of each time of the event."""
    found = [c.value.period for c in event.claims if isinstance(c.value, Dated)]
    return {(period.start.isoformat(), period.end.isoformat()) for period in found}


def parties(found: list[Event], kind: str, role: str) -> set[str]:
    """Country codes, else names, of those in the role in events of the type."""
    values = [c.value for e in found if e.type == kind for c in e.claims if c.property == role]
    return {v.country or v.name for v in values if isinstance(v, Party)}
