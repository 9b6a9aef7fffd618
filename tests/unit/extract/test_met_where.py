"""Where people met, told in the sentences around their meeting."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import events, of_type, on_a_page, places


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("President Ruto travelled to Cairo on Tuesday. Ruto held talks with his counterpart on the dam.", ["Cairo"]),
        ("The minister arrived in Kampala on Monday. She met President Yoweri Museveni.", ["Kampala"]),
        ("Speaking during a visit to Kenya, Blinken met William Ruto on Tuesday.", ["Kenya"]),
        ("Lukashenko met the heads of eight agencies. During the meeting in Minsk he spoke of the war.", ["Minsk"]),
        ("On Thursday Ruto was in Kisumu. He met there with the presidents of Chad and Niger.", ["Kisumu"]),
        ("William Ruto is to host African leaders who travelled to Kenya on a peace mission.", ["Kenya"]),
        ("Edgar Rink, a minister, met Penny Wong on Monday. Rink, who is in Australia, thanked her.", ["Australia"]),
        ("Ruto met Museveni on Monday. Blinken, who is in Cairo, called for calm.", []),
        ("Ruto met Museveni on Monday. Ruto will travel to Cairo next week.", []),
        ("Ruto spoke with Museveni by phone on Monday while he was visiting Cairo.", []),
    ],
)
def test_a_meeting_is_where_those_who_met_are_told_to_be(reader: Reader, text: str, where: list[str]) -> None:
    assert places(of_type(on_a_page(reader, text), "CONSULT")) == where


def test_a_trip_after_the_meeting_says_nothing_of_it(reader: Reader) -> None:
    text = "Ruto plans to meet Museveni after his trip to Moscow. The market was open. The rain went on for a week."
    assert not places(of_type(events(reader, text), "CONSULT"))


def test_the_city_that_is_visited_is_the_one_named(reader: Reader) -> None:
    text = "Rebels bombed Maiduguri while Antonio Guterres was visiting the city."
    assert places(of_type(on_a_page(reader, text), "CONSULT")) == ["Maiduguri"]


def test_whence_those_hurt_come_is_not_where_it_was(reader: Reader) -> None:
    (event,) = events(reader, "Gunmen killed two engineers from China near Dasu on Monday.")
    assert places(event) == ["Dasu"]
