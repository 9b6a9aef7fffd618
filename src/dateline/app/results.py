"""What reading one page gives."""

from __future__ import annotations

from dateline.model import Article, Document, Event, Mention, MentionKind, Rejected
from dateline.model.record import Record


class Reading(Record, frozen=True, kw_only=True):
    """An article, what was found in it, and the events it reports."""

    article: Article
    document: Document
    events: tuple[Event, ...]
    aside: tuple[Rejected, ...] = ()

    def mentions(self, kind: MentionKind | None = None) -> tuple[Mention, ...]:
        """The mentions of one kind ("time", "place", "actor", "quantity", "attribution"), or all, in text order."""
        return tuple(m for m in self.document.mentions if kind is None or m.__struct_config__.tag == kind)
