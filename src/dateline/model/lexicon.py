"""Compiled knowledge of how happenings are told: frames, light verbs, cues, word classes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model.event import Modality
from dateline.model.mention import TriggerMention
from dateline.model.record import Record
from dateline.model.speech import VoiceRules
from dateline.model.word_rules import BlameWords, Interception, ModalityRules


class Example(Record, frozen=True, kw_only=True):
    """A sentence that a frame must read, and what it must read there."""

    text: str
    actor: str | None = None
    recipient: str | None = None
    mode: str | None = None
    modality: Modality | None = None


class Frame(Record, frozen=True, kw_only=True):
    """Words that tell of one type of happening, and where the parties to it stand.

    Source: own curation after the PLOVER ontology (event types and modes).
    """

    id: str
    type: str
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    """Verb lemmas; further words must stand with the verb ("open fire", "gun down")."""
    nouns: tuple[str, ...] = ()
    """Noun lemmas, compounds spelled with a space ("air strike")."""
    bare: tuple[str, ...] = ()
    """Nouns that mean it only in the singular and without an article ("under fire", not "a fire", "fires")."""
    patient: tuple[str, ...] = ("object", "on", "against")
    """Where the recipient stands: "object", "subject" (of an active verb), "clause" (the subject of the one below),
    or the preposition that leads to it."""
    agent: tuple[str, ...] = ("subject", "by")
    """Where the actor stands: "subject", "by", "object" (those seen at it), "none", or another preposition."""
    only_object: tuple[str, ...] = ()
    """Words or @classes one of which the object must be."""
    unless_object: tuple[str, ...] = ()
    only_subject: tuple[str, ...] = ()
    unless_subject: tuple[str, ...] = ()
    unless_doer: tuple[str, ...] = ()
    """Who, doing what the noun names, makes it another thing ("miners began a strike")."""
    only_near: tuple[str, ...] = ()
    """Words or @classes one of which the sentence must hold."""
    only_page: tuple[str, ...] = ()
    """Words or @classes that may stand anywhere on the page instead."""
    unless_near: tuple[str, ...] = ()
    unless_modifier: tuple[str, ...] = ()
    """Modifiers that make it another thing ("heart attack")."""
    mutual: bool = False
    """Both sides act ("clash", "talks"): no recipient."""
    soft: bool = False
    """Also a word of sport, markets or talk: dropped where the page or sentence is about those."""
    toll: str | None = None
    """"killed", "injured", "missing" or "detained" where the object counts as such."""
    contexts: tuple[str, ...] = ()
    content: bool = False
    """The act is one of speech, and what is said is not a further happening ("threaten to bomb")."""
    weak: bool = False
    """Never an event alone: only adds to another of its sentence ("explode", "hit")."""
    warning: bool = False
    """A threat only where the speaker's own side would do it: not "warned that the neighbour would attack"."""
    claims: bool = False
    """The doer claims it: who acts is who says so."""
    background: bool = False
    """Names a war or campaign: an event only where a verb tells it or a day is given."""
    attempted: bool = False
    """To attempt it is a hostile act too: an attempt is kept as one that failed, not set aside as only possible."""
    sure: bool = False
    """Its conditions leave no doubt: it stands where the learned reader finds nothing in the sentence."""
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]


class AcledCode(Record, frozen=True, kw_only=True):
    """An ACLED sub-event type: its event type, and the PLOVER types that can be told as it."""

    event_type: str
    plover: frozenset[str]


class NeutralNames(Record, frozen=True, kw_only=True):
    """Names by kind of actor, and "demonym", that the learned reader is shown in place of known parties."""

    by_kind: dict[str, tuple[str, ...]]


class LearnedRules(Record, frozen=True, kw_only=True):
    """How triggers of the learned reader are used: scores from 0 to 1, and a frame of roles for each PLOVER type."""

    alone: float
    alone_brief: float
    alone_short: float
    other_type: float
    vouched: float
    loud: float
    loud_types: frozenset[str]
    quiet: float
    seen: float
    unparsed: float
    several: int
    most: int
    asked: int
    further: int
    acled: float
    acled_bare: float
    no_acled: float
    no_acled_weapon: float
    frames: dict[str, Frame]
    names: NeutralNames
    unlike: dict[str, frozenset[str]]
    """Lemmas that never tell of the type."""
    calling: frozenset[str]
    """Verbs by which one goes to see somebody."""
    wishing: frozenset[str]
    """Lemmas that ask for something only where a party is wanted to do it."""
    marked: dict[str, frozenset[str]]
    """By type, the lemmas that the reader was taught to take for it."""

    def tells_deed(self, triggers: Iterable[TriggerMention]) -> bool:
        """Whether one of these triggers of a sentence surely tells of a deed."""
        return any(t.score >= self.loud and t.type in self.loud_types for t in triggers)

    def is_loud(self, sentences: Sequence[Iterable[TriggerMention]]) -> bool:
        """Whether the triggers make it a page about deeds: one of its first sentences tells of one, or several do."""
        told = [self.tells_deed(triggers) for triggers in sentences]
        return any(told[: self.asked]) or sum(told) >= self.several


