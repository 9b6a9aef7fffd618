"""Corrected values as people write them → values; raises InvalidOption that says what would do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import get_args

from dateline.app.questions import day, one_of
from dateline.errors import InvalidOption
from dateline.knowledge.actors import load_actors
from dateline.knowledge.files import toml
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.model import Count, Dated, Incident, Located, Modality, Named, Occurrence, Party, Period, Place, Value
from dateline.model.actors_table import actors_named
from dateline.model.gazetteer import PRECISIONS, GazetteerEntry, place_key
from dateline.model.judgement import Field
from dateline.model.time import Precision

TOLLS = ("killed", "injured", "missing", "detained")
FIELDS: tuple[Field, ...] = (
    "type", "mode", "occurrence", "when", "place", "actor", "recipient", "weapon", "killed", "injured", "missing",
    "detained",
)  # fmt: skip
BASIS = "judged"
_COUNT = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+)|(\+))?")


def field_of(value: str) -> Field:
    """The field that is to be corrected."""
    found: Field = one_of(value, FIELDS, item="field")  # type: ignore[assignment]
    return found


def word_of(field: Field, value: str, incident: Incident) -> str | None:
    """The corrected type or mode; None for every other field."""
    modes: Mapping[str, Sequence[str]] = toml("ontology/plover.toml")["modes"]
    if field == "type":
        return one_of(value, tuple(modes), item="type")
    return one_of(value, modes[incident.type], item=f"mode of {incident.type}") if field == "mode" else None


def value_of(field: Field, value: str, incident: Incident) -> Value | None:
    """The corrected value; None for type and mode, which are words."""
    if field in TOLLS:
        return _count(field, value)
    if field == "when":
        return Dated(period=_period(value), basis=BASIS, text=value)
    if field == "place":
        return Located(place=_place(value, incident), text=value)
    if field in ("actor", "recipient"):
        return _party(value, incident)
    if field == "occurrence":
        modality: Modality = one_of(value, get_args(Modality), item="occurrence")  # type: ignore[assignment]
        return Occurrence(modality=modality)
    return Named(name=value.casefold(), text=value) if field == "weapon" else None


def _count(field: str, value: str) -> Count:
    match = _COUNT.fullmatch(value.strip())
    low = int(match[1]) if match else 0
    high = None if match and match[3] else int(match[2]) if match and match[2] else low
    if match is None or (high is not None and high < low):
        raise InvalidOption(item=field, expected='a number as "12", "12-15" or "12+"', found=value, code="bad-count")
    return Count(low=low, high=high)


def _period(value: str) -> Period:
    first, _, last = value.partition("..")
    start = day(first, item="when", last=False)
    end = day(last or first, item="when", last=True)
    if end < start:
        raise InvalidOption(item="when", expected="a first day and a later one", found=value, code="bad-date")
    if start == end:
        return Period(start=start, end=end, precision="day")
    return Period(start=start, end=end, precision="range" if last else _unit(start, end))


def _unit(start: date, end: date) -> Precision:
    """The calendar unit that was named: of several days only a month or a year can be."""
    return "month" if (end - start).days < 31 else "year"


def _place(value: str, incident: Incident) -> Place:
    """A place of the incident by its name, or one of the gazetteer by id or by a name that means only one place.

    A name that nobody knows is kept as it is, without a point.
    """
    key = place_key(value.rpartition("=")[0] or value)
    for located in incident.places:
        if place_key(located.place.name) == key or located.place.id == value:
            return located.place
    name, _, wanted = value.partition("=")
    entries = open_gazetteer().named([place_key(name)]).get(place_key(name), ())
    if wanted:
        entries = tuple(entry for entry in entries if entry.id == wanted)
    countries = {located.place.country for located in incident.places} - {None}
    near = [entry for entry in entries if entry.country in countries] or list(entries)
    if len(near) == 1:
        return _entry(near[0])
    if not near and not wanted:
        return Place(name=value, precision="town")
    choice = "; ".join(f"{name}={e.id} ({e.admin1 or e.kind}, {e.country})" for e in near[:6])
    raise InvalidOption(
        item=f"place {value}", expected="a name that means one place, or NAME=ID", found=choice or "no such id",
        code="several-places",
    )  # fmt: skip


def _entry(entry: GazetteerEntry) -> Place:
    return Place(
        name=entry.name, precision=PRECISIONS[entry.kind], lat=entry.lat, lon=entry.lon, country=entry.country,
        admin1=entry.admin1, id=entry.id,
    )  # fmt: skip


def _party(value: str, incident: Incident) -> Party:
    """A party of the incident or of the actor table by its name; any other is kept as it is."""
    for party in (*incident.actors, *incident.recipients):
        if party.name.casefold() == value.casefold() or party.id == value:
            return party
    known = actors_named(load_actors(), value, on=incident.when.start if incident.when else None)
    if not known:
        return Party(name=value, text=value)
    actor = known[0]
    return Party(name=actor.name, text=value, id=actor.id, country=actor.country, sector=actor.sector)
