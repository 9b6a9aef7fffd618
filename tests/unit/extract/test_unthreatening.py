"""Dangers, good promises and warnings of what others do hold nothing out to anybody."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import on_a_page


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def types(reader: Reader, text: str) -> set[str]:
    return {event.type for event in on_a_page(reader, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Given the gravity of the Eritrean threat, the envoy spoke to Ethiopia.",
        "Eritrea poses the greatest threat to peace in the Horn of Africa.",
        "The president of Norway warned against the growing threat of war in Sudan.",
        "The president of Peru promised that Peru would give Ecuador six artillery systems.",
        "Peru has promised to defend Ecuador from invasion.",
        "Norway pledged 14 battle tanks to Poland.",
        "The general spoke of lives in countries threatened by Eritrea.",
        "The president of Kenya warned that other states may follow Eritrea in attacking their neighbours.",
        "Norway warned of Eritrea's plans to attack.",
        "The president of Kenya said that Kenya would help, and we will pay a much higher price.",
    ],
)
def test_it_is_no_threat(reader: Reader, text: str) -> None:
    assert "THREATEN" not in types(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Eritrea threatened to attack Ethiopia on Monday.",
        "Eritrea warned that its troops would strike the port of Assab.",
        "The president of Eritrea warned Ethiopia of consequences if it crossed the river.",
        "The army of Eritrea vowed revenge on Ethiopia on Monday.",
        "The general of Eritrea warned that any attempt to cross the river would lead to retaliation.",
        "Eritrea issued a threat to attack Ethiopia on Monday.",
    ],
)
def test_it_is_one(reader: Reader, text: str) -> None:
    assert "THREATEN" in types(reader, text)
