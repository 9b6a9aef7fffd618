"""Whoever spoke in the sentence before, and goes on: "The army said three were hurt. It said …"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.mentioned import main_subjects
from dateline.extract.scene import Scene
from dateline.model import AttributionMention, Quote

BETWEEN = 3
"""Code points at most between a sentence and the next of its paragraph."""


def spoke_before(scenes: Sequence[Scene], spoken: Sequence[AttributionMention], source: Quote) -> Quote | None:
    """The source that is the subject of the sentence before that of `source`, in its paragraph, and no pronoun.

    A thing said counts ("A statement said …"). None where another is the subject.
    """
    here = next((i for i, s in enumerate(scenes) if s.sentence.start <= source.start < s.sentence.end), 0)
    for scene in reversed(scenes[:here]):
        if scenes[here].sentence.start - scene.sentence.end > BETWEEN:
            return None
        phrases = [scene.tree.range_of(scene.tree.subtree(h)) for h in main_subjects(scene)]
        said = [q for a in spoken if a.cue is not None and (q := a.source or a.speaker) is not None]
        found = next((q for q in said if any(start <= q.start < end for start, end in phrases)), None)
        if found is None or len(found.exact.split()) > 1 or found.exact.casefold() != source.exact.casefold():
            return found
        here -= 1  # "It said … It added …"
    return None
