"""Two who are meant by one word: "the combined force", "both diplomats", "the two countries"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.extract.parties import Found, from_mention, parties
from dateline.extract.scene import Scene
from dateline.model import ActorMention

NEAR = 700
"""Code points back within which the two must have been named."""
_JOINT = re.compile(r"(?:\b[Tt]he |[A-Z][\w.]*[ -])(?:combined|joint) (?:forces?|campaign)$")
_BOTH = re.compile(r"(?P<which>both|each|the two|the) (?P<who>[a-z]+)$", re.IGNORECASE)
_WHICH = re.compile(r"(?:both|the two|the) $", re.IGNORECASE)
_LENGTH = 8
"""Code points of "the two " before a word."""
_BESIDE = re.compile(r",? and (?:the )?|[-–]", re.IGNORECASE)
_FIGHTING = re.compile(r"\s+(?:\w+\s+)?(?:forces?|(?:air)?strikes?|campaign|attacks|operations?)\b", re.IGNORECASE)
"""What follows two states that fight on one side: "US and Israeli strikes"."""
_STATES = frozenset({"countries", "nations", "states", "governments", "capitals"})
_SIDES = frozenset({"side", "sides", "parties", "belligerents", "foes", "rivals"})
_WARRING = ("state", "group", "force")
_NO_SIDE = ("object", "person", "outlet", "organisation")
_PERSONS = frozenset({"leaders", "presidents", "ministers", "diplomats", "men"})


def both(party: Found, scenes: Sequence[Scene]) -> tuple[Found, ...]:
    """The two who are meant, as the page named them last; nobody where it named no two beside one another."""
    text, before = party.party.text, party.quote.start
    if scenes and (which := _WHICH.search(scenes[0].text, max(0, before - _LENGTH), before)):
        text = f"{which[0]}{text}"
    words = _BOTH.match(text)
    if _JOINT.search(text):
        found = _joined(scenes)
    elif words is not None and words["who"].casefold() in _SIDES:
        if two := next(_subjects(scenes, before), ()):
            return two
        found = next(_pairs(scenes, before, reach=NEAR, kinds=_WARRING), ())
    elif words is None or words["which"].casefold() in ("the", "each"):
        return ()
    elif words["who"].casefold() in _STATES:
        found = next(_pairs(scenes, before, reach=NEAR), ())
    elif words["who"].casefold() in _PERSONS:
        found = _persons(scenes, before)
    else:
        return ()
    return tuple(from_mention(scenes[0].text, m) for m in found)


def _before(scenes: Sequence[Scene], before: int, reach: int) -> Iterator[ActorMention]:
    """The mentions of parties that end before a place, nearest first."""
    for scene in reversed(scenes):
        if scene.sentence.start < before and scene.sentence.end > before - reach:
            yield from (m for m in reversed(scene.actors) if before - reach < m.end <= before)


def _subjects(scenes: Sequence[Scene], before: int) -> Iterator[tuple[Found, ...]]:
    """Two who did something together, the nearest first: "the army and the Blue Guard exchanged prisoners"."""
    for scene in reversed(scenes):
        if not before - NEAR < scene.sentence.start < before:
            continue
        for head in reversed(range(len(scene.tree))):
            if scene.tree[head].dep != "nsubj" or scene.tree[head].end > before or scene.actor_at(head) is None:
                continue
            found = parties(scene, scene.tree.conjuncts(head))
            kinds = [f.kind for f in found]  # "the Blue Guard", of which no table knows, is called as a person is
            if len(found) == 2 and kinds[0] not in _NO_SIDE and kinds[1] not in ("object", "outlet"):
                yield found


def _pairs(
    scenes: Sequence[Scene], before: int, *, reach: int, kinds: Sequence[str] = ("state",)
) -> Iterator[tuple[ActorMention, ...]]:
    """Two of the kinds that stand in one breath, the nearest first: "the US and Israel", "US-Israeli"."""
    last: ActorMention | None = None
    for mention in _before(scenes, before, reach):
        alike = last is not None and {mention.actor.kind, last.actor.kind} <= set(kinds) and mention.actor != last.actor
        if alike and last is not None and _BESIDE.fullmatch(scenes[0].text, mention.end, last.start):
            yield mention, last
        last = mention


def _joined(scenes: Sequence[Scene]) -> tuple[ActorMention, ...]:
    """The two states whose forces or strikes the page names in one breath, else those so named more than once.

    More often, at that, than any other two.
    """
    end = scenes[-1].sentence.end
    every = list(_pairs(scenes, end, reach=end))
    fighting = [pair for pair in every if _FIGHTING.match(scenes[0].text, pair[1].end)]
    for pairs, least in ((fighting, 1), (every, 2)):
        often = Counter(frozenset(m.actor.name for m in pair) for pair in pairs).most_common(2)
        if often and often[0][1] >= least and (len(often) == 1 or often[0][1] > often[1][1]):
            return next(pair for pair in reversed(pairs) if {m.actor.name for m in pair} == often[0][0])
    return ()


def _persons(scenes: Sequence[Scene], before: int) -> tuple[ActorMention, ...]:
    """The last two persons, where no third is near; an office right before a name is that person's."""
    people = [m for m in _before(scenes, before, NEAR) if m.actor.kind == "person"]
    starts = {m.start for m in people}
    named = {m.actor.name: m for m in people if not starts & {m.end + 1, m.end + 2}}
    return tuple(reversed(named.values())) if len(named) == 2 else ()
