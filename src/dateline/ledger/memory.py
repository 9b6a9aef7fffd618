"""The reference ledger: everything in this process's memory, nothing on disk."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from dateline.ledger.keys import days, kind, publication, same_article, searchable
from dateline.model import Article, Event, Incident, Judgement, Located, Page, Party
from dateline.model.account import Account
from dateline.model.actors_table import alias_key
from dateline.model.query import IncidentQuery
from dateline.model.words import words
from dateline.ports import Kept


class MemoryLedger:
    """Keeps pages, articles, events and incidents for as long as it lives."""

    def __init__(self) -> None:
        self._versions: dict[str, list[tuple[Page, Article]]] = {}
        self._events: dict[str, tuple[Event, ...]] = {}
        self._judgements: dict[str, Judgement] = {}
        self._within = False
        self._former: dict[str, str] = {}
        self._revision = 0
        self._mark: str | None = None
        self._clear()

    def _clear(self) -> None:
        """Drop all that was drawn."""
        self._accounts: dict[str, tuple[Account, frozenset[int]]] = {}
        self._links: dict[str, set[str]] = {}
        self._unplaced: set[str] = set()
        self._stale: set[str] = set()
        self._incidents: dict[str, Incident] = {}
        self._words: dict[str, frozenset[str]] = {}

    @contextmanager
    def whole(self) -> Iterator[None]:
        """What is done within it is kept as a whole or not at all."""
        if self._within:
            yield
            return
        held, self._within = {name: _copied(value) for name, value in self.__dict__.items()}, True
        try:
            yield
        except BaseException:
            self.__dict__.update(held)
            raise
        finally:
            self._within = False

    def keep(self, page: Page, article: Article, events: Sequence[Event]) -> Kept:
        """Keep one page's article and events; a changed page at a known source supersedes its older version."""
        known = self._versions.setdefault(article.source, [])
        outcome: Kept = "changed" if known else "new"
        if known and same_article(known[-1][1], article) and self._events[article.id] == tuple(events):
            return "unchanged"
        if known:
            self._forget({event.id for event in self._events[known[-1][1].id]})
        if known and (known[-1][1].id == article.id or known[-1][0].id == page.id):
            known.pop()
        known.append((page, article))
        self._events[article.id] = tuple(events)
        self._unplaced |= {event.id for event in events}
        self._revision += 1
        return outcome

    def _forget(self, events: set[str]) -> None:
        """Take events out of everything drawn; those that they were drawn together with are to be drawn anew."""
        self._stale |= self.linked(events).union(*self.together(events))
        for held in [i for i in self._incidents.values() if events & set(i.events)]:
            del self._incidents[held.id]
        for event in events:
            self._accounts.pop(event, None)
            for other in self._links.pop(event, set()):
                self._links.get(other, set()).discard(event)
        self._unplaced -= events
        self._stale -= events

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement; `touch` has what it is about drawn anew."""
        self._judgements.setdefault(judgement.id, judgement)

    def touch(self, events: Collection[str]) -> None:
        """Have the incidents of these events drawn anew."""
        self._stale |= {event.id for event in self.events(events)}

    def place(self, account: Account, keys: Collection[int]) -> None:
        """Keep an event's account under the keys by which others find it."""
        self._accounts[account.event] = (account, frozenset(keys))
        self._unplaced.discard(account.event)
        self._stale.add(account.event)

    def link(self, event: str, others: Collection[str]) -> None:
        """Say that the event may be of one happening with each of the others."""
        for other in others:
            self._links.setdefault(event, set()).add(other)
            self._links.setdefault(other, set()).add(event)

    def redraw(self, events: Collection[str], incidents: Collection[Incident]) -> None:
        """Make these the incidents of the events, in place of those that held any of them."""
        for held in [i for i in self._incidents.values() if not set(events).isdisjoint(i.events)]:
            del self._incidents[held.id]
        told = {event.id: event for event in self.events([e for i in incidents for e in i.events])}
        for incident in incidents:
            self._incidents[incident.id] = incident
            self._former[incident.id] = incident.anchor
            self._words[incident.id] = searchable(incident, (told[e] for e in incident.events))
        self._stale -= set(events)

    def forget_drawing(self, *, mark: str) -> None:
        """Drop all accounts, links and incidents; `mark` says by which rules they will be drawn anew."""
        self._clear()
        self._unplaced = {event.id for event, _ in self.accounts()}
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
        """By which rules the incidents are drawn."""
        return self._mark

    def accounts(self) -> Iterator[tuple[Event, Article]]:
        """The events of all current articles, by event id."""
        current = [versions[-1][1] for versions in self._versions.values()]
        pairs = [(event, article) for article in current for event in self._events[article.id]]
        return iter(sorted(pairs, key=lambda pair: pair[0].id))

    def sources(self) -> tuple[str, ...]:
        """All sources, in order."""
        return tuple(sorted(self._versions))

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

    def told(self, ids: Collection[str]) -> tuple[tuple[Event, Article], ...]:
        """The current events with these ids, each with its article, in that order."""
        known = {event.id: (event, article) for event, article in self.accounts()}
        return tuple(known[i] for i in dict.fromkeys(ids) if i in known)

    def events_at(self, source: str) -> tuple[Event, ...]:
        """The current events of a source, by id."""
        current = self._versions.get(source)
        return tuple(sorted(self._events[current[-1][1].id], key=lambda e: e.id)) if current else ()

    def unplaced(self, limit: int) -> tuple[tuple[Event, Article], ...]:
        """At most so many current events that have no account yet."""
        return self.told(sorted(self._unplaced)[:limit])

    def stale(self) -> frozenset[str]:
        """The events whose incidents are to be drawn anew."""
        return frozenset(self._stale)

    def placed(self, events: Collection[str]) -> tuple[Account, ...]:
        """The accounts of these events."""
        return tuple(self._accounts[event][0] for event in sorted(events) if event in self._accounts)

    def meeting(self, keys: Collection[int]) -> Iterator[Account]:
        """The accounts that are kept under any of the keys."""
        wanted = frozenset(keys)
        return iter([account for account, under in self._accounts.values() if under & wanted])

    def linked(self, events: Collection[str]) -> frozenset[str]:
        """The events that may be of one happening with any of these."""
        return frozenset(other for event in events for other in self._links.get(event, ()))

    def together(self, events: Collection[str]) -> frozenset[frozenset[str]]:
        """The events of every incident that holds any of these."""
        return frozenset(frozenset(i.events) for i in self._incidents.values() if not {*events}.isdisjoint(i.events))

    def deliveries(self) -> Iterator[tuple[str | None, str | None, int, int]]:
        """(outlet, day of publication, current articles, their events), for every outlet and day."""
        counted: dict[tuple[str | None, str | None], list[int]] = {}
        for versions in self._versions.values():
            article = versions[-1][1]
            held = counted.setdefault(publication(article), [0, 0])
            held[0] += 1
            held[1] += len(self._events[article.id])
        ordered = sorted(counted.items(), key=lambda item: (item[0][0] or "", item[0][1] or ""))
        yield from ((outlet, day, articles, events) for (outlet, day), (articles, events) in ordered)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, oldest first."""
        return tuple(sorted(self._judgements.values(), key=lambda j: (j.at, j.id)))

    def incidents(self, query: IncidentQuery) -> Iterator[Incident]:
        """The incidents that the query asks for, latest first."""
        found = [i for i in self._incidents.values() if _matches(i, query, self._words[i.id])]
        found.sort(key=lambda i: i.id)
        found.sort(key=_latest, reverse=True)
        return iter(found[: query.limit])

    def incident(self, prefix: str) -> tuple[Incident, ...]:
        """The incidents whose id begins with `prefix`, by id."""
        return tuple(self._incidents[i] for i in sorted(self._incidents) if i.startswith(prefix))

    def holding(self, events: Collection[str]) -> tuple[Incident, ...]:
        """The incidents that hold any of the events, by id."""
        wanted = set(events)
        return tuple(self._incidents[i] for i in sorted(self._incidents) if wanted & set(self._incidents[i].events))

    def successors(self, prefix: str) -> tuple[Incident, ...]:
        """The incidents that now hold the event that gave its id to an incident whose id began with `prefix`."""
        anchors = {event for id_, event in self._former.items() if id_.startswith(prefix)}
        return tuple(self._incidents[i] for i in sorted(self._incidents) if anchors & set(self._incidents[i].events))

    def sizes(self) -> dict[str, int]:
        """How many sources, articles (all versions), events and incidents are kept."""
        return {
            "sources": len(self._versions),
            "articles": sum(map(len, self._versions.values())),
            "events": sum(1 for _ in self.accounts()),
            "incidents": len(self._incidents),
        }


def _copied(value: Any) -> Any:
    """A copy of a container and of the containers in it; the records themselves never change."""
    if isinstance(value, dict):
        return {key: _copied(held) for key, held in value.items()}
    return copy.copy(value) if isinstance(value, list | set) else value


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
