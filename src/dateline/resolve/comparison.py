"""Whether two accounts may be of one happening, how much speaks for it and against it, and what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.model.account import Account, Wording
from dateline.model.resolution import ResolveRules
from dateline.resolve.copies import UNKNOWN
from dateline.resolve.geography import nearness, same_place
from dateline.resolve.wording import alike, checksums

STRIKES = frozenset(("aerial", "drone", "heavy-weapons", "explosives", None))
"""Modes of ASSAULT that hit one town several times a day."""
MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE"))
"""Types that need two sides."""
LOOKS_BACK = 2
"""Days after which news of a day is no longer the first of it."""
ENOUGH = 3
"""Rare words in common that leave no more to be said."""


Bounds = tuple[int, int | None]
"""The least and the most; the most is absent where it is open."""


class Comparison(NamedTuple):
    """What speaks for and against one happening, in log-odds, and their sum."""

    score: float
    reasons: tuple[tuple[str, float], ...]


def compared(one: Account, other: Account, *, rules: ResolveRules) -> Comparison | None:
    """What speaks for two accounts being of one happening; None where they cannot be."""
    if not comparable(one, other, rules=rules) or not overlapping(one, other, rules=rules):
        return None
    weights = rules.weights
    one_page = one.article == other.article
    if one_page or _is_written_over(one, other, rules):
        against = weights["one page"]
        differ = one_page and not nothing_differs(one, other, rules=rules)
        return None if differ else Comparison(against, (("one page", against),))
    found = [("any two", weights["any two"])]
    for name, strength in _evidence(one, other, rules):
        found.append((name, weights[name] * strength))
    return Comparison(sum(weight for _, weight in found), tuple(found))


def _is_written_over(one: Account, other: Account, rules: ResolveRules) -> bool:
    """Whether two articles open in the same words, of which other sentences tell: one page, brought up to date."""
    same = alike(one.story, other.story) >= rules.words.one_opening
    return same and alike(one.passage, other.passage) < rules.words.other_passage


def comparable(one: Account, other: Account, *, rules: ResolveRules) -> bool:
    """Whether type and modality can be of one happening."""
    return other.type in rules.family(one.type).types and other.modality in rules.modality(one.modality)


def overlapping(one: Account, other: Account, *, rules: ResolveRules) -> bool:
    """Whether the days allow it; an undated account has those before its publication."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    slack = rules.slack_days if one.dated and other.dated else 0
    return one.first <= other.last + slack and other.first <= one.last + slack


def nothing_differs(one: Account, other: Account, *, rules: ResolveRules) -> bool:
    """Whether two events of one page may be the same told twice: in no value that both have do they differ.

    The page kept them apart, so that only reports of other pages, which are one with both, draw them together.
    """
    return (
        one.type == other.type
        and rules.family(one.type).agree(one.mode, other.mode)
        and (not (one.fine and other.fine) or share_a_place(one, other))
        and (not (one.dated and other.dated) or (one.first, one.last) == (other.first, other.last))
        and not any(a and b and a != b for a, b in ((one.dead, other.dead), (one.hurt, other.hurt)))
    )


def _near(one: Account, other: Account, rules: ResolveRules) -> float | None:
    """How near the scenes are: by points where both have them, else by what contains what."""
    if one.fine and other.fine:
        return nearness(one.fine, other.fine, reach=rules.reach_km)
    return nearness((*one.fine, *one.coarse), (*other.fine, *other.coarse), reach=rules.reach_km)


