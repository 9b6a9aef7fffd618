"""Deeds that somebody's words of blame only name, which need not be of the day on which they were spoken."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dateline.extract.roles import Roles
from dateline.extract.scene import Scene
from dateline.extract.telling import Telling


def named_in_blame(scene: Scene, telling: Telling, drafts: Mapping[int, tuple[Telling, Roles]]) -> Telling:
    """The telling, with no day of a statement where it only names what the statement was about.

    "On Monday Kolo condemned the killing of a judge": Monday is when he spoke. "We condemn the raid on 2 March" speaks
    now, so that its day is the raid's.
    """
    if telling.frames[0].content or telling.times or telling.type not in ("ASSAULT", "COERCE"):
        return telling
    index = next((i for i, (t, _) in drafts.items() if t is telling), None)
    return msgspec.structs.replace(telling, told=(), judged=True) if _is_blamed(scene, index, drafts) else telling


def _is_blamed(scene: Scene, index: int | None, drafts: Mapping[int, tuple[Telling, Roles]]) -> bool:
    """Whether the trigger is a noun, or a clause without a subject, below a verb of blame in the past."""
    tree = scene.tree
    if index is None:
        return False
    for place in (index, *tree.ancestors(index)):
        token = tree[place]
        if token.pos in ("VERB", "AUX") and place in drafts and place != index:
            above = drafts[place][0]
            return above.type == "ACCUSE" and above.frames[0].content and token.tag == "VBD"
        if token.pos in ("VERB", "AUX") and not (token.tag == "VBG" and token.dep == "pcomp"):
            return False
        if token.dep not in ("dobj", "pobj", "prep", "pcomp", "conj", "compound", "nmod", "appos"):
            return False
    return False
