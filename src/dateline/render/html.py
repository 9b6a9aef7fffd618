"""Views for a notebook: small escaped tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from dateline.model import Article, Event, Incident, Located, Party
from dateline.render import phrases
from dateline.render.record import when_of

_CELL = "text-align:left;vertical-align:top"


def reading_html(article: Article, events: Sequence[Event]) -> str:
    """An article and the events that it reports."""
    published = phrases.period(article.published.period) if article.published is not None else "date not known"
    outlet = article.outlet.name if article.outlet is not None else None
    about = " · ".join(part for part in (outlet, published, article.source) if part)
    head = f"<p><strong>{escape(article.title or 'Untitled')}</strong><br><small>{escape(about)}</small></p>"
    if not events:
        return head + "<p>Reports no event.</p>"
    names = ("When", "What", f"Who {phrases.ARROW} whom", "Where", "Toll", "Who says so", "Words")
    return head + table(names, (_event_row(event) for event in events))


def incidents_html(incidents: Iterable[Incident]) -> str:
    """A table of incidents."""
    names = ("Incident", "When", "What", f"Who {phrases.ARROW} whom", "Where", "Toll", "Standing")
    return table(names, (_incident_row(incident) for incident in incidents))


def table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """An HTML table of text cells."""
    head = "".join(f'<th style="{_CELL}">{escape(name)}</th>' for name in names)
    body = "".join(
        "<tr>" + "".join(f'<td style="{_CELL}">{escape(cell)}</td>' for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _event_row(event: Event) -> tuple[str, ...]:
    when = when_of(event)
    said = {name: [c.value for c in event.claims if c.property == name] for name in ("actor", "recipient")}
    actors, recipients = ([v for v in said[name] if isinstance(v, Party)] for name in ("actor", "recipient"))
    return (
        phrases.period(when[0].period) if when else "",
        phrases.kind(event.type, event.mode, event.modality),
        phrases.parties(actors, recipients),
        phrases.places([c.value for c in event.claims if isinstance(c.value, Located)]),
        phrases.event_toll(event),
        phrases.event_voices(event),
        event.evidence[0].exact if event.evidence else "",
    )


def _incident_row(incident: Incident) -> tuple[str, ...]:
    return (
        incident.id[:8],
        phrases.incident_when(incident),
        phrases.kind(incident.type, incident.mode, incident.modality),
        phrases.parties(incident.actors, incident.recipients),
        phrases.places(incident.places),
        phrases.incident_toll(incident),
        phrases.standing(incident),
    )
