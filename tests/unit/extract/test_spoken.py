"""Extraction is handed speech alone, one piece a sentence, by the bare name of who speaks."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.extract.spoken import spoken
from dateline.fetch import page_of
from dateline.model import Document


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(everything=True)


def document(reader: Reader, text: str) -> Document:
    page = page_of(text.encode(), source="page", given={"language": "en"}, media_type="text/plain")
    reading = reader.read(page)
    assert isinstance(reading, Reading), reading
    return reading.document


def test_an_attitude_is_no_report(reader: Reader) -> None:
    assert spoken(document(reader, "The senator praised the truce.")) == []


def test_a_long_quotation_is_cut_at_its_sentences(reader: Reader) -> None:
    found = spoken(document(reader, "“They came at night,” the miller said. “They burned the barn.”"))
    assert len(found) >= 2
    assert {m.source.exact for m in found if m.source is not None} == {"the miller"}
    assert [m.start for m in found] == sorted(m.start for m in found)


def test_the_source_is_the_bare_name(reader: Reader) -> None:
    (found,) = spoken(document(reader, "Ann Lee, the head of the port, said two tugs had sunk."))
    assert found.source is not None
    assert found.source.exact == "Ann Lee"
    assert found.cue is not None
    assert found.cue.exact == "said"
