"""What people decide about incidents, made into judgements and kept."""

from __future__ import annotations

import getpass
import hashlib
import os
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from dateline.app import drawing
from dateline.app.corrections import field_of, value_of, word_of
from dateline.app.ledgers import Dossier, dossier
from dateline.errors import InvalidOption
from dateline.model import Anchor, Article, Event, Incident, Judgement
from dateline.model.judgement import Verb
from dateline.model.record import Record
from dateline.ports import Ledger
from dateline.resolve.judgements import standing

AUTHOR = "DATELINE_AUTHOR"
"""The environment's name for who judges; without it, the user's name on this machine."""


class Signature(Record, frozen=True, kw_only=True):
    """Who judges, when, and why."""

    author: str
    at: datetime
    text: str | None = None


def signed(*, by: str | None = None, because: str | None = None, at: datetime | None = None) -> Signature:
    """The signature of the person at this machine, now, unless something else is given."""
    author = by or os.environ.get(AUTHOR) or getpass.getuser()
    return Signature(author=author, at=at or datetime.now(UTC).replace(microsecond=0), text=because)


def merge(ledger: Ledger, one: str, other: str, *, signature: Signature) -> Judgement:
    """Judge two incidents to be one happening."""
    first, second = dossier(ledger, one), dossier(ledger, other)
    if first.incident.id == second.incident.id:
        raise InvalidOption(item=f"merge {one} {other}", expected="two incidents", found="one", code="one-incident")
    return _keep(ledger, "merge", signature, anchors=_anchors(first), others=_anchors(second))


def split(ledger: Ledger, incident: str, parts: Sequence[str], *, signature: Signature) -> Judgement:
    """Judge some reports of an incident to be of another happening: by number in `show`, or by event id."""
    held = dossier(ledger, incident)
    apart = {_event(held, part) for part in parts}
    anchors = [a for a in _anchors(held) if a.event in apart]
    others = [a for a in _anchors(held) if a.event not in apart]
    if not others:
        raise InvalidOption(
            item=f"split {incident}", expected="some of its reports", found="all of them", code="nothing-left"
        )
    return _keep(ledger, "split", signature, anchors=anchors, others=others)


def correct(ledger: Ledger, incident: str, field: str, value: str, *, signature: Signature) -> Judgement:
    """Set a value of an incident right; what the sources say stays beside it."""
    held = dossier(ledger, incident)
    name = field_of(field)
    return _keep(
        ledger, "correct", signature, anchors=_anchors(held), field=name,
        word=word_of(name, value, held.incident), value=value_of(name, value, held.incident),
    )  # fmt: skip


def reject(ledger: Ledger, incident: str, parts: Sequence[str], *, signature: Signature) -> Judgement:
    """Judge an incident, or some of its reports, to be a misreading: they no longer count."""
    held = dossier(ledger, incident)
    wanted = {_event(held, part) for part in parts} or set(held.incident.events)
    return _keep(ledger, "reject", signature, anchors=[a for a in _anchors(held) if a.event in wanted])


def confirm(ledger: Ledger, incident: str, *, signature: Signature) -> Judgement:
    """Say that a person looked at the incident and found it right."""
    return _keep(ledger, "confirm", signature, anchors=_anchors(dossier(ledger, incident)))


def note(ledger: Ledger, incident: str, *, signature: Signature) -> Judgement:
    """Keep a note with the incident."""
    return _keep(ledger, "note", signature, anchors=_anchors(dossier(ledger, incident)))


def undo(ledger: Ledger, prefix: str, *, signature: Signature) -> Judgement:
    """Take back the standing judgement whose id begins so; it stays on record."""
    found = [j for j in ledger.judgements() if j.id.startswith(prefix.lower())] if prefix else []
    if len(found) != 1:
        some = ", ".join(j.id for j in found[:4])
        raise InvalidOption(
            item=f"judgement {prefix!r}", expected="the beginning of one judgement's id",
            found=some or "no such judgement", code="no-judgement" if not found else "several-judgements",
        )  # fmt: skip
    if found[0].verb != "undo" and found[0] not in standing(ledger.judgements()):
        raise InvalidOption(
            item=f"judgement {found[0].id}", expected="one that stands", found="taken back already", code="undone"
        )
    return _keep(ledger, "undo", signature, undoes=found[0].id)


def _anchors(held: Dossier) -> list[Anchor]:
    """The events of an incident, its earliest published first."""
    articles = {article.id: article for article in held.articles}
    ordered = sorted(held.events, key=lambda e: (e.id != held.incident.anchor, e.id))
    return [_anchor(event, articles[event.article]) for event in ordered]


def _anchor(event: Event, article: Article) -> Anchor:
    return Anchor(event=event.id, source=article.source, type=event.type, words=event.evidence[0].exact)


def _event(held: Dossier, part: str) -> str:
    """The event of a report, by the report's number or the beginning of the event's id."""
    reports = [report.id for report in held.incident.articles]
    if part.isdigit() and 1 <= int(part) <= len(reports):
        return next(event.id for event in held.events if event.article == reports[int(part) - 1])
    found = [event.id for event in held.events if event.id.startswith(part.lower())]
    if len(found) == 1:
        return found[0]
    raise InvalidOption(
        item=f"report {part}", expected=f"a number from 1 to {len(reports)}, or an event's id",
        found=", ".join(found) or "neither", code="no-report",
    )  # fmt: skip


def _keep(
    ledger: Ledger, verb: Verb, signature: Signature, *, anchors: Sequence[Anchor] = (), others: Sequence[Anchor] = (),
    **fields: object,
) -> Judgement:  # fmt: skip
    made = Judgement(
        id="", verb=verb, author=signature.author, at=signature.at, text=signature.text, anchors=tuple(anchors),
        others=tuple(others), **fields,  # type: ignore[arg-type]
    )  # fmt: skip
    id_ = hashlib.sha256(msgspec.json.encode(made)).hexdigest()[:12]
    judgement = msgspec.structs.replace(made, id=id_)
    drawing.judge(ledger, judgement)
    return judgement


def touched(ledger: Ledger, judgement: Judgement) -> tuple[Incident, ...]:
    """The incidents that now hold what a judgement is about, or what the one that it takes back was about."""
    about = [judgement, *(j for j in ledger.judgements() if j.id == judgement.undoes)]
    anchors = [anchor for j in about for anchor in (*j.anchors, *j.others)]
    events = [event for anchor in anchors if (event := drawing.found(ledger, anchor)) is not None]
    return ledger.holding(events)


def conflicts(incidents: Sequence[Incident], judgement: Judgement) -> tuple[str, ...]:
    """The judgements that a judgement contradicts."""
    shown = [j for incident in incidents for j in incident.judgements if j.id == judgement.id]
    return tuple(sorted({against for j in shown for against in j.against}))


def states(ledger: Ledger) -> dict[str, str]:
    """Judgement → "applied", "in conflict", "taken back" or "nothing to apply to"."""
    drawing.refresh(ledger)
    held = ledger.judgements()
    ruled = drawing.ruled(ledger)
    stands = {judgement.id for judgement in standing(held)}
    effects = {j.id: str(j.effect) for found in ruled.on.values() for j in found}
    found = {}
    for judgement in held:
        effect = "nothing to apply to" if judgement.id in ruled.lost else effects.get(judgement.id, "applied")
        taken = judgement.verb != "undo" and judgement.id not in stands
        found[judgement.id] = "taken back" if taken else effect
    return found
