"""Times that open or span a stretch: "since the start of the war on 28 February", "between 3 pm on 8 May and 9 May"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.scene import Scene
from dateline.model import Period, TimeMention

_CLOCK = r"(?:at\s+)?\d{1,2}(?:[:.]\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?(?:\s+[A-Z]{2,4})?"
_JOINED = re.compile(rf"(?:,?\s+{_CLOCK})?,?\s+and\s+(?:{_CLOCK}\s+)?(?:on\s+)?")
"""What stands between two days that are told as one stretch."""
MOST_DAYS = 2
"""Days that a sentence may name and still hand one on: one that compares more is of none of them."""
_BETWEEN = re.compile(r"\bbetween\b[^,;]{0,40}$", re.IGNORECASE)


_BOUND = re.compile(
    r"\b(?:before|until|till|prior\s+to|ahead\s+of|no\s+later\s+than|as\s+of"
    r"|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th)\s+time)\s+$",
    re.IGNORECASE,
)


def is_bound(text: str, time: TimeMention) -> bool:
    """ "prior to 18 July", "until Monday": the day only bounds it; "before dawn on Monday" names its day.

    As "for the third time this year" only says among which others it counts.
    """
    return "T" not in time.value and _BOUND.search(text, max(0, time.start - 16), time.start) is not None


_DEADLINE = re.compile(r"\bby\s+(?:(?:the\s+)?end\s+of\s+)?$", re.IGNORECASE)


def is_deadline(text: str, time: TimeMention) -> bool:
    """ "threatened to strike unless they are paid by Friday": the day by which something is to be, and not of words."""
    return is_day(time) and _DEADLINE.search(text, max(0, time.start - 16), time.start) is not None


_CITED = re.compile(r"\([A-Z“‘\"'][^()]{12,160},\s+$")


def is_citation(text: str, time: TimeMention) -> bool:
    """ "(This is the way out of the siege, 9 February)": the day on which what is cited was printed."""
    return (
        text[time.end : time.end + 1] == ")" and _CITED.search(text, max(0, time.start - 170), time.start) is not None
    )


def is_open(scene: Scene, time: TimeMention) -> bool:
    """Whether the time only opens or bounds a stretch."""
    token = scene.token_at(time.start, time.end)
    bound = is_bound(scene.text, time) or _NOWADAYS.match(scene.text, time.start) is not None
    return time.since or bound or (token is not None and (since_noun(scene, token) or _is_since(scene, token)))


def _is_since(scene: Scene, token: int) -> bool:
    """ "four had been killed since the clashes erupted on Friday": the day of what opens the stretch."""
    tree = scene.tree
    verb = next((i for i in tree.ancestors(token) if tree[i].pos in ("VERB", "AUX")), None)
    return verb is not None and any(tree[m].lemma == "since" for m in tree.kids(verb, "mark"))


def is_vague(time: TimeMention) -> bool:
    """ "recent days", "the next few weeks": a stretch of which no end is named."""
    return time.period is not None and (time.value.endswith("_REF") or time.value.startswith(("PX", "PTX")))


_NOWADAYS = re.compile(r"today\s+(?:is|are|has|have|remains?|faces?)\b", re.IGNORECASE)
"""How a stretch without an end begins: "Norland today is a poor country"."""


def is_day(time: TimeMention) -> bool:
    """Whether it is one day, and opens no stretch."""
    return time.period is not None and time.period.start == time.period.end and not time.since


def is_plain_day(scene: Scene, time: TimeMention) -> bool:
    """Whether it is one day, and not the end of a stretch, nor that of something "previously" done."""
    if time.period is None or time.period.start != time.period.end or is_open(scene, time):
        return False
    return not is_of_nothing_new(scene, time)


def is_of_nothing_new(scene: Scene, time: TimeMention) -> bool:
    """ "Rebels previously struck on 3 May", "did not begin on 3 May": a day before those told, or of nothing."""
    before = _PREVIOUSLY.search(scene.text, scene.sentence.start, time.start) is not None
    return before or _is_denied(scene, time)


def _is_denied(scene: Scene, time: TimeMention) -> bool:
    """ "It did not begin yesterday": the day of nothing."""
    tree, token = scene.tree, scene.token_at(time.start, time.end)
    above = tuple(tree.ancestors(token)) if token is not None else ()
    verb = next((i for i in above if tree[i].pos in ("VERB", "AUX")), None)
    return verb is not None and tree[verb].lemma in _COMING and bool(tree.kids(verb, "neg"))


_COMING = frozenset({"begin", "start", "happen", "occur"})
_PREVIOUSLY = re.compile(r"\bpreviously\b", re.IGNORECASE)


def since_noun(scene: Scene, token: int) -> bool:
    """ "since the start of the war on 28 February": whether "since" governs the noun that the day belongs to."""
    for above in scene.tree.ancestors(token):
        if scene.tree[above].pos in ("VERB", "AUX"):
            return False
        if scene.tree[above].lemma == "since":
            return True
    return False


def spanned(scene: Scene, times: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """The times, the first two as one stretch where "between … and …" joins them, or they are two days on end."""
    if len(times) == 1:
        times = _with_end(scene, times[0])
    if len(times) < 2:
        return tuple(times)
    first, last = sorted(times[:2], key=lambda t: t.start)
    one, other = first.period, last.period
    if one is None or other is None or one.start != one.end or other.start != other.end or one.end >= other.start:
        return tuple(times)
    if not _is_joined(scene, first, last) or not (_is_opened(scene, first) or (other.start - one.end).days == 1):
        return tuple(times)
    whole = msgspec.structs.replace(
        first, end=last.end, exact=scene.text[first.start : last.end],
        period=Period(start=one.start, end=other.end, precision="range"),
    )  # fmt: skip
    return (whole, *times[2:])


def _is_joined(scene: Scene, first: TimeMention, last: TimeMention) -> bool:
    return _JOINED.fullmatch(scene.text[first.end : last.start]) is not None


def _is_opened(scene: Scene, first: TimeMention) -> bool:
    return _BETWEEN.search(scene.text[scene.sentence.start : first.start]) is not None


def _with_end(scene: Scene, time: TimeMention) -> tuple[TimeMention, ...]:
    """The time with the other end of "between … and …", which a clock time beside it has hidden from the parse."""
    for other in scene.times:
        first, last = sorted((time, other), key=lambda t: t.start)
        if other.period is not None and other is not time and _is_joined(scene, first, last):
            return (time, other) if _is_opened(scene, first) else (time,)
    return (time,)
