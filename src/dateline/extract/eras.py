"""Long ago: the month or year of which a passage tells, for its next sentence: "In May 2021 … We met the minister"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dateline.extract.scene import Scene
from dateline.extract.stretches import is_open
from dateline.extract.telling import Telling
from dateline.model import TimeMention

OLD_DAYS = 90
"""Days before the page after which a month or year is of long ago."""
OPENING = 24
"""Code points from its sentence's start within which the time opens the passage ("Earlier in 2020, …")."""


def era_before(
    all_scenes: Sequence[Scene], scene: Scene, telling: Telling, published: date | None
) -> tuple[TimeMention, ...]:
    """The time of long ago that opens a sentence just before, for what goes on in the plain past with none of its own.

    It holds through its paragraph as long as that stays in the past, and for what the next paragraph ties to it.
    """
    if published is None or telling.times or telling.told or scene.times:
        return ()
    if not _is_plain_past(scene, telling):
        return ()
    told = _SPEECH.search(telling.evidence.exact) is not None
    for number in range(scene.number - 1, max(-1, scene.number - 1 - REACH), -1):
        before = all_scenes[number]
        tied = _TIED.search(scene.text, scene.sentence.start, scene.sentence.end) is not None
        apart = before.sentence.block != scene.sentence.block
        far = apart or number < scene.number - 1
        if before.kind != scene.kind or (apart and not tied) or (far and told):
            return ()
        times = [t for t in before.times if t.period is not None]
        if times:
            return _era(before, times, published)
        if not _goes_on(before):
            return ()
    return ()


REACH = 3
"""Sentences back from which a time of long ago may hold."""
_SPEECH = re.compile(r"[“”\"]|\b(?:said|says|added|told|according|warned|stated|stressed)\b")
_TIED = re.compile(
    r"\b(?:also|then|later|in\s+(?:response|return|turn)|responded\s+(?:by|with)|retaliated)\b", re.IGNORECASE
)


def _era(before: Scene, times: Sequence[TimeMention], published: date) -> tuple[TimeMention, ...]:
    """The only time of the sentence, where it opens it and is long over."""
    if len(times) != 1 or times[0].start - before.sentence.start > OPENING or is_open(before, times[0]):
        return ()
    period = times[0].period
    return (times[0],) if period is not None and (published - period.end).days > OLD_DAYS else ()


def _goes_on(scene: Scene) -> bool:
    """ "Police would come at night": a sentence, parsed or not, that stays in the past."""
    begin, end = scene.sentence.start, scene.sentence.end
    return _PAST.search(scene.text, begin, end) is not None and _NOW.search(scene.text, begin, end) is None


_PAST = re.compile(r"\b(?:was|were|had|would|did|\w{2,}ed)\b")
_NOW = re.compile(r"\b(?:is|are|am|has|have|will|can|may|must|says?|said)\b")


def _is_plain_past(scene: Scene, telling: Telling) -> bool:
    """ "We met the minister"; no "has met", "will meet"."""
    tree = scene.tree
    token = next((i for i, t in enumerate(tree.tokens) if t.start == telling.position), None)
    while token is not None and tree[token].pos not in ("VERB", "AUX") and tree[token].head != token:
        token = tree[token].head
    if token is None:
        return False
    helpers = {tree[c].text.casefold() for c in tree.kids(token, "aux", "auxpass")}
    return (tree[token].tag == "VBD" and not helpers) or (bool(helpers) and helpers <= {"was", "were"})
