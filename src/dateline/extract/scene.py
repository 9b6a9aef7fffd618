"""One parsed sentence with its mentions at hand, and questions about what its words are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import TypeVar

from dateline.extract.page import PageWords
from dateline.grammar import Tree
from dateline.model import ActorMention, PlaceMention, QuantityMention, Sentence, TimeMention, TriggerMention
from dateline.model.actors_table import ActorTable, alias_key
from dateline.model.lexicon import Lexicon, Weapon
from dateline.model.record import Record

_Covering = TypeVar("_Covering", ActorMention, PlaceMention)

ARMED_KINDS = frozenset({"state", "force", "group"})
_OF_STATES = ("armed", "office", "organisation", "group")
"""Classes that a state belongs to."""
_BANDS = frozenset({"bloc", "column", "front", "structure", "wing"})
"""Words for a band under arms, where a name stands before them."""
_WIDE = frozenset({"country", "continent", "region", "sea"})
CIVILIAN_SECTORS = frozenset(
    {"CVL", "JRN", "MED", "EDU", "REF", "REL", "SOC", "AGR", "BUS", "LAB", "OPP", "NGO", "ELI", "LEG", "JUD"}
)


class ExtractRules(Record, frozen=True, kw_only=True):
    """What extraction is handed: the lexicon, and the actor table for roles and objects."""

    lexicon: Lexicon
    table: ActorTable


MEN_TOO = frozenset({"bomber"})
"""What names men as well as machines: a man where nothing says whose or of what make it is."""
_OF_MEN = frozenset({"det", "appos", "relcl", "punct"})


class Scene:
    """A sentence, its tree, and the mentions that fall inside it."""

    def __init__(
        self, sentence: Sentence, number: int, *, text: str, kind: str, rules: ExtractRules,
        actors: Sequence[ActorMention], places: Sequence[PlaceMention], times: Sequence[TimeMention],
        quantities: Sequence[QuantityMention], triggers: Sequence[TriggerMention] = (),
        domain: str | None, brief: bool = False, short: bool = False, loud: bool = False, deedless: bool = False,
        opening: bool = False, page: PageWords | None = None,
    ) -> None:  # fmt: skip
        self.sentence, self.number, self.text, self.kind, self.rules = sentence, number, text, kind, rules
        self.actors, self.places, self.times, self.quantities = actors, places, times, quantities
        self.triggers = triggers
        self.domain = domain
        self.brief, self.short, self.loud = brief, short, loud
        self.deedless, self.opening = deedless, opening
        """`opening`: the page is hardly longer than its opening; `deedless`: the reader was asked, and sees no deed."""
        self.page = page or PageWords()
        self.tree = Tree(sentence.tokens)
        self._classed: dict[tuple[int, str], bool] = {}
        self._heads: dict[tuple[int, int], int | None] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """Lower-case forms and lemmas of the sentence."""
        return frozenset(t.text.casefold() for t in self.tree.tokens) | frozenset(t.lemma for t in self.tree.tokens)

    @cached_property
    def is_heading(self) -> bool:
        """Whether it is a line of the story with neither verb nor full stop."""
        verbal = any(t.pos in ("VERB", "AUX") for t in self.tree.tokens)
        ended = self.text[: self.sentence.end].rstrip("\"”’')]0123456789[").endswith((".", "!", "?", ":"))
        return self.kind != "title" and not verbal and not ended

    @cached_property
    def names_only(self) -> bool:
        """Whether it is a heading of a section, with no day, town or number: it names what comes, and tells nothing."""
        said = self.times or self.quantities or any(p.place.precision not in _WIDE for p in self.places)
        return self.is_heading and not said and not self.brief and not self.short

    def token_at(self, start: int, end: int) -> int | None:
        """The token that heads the stretch: the one whose head lies outside it."""
        if (start, end) not in self._heads:
            self._heads[start, end] = self._head_of(start, end)
        return self._heads[start, end]

    def _head_of(self, start: int, end: int) -> int | None:
        inside = [i for i, t in enumerate(self.tree.tokens) if t.start < end and start < t.end]
        for i in inside:
            if self.tree[i].head not in inside or self.tree[i].head == i:
                return i
        return inside[-1] if inside else None

    def actor_at(self, index: int) -> ActorMention | None:
        """The actor mention that covers the token."""
        return self._covering_actor[index]

    @cached_property
    def _covering_actor(self) -> list[ActorMention | None]:
        """For each token the actor mention that covers it."""
        return _covering(self.tree, self.actors)

    @cached_property
    def _covering_place(self) -> list[PlaceMention | None]:
        """For each token the place mention that covers it."""
        return _covering(self.tree, self.places)

    def place_at(self, index: int) -> PlaceMention | None:
        """The place mention that covers the token."""
        return self._covering_place[index]

    def is_a(self, index: int, name: str) -> bool:
        """Whether the token is of the word class ("@armed"), a place ("place"), or is the word itself."""
        known = self._classed.get((index, name))
        if known is None:
            known = self._classed[index, name] = self._is_a(index, name)
        return known

    def _is_a(self, index: int, name: str) -> bool:
        token = self.tree[index]
        if name == "place":
            return self.place_at(index) is not None or self._kind_of(index) == "state"
        if not name.startswith("@"):
            weapon = self.weapon_at(index)
            return name in (token.lemma, token.text.casefold()) or (weapon is not None and name == weapon.name)
        bare = name[1:]
        if bare == "people" and (token.pos == "NUM" or token.text.casefold() in ("them", "him", "her", "others")):
            return True
        if bare == "people" and (self._is_someones(index) or self.is_word_of(index, "one_person")):
            return True
        words = self.rules.lexicon.classes.get(bare, frozenset())
        if token.lemma in words or token.text.casefold() in words:
            return True
        if bare == "ship" and self._is_named(index, words):
            return True
        if bare in ("armed", "group") and token.lemma in _BANDS and self._has_name(index):
            return True
        noun = self.rules.table.objects.get(token.lemma) or self.rules.table.objects.get(token.text.casefold())
        if noun is not None and bare in noun.classes:
            return True
        return self._mention_is(index, bare)

    def _has_name(self, index: int) -> bool:
        """ "the Blue River front": a band that goes by a name."""
        return any(
            self.tree[c].pos == "PROPN" and self.place_at(c) is None
            for c in self.tree.kids(index, "compound", "nmod", "poss")
        )

    def _is_named(self, index: int, words: frozenset[str]) -> bool:
        """ "the tanker Blue Ibis": a name that a word of the class introduces, here or elsewhere on the page."""
        if not self.tree[index].text[:1].isupper():
            return False
        if self._name_at(index) in self.page.ships:
            return True
        return any(self.tree[c].lemma in words for c in self.tree.kids(index, "compound", "nmod", "appos"))

    def _name_at(self, index: int) -> str:
        """The capitalised words that the token ends."""
        first = index
        while first and self.tree[first - 1].text[:1].isupper() and self.tree[first - 1].pos != "DET":
            first -= 1
        return self.text[self.tree[first].start : self.tree[index].end]

    def _is_someones(self, index: int) -> bool:
        """ "a Taliban facilitator": an agent noun that a party's name qualifies."""
        token = self.tree[index]
        agent = token.pos == "NOUN" and token.lemma.endswith(("er", "or", "ist", "man", "ant", "ee", "ive", "al"))
        return agent and any(self.actor_at(c) is not None for c in self.tree.kids(index, "compound", "amod", "nmod"))

    def _kind_of(self, index: int) -> str | None:
        mention = self.actor_at(index)
        return mention.actor.kind if mention else None

    def _mention_is(self, index: int, bare: str) -> bool:
        """Class membership by the actor that the token names."""
        mention = self.actor_at(index)
        token = self.tree[index]
        if bare == "weapon":
            return self.weapon_at(index) is not None
        if mention is None and bare in _OF_STATES and self.stands_for_state(index):
            return True
        if mention is None:
            return bare == "person" and token.pos == "PROPN" and self.place_at(index) is None
        actor = mention.actor
        if bare == "armed":
            return actor.kind in ARMED_KINDS or actor.sector not in CIVILIAN_SECTORS
        if bare == "faction":
            return actor.kind in ("group", "force")
        if bare in ("person", "office"):
            return actor.kind == "person" or actor.sector == "GOV"
        if bare == "people":
            return actor.kind in ("descriptor", "person") or mention.rule == "people"
        if bare in ("organisation", "group"):
            return actor.kind in ARMED_KINDS | {"organisation"}
        return bare == "court" and actor.sector == "JUD"

    def stands_for_state(self, index: int) -> bool:
        """ "Nairobi summoned the envoy": a seat of government that does something."""
        token = self.tree[index]
        said = self.tree[token.head].tag != "VB" or bool(
            self.tree.kids(token.head, "aux")
        )  # not "helps Nairobi aim at"
        acts = (token.dep == "nsubj" and said) or (token.dep == "pobj" and self.tree[token.head].dep == "agent")
        return acts and alias_key(self.text[token.start : token.end]) in self.rules.table.metonyms

    def weapon_at(self, index: int) -> Weapon | None:
        """The weapon that the token names, with the words before it where they belong to the name."""
        weapons = self.rules.lexicon.weapons
        lemma = self.tree[index].lemma
        if lemma not in self.rules.lexicon.weapon_nouns:
            return None
        if lemma in MEN_TOO and all(self.tree[c].dep in _OF_MEN for c in self.tree.children[index]):
            return None
        for length in (2, 1):
            if index >= length:
                phrase = " ".join(self.tree[i].lemma for i in range(index - length, index)) + " " + lemma
                if phrase in weapons:
                    return weapons[phrase]
        civil = index > 0 and self.tree[index - 1].head == index and self.is_word_of(index - 1, "civil_use")
        return None if civil else weapons.get(lemma)

    def is_word_of(self, index: int, name: str) -> bool:
        """Whether the token is spelled as a word of the class, whoever it names."""
        words = self.rules.lexicon.classes[name]
        return self.tree[index].lemma in words or self.tree[index].text.casefold() in words

    def any_is(self, indices: Sequence[int], names: Sequence[str]) -> bool:
        """Whether one of the tokens is one of the named words or classes."""
        return any(self.is_a(i, n) for i in indices for n in names)

    def on_page(self, names: Sequence[str]) -> bool:
        """Whether the page holds one of the words, or one of a class of them."""
        classes = self.rules.lexicon.classes
        return any(self.page.holds(classes[n[1:]] if n[0] == "@" else frozenset((n,))) for n in names)

    def near(self, names: Sequence[str], *, apart_from: int | None = None) -> bool:
        """Whether the sentence holds one of the words or class members, other than token `apart_from`."""
        classes = self.rules.lexicon.classes
        own = {self.tree[apart_from].lemma, self.tree[apart_from].text.casefold()} if apart_from is not None else set()
        for name in names:
            if name == "@known":
                if any(m.actor.id and m.actor.kind == "person" for m in self.actors):
                    return True
            elif name == "@position":
                if any(p.place.precision == "position" for p in self.places):
                    return True
            elif name.startswith("@"):
                if (self.words & classes.get(name[1:], frozenset())) - own:
                    return True
                if name in ("@armed", "@weapon") and any(
                    self._mention_is(i, name[1:]) for i in range(len(self.tree)) if i != apart_from
                ):
                    return True
            elif " " in name:
                if name in self.text[self.sentence.start : self.sentence.end].casefold():
                    return True
            elif name in self.words and name not in own:
                return True
        return False


def _covering(tree: Tree, mentions: Sequence[_Covering]) -> list[_Covering | None]:
    """For each token the mention that its start lies in; the first of those that overlap."""
    found: list[_Covering | None] = [None] * len(tree)
    if mentions:
        starts = [t.start for t in tree]
        for m in reversed(mentions):
            for index in range(bisect_left(starts, m.start), bisect_left(starts, m.end)):
                found[index] = m
    return found
