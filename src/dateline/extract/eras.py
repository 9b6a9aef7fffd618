"""Long ago: the month or year of which a passage tells, for its next sentence: "In May 2021 … We met the minister"."""

from __future__ import annotations

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
    """The time of long ago that opens the sentence before, for what goes on in the plain past with none of its own."""
    if published is None or telling.times or telling.told or scene.times or scene.number == 0:
        return ()
    before = all_scenes[scene.number - 1]
    if before.sentence.block != scene.sentence.block or not _is_plain_past(scene, telling):
        return ()
    times = [t for t in before.times if t.period is not None]
    if len(times) != 1 or times[0].start - before.sentence.start > OPENING or is_open(before, times[0]):
        return ()
    period = times[0].period
    assert period is not None
    return (times[0],) if (published - period.end).days > OLD_DAYS else ()


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
