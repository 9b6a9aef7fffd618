"""Incidents as the JSON record that the design fixes."""

from __future__ import annotations

from typing import Any

from dateline.model import (
    Count,
    Dated,
    Finding,
    Incident,
    Judged,
    Located,
    Named,
    Occurrence,
    Party,
    Period,
    Reported,
    Toll,
    Value,
)
from dateline.render.phrases import TOLLS

Record = dict[str, Any]


def incident_record(incident: Incident) -> Record:
    """The incident as one JSON-ready object; tolls that nobody gives are null."""
    record: Record = {
        "incident_id": incident.id,
        "type": incident.type,
        "mode": incident.mode,
        "modality": incident.modality,
        "standing": incident.standing,
        "when": None if incident.when is None else _period(incident.when),
        "places": [value_record(located) for located in incident.places],
        "actors": [value_record(party) for party in incident.actors],
        "recipients": [value_record(party) for party in incident.recipients],
    }
    return {
        **{name: value for name, value in record.items() if value is not None},
        **{name: _toll(getattr(incident, name)) for name in TOLLS},
        "independent": {"outlets": incident.independent.outlets, "voices": incident.independent.voices},
        "findings": {name: [_finding(f) for f in found] for name, found in incident.findings.items()},
        "articles": [_reported(report) for report in incident.articles],
        "events": list(incident.events),
        "judgements": [judged_record(judged) for judged in incident.judgements],
    }


def value_record(value: Value) -> Record:
    """A claimed value by its fields; absent means absent."""
    match value:
        case Located(place=place, text=text):
            names = ("name", "lat", "lon", "country", "admin1", "precision", "relation", "id")
            fields: Record = {**{name: getattr(place, name) for name in names}, "text": text}
        case Party():
            fields = {name: getattr(value, name) for name in ("name", "id", "country", "sector", "text")}
        case Dated(period=period):
            fields = {**_period(period), "basis": value.basis, "text": value.text}
        case Count():
            fields = {name: getattr(value, name) for name in ("low", "high", "who")}
            fields["approximate"] = value.approximate or None
        case Occurrence():
            fields = {"modality": value.modality}
        case Named():
            fields = {"name": value.name, "text": value.text}
    return {name: field for name, field in fields.items() if field is not None}


def judged_record(judged: Judged) -> Record:
    """The judgement as it shows with an incident."""
    fields: Record = {
        "id": judged.id,
        "verb": judged.verb,
        "author": judged.author,
        "at": judged.at,
        "effect": judged.effect,
        "field": judged.field,
        "value": judged_value(judged.value, judged.word),
        "text": judged.text,
        "against": list(judged.against),
    }
    return {name: field for name, field in fields.items() if field not in (None, [])}


def judged_value(found: Value | None, word: str | None) -> Record | str | None:
    """The corrected value by its fields, or the corrected type or mode."""
    return word if found is None else value_record(found)


def _finding(finding: Finding) -> Record:
    return {
        "value": value_record(finding.value),
        "supporting": list(finding.supporting),
        "dissenting": list(finding.dissenting),
        "voices": list(finding.voices),
        **({"judgement": finding.judgement} if finding.judgement is not None else {}),
    }


def _period(period: Period) -> Record:
    return {"start": period.start.isoformat(), "end": period.end.isoformat(), "precision": period.precision}


def _toll(toll: Toll | None) -> Record | None:
    return None if toll is None else {"low": toll.low, "best": toll.best, "high": toll.high}


def _reported(report: Reported) -> Record:
    fields = {name: getattr(report, name) for name in ("id", "source", "outlet", "title", "published")}
    return {**{name: value for name, value in fields.items() if value is not None}, "copy_of": report.copy_of}
