"""Every frame reads its examples and leaves its counterexamples alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.extract.antecedents import Antecedents
from dateline.extract.drafting import tellings
from dateline.extract.events import scenes
from dateline.extract.telling import Telling
from dateline.fetch import page_of
from dateline.knowledge.lexicon import lexicon
from dateline.model import AttributionMention
from dateline.model.lexicon import Example, Frame

FRAMES = lexicon().frames
PUBLISHED = "2025-06-18"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def reading_of(reader: Reader, text: str) -> Reading:
    """The reading of the one-sentence page `text`."""
    page = page_of(
        text.encode(), source="example", given={"published": PUBLISHED, "language": "en"}, media_type="text/plain"
    )
    reading = reader.read(page)
    assert isinstance(reading, Reading), reading
    return reading


def told(reader: Reader, text: str) -> list[Telling]:
    """What the sentence tells, before tellings are drawn together or set aside."""
    reading = reading_of(reader, text)
    found = scenes(reading.document, reader.extraction_rules)
    spoken = [m for m in reading.document.mentions if isinstance(m, AttributionMention)]
    antecedents = Antecedents(found, references=lexicon().references, given=lexicon().given)
    return [
        t
        for scene in found
        if scene.sentence.tokens
        for t in tellings(scene, attributions=spoken, antecedents=antecedents)
    ]


def examples() -> Iterator[Any]:
    for frame in FRAMES:
        for number, example in enumerate(frame.examples):
            yield pytest.param(frame, example, id=f"{frame.id}-{number}")


def counterexamples() -> Iterator[Any]:
    for frame in FRAMES:
        for number, text in enumerate(frame.counterexamples):
            yield pytest.param(frame, text, id=f"{frame.id}-{number}")


@pytest.mark.parametrize(("frame", "example"), list(examples()))
def test_frame_reads_its_example(reader: Reader, frame: Frame, example: Example) -> None:
    found = [t for t in told(reader, example.text) if frame.id in {f.id for f in t.frames}]
    assert found, f"{frame.id} finds nothing in {example.text!r}"
    telling = found[0]
    if example.actor is not None:
        assert any(example.actor in a.party.text or a.party.text in example.actor for a in telling.actors), (
            telling.actors
        )
    if example.recipient is not None:
        names = [r.party.text for r in telling.recipients]
        assert any(example.recipient in n or n in example.recipient for n in names), names
    if example.mode is not None:
        assert example.mode in {telling.mode, *(w.mode for w in telling.weapons)}


@pytest.mark.parametrize(("frame", "text"), list(counterexamples()))
def test_frame_leaves_its_counterexample(reader: Reader, frame: Frame, text: str) -> None:
    rules = {claim.rule for event in reading_of(reader, text).events for claim in event.claims}
    assert not [r for r in rules if r.partition(":")[0] == frame.id], rules
