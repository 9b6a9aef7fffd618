"""Words that set a happening beside another: "a similar blast", "Elsewhere, …", "the second raid", "the next day"."""

from __future__ import annotations

import re

from dateline.extract.agreement import period_of
from dateline.extract.telling import Telling

_ANOTHER = re.compile(
    r"\b(?:an?\s+(?:\w+\s+)?(?:different|earlier|previous|second|separate|similar|simultaneous|smaller|third|unrelated)"
    r"|another)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\W*(?:elsewhere|separately|in\s+(?:an?\s+(?:different|earlier|related|second|separate|similar|unrelated)|another|other)"
    r"|meanwhile,?\s+(?:in|at|near|on|across)|also\s+(?:in|on|at)|further\s+(?:north|south|east|west|away|afield))\b",
    re.IGNORECASE,
)


def is_another(later: Telling, earlier: Telling) -> bool:
    """Whether the words of `later` set it beside what was told before: "a similar blast", "Elsewhere, …"."""
    if later.title or earlier.title or later.position <= earlier.position:
        return False
    words = later.evidence.exact
    if later.sentence != earlier.sentence and _ELSEWHERE.match(words) is not None:
        return True
    start = max(0, later.trigger.start - later.evidence.start)
    if later.times and later.times != earlier.times and _ALSO.search(words, 0, start) is not None:
        return True
    return _ANOTHER.search(words, 0, start) is not None or _is_besides(later, words[:start])


def _is_besides(later: Telling, before: str) -> bool:
    """ "The rebels also shelled the port": something else that they did, and no more of what came of it."""
    deed = later.type == "ASSAULT" and bool(later.actors) and not (later.frames[0].toll or later.definite)
    return deed and _BESIDES.search(before) is not None


_BESIDES = re.compile(r"\balso\s+(?:\w+ly\s+)?(?:(?:claimed|said|reported|stated)\s+that\s+\w+\s+)?$", re.IGNORECASE)
_ALSO = re.compile(
    r"\b(?:(?:was|were|been|had|has|have)\s+(?:also|previously|twice)\s+(?:been\s+)?|previously\s+)$", re.IGNORECASE
)
"""Before the trigger, with a day of its own: "the refinery was also attacked in March"."""


_PREVIOUSLY = re.compile(
    r"\bpreviously (?!(?:reported|claimed|thought|announced|said|known|unknown|unreported|undisclosed|stated)\b)",
    re.IGNORECASE,
)
_NEAR = 40
"""Characters around a trigger within which "previously" is of it."""


def is_previous(one: Telling, other: Telling) -> bool:
    """ "The rebels previously shelled the port": not what the page tells beside it, unless both have one day."""
    if one.sentence == other.sentence or not is_of_before(one) or is_of_before(other):
        return False
    days = [period_of(t) for t in (one, other)]
    return days[0] is None or days[1] is None or days[0].end < days[1].start or days[1].end < days[0].start


def is_of_before(telling: Telling) -> bool:
    """ "Rebels previously struck the port on 3 May": told as what came before the story."""
    start = telling.trigger.start - telling.evidence.start
    return _PREVIOUSLY.search(telling.evidence.exact, max(0, start - _NEAR), start + _NEAR) is not None


_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_APART = re.compile(
    r"(?:In|At) (?:a|another) (?:separate|different|related|similar|second)\b|Separately\b|Elsewhere\b"
    r"|In (?:another|other)\b|Meanwhile,? (?:in|at|near)\b"
    r"|(?:In|During) (?:a|the|their|its) (?:ensuing|follow-?up|subsequent)"
    r" (?:chase|mission|operation|pursuit|search|sweep)\b"
)
_AFTERWARDS = re.compile(
    r"The (?:following|next) (?:night|day|morning|evening|week)\b|Then\b"
    r"|(?:A|One|Two|Three|Several|Some)? ?(?:days?|nights?|weeks?|months?) (?:later|earlier)\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on to another happening than the one just told."""


def is_numbered_apart(later: Telling, earlier: Telling) -> bool:
    """ "The first bombardment", "the second bombardment"; "in a separate attack", "then"."""
    ranks = [_word_before(t) for t in (later, earlier)]
    if ranks[0] in _ORDINALS and ranks[1] in _ORDINALS:
        return ranks[0] != ranks[1]
    if later.sentence == earlier.sentence:
        return _is_succeeded(later, earlier)
    if later.title or earlier.title:
        return False
    close = later.block == earlier.block and later.sentence - earlier.sentence <= 2
    return _APART.match(later.evidence.exact) is not None or (
        close and _AFTERWARDS.match(later.evidence.exact) is not None
    )


_SUCCEEDING = ("follow", "preced", "provok", "aveng")


def _is_succeeded(later: Telling, earlier: Telling) -> bool:
    """ "The shooting followed the bombing": one verb between the two, which puts the one before the other."""
    offset = later.evidence.start
    common = (at for at in later.above if at in earlier.above and at >= offset)
    return any(later.evidence.exact[at - offset :].casefold().startswith(_SUCCEEDING) for at in common)


def _word_before(telling: Telling) -> str:
    """The word just before the trigger."""
    words = telling.evidence.exact[: max(0, telling.trigger.start - telling.evidence.start)].split()
    return words[-1].casefold() if words else ""


_TOWNS = re.compile(
    r"\b(?:two|three|four|five|six|several|both) (?:[a-z-]+ ){0,2}?(?:towns|villages|cities|settlements|districts)\b",
    re.IGNORECASE,
)


def is_of_several_towns(total: Telling, part: Telling) -> bool:
    """ "killed nine in two towns of the province", beside what happened in one of them, told by a town's own name."""
    return (
        not part.plural
        and total.sentence != part.sentence
        and any(p.place.precision not in _WIDE for p in part.places)
        and sums_towns(total)
    )


def sums_towns(telling: Telling) -> bool:
    """Whether it tells of several towns, and names none of them."""
    wide = all(p.place.precision in _WIDE for p in telling.places)
    return wide and _TOWNS.search(telling.evidence.exact) is not None


_MANY = re.compile(
    r"\b(?:four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|several|multiple|numerous|[4-9]|[1-9]\d+)"
    r" (?:(?!(?:the|in|since|of|at|by|during|after|when|as) )[\w-]+,? ){0,5}$",
    re.IGNORECASE,
)


def is_one_of_many(total: Telling, part: Telling) -> bool:
    """ "claimed 22 attacks in the north", "goes on striking the north", beside one that has a place of its own."""
    start = max(0, total.trigger.start - total.evidence.start)
    many = total.plural and not total.title and _MANY.search(total.evidence.exact, 0, start) is not None
    many = many or (_goes_on(total, part) and part.modality == "actual" and not (total.title or total.definite))
    return (
        many
        and not (part.plural or part.title or part.definite)
        and total.sentence != part.sentence
        and all(p.place.precision in _WIDE for p in total.places)
        and any(p.place.precision not in _WIDE for p in part.places)
    )


def _goes_on(total: Telling, part: Telling) -> bool:
    """Whether it is told as going on; "have attacked several bases" may be taken up by the sentence that follows."""
    next_to = total.block == part.block and abs(part.sentence - total.sentence) == 1
    return total.modality == "ongoing" and not (next_to and total.modality_why.startswith("several"))


_WIDE = frozenset({"country", "continent", "region", "sea"})
