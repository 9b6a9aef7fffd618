"""`dateline read`: what pages report, now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from dateline.app.provenance import produced_by
from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.cli.output import Output
from dateline.cli.reports import Reports
from dateline.errors import InvalidOption
from dateline.model import Issue
from dateline.render.flat import EVENT_COLUMNS, csv_lines, event_row, geojson_lines, jsonl_lines
from dateline.render.mentions import mention_records
from dateline.render.record import Record, event_record


def read(
    sources: Sequence[str],
    *,
    form: str,
    published: str | None = None,
    why: bool = False,
    output: Path | None = None,
    strict: bool = False,
) -> int:
    """Read the sources and write what they report; the exit code."""
    given = _given(sources, published)
    if why and form != "table":
        raise InvalidOption(item="--why", expected="--format table", found=f"--format {form}", code="unfit-options")
    with Reports() as reports, Output(output) as out:
        reader = Reader(progress=reports.progress, everything=form == "mentions")
        readings = _readings(reader, sources, given, reports=reports, strict=strict)
        if form == "table":
            _tables(readings, out, why=why, reports=reports)
        elif form == "mentions":
            out.write(
                jsonl_lines(r for reading in readings for r in mention_records(reading.article, reading.mentions()))
            )
        else:
            records = (record for reading in readings for record in _records(reading))
            out.write(FORMS[form](records))
    return reports.exit_code


FORMS = {
    "jsonl": jsonl_lines,
    "csv": lambda records: csv_lines(map(event_row, records), EVENT_COLUMNS),
    "geojson": geojson_lines,
}


def _given(sources: Sequence[str], published: str | None) -> dict[str, str]:
    if published is None:
        return {}
    try:
        day = date.fromisoformat(published)
    except ValueError as error:
        raise InvalidOption(
            item="--published", expected="a day as 2024-01-25", found=published, code="bad-date"
        ) from error
    if len(sources) > 1:
        raise InvalidOption(
            item="--published", expected="one source", found=f"{len(sources)} sources", code="several-sources"
        )
    return {"published": day.isoformat()}


def _readings(
    reader: Reader, sources: Sequence[str], given: dict[str, str], *, reports: Reports, strict: bool
) -> Iterator[Reading]:
    for found in reader.readings(sources, given=given):
        if isinstance(found, Issue):
            reports.issue(found)
            if strict:
                return
        else:
            reports.page()
            yield found


def _records(reading: Reading) -> Iterator[Record]:
    for event in reading.events:
        yield event_record(event, reading.article, produced_by=produced_by())


def _tables(readings: Iterator[Reading], out: Output, *, why: bool, reports: Reports) -> None:
    from dateline.render.tables import events_table
    from dateline.render.why import why as grounds

    for reading in readings:
        reports.pause()
        if why:
            out.show(grounds(reading.article, reading.events, aside=reading.aside))
        else:
            out.show(events_table(reading.article, reading.events, width=out.width))
