"""Facts that a page lists by label and value."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.fetch import page_of
from dateline.knowledge.reading import reading_rules
from dateline.model.article import Article, Page
from dateline.read import article
from dateline.read.facts import REPEATED, facts_joined
from dateline.read.pieces import Piece, paragraphs

RULES = reading_rules()
STORY = (
    "Shells fell on the market of Loam in the morning and destroyed four stalls, said traders from the coast. "
    "The mayor of the town said that the fire was put out by noon."
)


def facts(*lines: str) -> list[str]:
    joined = facts_joined([Piece(text=line) for line in lines], labels=RULES.facts)
    return [piece.text for piece in joined if piece.parts and piece.mark is None]


def read(content: str, source: str) -> Article:
    found = article(page_of(content.encode(), source=source), rules=RULES, latest=date(2026, 1, 1))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Killed: 3", "Injured: at least 12"), ["Killed: 3", "Injured: at least 12"]),
        (
            ("Civilians reported killed", "1 – 3", "(1 man2 women)", "Location", "Loam"),
            ["Civilians reported killed: 1 – 3 (1 man 2 women)", "Location: Loam"],
        ),
        (("Geolocation", "12.5, 41.25 Note: exact.", "Killed", "none"), ["Geolocation: 12.5, 41.25", "Killed: none"]),
        (("POSITION: 12°41'N 048°17'E (Loam)", "AREA: GULF"), ["POSITION: 12°41'N 048°17'E (Loam)", "AREA: GULF"]),
        (("Killed", "Injured", "Date", "Monday 6 March"), []),
        (("Date: 6 March", "Location: town hall"), []),
        (("Killed: 3",), []),
        (("Injured: the captain", "Location: Loam"), []),
    ],
)  # fmt: skip
def test_labels_and_values(lines: tuple[str, ...], expected: list[str]) -> None:
    assert facts(*lines) == expected


def test_fact_told_twice_is_told_once() -> None:
    joined = facts_joined(paragraphs("Killed: 3\n\nPlace: Loam\n\nKilled: 3"), labels=RULES.facts)
    assert [piece.mark for piece in joined] == [None, None, REPEATED]


def test_facts_of_a_page_with_markup_stand_in_its_text() -> None:
    lines = "<div class='meta'><h4>Killed</h4><p>3</p><h4>Injured</h4><p>2</p></div>"
    found = read(f"<html><body><h1>Market of Loam shelled</h1><p>{STORY}</p>{lines}</body></html>", "page.html")
    assert [(b.text, b.kind) for b in found.blocks if b.reason == "facts"] == [
        ("Killed: 3", "other"),
        ("Injured: 2", "other"),
    ]
    assert all(found.text[b.start : b.end] == b.text for b in found.blocks if b.kept)


def test_facts_of_a_row_keep_the_words_of_the_row() -> None:
    page = Page(
        id="0" * 64,
        source="row",
        content=b'{"text": "' + f"Killed\\n3\\nPlace: Loam\\n\\n{STORY}".encode() + b'"}',
        media_type="application/json",
    )
    found = article(page, rules=RULES, latest=date(2026, 1, 1))
    assert isinstance(found, Article)
    assert [b.text for b in found.blocks if b.reason == "facts"] == ["Killed\n3", "Place: Loam"]
    assert all(found.text[b.start : b.end] == b.text for b in found.blocks if b.kept)
