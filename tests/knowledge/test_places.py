"""Every example of the place rules is read as written, and no counterexample gives a place."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from dateline.annotate.places import place_mentions
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.knowledge.places import curated_countries, curated_places, load_place_rules, places_folder
from dateline.model.gazetteer import PRECISIONS

CASES: dict[str, Any] = tomllib.loads((places_folder() / "examples.toml").read_text(encoding="utf-8"))
RULES = load_place_rules()


@pytest.fixture(scope="module")
def gazetteer() -> Any:
    opened = open_gazetteer()
    yield opened
    opened.close()


@pytest.mark.parametrize("case", CASES["example"], ids=lambda case: case["text"])
def test_example(case: dict[str, Any], gazetteer: Any) -> None:
    text = case["text"]
    found = place_mentions(text, start=0, end=len(text), gazetteer=gazetteer, rules=RULES)
    wanted = [[cell.strip() for cell in place.split("|")] for place in case["places"]]
    got = [[m.exact, m.place.name, m.place.country or "", m.place.precision, m.place.relation or ""] for m in found]
    assert [row[: len(want)] for row, want in zip(got, wanted, strict=True)] == wanted
    assert all(text[m.start : m.end] == m.exact for m in found)


@pytest.mark.parametrize("case", CASES["counterexample"], ids=lambda case: case["text"])
def test_counterexample(case: dict[str, Any], gazetteer: Any) -> None:
    text = case["text"]
    assert place_mentions(text, start=0, end=len(text), gazetteer=gazetteer, rules=RULES) == ()


def test_tables_hold_what_the_news_needs() -> None:
    places = curated_places()
    assert len(places) >= 150
    assert len(curated_countries()) >= 195
    assert {entry.kind for entry, _ in places} <= PRECISIONS.keys()


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("strait of hormuz", None),
        ("jurf al sakhar", "IRQ"),
        ("deir al balah", "PSE"),
        ("aita al shaab", "LBN"),
        ("zamzam camp", "SDN"),
        ("north kivu", "COD"),
        ("khost", "AFG"),
        ("incirlik air base", "TUR"),
        ("baghdad international airport", "IRQ"),
    ],
)
def test_gazetteer_knows(name: str, country: str | None, gazetteer: Any) -> None:
    assert gazetteer.named([name])[name][0].country == country
