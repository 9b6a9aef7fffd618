"""A fault on one page costs that page and no other."""

from __future__ import annotations

import pytest

from dateline.app import reader as module
from dateline.app.reader import Reader
from dateline.errors import InvalidKnowledge
from dateline.fetch import page_of
from dateline.model import Issue, Page
from fakes.stories import SHELLING


def page(text: str) -> Page:
    made = page_of(text.encode(), source="page.txt")
    assert isinstance(made, Page)
    return made


@pytest.mark.parametrize(
    ("function", "stage"), [("article", "read"), ("document", "annotate"), ("extraction", "extract")]
)
def test_a_fault_is_an_issue_of_its_stage(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, function: str, stage: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise IndexError("nobody foresaw this")

    monkeypatch.setattr(module, function, fails)
    found = reader.read(page(SHELLING))
    assert isinstance(found, Issue)
    assert (found.stage, found.code, found.item) == (stage, "fault", "page.txt")
    assert "nobody foresaw this" in found.found


def test_broken_knowledge_is_no_fault_of_the_page(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise InvalidKnowledge(item="x.toml", expected="TOML", found="no TOML")

    monkeypatch.setattr(module, "article", fails)
    with pytest.raises(InvalidKnowledge):
        reader.read(page(SHELLING))


def test_a_story_without_end_is_refused(reader: Reader) -> None:
    found = reader.read(page("The army said nothing new. " * 20_000))
    assert isinstance(found, Issue)
    assert found.code == "too-long"
