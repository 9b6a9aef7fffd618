"""Where people met, as the sentences around say: "Kolo flew to Jos. She met …", "… met. During the talks in Jos"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.scene import Scene
from dateline.extract.seats import is_power
from dateline.extract.telling import Telling
from dateline.model import PlaceMention

RULE = "where those who met are told to be"
_APART = re.compile(
    r"\b(?:phone[ds]?|telephoned?|call(?:s|ed)?|video|virtual(?:ly)?|online|tele-?conference|remote(?:ly)?|spoke|speak|"
    r"letter|back-?channel|indirect)\b",
    re.IGNORECASE,
)
"""What is said between people who are not in one place."""
_COMING = re.compile(
    r"\b(?:arriv(?:e[ds]?|ing|al)\s+(?:in|at)|(?:is|are|was|were)\s+(?:currently\s+)?in|visit(?:s|ed|ing)?(?:\s+to)?|"
    r"(?:travel(?:s|l?ed|l?ing)?|flew|flown|fl(?:ies|ying)|came|went|going|return(?:s|ed|ing)?|trips?)\s+(?:back\s+)?to|"
    r"(?:summit|conference|forum|talks|meetings?|gather(?:ed|ing)?|session|negotiations)\s+in)\s+(?:the\s+)?"
    r"(?:[A-Z][\w’'-]*\s+|[a-z]+\s+(?:city|town|capital)(?:\s+of)?\s+){0,2}$"
)
"""How a place is told to which somebody comes, or where people are together."""
_ELSEWHERE = re.compile(
    r"\b(?:after|before|ahead\s+of|following|from|since|until|cancel\w*|postpone\w*|not|earlier|previous(?:ly)?|"
    r"last\s+\w+|will|would|plan\w*|next)\b",
    re.IGNORECASE,
)
"""What puts the coming at another time."""
_OF_IT = re.compile(
    r"\b(?:the|their|this|these)\s+(?:[a-z-]+\s+){0,2}(?:meeting|talks|summit|conference|session|negotiations|visit)\s+"
    r"(?:in|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_THERE = re.compile(r"\bthere\b(?!\s+(?:is|are|was|were|will|has|have|had|would|could|may|can)\b)")


def where_met(scenes: Sequence[Scene], scene: Scene, telling: Telling) -> tuple[PlaceMention, ...]:
    """The place of a meeting of which its own clause names none; nothing for what is said by telephone.

    It is told in its own sentence, in the next, or in one of the two before.
    """
    if telling.type != "CONSULT" or telling.places or telling.mode == "phone" or telling.title:
        return ()
    if _APART.search(telling.evidence.exact) is not None:
        return ()
    found = _come_to(scene) or _taken_up(scenes, scene)
    known = _names(scene, telling)
    for far in (-1, -2, 1):
        other = scenes[scene.number + far] if 0 <= scene.number + far < len(scenes) else None
        if found or other is None or other.kind == "title":
            continue
        led = far == -1 and _PRONOUN.match(telling.evidence.exact) is not None
        found = _come_to(other, None if led else known)
        found = found or (_told_there(other, telling) if far == -1 else ())
    return tuple(msgspec.structs.replace(p, rule=RULE) for p in found[:1])


_PRONOUN = re.compile(r"\W*(?:he|she|they)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w’'-]{3,}")


def _names(scene: Scene, telling: Telling) -> frozenset[str]:
    """Words of the names of those who met: of their own, and of people named beside their offices."""
    spans = [(p.start, p.end) for p in scene.places]
    spans += [(a.start, a.end) for a in scene.actors if a.actor.kind != "person"]
    begin, end = scene.sentence.start, scene.sentence.end
    inside = [m for m in _NAME.finditer(scene.text, begin, end) if m.start() > begin]
    beside = {m[0] for m in inside if not any(s <= m.start() < e for s, e in spans)}
    parties = [a.party.name for a in (*telling.actors, *telling.recipients) if a.kind != "state"]
    return frozenset(beside | {n.split()[-1] for n in parties if n[:1].isupper()})


NEAR = 80
"""Code points before the words of coming within which whoever comes must be named."""


def _come_to(scene: Scene, known: frozenset[str] | None = None) -> tuple[PlaceMention, ...]:
    """The last place to which, in this sentence, somebody has come, who is of those known where it is not the first."""
    begin = scene.sentence.start
    for place in reversed(scene.places):
        coming = _COMING.search(scene.text, begin, place.start)
        if coming is not None and not is_power(scene, place) and _is_of(scene, coming.start(), known):
            return (place,)
    bare = _TO_THE_TOWN.search(scene.text, begin, scene.sentence.end) if known is None else None
    towns = [p for p in scene.places if bare is not None and p.end <= bare.start() and p.place.precision == "town"]
    return tuple(towns) if len({p.place.name for p in towns}) == 1 else ()


_TO_THE_TOWN = re.compile(r"\bvisit(?:ed|ing|s)?\s+(?:to\s+)?the\s+(?:city|town|capital)\b")


def _is_of(scene: Scene, coming: int, known: frozenset[str] | None) -> bool:
    """Whether one of those known comes, and at no other time than they met."""
    begin = scene.sentence.start
    clause = max(begin, *(scene.text.rfind(mark, begin, coming) + 1 for mark in ",;:"))
    if _ELSEWHERE.search(scene.text, clause, coming) is not None:
        return False
    before = scene.text[max(begin, coming - NEAR) : coming]
    return known is None or any(name in before for name in known)


def _taken_up(scenes: Sequence[Scene], scene: Scene) -> tuple[PlaceMention, ...]:
    """ "During the talks in Jos": where the next sentence says that it was."""
    after = [s for s in scenes[scene.number + 1 : scene.number + 2] if s.sentence.block == scene.sentence.block]
    return tuple(p for s in after for p in s.places if _OF_IT.search(s.text, s.sentence.start, p.start))


def _told_there(before: Scene, telling: Telling) -> tuple[PlaceMention, ...]:
    """ "He met there with Kolo": the one place that the sentence before names."""
    if _THERE.search(telling.evidence.exact) is None:
        return ()
    places = [p for p in before.places if not is_power(before, p)]
    return tuple(places) if len({p.place.name for p in places}) == 1 else ()
