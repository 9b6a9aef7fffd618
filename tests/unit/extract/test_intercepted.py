"""Weapons stopped in flight: whose attack it was, and what is still an act of those who shoot."""

from __future__ import annotations

import pytest
from evals.reads import read_row, records


def _told(text: str) -> tuple[str | None, set[str], set[str]]:
    (found,) = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    return (
        found.get("mode"),
        {a["name"] for a in found.get("actors") or []},
        {r["name"] for r in found.get("recipients") or []},
    )


@pytest.mark.parametrize(
    ("text", "mode", "actors", "recipients"),
    [
        ("Oman intercepted five Iranian drones over the gulf on Monday.", "drone", {"Iran"}, {"Oman"}),
        (
            "The Omani Defence Ministry said that four drones headed towards Duqm were intercepted and destroyed.",
            "drone",
            set(),
            {"Duqm"},
        ),
        ("Oman said that 12 missiles fired at Duqm were shot down on Monday.", "heavy-weapons", set(), {"Duqm"}),
        ("Oman intercepted 12 missiles on Monday, the ministry said.", "heavy-weapons", set(), {"Oman"}),
        (
            "The navy shot down six drones launched by the Houthis towards Jeddah on Monday.",
            "drone",
            {"Houthis"},
            {"Jeddah"},
        ),
        ("Nine enemy drones were shot down over Nyala on Monday.", "drone", set(), set()),
        ("Rebels shot down an army helicopter near Bunia on Monday.", "heavy-weapons", {"Rebels"}, {"army helicopter"}),
        ("The Houthis shot down a US drone over Marib on Monday.", "drone", {"Houthis"}, {"United States"}),
    ],
)
def test_the_attack_is_theirs_who_sent_the_weapons(
    text: str, mode: str, actors: set[str], recipients: set[str]
) -> None:
    assert _told(text) == (mode, actors, recipients)


def test_what_one_state_stopped_is_not_where_another_was_hit() -> None:
    text = (
        "Rockets hit a depot near Jeddah on Monday, the Saudi army said. Kuwait's army said that it intercepted "
        "four drones on Monday."
    )
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    places = [[p["name"] for p in r.get("places") or []] for r in found if "drone" in str(r.get("mode"))]
    assert places == [[]] or all("Jeddah" not in p for p in places)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Omani air defences intercepted nine drones on Monday.", {"Oman"}),
        ("The Omani Defence Ministry said that it intercepted nine missiles on Monday.", {"Oman"}),
        ("The Omani navy intercepted nine drones on Monday.", {"Omani navy"}),
    ],
)
def test_a_state_met_what_its_air_defences_stopped_and_a_fleet_what_it_stopped(text: str, recipients: set[str]) -> None:
    assert _told(text)[2] == recipients


@pytest.mark.parametrize(
    ("before", "actors"),
    [
        ("Iran went on with its drone attacks on its neighbours on Monday.", {"Iran"}),
        ("Iran fired missiles at its neighbours on Monday.", set()),
        ("Iran went on with its drone attacks on its neighbours on Friday.", set()),
        ("Iran and Yemen went on with their drone attacks on Jordan on Monday.", set()),
    ],
)
def test_what_was_stopped_came_from_who_sent_such_weapons_by_the_sentence_before(before: str, actors: set[str]) -> None:
    text = f"{before} Oman intercepted nine drones on Monday."
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    stopped = [r for r in found if any(p["name"] == "Oman" for p in r.get("recipients") or [])]
    assert [{a["name"] for a in r.get("actors") or []} for r in stopped] == [actors]


@pytest.mark.parametrize(
    ("told", "met"),
    [
        ("Kenyan forces intercepted a drone of al-Shabaab in Kenyan airspace on Monday.", "Kenya"),
        ("Kenyan forces intercepted a drone of al-Shabaab in Somali airspace on Monday.", "Kenyan forces"),
    ],
)
def test_state_is_attacked_where_its_own_forces_stop_it_at_home(told: str, met: str) -> None:
    assert _told(told)[2] == {met}
