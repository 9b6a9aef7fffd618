"""The commands, their options and the help that teaches them; what they do is imported when they are called."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from dateline.cli.judge_program import judge

CODES = """Exit codes: 0 all went well; 1 some pages were refused, each with one line on standard error; 2 wrong usage;
3 nothing could be read."""
program = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog=CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help='Files, folders, globs, http(s) URLs, .jsonl rows, any of these gzipped, or "-" for standard input.',
        show_default=False,
    ),
]
LedgerFile = Annotated[
    Path, typer.Option("--ledger", metavar="FILE", envvar="DATELINE_LEDGER", help="The ledger to use.")
]
Output = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write to this file, whole or not at all, instead of standard output."),
]
IncidentForm = Literal["table", "jsonl", "csv", "geojson"]


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"dateline {version('dateline')}")
        raise typer.Exit


@program.callback()
def dateline(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read news pages about conflict and political violence: who did what to whom, where, when, and who says so.

    \b
    dateline read page.html    what one page reports, as a table
    dateline add pages/        keep what pages report in a ledger, dateline.db
    dateline incidents         list the incidents that they tell of
    dateline show 3f2a91       who says what about one of them, in which words
    """


@program.command(epilog=CODES)
def read(
    sources: Sources,
    form: Annotated[
        Literal["table", "jsonl", "csv", "geojson", "mentions"],
        typer.Option("--format", help="A table, one event a line or row, or every mention in the text."),
    ] = "table",
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day, as 2024-01-25, on which the one source was published.")
    ] = None,
    why: Annotated[
        bool, typer.Option("--why", help="Show the words, voice and rule behind every value, and what was not taken.")
    ] = False,
    output: Output = None,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first page that is refused.")] = False,
) -> None:
    """Say what these pages report, and keep nothing.

    \b
    dateline read page.html
    dateline read pages/ rows.jsonl.gz --format csv --output events.csv
    curl -s https://example.org/story | dateline read - --published 2024-01-25
    dateline read page.txt --why
    dateline read page.txt --format mentions | jq 'select(.kind == "place")'
    """
    from dateline.cli import reading

    raise typer.Exit(
        reading.read(sources, form=form, published=published, why=why, output=output, strict=strict),
    )


@program.command(epilog=CODES)
def add(sources: Sources, ledger: LedgerFile = Path("dateline.db")) -> None:
    """Read pages and keep them in a ledger.

    A page that is already kept changes nothing; a page that changed becomes a new version of its source. What is
    refused leaves the ledger as it was.

    \b
    dateline add pages/
    dateline add rows.jsonl --ledger march.db
    """
    from dateline.cli import keeping

    raise typer.Exit(keeping.add(sources, ledger=ledger))


Many = list[str] | None


@program.command(epilog=CODES)
def incidents(
    ledger: LedgerFile = Path("dateline.db"),
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From this day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day, month or year.")] = None,
    type_: Annotated[Many, typer.Option("--type", metavar="TYPE", help="PLOVER type, or TYPE/mode.")] = None,
    actor: Annotated[Many, typer.Option(metavar="NAME", help="Part of the name, or the id, of either side.")] = None,
    country: Annotated[Many, typer.Option(metavar="CODE", help="Where: alpha-3 code or country name.")] = None,
    place: Annotated[Many, typer.Option(metavar="NAME", help="Part of the name, or the id, of a place.")] = None,
    bbox: Annotated[str | None, typer.Option(metavar="W,S,E,N", help="Inside this box, in degrees.")] = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="With all these words in titles or quotes.")] = None,
    standing: Annotated[
        Many, typer.Option(metavar="STANDING", help="single, corroborated, disputed or denied.")
    ] = None,
    modality: Annotated[Many, typer.Option(metavar="MODALITY", help="actual, planned, threatened, negated...")] = None,
    form: Annotated[IncidentForm, typer.Option("--format", help="A table, or one incident a line or row.")] = "table",
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many, the latest.")] = None,
) -> None:
    """List the incidents of a ledger, latest first.

    All filters must hold. A filter that is given twice holds where either does. An incident without a date counts by
    the day of its earliest report.

    \b
    dateline incidents --since 2024-01 --country Yemen
    dateline incidents --type ASSAULT/drone --actor houthi --standing disputed
    dateline incidents --bbox 32,12,44,20 --text "cargo ship" --format geojson
    """
    from dateline.app.questions import question
    from dateline.cli import keeping

    query = question(
        since=since,
        until=until,
        types=type_ or (),
        actors=actor or (),
        countries=country or (),
        places=place or (),
        bbox=bbox,
        text=text,
        standings=standing or (),
        modalities=modality or (),
        limit=limit,
    )
    raise typer.Exit(keeping.incidents(query, ledger=ledger, form=form))


