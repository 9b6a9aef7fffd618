"""What the rules of counting make of the stories where the steps before them are taken as done.

End to end a figure falls for any of three causes: a page that was not read, a report that was drawn into another
incident, and a rule that counts wrongly. Here the reports that were read are put together as gold has them, so that
nothing is due to drawing together; then two kinds of figures are left.

"drawn as gold": over all happenings of which anything was read; what is wrong is due to reading and to rules.
"every page read": over those of which every page of gold's was read; what is wrong is due to rules, and to what reading
makes of the pages. "outlets of pages read": over all of which anything was read, against what gold's number comes to
for the pages in hand. That follows from gold where its number is that of the houses (owner or family, of
`outlets_*.csv`) of all its pages, which then hold no copy and nothing passed on: it is the number of houses of the
pages read. Where copies or citations make it smaller, it is known only if every page was read. Voices cannot be told
by page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from dateline.model import Article, Event, Incident
from dateline.model.judgement import NO_RULINGS
from dateline.model.resolution import ResolveRules
from dateline.resolve.account import account
from dateline.resolve.clusters import Drawn
from dateline.resolve.copies import house
from dateline.resolve.incidents import drawn_up

Gold = dict[str, Any]
EventOf = Mapping[tuple[str, str], str | None]
"""Page and happening → the event that tells it, None where it was not read."""


class Given(NamedTuple):
    """A happening, the incident of its reports alone, and the numbers of outlets that it should come to."""

    happening: Gold
    incident: Incident
    whole: bool
    """Whether every page of gold's was read."""
    outlets: int | None
    """Of the pages read; None where gold does not tell."""


def given(
    told: tuple[tuple[Event, Article], ...],
    articles: Mapping[str, Article],
    gold: tuple[Gold, ...],
    event_of: EventOf,
    rules: ResolveRules,
) -> Iterator[Given]:
    """Every happening that is no minor one and of which anything was read, with the incident of its reports alone."""
    by_id = {event.id: (event, article) for event, article in told}
    read: dict[str, dict[str, str]] = defaultdict(dict)
    for (page, name), event in event_of.items():
        if event is not None:
            read[name][page] = event
    for happening in gold:
        pages = read.get(happening["happening"], {})
        if happening.get("minor") or not pages:
            continue
        reports = [by_id[event] for event in pages.values()]
        group = sorted((account(e, a, rules=rules) for e, a in reports), key=lambda a: a.event)
        drawn = [Drawn(tuple(group), ())]
        (incident,) = drawn_up(reports, drawn, rules=rules, rulings=NO_RULINGS)
        whole = len(pages) == len(happening["pages"])
        houses = {house(articles[page]) for page in happening["pages"]}
        known = happening["outlets"] if whole else None
        if len(houses) == happening["outlets"]:
            known = len({house(articles[page]) for page in pages})
        yield Given(happening, incident, whole, known)
