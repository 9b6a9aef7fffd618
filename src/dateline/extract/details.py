"""Day and place of a happening that a later sentence gives: "The trucks were stopped at Zalingei on Friday"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from dateline.extract.agreement import SHORT_DAYS, span_days
from dateline.extract.scene import Scene
from dateline.extract.stretches import is_open
from dateline.extract.telling import Telling
from dateline.model import PlaceMention, TimeMention
from dateline.model.record import Record

REACH = 3
"""Sentences after a happening within which its day may be given."""
_OPENING = re.compile(
    r"\W*(?:(?:(?:nobody|no\s+one|none)\s+was\s+(?:hurt|injured|killed|harmed)\s+in\s+)?(?:the|both|all|its|their|these|those|this)"
    r"|(?:[\w-]+\s+of\s+the))\s+(?P<words>(?:[\w-]+\s+){1,4})"
    r"|\W*(?P<they>they|he|she|it)\s+(?:was|were|had\s+been)\s+(?!not\b)\w+(?:ed|en|ght|un|wn|ld|pt|id|it)\b",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:said|says|told|added|announced|reported|according|stated|confirmed|claimed|warned|denied)\b"
)
_AHEAD = re.compile(r"\b(?:will|would|are\s+to|is\s+to|due\s+to|plan(?:s|ned)?\s+to|until)\b")
_LATER = re.compile(
    r"\b(?:(?:was|were|been)\s+(?:later\s+|then\s+)?(?:(?:brought|flown|moved|rushed|sent|taken|transferred|transported)\b"
    r"[^.;:]{0,30}?\s(?:to|into)|(?:buried|charged|discharged|executed|freed|hanged|identified|laid|released|sentenced"
    r"|treated|tried))\b)",
    re.IGNORECASE,
)
"""What became of those whom it befell, some other day and elsewhere: "He was moved to a prison in Jos on Monday"."""
_AFTER = re.compile(r"\b(?:came|come|comes|coming)\s+(?:[\w-]+\s+){0,4}?(?:after|as|in)\b", re.IGNORECASE)
"""What leads to another happening: "The strikes came after a bombing in Jos"."""
_FINE = frozenset({"town", "site", "area", "position"})
_BARE = frozenset(
    {
        "and",
        "are",
        "been",
        "from",
        "had",
        "has",
        "have",
        "for",
        "into",
        "not",
        "that",
        "the",
        "two",
        "three",
        "was",
        "were",
    }
    | {
        "who",
        "with",
        "first",
        "other",
        "others",
        "group",
        "area",
        "people",
        "town",
        "village",
        "city",
        "country",
        "army",
    }
    | {
        "government",
        "police",
        "military",
        "statement",
        "report",
        "ministry",
        "president",
        "minister",
        "state",
        "united",
    }
)
"""Words too common to say that a sentence takes up what was told."""


class Detail(Record, frozen=True, kw_only=True):
    """What a sentence that opens with something known says of when and where."""

    sentence: int
    words: frozenset[str]
    day: TimeMention | None
    places: tuple[PlaceMention, ...]
    block: int | None = None
    """The paragraph within which alone "Friday's attack" is that which was told."""


def details(scenes: Sequence[Scene], classes: Mapping[str, frozenset[str]]) -> list[Detail]:
    """The sentences of the story that open with a definite noun and name one day, or a town, before anybody speaks."""
    found: list[Detail] = []
    for scene in scenes:
        begin, end = scene.sentence.start, scene.sentence.end
        found += _called_by_day(scene, classes)
        opening = _OPENING.match(scene.text, begin, end) if scene.kind == "paragraph" else None
        if opening is None:
            continue
        said = _SAYING.search(scene.text, begin, end)
        last = said.start() if said is not None else end
        if _AHEAD.search(scene.text, begin, last) or (opening["they"] and _LATER.search(scene.text, begin, last)):
            continue
        after = _AFTER.search(scene.text, begin, last)
        last = after.start() if after is not None else last
        days = [t for t in scene.times if t.start < last and t.period is not None and not is_open(scene, t)]
        short = [t for t in days if t.period is not None and span_days(t.period) <= SHORT_DAYS]
        one = short[0] if len(days) == len(short) and len({t.period for t in short}) == 1 else None
        towns = tuple(p for p in scene.places if p.start < last and p.place.precision in _FINE and "site" not in p.rule)
        if one is not None or towns:
            words = _kinds({w.casefold() for w in (opening["words"] or "").split()}, classes)
            words |= {"@they"} if opening["they"] else set()
            found.append(Detail(sentence=scene.number, words=words, day=one, places=towns))
    return found


_OWNED = re.compile(r"['’]s\s+(?P<words>(?:[\w-]+\s+){0,2}[\w-]+)")
_MADE = re.compile(
    r"\b(?:made|gave|issued|posted)\s+(?:the|his|her|their|its|these|this)\s+(?P<words>(?:[\w-]+\s+)?"
    r"(?:comments?|remarks?|statement|announcement|appeal|call|warning|threat|accusations?|allegations?|pledge|vow))\b"
)


def _called_by_day(scene: Scene, classes: Mapping[str, frozenset[str]]) -> list[Detail]:
    """ "Thursday's resolution was the second", "made the comments on Sunday": what was told, with its day."""
    found: list[Detail] = []
    days = [t for t in scene.times if t.period is not None and t.period.start == t.period.end and not is_open(scene, t)]
    made = _MADE.search(scene.text, scene.sentence.start, scene.sentence.end)
    for day in days:
        owned = _OWNED.match(scene.text, day.end, scene.sentence.end)
        after = made is not None and 0 < day.start - made.end() <= BEHIND
        named = owned if owned is not None else (made if after else None)
        if named is not None and scene.kind == "paragraph":
            words = _kinds({w.casefold() for w in named["words"].split()}, classes)
            words |= {SAID} if owned is None else set()
            found.append(Detail(sentence=scene.number, words=words, day=day, places=(), block=scene.sentence.block))
    return found


BEHIND = 40
"""Code points behind "made the comments" within which their day stands."""


SAID = "@said"
"""What stands for words spoken, whichever they were."""


def day_called(first: Telling, listed: Sequence[Detail]) -> tuple[TimeMention, ...]:
    """The day by which a sentence soon after calls the words that somebody spoke, or what they made."""
    own = {w.casefold() for w in re.findall(r"\w+", first.evidence.exact)} - _BARE | {SAID}
    near = (d for d in listed if 0 < d.sentence - first.sentence <= NEXT and d.day is not None and not d.places)
    return tuple(d.day for d in near if d.day is not None and d.words & own)[:1]


NEXT = 1
"""Sentences after an act of speech within which its day may be given."""
_PEOPLE = {"men": "man", "women": "woman", "children": "child", "policemen": "policeman", "victims": "victim"}


def _kinds(words: set[str], classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The words, each of a class by its class: who did it, what was done, to people."""
    found: set[str] = set()
    for word in words:
        one = _PEOPLE.get(word) or word.removesuffix("s")
        if one in classes["doers"]:
            found.add("@doers")
        elif word in classes["deeds"] or one in classes["deeds"]:
            found.add("@deeds")
        elif one in classes["people"] or one == "victim":
            found |= {"@people", word}
        elif word not in _BARE and len(word) > 2:
            found.add(word)
    return frozenset(found)


