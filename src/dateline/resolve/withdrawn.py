"""Which reports no longer stand because the outlet that made them took them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.model import Article, Event, Occurrence
from dateline.resolve.copies import UNKNOWN, house


def withdrawn(
    told: Sequence[tuple[Event, Article]], *, copied: Mapping[str, str], passed: Mapping[str, str]
) -> frozenset[str]:
    """Ids of the articles whose report its own house takes back later, and of those that only repeat such a report.

    `copied` and `passed` give what repeats another article, by id.
    """
    back = [(house(article), _day(article), article.id) for event, article in told if _takes_back(event)]
    found = {
        article.id
        for event, article in told
        if not _takes_back(event)
        and any(house(article) == by != UNKNOWN and _day(article) <= day != "9999" for by, day, _ in back)
    }
    repeating = {one: other for kept in (copied, passed) for one, other in kept.items()}
    taking = {id_ for _, _, id_ in back}
    while more := {one for one, other in repeating.items() if other in found | taking} - found - taking:
        found |= more
    return frozenset(found)


def _takes_back(event: Event) -> bool:
    """Whether the page denies in its own words."""
    return any(
        isinstance(c.value, Occurrence) and c.value.modality == "negated" and c.voice.kind == "outlet"
        for c in event.claims
    )


def _day(article: Article) -> str:
    return article.published.period.start.isoformat() if article.published is not None else "9999"