@program.command(epilog=CODES, short_help="Show one incident and who says what about it.")
def show(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="An incident's id, or the beginning of it.")],
    ledger: LedgerFile = Path("dateline.db"),
    form: Annotated[Literal["text", "jsonl"], typer.Option("--format", help="For people, or as one record.")] = "text",
    why: Annotated[
        bool, typer.Option("--why", help="Also the words behind what all agree on, and what joins the reports.")
    ] = False,
) -> None:
    """Show one incident: what its sources agree on and dispute, who says what, in which words.

    The id of an incident that has grown into another one still leads to it.

    \b
    dateline show 3f2a91
    dateline show 3f2a91 --why
    dateline show 3f2a91 --format jsonl
    """
    from dateline.cli import keeping

    raise typer.Exit(keeping.show(incident, ledger=ledger, form=form, why=why))


program.add_typer(judge, name="judge", short_help="Keep a person's judgement: merge, split, correct, undo...")


@program.command(epilog=CODES, short_help="Read all kept pages anew, with the knowledge of now.")
def rebuild(
    ledger: LedgerFile = Path("dateline.db"),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Work on a copy and only say what would change, and why.")
    ] = False,
) -> None:
    """Read all kept pages anew with the knowledge of now, and draw all incidents together anew.

    Judgements are replayed, and incidents keep their ids where what they rest on stays. An interrupted rebuild loses
    nothing; start it again.

    \b
    dateline rebuild --dry-run
    dateline rebuild --ledger march.db
    """
    from dateline.cli import keeping

    raise typer.Exit(keeping.rebuild(ledger=ledger, dry_run=dry_run))


@program.command(epilog=CODES, short_help="Say how each outlet has been delivering.")
def sources(
    ledger: LedgerFile = Path("dateline.db"),
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="As of this day; else of the latest publication.")
    ] = None,
    form: Annotated[Literal["table", "jsonl"], typer.Option("--format", help="For people, or one a line.")] = "table",
) -> None:
    """Say how many articles and events each outlet delivered, and who fell silent or suddenly delivers far more.

    \b
    dateline sources
    dateline sources --date 2026-03-31 --format jsonl
    """
    from dateline.cli import keeping

    raise typer.Exit(keeping.sources(ledger=ledger, form=form, day=day))


@program.command(epilog=CODES)
def export(
    form: Annotated[
        Literal["csv", "jsonl", "geojson", "parquet", "gpkg", "acled", "ucdp", "plover"],
        typer.Option("--as", help="The format to write; the last three are of incidents, in the field's own codes."),
    ],
    what: Annotated[
        Literal["events", "incidents"] | None,
        typer.Option("--what", help="Events as articles tell them, or incidents.", show_default="events"),
    ] = None,
    output: Output = None,
    ledger: LedgerFile = Path("dateline.db"),
) -> None:
    """Write everything in a ledger to a file or standard output.

    Beside a file goes a note that says what it is, what its columns mean, and whose the contents are. GeoPackage (gpkg)
    and GeoJSON open in QGIS; Parquet needs `pip install 'dateline[parquet]'`.

    \b
    dateline export --as csv --output events.csv
    dateline export --as gpkg --what incidents --output incidents.gpkg
    dateline export --as acled --output acled.csv
    """
    from dateline.cli import keeping

    raise typer.Exit(keeping.export(ledger=ledger, form=form, what=what, output=output))


@program.command(epilog=CODES, short_help="Say whether everything is in place.")
def doctor() -> None:
    """Say whether everything is in place: versions, knowledge, parser, gazetteer.

    \b
    dateline doctor
    """
    from dateline.cli import health

    raise typer.Exit(health.doctor())
