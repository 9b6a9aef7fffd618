"""Place and day that a happening does not name itself: from the passage it stands in, or from where the page is set.

Each inherited value keeps the words it comes from, and a rule that says it was inherited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.agreement import LONG_DAYS, SHORT_DAYS, of_other_days, span_days
from dateline.extract.clause_scenes import ERRAND
from dateline.extract.details import day_called, detailed
from dateline.extract.fronts import fronts, main_land
from dateline.extract.handed_places import (
    DONE_SOMEWHERE,
    REACH,
    SAME_PASSAGE,
    is_wide_in_title,
    lies_in,
    on_ground,
    placed_near,
    with_holder,
    with_places,
    within_title,
)
from dateline.extract.lead_days import (
    LEAD,
    day_and_eve,
    has_been_done,
    holds_for,
    is_of_leaders,
    is_of_many_days,
    since_last_report,
    tells_of_times,
)
from dateline.extract.likeness import HAPPENED
from dateline.extract.modality import ATTEMPTED
from dateline.extract.recipients import is_material
from dateline.extract.sayings import is_meeting_told, is_plain_past
from dateline.extract.set_apart import is_of_before
from dateline.extract.setting import Setting, is_fine, is_one_scene
from dateline.extract.stretches import MOST_DAYS, is_day, is_vague
from dateline.extract.telling import Telling
from dateline.extract.undated import is_recalled
from dateline.model import PlaceMention, Quote, TimeMention

DAY_REACH = 8
"""Sentences back from which it takes the day alone, where the story goes on in the plain past."""
HANDED_DAYS = 3
"""Days of the longest stretch of something said or agreed ("at the weekend") that a deed told next may share."""
STORY_LEAD, ONLY_DAY, TITLE_DAY = "day of the story's lead", "the one day that the page names", "day in the title"


def completed(groups: Sequence[list[Telling]], *, scene: Setting) -> list[list[Telling]]:
    """The groups, each with the place and day of its passage where it names none.

    On a page that tells of one scene alone, the scene's place and the lead's day serve too; on no other page.
    """
    own = _own_scene(groups, scene)
    done: list[list[Telling]] = []
    for group in sorted(groups, key=lambda g: g[0].position):
        others = [t for g in (*done, *groups) if g is not group for t in g]
        done.append(_completed(group, others, own) if not all(t.title for t in group) else _titled(group, others, own))
    return done


def _titled(group: Sequence[Telling], others: Sequence[Telling], scene: Setting) -> list[Telling]:
    """A happening that the title alone tells, read as standing before the first sentence, and not after the last."""
    first = [msgspec.structs.replace(t, sentence=0) for t in group]
    whole = _completed(first, others, scene)
    return [msgspec.structs.replace(t, sentence=g.sentence) for t, g in zip(whole, group, strict=True)]


def _own_scene(groups: Sequence[list[Telling]], scene: Setting) -> Setting:
    """The setting, emptied where what the page tells lies in more than one place."""
    told = [p for g in groups for t in g for p in t.places if t.modality in HAPPENED and t.type in DONE_SOMEWHERE]
    fine = [p for p in told if is_fine(p)]
    countries = {p.place.country for p in told if p.place.country}
    unlisted = {p.place.name for p in told if p.place.lat is None and is_fine(p)}
    led = all(p.start <= t.start for p in scene.places for t in told)
    scene = msgspec.structs.replace(scene, land=main_land(told), fronts=fronts(groups))
    scattered = len(countries) > 1 or not is_one_scene([*fine, *(p for p in scene.places if is_fine(p))])
    if scattered or (len(unlisted) > 1 and not led):
        lead = scene.lead if scene.several else None
        return Setting(
            lands=scene.lands,
            land=scene.land,
            fronts=scene.fronts,
            lead=lead,
            leaders=scene.leaders,
            only=scene.only,
            day=scene.day,
            month=scene.month,
            details=scene.details,
        )
    return scene


def _without_target(telling: Telling) -> Telling:
    """ "imposed sanctions on Belarus", "sent arms to Moscow": who is punished, or gets or agrees to it, is no place."""
    if telling.type not in _BETWEEN_STATES or any(f.type == "CONSULT" for f in telling.frames):
        return telling
    sides = [p.quote for p in (*telling.recipients, *telling.actors)]
    kept = tuple(p for p in telling.places if not (_is_state(p, telling) and _is_one_of(p, sides)))
    return msgspec.structs.replace(telling, places=kept)


_BETWEEN_STATES = frozenset({"SANCTION", "AID", "AGREE"})
"""Types of what states do to each other from afar."""


def _is_state(place: PlaceMention, telling: Telling) -> bool:
    """A country, or a capital that stands for it among the sides."""
    if place.rule == ERRAND:
        return False
    if place.place.precision == "country":
        return telling.type != "AID" or not any(p.quote.start <= place.start < p.quote.end for p in telling.recipients)
    parties = (*telling.actors, *telling.recipients)
    return any(p.kind == "state" and p.quote.exact.endswith(place.exact) for p in parties)


def _is_one_of(place: PlaceMention, sides: Sequence[Quote]) -> bool:
    return any(q.start <= place.start < q.end for q in sides)


def _completed(group: list[Telling], others: Sequence[Telling], scene: Setting) -> list[Telling]:
    group = [_without_target(t) for t in group]
    at = next((i for i, t in enumerate(group) if not t.title), 0)
    first = group[at]
    undated = any(t.undated for t in group)
    held = first.passage if not (undated or first.days_said or since_last_report(first)) else ()
    if held and not any(t.times or t.told for t in group):
        first = group[at] = msgspec.structs.replace(first, times=held)
    spoken = first.frames[0].content or is_meeting_told(first)
    undated = first.undated if spoken else undated
    if spoken and first.asserted and not undated and not any(t.times or t.told for t in group):
        return [*group[:at], _said_when(first, others, scene), *group[at + 1 :]]
    if first.modality == "negated":
        at = next((i for i, t in enumerate(group) if not t.title and _is_deed(t)), at)
        first = group[at]
    if not _is_deed(first) or first.modality == "historical":
        return group
    if scene.day is not None and not any(t.times or t.told for t in group) and since_last_report(first):
        first = group[at] = msgspec.structs.replace(first, times=(day_and_eve(scene.day),))
    near = sorted(
        (t for t in others if not t.title and 0 <= first.sentence - t.sentence <= DAY_REACH and t.modality in HAPPENED),
        key=lambda t: first.sentence - t.sentence,
    )
    if first.type in ("ASSAULT", "COERCE", "RETREAT") and not (
        first.title or first.apart or (first.plural and not first.frames[0].mutual)
    ):
        beside = [*group, *(t for t in others if t.sentence == first.sentence)]
        fine = any(is_fine(p) for t in beside for p in t.places)
        dated = undated or any(t.times for t in beside)
        if scene.details and not (fine and dated):
            first = detailed(first, others, scene.details, dated=dated, placed=fine)
            group = [*group[:at], first, *group[at + 1 :]]
    if (rally := _dispersed(first, others)) is not None:
        first = _as_the_rally(first, rally, group)
        group = [*group[:at], first, *group[at + 1 :]]
    if first.mode == "cyber":
        pass  # it has no scene
    elif not any(t.places for t in group):
        first = on_ground(first, placed_near(first, near, scene), group)
    elif is_wide_in_title(group):
        first = within_title(first, placed_near(first, near, scene), group)
    else:
        first = with_holder(first, group, scene)
    if (
        first.modality in ("actual", "negated")
        and not (is_of_many_days(first) or first.apart or undated)
        and not any(t.times or t.told for t in group)
    ):
        beside = [t for t in near if not t.apart and (scene.places or _is_beside(first, t))]
        told = first.asserted or any(t.asserted for t in group)
        first = msgspec.structs.replace(
            _dated(msgspec.structs.replace(first, asserted=told), beside, others, scene), asserted=first.asserted
        )
    if (
        first.modality in ("actual", "ongoing")
        and _is_of_report(first)
        and not (
            scene.day is None or undated or any(t.times or t.told for t in group) or _names_other(first, scene.day)
        )
    ):
        first = msgspec.structs.replace(first, times=(msgspec.structs.replace(scene.day, basis=TITLE_DAY),))
    return [*group[:at], first, *group[at + 1 :]]


def _is_of_report(telling: Telling) -> bool:
    """ "has targeted launchers", "continue to attack": what a report of one day tells as going on, once and for all."""
    goes_on = telling.modality == "ongoing" or has_been_done(telling)
    summed = bool(telling.tolls) or _SINCE.search(telling.evidence.exact) is not None
    return (
        goes_on and telling.asserted and telling.type != "MOBILIZE" and not (telling.apart or telling.plural or summed)
    )


_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)


def _dispersed(first: Telling, others: Sequence[Telling]) -> Telling | None:
    """The protest told just before, in this paragraph or the last, whose people the police then drove apart."""
    if first.mode != "crowd-control" or first.undated:
        return None
    rallies = [
        t for t in others
        if t.type == "PROTEST" and t.modality in HAPPENED and 0 <= first.sentence - t.sentence <= REACH
        and not of_other_days(first, t)
    ]  # fmt: skip
    return max(rallies, key=lambda t: (t.sentence, bool(t.times)), default=None)


def _as_the_rally(first: Telling, rally: Telling, group: Sequence[Telling]) -> Telling:
    """The telling with the rally's place and day, each where the page gives it no other."""
    if not any(t.places for t in group):
        first = with_places(first, rally.places, SAME_PASSAGE)
    if rally.times and _hands_on(rally) and not any(t.times or t.told for t in group):
        first = msgspec.structs.replace(first, times=(msgspec.structs.replace(rally.times[0], basis=SAME_PASSAGE),))
    return first