def _evidence(one: Account, other: Account, rules: ResolveRules) -> Iterator[tuple[str, float]]:
    """What the two have in common and what not, each with its strength from 0 to 1."""
    one_house = one.house == other.house != UNKNOWN
    if one_house:
        yield _by_one_house(one, other), 1.0
    yield from _where(one, other, _near(one, other, rules))
    yield _when(one, other), 1.0
    yield from _how(one, other, rules)
    yield from _one_act(one, other)
    yield from _parties(one.actors, other.actors, rules, known=one.known_actor and other.known_actor, side="actor")
    yield from _parties(
        one.recipients, other.recipients, rules, known=one.known_recipient and other.known_recipient, side="recipient"
    )
    yield from _partners(one, other)
    early, late = (one, other) if (one.published or 0) <= (other.published or 0) else (other, one)
    later = early.published is not None and early.published < (late.published or 0) and _when(one, other) != "next day"
    yield from _tolls("dead", early.dead, late.dead, rules, later=later)
    yield from _tolls("injured", early.hurt, late.hurt, rules, later=later)
    if one.held and other.held and (gap := _gap(one.held, other.held) or _gap(other.held, one.held)):
        yield "other held", 1.0 - gap[0] / gap[1]
    if one.dead and one.hurt and _is_one_number(one.dead, other.dead) and _is_one_number(one.hurt, other.hurt):
        yield "same dead and injured", min(1.0, (one.dead[0] + one.hurt[0]) / rules.telling_toll)
    if common := one.numbers & other.numbers:
        yield "same number", min(1.0, max(common) / rules.telling_toll)
    yield "words of the passages", alike(one.passage, other.passage)
    form = rules.words.own_form if one_house else 1.0
    yield "words of the articles", form * alike(one.story, other.story)
    yield "rare words", form * min(1.0, len({*one.telling} & {*other.telling}) / ENOUGH)


def _by_one_house(one: Account, other: Account) -> str:
    """An outlet tells a happening once a day; later it may come back to it, surest where it names the day and place.

    Where it names two days it tells of two happenings.
    """
    if one.published is None or other.published is None or one.published == other.published:
        return "same outlet"
    if one.close and other.close and one.last != other.last:
        return "same outlet of two days"
    named = is_of_one_day(one, other) and share_a_place(one, other)
    if named and one.last is not None and max(one.published, other.published) - one.last >= LOOKS_BACK:
        return "same outlet looking back"
    return "same outlet on another day"


def _where(one: Account, other: Account, near: float | None) -> Iterator[tuple[str, float]]:
    placed = bool(one.fine or one.coarse) and bool(other.fine or other.coarse)
    if share_a_place(one, other):
        yield "same place", 1.0
    elif names(one, other) or names(other, one):
        yield "place named", 1.0
        if one.fine and other.fine and near is not None:
            yield "places apart", 1.0 - near
    elif placed and near is None:
        yield _far(one, other), 1.0
    elif opens_with(one, other) or opens_with(other, one):
        yield "place in the opening", 1.0
    elif not placed or near is None:
        yield "no place", 1.0
    elif one.fine and other.fine:
        yield "places apart", 1.0 - near
    elif one.fine or other.fine:
        yield "place within a region", 1.0
    elif near < 1.0:
        yield "regions only", 1.0
    else:
        yield "same region", 1.0


def _far(one: Account, other: Account) -> str:
    """What distance says: most of two towns, where neither page opens with the other's."""
    if _is_pointless(one, other):
        return "place without a point"
    sure = one.fine and other.fine and not opens_with(one, other) and not opens_with(other, one)
    return "towns far apart" if sure else "places far apart"


def share_a_place(one: Account, other: Account) -> bool:
    """Whether a town or a place in it is the same."""
    return any(same_place(a, b) for a in one.fine for b in other.fine)


def names(one: Account, other: Account) -> bool:
    """Whether the first's sentences name a town that the second happened at, though not as the place of the first."""
    return _holds(one.passage, other)


def opens_with(one: Account, other: Account) -> bool:
    """Whether the first's article names, where it says what it is about, a town that the second happened at."""
    return _holds(one.story, other)


def _holds(wording: Wording, other: Account) -> bool:
    return any(named and named <= wording.keys() for named in (checksums(scene.name) for scene in other.fine))


def _is_pointless(one: Account, other: Account) -> bool:
    """Whether one of them is at a place that is known by name alone, so that it may lie near the other's."""
    pointless = not any(s.lat is not None for s in one.fine) or not any(s.lat is not None for s in other.fine)
    countries = {s.country for a in (one, other) for s in (*a.fine, *a.coarse)} - {None}
    return bool(one.fine and other.fine) and pointless and len(countries) < 2


