"""Notices of robbery and attack at sea, told in their clipped style, on invented notices."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Dated, Event, Located, Party
from fakes.told import events


def told(event: Event) -> tuple[str, str]:
    return event.type, event.modality


def days(event: Event) -> set[str]:
    return {c.value.period.start.isoformat() for c in event.claims if isinstance(c.value, Dated)}


def points(event: Event) -> set[tuple[float | None, float | None]]:
    return {
        (c.value.place.lat, c.value.place.lon)
        for c in event.claims
        if isinstance(c.value, Located) and c.value.place.precision == "position"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 24 March, a bulk carrier was boarded at 04-10N 005-30E, off the river mouth.", ("ASSAULT", "actual")),
        ("On 24 March, the tanker BLUE IBIS was boarded at 04-10N 005-30E.", ("ASSAULT", "actual")),
        ("On 24 March robbers boarded a coaster near 04-10N 005-30E.", ("ASSAULT", "actual")),
        ("On 24 March, a number of thieves boarded a barge near 04-10N 005-30E.", ("ASSAULT", "actual")),
        ("On 24 March, a cargo ship suffered an attempted boarding near 04-10N 005-30E.", ("ASSAULT", "negated")),
        ("On 24 March, two robbers tried to board an anchored tug near 04-10N 005-30E.", ("ASSAULT", "negated")),
        ("On 24 March, armed men in a skiff chased a tanker near 04-10N 005-30E.", ("THREATEN", "threatened")),
        (
            "On 24 March near position 04:10N - 005:30E 3.7 nm west of the cape, 4 robbers with hooks boarded a tug.",
            ("ASSAULT", "actual"),
        ),
        ("On 24 March, a small boat followed a reefer for an hour near 04-10N 005-30E.", ("THREATEN", "threatened")),
        ("On 24 March, a robber climbed the anchor chain of a barge near 04-10N 005-30E.", ("ASSAULT", "actual")),
        ("On 24 March, a yacht experienced a suspicious approach near 04-10N 005-30E.", ("THREATEN", "threatened")),
    ],
)
def test_a_notice_gives_its_event_with_day_and_position(reader: Reader, text: str, expected: tuple[str, str]) -> None:
    text = f"GULF OF GUINEA: {text} The crew raised the alarm and mustered in the citadel."
    (found,) = [e for e in events(reader, text) if e.type == expected[0]]
    assert told(found) == expected
    assert days(found) == {"2024-03-24"}
    assert points(found) == {(4.16667, 5.5)}


@pytest.mark.parametrize(
    "text",
    [
        "On 24 March the ferry was boarded by inspectors in the harbour. They found nothing amiss.",
        "On 24 March passengers boarded the ship at its berth. It sailed at noon.",
        "On 24 March a pilot boat approached the tanker at anchor. The pilot went aboard.",
        "On 24 March a student tried to board the night bus. The doors were shut.",
    ],
)
def test_ordinary_traffic_is_no_attack(reader: Reader, text: str) -> None:
    assert not {"ASSAULT", "THREATEN"} & {e.type for e in events(reader, text)}


def test_a_position_at_the_head_of_a_notice_is_that_of_its_one_event(reader: Reader) -> None:
    text = "KENYA: 04-05S 039-45E, outer anchorage. On 24 March thieves boarded a tug unnoticed. They fled with ropes."
    assert {p for e in events(reader, text) for p in points(e)} == {(-4.08333, 39.75)}
    assert {d for e in events(reader, text) for d in days(e)} == {"2024-03-24"}


def test_taking_the_crew_is_the_mode_though_the_ship_was_boarded(reader: Reader) -> None:
    text = "Pirates boarded a trawler off the cape on 24 March and kidnapped three of the crew."
    assert {e.mode for e in events(reader, text) if e.type == "ASSAULT"} == {"abduct"}


def test_nothing_stolen_is_no_theft(reader: Reader) -> None:
    text = "On 24 March thieves boarded a tug near 04-10N 005-30E. Nothing was reported stolen from the tug."
    assert {e.type for e in events(reader, text)} == {"ASSAULT"}


def test_who_is_reported_killed_killed_no_one(reader: Reader) -> None:
    (found,) = events(reader, "Two guards were reported killed by gunmen near the gate on 24 March.")
    actors = {c.value.name for c in found.claims if c.property == "actor" and isinstance(c.value, Party)}
    assert not any("guard" in name for name in actors)


def test_robbers_seen_on_deck_have_come_on_board(reader: Reader) -> None:
    text = "On 24 March the watchman of an anchored tanker spotted two robbers on deck near 04-10N 005-30E. They fled."
    (found,) = events(reader, text)
    assert told(found) == ("ASSAULT", "actual")
    assert points(found) == {(4.16667, 5.5)}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("On 24 March a ketch was boarded in the creek. The thieves took two phones.", {"ASSAULT"}),
        ("On 24 March a ketch lay moored in the creek. Two oars and a motor were stolen by night.", {"COERCE"}),
        ("Voices were heard on the barge on 24 March. The thieves fled with ropes and paint.", {"COERCE"}),
        ("On 24 March a ketch was boarded in the creek. The pilot had two phones.", set()),
        ("On 24 March a burglar climbed a garden wall. The house was empty.", set()),
    ],
)
def test_thieves_anywhere_on_the_page_tell_what_a_boarding_was(reader: Reader, text: str, kinds: set[str]) -> None:
    assert {e.type for e in events(reader, text)} == kinds
