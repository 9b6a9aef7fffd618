"""Who a pronoun or "the group" means: the last fitting party named before it in the article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial

from dateline.extract.going_on import spoke_before
from dateline.extract.lands import LANDS, countries_before, land, rulers
from dateline.extract.mentioned import (
    PEOPLE,
    is_one,
    is_subject,
    main_subjects,
    names_a_thing,
    own_subjects,
    state_in,
)
from dateline.extract.parties import PRONOUNS, Found, from_mention, parties
from dateline.extract.persons import BESIDE, PERSONS, Persons
from dateline.extract.scene import Scene
from dateline.extract.source_names import has_name, is_called, is_of, is_several, unarticled
from dateline.extract.standing import can_act
from dateline.model import ActorMention, AttributionMention, Party, Quote

_SPEAKING = frozenset({"we", "i", "us", "me", "you"})
"""Pronouns by which a speaker means themselves or the hearer, and nobody told of before."""
DONE_TO = frozenset({"it", "them", "him", "her"})
"""Pronouns for those to whom something is done."""
_POINTING = frozenset({"the", "its", "their", "this", "that"})
_BESIDE_IT = ("state", "group", "force")
_OWN = frozenset({"my", "our", "his", "her", "their", "its"})
BETWEEN = 3
"""Code points at most between a sentence and the next of its paragraph."""
ASKED = 200
"""Code points within which "it" takes up the one of whom something is wanted."""
SPOKEN = 350
"""Code points from a nameless source ("a statement said") within which "it" takes up that source."""


class Antecedents:
    """The named parties of an article in text order, each kind of them looked for when it is first asked about."""

    def __init__(
        self,
        scenes: Iterable[Scene],
        spoken: Sequence[AttributionMention] = (),
        *,
        references: Mapping[str, tuple[str, ...]],
        given: Mapping[str, str],
    ) -> None:
        self.references = references
        self.given = given
        self.spoken = [a.source for a in spoken if a.source is not None and len(a.source.exact.split()) > 1]
        self.several = [q for a in spoken if (q := a.source) is not None and is_several(q.exact)]
        self.trailing = [a.source for a in spoken if a.source is not None and a.content.start < a.source.start]
        self.nameless = [a.speaker for a in spoken if a.source is None and a.speaker is not None]
        self.scenes = list(scenes)
        self.before = partial(spoke_before, self.scenes, spoken)
        self.attributions = spoken

    @cached_property
    def named(self) -> list[tuple[ActorMention, bool, str]]:
        """The mentions of parties, whether each is a subject, and the text."""
        found: list[tuple[ActorMention, bool, str]] = []
        for scene, mention in self._mentioned:
            subject = is_subject(scene, mention)
            found += [(m, subject, scene.text) for m in (mention, state_in(scene, mention)) if m is not None]
        return found

    @cached_property
    def _mentioned(self) -> list[tuple[Scene, ActorMention]]:
        everyone = ((scene, mention) for scene in self.scenes for mention in scene.actors)
        return [(scene, m) for scene, m in everyone if m.rule != "demonym" and m.actor.kind != "object"]

    @cached_property
    def unnamed(self) -> list[tuple[Scene, int]]:
        """The subject of each sentence, whoever it is."""
        return [(scene, head) for scene in self.scenes for head in own_subjects(scene)]

    @cached_property
    def persons(self) -> Persons:
        """The persons among them, and those whose names no table knows."""
        return Persons(self.scenes, self.named, self.attributions, references=self.references, given=self.given)

    @cached_property
    def passing(self) -> dict[int, int]:
        """Where those are mentioned who only say, after it, what their sentence tells → where it begins."""
        return {
            mention.start: scene.sentence.start
            for scene, mention in self._mentioned
            if any(q.start <= mention.start < q.end for q in self.trailing)
        }

    @cached_property
    def suffering(self) -> set[int]:
        """Where those are mentioned who are the object of a verb."""
        heads = ((m.start, scene.token_at(m.start, m.end), scene) for scene, m in self._mentioned)
        return {start for start, head, scene in heads if head is not None and scene.tree[head].dep == "dobj"}

    @cached_property
    def alone(self) -> set[int]:
        """Where one man or woman of no name is mentioned, whom no "they" means."""
        return {mention.start for scene, mention in self._mentioned if is_one(scene, mention)}

    @cached_property
    def naming_things(self) -> set[int]:
        """Where those are mentioned who only tell what a thing is: "police headquarters", "an army base"."""
        heads = ((m.start, scene.token_at(m.start, m.end), scene) for scene, m in self._mentioned)
        return {start for start, head, scene in heads if head is not None and names_a_thing(scene, head)}

    def speaker(self, phrase: str, *, before: int) -> Found | None:
        """Whom a source phrase such as "he" or "the group" means, looking back from `before`; a name means itself."""
        words = phrase.casefold().split()
        return self._find(words, before) if len(words) > 1 or phrase.casefold() in PRONOUNS else None

    def describer(self, found: Found) -> Found | None:
        """Whom "it" or "he" means in an act of speech: the body or person that the sentence before is about."""
        word = found.party.text.casefold()
        if word in _SPEAKING:
            return None
        if (spoke := self.persons.speaks_on(found.quote)) is not None:
            return spoke
        wanted = _BODIES if word in ("it", "they") else PEOPLE
        for scene, head in reversed(self.unnamed):
            if scene.sentence.end > found.quote.start:
                continue
            if found.quote.start - scene.sentence.end > BETWEEN:
                return None
            if scene.any_is([head], wanted) or (
                word in PERSONS and scene.tree[head].tag == "NN" and can_act(scene, head)
            ):
                return next((p for p in parties(scene, [head]) if not p.pronoun and p.kind != "object"), None)
        return None

    def owner(self, pronoun: Quote) -> Found | None:
        """Whom a possessive pronoun means."""
        return self._find(
            ({"its": "it", "their": "they", "his": "he", "her": "she"}.get(pronoun.exact.casefold(), "it"),),
            pronoun.start,
        )

    def party(self, found: Found, *, told: bool = False, but: frozenset[str] = frozenset()) -> Found | None:
        """Whom a pronoun or bare definite description in an argument position means.

        Of a deed that is `told`, nobody whose name alone the page gives is taken for the doer or sufferer. `but` holds
        the ids of those whom the pronoun's own clause names: "he accused Y" is not said of Y.
        """
        words = found.party.text.casefold().split()
        if (meant := rulers(self.named, found)) is not None and meant.party.id not in but:
            return meant
        if not words or (not found.pronoun and words[0] not in _POINTING):
            return None
        if (spoke := self.persons.speaks_on(found.quote)) is not None and spoke.party.id not in but:
            return spoke
        if told and len(words) == 1 and words[0] in PERSONS:
            return self.persons.last_known(words[0], found.quote.start, but)
        return self._find(words, found.quote.start, but, told=told)

    def done_to(self, found: Found, *, but: frozenset[str]) -> Found | None:
        """Whom "it" or "him" means, to which others, with the ids in `but`, do something."""
        word, before = found.party.text.casefold(), found.quote.start
        if word in PERSONS:
            return self.persons.last_known(word, before, but)
        beside = self._last(before, _BESIDE_IT, subject=False, reach=BESIDE, but=but) if word == "it" else None
        if beside is not None and beside.quote.start in self.suffering:
            return beside
        return self._find((word,), before, but, told=True)

    def asked(self, found: Found, *, but: frozenset[str]) -> Found | None:
        """Whom "it" or "they" means, of whom others, with the ids in `but`, want something."""
        return self._last(found.quote.start, (*_BESIDE_IT, "organisation"), subject=False, reach=ASKED, but=but)

    def _find(
        self, words: Sequence[str], before: int, but: frozenset[str] = frozenset(), *, told: bool = False
    ) -> Found | None:
        word = words[-1]
        if len(words) == 1 and word in PERSONS:
            return self.persons.last(word, before, but)
        several = word in ("they", "them", "their")
        if word in ("them", "their") and (
            meant := self._last(before, ("descriptor",), subject=False, reach=200, several=True)
        ):
            return meant
        if len(words) == 1:
            kinds = ("group", "force", "descriptor") if several else ("group", "force", "state", "organisation")
            meant = self._last(before, kinds, subject=True, reach=350, several=several, but=but)
            if told and meant is not None and meant.quote.start in self.passing:  # "X hit the port, Y said. They …"
                within = before - self.passing[meant.quote.start]
                doer = self._last(meant.quote.start, kinds, subject=True, reach=within, several=several, but=but)
                meant = doer if doer is not None and doer.quote.start >= self.passing[meant.quote.start] else meant
            meant = self._carried_on(word, meant, but, told=told)
            return self._last_source(before, meant) if word == "it" else meant
        same = self._same_noun(word, before, said=words[1:-1]) if len(words) <= 3 else None
        if same is not None:
            return same
        described = self.references.get(word, ())
        if (
            word in LANDS
            and len(words) == 2
            and (meant := land(self.named, words[0], before=before, but=but)) is not None
        ):
            return meant
        if "state" in described and len(countries_before(self.named, before)) > 1:
            return None
        if not described or len(words) > 3:
            return None
        meant = self._last(before, described, subject=False, reach=900, regular=word in _REGULAR)
        kept = len(words) < 3 or word not in _SPECIAL or meant is None or words[1] in meant.party.name.casefold()
        return meant if kept else None

    def _carried_on(self, word: str, meant: Found | None, but: frozenset[str], *, told: bool) -> Found | None:
        """ "It asks that Y be seen so. It rejects …": whom the sentence before already calls "it", and not Y."""
        if meant is None:
            return None
        at = meant.quote.start
        scene = next((s for s in self.scenes if s.sentence.start <= at < s.sentence.end), None)
        first = next(iter(main_subjects(scene)), None) if scene is not None else None
        if scene is None or first is None or scene.tree[first].text.casefold() != word or scene.tree[first].start > at:
            return meant
        return self._find((word,), scene.tree[first].start, but, told=told) or meant

    def _last_source(self, before: int, meant: Found | None) -> Found | None:
        """The named body that has just been given as a source, where no party was named after it."""
        since = meant.quote.end if meant is not None else 0
        if any(since < q.start and q.end <= before and before - q.end <= SPOKEN for q in self.nameless):
            return None
        sources = [q for q in self.spoken if q.end <= before and before - q.end <= 120 and has_name(q.exact)]
        if not sources or (meant is not None and meant.quote.end > sources[-1].start):
            return meant
        source = sources[-1]
        return Found(party=Party(name=unarticled(source.exact), text=source.exact), quote=source, kind="organisation")

    def speakers(self, *, before: int) -> Quote | None:
        """The several who were given as the source just before: "Police said … They put the toll at …"."""
        near = [q for q in self.several if q.end <= before and before - q.end <= SPOKEN]
        return near[-1] if near else None

    def source(self, *, before: int, person: bool = False) -> Quote | None:
        """The source of the attribution that stands last before a place, whoever it is; a `person`'s by name first."""
        earlier = [q for q in self.spoken if q.end <= before and before - q.end <= 700]
        earlier = [q for q in earlier if q.exact.split()[0].casefold() not in _OWN]  # "my visits"
        named = [q for q in earlier if person and is_called(q.exact)] or earlier
        return named[-1] if named else None

    def _same_noun(self, noun: str, before: int, *, said: Sequence[str]) -> Found | None:
        """The last party or source whose name ends in the noun and holds the other words ("the ministry")."""
        named = (q for q in reversed(self.spoken) if has_name(q.exact))
        spoken = next((q for q in named if is_of(q.exact, q.end, noun, before, said)), None)
        for mention, _, text in reversed(self.named):
            if spoken is not None and mention.start < spoken.start:
                break
            if mention.actor.kind != "descriptor" and is_of(mention.exact, mention.end, noun, before, said):
                return from_mention(text, mention)
        if spoken is None:
            return None
        return Found(party=Party(name=unarticled(spoken.exact), text=spoken.exact), quote=spoken, kind="organisation")

    def _last(
        self,
        before: int,
        kinds: Sequence[str],
        *,
        subject: bool,
        reach: int,
        several: bool = False,
        regular: bool = False,
        but: frozenset[str] = frozenset(),
    ) -> Found | None:
        for mention, acts, text in reversed(self.named):
            if mention.end > before or (subject and not acts) or (several and mention.start in self.alone):
                continue
            if before - mention.end > reach:
                return None
            if several and mention.start in self.naming_things:
                continue
            if regular and mention.actor.sector in _ARMED:
                continue
            if mention.actor.id in but:
                continue
            armed = mention.actor.kind == "descriptor" and mention.actor.sector in _ARMED
            if mention.actor.kind in kinds or (armed and "armed" in kinds):
                return from_mention(text, self._named_beside(mention, text, kinds) or mention)
        return None

    def _named_beside(self, mention: ActorMention, text: str, kinds: Sequence[str]) -> ActorMention | None:
        """ "Boko Haram fighters": the group whose name stands right before the word for its men."""
        if mention.actor.kind != "descriptor" or "group" not in kinds:
            return None
        beside = (m for m, _, _ in self.named if m.actor.kind == "group" and m.end == mention.start - 1)
        return next((m for m in beside if text[m.end : mention.start] == " "), None)


_REGULAR = frozenset({"army", "military", "navy"})
"""What no irregular force is called."""
_ARMED = frozenset({"UAF", "REB", "CRM", "PRM"})
"""Sectors of those who may be "the attackers"."""
_SPECIAL = frozenset({"ministry", "agency", "organisation", "organization", "department"})
"""Bodies of which a word before the noun tells which: "the health ministry" is no other one named before."""
_BODIES = ("@organisation", "@armed")
