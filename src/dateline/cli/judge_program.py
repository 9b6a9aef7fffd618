"""The commands under `dateline judge`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

CODES = """Exit codes: 0 all went well; 2 wrong usage, or nothing that the words mean."""
LedgerFile = Annotated[
    Path, typer.Option("--ledger", metavar="FILE", envvar="DATELINE_LEDGER", help="The ledger to use.")
]
By = Annotated[
    str | None,
    typer.Option(metavar="NAME", envvar="DATELINE_AUTHOR", help="Who judges; else your name on this machine."),
]
Because = Annotated[str | None, typer.Option(metavar="TEXT", help="Why: kept and shown with the judgement.")]
Subject = Annotated[str, typer.Argument(metavar="INCIDENT", help="An incident's id, or the beginning of it.")]
DEFAULT = Path("dateline.db")
judge = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog=CODES,
    help="""Keep a person's judgement about incidents: beside the data, never in place of it.

    Judgements carry author and time, show wherever they matter, survive reading the pages anew, and can be taken back.
    Where two contradict each other neither is applied, and both say so until one is taken back.

    \b
    dateline judge merge 3f2a91 88c0d2 --because "same convoy, named after two villages"
    dateline judge split 3f2a91 2 3
    dateline judge correct 3f2a91 killed 11 --because "the ministry's second statement"
    dateline judge list
    dateline judge undo 5d1e
    """,
)


@judge.command(epilog=CODES)
def merge(one: Subject, other: Subject, because: Because = None, by: By = None, ledger: LedgerFile = DEFAULT) -> None:
    """Judge two incidents to be one happening.

    \b
    dateline judge merge 3f2a91 88c0d2 --because "one convoy, two villages"
    """
    from dateline.cli import judging

    raise typer.Exit(judging.merge(one, other, by=by, because=because, ledger=ledger))


@judge.command(epilog=CODES)
def split(
    incident: Subject,
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT", help="Numbers of reports as `show` lists them, or ids of events.")
    ],
    because: Because = None,
    by: By = None,
    ledger: LedgerFile = DEFAULT,
) -> None:
    """Judge some reports of an incident to be of another happening.

    \b
    dateline judge split 3f2a91 2 3
    """
    from dateline.cli import judging

    raise typer.Exit(judging.split(incident, reports, by=by, because=because, ledger=ledger))


@judge.command(epilog=CODES)
def correct(
    incident: Subject,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="type, mode, when, place, actor, killed...")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help='As "12", "12-15", "2024-01-25", "Goma", "M23".')],
    because: Because = None,
    by: By = None,
    ledger: LedgerFile = DEFAULT,
) -> None:
    """Set a value right. What the sources say stays beside it.

    \b
    dateline judge correct 3f2a91 killed 11-14
    dateline judge correct 3f2a91 when 2024-01-24..2024-01-25
    dateline judge correct 3f2a91 place "Goma"
    """
    from dateline.cli import judging

    raise typer.Exit(judging.correct(incident, field, value, by=by, because=because, ledger=ledger))


@judge.command(epilog=CODES)
def reject(
    incident: Subject,
    reports: Annotated[
        list[str] | None, typer.Argument(metavar="[REPORT]...", help="Only these reports, by number or event id.")
    ] = None,
    because: Because = None,
    by: By = None,
    ledger: LedgerFile = DEFAULT,
) -> None:
    """Judge an incident, or some of its reports, to be misread: they no longer count.

    \b
    dateline judge reject 3f2a91
    dateline judge reject 3f2a91 2 --because "a film, not a raid"
    """
    from dateline.cli import judging

    raise typer.Exit(judging.reject(incident, reports or [], by=by, because=because, ledger=ledger))


@judge.command(epilog=CODES)
def confirm(incident: Subject, because: Because = None, by: By = None, ledger: LedgerFile = DEFAULT) -> None:
    """Say that you looked at an incident and found it right.

    \b
    dateline judge confirm 3f2a91
    """
    from dateline.cli import judging

    raise typer.Exit(judging.confirm(incident, by=by, because=because, ledger=ledger))


@judge.command(epilog=CODES)
def note(
    incident: Subject,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to keep with it.")],
    by: By = None,
    ledger: LedgerFile = DEFAULT,
) -> None:
    """Keep a note with an incident.

    \b
    dateline judge note 3f2a91 "ask the hospital again"
    """
    from dateline.cli import judging

    raise typer.Exit(judging.note(incident, by=by, because=text, ledger=ledger))


@judge.command(epilog=CODES)
def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id, or the beginning of it.")],
    because: Because = None,
    by: By = None,
    ledger: LedgerFile = DEFAULT,
) -> None:
    """Take a judgement back. It stays on record as taken back.

    \b
    dateline judge undo 5d1e
    """
    from dateline.cli import judging

    raise typer.Exit(judging.undo(judgement, by=by, because=because, ledger=ledger))


@judge.command("list", epilog=CODES)
def listed(
    ledger: LedgerFile = DEFAULT,
    form: Annotated[Literal["table", "jsonl"], typer.Option("--format", help="For people, or one a line.")] = "table",
) -> None:
    """List all judgements, oldest first, with what became of each.

    \b
    dateline judge list --format jsonl
    """
    from dateline.cli import judging

    raise typer.Exit(judging.listed(ledger=ledger, form=form))
