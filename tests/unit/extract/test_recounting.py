"""Who was on the spot and tells what was is a voice of the deed that the page opens with; who comments is none."""

from __future__ import annotations

import pytest
from evals.reads import read_row, records

BUS = "A bomb hit a bus near Kayes on Monday, killing four people, the army said.\n\n"
HELD = "Rebels freed four nurses near Kayes on Monday, the army said.\n\n"
WAR = "Russia attacked Ukraine again on Monday.\n\n"


def _voices(text: str) -> set[str]:
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-25", "title": "Monday's news"}))
    told = [r for r in found if r["type"] in ("ASSAULT", "RETREAT")]
    return {v["name"] for v in told[0].get("voices") or [] if v["kind"] != "outlet"} - {"army"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (BUS + '"I was at the back with the onions," said Moussa Keita, a driver.', {"Moussa Keita"}),
        (BUS + '"The same bend, the same hole," said Moussa Keita of the town guard.', {"Moussa Keita"}),
        (BUS + "The driver, Moussa Keita, lived. \"I had let a cousin take the wheel,\" he said.", {"Moussa Keita"}),
        (BUS + "He was writing a letter, the headmaster of the school, Moussa Keita, told reporters.",
         {"headmaster of the school, Moussa Keita"}),
        (HELD + '"They gave us rice and on Friday they said sorry," said Awa Keita, 31.', {"Awa Keita"}),
    ],
)  # fmt: skip
def test_those_on_the_spot_are_voices(text: str, names: set[str]) -> None:
    assert _voices(text) == names


@pytest.mark.parametrize(
    "text",
    [
        BUS + '"It will be a hard month for the town," said Moussa Keita, a driver.',
        BUS + '"The road was always bad," said Moussa Keita, an analyst.',
        BUS + '"We did what we could to avoid a war," said President Moussa Keita.',
        BUS + "The police said that they had heard of it.",
        WAR + '"We were at sea for a week," said Moussa Keita, a driver.',
    ],
)
def test_who_comments_or_is_far_off_is_none(text: str) -> None:
    assert _voices(text) == set()
