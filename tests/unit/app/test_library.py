"""The Python face."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from fakes.stories import QUIET, SHELLING


@pytest.fixture(autouse=True)
def _one_reader(reader: dateline.Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.app.library._reader", lambda: reader)


def test_text_is_read_as_it_is() -> None:
    reading = dateline.read(SHELLING, published="2024-03-06")
    assert reading.article.title == "Market shelled in Goma"
    assert reading.article.published is not None
    assert reading.article.published.basis == "given"
    assert [event.type for event in reading.events][:1] == ["ASSAULT"]


def test_a_path_is_read_and_remembered(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(SHELLING, encoding="utf-8")
    reading = dateline.read(page)
    assert reading.article.source == str(page)
    assert dateline.read(str(page)) == reading


def test_bytes_are_a_page() -> None:
    assert dateline.read(SHELLING.encode(), url="https://wire.example/1").article.source == "https://wire.example/1"


def test_mentions_are_asked_for_by_kind() -> None:
    reading = dateline.read(SHELLING, published="2024-03-06")
    assert {m.exact for m in reading.mentions("place")} >= {"Goma"}
    assert len(reading.mentions()) >= sum(len(reading.mentions(k)) for k in ("time", "place", "actor", "quantity"))


def test_records_are_those_of_the_command_line() -> None:
    record = dateline.read(SHELLING, published="2024-03-06").records()[0]
    assert record["type"] == "ASSAULT"
    assert record["produced_by"]["dateline"] == dateline.__version__


def test_a_notebook_shows_a_table_in_which_nothing_of_the_page_is_markup() -> None:
    reading = dateline.read('<b>& "Goma"</b>\n\n' + SHELLING, title="<script>alert(1)</script>", published="2024-03-06")
    shown = reading._repr_html_()
    assert "<table>" in shown
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_a_page_without_events_says_so() -> None:
    assert "Reports no event" in dateline.read(QUIET)._repr_html_()


def test_a_refusal_carries_its_issue() -> None:
    with pytest.raises(dateline.UnreadableInput) as refused:
        dateline.read("no-such-page.html")
    issue = refused.value.issue  # type: ignore[attr-defined]
    assert (issue.stage, issue.code, issue.item) == ("fetch", "missing", "no-such-page.html")


def test_several_pages_are_too_many(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SHELLING, encoding="utf-8")
    with pytest.raises(dateline.InvalidOption, match="several"):
        dateline.read(tmp_path)


def test_what_nobody_can_give_is_refused() -> None:
    with pytest.raises(dateline.InvalidOption, match="publised"):
        dateline.read(SHELLING, publised="2024-03-06")


def test_a_ledger_keeps_asks_and_shows(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(SHELLING, encoding="utf-8")
    with dateline.Ledger(tmp_path / "l.db") as ledger:
        (added,) = ledger.add(page)
        assert isinstance(added, dateline.Delivery)
        assert added.outcome == "new"
        (again,) = ledger.add(dateline.read(page))
        assert isinstance(again, dateline.Delivery)
        assert again.outcome == "unchanged"
        found = ledger.incidents(types=["ASSAULT"], countries=["COD"])
        assert len(found) >= 1
        assert "<table>" in found._repr_html_()
        dossier = ledger.show(found[0].id[:8])
        assert dossier.incident == found[0]
        assert [a.source for a in dossier.articles] == [str(page)]
        assert {e.id for e in dossier.events} == set(found[0].events)


def test_a_refused_page_changes_no_ledger(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(SHELLING, encoding="utf-8")
    with dateline.Ledger(tmp_path / "l.db") as ledger:
        ledger.add(page)
        before = ledger.incidents()
        page.write_text("   ", encoding="utf-8")
        (issue,) = ledger.add(page)
        assert isinstance(issue, dateline.Issue)
        assert ledger.incidents() == before
