"""What the learned reader says of a sentence."""

from __future__ import annotations

from dateline.model.mention import TriggerMention
from dateline.model.record import Record


class Hints(Record, frozen=True, kw_only=True):
    """The triggers of one sentence, and how surely it tells of nothing (0 to 1)."""

    triggers: tuple[TriggerMention, ...] = ()
    quiet: float = 0.0
    asked: bool = False
