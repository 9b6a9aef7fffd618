"""Sentences that sum up several happenings told before: "In all, 42 people were abducted over the weekend"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.agreement import period_of
from dateline.extract.likeness import HAPPENED, likeness
from dateline.extract.telling import Telling

_SUMS = re.compile(
    r"\b(?:in\s+all|in\s+total|all\s+told|altogether|overall|taken\s+together|between\s+them|in\s+both\s+\w+"
    r"|combined(?!\s+(?:\S+\s+)?(?:arms|campaign|forces?|operation|strikes?)\b)"
    r"|in\s+the\s+(?:two|three|four|five|six)\s+(?:attacks|raids|incidents|blasts|strikes|bombings|shootings|ambushes)"
    r"|a\s+total\s+of|(?:brings?|brought|bringing|takes?|took|taking|pushe[sd]|pushing)\s+(?:to|the\s+(?:total|number|toll)))\b",
    re.IGNORECASE,
)


def sums_up(telling: Telling, found: Sequence[Telling]) -> bool:
    """Whether it counts together what was told before as two or more happenings of its type that are not one.

    Also a number that a sentence shares out among towns, told again without the towns' own: "strikes leave nine dead".
    """
    totals = {t.share_of for t in found if t.type == telling.type} - {None}
    if telling.share is None and any(t.property == "killed" and t.count.low in totals for t in telling.tolls):
        return True
    if telling.title or not _SUMS.search(telling.evidence.exact):
        return False
    before = [
        t
        for t in found
        if t.type == telling.type and t.sentence < telling.sentence and not t.title and t.modality in HAPPENED
    ]
    dated = [t for t in before if period_of(t) is not None or t.places]
    return any(likeness(one, other).conflict is not None for i, one in enumerate(dated) for other in dated[:i])
