"""How far two tellings agree in one slot: day, place, parties, toll; None where they rule each other out."""

from __future__ import annotations

import math
from collections.abc import Sequence

from dateline.extract.parties import Found
from dateline.extract.telling import Telling
from dateline.model import Period, Place, PlaceMention

NEAR_KM = 30.0
SHORT_DAYS = 3
LONG_DAYS = 31
TWO_TOWNS_KM = 5.0
"""How near two towns of other names must lie to be one place."""
COUNT_DAYS = 10
"""Days over which a count of the dead may run and still be of one happening."""
_COARSE = frozenset({"country", "region", "sea", "continent"})
_COUNTS = frozenset(
    {"assault.kill", "assault.injure", "assault.die", "assault.damage", "assault.neutralise", "assault.burn"}
)


def is_count(telling: Telling) -> bool:
    """Whether it only says how many were killed or hurt, or that some were, and names no one who did it."""
    bare = bool(telling.tolls) or not (telling.times or telling.places)
    return {f.id for f in telling.frames} <= _COUNTS and bare and not telling.actors and not telling.title


def span_days(period: Period) -> int:
    """How many days the period covers."""
    return (period.end - period.start).days + 1


def is_total(telling: Telling) -> bool:
    """Whether it only sums up a war or a year so far."""
    return bool(telling.tolls) and all(t.total for t in telling.tolls)


def days_agree(one: Telling, other: Telling) -> float | None:
    a, b = period_of(one), period_of(other)
    if is_total(one) != is_total(other):
        start, day = (a, b) if is_total(one) else (b, a)
        if start is None:
            return None
        day = day or _told_on(other if is_total(one) else one)
        if day is not None and not 0 <= (day.start - start.start).days <= COUNT_DAYS:
            return None
    if a is None and b is None and _stand_under_other_days(one, other):
        return None
    if a is None or b is None:
        known = a or b
        summary = one if a is None else other
        if known is not None and span_days(known) <= SHORT_DAYS and summary.modality == "ongoing":
            return 0.0 if is_count(summary) else None
        if known is not None and (said := _told_on(summary)) is not None and said.end < known.start:
            return None  # what somebody told of by then was done before
        counted = other if a is None else one
        if _counts_many(counted) and _has_own_toll(summary, counted):
            return None
        return 0.0
    overlap = a.start <= b.end and b.start <= a.end
    if _follows(one, other, a, b) or _follows(other, one, b, a):
        return 0.5
    if _counts_window(one, a, b) or _counts_window(other, b, a):
        return None
    if (is_count(one) or is_count(other)) and overlap and max(span_days(a), span_days(b)) <= COUNT_DAYS:
        return 0.5
    if span_days(a) <= SHORT_DAYS and span_days(b) <= SHORT_DAYS:
        return 1.0 if overlap else None
    if not overlap:
        return None
    if _windowed(one) != _windowed(other) and max(span_days(a), span_days(b)) > COUNT_DAYS:
        return None
    if min(span_days(a), span_days(b)) <= SHORT_DAYS and max(span_days(a), span_days(b)) > LONG_DAYS:
        return None
    return 0.5


def _counts_many(telling: Telling) -> bool:
    """ "1,255 have been killed since May": the victims of a stretch, which nobody who did it is told beside."""
    period = period_of(telling)
    long = period is not None and span_days(period) > SHORT_DAYS
    return is_count(telling) and (long or any(t.since for t in telling.times[:1]))


def _has_own_toll(told: Telling, counted: Telling) -> bool:
    """ "The strike killed six … 1,255 have been killed since May": one attack with a toll, and a count of many."""
    kinds = {t.property for t in counted.tolls}
    return not told.plural and any(t.property in kinds for t in told.tolls)


def _told_on(telling: Telling) -> Period | None:
    """The day on which it is said, a little after it happened."""
    return next((t.period for t in telling.told if t.period is not None), None)


def _stand_under_other_days(one: Telling, other: Telling) -> bool:
    """Whether the sentences just before the two, in paragraphs of their own, name days that differ."""
    if one.block == other.block or one.definite or other.definite or one.title or other.title:
        return False
    days = [{t.period for t in telling.days_before} for telling in (one, other)]
    return all(days) and not days[0] & days[1]


