"""What a claim says has no object before it; what a relative clause hangs on may be one, however deep its verb."""

from __future__ import annotations

import pytest
from evals.reads import Record, read_row, records


def _read(text: str, *, title: str = "") -> list[Record]:
    row = {"id": "x", "title": title, "text": text, "published": "2024-01-25"}
    return records(read_row(row))


def _deeds(text: str, modality: str) -> list[str]:
    found = (r for r in _read(text) if r["type"] in ("ASSAULT", "COERCE") and r["modality"] == modality)
    return [p["name"] for r in found for p in r.get("recipients") or []]


@pytest.mark.parametrize(
    "text",
    [
        "The army of Chad rejects the accusation that it fired on the population of Moundou.",
        "The army of Chad denies the alleged targeting of the station of Moundou by drones.",
    ],
)
def test_what_is_rejected_is_denied(text: str) -> None:
    assert _deeds(text, "negated"), _read(text)


def test_the_women_taken_away_will_be_back() -> None:
    text = (
        "The commissioner vowed that the women whisked away by bandits from a farm near Gusau on Sunday will be back."
    )
    assert "women" in _deeds(text, "actual")


def test_a_phrase_reaches_what_its_preposition_leads_to() -> None:
    found = _read(
        "The ministry regrets that the European Union included an officer of the armed forces in its sanctions."
    )
    assert any(r["type"] == "SANCTION" for r in found)


def test_a_headline_of_two_villages_is_not_of_what_the_page_recalls() -> None:
    text = (
        "Gunmen shot five farmers in Bali on Tuesday, a priest said.\n\n"
        "On Wednesday others fired on the people who were burying them, and one mourner died.\n\n"
        "In November gunmen had abducted two teachers."
    )
    found = _read(text, title="Gunmen kill five in two villages")
    taken = [r for r in found if r["mode" if "mode" in r else "type"] == "abduct"]
    assert not any(r.get("killed") for r in taken)
