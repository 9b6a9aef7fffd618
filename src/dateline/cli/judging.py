"""What the commands under `dateline judge` do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from dateline.app import judging, ledgers
from dateline.app.judging import Signature, signed
from dateline.cli.output import Output
from dateline.cli.reports import FINE
from dateline.model import Judgement
from dateline.ports import Ledger
from dateline.render.flat import jsonl_lines
from dateline.render.judgements import judgement_record, judgements_table


def merge(one: str, other: str, *, by: str | None, because: str | None, ledger: Path) -> int:
    """Judge two incidents to be one; the exit code."""
    return _kept(lambda held, s: judging.merge(held, one, other, signature=s), by=by, because=because, ledger=ledger)


def split(incident: str, reports: Sequence[str], *, by: str | None, because: str | None, ledger: Path) -> int:
    """Judge reports to be of another happening; the exit code."""
    return _kept(
        lambda held, s: judging.split(held, incident, reports, signature=s), by=by, because=because, ledger=ledger
    )


def correct(incident: str, field: str, value: str, *, by: str | None, because: str | None, ledger: Path) -> int:
    """Set a value right; the exit code."""
    return _kept(
        lambda held, s: judging.correct(held, incident, field, value, signature=s),
        by=by, because=because, ledger=ledger,
    )  # fmt: skip


def reject(incident: str, reports: Sequence[str], *, by: str | None, because: str | None, ledger: Path) -> int:
    """Judge an incident or reports to be misread; the exit code."""
    return _kept(
        lambda held, s: judging.reject(held, incident, reports, signature=s), by=by, because=because, ledger=ledger
    )


def confirm(incident: str, *, by: str | None, because: str | None, ledger: Path) -> int:
    """Confirm an incident; the exit code."""
    return _kept(lambda held, s: judging.confirm(held, incident, signature=s), by=by, because=because, ledger=ledger)


def note(incident: str, *, by: str | None, because: str, ledger: Path) -> int:
    """Keep a note; the exit code."""
    return _kept(lambda held, s: judging.note(held, incident, signature=s), by=by, because=because, ledger=ledger)


def undo(judgement: str, *, by: str | None, because: str | None, ledger: Path) -> int:
    """Take a judgement back; the exit code."""
    return _kept(lambda held, s: judging.undo(held, judgement, signature=s), by=by, because=because, ledger=ledger)


def _kept(
    decide: Callable[[Ledger, Signature], Judgement], *, by: str | None, because: str | None, ledger: Path
) -> int:
    """Keep what is decided and say what it came to."""
    with closing(ledgers.opened(ledger, create=False)) as held, Output() as out:
        made = decide(held, signed(by=by, because=because))
        touched = judging.touched(held, made)
        out.write([f"Judgement {made.id} kept: {made.verb} by {made.author}.\n"])
        for incident in touched:
            out.write([f"Incident {incident.id}: {len(incident.events)} of its reports count, {incident.standing}.\n"])
        for against in judging.conflicts(touched, made):
            out.write([f"It contradicts judgement {against}: neither is applied until one is taken back.\n"])
    return FINE


def listed(*, ledger: Path, form: str) -> int:
    """Write all judgements; the exit code."""
    with closing(ledgers.opened(ledger, create=False)) as held, Output() as out:
        found = held.judgements()
        states = judging.states(held)
        if form == "jsonl":
            out.write(jsonl_lines(judgement_record(judgement, states[judgement.id]) for judgement in found))
        elif found:
            out.show(judgements_table(found, states))
        else:
            out.write(["No judgement is kept.\n"])
    return FINE
