"""Whom "he" or "she" means: the last fitting person named before it in the article, or the one who spoke last."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from dateline.extract.called import Called, called
from dateline.extract.mentioned import is_behind_another
from dateline.extract.parties import Found, from_mention
from dateline.extract.scene import Scene
from dateline.extract.source_names import has_name, is_body, is_institution, unarticled
from dateline.extract.speaking_on import spoke_last
from dateline.model import ActorMention, AttributionMention, Party, Quote

PERSONS = frozenset({"he", "she", "him", "her", "his"})
_OTHER_SEX = {"he": "woman", "him": "woman", "his": "woman", "she": "man", "her": "man"}
"""By pronoun, those whom it cannot mean."""
REACH = 700
"""Code points within which a known person or a source is taken up."""
CALLED = 350
"""Code points within which "he" takes up a person whose name no table knows."""
BESIDE = 60
"""Code points after the person whom a clause is about within which another is only named beside them."""
_OWNED = re.compile(r"['’]s\s+[a-z]")
"""A person's thing as a source ("Kamal's post"): the person is meant."""


class Persons:
    """The persons of an article in text order, looked for when one is first asked about."""

    def __init__(
        self,
        scenes: Sequence[Scene],
        named: Sequence[tuple[ActorMention, bool, str]],
        attributions: Sequence[AttributionMention],
        *,
        references: Mapping[str, tuple[str, ...]],
        given: Mapping[str, str],
    ) -> None:
        self.scenes = scenes
        self.named = named
        self.attributions = attributions
        self.sources = [a.source for a in attributions if a.source is not None and len(a.source.exact.split()) > 1]
        self.references = references
        self.given = given

    @cached_property
    def called(self) -> list[Called]:
        """Those called by a name that no table knows."""
        return [one for scene in self.scenes for one in called(scene)]

    @cached_property
    def speaking(self) -> frozenset[int]:
        """Where those stand whose words are told."""
        return frozenset(a.source.start for a in self.attributions if a.source is not None)

    @cached_property
    def behind(self) -> set[int]:
        """Where those are mentioned of whom only another man or woman is told: "one of the aides of Kolo was shot"."""
        everyone = ((scene, mention) for scene in self.scenes for mention in scene.actors)
        return {mention.start for scene, mention in everyone if is_behind_another(scene, mention)}

    def speaks_on(self, pronoun: Quote) -> Found | None:
        """The person who spoke last, where the pronoun is "he" or "she" of whom more words are told."""
        other = _OTHER_SEX.get(pronoun.exact.casefold())
        if other is None or pronoun.start not in self.speaking:
            return None
        found = spoke_last(self.scenes, self.attributions, self.called, pronoun.start, is_office=self._is_office)
        return None if found is None or self._is_of_sex(found.party.name, other) else found

    def last(self, word: str, before: int, but: frozenset[str]) -> Found | None:
        """The last person named, in the table, as a source with a name, or by a name that no table knows.

        No one counts whose given name is one of the sex that the pronoun `word` does not mean, or whose id is in `but`.
        """
        meant = self.last_known(word, before, but)
        near = [c for c in self.called if c.quote.end <= before and before - c.quote.end <= CALLED]
        near = [c for c in near if not self._is_of_sex(c.quote.exact, _OTHER_SEX.get(word))]
        about = next((c for c in reversed(near) if c.subject), None)
        if about is not None and meant is not None and self._is_beside(meant, about.quote):
            return _by_name(about.quote)
        if not near or (meant is not None and meant.quote.end > near[-1].quote.start):
            return meant
        last = about or near[-1]
        far = meant is None or near[-1].quote.start - meant.quote.end > CALLED
        if not (last.subject or far) or (meant is not None and meant.quote.end > last.quote.start):
            return meant
        return _by_name(last.quote)

    def _is_beside(self, meant: Found, about: Quote) -> bool:
        """ "Ann Lee spoke of Y": whether the one is only named beside the other, whom the clause is about."""
        acts = any(acts and mention.start == meant.quote.start for mention, acts, _ in self.named)
        return not acts and 0 < meant.quote.start - about.end < BESIDE

    def last_known(self, word: str, before: int, but: frozenset[str]) -> Found | None:
        """The last person named that is in the table or a source with a name."""
        other = _OTHER_SEX.get(word)
        known = self._in_table(before, other, but, subject=False)
        acting = self._in_table(before, other, but, subject=True)
        if known is not None and acting is not None and known.quote.start - acting.quote.end < BESIDE:
            known = acting  # "X criticised Y. He …"
        near = [q for q in self.sources if q.end <= before and before - q.end <= REACH]
        near = [q for q in near if not self._is_of_sex(q.exact, other)]
        near = [q for q in near if not self._is_known_body(q)]
        sources = [q for q in near if self._is_office(q.exact) or (has_name(q.exact) and not is_body(q.exact))]
        if not sources or (known is not None and known.quote.start >= sources[-1].start):
            return known
        source = sources[-1]
        name = unarticled(_OWNED.split(" ".join(source.exact.split()))[0])
        return Found(party=Party(name=name, text=source.exact), quote=source, kind="person")

    def _in_table(self, before: int, other: str | None, but: frozenset[str], *, subject: bool) -> Found | None:
        for mention, acts, text in reversed(self.named):
            if mention.end > before or mention.actor.kind != "person" or (subject and not acts):
                continue
            if before - mention.end > REACH:
                return None
            if self._is_of_sex(mention.actor.name, other) or mention.actor.id in but or mention.start in self.behind:
                continue
            return from_mention(text, mention)
        return None

    def _is_of_sex(self, name: str, sex: str | None) -> bool:
        """Whether the first word of the name, or its title, is one of that sex."""
        return sex is not None and any(self.given.get(w.casefold().strip(".")) == sex for w in name.split()[:2])

    def _is_known_body(self, source: Quote) -> bool:
        """Whether the table knows the source, or the last words of it, as what is no person."""
        last = [m for m, _, _ in self.named if source.start <= m.start and m.end == source.end]
        return any(m.actor.kind not in ("person", "descriptor") for m in last) or is_institution(source.exact)

    def _is_office(self, exact: str) -> bool:
        """ "A spokesman for the task force": a person in an office, though not by name."""
        return any("person" in self.references.get(word, ()) for word in exact.casefold().split()[:3])


def _by_name(name: Quote) -> Found:
    return Found(party=Party(name=name.exact, text=name.exact), quote=name, kind="person")
