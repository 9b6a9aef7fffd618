"""What all sources together say of one happening."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.model.event import Located, Modality, Party, Value
from dateline.model.judgement import Judged
from dateline.model.record import Record
from dateline.model.time import Period

Standing = Literal["single", "corroborated", "disputed", "denied"]


class Finding(Record, frozen=True, kw_only=True):
    """One value of one property, who supports it and who says otherwise."""

    value: Value
    supporting: tuple[str, ...]
    """Claim ids."""
    dissenting: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    judgement: str | None = None
    """The judgement that sets this value, where a person did."""


class Link(Record, frozen=True, kw_only=True):
    """Why an event is held to be of the same happening as another one of the incident."""

    event: str
    other: str
    score: float
    """Log-odds; above 0 more speaks for one happening than against it."""
    reasons: dict[str, float]
    """Each kind of evidence, and what it adds."""


class Toll(Record, frozen=True, kw_only=True):
    """Low, best and high over all claims; `best` follows the most recent well-supported claim."""

    low: int
    best: int
    high: int


class Reported(Record, frozen=True, kw_only=True):
    """An article that tells of the incident."""

    id: str
    source: str
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    copy_of: str | None = None


class Independent(Record, frozen=True, kw_only=True):
    """How many outlets, and how many original voices."""

    outlets: int
    voices: int


class Incident(Record, frozen=True, kw_only=True):
    """One happening across articles: its findings and standing."""

    id: str
    type: str
    mode: str | None = None
    modality: Modality
    standing: Standing
    when: Period | None = None
    places: tuple[Located, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    killed: Toll | None = None
    injured: Toll | None = None
    missing: Toll | None = None
    detained: Toll | None = None
    independent: Independent
    findings: dict[str, tuple[Finding, ...]] = msgspec.field(default_factory=dict)
    articles: tuple[Reported, ...] = ()
    anchor: str
    """The event that the id comes from: the earliest published."""
    events: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    """For every event but the first, what best connects it to another."""
    judgements: tuple[Judged, ...] = ()
