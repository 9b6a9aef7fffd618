"""The day on which somebody spoke, for what else the page quotes of them: "Kolo accused them, she added"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from dateline.extract.scene import Scene
from dateline.extract.stretches import is_open
from dateline.extract.telling import Telling
from dateline.model import AttributionMention, TimeMention, Voice
from dateline.model.record import Record

REACH = 6
"""Sentences back from which what somebody said on a day is followed by more that they said."""

THERE = 3
"""Sentences back from which what somebody said is of the day on which they came or met."""


class Saying(Record, frozen=True, kw_only=True):
    """Who spoke, in which sentence, and on what day."""

    sentence: int
    speaker: str
    day: TimeMention
    there: bool = False
    """They only came, met or appeared that day: that of what they are told to have said next."""


def sayings(
    scene: Scene, attributions: Sequence[AttributionMention], heard: Callable[[int], Voice | None]
) -> list[Saying]:
    """The days that stand with a verb of saying, each with its speaker."""
    found: list[Saying] = []
    days = [t for t in scene.times if _is_short(t) and not is_open(scene, t)]
    for attribution in attributions if days else ():
        if attribution.cue is None or (voice := heard(attribution.content.start)) is None:
            continue
        for day in days:
            if attribution.cue.start in _verbs_of(scene, day):
                found.append(Saying(sentence=scene.number, speaker=voice.name, day=day))
    return [*found, *_appearances(scene, days)]


_APPEARING = frozenset({"appear", "arrive", "attend", "host", "meet", "tour", "visit"})
_HELD = frozenset({"briefing", "conference", "meeting", "press", "talk", "tour", "visit"})


def _appearances(scene: Scene, days: Sequence[TimeMention]) -> Iterator[Saying]:
    """ "Kolo toured the town on Thursday": those who are told to have come or met on a day."""
    tree = scene.tree
    for day in days:
        token = scene.token_at(day.start, day.end)
        above = () if token is None else tree.ancestors(token)
        verb = next((i for i in above if tree[i].pos in ("VERB", "AUX")), None)
        if verb is None or tree.kids(verb, "neg") or any(tree[a].tag == "MD" for a in tree.kids(verb, "aux")):
            continue
        held = tree[verb].lemma == "hold" and any(tree[o].lemma in _HELD for o in tree.kids(verb, "dobj"))
        if tree[verb].lemma in _APPEARING or held:
            below = {i for s in tree.kids(verb, "nsubj") for i in tree.subtree(s)}
            for actor in scene.actors:
                if scene.token_at(actor.start, actor.end) in below and actor.actor.kind == "person":
                    yield Saying(sentence=scene.number, speaker=actor.actor.name, day=day, there=True)


def _verbs_of(scene: Scene, day: TimeMention) -> list[int]:
    """Where the verb begins that the day stands with, and that above a participle: "Speaking last week, Kolo said"."""
    tree, token = scene.tree, scene.token_at(day.start, day.end)
    verb = (
        next((i for i in tree.ancestors(token) if tree[i].pos in ("VERB", "AUX")), None) if token is not None else None
    )
    if verb is None:
        return []
    speaking = tree[verb].dep == "advcl" and tree[verb].tag == "VBG"
    return [tree[i].start for i in ((verb, tree[verb].head) if speaking else (verb,))]


def with_days_of_speech(
    found: Sequence[Telling], listed: Sequence[Saying], officers: Callable[[str], str]
) -> list[Telling]:
    """The tellings, each act of speech without a day with that on which its speaker spoke just before.

    `officers` gives the name of whoever holds an office by which the page calls a speaker.
    """
    own = [
        Saying(sentence=t.sentence, speaker=t.actors[0].party.name, day=t.times[0])
        for t in found
        if t.frames[0].content and t.actors and t.times and not t.times[0].since and _is_short(t.times[0])
    ]  # fmt: skip
    named = [msgspec.structs.replace(s, speaker=officers(s.speaker)) for s in (*listed, *own)]
    days = sorted(named, key=lambda s: (s.sentence, s.day.start))
    return [_dated(telling, days, officers) for telling in found]


def _dated(telling: Telling, days: Sequence[Saying], officers: Callable[[str], str]) -> Telling:
    if not telling.frames[0].content or telling.times or telling.told or telling.undated or telling.title:
        return telling
    voiced = telling.voice.name if telling.voice is not None else None
    speaker = telling.actors[0].party.name if telling.actors else voiced
    speaker = officers(speaker) if speaker is not None else None
    before = [s for s in days if _is_one(s.speaker, speaker) and s.sentence < telling.sentence]
    heard = [s for s in before if not s.there]
    near = [s for s in heard if telling.sentence - s.sentence <= REACH]
    if not near and is_plain_past(telling):
        near = [s for s in before if s.there and telling.sentence - s.sentence <= THERE]
    if not near and len({s.day.period for s in heard}) == 1 and is_plain_past(telling):
        near = [s for s in heard if s.day.period is not None and s.day.period.precision == "day"]
    return msgspec.structs.replace(telling, days_said=(near[-1].day,)) if near else telling


_PERFECT = re.compile(r"\b(?:has|have|had|was|were|['’](?:s|ve|d))\s+(?:(?!to\b)[\w-]+\s+){0,2}$", re.IGNORECASE)
"""What tells of an act of speech as done by now, or done to somebody: "has also called for", "was accused"."""


_LOWER = re.compile(r"\b(?:who|which|where|whose)\b[^,;.]{0,80}$", re.IGNORECASE)


def is_plain_past(telling: Telling) -> bool:
    """ "Truss also accused them": told in the page's own words, by a verb in the past, as on one occasion."""
    words, at = telling.evidence.exact, max(0, telling.trigger.start - telling.evidence.start)
    verb = telling.trigger.exact.split()[0]
    past = verb.endswith("ed") or verb.casefold() in _STRONG or _is_quoted(telling)
    own = _PERFECT.search(words, 0, at) is None and _LOWER.search(words, 0, at) is None
    return telling.asserted and past and own and not telling.nearby and not _is_told_by_another(telling)


