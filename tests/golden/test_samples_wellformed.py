"""The sample collection keeps its own rules: every page has its gold, and the gold says nothing it has no word for."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest

from dateline.model import Modality, Stance, Standing

SAMPLES = Path(__file__).parents[2] / "samples"
PAGES = sorted(page for page in (SAMPLES / "pages").glob("*/*") if page.suffix in {".html", ".txt"})
GOLD = sorted((SAMPLES / "gold").glob("*.json"))
DOCUMENT_KEYS = {"doc", "title", "published", "events", "language", "copy_of", "note"}
WORDS = {"actors", "recipients", "voices", "note", "id"}
EVENT_KEYS = WORDS | {"type", "mode", "modality", "places", "when", "stance", "killed", "injured", "optional"}
PLOVER = tomllib.loads((files("dateline.knowledge") / "data/ontology/plover.toml").read_text(encoding="utf-8"))["modes"]
MODALITIES = set(get_args(Modality))
STANCES = set(get_args(Stance))
STANDINGS = set(get_args(Standing))


def loaded(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_collection_is_as_large_as_it_says() -> None:
    assert len(PAGES) >= 36
    assert len({page.parent.name for page in PAGES}) >= 10


def test_page_names_are_unique() -> None:
    assert [name for name, count in Counter(page.stem for page in PAGES).items() if count > 1] == []


def test_pages_and_gold_pair_up() -> None:
    assert {page.stem for page in PAGES} == {gold.stem for gold in GOLD}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_gold_file_names_its_page(path: Path) -> None:
    gold = loaded(path)
    assert set(gold) <= DOCUMENT_KEYS
    assert Path(gold["doc"]).stem == path.stem
    assert gold["doc"] in {page.name for page in PAGES}
    assert gold["title"]
    assert date.fromisoformat(gold["published"]).year in {2024, 2025, 2026}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_title_stands_on_the_page(path: Path) -> None:
    gold = loaded(path)
    page = next(page for page in PAGES if page.name == gold["doc"])
    assert gold["title"] in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_events_use_the_words_of_the_ontology(path: Path) -> None:
    events = loaded(path)["events"]
    assert len({event["id"] for event in events}) == len(events)
    for event in events:
        assert set(event) <= EVENT_KEYS, event["id"]
        assert event["type"], event["id"]
        assert set(event["type"]) <= set(PLOVER), event["id"]
        assert set(event.get("mode", [])) <= {mode for kind in event["type"] for mode in PLOVER[kind]}, event["id"]
        assert set(event.get("modality", [])) <= MODALITIES, event["id"]
        assert set(event.get("stance", [])) <= STANCES, event["id"]
        assert event.get("optional", True) is True, event["id"]
        assert_filled(event)


def assert_filled(event: Mapping[str, Any]) -> None:
    """Fails where a slot of a gold event is out of range or empty."""
    for slot in ("actors", "recipients", "voices"):
        assert all(entry.strip() and "||" not in entry for entry in event.get(slot, [])), event["id"]
    for place in event.get("places", []):
        assert place["name"], event["id"]
        if "lat" in place:
            assert abs(place["lat"]) <= 90, event["id"]
            assert abs(place["lon"]) <= 180, event["id"]
            assert place["km"] > 0, event["id"]
    if when := event.get("when"):
        assert date.fromisoformat(when["start"]) <= date.fromisoformat(when["end"]), event["id"]
        assert when["slack"] >= 0, event["id"]
    for slot in ("killed", "injured"):
        low, high = event.get(slot, [0, 0])
        assert 0 <= low <= high, event["id"]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_no_happening_lies_after_its_page_unless_it_is_ahead(path: Path) -> None:
    gold = loaded(path)
    for event in gold["events"]:
        if "when" in event and not {"planned", "threatened"} & set(event.get("modality", [])):
            assert event["when"]["start"] <= gold["published"], event["id"]


def test_incidents_cover_every_event_that_must_be_found() -> None:
    events = {(gold["doc"], event["id"]): event for gold in map(loaded, GOLD) for event in gold["events"]}
    clusters = [pages for incident in loaded(SAMPLES / "incidents.json") for pages in incident["pages"].items()]
    named = [(page, event) for page, ids in clusters for event in ids]
    assert [pair for pair, count in Counter(named).items() if count > 1] == []
    assert set(named) <= set(events)
    assert {pair for pair, event in events.items() if not event.get("optional")} <= set(named)


def test_incidents_count_outlets_without_wire_copies() -> None:
    copies = {gold["doc"] for gold in map(loaded, GOLD) if "copy_of" in gold}
    folder = {page.name: page.parent.name for page in PAGES}
    for incident in loaded(SAMPLES / "incidents.json"):
        outlets = {folder[page] for page in incident["pages"] if page not in copies}
        assert incident["outlets"] == len(outlets), incident["incident"]
        assert incident["standing"] in STANDINGS, incident["incident"]
        assert not (incident["standing"] == "single" and len(outlets) > 1), incident["incident"]
        assert not (incident["standing"] == "corroborated" and len(outlets) < 2), incident["incident"]