def _is_deed(telling: Telling) -> bool:
    """Whether it was done somewhere, or tried and failed."""
    if telling.type not in DONE_SOMEWHERE and (telling.type != "THREATEN" or not is_material(telling.frames[0])):
        return False
    return telling.modality in HAPPENED or telling.modality_why == ATTEMPTED


def _said_when(first: Telling, others: Sequence[Telling], scene: Setting) -> Telling:
    """An act of speech on the day on which its paragraph says or names, else the lead's; none that lies ahead."""
    if first.modality == "planned":
        return first  # "he would call on them": he says so on the day, and calls on them later
    near = [
        t for t in others
        if 0 <= first.sentence - t.sentence <= REACH and not t.title
        and (t.block == first.block or (first.sentence - t.sentence == 1 and _is_beside(first, t)))
    ]  # fmt: skip
    said = [m for t in sorted(near, key=lambda t: -t.sentence) for m in t.told if is_day(m)]
    before = [d for d in first.days_before if not _is_of_deed(d, others)]
    led = scene.lead is not None and holds_for(scene.lead, first) and is_of_leaders(first, scene.leaders)
    news = scene.leaders is None and is_plain_past(first)
    lead = [d for d in (scene.lead,) if d is not None and led and (news or not _is_of_deed(d, others))]
    only = [d for d in (scene.only,) if d is not None and is_plain_past(first) and not _is_of_deed(d, others)]
    titled = [d for d in (scene.day,) if d is not None and is_plain_past(first)]
    called = () if said or before else day_called(first, scene.details)
    for days, basis in (
        ((*said, *before, *called, *first.days_said), SAME_PASSAGE),
        (lead, STORY_LEAD),
        (only, ONLY_DAY),
        (titled, TITLE_DAY),
    ):
        if days:
            return msgspec.structs.replace(first, times=(msgspec.structs.replace(days[0], basis=basis),))
    return first


