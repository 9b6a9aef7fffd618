"""What reading one page gives."""

from __future__ import annotations

from typing import Any

from dateline.app.provenance import produced_by
from dateline.errors import UnreadableInput
from dateline.model import Article, Document, Event, Issue, Mention, MentionKind, Page, Rejected
from dateline.model.record import Record


class Reading(Record, frozen=True, kw_only=True):
    """An article, what was found in it, and the events it reports."""

    page: Page
    article: Article
    document: Document
    events: tuple[Event, ...]
    aside: tuple[Rejected, ...] = ()

    def mentions(self, kind: MentionKind | None = None) -> tuple[Mention, ...]:
        """The mentions of one kind ("time", "place", "actor", "quantity", "attribution"), or all, in text order."""
        return tuple(m for m in self.document.mentions if kind is None or m.__struct_config__.tag == kind)

    def records(self) -> list[dict[str, Any]]:
        """The events as JSON-ready objects, as `dateline read --format jsonl` writes them."""
        from dateline.render.record import event_record

        return [event_record(event, self.article, produced_by=produced_by()) for event in self.events]

    def _repr_html_(self) -> str:
        from dateline.render.html import reading_html

        return reading_html(self.article, self.events)


class Refused(UnreadableInput):
    """A page that is not read; `issue` says why."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(item=issue.item, expected=issue.expected, found=issue.found, code=issue.code)
        self.issue = issue
