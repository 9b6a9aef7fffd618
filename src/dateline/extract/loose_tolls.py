"""Counts of dead and hurt whose governing word tells no happening: to which one of their sentence they belong."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.extract.sequence import Aside, aside_at
from dateline.extract.telling import Telling
from dateline.extract.tolls import Toll


def with_loose_tolls(
    found: list[Telling], counted: Sequence[Toll], indices: frozenset[int], stretches: Sequence[Aside] = ()
) -> list[Telling]:
    """Counts whose governing word is no trigger go to the nearest ASSAULT or COERCE telling on their side.

    Where it has none, the dead and hurt make a telling of their own, to add to what was told before. Whoever says that
    a thing did not happen counts no victims of it.
    """
    loose: list[Toll] = []
    for toll in counted:
        if toll.governor in indices:
            continue
        side = aside_at(stretches, toll.quote.start)
        fitting = [
            t
            for t in found
            if t.type in (("ASSAULT", "COERCE") if toll.property == "detained" else ("ASSAULT",))
            and aside_at(stretches, t.position) is side
        ]
        if not fitting:
            loose.append(toll)
            continue
        nearest = min(fitting, key=lambda t: abs(t.position - toll.quote.start))
        found[found.index(nearest)] = msgspec.structs.replace(nearest, tolls=(*nearest.tolls, toll))
    whole = [msgspec.structs.replace(t, tolls=()) if t.modality == "negated" and t.tolls else t for t in found]
    return [*whole, *_alone(found[0], loose)] if found else whole


def _alone(beside: Telling, loose: Sequence[Toll]) -> list[Telling]:
    """The telling of counts that no happening of their sentence takes, `beside` one of another kind."""
    tolls = tuple(t for t in loose if t.property in _HARM and t.bare is not None)
    if not tolls or tolls[0].bare is None or beside.title:
        return []
    frame, words = tolls[0].bare, tolls[0].quote
    return [
        Telling(
            sentence=beside.sentence, position=words.start, frames=(frame,), type=frame.type, mode=None,
            modality="actual", trigger=words, evidence=beside.evidence, modality_why="a count", tolls=tolls, weak=True,
            block=beside.block, gist=beside.gist,
        )
    ]  # fmt: skip


_HARM = frozenset({"killed", "injured", "missing"})