def _is_of_deed(day: TimeMention, others: Sequence[Telling]) -> bool:
    """Whether a deed happened on the day, and nobody is said to have spoken on it."""
    deeds = any(day.start in (m.start for m in t.times[:1]) and _is_deed(t) for t in others)
    return deeds and not any(
        day.start == m.start for t in others for m in (*t.told, *(t.times if t.frames[0].content else ()))
    )


def _is_beside(first: Telling, other: Telling) -> bool:
    """Whether the two are told in one paragraph, or are told of one party."""
    if other.block == first.block and first.sentence - other.sentence <= REACH:
        return True
    parties = {p.party.id or p.party.name for p in (*first.actors, *first.recipients)}
    return bool(parties & {p.party.id or p.party.name for p in (*other.actors, *other.recipients)})


def _dated(first: Telling, near: Sequence[Telling], others: Sequence[Telling], scene: Setting) -> Telling:
    done = has_been_done(first)
    heard = [
        t for t in near
        if not (t.sentence == first.sentence and (t.frames[0].content or first.judged or _was_held(first, t)))
    ]  # fmt: skip
    times = next((t.times for t in heard if t.times and _hands_on(t) and (not done or _is_of_now(t))), ())
    if first.days_before and (not times or times[0].start < first.days_before[0].start):
        times = first.days_before
    kept = tuple(msgspec.structs.replace(t, basis=SAME_PASSAGE) for t in times[:1])
    if first.judged:
        return msgspec.structs.replace(first, times=kept)
    if done:
        scene = msgspec.structs.replace(scene, day=None, lead=None if first.type == "MOBILIZE" else scene.lead)
    if not kept and scene.lead is not None and holds_for(scene.lead, first) and first.asserted:
        kept = (msgspec.structs.replace(scene.lead, basis=STORY_LEAD),)
    if not kept and first.asserted and first.sentence <= LEAD:
        summed = next((t for t in others if _sums_up(t, first)), None)
        kept = (msgspec.structs.replace(summed.times[0], basis=STORY_LEAD),) if summed else ()
    if not kept and scene.day is not None and first.asserted and not _names_other(first, scene.day):
        kept = (msgspec.structs.replace(scene.day, basis=TITLE_DAY),)
    if not kept and scene.month is not None and first.asserted and not (done or tells_of_times(first)):
        kept = (msgspec.structs.replace(scene.month, basis="time that the page reviews"),)
    return msgspec.structs.replace(first, times=kept)


