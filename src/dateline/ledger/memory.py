"""The reference ledger: everything in this process's memory, nothing on disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from dateline.ledger.keys import days, kind, same_article, searchable, words
from dateline.model import Article, Event, Incident, Located, Page, Party
from dateline.model.actors_table import alias_key
from dateline.model.query import IncidentQuery
from dateline.ports import Kept


class MemoryLedger:
    """Keeps pages, articles, events and incidents for as long as it lives."""

    def __init__(self) -> None:
        self._versions: dict[str, list[tuple[Page, Article]]] = {}
        self._events: dict[str, tuple[Event, ...]] = {}
        self._incidents: dict[str, Incident] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._revision = 0
        self._mark: str | None = None

    def keep(self, page: Page, article: Article, events: Sequence[Event]) -> Kept:
        """Keep one page's article and events; a changed page at a known source supersedes its older version."""
        known = self._versions.setdefault(article.source, [])
        outcome: Kept = "changed" if known else "new"
        if known and same_article(known[-1][1], article) and self._events[article.id] == tuple(events):
            return "unchanged"
        if known and known[-1][1].id == article.id:
            known.pop()
        known.append((page, article))
        self._events[article.id] = tuple(events)
        self._revision += 1
        return outcome

    def replace_incidents(self, incidents: Collection[Incident], *, mark: str) -> None:
        """Make these the incidents."""
        events = {event.id: event for event, _ in self.accounts()}
        self._words = {i.id: searchable(i, (events[e] for e in i.events if e in events)) for i in incidents}
        self._incidents = {incident.id: incident for incident in incidents}
        self._mark = mark

    def close(self) -> None:
        """Do nothing: memory lets go by itself."""

    def holds(self, page: Page) -> bool:
        """Whether this very page is the current version of its source."""
        known = self._versions.get(page.source)
        return known is not None and (known[-1][0].id, known[-1][0].given) == (page.id, page.given)

    def revision(self) -> int:
        """A number that grows whenever an article or event changes."""
        return self._revision

    def mark(self) -> str | None:
        """What the incidents were drawn from."""
        return self._mark

    def accounts(self) -> Iterator[tuple[Event, Article]]:
        """The events of all current articles, by event id."""
        current = [versions[-1][1] for versions in self._versions.values()]
        pairs = [(event, article) for article in current for event in self._events[article.id]]
        return iter(sorted(pairs, key=lambda pair: pair[0].id))

    def versions(self, source: str) -> tuple[Article, ...]:
        """The articles read at a source, oldest first."""
        return tuple(article for _, article in self._versions.get(source, ()))

    def page(self, article: str) -> Page | None:
        """The page as received from which the article with this id was read, the latest where there are more."""
        pages = [page for versions in self._versions.values() for page, read in versions if read.id == article]
        return pages[-1] if pages else None

    def articles(self, ids: Collection[str]) -> tuple[Article, ...]:
        """The articles with these ids, in that order."""
        known = {article.id: article for versions in self._versions.values() for _, article in versions}
        return tuple(known[i] for i in ids if i in known)

    def events(self, ids: Collection[str]) -> tuple[Event, ...]:
        """The current events with these ids, in that order."""
        known = {event.id: event for event, _ in self.accounts()}
        return tuple(known[i] for i in ids if i in known)

    def incidents(self, query: IncidentQuery) -> Iterator[Incident]:
        """The incidents that the query asks for, latest first."""
        found = [i for i in self._incidents.values() if _matches(i, query, self._words[i.id])]
        found.sort(key=lambda i: i.id)
        found.sort(key=_latest, reverse=True)
        return iter(found)

    def incident(self, prefix: str) -> tuple[Incident, ...]:
        """The incidents whose id begins with `prefix`, by id."""
        return tuple(self._incidents[i] for i in sorted(self._incidents) if i.startswith(prefix))

    def sizes(self) -> dict[str, int]:
        """How many sources, articles (all versions), events and incidents are kept."""
        return {
            "sources": len(self._versions),
            "articles": sum(map(len, self._versions.values())),
            "events": sum(1 for _ in self.accounts()),
            "incidents": len(self._incidents),
        }


def _latest(incident: Incident) -> date:
    found = days(incident)
    return found[0] if found is not None else date.min


def _matches(incident: Incident, query: IncidentQuery, known: frozenset[str]) -> bool:
    return (
        _within(incident, query)
        and _any(query.types, lambda t: _is_of(incident, t))
        and (not query.standings or incident.standing in query.standings)
        and (not query.modalities or incident.modality in query.modalities)
        and _any(query.actors, lambda a: any(_is_party(p, a) for p in (*incident.actors, *incident.recipients)))
        and (not query.countries or any(at.place.country in query.countries for at in incident.places))
        and _any(query.places, lambda p: any(_is_place(at, p) for at in incident.places))
        and _in_box(incident, query)
        and (query.text is None or known.issuperset(words(query.text)))
    )


def _any(wanted: tuple[str, ...], holds: Callable[[str], bool]) -> bool:
    """Whether nothing is wanted, or one of what is wanted holds."""
    return not wanted or any(holds(one) for one in wanted)


def _within(incident: Incident, query: IncidentQuery) -> bool:
    if query.since is None and query.until is None:
        return True
    found = days(incident)
    if found is None:
        return False
    return (query.since is None or found[1] >= query.since) and (query.until is None or found[0] <= query.until)


def _is_of(incident: Incident, wanted: str) -> bool:
    name, mode = kind(wanted)
    return incident.type == name and (mode is None or incident.mode == mode)


def _is_party(party: Party, wanted: str) -> bool:
    return party.id == wanted or alias_key(wanted) in alias_key(party.name)


def _is_place(located: Located, wanted: str) -> bool:
    return located.place.id == wanted or alias_key(wanted) in alias_key(located.place.name)


def _in_box(incident: Incident, query: IncidentQuery) -> bool:
    box = query.box
    points = [(at.place.lat, at.place.lon) for at in incident.places]
    return box is None or any(lat is not None and lon is not None and box.holds(lat, lon) for lat, lon in points)