def _follows(one: Telling, other: Telling, start: Period, day: Period) -> bool:
    """Whether the day of `other` lies in the short stretch that `one` opens ("since Friday")."""
    opens = bool(one.times) and one.times[0].since and span_days(day) <= SHORT_DAYS
    return (
        opens
        and 0 <= (day.start - start.start).days <= COUNT_DAYS
        and (one.definite or is_count(one) or is_count(other))
    )


def _counts_window(one: Telling, window: Period, day: Period) -> bool:
    """Whether `one` counts the victims of a whole stretch ("over the past week"), `other` being of a day in it."""
    stretch = any(t.type == "DURATION" and not t.since for t in one.times[:1])
    return stretch and bool(one.tolls) and span_days(window) > SHORT_DAYS >= span_days(day)


def _windowed(telling: Telling) -> bool:
    """Whether its time is a stretch counted back or on ("the past week", "since May"), not a day."""
    return any(t.since or t.type == "DURATION" or t.value.endswith("_REF") for t in telling.times[:1])


def period_of(telling: Telling) -> Period | None:
    """The period of the nearest time of the telling."""
    for time in telling.times:
        if time.period is not None:
            return time.period
    return None


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two points given in degrees."""
    p, q, r, s = map(math.radians, (*a, *b))
    h = math.sin((r - p) / 2) ** 2 + math.cos(p) * math.cos(r) * math.sin((s - q) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def of_other_days(one: Telling, other: Telling) -> bool:
    """ "marched on Wednesday for a crew hosed a day earlier": both name their days, and these have none in common."""
    days = [period_of(t) for t in (one, other)]
    return days[0] is not None and days[1] is not None and (days[0].end < days[1].start or days[1].end < days[0].start)


def places_agree(one: Sequence[PlaceMention], other: Sequence[PlaceMention]) -> float | None:
    fine_one = [p for p in one if p.place.precision not in _COARSE]
    fine_other = [p for p in other if p.place.precision not in _COARSE]
    if fine_one and fine_other:
        if any(_same_place(a, b) for a in fine_one for b in fine_other):
            return 1.3
        loose = _of_no_point(fine_one) or _of_no_point(fine_other)
        return 0.0 if loose and any(_may_hold(a.place, b.place) for a in fine_one for b in fine_other) else None
    if not one or not other:
        return 0.0
    if _lie_in_other_divisions(one, other):
        return None
    countries_one = {p.place.country for p in one if p.place.country}
    countries_other = {p.place.country for p in other if p.place.country}
    if countries_one and countries_other:
        return 0.6 if countries_one & countries_other else None
    return 0.6 if {p.place.name for p in one} & {p.place.name for p in other} else 0.0


def _of_no_point(found: Sequence[PlaceMention]) -> bool:
    """Whether none of the places has a point, but for those that others are told to be near."""
    return all(p.place.lat is None for p in found if p.place.relation is None)


def _lie_in_other_divisions(one: Sequence[PlaceMention], other: Sequence[PlaceMention]) -> bool:
    """ "in Tehran", "in Kermanshah Province": whether both lie in first-order divisions that are known, and no same."""
    divisions = [
        {(p.place.country, p.place.admin1) for p in found if p.place.precision != "country"} for found in (one, other)
    ]
    known = all(d and all(admin for _, admin in d) for d in divisions)
    return known and not divisions[0] & divisions[1]


def _may_hold(one: Place, other: Place) -> bool:
    """Whether a village that has no point may lie in or by a place that has one, as far as their divisions tell."""
    if (one.lat is None) == (other.lat is None):
        return False
    return all(a is None or b is None or a == b for a, b in ((one.country, other.country), (one.admin1, other.admin1)))


def _same_place(one: PlaceMention, other: PlaceMention) -> bool:
    a, b = one.place, other.place
    if a.id is not None and a.id == b.id:
        return True
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return a.name == b.name
    two = a.precision == b.precision == "town" and None not in (a.id, b.id) and a.name != b.name
    return kilometres((a.lat, a.lon), (b.lat, b.lon)) <= (TWO_TOWNS_KM if two else NEAR_KM)


def _named(found: Sequence[Found]) -> list[Found]:
    return [f for f in found if f.party.id is not None or f.kind == "person"]


def actors_agree(one: Sequence[Found], other: Sequence[Found]) -> float | None:
    """Agreement of two sets of actors; known ones that share nothing rule it out."""
    if not one or not other:
        return 0.0
    if any(same_party(a, b) for a in one for b in other):
        return 1.2
    named_one, named_other = _named(one), _named(other)
    if named_one and named_other:
        return 0.8 if any(_same_side(a, b) for a in named_one for b in named_other) else None
    return 0.3 if share_a_word(one, other) else -0.2


JOINED = 0.4
"""What speaks for one attack where another side joins in it in one of the two."""


def is_joined(one: Sequence[Found], other: Sequence[Found]) -> bool:
    """Whether another side does it too in `one`: "Chad attacked", "Chad and the Blue Front attacked"."""
    known = _named(other)
    sides = [a for a in _named(one) if a.kind in ("state", "group")]
    return bool(known) and any(not any(same_party(a, b) or _same_side(a, b) for b in known) for a in sides)


def recipients_agree(one: Sequence[Found], other: Sequence[Found]) -> float | None:
    if not one or not other:
        return 0.0
    if any(same_party(a, b) for a in one for b in other):
        return 1.0
    if share_a_word(one, other):
        return 0.8
    named_one, named_other = _named(one), _named(other)
    if named_one and named_other:
        return 0.5 if any(_same_side(a, b) for a in named_one for b in named_other) else None
    return -0.3


def same_party(one: Found, other: Found) -> bool:
    if one.party.id is not None and one.party.id == other.party.id:
        return True
    return one.party.name.casefold() == other.party.name.casefold()


def _same_side(one: Found, other: Found) -> bool:
    """A state and its force, or a person in its office."""
    if one.party.country is None or one.party.country != other.party.country:
        return False
    if _loose(one) or _loose(other):
        return True
    armed = {one.party.sector, other.party.sector} & {"REB", "PRM", "UAF", "CRM"}
    return not armed or one.party.sector == other.party.sector


_LOOSE_NOUNS = frozenset(
    [
        "coalition",
        "forces",
        "fighters",
        "factions",
        "faction",
        "resistance",
        "alliance",
        "militants",
        "militia",
        "militias",
        "rebels",
        "group",
        "groups",
        "troops",
    ]
)


def _loose(found: Found) -> bool:
    """A party called only after a country ("the Iraqi coalition", "Iraqi drones") may be any of that country's."""
    words = found.party.text.casefold().split()
    return ":" in (found.party.id or "") and (found.kind == "state" or words[-1] in _LOOSE_NOUNS)


