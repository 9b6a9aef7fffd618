"""Places at the precision that the text gives, never finer."""

from __future__ import annotations

from typing import Literal

from dateline.model.record import Record

PlacePrecision = Literal["position", "site", "town", "area", "region", "country", "sea", "continent"]
"""position: given in degrees · site: a base, camp, port, hospital at its town's point · town · area: a district
or island · region: a first-order division or a named region · country · sea: sea, strait, gulf, river · continent."""


class Candidate(Record, frozen=True, kw_only=True):
    """A place that a name could also have meant, and its score."""

    id: str
    name: str
    country: str | None = None
    score: float


class Place(Record, frozen=True, kw_only=True):
    """A named place: WGS 84 degrees, ISO 3166-1 alpha-3 country."""

    name: str
    precision: PlacePrecision
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    id: str | None = None
    """"geonames:295629", "dateline:strait-of-hormuz", "iso:ISR"; absent for a bare position."""
    relation: str | None = None
    """How the event lies to the named place when not in it: "30 km south of", "near", "off", "between"."""
    candidates: tuple[Candidate, ...] = ()