class LightVerbs(Record, frozen=True, kw_only=True):
    """Verbs that lend a noun their subject.

    `agent`: the subject does it ("launch an attack"); `patient`: it suffers it ("come under attack");
    `effect`: the happening is the subject and the object suffers it ("the strike hit a school");
    `hurl`: the object is what it is done with ("fired howitzers").
    """

    agent: frozenset[str]
    patient: frozenset[str]
    effect: frozenset[str]
    hurl: frozenset[str]


class Weapon(Record, frozen=True, kw_only=True):
    """A weapon word: its normal name and the PLOVER mode that its use makes."""

    name: str
    mode: str
    words: tuple[str, ...]


class Framing(Record, frozen=True, kw_only=True):
    """Loaded words that are kept as framing and never taken over."""

    phrases: frozenset[str]


class DerivedCode(Record, frozen=True, kw_only=True):
    """One row of the mapping from type, mode and sectors to ACLED and UCDP codes; empty columns match all."""

    type: str
    mode: str
    actor: str
    recipient: str
    acled_event_type: str
    acled_sub_event_type: str
    ucdp_type: str


class ToldCode(Record, frozen=True, kw_only=True):
    """An ACLED sub-event type that the words of the telling make of another, which type and mode do not tell apart."""

    becomes: str
    event_type: str
    instead_of: frozenset[str]
    words: frozenset[str]
    """Lower-case words or phrases one of which must be there."""
    unless: frozenset[str]


class CountRules(Record, frozen=True, kw_only=True):
    """What became of those counted, by the words beside the number."""

    words: dict[str, str | None]
    """Lemma → the property of a toll that it counts, None where it counts none ("shoot")."""
    labels: tuple[tuple[str, str], ...]
    """Beginning of a word in a line's label → property ("fatalit" → killed)."""
    things: frozenset[str]
    """Nouns whose count is none of people."""
    parts: frozenset[str]
    """Kinds of people whose count is a part of the toll where a greater count stands beside it."""
    withdrawn: frozenset[str]
    """Words of a correction: a sentence that holds one tells of a figure that no longer stands."""
    body: frozenset[str]
    """Parts of the body."""

    def property(self, lemma: str) -> str | None:
        """The property that the lemma counts, None where it counts none."""
        return self.words.get(lemma)


class Triggers(Record, frozen=True, kw_only=True):
    """Forms of trigger words, lower case, by which a sentence is known to be worth parsing."""

    alone: frozenset[str]
    """Those that are triggers by themselves."""
    phrases: dict[str, frozenset[str]]
    """Those that are triggers with another word only ("take … hostage") → the forms of such words."""

    def of(self, words: Iterable[str]) -> set[str]:
        """The triggers among the words of a sentence."""
        found = set(words)
        phrases = {w for w in found & self.phrases.keys() if not found.isdisjoint(self.phrases[w])}
        return phrases | (found & self.alone)


class Genres(Record, frozen=True, kw_only=True):
    """Words by which a page's genre is known, and those of violence that outweigh them."""

    words: dict[str, frozenset[str]]
    """By genre: "sport", "market"."""
    violence: frozenset[str]


class Lexicon(Record, frozen=True, kw_only=True):
    """All of it, indexed."""

    paged: Triggers
    """Trigger words of deeds that count on pages alone which hold certain words, and these words."""
    paging: frozenset[str]

    version: str
    frames: tuple[Frame, ...]
    verbs: dict[str, tuple[tuple[int, tuple[str, ...]], ...]]
    """First lemma → (frame index, further lemmas)."""
    nouns: dict[str, tuple[tuple[int, tuple[str, ...]], ...]]
    """Last lemma → (frame index, lemmas before it)."""
    loud: Triggers
    """The trigger words for deeds (the learned reader's loud types)."""
    spoken: Triggers
    """All other trigger words: a sentence without any of either holds no happening."""
    classes: dict[str, frozenset[str]]
    pointing: frozenset[str]
    """Forms of nouns that, after "the", point back to a deed or to who did it."""
    denied: frozenset[str]
    """Forms of nouns for what is denied by who does not say that nothing happened: "any involvement"."""
    on_the_spot: frozenset[str]
    """Forms of nouns by which those are called who speak of what they saw or had charge of."""
    lived: frozenset[str]
    """Forms of verbs by which who was there says what became of him: "ran", "heard"."""
    learned: LearnedRules
    light: LightVerbs
    counts: CountRules
    references: dict[str, tuple[str, ...]]
    given: dict[str, str]
    """Given names and titles, lower case → "man" or "woman"."""
    """Head noun of a definite description → kinds of actor that it may stand for, most likely first."""
    modality: ModalityRules
    voices: VoiceRules
    interception: Interception
    blame: BlameWords
    weapons: dict[str, Weapon]
    """By lemma or lemmas joined with a space."""
    weapon_nouns: frozenset[str]
    """The last lemmas of these."""
    framing: Framing
    genres: Genres
    derived: tuple[DerivedCode, ...]
    told: tuple[ToldCode, ...]
    acled: dict[str, AcledCode]
    """By sub-event type."""
    plain: dict[str, str]
    """"TYPE.modality" → the plain type that it amounts to, as something that did happen."""
    bygone: frozenset[str]
    """Names of wars and armies that are no more."""
    codebook: dict[str, str]
    """"TYPE.modality" → the type under which PLOVER, which has no modality, files it."""
    modes: dict[str, tuple[str, ...]]
    """PLOVER event type → its modes."""
