"""What every column of every export means, and its type: for the exports themselves and for the data dictionary."""

from __future__ import annotations

from typing import Literal

from dateline.model.record import Record
from dateline.render.flat import EVENT_COLUMNS, INCIDENT_COLUMNS
from dateline.render.phrases import TOLLS

Type = Literal["text", "integer", "real", "date"]


class Column(Record, frozen=True, kw_only=True):
    """One column: its name, its type, and what stands in it."""

    name: str
    type: Type
    what: str


_SIDES = {
    "actors": ("text", "Who did it: names, the best supported first."),
    "actors_ids": ("text", "Their ids in the actor table, of those that are in it."),
    "recipients": ("text", "To whom it was done."),
    "recipients_ids": ("text", "Their ids in the actor table, of those that are in it."),
}
_PLACE = {
    "place": ("text", "The first place, at the precision that the text gives."),
    "place_id": ("text", "Its id, as geonames:295629; empty for a name that no gazetteer knows."),
    "lat": ("real", "Latitude of the named place, WGS 84 degrees."),
    "lon": ("real", "Longitude of the named place, WGS 84 degrees."),
    "country": ("text", "ISO 3166-1 alpha-3 code of where it happened."),
    "admin1": ("text", "First-order division."),
    "place_precision": ("text", "position, site, town, area, region, country, sea or continent."),
    "place_relation": ("text", 'How it lies to the named place when not in it: "30 km south of", "near".'),
    "other_places": ("text", "Names of the other places."),
}
_WHEN = {
    "start": ("date", "First day on which it can have happened."),
    "end": ("date", "Last day."),
    "date_precision": ("text", "day, range, weekend, week, month, quarter, season, half, year, decade or century."),
}
_KIND = {
    "type": ("text", "PLOVER event type."),
    "mode": ("text", "PLOVER mode, where the text says how."),
    "modality": (
        "text",
        "actual, ongoing, planned, threatened, requested, hypothetical, negated (denied) or historical.",
    ),
}
_TOLLS = {
    **{f"{t}_low": ("integer", f"Least number {t} that any voice gives.") for t in TOLLS},
    **{f"{t}_best": ("integer", f"Number {t} that most voices give in the latest reports.") for t in TOLLS},
    **{f"{t}_high": ("integer", f"Greatest number {t} that any voice gives.") for t in TOLLS},
}
_EVENT = {
    "event_id": ("text", "Made from content alone: the same page gives the same id."),
    "contexts": ("text", "PLOVER contexts."),
    "acled_event_type": ("text", "ACLED event type, derived."),
    "acled_sub_event_type": ("text", "ACLED sub-event type, derived."),
    "ucdp_type": ("text", "UCDP type of violence, derived."),
    "date_basis": ("text", "How the date is known."),
    "weapons": ("text", "Weapons named."),
    "voices": ("text", "Who says so, and how: reports, claims, confirms, denies or accuses."),
    "framing": ("text", "Loaded terms of the page, as quoted."),
    "evidence": ("text", "The sentences that tell it."),
    "source": ("text", "Path, URL or row id of the page."),
    "outlet": ("text", "Who publishes it."),
    "title": ("text", "The page's headline."),
    "language": ("text", "ISO 639-1 code."),
    "published": ("date", "Day of publication."),
}
_INCIDENT = {
    "incident_id": ("text", "Made from the earliest published event's id."),
    "standing": ("text", "single, corroborated, disputed or denied; see docs/explanation/incidents.md."),
    "outlets": ("integer", "Independent outlets: copies and outlets of one owner count once."),
    "voices": ("integer", "Original voices other than the outlets, each once however many quote it."),
    "reports": ("integer", "Pages that tell of it."),
    "sources": ("text", "Their paths, URLs or row ids."),
    "events": ("text", "Ids of the events drawn together."),
    "judgements": ("text", "Ids of people's judgements on it."),
}


def _columns(names: list[str], *meanings: dict[str, tuple[str, str]]) -> tuple[Column, ...]:
    known = {name: meaning for held in meanings for name, meaning in held.items()}
    return tuple(Column(name=name, type=known[name][0], what=known[name][1]) for name in names)  # type: ignore[arg-type]


EVENTS = _columns(EVENT_COLUMNS, _KIND, _WHEN, _SIDES, _PLACE, _TOLLS, _EVENT)
INCIDENTS = _columns(INCIDENT_COLUMNS, _KIND, _WHEN, _SIDES, _PLACE, _TOLLS, _INCIDENT)
