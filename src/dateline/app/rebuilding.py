"""Reads every kept page anew, with the knowledge of now, and says what that changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.app.drawing import refresh
from dateline.app.ledgers import Delivery, keep
from dateline.app.reader import Reader
from dateline.knowledge.resolution import resolve_rules
from dateline.ledger.sqlite import SqliteLedger
from dateline.model import Incident, Issue
from dateline.model.change import Change
from dateline.model.query import IncidentQuery
from dateline.ports import Ledger

SHOWN = ("type", "mode", "modality", "standing", "when", "killed", "injured", "missing", "detained", "independent")
"""What an incident's change is told by."""


def rebuild(ledger: Ledger, *, reader: Reader) -> Iterator[Delivery | Issue]:
    """Each source as it is read anew and kept, or the issue why its last reading stays; then all incidents anew."""
    for source in ledger.sources():
        page = ledger.page(ledger.versions(source)[-1].id)
        assert page is not None
        reading = reader.read(page)
        yield reading if isinstance(reading, Issue) else keep(ledger, reading)
    ledger.forget_drawing(mark=resolve_rules().version)
    refresh(ledger)


def trial(path: Path, *, reader: Reader) -> Iterator[Delivery | Issue | Change]:
    """What `rebuild` would do to the ledger at `path`, done to a copy: the pages read, then what changes."""
    with TemporaryDirectory(prefix="dateline-") as folder:
        held = SqliteLedger(path, create=False)
        copy = held.copied(Path(folder) / "copy.db")
        try:
            refresh(copy)
            before = tuple(copy.incidents(IncidentQuery()))
            differing: list[str] = []
            for outcome in rebuild(copy, reader=reader):
                if isinstance(outcome, Delivery) and outcome.outcome != "unchanged":
                    differing.append(outcome.source)
                yield outcome
            yield from changes(before, tuple(copy.incidents(IncidentQuery())), differing=frozenset(differing))
        finally:
            copy.close()
            held.close()


def changes(
    before: tuple[Incident, ...], after: tuple[Incident, ...], *, differing: frozenset[str]
) -> Iterator[Change]:
    """The incidents that are gone, new or different, by id; `differing` are the sources that were read differently."""
    old, new = ({incident.id: incident for incident in held} for held in (before, after))
    for id_ in sorted(old.keys() | new.keys()):
        one, other = old.get(id_), new.get(id_)
        if one == other:
            continue
        fields = tuple(n for n in SHOWN if getattr(one, n, None) != getattr(other, n, None)) if one and other else ()
        sources = {report.source for held in (one, other) if held for report in held.articles}
        if fields or one is None or other is None:
            yield Change(before=one, after=other, fields=fields, sources=tuple(sorted(sources & differing)))
