"""Parses of clipped notices mended: who did it, and what it was done to, are given back to their verb."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Token


@pytest.fixture(scope="module")
def eager() -> Reader:
    return Reader(everything=True)


def tokens(reader: Reader, text: str) -> tuple[Token, ...]:
    given = {"published": "2024-03-30", "language": "en"}
    reading = reader.read(page_of(text.encode(), source="page", given=given, media_type="text/plain"))
    assert isinstance(reading, Reading), reading
    return reading.document.sentences[0].tokens


def arguments(reader: Reader, text: str, verb: str) -> dict[str, str]:
    """Relation → word, of the verb's subject and object."""
    found = tokens(reader, text)
    at = next(i for i, t in enumerate(found) if t.text == verb)
    return {t.dep: t.text for t in found if t.head == at and t.dep in ("nsubj", "nsubjpass", "dobj")}


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        (
            "Bus drivers in Maputo downed tools on Monday to protest against rising fuel prices.",
            "downed",
            {"nsubj": "drivers", "dobj": "tools"},
        ),
        (
            "Riot police in Tbilisi used water cannon and tear gas to drive back demonstrators on Wednesday night.",
            "used",
            {"nsubj": "police", "dobj": "cannon"},
        ),
        (
            "A sniper shot and wounded a girl in the Kashmiri town of Uri on Monday, doctors said.",
            "shot",
            {"nsubj": "sniper"},
        ),
        (
            "One robber boarded anchored vessel near the buoy.",
            "boarded",
            {"nsubj": "robber", "dobj": "vessel"},
        ),
        (
            "On 2 June, one intruder boarded anchored vessel near position 05:13N - 003:55W, Abidjan Anchorage.",
            "boarded",
            {"nsubj": "intruder", "dobj": "vessel"},
        ),
        (
            "On 3 April, robbers boarded a sailing yacht berthed at the long outer pier.",
            "boarded",
            {"nsubj": "robbers", "dobj": "yacht"},
        ),
        (
            "The raids came a week after a party member in Bulilima, Joseph Moyo, was beaten by ruling party members.",
            "beaten",
            {"nsubjpass": "member"},
        ),
        ("On 2 January, a sailing yacht anchored near the island was boarded.", "boarded", {"nsubjpass": "yacht"}),
        (
            "On 20 April in 00-15.7S 117-34.5E, Samarinda anchorage, three robbers boarded an anchored bulk carrier.",
            "boarded",
            {"nsubj": "robbers", "dobj": "carrier"},
        ),
    ],
)
def test_clause_has_its_parties(eager: Reader, text: str, verb: str, expected: dict[str, str]) -> None:
    assert arguments(eager, text, verb) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The government backed forces shelled the town.", "shelled", {"nsubj": "forces", "dobj": "town"}),
        (
            "In the capital, Mr Bello, the minister, visited the wounded.",
            "visited",
            {"nsubj": "Bello", "dobj": "wounded"},
        ),
        (
            "The raids came a week after a trader in Bulilima, Joseph Moyo, was beaten by militiamen.",
            "came",
            {"nsubj": "raids"},
        ),
        ("The mayor left once the bridge was blown up.", "left", {"nsubj": "mayor"}),
    ],
)
def test_plain_clauses_are_left_alone(eager: Reader, text: str, verb: str, expected: dict[str, str]) -> None:
    assert arguments(eager, text, verb) == expected


def test_ships_prefix_is_one_word_for_a_ship(eager: Reader) -> None:
    assert [t.lemma for t in tokens(eager, "An M/V was boarded by robbers off Lagos.")][:2] == ["an", "mv"]
