"""What is asked of a ledger's incidents."""

from __future__ import annotations

from datetime import date

from dateline.errors import InvalidOption
from dateline.model.record import Record


class Box(Record, frozen=True, kw_only=True):
    """A rectangle in WGS 84 degrees; `west` > `east` crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        if not (-90 <= self.south <= self.north <= 90 and -180 <= self.west <= 180 and -180 <= self.east <= 180):
            raise InvalidOption(
                item="bbox",
                expected="west,south,east,north in degrees, south <= north",
                found=f"{self.west},{self.south},{self.east},{self.north}",
                code="bad-bbox",
            )

    def holds(self, lat: float, lon: float) -> bool:
        """Whether the point lies inside or on the edge."""
        if not self.south <= lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= lon <= self.east
        return lon >= self.west or lon <= self.east


class IncidentQuery(Record, frozen=True, kw_only=True):
    """Filters that all must hold; within one filter any value will do, and an empty filter holds for all."""

    since: date | None = None
    until: date | None = None
    """First and last day; an undated incident counts by the day of its earliest report."""
    types: tuple[str, ...] = ()
    """PLOVER types, or type and mode as "ASSAULT/drone"."""
    actors: tuple[str, ...] = ()
    """Part of a name, or the id, of a party on either side."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-3 codes of where it happened."""
    places: tuple[str, ...] = ()
    """Part of a name, or the id, of a place."""
    box: Box | None = None
    text: str | None = None
    """Words that must all occur in the titles, names and quoted words."""
    standings: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    limit: int | None = None
    """At most so many, the latest."""
