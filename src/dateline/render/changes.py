"""What a rebuild changes, in lines for a person."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Incident, Period, Toll
from dateline.model.change import Change
from dateline.model.incident import Independent
from dateline.render import phrases


def change_lines(change: Change) -> Iterator[str]:
    """What became of the incident, field by field, and why."""
    held = change.after or change.before
    assert held is not None
    yield f"{change.kind:9} {held.id}  {_named(held)}\n"
    for field in change.fields:
        yield f"          {field}: {_value(change.before, field)} {phrases.ARROW} {_value(change.after, field)}\n"
    if change.sources:
        yield f"          because these pages are read differently: {phrases.listed(change.sources, most=3)}\n"
    else:
        yield "          because reports are drawn together differently\n"


def _named(incident: Incident) -> str:
    parts = [
        phrases.incident_when(incident),
        phrases.kind(incident.type, incident.mode, incident.modality),
        phrases.places(incident.places),
    ]
    return " · ".join(part for part in parts if part)


def _value(incident: Incident | None, field: str) -> str:
    found = getattr(incident, field, None)
    match found:
        case Period():
            return phrases.period(found)
        case Toll():
            return phrases.toll(found, "").replace("  ", " ").strip()
        case Independent():
            return f"{phrases.plural(found.outlets, 'outlet')}, {phrases.plural(found.voices, 'voice')}"
        case None:
            return "none"
    return str(found)
