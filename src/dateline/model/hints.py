"""What the learned reader says of a sentence."""

from __future__ import annotations

from dateline.model.mention import TriggerMention
from dateline.model.record import Record
from dateline.model.text import Gist


class Hints(Record, frozen=True, kw_only=True):
    """The triggers of one sentence, and its gist; no gist where the reader was not asked."""

    triggers: tuple[TriggerMention, ...] = ()
    gist: Gist | None = None
