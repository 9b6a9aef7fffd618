"""The day of a claim and the day of the attack that is claimed; whose men under arms are."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Count
from fakes.told import days, names, of_type, on_a_page

LEAD = "A bomb killed ten people at a market in Quetta on Monday, police said."
MONDAY = {("2024-03-04", "2024-03-04")}


@pytest.mark.parametrize(
    "claim",
    [
        "The Baloch Liberation Army claimed responsibility for the attack on Tuesday.",
        "On Tuesday the Baloch Liberation Army claimed the blast.",
        "The Baloch Liberation Army took responsibility for the bombing late on Tuesday.",
    ],
)
def test_the_day_of_a_claim_is_not_that_of_the_attack(reader: Reader, claim: str) -> None:
    found = [e for e in on_a_page(reader, f"{LEAD}\n\n{claim}") if e.type == "ASSAULT"]
    assert [days(e) for e in found] == [MONDAY]
    assert names(found[0], "actor") == {"Balochistan Liberation Army"}


@pytest.mark.parametrize(
    "claim",
    [
        "The Baloch Liberation Army claimed an attack on a train in Sibi on Tuesday.",
        "The Baloch Liberation Army claimed responsibility for a bombing in Sibi on Tuesday.",
    ],
)
def test_an_attack_claimed_with_words_of_its_own_keeps_its_day(reader: Reader, claim: str) -> None:
    found = [e for e in on_a_page(reader, f"{LEAD}\n\n{claim}") if e.type == "ASSAULT"]
    assert [days(e) for e in found] == [MONDAY, {("2024-03-05", "2024-03-05")}]


def test_what_nobody_has_claimed_keeps_its_day(reader: Reader) -> None:
    text = "Rebels shelled Goma on Sunday.\n\nDrones hit the airport in Bukavu on Tuesday."
    found = on_a_page(reader, f"{text}\n\nNo group had claimed the attack as of Tuesday.")
    assert [days(e) for e in found] == [{("2024-03-03", "2024-03-03")}, {("2024-03-05", "2024-03-05")}]


def test_who_has_an_office_counts(reader: Reader) -> None:
    text = "Gunmen killed nine farmers in Tarka on Monday, a councillor said."
    event = of_type(on_a_page(reader, f"{text}\n\nThe governor's office put the number of dead at seven."), "ASSAULT")
    counts = {(c.value.low, c.voice.name) for c in event.claims if c.property == "killed" and isinstance(c.value, Count)}
    assert counts == {(9, "councillor"), (7, "governor's office")}


def test_its_troops_are_of_whom_it_means(reader: Reader) -> None:
    text = "The Pakistani military said its soldiers killed six militants near Bannu on Tuesday."
    assert names(of_type(on_a_page(reader, text), "ASSAULT"), "actor") == {"Pakistan Armed Forces"}


def test_its_drivers_are_their_own(reader: Reader) -> None:
    text = "The Pakistani military said its driver was shot by two passers-by near Bannu on Tuesday."
    assert "Pakistan Armed Forces" not in names(of_type(on_a_page(reader, text), "ASSAULT"), "actor")
