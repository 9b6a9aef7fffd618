"""Could two tellings be of one happening: what speaks for it, and what rules it out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from dateline.extract.agreement import (
    JOINED,
    actors_agree,
    days_agree,
    is_count,
    is_joined,
    places_agree,
    recipients_agree,
    same_party,
    share_a_word,
    tolls_agree,
)
from dateline.extract.barred import (
    is_deed_in_war,
    is_mutual,
    is_of_another,
    is_of_doers,
    is_other_cause,
    is_other_meeting,
    is_other_note,
    is_owned_by_no_one,
    is_turned,
)
from dateline.extract.parties import Found
from dateline.extract.set_apart import is_another, is_numbered_apart, is_of_several_towns, is_one_of_many, is_previous
from dateline.extract.telling import Telling
from dateline.model.record import Record

HAPPENED = frozenset({"actual", "ongoing", "historical"})
ANAPHOR_REACH = 6
"""Sentences back to which "the attack" points with some certainty."""
APART = 0.6
"""What speaks against one happening with what a sentence tells beside its main one, unless a day says so."""
DISPUTED = "disputed"
"""The conflict of a denial and a report that share nothing: no bar to one happening where others link the two."""


class Likeness(Record, frozen=True, kw_only=True):
    """How alike two tellings are, or why they cannot be one."""

    score: float
    conflict: str | None = None


def likeness(one: Telling, other: Telling) -> Likeness:
    """Adds up agreement slot by slot; a conflict in any slot ends it."""
    if one.type != other.type:
        return _no("type")
    if one.sentence == other.sentence and one.apart != other.apart:
        return _no("sequence")
    if one.sentence == other.sentence and one.share != other.share and None not in (one.share, other.share):
        return _no("share")
    if is_of_several_towns(one, other) or is_of_several_towns(other, one):
        return _no("sum")
    if is_one_of_many(one, other) or is_one_of_many(other, one):
        return _no("sum")
    if is_another(one, other) or is_another(other, one):
        return _no("another")
    if is_previous(one, other) or is_previous(other, one):
        return _no("before")
    disputed = _is_disputed(one, other)
    if not disputed and (one.modality in HAPPENED) != (other.modality in HAPPENED):
        return _no("modality")
    if not disputed and one.modality not in HAPPENED and one.modality != other.modality:
        return _no("modality")
    if one.sentence == other.sentence and (one.modality == "historical") != (other.modality == "historical"):
        return _no("modality")
    later, earlier = (one, other) if one.position >= other.position else (other, one)
    if (
        _mode(one)
        and _mode(other)
        and _mode(one) != _mode(other)
        and not (one.type != "COERCE" and one.block == other.block and _elaborates(later, earlier))
        and not is_count(later)
        and not disputed
        and not _is_outcome(later, earlier)
        and not _is_its_bomb(later, earlier)
        and not {_mode(one), _mode(other)} <= _RALLIES
    ):
        return _no("mode")
    counts = bool(one.frames[0].toll or other.frames[0].toll)
    if is_numbered_apart(later, earlier):
        return _no("number")
    if (
        is_mutual(one) != is_mutual(other)
        and not counts
        and not (one.definite or other.definite or one.title or other.title)
    ):
        return _no("battle")
    parts: dict[str, float] = {}
    for slot, agreement in _SLOTS.items():
        part = agreement(one, other)
        if part is None and slot == "place" and _falls_there(later, earlier):
            part = 0.5
        if part is None:
            return _no(slot)
        parts[slot] = part
    if parts["recipients"] < 0 and all(_is_one_of(r, later) for r in later.recipients):
        parts["recipients"] = 0.0
    if parts["actors"] < 0 and later.sentence - earlier.sentence == 1 and _are_the_doers(later):
        parts["actors"] = 0.8
    if is_deed_in_war(one, other) or is_deed_in_war(other, one):
        return _no("scale")
    if is_other_meeting(one, other):
        return _no("side")
    if is_turned(one, other) or is_turned(other, one):
        return _no("turned")
    if is_owned_by_no_one(one, other) or is_owned_by_no_one(other, one):
        return _no("denied")
    if is_of_doers(one, other) or is_of_doers(other, one):
        return _no("side")
    if is_of_another(later, earlier, parts):
        return _no("victim")
    if is_other_cause(one, other, parts) or is_other_cause(other, one, parts):
        return _no("cause")
    listed = later.listed and earlier.listed and later.block != earlier.block
    if (listed or is_other_note(later, earlier)) and not _is_same_item(later, parts):
        return _no("item")
    if disputed and not _is_same_matter(one, other, parts):
        return _no(DISPUTED)
    score = sum(parts.values())
    if (one.apart or other.apart) and parts["when"] < 1.0:
        score -= APART
    if disputed and one.sentence == other.sentence:
        score += 1.5
    return Likeness(score=score + _standing(one, other))


_RALLIES = frozenset({"demo", "obstruct", "riot", "vandalize"})
"""Modes that one protest may take in turn."""


def _is_disputed(one: Telling, other: Telling) -> bool:
    """Whether someone denies the one and the other is told as having happened."""
    denied = [t for t in (one, other) if t.modality == "negated"]
    told = [t for t in (one, other) if t.modality == "actual"]
    return bool(denied and told) and denied[0].voice is not None and denied[0].voice.kind != "outlet"


DENIED = 8
"""Sentences between what is told and its denial, at most."""


def _is_same_matter(one: Telling, other: Telling, parts: Mapping[str, float]) -> bool:
    """Whether what is denied is what is told: one sentence tells both, or both name the same victim or town."""
    alike = parts["recipients"] >= 0.8 or parts["place"] >= 1.0
    return one.sentence == other.sentence or (alike and abs(one.sentence - other.sentence) <= DENIED)


def _is_same_item(later: Telling, parts: Mapping[str, float]) -> bool:
    """Whether a later entry of a list is of what an earlier one tells: it points back, or shares victim or town."""
    return later.definite or parts["recipients"] >= 0.8 or parts["place"] >= 1.0 or parts["toll"] >= 1.0


def _no(slot: str) -> Likeness:
    return Likeness(score=0.0, conflict=slot)


def _standing(one: Telling, other: Telling) -> float:
    """What position and form speak for it: a headline, a definite noun, the next sentence, the same trigger."""
    score = 0.0
    if one.title or other.title:
        score += 1.0
    later, earlier = (one, other) if one.position >= other.position else (other, one)
    if later.definite and not later.title:
        near = later.sentence - earlier.sentence <= ANAPHOR_REACH
        if later.frames[0].id != "assault.intercept" or earlier.weapons or earlier.mode in _FLYING:
            more = later.plural and bool(later.recipients or later.places)
            score += (0.5 if more else 1.0) if not near else (1.2 if later.plural else 1.9)
        if not later.plural and (earlier.plural or earlier.apart or earlier.modality == "ongoing"):
            score -= 0.8
        if near and _mode(later) == _mode(earlier) in _NO_SHOTS:
            score += 0.4  # "the abduction" is of what was told as one, and not of the shots that followed
    elif (one.definite or other.definite) and (later.title or later.sentence - earlier.sentence <= ANAPHOR_REACH):
        score += 0.9  # attacks told far below "the attack" may be others
    first = one.title != other.title and min(t.sentence for t in (one, other) if not t.title) == 0
    if first or abs(one.sentence - other.sentence) <= 1:
        score += 0.9 if one.title != other.title else 0.4
    if _elaborates(later, earlier):
        score += 1.6 if _is_aftermath(later) else 1.3
    elif (
        _is_there(later, earlier) or _falls_there(later, earlier) or _fell_in(later, earlier) or _befell(later, earlier)
    ):
        score += 1.5
    elif later.sentence - earlier.sentence == 1 and any(_is_one_of(r, later) for r in later.recipients):
        score += 0.4
    if is_mutual(one) and is_mutual(other) and not (later.actors or later.recipients or later.places or later.plural):
        score += 1.2
    if _stem(one) == _stem(other) and not (one.apart or other.apart):
        score += 0.8
    elif one.frames[0].id == other.frames[0].id:
        score += 0.3
    if one.plural != other.plural and not (one.definite or other.definite or one.title or other.title):
        score -= 0.6
    return score


def _is_outcome(later: Telling, earlier: Telling) -> bool:
    """ "A drone hit the base. The attack destroyed a hangar": what came of it, however it was done."""
    near = later.sentence - earlier.sentence <= 1 and later.block == earlier.block
    return near and later.definite and not later.plural and later.mode in _OUTCOMES and not later.weapons


def _is_its_bomb(later: Telling, earlier: Telling) -> bool:
    """ "Jets struck the camp. The first bomb fell beside a tent": what was dropped on it, and no bomb laid there."""
    near = 0 <= later.sentence - earlier.sentence <= ANAPHOR_REACH and not later.title
    return near and later.definite and later.frames[0].id == "assault.explosion" and earlier.mode in _FLYING


_NO_SHOTS = frozenset({"abduct", "arrest", "beat", "sexual", "torture", "destroy", "arson"})
"""Modes of what shots and blasts are not, though they may go with them."""
_OUTCOMES = frozenset({"destroy", "arson"})


_FLYING = frozenset({"heavy-weapons", "drone", "aerial"})
"""Modes of attacks of which "the missile" that somebody stopped can be."""


def _elaborates(later: Telling, earlier: Telling) -> bool:
    """Whether `later` only adds to what was told just before: no day or place of its own, and no party named anew."""
    if not 0 <= later.sentence - earlier.sentence <= 2 or later.title or earlier.title:
        return False
    if _THEN.match(later.evidence.exact) is not None:
        return False
    if later.times or later.places or later.plural or later.definite or is_mutual(later) != is_mutual(earlier):
        return False
    anew = any(a.party.id is not None and all(not same_party(a, b) for b in earlier.actors) for a in later.actors)
    known = all(
        _given(r, later) or any(same_party(r, o) or share_a_word([r], [o]) for o in earlier.recipients)
        for r in later.recipients
    )
    return not anew and (known or _is_aftermath(later) or _goes_on(later, earlier))


def _goes_on(later: Telling, earlier: Telling) -> bool:
    """ "The attackers took four sailors": what those just told of did besides, to people there."""
    doers = {a.quote for a in later.actors}
    besides = later.sentence - earlier.sentence == 1
    same = doers <= {a.quote for a in earlier.actors} or (bool(earlier.actors) and _are_the_doers(later))
    return besides and bool(doers) and same and later.frames[0].id in _BESIDES


def _are_the_doers(telling: Telling) -> bool:
    """ "The attackers …", who are nobody but those just told of."""
    before = telling.evidence.exact.casefold()
    named = (a.quote.exact.casefold().removeprefix("the ") for a in telling.actors)
    return all(n in _DOERS and before.startswith(f"the {n}") for n in named)


_DOERS = frozenset({"attackers", "assailants", "gunmen", "raiders", "kidnappers", "men", "pirates"})


_BESIDES = frozenset(
    {"assault.take-people", "assault.kill", "assault.injure", "assault.capture-people", "assault.shoot"}
)
_AFTERMATHS = frozenset({"assault.arson", "assault.burn", "assault.destroy", "assault.carry-off", "assault.taken-from"})


def _is_aftermath(telling: Telling) -> bool:
    """ "Five persons were led away": what was done besides, by nobody that the sentence names."""
    return not telling.actors and all(f.id in _AFTERMATHS for f in telling.frames)


_THEN = re.compile(r"\W*(?:then|later|afterwards?|meanwhile)\b", re.IGNORECASE)
_THERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|has|have|had|will|may|can)\b)")


def _is_there(later: Telling, earlier: Telling) -> bool:
    """ "Nine died there when shells landed": the next sentence, with no place or day but that of the one before."""
    bare = not (later.times or later.places or later.title or earlier.title)
    return bare and later.sentence - earlier.sentence == 1 and _THERE.search(later.evidence.exact) is not None


def _falls_there(later: Telling, earlier: Telling) -> bool:
    """ "Guns opened up on the town. Six shells fell in the Elm district": where the shots just told of came down."""
    next_to = later.sentence - earlier.sentence == 1 and later.block == earlier.block
    bare = not (later.times or later.actors or later.title or earlier.title)
    return next_to and bare and later.frames[0].id == "assault.falls" and earlier.mode == "heavy-weapons"


def _fell_in(later: Telling, earlier: Telling) -> bool:
    """ "Soldiers stormed the bus. Two gunmen died and a soldier was hurt": who fell on the side that attacked, too."""
    bare = not (later.times or later.places or later.actors or later.title or earlier.title)
    next_to = later.sentence - earlier.sentence == 1 and bool(later.tolls)
    return bare and next_to and bool(earlier.actors) and share_a_word(later.recipients, earlier.actors)


def _befell(later: Telling, earlier: Telling) -> bool:
    """ "Raiders attacked the village. Nine people were hacked to death": what a plain attack did to those there."""
    next_to = later.sentence - earlier.sentence == 1 and later.block == earlier.block
    bare = not (later.times or later.places or later.actors or later.title or later.plural or later.apart)
    hurt = all(t.property in ("killed", "injured") for t in later.tolls) and bool(later.tolls)
    plain = _mode(earlier) is None and earlier.asserted and bool(earlier.recipients) and not earlier.tolls
    return next_to and bare and hurt and plain and not (earlier.plural or earlier.apart)


def _given(found: Found, telling: Telling) -> bool:
    """A party taken up again: "the convoy", "the first vehicle", a pronoun's meaning."""
    return found.quote.exact.casefold().startswith(_GIVEN) or _is_one_of(found, telling)