_COMMON = frozenset(
    {"the", "a", "an", "of", "in", "on", "at", "and", "or", "to", "from", "with", "for", "by"}
    | {"people", "group", "forces", "area", "areas", "targets", "president", "minister", "general", "colonel"}
    | {"captain", "major", "commander", "leader", "chief", "king", "prince", "sheikh", "ayatollah", "imam", "pope"}
    | {"bishop", "mr", "mrs", "ms", "dr", "judge", "senator", "governor", "mayor", "sir", "former", "supreme", "prime"}
    | {"foreign"}
)
"""Words that two parties may share and be two, titles among them."""


def share_a_word(one: Sequence[Found], other: Sequence[Found]) -> bool:
    words_one = {w.rstrip("s") for f in one for w in f.party.text.casefold().split()} - _COMMON
    words_other = {w.rstrip("s") for f in other for w in f.party.text.casefold().split()} - _COMMON
    return bool(words_one & words_other)


def tolls_agree(one: Telling, other: Telling) -> float:
    score = 0.0
    for a in one.tolls:
        for b in other.tolls:
            if a.property == b.property and not (a.lone or b.lone):
                same = a.count.low == b.count.low
                score += 0.9 if same and a.count.low > 2 else (0.3 if same else -0.1)
                score += _victims_agree(a.count.who, b.count.who)
    return max(-0.3, min(1.2, score))


def _victims_agree(one: str | None, other: str | None) -> float:
    """ "12 soldiers" and "21 of its soldiers" are of one kind, "30 assailants" of another; "people" may be any."""
    kind, others = _kind_of(one), _kind_of(other)
    if not kind or not others:
        return 0.0
    return 0.5 if kind & others else -0.5


def _kind_of(who: str | None) -> set[str]:
    return {w.rstrip("s") for w in (who or "").casefold().split()} - _ANYONE


_ANYONE = frozenset(
    {"people", "person", "other", "victim", "casualty", "casualtie", "more", "men", "man"}
    | {"of", "its", "their", "the", "and", "or"}
)
