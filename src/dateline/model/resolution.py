"""The compiled rules by which reports of one happening are drawn together."""

from __future__ import annotations

from dateline.model.record import Record


class Family(Record, frozen=True, kw_only=True):
    """Event types that may tell of one happening, and the modes that may stand for one another."""

    name: str
    types: frozenset[str]
    modes: tuple[frozenset[str], ...] = ()

    def agree(self, one: str | None, other: str | None) -> bool:
        """Whether two modes may be of one happening: equal, not said, or of one group."""
        if one is None or other is None or one == other:
            return True
        return any(one in group and other in group for group in self.modes)


class WordRules(Record, frozen=True, kw_only=True):
    """How expected words are, and how many of a text's weightiest stand for it."""

    sentences: int
    """Sentences in which words were counted."""
    counts: dict[str, int]
    """Word → sentences in which it stands; words not listed stand in one at most."""
    rarity: dict[str, float]
    """Word → how little it is expected: the squared logarithm of one in how many sentences holds it."""
    rarest: float
    """The rarity of a word that is not listed."""
    passage: int
    one_opening: float
    """Likeness of two openings from which one article is taken for the other, written over."""
    other_passage: float
    """Likeness of two passages of such articles below which they tell of two happenings."""
    own_form: float
    """Share of the likeness of two openings, and of the rare words, of one outlet that counts."""
    opening: int
    """Characters after the title that say what an article is about."""
    story: int
    telling: int
    """How many of them two accounts may meet under."""
    rare: int
    """Sentences up to which a word counts as one that news hardly ever has."""


class NumberRules(Record, frozen=True, kw_only=True):
    """Which words are numbers, and which say that a number counts nobody."""

    numerals: dict[str, int]
    multipliers: dict[str, int]
    months: frozenset[str]
    uncounted: frozenset[str]
    """Words after a number of days, miles, degrees."""
    before: frozenset[str]
    """Words before a number that names or measures: "aged", "route"."""


class SpeakerRules(Record, frozen=True, kw_only=True):
    """Folded words by which names of speakers are told to mean one."""

    nobody: frozenset[str]
    """Words that name nobody by themselves: ranks, "spokesman", "its"."""
    of_many: frozenset[str]
    """Words of institutions that armed groups have in their names too: "Rapid Support Forces"."""
    of_states: frozenset[str]
    """Words by which such a name is a state's all the same: "Armed Forces", "Ministry of Defence", "Israeli"."""
    organs: frozenset[str]
    """Affiliations of outlets that speak for a party: what they tell is its owner's word."""
    said: frozenset[str]
    """Words for what is said, where nobody is named who says it: "unnamed", "statement"."""
    belonging: frozenset[str]
    """Words that go from a name to where its bearer belongs: "of", "from"."""
    bodies: frozenset[str]
    """Words for bodies of people, in which many names end: no surnames."""
    parties: dict[str, str]
    """The words of a name, spaces between → id of the one actor, other than a state, that bears it: "ansar allah"."""
    rebels: dict[str, str]
    """Id of a rebel group → that of the group or alliance that it belongs to in the end."""
    institution: dict[str, str]
    """Word → the institution that it means within one happening."""


class ResolveRules(Record, frozen=True, kw_only=True):
    """What two reports must share to be of one happening, and what makes two articles one voice."""

    version: str
    families: tuple[Family, ...]
    modalities: tuple[frozenset[str], ...]
    """Groups of modalities that may tell of one happening; any other goes only with its equal."""
    weights: dict[str, float]
    """What each kind of evidence adds to the log-odds of one happening, at its full strength."""
    worst: float
    """The least that a member's fit with another group counts."""
    story: float
    """Mean likeness of wording from which articles are of one story."""
    slack_days: int
    """Days by which two dated reports may miss each other."""
    undated_days: int
    """Days before its publication on which an undated report may have happened."""
    statement_days: int
    """Days before a statement on which what it tells, without a day of its own, may have happened."""
    close_days: int
    """Longest period, in days, that counts as a precise date."""
    block_days: int
    """Longest period, in days, that is compared with those that it overlaps; a longer one meets only its equal."""
    reach_km: dict[str, float]
    """How far two places may lie apart, by the coarser precision of the two."""
    parents: dict[str, str]
    """Actor id → id of the actor that it belongs to, where that is no state."""
    state_sectors: frozenset[str]
    """PLOVER sectors by which a country and its forces are one side."""
    ground: frozenset[str]
    """Last words of a recipient that is only where it was: "the same town"."""
    anybody: frozenset[str]
    """Folded names that say only that somebody suffered."""
    fighters: frozenset[str]
    """Words for those under arms who are no state's."""
    unarmed: frozenset[str]
    """Words for those without arms."""
    least_toll: int
    """People from which an equal count speaks for one happening."""
    telling_toll: int
    """People from which it does so fully."""
    most_risen: int
    """How many times a later toll may be an earlier one."""
    latest_days: int
    """Days before the latest report within which a toll counts as recent."""
    copy_likeness: float
    """Share of the shorter text found in the longer one from which one article is a copy of the other."""
    copy_words: int
    """Words in a shingle."""
    edited_likeness: float
    """The same share of a copy that was edited lightly."""
    edited_words: float
    """Share of a sentence's words found in one sentence of the other, from which it is that sentence edited."""
    edited_share: float
    """Share of such sentences, by words, in an edited copy."""
    words: WordRules
    speakers: SpeakerRules
    numbers: NumberRules

    def family(self, type_: str) -> Family:
        """The family of an event type; a type of no family is its own."""
        found = next((family for family in self.families if type_ in family.types), None)
        return found or Family(name=type_, types=frozenset((type_,)))

    def is_part(self, one: str | None, other: str | None) -> bool:
        """Whether the first party, by id, belongs to the second, itself or by those that it belongs to."""
        seen: set[str] = set()
        while one is not None and one not in seen:
            seen.add(one)
            one = self.parents.get(one)
            if one is not None and one == other:
                return True
        return False

    def modality(self, modality: str) -> frozenset[str]:
        """The modalities that go with this one."""
        return next((group for group in self.modalities if modality in group), frozenset((modality,)))
