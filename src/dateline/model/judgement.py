"""What a person decided about the ledger, kept beside the data and never in place of it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from dateline.model.event import Property, Value
from dateline.model.record import Record

Verb = Literal["merge", "split", "correct", "reject", "confirm", "note", "undo"]
Field = Property | Literal["type", "mode"]


class Anchor(Record, frozen=True, kw_only=True):
    """An event as a judgement holds on to it: by id, and where reading changed that, by source and words."""

    event: str
    source: str
    type: str
    words: str
    """The first words of its evidence."""


class Judgement(Record, frozen=True, kw_only=True):
    """One decision. Its id comes from content, author and time."""

    id: str
    verb: Verb
    author: str
    at: datetime
    anchors: tuple[Anchor, ...] = ()
    """What it is about: the events of an incident, or those to be split off, or one."""
    others: tuple[Anchor, ...] = ()
    """The events that the anchors are merged with or split from."""
    field: Field | None = None
    """What `correct` corrects."""
    value: Value | None = None
    word: str | None = None
    """The corrected type or mode."""
    text: str | None = None
    """Why, or the note."""
    undoes: str | None = None
    """The judgement that `undo` takes back."""


Effect = Literal["applied", "in conflict"]


class Judged(Record, frozen=True, kw_only=True):
    """A judgement as it shows with an incident."""

    id: str
    verb: Verb
    author: str
    at: str
    effect: Effect = "applied"
    field: Field | None = None
    value: Value | None = None
    word: str | None = None
    text: str | None = None
    against: tuple[str, ...] = ()
    """The judgements that it is in conflict with."""


class Rulings(Record, frozen=True, kw_only=True):
    """What standing judgements come to, in ids of events that there are."""

    together: tuple[frozenset[str], ...] = ()
    """Events that are one happening."""
    apart: frozenset[tuple[str, str]] = frozenset()
    """Pairs of events, lower id first, that are not."""
    rejected: frozenset[str] = frozenset()
    """Events that did not happen, or that the page does not tell of."""
    on: dict[str, tuple[Judged, ...]] = msgspec.field(default_factory=dict)
    """Judgements to be shown with the incident that holds the event."""
    lost: tuple[str, ...] = ()
    """Judgements about events that there are no longer."""


NO_RULINGS = Rulings()
