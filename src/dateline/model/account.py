"""An event of one article, reduced to what comparing asks of it."""

from __future__ import annotations

from dateline.model.place import PlacePrecision
from dateline.model.record import Record

Wording = dict[int, int]
"""What a text is about: the checksum of each telling word → its weight, where the squares of all come to 255²."""


class Scene(Record, frozen=True, kw_only=True):
    """A place that an event is said to have happened at. WGS 84 degrees."""

    key: str
    """The place's id, or else its folded name and country: equal for equal places."""
    id: str | None = None
    name: str
    precision: PlacePrecision
    lat: float | None = None
    lon: float | None = None
    country: str | None = None


class Account(Record, frozen=True, kw_only=True):
    """One article's telling of one happening. Days are proleptic ordinals."""

    event: str
    article: str
    house: str
    """Who stands behind the article."""
    published: int | None
    type: str
    mode: str | None = None
    modality: str
    first: int | None
    last: int | None
    """The days on which it can have happened; None where neither the text nor a publication date tells."""
    dated: bool
    """Whether the text gives a date; else publication bounds it."""
    close: bool
    """Whether that date is a precise one."""
    fine: tuple[Scene, ...]
    coarse: tuple[Scene, ...]
    """Scenes as exact as a town, some of them known by name alone, and all others."""
    actors: frozenset[str]
    recipients: frozenset[str]
    """Keys under which equal parties meet."""
    known_actor: bool
    known_recipient: bool
    """Whether a party of that side is known by more than a description."""
    dead: tuple[int, int | None] | None
    hurt: tuple[int, int | None] | None
    """The least and the most that any voice gives."""
    held: tuple[int, int | None] | None = None
    """The same of those led away, detained or missing."""
    numbers: frozenset[int] = frozenset()
    """How many of whomever or whatever its sentences tell, beside the dead and the injured."""
    denied: bool
    """Whether a voice denies that it happened."""
    telling: tuple[int, ...]
    """Checksums of the weightiest words of these sentences that news hardly ever has: names of villages, ships, men."""
    passage: Wording
    """Of the sentences that tell it."""
    story: Wording
    """Of the whole article."""