def detailed(
    first: Telling, others: Sequence[Telling], listed: Sequence[Detail], *, dated: bool, placed: bool
) -> Telling:
    """The telling with the day, or the town, of the first sentence soon after it that takes up its parties."""
    own = {w.casefold() for w in re.findall(r"\w+", first.evidence.exact)} - _BARE
    own |= {"@deeds"} if first.type == "ASSAULT" else set()
    if any(r.kind == "descriptor" for r in first.recipients) or first.tolls:
        own.add("@people")
    if any(a.kind == "descriptor" or a.party.sector in _ARMED for a in first.actors):
        own.add("@doers")
    for detail in listed:
        near = detail.sentence - first.sentence
        known = detail.words & own or ("@they" in detail.words and (near == 1 or _is_last(first, others, detail)))
        if not 0 < near <= REACH or not known or detail.block not in (None, first.block):
            continue
        if any(t.sentence == detail.sentence and t.type == first.type and t.asserted for t in others):
            return first
        day = detail.day
        if not dated and day is not None:
            first = msgspec.structs.replace(first, times=(msgspec.structs.replace(day, basis=BASIS),))
            dated = True
        if not placed and detail.places:
            kept = tuple(msgspec.structs.replace(p, rule=BASIS) for p in detail.places)
            first = msgspec.structs.replace(first, places=(*kept, *first.places))
            placed = True
    return first


def _is_last(first: Telling, others: Sequence[Telling], detail: Detail) -> bool:
    """Whether no other happening of its kind is told between the two."""
    return not any(first.sentence < t.sentence < detail.sentence and t.type == first.type for t in others)


_ARMED = frozenset({"UAF", "REB", "CRM", "PRM", "MIL", "COP"})
BASIS = "told in the same passage"