def _when(one: Account, other: Account) -> str:
    if not one.dated or not other.dated:
        return "no day" if not (one.dated or other.dated) else "one without a day"
    if not one.close or not other.close:
        return "period"
    if is_of_one_day(one, other):
        return "same day"
    assert one.first is not None
    assert one.last is not None
    assert other.first is not None
    assert other.last is not None
    return "days overlap" if one.first <= other.last and other.first <= one.last else "next day"


def is_of_one_day(one: Account, other: Account) -> bool:
    """Whether both give the same day, or the same few: a night is neither of its two days."""
    return one.close and other.close and (one.first, one.last) == (other.first, other.last)


def _how(one: Account, other: Account, rules: ResolveRules) -> Iterator[tuple[str, float]]:
    if one.type != other.type:
        yield "other type", 1.0
    if one.mode is None or other.mode is None:
        return
    if one.mode == other.mode:
        yield "same mode", 1.0
    elif not rules.family(one.type).agree(one.mode, other.mode):
        yield "other mode", 1.0


def _one_act(one: Account, other: Account) -> Iterator[tuple[str, float]]:
    """The same type and mode in the same town on the same day: of what strikes often there may be many, else hardly."""
    if is_of_one_day(one, other) and one.type == other.type and share_a_place(one, other):
        often = one.type == "ASSAULT" and (one.mode in STRIKES or other.mode in STRIKES or one.mode != other.mode)
        yield ("one of many strikes" if often else "one act"), 1.0


def _parties(
    one: frozenset[str], other: frozenset[str], rules: ResolveRules, *, known: bool, side: str
) -> Iterator[tuple[str, float]]:
    """Whether they have a party in common, or none; a branch and what it belongs to say neither."""
    if one & other:
        yield f"same {side}", 1.0
    elif known and not any(rules.is_part(a, b) or rules.is_part(b, a) for a in one for b in other):
        yield f"other {side}", 1.0


def _partners(one: Account, other: Account) -> Iterator[tuple[str, float]]:
    """Whether two that meet or agree are hardly the same two: a president talks to many in a week."""
    if not {one.type, other.type} <= MUTUAL:
        return
    mine, theirs = _names(one), _names(other)
    left, right = mine - theirs, theirs - mine
    alike = {w for name in left for w in name.split()} & {w for name in right for w in name.split()}
    if left and right and not alike and 2 * len(mine & theirs) <= min(len(mine), len(theirs)):
        yield "other partners", 1.0


def _names(account: Account) -> set[str]:
    """What all its parties are called, one name for each."""
    return {key for key in account.actors | account.recipients if ":" not in key}


def _tolls(
    name: str, one: Bounds | None, other: Bounds | None, rules: ResolveRules, *, later: bool
) -> Iterator[tuple[str, float]]:
    """Whether the numbers agree; the larger they are, the less by chance. Far ones speak against.

    `later`: the second was published on a later day, by which a toll may have risen, though not manifold.
    """
    if one is None or other is None:
        return
    gap = _gap(one, other) or _gap(other, one)
    if gap is not None:
        rose = later and one[1] is not None and one[1] < other[0]
        most = gap[0] * rules.most_risen
        if rose and gap[1] <= most:
            yield f"risen {name}", 1.0 - gap[0] / gap[1]
        else:
            yield f"other {name}", 1.0 - (most if rose else gap[0]) / gap[1]
    elif min(one[0], other[0]) >= rules.least_toll:
        yield f"same {name}", min(1.0, min(one[0], other[0]) / rules.telling_toll)


def _is_one_number(one: Bounds | None, other: Bounds | None) -> bool:
    """Whether both give one number, and the same."""
    return one is not None and one == other and one[0] == one[1]


def _gap(one: Bounds, other: Bounds) -> tuple[int, int] | None:
    """The most of one and the least of the other, where the one is all below the other."""
    return (one[1], other[0]) if one[1] is not None and one[1] < other[0] else None
