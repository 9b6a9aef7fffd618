"""Counts that sum up a war or a year, and are of no one happening: "1,200 have been killed since the war began"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.scene import Scene
from dateline.extract.tolls import Toll

_STRETCH = re.compile(
    r"\bsince\s+(?:the\s+|its\s+|their\s+)?(?:[\w'’-]+\s+){0,4}?"
    r"(?:beg[au]n|started|erupted|resumed|broke\s+out|start|beginning|outbreak|onset|launch(?:ed)?)\b"
    r"|\bso\s+far\s+(?:this\s+(?:year|month)|in\s+(?:the|this)\s+(?:[\w-]+\s+)?(?:war|conflict|year)|in\s+\d{4})\b"
    r"|\b(?:in|during|throughout)\s+(?:the|this)\s+(?:[\w-]+\s+){0,2}(?:war|conflict)(?![\w-])"
    r"|\b(?:since|from)\s+the\s+(?:start|beginning|outbreak)\b",
    re.IGNORECASE,
)


def summed(scene: Scene, tolls: Sequence[Toll]) -> tuple[Toll, ...]:
    """The tolls, with those marked of which the sentence says that they run over a war or a year so far.

    Such words bear on the counts just before them, one of each kind, or where none stands before on those after.
    """
    if not tolls:
        return ()
    marked: set[int] = set()
    for stretch in _STRETCH.finditer(scene.text, scene.sentence.start, scene.sentence.end):
        before = [i for i, t in enumerate(tolls) if t.quote.end <= stretch.start()]
        kinds: set[str] = set()
        for i in reversed(before) if before else range(len(tolls)):
            if tolls[i].property in kinds:
                break
            kinds.add(tolls[i].property)
            marked.add(i)
    return tuple(msgspec.structs.replace(t, total=True) if i in marked else t for i, t in enumerate(tolls))


def without_totals(tolls: Sequence[Toll]) -> tuple[Toll, ...]:
    """The tolls of the happening itself, where the sentence gives any beside the total."""
    own = tuple(t for t in tolls if not t.total)
    return own or tuple(tolls)
