"""Where words were spoken, and the deeds they name, which were done elsewhere or some other day."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import days, of_type, on_a_page, places


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("The minister, speaking in Tripoli on Tuesday, condemned the killing of a councillor.", "ACCUSE", ["Tripoli"]),
        ("Olaf Scholz, speaking in Berlin, rejected calls to deliver missiles.", "REJECT", ["Berlin"]),
        ("In a speech in Ankara on Sunday, Erdogan accused Israel of massacres in Gaza.", "ACCUSE", ["Ankara"]),
        ("“Those responsible must be held to account,” the director said in Nairobi.", "REQUEST", ["Nairobi"]),
        ("In a virtual speech to lawmakers in Canberra, the envoy asked Australia to send vehicles.", "REQUEST", []),
        ("In a speech to lawmakers from Canberra, the envoy urged Australia to send vehicles.", "REQUEST", []),
    ],
)
def test_words_are_spoken_where_the_speaker_is_told_to_be(
    reader: Reader, text: str, kind: str, where: list[str]
) -> None:
    assert places(of_type(on_a_page(reader, text), kind)) == where


def test_the_place_of_a_speech_is_not_that_of_the_deed_it_names(reader: Reader) -> None:
    text = "In a speech in Ankara on Sunday, Erdogan accused Israel of massacres in Gaza."
    assert places(of_type(on_a_page(reader, text), "ASSAULT")) == ["Gaza Strip"]


def test_a_deed_done_in_speaking_keeps_its_place(reader: Reader) -> None:
    text = "Gunmen shot dead a mayor who was speaking in Tripoli on Tuesday."
    assert places(of_type(on_a_page(reader, text), "ASSAULT")) == ["Tripoli"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The president condemned the murder of a judge in Lima on Tuesday.", set()),
        ("On Monday the envoy accused rebels of killing dozens of villagers in Darfur.", set()),
        ("We condemn the murder of a judge in Lima on 2 March.", {("2024-03-02", "2024-03-02")}),
        ("The president condemned Tuesday's bombing in Lima.", {("2024-03-05", "2024-03-05")}),
    ],
)
def test_the_day_of_blame_is_not_that_of_the_deed(reader: Reader, text: str, when: set[tuple[str, str]]) -> None:
    assert days(of_type(on_a_page(reader, text), "ASSAULT")) == when


def test_a_mayor_of_one_town_meets_in_another(reader: Reader) -> None:
    text = "The mayor of Cotija, Yolanda Sanchez, met the state prosecutor in Morelia on Monday."
    assert places(of_type(on_a_page(reader, text), "CONSULT")) == ["Morelia"]


def test_talks_are_held_where_one_goes_on_the_day(reader: Reader) -> None:
    text = "The minister will travel to Riyadh on Saturday, where she will hold talks with Saudi officials."
    talks = next(e for e in on_a_page(reader, text) if e.type == "CONSULT" and e.mode is None)
    assert places(talks) == ["Riyadh"]
    assert days(talks) == {("2024-03-09", "2024-03-09")}
