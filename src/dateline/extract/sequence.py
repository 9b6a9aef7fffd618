"""What a sentence tells of another time than the rest of it: "… two days after a raid in which 21 died"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.extract.telling import Gap
from dateline.extract.timing import Timing, is_rough, moved
from dateline.extract.tolls import Toll
from dateline.model import TimeMention, quote
from dateline.model.record import Record


class Aside(Record, frozen=True, kw_only=True):
    """A stretch of a sentence that is of an earlier or later happening."""

    start: int
    end: int
    after: bool | None
    """Whether the rest of the sentence came after it; None where the words do not say."""


_LENGTH = re.compile(
    r"\b(?:hours|days?|nights?|weeks?|fortnight|months?|years?)(?:\s+to\s+the\s+(?:day|hour))?"
    r"\s+(?P<order>after|before)\s+(?=[\w“\"‘'])",
    re.IGNORECASE,
)
_OPENING = 12
"""Characters before a length of time with which it may still open the sentence ("Just two …")."""
_RELATIVE = re.compile(r",\s+(?!(?:in|at|of|by|from)?\s*(?:which|whom|who|where|when|whose)\b)")
_SUCCEED = {"follow": True, "precede": False}
_COME = frozenset({"come", "happen", "occur"})
DEATH = "assault.die"
_RESULTS = frozenset({DEATH, "assault.injure", "assault.kill"})
"""Frames of what may end a happening days later: who "died two days after the attack" died of it."""


def asides(scene: Scene, found: Sequence[Predicate], counted: Sequence[Toll]) -> tuple[Aside, ...]:
    """The stretches of the sentence that are of another happening than the rest, where both sides tell of one."""
    stretches = [*_by_length(scene), *_by_verb(scene, found), *_by_day(scene, found), *_by_charge(scene, found)]
    return tuple(a for a in stretches if _is_told_beside(scene, a, found, counted))


def _is_told_beside(scene: Scene, aside: Aside, found: Sequence[Predicate], counted: Sequence[Toll]) -> bool:
    """Whether what stands outside the stretch tells of a happening, and not of what the one inside led to."""
    frames = {p.index: p.frame for p in found}
    outside = [p.frame for p in found if not aside.start <= scene.tree[p.index].start < aside.end]
    if any(f.id == DEATH for f in outside):
        return any(f.id not in _RESULTS and not f.weak for f in outside)
    others = [t for t in counted if t.governor not in frames and not aside.start <= t.quote.start < aside.end]
    return bool(others) or any(not f.weak for f in outside)


def _by_length(scene: Scene) -> list[Aside]:
    """ "a week after …": to the end of the sentence, or where it opens the sentence to the end of its clause."""
    found: list[Aside] = []
    begin, end = scene.sentence.start, scene.sentence.end
    for match in _LENGTH.finditer(scene.text, begin, end):
        stop = end
        words = scene.text[begin : match.start()].rsplit("- ", 1)[-1]
        if len(words) <= _OPENING:
            comma = _RELATIVE.search(scene.text, match.end(), end)
            stop = comma.start() if comma is not None else end
        found.append(Aside(start=match.start("order"), end=stop, after=match["order"].casefold() == "after"))
    return found


_LATER = re.compile(
    r"(?:[;,–—]|[;,–—]?\s\b(?:and|but|while))\s+(?:then\s+)?"
    r"(?P<when>(?:on\s+)?the\s+(?:next|following|previous)\s+(?:day|night|morning|evening|afternoon|week|month)\b"
    r"|(?:a|one|two|three|four|five|six|\d+|several|some)\s+(?:days?|weeks?|months?)\s+(?:later|earlier|before)\b)",
    re.IGNORECASE,
)


def _by_day(scene: Scene, found: Sequence[Predicate]) -> list[Aside]:
    """ "…; the next day a drone killed a rescuer": a clause of another day, with a deed of its own."""
    match = _LATER.search(scene.text, scene.sentence.start, scene.sentence.end)
    if match is None:
        return []
    start, end = match.start("when"), scene.sentence.end
    inside = [p for p in found if start <= scene.tree[p.index].start < end]
    deeds = [p for p in inside if p.verbal and p.frame.id != DEATH and not p.frame.weak]
    return [Aside(start=start, end=end, after=None)] if deeds else []


_YEAR = re.compile(r"(?:19|20)\d\d")
_HELD = frozenset({"arrest", "convict"})
_WEEK = 7


def _by_charge(scene: Scene, found: Sequence[Predicate]) -> list[Aside]:
    """ "sentenced three men for an attack on a mall in 2015": the year is that of what they are tried for."""
    tree = scene.tree
    kept: list[Aside] = []
    for predicate in found:
        if not predicate.verbal or predicate.frame.mode not in _HELD:
            continue
        index = predicate.index
        for why in tree.kids(index, "prep"):
            if tree[why].lemma not in ("for", "of", "over") or why < index:
                continue
            start, end = tree.range_of(tree.subtree(why))
            long = bool(tree.kids(why, "pcomp"))  # "convicted of killing a guard in January"
            inside = [t for t in scene.times if start < t.start < end]
            if any(_YEAR.search(scene.text, t.start, t.end) or (long and _is_month(t)) for t in inside):
                kept.append(Aside(start=start, end=end, after=True))
    return kept


def _is_month(time: TimeMention) -> bool:
    return time.period is not None and (time.period.end - time.period.start).days > _WEEK


def _by_verb(scene: Scene, found: Sequence[Predicate]) -> list[Aside]:
    """ "the shooting followed a bombing", "the raid came after two men were shot"."""
    tree = scene.tree
    happenings = {p.index for p in found if not p.verbal}
    kept: list[Aside] = []
    for verb, token in enumerate(tree.tokens):
        if token.pos != "VERB" or (token.lemma not in _SUCCEED and token.lemma not in _COME):
            continue
        if not any(s in happenings or tree[s].lemma in _TAKEN_UP for s in tree.kids(verb, "nsubj")):
            continue
        if token.lemma in _SUCCEED:
            below = [(c, _SUCCEED[token.lemma]) for c in tree.kids(verb, "dobj")]
        else:
            below = [(c, tree[c].lemma == "after") for c in tree.kids(verb, "prep") if tree[c].lemma in _ORDERS]
            below += [
                (c, tree[m].lemma == "after")
                for c in tree.kids(verb, "advcl")
                for m in tree.kids(c, "mark")
                if tree[m].lemma in _ORDERS
            ]
        for child, after in below:
            start, _ = tree.range_of(tree.subtree(child))
            kept.append(Aside(start=start, end=scene.sentence.end, after=after))
    return kept


_ORDERS = frozenset({"after", "before"})
_TAKEN_UP = frozenset({"it", "this", "that"})


def aside_at(stretches: Sequence[Aside], position: int) -> Aside | None:
    """The stretch that holds the position."""
    return next((a for a in stretches if a.start <= position < a.end), None)


_DAYS = re.compile(r"P(\d+)([DW])$")


def timed(scene: Scene, position: int, when: Timing, stretches: Sequence[Aside]) -> Timing:
    """The times of a trigger without those of the other side; a stretch with no day of its own is so many days off."""
    if not stretches:
        return when
    own = aside_at(stretches, position)
    kept = tuple(t for t in when.own if t.rule == MOVED or aside_at(stretches, t.start) is own)
    if own is None:
        return msgspec.structs.replace(when, own=tuple(t for t in kept if t.rule != MOVED))
    if not kept and (day := _off(scene, own, stretches)) is not None:
        kept = (day,)
    return msgspec.structs.replace(when, own=kept)


MOVED = "so many days from a named day"


def gap(scene: Scene, aside: Aside | None) -> Gap | None:
    """By how many days the stretch lies before or after the rest of the sentence; None where the words do not say."""
    found = _length(scene, aside) if aside is not None and aside.after is not None else None
    if aside is None or found is None:
        return None
    words, days = found
    return Gap(days=-days if aside.after else days, words=quote(scene.text, words.start, words.end))


def _length(scene: Scene, aside: Aside) -> tuple[TimeMention, int] | None:
    """The length of time right before the stretch, and how many days it is; None where it is rough or none stands."""
    lengths = (t for t in scene.times if t.type == "DURATION" and t.end <= aside.start)
    length = next((t for t in lengths if scene.text[t.end : aside.start].strip() in ("", "to the day")), None)
    match = _DAYS.match(length.value) if length is not None else None
    if length is None or match is None or is_rough(scene.text, length):
        return None
    return length, int(match[1]) * (7 if match[2] == "W" else 1)


def _off(scene: Scene, aside: Aside, stretches: Sequence[Aside]) -> TimeMention | None:
    """The day of the rest of the sentence, moved by the length of time before the stretch."""
    found = _length(scene, aside)
    days = [
        t for t in scene.times
        if t.period is not None and t.period.start == t.period.end and not t.since
        and aside_at(stretches, t.start) is None
    ]  # fmt: skip
    if found is None or not days:
        return None
    return moved(days[0], found[0], found[1], back=bool(aside.after), text=scene.text)
