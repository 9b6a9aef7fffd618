"""What the annotators find: a span, a value, and the rule that made it."""

from __future__ import annotations

from typing import Literal

from dateline.model.actor import Actor
from dateline.model.place import Place
from dateline.model.record import Record
from dateline.model.text import Quote
from dateline.model.time import Period

MentionKind = Literal["time", "place", "actor", "quantity", "attribution", "trigger"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Stance = Literal["reports", "claims", "confirms", "denies", "accuses"]
VoiceKind = Literal[
    "outlet", "party", "opponent", "official", "witness", "medical", "ngo_un", "media", "anonymous", "unknown"
]


class TimeMention(Record, tag_field="kind", tag="time", frozen=True, kw_only=True):
    """A TimeML time expression; `period` is absent for durations, sets and what no anchor resolves."""

    start: int
    end: int
    exact: str
    rule: str
    type: TimexType
    value: str
    """TIMEX3 value: "2024-01-25", "2023-10", "2024-W04", "P3D", "PRESENT_REF", "2024-01-25TNI"."""
    period: Period | None = None
    basis: str = "stated"
    """"stated", "relative to publication", "relative to text", "year inferred from publication", …"""
    since: bool = False
    """True for "since X", "from X on": an open period that starts with `period`."""


class PlaceMention(Record, tag_field="kind", tag="place", frozen=True, kw_only=True):
    """A place name in the text and the place it was taken for."""

    start: int
    end: int
    exact: str
    rule: str
    place: Place
    score: float = 1.0


class ActorMention(Record, tag_field="kind", tag="actor", frozen=True, kw_only=True):
    """A phrase that names someone who can act or be acted on."""

    start: int
    end: int
    exact: str
    rule: str
    actor: Actor


class QuantityMention(Record, tag_field="kind", tag="quantity", frozen=True, kw_only=True):
    """A count of people or things: inclusive bounds, and whom it counts.

    `high` is absent for an open bound ("at least 12").
    """

    start: int
    end: int
    exact: str
    rule: str
    low: int
    high: int | None = None
    approximate: bool = False
    who: str | None = None
    """The head words counted, as the text has them: "soldiers", "women and children"."""


WRITER = "the writer's own words"
"""The rule of an attribution whose speaker is the page itself: "we", "our correspondent", "this newspaper"."""


class AttributionMention(Record, tag_field="kind", tag="attribution", frozen=True, kw_only=True):
    """Who is said to have said what: source, cue and content, each with its words."""

    start: int
    end: int
    exact: str
    rule: str
    cue: Quote | None
    content: Quote
    source: Quote | None = None
    stance: Stance = "reports"
    direct: bool = False
    speaker: Quote | None = None
    """The bare name in `source`, without what is told of it; None too where the source is a thing said."""
    word: Quote | None = None
    """The cue's own verb, noun or phrase, without what helps it."""
    attitude: bool = False
    """What someone wants, fears or favours is told, not what someone says has happened."""
    others: tuple[Quote, ...] = ()
    """The bare names of those who say it too ("the mayor and two doctors said")."""


class TriggerMention(Record, tag_field="kind", tag="trigger", frozen=True, kw_only=True):
    """Words that the learned reader takes to tell of a happening, and of what kind."""

    start: int
    end: int
    exact: str
    rule: str
    type: str
    """PLOVER event type."""
    mode: str | None = None
    modality: str = "actual"
    score: float = 1.0
    """How sure the reader is of the type, 0 to 1."""


Mention = TimeMention | PlaceMention | ActorMention | QuantityMention | AttributionMention | TriggerMention
