"""Whom a "they" takes up that a place, or who says it, stands nearer to; and one who is named by a people alone."""

from __future__ import annotations

from dateline.app.reader import Reader
from fakes.told import named, names, of_type, on_a_page, places

HELD = "Police arrested six students in Jayapura on Monday."


def test_the_name_of_a_place_is_no_them(reader: Reader) -> None:
    text = f"{HELD} The students were taken to police headquarters, a lawyer said. He said two of them were beaten."
    assert named(of_type(on_a_page(reader, text), "ASSAULT"), "recipient") == ["students"]


def test_those_who_act_are_still_they(reader: Reader) -> None:
    text = "Rebels raided Goma on Monday, residents said. The rebel fighters shot a nurse. They burned the town hall."
    found = on_a_page(reader, text)
    assert "rebel fighters" in {n.lower() for e in found for n in names(e, "actor")}


def test_those_hurt_as_they_marched_are_they_who_marched(reader: Reader) -> None:
    text = "Amnesty International said two students were shot in Kano on Monday as they marched against fuel prices."
    found = on_a_page(reader, text)
    assert named(of_type(found, "PROTEST"), "actor") == ["students"]


def test_who_acts_meanwhile_is_another(reader: Reader) -> None:
    text = "Two students were shot in Kano on Monday as soldiers stormed the campus."
    assert "students" not in {n for e in on_a_page(reader, text) for n in names(e, "actor")}


def test_one_of_a_people_did_it(reader: Reader) -> None:
    text = "A Kenyan stabbed and lightly wounded a Ugandan soldier in Lamu on Monday, the Ugandan military said."
    assert named(of_type(on_a_page(reader, text), "ASSAULT"), "actor") == ["Kenyan"]


def test_what_a_people_wounded_is_is_no_doer(reader: Reader) -> None:
    text = "A Kenyan wounded in Lamu on Monday, a fisherman, blamed two guards."
    found = [e for e in on_a_page(reader, text) if e.type == "ASSAULT"]
    assert all("Kenyan" not in names(e, "actor") for e in found)


def test_where_somebody_came_from_is_no_scene_of_the_page(reader: Reader) -> None:
    text = (
        "Nigerian troops killed seven bandits on Saturday, an officer said.\n\nThe women had been abducted from Gwoza."
    )
    assert "Gwoza" not in places(of_type(on_a_page(reader, text), "ASSAULT"))


def test_where_they_were_found_is(reader: Reader) -> None:
    text = "Nigerian troops killed seven bandits on Saturday, an officer said.\n\nThe women were found in Gwoza."
    assert places(of_type(on_a_page(reader, text), "ASSAULT")) == ["Gwoza"]
