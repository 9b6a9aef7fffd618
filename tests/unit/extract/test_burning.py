"""What burns on a page about raids, where the sentence names no weapon; and denials of something new."""

from __future__ import annotations

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Event


def events(text: str) -> list[Event]:
    """The events of the page."""
    page = page_of(text.encode(), source="example", given={"published": "2025-06-18"}, media_type="text/plain")
    reading = Reader().read(page)
    assert isinstance(reading, Reading), reading
    return list(reading.events)


LEAD = "Drones attacked fuel depots in two towns of the Rostov region on Monday.\n\n"


def told(page: str, words: str) -> bool:
    """Whether an event of the page is told by these words."""
    return any(words in quote.exact for event in events(page) for quote in event.evidence)


def test_a_depot_catches_fire_after_a_raid_by_drones() -> None:
    assert told(LEAD + "In Bataysk a fuel tank caught fire beside the school.\n", "caught fire")


def test_a_depot_catches_fire_where_nobody_raided() -> None:
    lead = "Fuel was dear in two towns of the Rostov region on Monday.\n\n"
    assert not told(lead + "In Bataysk a fuel tank caught fire beside the school.\n", "caught fire")


def test_a_strike_that_is_denied_is_not_the_bomb_told_before() -> None:
    page = (
        "Somalia. A car bomb killed nine people in Mogadishu on 10 July 2025, the police said.\n\n"
        "Ethiopia. A drone strike on a mill is denied by the government.\n"
    )
    bomb = next(e for e in events(page) if any("car bomb" in q.exact for q in e.evidence))
    assert not any("drone strike" in quote.exact for quote in bomb.evidence)
