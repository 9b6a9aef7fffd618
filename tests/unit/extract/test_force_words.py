"""Happenings of force in plain words: attempts that came to nothing, doers after "by", what is taken and who."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Event, Located, Party


def events(reader: Reader, text: str) -> tuple[Event, ...]:
    page = page_of(
        text.encode(), source="page", given={"published": "2024-05-08", "language": "en"}, media_type="text/plain"
    )
    reading = reader.read(page)
    assert isinstance(reading, Reading), reading
    return reading.events


def told(reader: Reader, text: str) -> set[tuple[str, str | None, str]]:
    return {(e.type, e.mode, e.modality) for e in events(reader, text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The navy said it had foiled an attempt to bomb a pier in Aden.", {("ASSAULT", "explosives", "negated")}),
        ("Police said they had disrupted a plot to attack a church in Lyon.", {("ASSAULT", None, "negated")}),
        ("Customs officers seized forty kilos of cannabis in Aden on Monday.", {("COERCE", "seize", "actual")}),
        ("A court in Aden jailed the editor for six years on Monday.", {("SANCTION", "convict", "actual")}),
        ("Police in Aden jailed the editor on Monday.", {("COERCE", "arrest", "actual")}),
        ("A gas cylinder burst in a bakery in Aden on Monday, killing two bakers.", set()),
        ("The winger fired two shots over the bar in the 3-1 win in Lyon on Monday.", set()),
    ],
)
def test_what_is_told(reader: Reader, text: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert told(reader, text) == expected


def parties(found: tuple[Event, ...], role: str) -> set[str]:
    return {c.value.text for e in found for c in e.claims if c.property == role and isinstance(c.value, Party)}


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        (
            "Shelling by government forces killed a mother in the town of Ariha on Monday.",
            "actor",
            {"government forces"},
        ),
        ("Pirates boarded a tanker off Somalia on Monday and took its nine crew hostage.", "actor", {"Pirates"}),
        ("The Red Cross delivered medicine to two hospitals in Goma on Monday.", "recipient", {"two hospitals"}),
    ],
)
def test_who_and_whom(reader: Reader, text: str, role: str, expected: set[str]) -> None:
    assert parties(events(reader, text), role) == expected


def test_a_denial_is_told_with_what_is_denied(reader: Reader) -> None:
    text = "The army denied that its planes had bombed a market in the Ethiopian town of Merawi on Monday."
    assert told(reader, text) == {("ASSAULT", "aerial", "negated")}


def test_where_the_victims_were_busy(reader: Reader) -> None:
    (one,) = events(reader, "A landmine killed four children who were herding goats in the district of Beni on Monday.")
    assert {c.value.place.name for c in one.claims if isinstance(c.value, Located)} == {"Beni"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the film, a sniper kills a senator at a rally in Lyon.", set()),
        ("A barn was destroyed in an accidental fire that killed its owner in Lyon on Monday.", set()),
        ("Peru began sending 400 police officers to Haiti on Monday.", {("MOBILIZE", "police", "actual")}),
        (
            "The military accused armed fighters of burning a clinic in the town of Beni on Monday.",
            {("ACCUSE", "allege", "actual"), ("ASSAULT", "destroy", "actual")},
        ),
    ],
)
def test_what_is_told_besides(reader: Reader, text: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert told(reader, text) == expected


def test_a_town_that_falls_to_rebels(reader: Reader) -> None:
    found = events(reader, "The town of Beni fell to rebel fighters on Monday after a siege, residents said.")
    assert parties(found, "actor") == {"rebel fighters"}


def test_a_sum_of_two_happenings_is_no_third(reader: Reader) -> None:
    text = (
        "Bandits kidnapped 30 people in Jos on Friday night. On Sunday gunmen kidnapped another 12 in Kano. In all, 42 "
        "people were kidnapped at the weekend, a lawmaker said."
    )
    assert len(events(reader, text)) == 2


def test_where_the_police_speak(reader: Reader) -> None:
    (one,) = events(reader, "Police in Beni said on Monday they had killed a robber in a raid the night before.")
    assert {c.value.place.name for c in one.claims if isinstance(c.value, Located)} == {"Beni"}


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        (
            "A Peruvian court ordered the arrest in absentia of an exiled writer on Monday.",
            "recipient",
            {"an exiled writer"},
        ),
        (
            "Gunmen shot dead a former finance minister of Honduras on Monday.",
            "recipient",
            {"a former finance minister of Honduras"},
        ),
        ("Bandits set their lorries on fire near Beni on Monday.", "recipient", {"their lorries"}),
    ],
)
def test_to_whom(reader: Reader, text: str, role: str, expected: set[str]) -> None:
    assert parties(events(reader, text), role) == expected


def test_both_towns_of_a_list_before_a_time(reader: Reader) -> None:
    (one,) = events(reader, "Israel bombed Khan Younis and Rafah overnight.")
    assert {c.value.place.name for c in one.claims if isinstance(c.value, Located)} == {"Khan Younis", "Rafah"}


def test_in_protest_is_no_protest_beside_the_act(reader: Reader) -> None:
    text = "Students occupied a hall in Lyon on Monday in protest at the fees."
    assert told(reader, text) == {("PROTEST", "obstruct", "actual")}


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        (
            "Boko Haram fighters raided a village in Borno on Friday. They killed eight fishermen.",
            "actor",
            {"Boko Haram", "Boko Haram fighters"},
        ),
        (
            "Bandits kidnapped an Italian engineer and his driver near Agadez.",
            "recipient",
            {"an Italian engineer", "his driver"},
        ),
        ("Students threw stones at officers in Lyon on Monday during a march against the fees.", "actor", {"Students"}),
        ("Bus drivers across Sri Lanka are on strike for a second day.", "actor", {"Bus drivers"}),
    ],
)
def test_whose_deed(reader: Reader, text: str, role: str, expected: set[str]) -> None:
    assert parties(events(reader, text), role) == expected


def test_one_hit_in_the_leg_is_hit_in_the_shooting(reader: Reader) -> None:
    assert len(events(reader, "Gunmen opened fire on a boat near Beni on Monday; one man was hit in the leg.")) == 1


def test_where_it_was_set_on_fire(reader: Reader) -> None:
    (one,) = events(reader, "Rioters set a town hall on fire in Jos on Monday night.")
    assert {c.value.place.name for c in one.claims if isinstance(c.value, Located)} == {"Jos"}


def test_he_was_released_for_a_ransom(reader: Reader) -> None:
    text = "Gang members abducted a teacher in Jos on Friday. He was released on Monday after a ransom was paid."
    assert told(reader, text) == {("ASSAULT", "abduct", "actual"), ("RETREAT", "release", "actual")}
