"""Whether two accounts may be of one happening, and how much speaks for it."""

from __future__ import annotations

from dateline.model.resolution import ResolveRules
from dateline.resolve.account import Account
from dateline.resolve.geography import nearness


def likeness(one: Account, other: Account, *, rules: ResolveRules) -> float | None:
    """How much speaks for one happening, above 0; None where too little does, or something speaks against it.

    They must share a side, a toll, or the same act in the same place on the same day. Two accounts of one article are
    never one happening: extraction has told them apart.
    """
    if one.article.id == other.article.id or not overlapping(one, other, rules=rules) or not comparable(one, other):
        return None
    parties = _parties(one, other)
    tolls = _tolls(one, other, rules)
    precise = one.dated and other.dated and one.close and other.close
    same_act = precise and _same_act(one, other)
    if not parties and tolls < 1 and not same_act:
        return None
    near = _scene(one, other, rules)
    if near is None or (not (precise and one.fine and other.fine) and parties < 2):
        return None
    if _at_odds(one, other) and tolls < 1:
        return None
    if tolls < 0 and one.spots.isdisjoint(other.spots):
        return None
    return 0.1 + parties + near + tolls + 0.5 * same_act + 0.5 * (one.first == other.first and precise)


def _same_act(one: Account, other: Account) -> bool:
    """Whether both tell of the same mode in the same place."""
    mode = one.event.mode
    return mode is not None and mode == other.event.mode and not one.spots.isdisjoint(other.spots)


def comparable(one: Account, other: Account) -> bool:
    """Whether type, mode and modality can be of one happening."""
    return (
        other.event.type in one.family.types
        and other.event.modality in one.modalities
        and one.family.agree(one.event.mode, other.event.mode)
    )


def overlapping(one: Account, other: Account, *, rules: ResolveRules) -> bool:
    """Whether the days allow it; an undated account has those before its publication."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    slack = rules.slack_days if one.dated and other.dated else 0
    return one.first <= other.last + slack and other.first <= one.last + slack


def _parties(one: Account, other: Account) -> int:
    """How many of the two sides they share."""
    return bool(one.actors & other.actors) + bool(one.recipients & other.recipients)


def _at_odds(one: Account, other: Account) -> bool:
    """Whether each knows an actor, and not the same."""
    return one.known and other.known and not one.actors & other.actors


def _tolls(one: Account, other: Account, rules: ResolveRules) -> int:
    """1 where the same number of dead is large enough to tell, -1 where the numbers cannot both be, else 0."""
    if one.dead is None or other.dead is None:
        return 0
    (low, high), (other_low, other_high) = one.dead, other.dead
    if (high is not None and high < other_low) or (other_high is not None and other_high < low):
        return -1
    return 1 if min(low, other_low) >= rules.least_toll else 0


def _scene(one: Account, other: Account, rules: ResolveRules) -> float | None:
    """How near the scenes are: by points where both have them, else by what contains what."""
    if one.fine and other.fine:
        return nearness(one.fine, other.fine, reach=rules.reach_km)
    return nearness((*one.fine, *one.coarse), (*other.fine, *other.coarse), reach=rules.reach_km)
