"""One sentence's telling of a happening: everything that its words give, before tellings are drawn together."""

from __future__ import annotations

from dateline.extract.parties import Found
from dateline.extract.tolls import Toll
from dateline.model import Gist, Modality, Named, Period, PlaceMention, Quote, TimeMention, Voice
from dateline.model.lexicon import Frame
from dateline.model.record import Record


class Weaponry(Record, frozen=True, kw_only=True):
    """A weapon, the mode it makes, and its words."""

    named: Named
    mode: str
    quote: Quote


class Repetition(Record, frozen=True, kw_only=True):
    """ "the second time in three days": an earlier happening of the kind, within so many days."""

    days: int
    quote: Quote


class Gap(Record, frozen=True, kw_only=True):
    """ "four days after": days from the rest of the sentence, below nought for what came before it, and the words."""

    days: int
    words: Quote


class Telling(Record, frozen=True, kw_only=True):
    """What one or more linked triggers of one sentence tell of one happening."""

    sentence: int
    position: int
    frames: tuple[Frame, ...]
    trigger: Quote
    evidence: Quote
    type: str
    mode: str | None
    modality: Modality
    modality_why: str
    actors: tuple[Found, ...] = ()
    recipients: tuple[Found, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    told: tuple[TimeMention, ...] = ()
    weapons: tuple[Weaponry, ...] = ()
    tolls: tuple[Toll, ...] = ()
    voice: Voice | None = None
    fellows: tuple[Voice, ...] = ()
    """Those who say it together with the voice."""
    definite: bool = False
    plural: bool = False
    share: Quote | None = None
    """The number of those of one town, where the sentence shares out a toll among towns."""
    share_of: int | None = None
    """That toll."""
    title: bool = False
    weak: bool = False
    asserted: bool = True
    """Told by a verb, or by a noun to which a verb or "by" lends its doer."""
    repeats: Repetition | None = None
    beside: Quote | None = None
    """ "hours after": no day of its own, but near one told before."""
    above: tuple[int, ...] = ()
    """Where the words that govern the trigger begin."""
    nearby: tuple[Period, ...] = ()
    """Periods of all days and years that its sentence names."""
    days_before: tuple[TimeMention, ...] = ()
    places_before: tuple[PlaceMention, ...] = ()
    """Days and towns that the sentences just before it, in its paragraph, name for nothing else."""
    ground: tuple[PlaceMention, ...] = ()
    """The country or border on whose ground it was done, where its sentence names no place: "Ukrainian ports"."""
    passage: tuple[TimeMention, ...] = ()
    """The time of the passage in which it is told, where it goes on with it."""
    days_said: tuple[TimeMention, ...] = ()
    """The day on which a sentence not far before has its speaker speak."""
    apart: bool = False
    """Of another time than the rest of its sentence ("… two days after a raid")."""
    gap: Gap | None = None
    """How far from the rest, where it is of another time."""
    undated: bool = False
    """Its words set it off from the days told around it, and name none: "had demanded", "in recent weeks"."""
    judged: bool = False
    """Words of blame name it, on whichever day it was."""
    begins: bool = False
    """ "began shelling": what a day told just before it opens."""
    gist: Gist | None = None
    vouched: bool = False
    """The learned reader is sure of it, on a page of hardly more than a sentence."""
    brief: bool = False
    """It stands on a page of hardly more than a sentence."""
    short: bool = False
    """A deed, on a page of two or three sentences at most."""
    spoken: bool = True
    """Done in words: told by a verb of speech, or of a type that is all speech."""
    recounted: bool = False
    """Only who speaks of it: what they say has no word for the deed, and tells nothing of it."""
    listed: bool = False
    """It stands in an entry of a list."""
    block: int = 0
