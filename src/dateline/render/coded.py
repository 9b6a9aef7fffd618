"""Incidents under the column names, types and codes of ACLED and UCDP GED, and as PLOVER records.

Columns and codes follow the ACLED codebook and the UCDP GED codebook; rules as noted in docs/explanation/coding.md.
Only what the reports say is filled; all else stays empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dateline.model import Derived, Event, Incident, Located, Party, Period
from dateline.model.record import Record as Frozen
from dateline.render.dictionary import Column

Row = dict[str, Any]
JOIN = "; "
DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
_BOTH = frozenset({"Excessive force against protesters", "Mob violence"})
INTER = {
    "MIL": "State forces", "GOV": "State forces", "COP": "State forces", "SPY": "State forces",
    "REB": "Rebel group", "PRM": "Political militia", "UAF": "Political militia", "CRM": "Political militia",
    "CVL": "Civilians", "REF": "Civilians", "JRN": "Civilians", "MED": "Civilians", "AGR": "Civilians",
    "BUS": "Civilians", "EDU": "Civilians", "LAB": "Civilians", "REL": "Civilians", "SOC": "Civilians",
    "IGO": "External/Other forces", "UNO": "External/Other forces", "NGO": "Civilians",
}  # fmt: skip
"""PLOVER sector → ACLED actor type."""
UCDP_TYPES = {"state-based conflict": 1, "non-state conflict": 2, "one-sided violence": 3}
_WEEK, _MONTH, _YEAR = 7, 31, 366


class Country(Frozen, frozen=True, kw_only=True):
    """A country's English name and ISO 3166-1 numeric code."""

    name: str
    number: int


Countries = Mapping[str, Country]
"""By alpha-3 code."""
ACLED = (
    Column(name="event_id_cnty", type="text", what="The incident's id after its country's alpha-3 code."),
    Column(name="event_date", type="date", what="The first day."),
    Column(name="year", type="integer", what="Its year."),
    Column(name="time_precision", type="integer", what="1 day, 2 week, 3 month; empty where it is less precise."),
    Column(name="disorder_type", type="text", what="By event and sub-event type."),
    Column(name="event_type", type="text", what="Derived by the mapping file."),
    Column(name="sub_event_type", type="text", what="Derived by the mapping file."),
    Column(name="actor1", type="text", what="Who did it, by most voices."),
    Column(name="assoc_actor_1", type="text", what="The other actors."),
    Column(name="inter1", type="text", what="Actor type by PLOVER sector."),
    Column(name="actor2", type="text", what="To whom it was done, by most voices."),
    Column(name="assoc_actor_2", type="text", what="The other recipients."),
    Column(name="inter2", type="text", what="Actor type by PLOVER sector."),
    Column(name="interaction", type="text", what="The two actor types."),
    Column(name="civilian_targeting", type="text", what='"Civilian targeting" where the recipients are civilians.'),
    Column(name="iso", type="integer", what="ISO 3166-1 numeric code."),
    Column(name="country", type="text", what="English name."),
    Column(name="admin1", type="text", what="First-order division."),
    Column(name="location", type="text", what="The named place."),
    Column(name="latitude", type="real", what="Of the named place, never finer than the text."),
    Column(name="longitude", type="real", what="Of the named place, never finer than the text."),
    Column(name="geo_precision", type="integer", what="1 town, 2 near it or a small area, 3 larger region."),
    Column(name="source", type="text", what="The outlets."),
    Column(name="notes", type="text", what="The sentences that tell it, as quoted."),
    Column(name="fatalities", type="integer", what="The lowest number that any voice gives, as ACLED takes it."),
    Column(name="tags", type="text", what="Standing, and numbers of outlets and voices."),
)
UCDP = (
    Column(name="id", type="text", what="The incident's id."),
    Column(name="year", type="integer", what="Of the first day."),
    Column(name="type_of_violence", type="integer", what="1 state-based, 2 non-state, 3 one-sided."),
    Column(name="side_a", type="text", what="Who did it, by most voices."),
    Column(name="side_b", type="text", what="To whom it was done; Civilians in one-sided violence."),
    Column(name="number_of_sources", type="integer", what="Independent outlets."),
    Column(name="source_article", type="text", what="Paths, URLs or row ids of the pages."),
    Column(name="source_office", type="text", what="The outlets."),
    Column(name="source_date", type="text", what="Days of publication."),
    Column(name="source_headline", type="text", what="The headlines."),
    Column(name="source_original", type="text", what="The original voices."),
    Column(name="where_prec", type="integer", what="1 exact, 2 near, 3 second-order, 4 first-order, 6 country, 7 sea."),
    Column(name="where_coordinates", type="text", what="The named place."),
    Column(name="adm_1", type="text", what="First-order division."),
    Column(name="latitude", type="real", what="Of the named place."),
    Column(name="longitude", type="real", what="Of the named place."),
    Column(name="geom_wkt", type="text", what="The point as well-known text."),
    Column(name="country", type="text", what="English name."),
    Column(name="event_clarity", type="integer", what="1 one happening on known days, 2 a longer period."),
    Column(name="date_prec", type="integer", what="1 day, 2 up to six days, 3 week, 4 month, 5 more."),
    Column(name="date_start", type="date", what="First day."),
    Column(name="date_end", type="date", what="Last day."),
    Column(name="best", type="integer", what="The number that most voices give in the latest reports."),
    Column(name="high", type="integer", what="The greatest number that any voice gives."),
    Column(name="low", type="integer", what="The least number that any voice gives."),
)


