"""One verb for what happened in two towns."""

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


def towns(event: Event) -> list[str]:
    return [c.value.place.name for c in event.claims if c.property == "place"]  # type: ignore[union-attr]


def test_a_march_in_one_town_and_one_in_another() -> None:
    one, other = events("Thousands protested in Goma and hundreds in Bukavu on Monday.\n")
    assert (towns(one), towns(other)) == (["Goma"], ["Bukavu"])
    assert [c.value.name for c in other.claims if c.property == "actor"] == ["hundreds"]  # type: ignore[union-attr]


def test_the_dead_of_each_town_are_counted_there() -> None:
    one, other = events("Shells killed five people in Goma and three people in Bukavu on Monday.\n")
    killed = [[c.value.low for c in e.claims if c.property == "killed"] for e in (one, other)]  # type: ignore[union-attr]
    assert (towns(one), towns(other), killed) == (["Goma"], ["Bukavu"], [[5], [3]])


def test_two_towns_without_a_second_number_stay_one_happening() -> None:
    (one,) = events("Bombs went off in Goma and Bukavu on Monday, killing seven.\n")
    assert towns(one) == ["Goma", "Bukavu"]
