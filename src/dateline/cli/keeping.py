"""The commands around a ledger: `add`, `incidents`, `show` and `export`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from dateline.app import exporting, ledgers
from dateline.app.questions import day as one_day
from dateline.app.reader import Reader
from dateline.cli.output import Output
from dateline.cli.reports import Reports
from dateline.model import Incident, Issue
from dateline.model.query import IncidentQuery
from dateline.render.flat import (
    INCIDENT_COLUMNS,
    csv_lines,
    geojson_lines,
    incident_row,
    jsonl_lines,
)
from dateline.render.incident import incident_record
from dateline.render.phrases import plural


def add(sources: Sequence[str], *, ledger: Path) -> int:
    """Keep what the sources report; the exit code."""
    outcomes: Counter[str] = Counter()
    events = 0
    with closing(ledgers.opened(ledger, create=True)) as held, Reports() as reports, Output() as out:
        for found in ledgers.add(held, sources, reader=Reader(progress=reports.progress)):
            if isinstance(found, Issue):
                reports.issue(found)
            else:
                reports.page()
                outcomes[found.outcome] += 1
                events += found.events
        reports.pause()
        told = ", ".join(f"{number:,} {name}" for name, number in sorted(outcomes.items())) or "none kept"
        sizes = held.sizes()
        holds = f"{plural(sizes['events'], 'event')} in {plural(sizes['incidents'], 'incident')}"
        out.write([f"Pages: {told}. {plural(events, 'event')} read. {ledger} now holds {holds}.\n"])
    return reports.exit_code


def incidents(query: IncidentQuery, *, ledger: Path, form: str) -> int:
    """Write the incidents that the query asks for; the exit code."""
    with closing(ledgers.opened(ledger, create=False)) as held, Output() as out:
        found = ledgers.incidents(held, query)
        if form == "table":
            _table(list(found), out)
        else:
            out.write(_incident_lines(found, form))
    return 0


def _table(found: Sequence[Incident], out: Output) -> None:
    from dateline.render.tables import incidents_table

    if found:
        out.show(incidents_table(found, width=out.width))
    else:
        out.write(["No incident is of this kind.\n"])


def _incident_lines(found: Iterable[Incident], form: str) -> Iterator[str]:
    records = (incident_record(incident) for incident in found)
    if form == "csv":
        return csv_lines(map(incident_row, records), INCIDENT_COLUMNS)
    return geojson_lines(records) if form == "geojson" else jsonl_lines(records)


def show(prefix: str, *, ledger: Path, form: str, why: bool = False) -> int:
    """Write one incident with all that stands behind it; the exit code."""
    from dateline.render.show import dossier_view

    with closing(ledgers.opened(ledger, create=False)) as held, Output() as out:
        found = ledgers.dossier(held, prefix)
        if form == "jsonl":
            out.write(jsonl_lines([incident_record(found.incident)]))
        else:
            out.show(dossier_view(found.incident, found.events, why=why))
    return 0


def sources(*, ledger: Path, form: str, day: str | None) -> int:
    """Write how the outlets have been delivering; the exit code."""
    from dateline.app.sources import sources as delivered
    from dateline.render.sources import source_record, sources_table

    today = None if day is None else one_day(day, item="--date", last=True)
    with closing(ledgers.opened(ledger, create=False)) as held, Output() as out:
        found = delivered(held.deliveries(), today=today)
        if form == "jsonl":
            out.write(jsonl_lines(source_record(source) for source in found))
        elif found:
            out.show(sources_table(found))
        else:
            out.write(["No page is kept.\n"])
    return 0


def rebuild(*, ledger: Path, dry_run: bool) -> int:
    """Read all pages anew and draw all incidents anew, or say what that would change; the exit code."""
    from dateline.app.rebuilding import rebuild as anew
    from dateline.app.rebuilding import trial
    from dateline.model.change import Change
    from dateline.render.changes import change_lines

    outcomes: Counter[str] = Counter()
    changes: Counter[str] = Counter()
    with Reports() as reports, Output() as out:
        reader = Reader(progress=reports.progress)
        if dry_run:
            found: Iterator[object] = trial(ledger, reader=reader)
        else:
            held = ledgers.opened(ledger, create=False)
            found = anew(held, reader=reader)
        for each in found:
            if isinstance(each, Issue):
                reports.issue(each)
            elif isinstance(each, Change):
                changes[each.kind] += 1
                out.write(change_lines(each))
            elif isinstance(each, ledgers.Delivery):
                reports.page()
                outcomes["read as before" if each.outcome == "unchanged" else "read differently"] += 1
        reports.pause()
        told = ", ".join(f"{number:,} {name}" for name, number in sorted(outcomes.items())) or "none"
        out.write([f"Pages: {told}.\n"])
        if dry_run:
            said = ", ".join(f"{number:,} {name}" for name, number in sorted(changes.items())) or "none"
            out.write([f"Incidents that would change: {said}. Nothing was written.\n"])
        else:
            sizes = held.sizes()
            out.write([f"{ledger} now holds {plural(sizes['incidents'], 'incident')}.\n"])
            held.close()
    return reports.exit_code


def export(*, ledger: Path, form: exporting.Form, what: exporting.What | None, output: Path | None) -> int:
    """Write every event or every incident of the ledger, with a note beside a file; the exit code."""
    chosen = exporting.checked(form, what, output)
    with closing(ledgers.opened(ledger, create=False)) as held:
        if output is not None and form in exporting.BINARY:
            number = exporting.written(held, output, form=form, what=chosen)
        else:
            with Output(output) as out:
                counted = _Counted(exporting.lines(held, form=form, what=chosen))
                out.write(counted)
            number = counted.number - (form in ("csv", "acled", "ucdp")) - 2 * (form == "geojson")
    if output is not None and (output.is_file() or form in exporting.BINARY):
        with Output(output.with_name(f"{output.name}.README.md")) as out:
            out.write([exporting.described(form=form, what=chosen, number=number, file=output.name)])
    return 0


class _Counted:
    """Lines as they come, and how many came."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.number += 1
            yield line
