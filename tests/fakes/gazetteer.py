"""A gazetteer of a dozen places, for tests that need no more."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dateline.model.gazetteer import GazetteerEntry, place_key


class FakeGazetteer:
    """Answers from the entries it is given, under their names and the aliases listed with them."""

    def __init__(self, places: Iterable[tuple[GazetteerEntry, tuple[str, ...]]]) -> None:
        self._known: dict[str, tuple[GazetteerEntry, ...]] = {}
        for entry, aliases in places:
            for key in {place_key(name) for name in (entry.name, *aliases)}:
                self._known[key] = tuple(
                    sorted((*self._known.get(key, ()), entry), key=lambda known: -known.population)
                )

    def named(self, keys: Collection[str]) -> dict[str, tuple[GazetteerEntry, ...]]:
        return {key: self._known[key] for key in keys if key in self._known}


def _town(
    number: int, name: str, point: tuple[float, float], country: str, path: str, population: int
) -> GazetteerEntry:
    return GazetteerEntry(
        id=f"geonames:{number}", name=name, kind="town", lat=point[0], lon=point[1], country=country, path=path,
        population=population,
    )  # fmt: skip


def _country(code: str, name: str, point: tuple[float, float], path: str) -> GazetteerEntry:
    return GazetteerEntry(
        id=f"iso:{code}", name=name, kind="country", lat=point[0], lon=point[1], country=code, path=path,
        population=20_000_000, radius_km=400,
    )  # fmt: skip


SMALL = FakeGazetteer(
    [
        (_country("IRQ", "Iraq", (33.0, 44.0), "IQ"), ()),
        (_country("UGA", "Uganda", (2.0, 33.0), "UG"), ()),
        (_country("JOR", "Jordan", (31.0, 36.0), "JO"), ()),
        (_country("USA", "United States", (39.8, -98.5), "US"), ("US", "U.S.")),
        (_town(1, "Baghdad", (33.34, 44.4), "IRQ", "IQ.07", 7_000_000), ()),
        (_town(2, "Hit", (33.64, 42.83), "IRQ", "IQ.01", 60_000), ()),
        (_town(3, "Springfield", (39.8, -89.64), "USA", "US.IL", 110_000), ()),
        (_town(4, "Springfield", (37.21, -93.3), "USA", "US.MO", 170_000), ()),
        (_town(5, "Lira", (2.25, 32.9), "UGA", "UG.N", 100_000), ()),
        (_town(6, "Lira", (9.92, -83.9), "CRI", "CR.08", 120_000), ()),
        (_town(7, "Ashdod", (31.79, 34.65), "ISR", "IL.01", 226_000), ()),
        (
            GazetteerEntry(
                id="geonames:8", name="Illinois", kind="admin1", lat=40.0, lon=-89.0, country="USA", path="US.IL",
                population=12_000_000, radius_km=300,
            ),
            (),
        ),
        (
            GazetteerEntry(
                id="dateline:red-sea", name="Red Sea", kind="sea", lat=20.5, lon=38.5, population=3_000_000,
                radius_km=1000,
            ),
            (),
        ),
    ]
)  # fmt: skip
