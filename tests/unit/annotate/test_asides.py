"""Parses mended where an aside has taken the clause's verb, its subject's place or what is said."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Token


def tokens(reader: Reader, text: str) -> tuple[Token, ...]:
    given = {"published": "2024-03-30", "language": "en"}
    reading = reader.read(page_of(text.encode(), source="page", given=given, media_type="text/plain"))
    assert isinstance(reading, Reading), reading
    return reading.document.sentences[0].tokens


def subject(found: tuple[Token, ...], verb: str) -> list[str]:
    return [t.text for t in found if found[t.head].text == verb and t.dep in ("nsubj", "nsubjpass")]


@pytest.mark.parametrize(
    ("text", "verb", "doers"),
    [
        (
            "Rebels of the Allied Democratic Forces, a group loyal to Islamic State, killed at least 9 people on "
            "Friday in attacks on two villages in Ituri, officials said.",
            "killed",
            ["rebels"],
        ),
        (
            "MIRA: As the town was burying one of them, a civilian barber named Omar Dil, two men in a car opened fire "
            "on the vehicle of the inspector in the bazaar, killing him on the spot and wounding his driver.",
            "opened",
            ["men"],
        ),
    ],
)
def test_the_doer_is_the_subject(reader: Reader, text: str, verb: str, doers: list[str]) -> None:
    assert [word.casefold() for word in subject(tokens(reader, text), verb)] == doers


@pytest.mark.parametrize(
    "text",
    [
        "Rebels of the Blue Front, a group armed by Chad, were killed on Friday near Gao, officials said.",
        "Rebels killed the mayor, a man loyal to Chad, trained by its army, on Friday near Gao.",
    ],
)
def test_an_aside_keeps_its_own_participle(reader: Reader, text: str) -> None:
    found = tokens(reader, text)
    at = next(i for i, t in enumerate(found) if t.text in ("armed", "trained"))
    assert found[at].dep in ("acl", "amod"), found[at]


def test_what_is_confirmed_for_the_first_time_is_said(reader: Reader) -> None:
    text = "Inspector Omar Dil confirmed for the first time that the house in the Low Cost quarter had been attacked."
    found = tokens(reader, text)
    attacked = next(t for t in found if t.text == "attacked")
    assert (attacked.dep, found[attacked.head].text) == ("ccomp", "confirmed")


def test_a_time_of_which_nobody_tells_keeps_its_clause(reader: Reader) -> None:
    found = tokens(reader, "Inspector Omar Dil came back for the first time that the house had been attacked.")
    attacked = next(t for t in found if t.text == "attacked")
    assert (attacked.dep, found[attacked.head].text) == ("relcl", "time")