def acled_row(incident: Incident, events: Sequence[Event], *, countries: Countries) -> Row | None:
    """The incident as ACLED codes it; None where no ACLED type is derived for it, or it did not happen."""
    code = _derived(events)
    if code.acled_event_type is None or incident.modality not in ("actual", "ongoing", "historical"):
        return None
    at, country = _place(incident), _country(incident, countries)
    sides = [_inter(parties) for parties in (incident.actors, incident.recipients)]
    sub = code.acled_sub_event_type
    both = sub in _BOTH and code.acled_event_type != "Strategic developments"
    return {
        "event_id_cnty": f"{at.place.country or ''}{incident.id}" if at else incident.id,
        **_date(incident.when, "event_date"),
        "time_precision": _time_precision(incident.when),
        "disorder_type": "Political violence; Demonstrations" if both else DISORDER[code.acled_event_type],
        "event_type": code.acled_event_type,
        "sub_event_type": sub,
        **_parties(incident.actors, 1),
        **_parties(incident.recipients, 2),
        "inter1": sides[0],
        "inter2": sides[1],
        "interaction": "-".join(side for side in sides if side) or None,
        "civilian_targeting": "Civilian targeting" if sides[1] == "Civilians" else None,
        "iso": country.number if country else None,
        "country": country.name if country else None,
        **_point(at),
        "admin1": at.place.admin1 if at else None,
        "location": at.place.name if at else None,
        "geo_precision": _geo_precision(at),
        "source": JOIN.join(dict.fromkeys(r.outlet or r.source for r in incident.articles)),
        "notes": " … ".join(dict.fromkeys(q.exact for e in events for q in e.evidence)),
        "fatalities": incident.killed.low if incident.killed else 0,
        "tags": f"{incident.standing}; outlets={incident.independent.outlets}; voices={incident.independent.voices}",
    }


def ucdp_row(incident: Incident, events: Sequence[Event], *, countries: Countries) -> Row | None:
    """The incident as UCDP GED codes it; None where nobody is said to have died or no type of violence is derived."""
    code = _derived(events)
    dead = incident.killed
    if code.ucdp_type is None or dead is None or dead.high == 0 or incident.modality in ("planned", "threatened"):
        return None
    at, country, when = _place(incident), _country(incident, countries), incident.when
    one_sided = code.ucdp_type == "one-sided violence"
    return {
        "id": incident.id,
        "year": when.start.year if when else None,
        "type_of_violence": UCDP_TYPES[code.ucdp_type],
        "side_a": incident.actors[0].name if incident.actors else None,
        "side_b": "Civilians" if one_sided else incident.recipients[0].name if incident.recipients else None,
        "number_of_sources": incident.independent.outlets,
        "source_article": JOIN.join(r.source for r in incident.articles),
        "source_office": JOIN.join(dict.fromkeys(r.outlet for r in incident.articles if r.outlet)),
        "source_date": JOIN.join(dict.fromkeys(r.published for r in incident.articles if r.published)),
        "source_headline": JOIN.join(r.title for r in incident.articles if r.title),
        "source_original": JOIN.join(_voices(events)),
        "where_prec": _where_prec(at),
        "where_coordinates": at.place.name if at else None,
        "adm_1": at.place.admin1 if at else None,
        **_point(at),
        "geom_wkt": f"POINT ({at.place.lon} {at.place.lat})" if at and at.place.lat is not None else None,
        "country": country.name if country else None,
        "event_clarity": 1 if when and _days(when) < _WEEK else 2,
        "date_prec": _date_prec(when),
        "date_start": when.start.isoformat() if when else None,
        "date_end": when.end.isoformat() if when else None,
        "best": dead.best,
        "high": dead.high,
        "low": dead.low,
    }


