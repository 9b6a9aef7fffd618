"""Doers, sufferers and hearers that stand at a distance from the deed, or in a sentence of their own."""

from __future__ import annotations

import pytest
from evals.reads import read_row, records

from dateline.app.reader import Reader
from fakes.recorded import party_names, recorded
from fakes.told import on_a_page, parties


@pytest.mark.parametrize(
    ("text", "kind", "slot", "names"),
    [
        (
            "The governor gave herders ten days to leave the forest or face arrest.",
            "THREATEN",
            "recipients",
            {"herders"},
        ),
        (
            "Peru's opposition demanded on Monday that the electoral commission publish the voters' roll.",
            "REQUEST",
            "recipients",
            {"electoral commission"},
        ),
        (
            "Riot police in Lima used tear gas to drive back demonstrators on Monday.",
            "ASSAULT",
            "recipients",
            {"demonstrators"},
        ),
        (
            "Four clerks were hacked to death with machetes by raiders in Beni on Sunday.",
            "ASSAULT",
            "actors",
            {"raiders"},
        ),
        (
            "The bodies of four men were found near Tumaco on Monday, Peru's ombudsman said. He blamed a drug gang.",
            "ACCUSE",
            "recipients",
            {"drug gang"},
        ),
        (
            "A militia in Sudan's west, which seized Kutum on Saturday, left again on Monday.",
            "COERCE",
            "actors",
            {"militia"},
        ),
    ],
)
def test_they_are_named_as_the_text_has_them(text: str, kind: str, slot: str, names: set[str]) -> None:
    assert party_names(recorded(text, kind), slot) == names


def test_who_only_says_it_did_not_do_it() -> None:
    text = (
        "Fighters of the RSF struck the airport of Merowe on Sunday, Sudan's army said. Later they hit a power station."
    )
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    doers = {name for r in found if r["type"] == "ASSAULT" for name in party_names(r, "actors")}
    assert doers == {"Rapid Support Forces"}


def test_who_confirms_a_deed_is_a_voice() -> None:
    record = recorded(
        "The kidnapping of an engineer near Agadez was confirmed by the Nigerien army on Monday.", "ASSAULT"
    )
    assert [v["name"] for v in record["voices"]] == ["Nigerien army"]


@pytest.mark.parametrize(
    ("text", "slot", "names"),
    [
        (
            "A rebel faction in Peru freed five engineers on Monday, six days after it took them captive in the Mira "
            "valley, the Red Cross said.",
            "actors",
            {"rebel faction"},
        ),
        ("Four people died on Tuesday when artillery shells hit a school in Kadugli.", "actors", set()),
        ("Four people died on Tuesday when Kenyan artillery shells hit a school in Moyale.", "actors", {"Kenya"}),
        ("Raiders killed twenty-two herders near Bor on Monday.", "recipients", {"herders"}),
        ("Seventeen herders were killed by raiders near Bor on Monday.", "recipients", {"herders"}),
        ("Raiders killed a 29-year-old herder near Bor on Monday.", "recipients", {"herder"}),
        (
            "The army carried out a drone strike on the evening of 4 January against a barn near Bor.",
            "recipients",
            {"barn"},
        ),
    ],
)
def test_who_and_whom_of_an_attack(text: str, slot: str, names: set[str]) -> None:
    assert party_names(recorded(text, "ASSAULT"), slot) == names


def test_it_is_not_the_several_of_the_clause_above() -> None:
    text = "Two engineers came home on Monday, six days after it abducted them near Mira, the Red Front said."
    assert party_names(recorded(text, "ASSAULT"), "actors") == set()


def test_they_are_the_vehicles_of_the_clause_above_and_not_the_gunmen_before(reader: Reader) -> None:
    ambush = "Gunmen ambushed a convoy near Goma on Monday."
    found = on_a_page(reader, f"{ambush} The trucks were on their way home when they came under fire, a source said.")
    assert parties(found, "ASSAULT", "recipient") == {"convoy", "trucks"}
    found = on_a_page(reader, f"{ambush} The road was empty when they came under fire from helicopters.")
    assert parties(found, "ASSAULT", "recipient") == {"convoy", "gunmen"}