def _is_one_of(found: Found, telling: Telling) -> bool:
    """ "the first vehicle", of those told before."""
    before = telling.evidence.exact[: max(0, found.quote.start - telling.evidence.start)].casefold()
    words = found.quote.exact.casefold()
    the = before.endswith("the ") or words.startswith("the ")
    return the and words.removeprefix("the ").startswith(_WHICH)


_GIVEN = ("the ", "its ", "their ", "his ", "her ")
_WHICH = ("first ", "second ", "lead ", "leading ", "last ", "front ", "rear ")


def _mode(telling: Telling) -> str | None:
    """The mode that the trigger names; a drone's where one is named, none where a title says but "under fire"."""
    if telling.title and telling.trigger.exact.casefold() == "fire" and not telling.weapons:
        return None
    return "drone" if any(w.mode == "drone" for w in telling.weapons) else telling.mode


def _stem(telling: Telling) -> str:
    """The first letters of the trigger: "ambush" and "ambushed" are told by one word."""
    return telling.trigger.exact.casefold()[:6].rstrip("edsing")


def _doers_agree(one: Telling, other: Telling) -> float | None:
    """Agreement of the doers; less where one of two attacks is told as of one side more."""
    found = actors_agree(one.actors, other.actors)
    joined = is_joined(one.actors, other.actors) or is_joined(other.actors, one.actors)
    return min(found, JOINED) if found is not None and joined and one.type == "ASSAULT" else found


_SLOTS: dict[str, Callable[[Telling, Telling], float | None]] = {
    "when": days_agree,
    "place": lambda one, other: places_agree(one.places, other.places),
    "actors": lambda one, other: _doers_agree(one, other),
    "recipients": lambda one, other: recipients_agree(one.recipients, other.recipients),
    "toll": tolls_agree,
}
"""How far two tellings agree slot by slot, those that most often rule a pair out first."""
