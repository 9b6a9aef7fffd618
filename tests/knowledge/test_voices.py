"""The voices file reads its examples, and finds nobody speaking in its counterexamples."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.knowledge.files import toml
from dateline.knowledge.lexicon import lexicon
from dateline.model import AttributionMention, Quote

FILE = toml("lexicon/voices.toml")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(everything=True)


def attributions(reader: Reader, text: str) -> list[AttributionMention]:
    page = page_of(text.encode(), source="example", given={"language": "en"}, media_type="text/plain")
    reading = reader.read(page)
    assert isinstance(reading, Reading), reading
    return [m for m in reading.document.mentions if isinstance(m, AttributionMention) and m.cue is not None]


def words(quote: Quote | None) -> str | None:
    return None if quote is None else quote.exact


@pytest.mark.parametrize("example", FILE["example"], ids=lambda e: e["text"][:40])
def test_example_names_source_cue_and_content(reader: Reader, example: dict[str, Any]) -> None:
    (found,) = attributions(reader, example["text"])
    assert words(found.cue) == example["cue"]
    assert words(found.source) == example.get("source")
    assert words(found.speaker) == example.get("speaker", example.get("source"))
    assert found.content.exact == example["content"]
    assert found.attitude == example.get("attitude", False)


@pytest.mark.parametrize("example", FILE["counterexample"], ids=lambda e: e["text"][:40])
def test_counterexample_has_no_speaker(reader: Reader, example: dict[str, Any]) -> None:
    assert attributions(reader, example["text"]) == []


def test_no_verb_leads_without_being_known() -> None:
    rules = lexicon().voices
    assert not rules.infinitive - rules.cues.keys()
    assert not {a for a in rules.attitudes if not a.isalpha()}
