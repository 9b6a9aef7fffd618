"""When: which of a sentence's times belong to a trigger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

import msgspec

from dateline.extract.clause_scenes import is_gone_for
from dateline.extract.days_beside import day_behind, day_beside, is_name_part, verb_behind
from dateline.extract.domain import FAR, distance_to, domain, in_lower_clause
from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.extract.stretches import is_bound, is_deadline, is_open, is_vague, since_noun, spanned
from dateline.extract.tenses import is_past, opens
from dateline.extract.undated import (
    begins_at,
    is_answered,
    is_apart,
    is_found_later,
    is_of_freed,
    is_of_thing_told_of,
    is_of_words,
    is_speaking,
    is_undated,
)
from dateline.grammar import prepositional
from dateline.model import AttributionMention, Period, TimeMention
from dateline.model.record import Record

LONGEST = 366
"""Days of the longest period in which somebody can be said to have spoken."""


class Timing(Record, frozen=True, kw_only=True):
    """Times of the happening itself, and of its being told."""

    own: tuple[TimeMention, ...] = ()
    told: tuple[TimeMention, ...] = ()
    undated: bool = False
    """Its words set it off from the days told around it, and name none."""


def timing(scene: Scene, predicate: Predicate, others: frozenset[int], saying: Sequence[AttributionMention]) -> Timing:
    """The times attached to the trigger, nearest first, and those attached to a verb of saying above it."""
    if is_found_later(scene, predicate):
        return Timing(undated=True)
    index = predicate.index
    freed = is_of_freed(scene, predicate)
    near = {index: 0} if freed or is_answered(scene, predicate) else domain(scene, predicate, meanwhile=True)
    cues = {a.cue.start for a in saying if a.cue is not None}
    ranked: list[tuple[int, TimeMention]] = []
    told: list[TimeMention] = []
    for time in scene.times:
        if time.period is None or is_name_part(scene, time) or (time.since and _is_record(scene, predicate.index)):
            continue
        if predicate.frame.content and "/" in time.value:  # "spoke of their pact in the Gulf War"
            continue
        if predicate.frame.content and is_deadline(scene.text, time):
            continue
        if is_bound(scene.text, time) and not _hangs_from(scene, predicate.index, time):
            continue
        token = scene.token_at(time.start, time.end)
        if token is not None and _opens_stretch(scene, token, predicate, near):
            ranked.append((1, msgspec.structs.replace(time, since=True)))
            continue
        if (predicate.frame.content and is_of_words(scene, index, time)) or is_speaking(scene, index, time):
            ranked.append((1, time))
            continue
        if token is not None and in_lower_clause(scene, token, near) and not _hangs_from(scene, predicate.index, time):
            continue
        behind = verb_behind(scene, time, predicate.index)
        at = token if behind is None else behind
        where = time if behind is None else scene.tree[behind]
        distance, by_cue = distance_to(scene, where.start, where.end, near, others - {predicate.index}, cues)
        since = _since_clause(scene, time, predicate.index) or (token is not None and since_noun(scene, token))
        if not time.since and since:
            time = msgspec.structs.replace(time, since=True)
        if _hangs_from(scene, predicate.index, time):
            return Timing(own=(msgspec.structs.replace(time, since=False),), told=tuple(told))
        if by_cue:
            told += [time] if _is_of_saying(scene, time, at, cues, predicate.index) else []
        elif distance < FAR:
            ranked.append((distance, time))
    ranked.sort(key=lambda r: (r[0], r[1].start))
    shifted = _shifted(scene, predicate)
    if shifted is not None and not _has_own_day(scene, predicate, [t for _, t in ranked]):
        return Timing(own=(shifted,), told=tuple(told))
    own = _sharpest(scene.text, tuple(t for _, t in ranked))
    if not own and not freed and not is_apart(scene, predicate, near, others):
        own = day_beside(scene, predicate.index, cues) or day_behind(scene, predicate.index)
        if not own and not told:
            own = _opening(scene) if not others - {predicate.index} else _opening_of_all(scene, predicate)
    unknown = not own and is_undated(scene, predicate, near, others)
    unknown = unknown or (not own and bool(told) and is_of_thing_told_of(scene, predicate))
    if own and own[0].since and _is_held_until(scene, predicate):
        own = (msgspec.structs.replace(own[0], since=False), *own[1:])
    heard = () if unknown and not predicate.frame.content else _sharpest(scene.text, tuple(told))
    return Timing(own=spanned(scene, own), told=heard, undated=unknown)


def _is_held_until(scene: Scene, predicate: Predicate) -> bool:
    """ "freed 18 people who had been held since Tuesday": they were taken that day, and are held no more."""
    tree, verb = scene.tree, predicate.index
    held = predicate.verbal and tree[verb].dep == "relcl" and predicate.frame.mode in ("abduct", "arrest")
    return held and any(tree[a].text.casefold() == "had" for a in tree.kids(verb, "aux"))


def _is_of_saying(scene: Scene, time: TimeMention, at: int | None, cues: set[int], trigger: int) -> bool:
    """Whether somebody spoke then: no century, no "has not spoken of it since the start of the war on 3 May".

    Nor what somebody else said meanwhile: "refused to name them, although its leader called for restraint last week".
    """
    tree = scene.tree
    above = (at, *tree.ancestors(at)) if at is not None else ()
    cue = next((i for i in above if tree[i].start in cues), None)
    if cue is not None and trigger in tree.ancestors(cue) and tree[cue].dep == "advcl" and tree.kids(cue, "mark"):
        return False
    unsaid = time.since and cue is not None and bool(tree.kids(cue, "neg"))
    short = time.period is not None and (time.period.end - time.period.start).days < LONGEST
    return short and not unsaid and not is_vague(time)


def _sharpest(text: str, times: tuple[TimeMention, ...]) -> tuple[TimeMention, ...]:
    """ "In an overnight raid in the town on Saturday": the day first that is named with a night of two days.

    A night that the words themselves date ("last night", "Friday night") is that of the day only where it holds it.
    """
    night = times[0].period if times else None
    if night is None or (night.end - night.start).days != 1 or times[0].type != "TIME":
        return times
    bare = times[0].exact.casefold() == "overnight"
    days = [
        t for t in times[1:]
        if t.period is not None and t.period.start == t.period.end
        and not t.since and (night.start <= t.period.start <= night.end or (bare and not _is_parted(text, times[0], t)))
    ]  # fmt: skip
    return (*days[:1], *(t for t in times if t not in days[:1]))


def _is_parted(text: str, night: TimeMention, day: TimeMention) -> bool:
    """ "overnight, and on Friday he fled": whether a clause of its own begins between the night and a later day."""
    return _NEW_CLAUSE.search(text, night.end, max(night.end, day.start)) is not None


_NEW_CLAUSE = re.compile(r"[;:]|,? (?:and|but|while|after|before)\b")


def _opening(scene: Scene) -> tuple[TimeMention, ...]:
    """ "On Friday …": the day with which a sentence that tells of one thing alone opens, whatever its parse."""
    begin = begins_at(scene)
    return tuple(t for t in scene.times[:1] if t.period is not None and not t.since and t.start - begin <= OPENING)


def _opening_of_all(scene: Scene, predicate: Predicate) -> tuple[TimeMention, ...]:
    """ "On Friday, Norland was one of four that refused it": the one time of the sentence, for a verb in the past."""
    times = [t for t in scene.times if t.period is not None]
    only = times[0] if len(times) == 1 and opens(scene, times[0]) else None
    if only is None or is_open(scene, only) or is_vague(only):
        return ()
    return (only,) if predicate.verbal and is_past(scene, predicate.index) else ()


OPENING = 4
"""Code points within which a day opens a sentence ("On Friday")."""


_SHIFT = re.compile(r"P(\d+)([DW])$")


def _has_own_day(scene: Scene, predicate: Predicate, times: Sequence[TimeMention]) -> bool:
    """ "sentenced on 4 May, three weeks after his arrest on 15 April": whether its own words name the day."""
    below = scene.tree.subtree(predicate.index)
    first, last = scene.tree[below[0]].start, scene.tree[below[-1]].end
    days = [t for t in times if t.period is not None and t.period.start == t.period.end]
    return any(first <= t.start < last and t.start > scene.tree[predicate.index].start for t in days)


_ROUGHLY = re.compile(r"\b(?:less|more|fewer|nearly|almost|about|around|some|over|roughly|barely)\s+(?:than\s+)?", re.I)
"""What keeps a length from giving a day: "less than three weeks after"."""


def is_rough(text: str, length: TimeMention) -> bool:
    """ "less than three weeks", "almost a month": a length that gives no day."""
    before = max(0, length.start - 20)
    ends = [m.end() for m in _ROUGHLY.finditer(text, before, length.end)]
    return any(length.start <= end < length.end for end in ends)


def _shifted(scene: Scene, predicate: Predicate) -> TimeMention | None:
    """ "on 3 March, a day after X threatened": the happening lies that far from the day named beside it."""
    tree = scene.tree
    for index in (predicate.index, *tree.ancestors(predicate.index)):
        marks = [tree[c].lemma for c in tree.kids(index, "mark")] + (
            [tree[tree[index].head].lemma] if tree[index].dep in ("pobj", "pcomp") else []
        )
        order = next((m for m in marks if m in ("after", "before")), None)
        if order is None:
            continue
        begin = tree[min(tree.subtree(index))].start
        for length in scene.times:
            match = _SHIFT.match(length.value) if length.type == "DURATION" else None
            if match is None or not -40 <= length.end - begin <= 25:
                continue
            if is_rough(scene.text, length):
                continue
            day = next(
                (
                    t
                    for t in reversed(scene.times)
                    if t.end <= length.start and t.period is not None and t.period.start == t.period.end
                ),
                None,
            )
            if day is not None and day.period is not None:
                return moved(
                    day, length, int(match[1]) * (7 if match[2] == "W" else 1), back=order == "after", text=scene.text
                )
    return None


def moved(day: TimeMention, length: TimeMention, days: int, *, back: bool, text: str) -> TimeMention:
    """The day, so many days on or back, with the words that say so."""
    assert day.period is not None
    moved = day.period.start + timedelta(days=-days if back else days)
    start, end = min(day.start, length.start), max(day.end, length.end)
    return TimeMention(
        start=start, end=end, exact=text[start:end], rule="so many days from a named day", type="DATE",
        value=moved.isoformat(),
        period=Period(start=moved, end=moved, precision="day"), basis="relative to text",
    )  # fmt: skip


_RANKS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest"}
    | {"worst", "deadliest", "bloodiest"}
)


def _is_record(scene: Scene, index: int) -> bool:
    """ "the gravest assault since last autumn", "the fourth strike since May": the stretch of a comparison.

    Also where it is said of it: "the raid was the deadliest since June", "was among the worst since June"; or of whom
    it befell: "the third medic who has been killed since the war began".
    """
    tree, said = scene.tree, list[int]()
    if tree[index].dep in ("relcl", "acl"):
        said = [tree[index].head]
        said = [i for i in said if any(tree[c].tag == "JJ" for c in tree.kids(i, "amod"))]
    if tree[index].dep == "nsubj" and tree[tree[index].head].lemma == "be":
        said = [*tree.kids(tree[index].head, "attr", "acomp")]
        preps = [p for i in (tree[index].head, *said) for p in tree.kids(i, "prep") if tree[p].lemma in ("among", "of")]
        said += [c for p in preps for c in tree.kids(p, "pobj")]
    ranks = [*said, *(c for i in (index, *said) for c in tree.kids(i, "amod", "advmod"))]
    return any(tree[c].tag in ("JJS", "RBS") or tree[c].lemma in _RANKS for c in ranks)


def _hangs_from(scene: Scene, index: int, time: TimeMention) -> bool:
    """ "since Monday, when rebels attacked", "a call on Monday, during which Kolo asked": it hangs from the day.

    As does what is told of its night: "on Monday, the night rebels attacked".
    """
    for place in (index, *scene.tree.ancestors(index)):
        if scene.tree[place].dep == "relcl" and scene.tree[scene.tree[place].head].lemma in _OF_A_DAY:
            between = scene.text[time.end : scene.tree[scene.tree[place].head].start]
            return between.strip() in (", the", "the", ", the same", ", that")
        meanwhile = any(scene.tree[w].lemma == "which" for w in prepositional(scene.tree, place, "at", "during"))
        if scene.tree[place].dep == "relcl" and meanwhile:
            token = scene.token_at(time.start, time.end)
            return (
                token is not None
                and time.end <= scene.tree[place].start
                and scene.tree[place].head in (token, *scene.tree.ancestors(token))
            )
        if scene.tree[place].dep in ("relcl", "advcl") and any(
            scene.tree[c].lemma == ("where" if is_gone_for(scene, place) else "when")
            for c in scene.tree.kids(place, "advmod", "mark")
        ):
            head = scene.tree[scene.tree[place].head]
            return time.start <= head.start < time.end
    return False


_OF_A_DAY = frozenset({"day", "night", "morning", "afternoon", "evening", "week", "month", "year"})
_STARTS = frozenset({"begin", "start", "erupt", "break", "launch", "open", "resume"})


def _opens_stretch(scene: Scene, token: int, predicate: Predicate, near: dict[int, int]) -> bool:
    """ "40 were killed since the attacks began on Monday": the day that the trigger's own clause of time names.

    Also that of the verb of which it is the object: "have made three raids since the attacks began".
    """
    tree = scene.tree
    for index in (token, *tree.ancestors(token)):
        if tree[index].dep == "advcl":
            marks = [tree[c].lemma for c in tree.kids(index, "mark")]
            above = tree[index].head
            made = not predicate.verbal and tree[predicate.index].dep == "dobj" and above in near
            own = above == predicate.index or made
            ranked = any(tree[i].tag in ("JJS", "RBS") or tree[i].lemma in _RANKS for i in range(above, index))
            return own and "since" in marks and tree[index].lemma in _STARTS and not ranked
    return False


def _since_clause(scene: Scene, time: TimeMention, trigger: int) -> bool:
    """ "since the attacks began on …": the time opens a stretch that lasts.

    What happened once ("no aid has come since gunmen burned the store in May") has the time itself.
    """
    place = scene.token_at(time.start, time.end)
    if place is None:
        return False
    for index in (place, *scene.tree.ancestors(place)):
        if scene.tree[index].dep == "advcl":
            inside = trigger == index or index in scene.tree.ancestors(trigger)
            if inside and scene.tree[index].lemma not in _STARTS:
                return False
            return any(scene.tree[c].lemma == "since" for c in scene.tree.kids(index, "mark"))
    return False
