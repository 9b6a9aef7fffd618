"""The deed of the paragraph before which a deed goes on with: "… were arrested during the raid", told of one party."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.agreement import of_other_days
from dateline.extract.set_apart import is_another, is_numbered_apart
from dateline.extract.setting import is_fine
from dateline.extract.telling import Telling

REACH = 2
"""Sentences back to the deed."""
_IN_IT = re.compile(
    r"\b(?:in|during|amid)\s+(?:the|this|that|those|these)\s+(?:(?:same|ensuing)\s+)?(?:[a-z-]+\s+)?(?P<deed>[a-z-]+)\b"
)
_RALLIES = frozenset({"demonstration", "march", "protest", "rally", "sit-in", "unrest", "clash", "riot", "procession"})
_DEEDS = frozenset(
    {"ambush", "assault", "attack", "blast", "bombardment", "bombing", "clash", "explosion", "fighting", "gunfight"}
    | {"incursion", "invasion", "offensive", "operation", "raid", "shelling", "shoot-out", "shooting", "shootout"}
    | {"siege", "stampede", "storming", "strike", "violence", "airstrike"}
)


def taken_up(first: Telling, near: Sequence[Telling], placed: Sequence[Telling]) -> Telling | None:
    """The nearest placed deed, in another paragraph, of which the telling's words say that it was a part of it.

    Also that of the sentence just before where people were driven apart or held and nobody is named who did it, after a
    rally or a raid.
    """
    if first.title or first.apart or first.plural:
        return None
    by = _countries(first)
    theirs = [t for t in near if t.places and first.sentence - t.sentence <= REACH and _countries(t) & by]
    known = sorted({id(t): t for t in (*placed, *theirs)}.values(), key=lambda t: first.sentence - t.sentence)
    before = next((t for t in known if t.sentence < first.sentence and any(is_fine(p) for p in t.places)), None)
    if before is None or before.title or is_another(first, before) or is_numbered_apart(first, before):
        return None
    between = [t for t in near if before.sentence < t.sentence < first.sentence and t.type in ("ASSAULT", "PROTEST")]
    if between or (first.times and before.times and of_other_days(first, before)):
        return None
    return before if _is_in_it(first, before) or _comes_of(first, before) else None


def _countries(telling: Telling) -> set[str]:
    """Of which countries they are who did it."""
    return {p.party.country for p in telling.actors if p.party.country}


def _is_in_it(first: Telling, before: Telling) -> bool:
    """ "Two nurses were abducted during the raid", told just after a raid."""
    named = {m["deed"].removesuffix("s") if not m["deed"].endswith("ss") else m["deed"]
             for m in _IN_IT.finditer(first.evidence.exact)}  # fmt: skip
    return bool(named & (_RALLIES if before.type == "PROTEST" else _DEEDS))


def _comes_of(first: Telling, before: Telling) -> bool:
    """ "At least nine people were arrested", told just after a march or a raid."""
    next_to = first.modality == "actual" and before.modality == "actual"
    held = first.type == "COERCE" and first.mode == "arrest"
    return next_to and held and not first.places and before.type in ("PROTEST", "ASSAULT") and not first.times