def _was_held(release: Telling, other: Telling) -> bool:
    """ "freed 18 people who had been held since Tuesday": the taking of those let go, whose day is another."""
    return release.mode == "release" and other.mode in ("abduct", "arrest")


def _names_other(telling: Telling, day: TimeMention) -> bool:
    """Whether its sentence names another day than the title's, about that time."""
    own = day.period
    return own is not None and any(
        p.start == p.end != own.start and abs((p.start - own.start).days) <= LONG_DAYS for p in telling.nearby
    )


def _is_of_now(telling: Telling) -> bool:
    """Whether it is a deed of one day, and no month of long ago: what may date what has been done."""
    period = telling.times[0].period
    return telling.type in DONE_SOMEWHERE and period is not None and span_days(period) <= SHORT_DAYS


_SEVERAL = re.compile(r"\b(?:attacks|raids|strikes|places|towns|villages|communities|districts|clashes|bombings)\b")


def _sums_up(lead: Telling, part: Telling) -> bool:
    """ "Rebels killed 16 on Friday in attacks on two towns of the province": the lead tells of several as one."""
    opens = not lead.title and lead.sentence <= 1 and lead.type == part.type and bool(lead.times)
    if not opens or not is_day(lead.times[0]) or not _SEVERAL.search(lead.evidence.exact):
        return False
    wide = [p.place for p in lead.places if not is_fine(p)]
    fine = [p.place for p in part.places if is_fine(p)]
    return any(lies_in(f, w) for f in fine for w in wide)


def _hands_on(telling: Telling) -> bool:
    """Whether what follows may be of the same time: no open stretch, no season, no day that only tells which blast."""
    time, told = telling.times[0], telling.evidence
    owns = told.exact[time.end - told.start :][:2] in ("'s", "’s")
    most = LONG_DAYS if _is_deed(telling) else HANDED_DAYS
    long = time.period is not None and span_days(time.period) > most
    lent = telling.type == "CONSULT" and time.basis in (SAME_PASSAGE, STORY_LEAD, ONLY_DAY)
    before = is_recalled(told.exact) or is_of_before(telling)
    several = len({p for p in telling.nearby if p.start == p.end}) > MOST_DAYS
    return not (time.since or owns or long or lent or is_vague(time) or before or several)
