"""Claims, the events they make up, and the voices that speak them."""

from __future__ import annotations

from typing import Literal

from dateline.model.mention import Stance, VoiceKind
from dateline.model.place import Place
from dateline.model.record import Record
from dateline.model.text import Quote
from dateline.model.time import Period

Modality = Literal["actual", "ongoing", "planned", "threatened", "requested", "hypothetical", "negated", "historical"]
Property = Literal[
    "occurrence", "actor", "recipient", "place", "when", "weapon", "killed", "injured", "missing", "detained", "framing"
]


class Voice(Record, frozen=True, kw_only=True):
    """Who says it. `via` is the voice that passes it on: the outlet reports that `name` said."""

    name: str
    kind: VoiceKind
    stance: Stance
    text: str | None = None
    evidence: tuple[Quote, ...] = ()
    via: Voice | None = None


class Party(Record, tag="party", frozen=True, kw_only=True):
    """An actor or recipient as claimed: the table's name where it is known, and the words of the page."""

    name: str
    text: str
    id: str | None = None
    country: str | None = None
    sector: str | None = None


class Located(Record, tag="place", frozen=True, kw_only=True):
    """Where, as claimed: the place and the words that name it."""

    place: Place
    text: str


class Dated(Record, tag="period", frozen=True, kw_only=True):
    """When, as claimed: the period, how it was made out, and the words."""

    period: Period
    basis: str
    text: str


class Count(Record, tag="count", frozen=True, kw_only=True):
    """How many of whom: inclusive bounds; `high` absent for an open upper bound."""

    low: int
    high: int | None = None
    approximate: bool = False
    who: str | None = None


class Named(Record, tag="named", frozen=True, kw_only=True):
    """A weapon or a loaded term: normalised name and the words."""

    name: str
    text: str


class Occurrence(Record, tag="occurrence", frozen=True, kw_only=True):
    """That it happened, is planned, was denied… as this voice has it."""

    modality: Modality


Value = Party | Located | Dated | Count | Named | Occurrence


class Claim(Record, frozen=True, kw_only=True):
    """One voice's assertion of one property of one happening: the atom of the ledger."""

    id: str
    property: Property
    value: Value
    voice: Voice
    evidence: tuple[Quote, ...]
    rule: str


class Rejected(Record, frozen=True, kw_only=True):
    """A value that was considered for a property and not taken, and why."""

    property: str
    text: str
    why: str


class Derived(Record, frozen=True, kw_only=True):
    """Codes that mapping files derive from type, mode, parties and tolls."""

    acled_event_type: str | None = None
    acled_sub_event_type: str | None = None
    ucdp_type: str | None = None


class Event(Record, frozen=True, kw_only=True):
    """One happening as one article tells it: its claims."""

    id: str
    article: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    modality: Modality
    derived: Derived = Derived()
    claims: tuple[Claim, ...]
    evidence: tuple[Quote, ...]
    rejected: tuple[Rejected, ...] = ()