def plover_record(incident: Incident, events: Sequence[Event], *, codebook: Mapping[str, str]) -> Row:
    """The incident as a PLOVER record; `codebook` gives the type of what PLOVER, without modality, calls otherwise."""
    at = _place(incident)
    record: Row = {
        "id": incident.id,
        "date": incident.when.start.isoformat() if incident.when else None,
        "event": codebook.get(f"{incident.type}.{incident.modality}", incident.type),
        "mode": incident.mode,
        "context": list(dict.fromkeys(c for e in events for c in e.contexts)),
        "modality": incident.modality,
        "actor": [_plover_party(party) for party in incident.actors],
        "recipient": [_plover_party(party) for party in incident.recipients],
        "location": None if at is None else _plover_place(at),
        "fatalities": incident.killed.best if incident.killed else None,
        "injuries": incident.injured.best if incident.injured else None,
        "source": [report.source for report in incident.articles],
        "publisher": list(dict.fromkeys(r.outlet for r in incident.articles if r.outlet)),
        "text": list(dict.fromkeys(q.exact for e in events for q in e.evidence)),
        "standing": incident.standing,
    }
    return {name: value for name, value in record.items() if value is not None}


def _plover_party(party: Party) -> Row:
    fields = {"name": party.name, "country": party.country, "sector": party.sector, "id": party.id, "text": party.text}
    return {name: value for name, value in fields.items() if value is not None}


def _plover_place(at: Located) -> Row:
    names = ("name", "lat", "lon", "country", "admin1", "precision")
    return {name: value for name in names if (value := getattr(at.place, name)) is not None}


def _derived(events: Iterable[Event]) -> Derived:
    """The codes that most events have, of those that have any."""
    counted = Counter(e.derived for e in events if e.derived != Derived())
    return min(counted, key=lambda d: (-counted[d], str(d))) if counted else Derived()


def _place(incident: Incident) -> Located | None:
    return incident.places[0] if incident.places else None


def _country(incident: Incident, countries: Countries) -> Country | None:
    codes = [located.place.country for located in incident.places if located.place.country is not None]
    return countries.get(codes[0]) if codes else None


def _point(at: Located | None) -> Row:
    return {"latitude": at.place.lat if at else None, "longitude": at.place.lon if at else None}


def _date(when: Period | None, name: str) -> Row:
    return {name: when.start.isoformat() if when else None, "year": when.start.year if when else None}


def _parties(parties: Sequence[Party], number: int) -> Row:
    names = [party.name for party in parties]
    return {f"actor{number}": names[0] if names else None, f"assoc_actor_{number}": JOIN.join(names[1:]) or None}


def _inter(parties: Sequence[Party]) -> str | None:
    return next((INTER[party.sector] for party in parties if party.sector in INTER), None)


def _voices(events: Iterable[Event]) -> list[str]:
    return list(dict.fromkeys(c.voice.name for e in events for c in e.claims if c.voice.kind != "outlet"))


def _days(when: Period) -> int:
    return (when.end - when.start).days + 1


def _time_precision(when: Period | None) -> int | None:
    """ACLED's: 1 the day, 2 within a week, 3 within a month; nothing vaguer is coded."""
    if when is None or _days(when) > _MONTH:
        return None
    return 1 if _days(when) == 1 else 2 if _days(when) <= _WEEK else 3


def _date_prec(when: Period | None) -> int:
    """UCDP's: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 more."""
    days = _days(when) if when is not None else _YEAR
    return 1 if days == 1 else 2 if days < _WEEK else 3 if days == _WEEK else 4 if days <= _MONTH else 5


def _geo_precision(at: Located | None) -> int | None:
    """ACLED's: 1 the named town, 2 near it or a small part of a region, 3 a larger region; a country is not coded."""
    if at is None or at.place.precision in ("country", "continent"):
        return None
    if at.place.precision in ("position", "site", "town"):
        return 2 if at.place.relation else 1
    return 2 if at.place.precision == "area" else 3


def _where_prec(at: Located | None) -> int | None:
    """UCDP's: 1 exact, 2 near, 3 second-order division, 4 first-order division, 6 country, 7 international waters."""
    if at is None:
        return None
    if at.place.precision in ("position", "site", "town"):
        return 2 if at.place.relation else 1
    return {"area": 3, "region": 4, "country": 6, "continent": 6, "sea": 7}[at.place.precision]
