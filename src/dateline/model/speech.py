"""Compiled words of saying: the verbs, nouns and turns by which a text tells who says something."""

from __future__ import annotations

import msgspec

from dateline.model.mention import Stance, VoiceKind
from dateline.model.record import Record


class Cue(Record, frozen=True, kw_only=True):
    """A word or phrase by which someone is said to speak."""

    lemma: str
    stance: Stance
    nominal: bool = False
    """Takes a happening as object with the subject as its speaker ("announced an attack")."""


class Attitude(Record, frozen=True, kw_only=True):
    """What a verb of attitude takes to tell what is meant."""

    labels: frozenset[str] = frozenset()
    """"clause", "infinitive", "object", "predicate"."""
    prepositions: frozenset[str] = frozenset()
    seeming: bool = False
    """The subject is part of what is meant, and nobody is named ("seem")."""


class VoiceRules(Record, frozen=True, kw_only=True):
    """Reporting verbs and nouns, "according to" forms, and words that tell what kind of voice a source is."""

    cues: dict[str, Cue]
    """By verb lemma."""
    according: tuple[str, ...]
    nouns: dict[str, Stance]
    hedges: dict[str, Stance]
    """Adverbs that report without a source: "reportedly", "allegedly"."""
    kinds: dict[str, VoiceKind]
    """By source head word: "witness", "ministry", "hospital"."""
    infinitive: frozenset[str] = frozenset()
    """Verbs of saying that an infinitive completes ("claimed to have …")."""
    indirect: frozenset[str] = frozenset()
    """Verbs whose passive reports without a source ("is said to …")."""
    told_of: frozenset[str] = frozenset()
    """Verbs that take "to be" or "to have" only as participles ("a raid said to be the third")."""
    holding: frozenset[str] = frozenset()
    """Verbs that tell what someone holds, and only in the passive what is said ("is thought to …")."""
    said: frozenset[str] = frozenset()
    """Forms of verbs of saying beside which a name is a speaker's."""
    leading: frozenset[str] = frozenset()
    """Verbs that lead to a verb of saying ("declined to say", "went on to say")."""
    lending: frozenset[str] = frozenset()
    """Verbs that lend their subject to a noun of saying ("made the claim that …")."""
    denying: frozenset[str] = frozenset()
    """Verbs that deny what a noun of saying brings ("rejected the accusation that …")."""
    disclaiming: tuple[str, ...] = ()
    """By what phrases somebody is said to have no part in a happening, lower case."""
    measures: frozenset[str] = frozenset()
    deplored: frozenset[str] = frozenset()
    """Nouns for deeds that who rejects them condemns."""
    """What somebody turns down who does not say that nothing was done: "rejected the ban"."""
    vowing: tuple[str, ...] = ()
    """Words after "will" for what comes of a deed of which others tell: "go unanswered"."""
    parts: frozenset[str] = frozenset()
    """What somebody has in a deed who had a part in it ("involvement in")."""
    settings: frozenset[str] = frozenset()
    """What a thing is said in or on ("in a statement", "on Twitter")."""
    happenings: frozenset[str] = frozenset()
    """Nouns of happenings, which never speak, though a verb of saying may stand beside them ("fighting continues")."""
    attitudes: dict[str, Attitude] = msgspec.field(default_factory=dict)
    """By verb lemma."""
    attitude_nouns: dict[str, frozenset[str]] = msgspec.field(default_factory=dict)
    """Noun → "clause" and the prepositions that lead to what is meant."""
    attitude_adjectives: dict[str, frozenset[str]] = msgspec.field(default_factory=dict)
