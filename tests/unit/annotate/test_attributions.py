"""Attributions keep their words, and drop what names no further voice."""

from __future__ import annotations

import pytest

from dateline.annotate.quotations import quotations
from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import AttributionMention


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(everything=True)


def attributions(reader: Reader, text: str) -> list[AttributionMention]:
    page = page_of(text.encode(), source="page", given={"language": "en"}, media_type="text/plain")
    reading = reader.read(page)
    assert isinstance(reading, Reading), reading
    return [m for m in reading.document.mentions if isinstance(m, AttributionMention)]


def sources(found: list[AttributionMention]) -> list[str | None]:
    return [m.source.exact if m.source is not None else None for m in found]


def test_every_part_stands_in_the_text(reader: Reader) -> None:
    text = "The envoy, who left on Monday, said rebels had fled. The army denied the report."
    for mention in attributions(reader, text):
        for part in (mention.cue, mention.content, mention.source, mention.speaker, mention.word):
            assert part is None or text[part.start : part.end] == part.exact


def test_first_person_inside_a_quotation_is_no_further_voice(reader: Reader) -> None:
    assert sources(attributions(reader, "“I think the dam will hold,” the engineer said.")) == ["the engineer"]


def test_another_speaker_inside_what_is_said_is_kept(reader: Reader) -> None:
    found = attributions(reader, "The governor said that witnesses claimed soldiers had burned the mill.")
    assert sources(found) == ["The governor", "witnesses"]


def test_a_thing_said_speaks_for_its_owner(reader: Reader) -> None:
    (found,) = attributions(reader, "A Reuters report said the dam had burst.")
    assert found.source is not None
    assert found.source.exact == "A Reuters report"
    assert found.speaker is not None
    assert found.speaker.exact == "Reuters"


def test_a_quotation_before_a_short_sentence_of_saying_is_what_it_says(reader: Reader) -> None:
    (found,) = attributions(reader, "“Who will pay for the bridge now?” the mason asked.")
    assert found.content.exact == "Who will pay for the bridge now?"


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("''We stay,'' he said.", ["We stay,"]),
        ("“We stay,” he said. “We fight.”", ["We stay,", "We fight."]),
        ("“We stay and do not go.", ["We stay and do not go."]),
        ("the soldiers’ camp", []),
    ],
)
def test_quotations_in_all_marks(text: str, inside: list[str]) -> None:
    assert [text[a:b] for a, b in quotations(text, 0, len(text))] == inside
