"""A ledger of very many events: how long filters and one more article take, and how much it weighs.

`python -m bench.scale [--events 1000000] [--file FILE]` makes a synthetic ledger with realistic skew (few towns,
parties and days hold most events; a third of the happenings are told by several papers), unless FILE holds one already,
and then measures. Filters are asked for their latest 50 incidents, as a screen asks. Everything made is the same at
every run.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.app.drawing import refresh
from dateline.ledger import SqliteLedger
from dateline.model import (
    Article,
    Claim,
    Count,
    Dated,
    Event,
    Located,
    Occurrence,
    Outlet,
    Page,
    Party,
    Period,
    Place,
    Property,
    Published,
    Value,
    Voice,
    quote,
)
from dateline.model.query import Box, IncidentQuery

SEED = 11
TOWNS, OUTLETS, PARTIES = 4000, 300, 400
FIRST, DAYS = date(2015, 1, 1), 4000
KINDS = (
    ("ASSAULT", "heavy-weapons"), ("ASSAULT", "aerial"), ("ASSAULT", "firearms"), ("ASSAULT", "explosives"),
    ("COERCE", "arrest"), ("PROTEST", "demo"), ("THREATEN", None), ("CONSULT", None),
)  # fmt: skip
SYLLABLES = ("ba", "ko", "ri", "mu", "ta", "les", "dan", "or", "fi", "ge", "sho", "nav", "ul", "pe", "zin", "ha")
LIMIT = 50
TIMES = 40


def word(chance: random.Random) -> str:
    """A name that nobody bears."""
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(4, 6))).capitalize()


class World:
    """The towns, parties and papers of the synthetic ledger."""

    def __init__(self) -> None:
        self.chance = random.Random(SEED)
        self.towns = [self._town(number) for number in range(TOWNS)]
        self.parties = [self._party(number) for number in range(PARTIES)]
        self.outlets = [Outlet(name=f"The {word(self.chance)} {word(self.chance)}") for _ in range(OUTLETS)]
        self.shares = [1 / (number + 3) for number in range(TOWNS)]
        self.heat = [1 / (number + 2) for number in range(PARTIES)]

    def _town(self, number: int) -> Place:
        lat, lon = self.chance.uniform(-35, 60), self.chance.uniform(-80, 120)
        country = f"{chr(65 + number % 20)}{chr(65 + number % 7)}{chr(65 + number % 3)}"
        return Place(
            name=word(self.chance), precision="town", lat=round(lat, 3), lon=round(lon, 3), country=country,
            id=f"geonames:{number}",
        )  # fmt: skip

    def _party(self, number: int) -> Party:
        name = f"{word(self.chance)} Front"
        sector = ("REB", "MIL", "GOV", "CVL")[number % 4]
        return Party(name=name, text=name, id=f"party-{number}", country="AAA", sector=sector)

    def happenings(self, events: int) -> Iterator[list[tuple[Page, Article, tuple[Event, ...]]]]:
        """Happenings with their reports, until there are so many events."""
        made = 0
        while made < events:
            reports = min(events - made, self.chance.choice((1, 1, 1, 1, 1, 1, 2, 2, 3, 6)))
            yield self._happening(reports)
            made += reports

    def _happening(self, reports: int) -> list[tuple[Page, Article, tuple[Event, ...]]]:
        chance = self.chance
        day = FIRST + timedelta(days=int(DAYS * chance.random() ** 0.5))
        town = chance.choices(self.towns, self.shares)[0]
        actor, recipient = chance.choices(self.parties, self.heat, k=2)
        type_, mode = chance.choice(KINDS)
        dead = int(chance.paretovariate(1.2)) if type_ == "ASSAULT" else 0
        names = [word(chance) for _ in range(4)]
        return [self._report(day, town, actor, recipient, type_, mode, dead, names) for _ in range(reports)]

    def _report(
        self, day: date, town: Place, actor: Party, recipient: Party, type_: str, mode: str | None, dead: int,
        names: list[str],
    ) -> tuple[Page, Article, tuple[Event, ...]]:  # fmt: skip
        chance = self.chance
        outlet = chance.choice(self.outlets)
        own = " ".join(word(chance).lower() for _ in range(40))
        told = chance.sample(names, 3)
        text = (
            f"{actor.name} hit {recipient.name} near {' and '.join(told)} in {town.name}, leaving {dead} dead. "
            f"{own.capitalize()}."
        )
        source = f"https://{outlet.name.replace(' ', '').lower()}.example/{sha256(text.encode()).hexdigest()[:12]}"
        published = day + timedelta(days=chance.choice((0, 1, 1, 2)))
        article = Article(
            id=sha256(f"{source}{text}".encode()).hexdigest()[:16], page="", source=source, title=text[:60], text=text,
            blocks=(), outlet=outlet, language="en",
            published=Published(period=_day(published), basis="given", reliable=True, evidence=str(published)),
        )  # fmt: skip
        page = Page(id=sha256(text.encode()).hexdigest(), source=source, content=text.encode(), media_type="text/plain")
        return page, article, (_event(article, type_, mode, actor, recipient, town, day, dead),)


def _day(day: date) -> Period:
    return Period(start=day, end=day, precision="day")


def _event(
    article: Article, type_: str, mode: str | None, actor: Party, recipient: Party, town: Place, day: date, dead: int
) -> Event:
    stop = article.text.index(".") + 1
    words = quote(article.text, 0, stop)
    voice = Voice(name=article.outlet.name if article.outlet else "outlet", kind="outlet", stance="reports")
    values: list[tuple[Property, Value]] = [
        ("occurrence", Occurrence(modality="actual")),
        ("actor", actor),
        ("recipient", recipient),
        ("place", Located(place=town, text=town.name)),
        ("when", Dated(period=_day(day), basis="stated", text=str(day))),
    ]
    if dead:
        values.append(("killed", Count(low=dead, high=dead)))
    id_ = sha256(f"{article.id}{type_}".encode()).hexdigest()[:16]
    claims = tuple(
        Claim(
            id=sha256(f"{id_}{name}".encode()).hexdigest()[:16],
            property=name,
            value=value,
            voice=voice,
            evidence=(words,),
            rule="synthetic",
        )
        for name, value in values
    )
    return Event(id=id_, article=article.id, type=type_, mode=mode, modality="actual", claims=claims, evidence=(words,))


def make(path: Path, events: int) -> None:
    """Fill the ledger, with progress on standard error."""
    held, world = SqliteLedger(path), World()
    start, made = time.perf_counter(), 0
    batch: list[tuple[Page, Article, tuple[Event, ...]]] = []
    for reports in world.happenings(events):
        batch += reports
        if len(batch) >= 2000:
            made += _keep(held, batch)
            batch = []
            print(f"{made:,} events, {made / (time.perf_counter() - start):,.0f} a second", file=sys.stderr, flush=True)
    _keep(held, batch)
    held.close()


def _keep(held: SqliteLedger, batch: list[tuple[Page, Article, tuple[Event, ...]]]) -> int:
    with held.whole():
        for page, article, events in batch:
            held.keep(page, article, events)
        refresh(held)
    return len(batch)


QUERIES: dict[str, IncidentQuery] = {
    "latest": IncidentQuery(limit=LIMIT),
    "a month": IncidentQuery(since=date(2019, 3, 1), until=date(2019, 3, 31), limit=LIMIT),
    "type and mode": IncidentQuery(types=("ASSAULT/aerial",), limit=LIMIT),
    "frequent party": IncidentQuery(actors=("party-0",), limit=LIMIT),
    "rare party": IncidentQuery(actors=("party-390",), limit=LIMIT),
    "part of a name": IncidentQuery(actors=("ko",), limit=LIMIT),
    "country": IncidentQuery(countries=("ABC",), limit=LIMIT),
    "frequent place": IncidentQuery(places=("geonames:0",), limit=LIMIT),
    "rare place": IncidentQuery(places=("geonames:3999",), limit=LIMIT),
    "box": IncidentQuery(box=Box(west=10, south=10, east=14, north=14), limit=LIMIT),
    "disputed": IncidentQuery(standings=("disputed",), limit=LIMIT),
    "words": IncidentQuery(text="near dead", limit=LIMIT),
    "party, type and months": IncidentQuery(
        actors=("party-3",), types=("ASSAULT",), since=date(2020, 1, 1), until=date(2020, 6, 30), limit=LIMIT
    ),
    "country and type in a year": IncidentQuery(
        countries=("BBB",), types=("COERCE/arrest",), since=date(2018, 1, 1), until=date(2018, 12, 31), limit=LIMIT
    ),
}


def measured(path: Path) -> dict[str, object]:
    """Milliseconds of every filter and of one more article, memory, and bytes an event."""
    held = SqliteLedger(path, create=False)
    sizes = held.sizes()
    filters = {name: _timed(lambda q=query: list(held.incidents(q))) for name, query in QUERIES.items()}  # type: ignore[misc]
    everything = sorted(value for values in filters.values() for value in values)
    world = World()
    world.chance = random.Random(SEED + sizes["events"])
    added: list[float] = []
    for reports in world.happenings(TIMES):
        for page, article, events in reports:
            start = time.perf_counter()
            held.keep(page, article, events)
            refresh(held)
            added.append(1000 * (time.perf_counter() - start))
    held.close()
    size = sum(file.stat().st_size for file in path.parent.glob(path.name + "*"))
    return {
        **sizes,
        "filters, ms (median)": {name: round(statistics.median(values), 1) for name, values in filters.items()},
        "filters, p95 ms": round(everything[int(0.95 * len(everything))], 1),
        "one more article, ms (median)": round(statistics.median(added), 1),
        "one more article, p95 ms": round(sorted(added)[int(0.95 * len(added))], 1),
        "bytes an event": round(size / sizes["events"]),
        "peak memory, MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _timed(ask: Callable[[], object]) -> list[float]:
    found = []
    for _ in range(10):
        start = time.perf_counter()
        ask()
        found.append(1000 * (time.perf_counter() - start))
    return found


def main() -> int:
    """Make the ledger where there is none, and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--file", type=Path, help="where the ledger is, or is to be, kept")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = options.file or Path(folder) / "scale.db"
        if not path.exists():
            make(path, options.events)
        print(json.dumps(measured(path), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
