"""The time of the passage, under which it tells what names none: "In May 2021 … We met the minister".

The narrative container of Pustejovsky and Stubbs (2011): the time with which a sentence opens, or that it alone names,
holds for what the passage goes on to tell, until it names another, turns to the present, or looks further back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from dateline.extract.agreement import LONG_DAYS, span_days
from dateline.extract.scene import Scene
from dateline.extract.stretches import is_of_nothing_new, is_open, is_vague
from dateline.extract.telling import Telling
from dateline.extract.tenses import main_tense, opens, tense_of
from dateline.model import TimeMention
from dateline.model.record import Record

BASIS = "time of the passage"
OLD_DAYS = 90
"""Days before the page after which a whole season or year will do."""
PAIRED = 6
"""Code points between two times that are told as one ("yesterday and today"), of which neither holds alone."""
REACH = 5
"""Sentences over which a time that opens one holds."""
WEAK_REACH = 2
"""Sentences over which, in its paragraph, one holds that stands elsewhere in its sentence."""


class Container(Record, frozen=True, kw_only=True):
    """The time that a passage has named, and how it is told."""

    time: TimeMention
    sentence: int
    block: int
    opens: bool
    """The time opens its sentence."""
    old: bool = False
    """It is of long ago."""
    present: bool = False
    """What was then is told in the present: "In January rebels step up their attacks"."""
    words: frozenset[str] = frozenset()
    """Words of what was told in it so far."""
    names: frozenset[str] = frozenset()
    """Those whom the sentence with the time names, who may be heard again."""


class _Story(NamedTuple):
    """What of the whole page tells how its passages go on."""

    published: date | None
    common: frozenset[str]
    """Words of so many of its sentences that they tell no passage from the next."""
    chronicle: bool
    """It tells of days past in the present: "On 3 May rebels step up their attacks"."""


def containers(all_scenes: Sequence[Scene], published: date | None) -> list[Container | None]:
    """For each sentence the time of the passage that it goes on with."""
    opened = [s for s in all_scenes if any(opens(s, t) for t in s.times[:1])]
    tenses = [main_tense(s) for s in opened]
    counts = Counter(w for s in all_scenes for w in _words(s))
    story = _Story(
        published=published,
        common=frozenset(w for w, n in counts.items() if n > COMMON),
        chronicle=tenses.count("present") > max(1, tenses.count("past")),
    )
    found: list[Container | None] = []
    held: Container | None = None
    for scene in all_scenes:
        held = None if held is not None and scene.number - held.sentence > REACH else held
        found.append(held)
        held = _after(held, scene, story) if scene.kind in ("paragraph", "list") else None
    return found


COMMON = 5
"""Sentences of a page up to which a word still ties two of them."""


def _words(scene: Scene) -> frozenset[str]:
    return frozenset(w.casefold()[:STEM] for w in _WORD.findall(scene.text, *_span(scene)))


def _span(scene: Scene) -> tuple[int, int]:
    return scene.sentence.start, scene.sentence.end


_WORD = re.compile(r"[^\W\d_]{5,}")
STEM = 6
"""Letters of a word that tell that another is of its family: "protests", "protesters"."""


def _after(held: Container | None, scene: Scene, story: _Story) -> Container | None:
    """The time of the passage after the sentence, given that before it."""
    times = [t for t in scene.times if t.period is not None]
    if times:
        return _opened(scene, times, story)
    if held is None or scene.names_only:
        return None
    if not scene.tree.tokens and not scene.actors and not _NOW.search(scene.text, *_span(scene)):
        return held
    words = held.words | (_words(scene) - story.common)
    return msgspec.structs.replace(held, words=words) if _goes_on(scene, held) else None


def _opened(scene: Scene, times: Sequence[TimeMention], story: _Story) -> Container | None:
    """The passage that the sentence opens; None where it names more times than one, or the end of a stretch."""
    first, published = times[0], story.published
    opening = opens(scene, first)
    paired = len(times) > 1 and times[1].start - first.end <= PAIRED
    owned = scene.text[first.end : first.end + 2] in ("'s", "’s")
    if published is None or first.period is None or first.period.start > published or owned or paired:
        return None
    if is_open(scene, first) or is_vague(first) or is_of_nothing_new(scene, first) or not (opening or len(times) == 1):
        return None
    past = (published - first.period.end).days
    if past <= OLD_DAYS and span_days(first.period) > LONG_DAYS:
        return None
    return Container(
        time=first, sentence=scene.number, block=scene.sentence.block, opens=opening,
        present=opening and past > 0 and (story.chronicle or main_tense(scene) == "present"),
        old=past > OLD_DAYS,
        words=_words(scene) - story.common,
        names=frozenset(m.actor.name for m in scene.actors),
    )  # fmt: skip


_PAST = re.compile(r"\b(?:was|were|had|would|did|\w{2,}ed)\b")
_NOW = re.compile(r"\b(?:is|are|am|has|have|will|can|may|must|says?|said)\b")


def _goes_on(scene: Scene, held: Container) -> bool:
    """ "Police would come at night": a sentence, parsed or not, that stays in the time of the passage."""
    if held.present:
        return main_tense(scene) == "present" or not scene.tree.tokens
    span = _span(scene)
    return _PAST.search(scene.text, *span) is not None and _NOW.search(scene.text, *span) is None


_SPEECH = re.compile(r"[“”\"]|\b(?:said|says|added|told|according|warned|stated|stressed)\b")
_TIED = re.compile(
    r"\b(?:also|then|later|in\s+(?:response|return|turn)|responded\s+(?:by|with)|retaliated)\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"\W*(?:he|she|they|it)\b", re.IGNORECASE)


def _is_tied(scene: Scene, held: Container) -> bool:
    """ "They also fled", "He gave up": whether its words, or one of the passage again, tie the sentence to it."""
    tied = _TIED.search(scene.text, *_span(scene)) or _PRONOUN.match(scene.text, *_span(scene))
    return tied is not None or bool(_words(scene) & held.words)


def _is_heard_again(held: Container, telling: Telling) -> bool:
    return bool(held.names & {a.party.name for a in telling.actors})


_FARTHER_ON = re.compile(
    r"\b(?:days?|weeks?|months?|years?|decades?)\s+(?:later|after|afterwards|earlier|before)\b"
    r"|\bpreviously\b|\b(?:following|next|subsequent|ensuing|coming)\s+(?:\w+\s+)?(?:days|weeks|months|years|decades)\b",
    re.IGNORECASE,
)
"""What sets a sentence some way off from the time of the passage: "days later", "previously"."""


def time_of_passage(held: Container | None, scene: Scene, telling: Telling) -> tuple[TimeMention, ...]:
    """The time of the passage, for what goes on in its tense and names none; with its own basis."""
    if held is None or telling.times or telling.told or scene.times or telling.title or telling.plural:
        return ()
    if telling.modality not in _HELD or (telling.frames[0].content and not held.opens):
        return ()
    if tense_of(scene, telling.position) != ("present" if held.present else "past"):
        return ()
    far = scene.number - held.sentence
    apart = scene.sentence.block != held.block
    if _FARTHER_ON.search(scene.text, *_span(scene)):
        return ()
    if far > 1 and _SPEECH.search(telling.evidence.exact):
        return ()
    short = held.time.period is not None and span_days(held.time.period) <= LONG_DAYS
    if not held.opens and (apart or far > (WEAK_REACH if short else 1)):
        return ()
    if (apart or not held.opens) and not (held.present or _is_tied(scene, held)):
        return ()
    if telling.frames[0].content and not (held.old or held.present or _is_heard_again(held, telling)):
        return ()
    return (msgspec.structs.replace(held.time, basis=BASIS),)


_HELD = frozenset({"actual", "requested", "threatened", "negated"})
