"""Grammar around a happening: objects of control verbs, reduced relatives, seats of government, and who "it" is."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Event, Party
from fakes.told import events


def side(event: Event, role: str) -> set[str]:
    return {c.value.country or c.value.name for c in event.claims if c.property == role and isinstance(c.value, Party)}


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("The rebels forbade boats to land at Goma after dark on Friday.", "COERCE", "rebels", "boats"),
        ("Managua cut ties with Honduras on Friday.", "SANCTION", "NIC", "HND"),
        ("Farmers whisked away by bandits near Katsina on Friday will be freed.", "ASSAULT", "bandits", "Farmers"),
        ("The governor placed Bokkos on a curfew on Friday.", "COERCE", "governor", "Bokkos"),
        ("The army of Mali was behind the drone attack on a depot in Kayes on Friday.", "ASSAULT", "MLI", "depot"),
        ("The chancellor said that Peru must withdraw its troops from the ridge.", "REQUEST", "chancellor", "PER"),
        ("The court demanded an explanation from a Kampala magistrate on Friday.", "REQUEST", "court", "UGA"),
        ("The junta voiced its total rejection of the truce offer of Peru.", "REJECT", "junta", "PER"),
        ("Aid workers provided 90 families with tents near Goma on Friday.", "AID", "Aid workers", "families"),
    ],
)
def test_who_does_it_to_whom(reader: Reader, text: str, kind: str, actor: str, recipient: str) -> None:
    found = [e for e in events(reader, text) if e.type == kind]
    assert found, [e.type for e in events(reader, text)]
    assert side(found[0], "actor") == {actor}
    assert side(found[0], "recipient") == {recipient}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Another exchange of prisoners of war took place on Friday.", "RETREAT"),
        ("Members of the ADF seized the town of Beni on Friday.", "COERCE"),
    ],
)
def test_nouns_that_stand_before_what_they_name(reader: Reader, text: str, kind: str) -> None:
    assert kind in {e.type for e in events(reader, text)}


def test_it_is_the_body_that_the_sentence_before_is_about(reader: Reader) -> None:
    text = "The relief committee counted nine wounded on Friday. It urged both sides to let a convoy through.\n"
    (found,) = [e for e in events(reader, text) if e.type == "REQUEST"]
    assert side(found, "actor") == {"relief committee"}


def test_it_is_no_thing_and_no_body_of_another_paragraph(reader: Reader) -> None:
    text = "The long drought killed the herds.\n\nMany left.\n\nIt urged both sides to let a convoy through.\n"
    assert not [e for e in events(reader, text) if e.type == "REQUEST"]


def test_a_seat_of_government_that_only_helps_another_has_done_nothing(reader: Reader) -> None:
    found = events(reader, "The envoy says that Lima helps Nairobi target Ugandan forces.")
    assert not [e for e in found if e.type == "ASSAULT"]


def test_a_team_that_must_do_better_is_asked_for_nothing_of_ours(reader: Reader) -> None:
    assert not events(reader, "The coach said that the team must score more goals.")


def test_what_an_army_stands_behind_is_no_deed_of_it(reader: Reader) -> None:
    found = events(
        reader, "The army of Mali stood behind a wall during the drone attack on a depot in Kayes on Friday."
    )
    assert not [e for e in found if e.type == "ASSAULT" and "MLI" in side(e, "actor")]


def test_rifles_are_no_prisoners(reader: Reader) -> None:
    found = events(reader, "Soldiers seized 140 rifles in a search of cattle camps near Bor on Friday.")
    assert found
    assert not [c for e in found for c in e.claims if c.property == "detained"]
