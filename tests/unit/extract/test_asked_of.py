"""Of whom something is asked, who only tells of it, and what a battle is for."""

from __future__ import annotations

import pytest
from evals.reads import Record, read_row, records


def _read(text: str, kind: str) -> list[Record]:
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    return [r for r in found if r["type"] == kind]


def _names(record: Record, slot: str) -> set[str]:
    return {p["name"] for p in record.get(slot) or []}


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        (
            "“The international community must press Peru to stop executions,” said Amnesty International.",
            {"Amnesty International"},
            {"international community"},
        ),
        ("The envoy called for international partners to help Peru.", {"envoy"}, {"international partners"}),
        (
            "Prosecutors requested two years in prison for him, according to the Russian agency Vesti.",
            {"Prosecutors"},
            set(),
        ),
    ],
)
def test_it_is_asked_of_those_who_are_to_do_it(text: str, actors: set[str], recipients: set[str]) -> None:
    (found,) = _read(text, "REQUEST")
    assert (_names(found, "actors"), _names(found, "recipients")) == (actors, recipients)


def test_a_battle_to_retake_a_town_has_not_taken_it() -> None:
    assert _read("A battle has begun to recapture the town of Bara, and villagers fled on Monday.", "COERCE") == []


def test_an_officers_master_was_not_struck() -> None:
    (found,) = _read("The IDF struck Ali Khamenei’s deputy chief of staff in an air strike on Friday.", "ASSAULT")
    assert "Ali Khamenei" not in _names(found, "recipients")


def test_who_is_killed_alongside_another_is_killed() -> None:
    (found,) = _read("A reporter was killed alongside a photographer near Kidal on Monday.", "ASSAULT")
    assert _names(found, "recipients") == {"reporter", "photographer"}
