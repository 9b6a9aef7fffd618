"""Use-cases around a ledger: add sources, draw incidents together, ask, and show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dateline.app.drawing import refresh
from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.errors import InvalidOption
from dateline.fetch import pages
from dateline.ledger.sqlite import SqliteLedger
from dateline.model import Article, Event, Incident, Issue, Page
from dateline.model.query import IncidentQuery
from dateline.model.reading import Limits
from dateline.model.record import Record
from dateline.ports import Kept, Ledger

DEFAULT = "dateline.db"


class Delivery(Record, frozen=True, kw_only=True):
    """What adding one page came to."""

    source: str
    outcome: Kept
    events: int


class Dossier(Record, frozen=True, kw_only=True):
    """An incident with all that stands behind it."""

    incident: Incident
    articles: tuple[Article, ...]
    events: tuple[Event, ...]


def opened(path: Path | str, *, create: bool) -> SqliteLedger:
    """The ledger at `path`; raises LedgerError where there is none and `create` is False, or where it is unusable."""
    return SqliteLedger(Path(path), create=create)


def add(
    ledger: Ledger,
    sources: Iterable[str],
    *,
    reader: Reader,
    given: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> Iterator[Delivery | Issue]:
    """Each page behind the sources as it is kept, or the issue why not; incidents are drawn together at the end.

    A page that is already kept changes nothing. What is refused changes nothing either.
    """
    for page in pages(sources, given=given, limits=limits):
        yield page if isinstance(page, Issue) else add_page(ledger, page, reader=reader)
    refresh(ledger)


def add_page(ledger: Ledger, page: Page, *, reader: Reader) -> Delivery | Issue:
    """One page, read and kept; `refresh` is to follow."""
    if ledger.holds(page):
        return Delivery(source=page.source, outcome="unchanged", events=0)
    reading = reader.read(page)
    return reading if isinstance(reading, Issue) else keep(ledger, reading)


def keep(ledger: Ledger, reading: Reading) -> Delivery:
    """One reading, kept; `refresh` is to follow."""
    outcome = ledger.keep(reading.page, reading.article, reading.events)
    return Delivery(source=reading.article.source, outcome=outcome, events=len(reading.events))


def incidents(ledger: Ledger, query: IncidentQuery | None = None) -> Iterator[Incident]:
    """The incidents that the query asks for, latest first, of what the ledger now holds."""
    refresh(ledger)
    return ledger.incidents(query or IncidentQuery())


def dossier(ledger: Ledger, prefix: str) -> Dossier:
    """The incident whose id begins, or once began, with `prefix`; raises InvalidOption where it is not one."""
    refresh(ledger)
    found = (ledger.incident(prefix.lower()) or ledger.successors(prefix.lower())) if prefix else ()
    if len(found) != 1:
        some = ", ".join(i.id for i in found[:4]) + (", …" if len(found) > 4 else "")
        raise InvalidOption(
            item=f"incident {prefix!r}",
            expected="the beginning of one incident's id",
            found=some or "no such incident",
            code="no-incident" if not found else "several-incidents",
        )
    incident = found[0]
    return Dossier(
        incident=incident,
        articles=ledger.articles([report.id for report in incident.articles]),
        events=ledger.events(incident.events),
    )
