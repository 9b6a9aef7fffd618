"""Whom a page blames later on did what it opens with, not what it only recalls of a day before."""

from __future__ import annotations

from evals.reads import Record, read_row, records

OPENING = "A motorcycle bomb wounded nine people in Jamundí on Friday evening.\n\n"
RECALLED = "On 19 January a grenade killed a patrolman there.\n\n"
BLAME = "Colonel Ana Reyes of the Cali police blamed the Tolo structure again."


def _assaults(text: str) -> list[Record]:
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-27"}))
    return [r for r in found if r["type"] == "ASSAULT"]


def _blamed(text: str) -> set[str]:
    return {r["when"]["start"] for r in _assaults(text) if "Tolo" in str(r.get("actors"))}


def test_blame_is_for_what_the_page_opens_with() -> None:
    assert _blamed(OPENING + RECALLED + BLAME) == {"2024-01-26"}


def test_blame_is_for_the_deed_told_last_where_that_is_later() -> None:
    assert _blamed("On 19 January a grenade killed a patrolman in Jamundí.\n\n" + OPENING + BLAME) == {"2024-01-26"}
