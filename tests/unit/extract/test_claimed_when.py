"""The day of a claim and the day of the attack that is claimed; whose men under arms are."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Count
from fakes.told import FILLER, days, events, names, of_type, on_a_page

LEAD = "A bomb killed ten people at a market in Quetta on Monday, police said."
MONDAY = {("2024-03-04", "2024-03-04")}


@pytest.mark.parametrize(
    "claim",
    [
        "The Baloch Liberation Army claimed responsibility for the attack on Tuesday.",
        "The Baloch Liberation Army claimed responsibility on Tuesday.",
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
    counts = {
        (c.value.low, c.voice.name) for c in event.claims if c.property == "killed" and isinstance(c.value, Count)
    }
    assert counts == {(9, "councillor"), (7, "governor's office")}


def test_its_troops_are_of_whom_it_means(reader: Reader) -> None:
    text = "The Pakistani military said its soldiers killed six militants near Bannu on Tuesday."
    assert names(of_type(on_a_page(reader, text), "ASSAULT"), "actor") == {"Pakistan Armed Forces"}


def test_its_drivers_are_their_own(reader: Reader) -> None:
    text = "The Pakistani military said its driver was shot by two passers-by near Bannu on Tuesday."
    assert "Pakistan Armed Forces" not in names(of_type(on_a_page(reader, text), "ASSAULT"), "actor")


@pytest.mark.parametrize(
    ("lead", "hit"),
    [
        ("Israel denied on Tuesday that its soldiers had shot Palestinians in Rafah.", {"Palestinians"}),
        ("Israel denied on Tuesday that its soldiers had shot at anyone in Rafah.", {"Rafah market crowd"}),
    ],
)
def test_a_crowd_of_the_title_is_those_whom_the_text_names(reader: Reader, lead: str, hit: set[str]) -> None:
    title = "Israel denies firing on Rafah market crowd"
    page = f"<title>{title}</title><h1>{title}</h1><p>{lead}</p><p>{FILLER}</p>"
    found = [e for e in events(reader, page, published="2024-03-06", media_type="text/html") if e.type == "ASSAULT"]
    assert set().union(*(names(e, "recipient") for e in found)) == hit