_BESIDE = re.compile(r"\b(?:after|before|since|until|if|who|which|where|whose|that)\b[^,;.]{0,80}$", re.IGNORECASE)


def is_meeting_told(telling: Telling) -> bool:
    """ "Earlier, the two met": a meeting of its own sentence, by a verb in the past or as the meeting known of."""
    if telling.type != "CONSULT" or telling.modality != "actual" or telling.nearby:
        return False
    words, at = telling.evidence.exact, max(0, telling.trigger.start - telling.evidence.start)
    verb = telling.trigger.exact.split()[0]
    told = verb.endswith("ed") or verb.casefold() in _STRONG or telling.definite
    return told and _PERFECT.search(words, 0, at) is None and _BESIDE.search(words, 0, at) is None


def _is_told_by_another(telling: Telling) -> bool:
    """ "Lavrov added that the West had urged them": whether somebody else says that it was said."""
    if telling.voice is None or telling.voice.kind == "outlet":
        return False
    return not (telling.actors and _is_one(telling.voice.name, telling.actors[0].party.name))


_CUE = re.compile(r"\b(?:said|added|told|warned|wrote|tweeted|insisted|noted|declared|argued|stressed)\b")


def _is_quoted(telling: Telling) -> bool:
    """ "They will pay a price," Kolo said: words that a verb of saying in the past gives as the speaker's."""
    voice = telling.voice
    own = voice is not None and bool(telling.actors) and _is_one(voice.name, telling.actors[0].party.name)
    end = telling.trigger.end - telling.evidence.start
    return own and _CUE.search(telling.evidence.exact, max(0, end)) is not None


_STRONG = frozenset({"spoke", "told", "said", "put", "gave", "made", "took", "sought", "met", "held", "swore", "spelt"})
"""Verbs whose past has no "-ed", as acts of speech are told by them."""


def _is_one(one: str, other: str | None) -> bool:
    """ "President Ada Kolo" and "Kolo"; no "ambassador of Kenya" and "Kenya"."""
    if other is None or one == other:
        return one == other
    short, long = sorted((one, other), key=len)
    return " of " not in long and long.endswith(f" {short}")


def _is_short(time: TimeMention) -> bool:
    return time.period is not None and (time.period.end - time.period.start).days < WEEK


WEEK = 7
"""Days of the longest period in which one occasion of speech is told to lie ("last week")."""
