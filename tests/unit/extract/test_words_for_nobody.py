"""Whose deed it was and whom it struck, where the words next to the deed name somebody else or nobody."""

from __future__ import annotations

import pytest

from fakes.recorded import party_names, recorded


@pytest.mark.parametrize(
    ("text", "kind", "slot", "names"),
    [
        ("The foreign minister lashed out at Germany for supplying tanks to Kyiv.", "AID", "actors", {"Germany"}),
        ("Turkey summoned the ambassador of Sweden on Monday.", "ACCUSE", "recipients", {"Sweden"}),
        ("Students held anti-government protests in Nairobi on Tuesday.", "PROTEST", "recipients", {"government"}),
        ("Students held protests in Nairobi on Tuesday.", "PROTEST", "recipients", set()),
        (
            "The Security Council condemned the shelling of Kharkiv on Monday.",
            "ACCUSE",
            "actors",
            {"UN Security Council"},
        ),
        (
            "The National Security Council condemned the shelling of Kharkiv on Monday.",
            "ACCUSE",
            "actors",
            {"National Security Council"},
        ),
        ("Under fire from the rebels, troops pulled out of Hama on Thursday.", "ASSAULT", "actors", {"rebels"}),
        (
            "Guards increased their pressure on students by conducting arrests on Friday.",
            "COERCE",
            "recipients",
            {"students"},
        ),
        (
            "“Our soldiers have retaken the town of Kupiansk,” the Ukrainian president said on Friday.",
            "COERCE",
            "actors",
            {"Ukraine"},
        ),
        (
            "One of the members of the African Union seized a village of its neighbour on Monday.",
            "COERCE",
            "actors",
            {"members of the African Union"},
        ),
        ("As Moscow's forces pulled out of Bucha, they burned houses.", "RETREAT", "actors", {"Russia"}),
        ("The shelling, which Kyiv blamed on Moscow, killed four people in Kherson.", "ASSAULT", "actors", {"Russia"}),
        ("A rocket fired by Hezbollah struck an open area near Haifa on Monday.", "ASSAULT", "recipients", set()),
        ("Kenya's envoy called on both sides to show restraint.", "REQUEST", "recipients", {"both sides"}),
    ],
)
def test_who_is_meant_is_named_and_no_empty_word_is(text: str, kind: str, slot: str, names: set[str]) -> None:
    assert party_names(recorded(text, kind), slot) == names


def test_who_stands_in_what_others_do_is_not_praised() -> None:
    text = "A minister of Chad hailed what he called a path taken by traders in refusing to join sanctions of Niger."
    assert not party_names(recorded(text, "SUPPORT"), "recipients")
    text = "Kenya welcomed the decision taken by Chad to free two pilots."
    assert party_names(recorded(text, "SUPPORT"), "recipients") == {"Chad"}
