"""judge, rebuild, sources and the richer exports, as a person calls them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.app.reader import Reader
from dateline.cli import keeping, main
from fakes.stories import PROTEST, SHELLING


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a folder of its own, where two stories are kept already."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("DATELINE_AUTHOR", "ana")
    monkeypatch.setattr(keeping, "Reader", lambda **_: reader)

    def command(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["dateline", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capsys.readouterr()
        return Ran(left.value.code if isinstance(left.value.code, int) else 0, out, err)

    for name, text in (("a", SHELLING), ("b", PROTEST)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert command("add", "a.txt", "b.txt").code == 0
    return command


def ids(run: Run) -> list[str]:
    return [json.loads(line)["incident_id"] for line in run("incidents", "--format", "jsonl").out.splitlines()]


def test_a_judgement_is_kept_listed_shown_and_taken_back(run: Run) -> None:
    shelling = next(i for i in ids(run) if "killed" in run("show", i).out.split("\n\n")[0])
    ran = run("judge", "correct", shelling[:6], "killed", "14", "--because", "the second list of names")
    assert ran.code == 0
    kept = re.match(r"Judgement (\w+) kept: correct by ana\.", ran.out)
    assert kept is not None
    shown = run("show", shelling).out
    assert "Judged by people" in shown
    assert "ana corrected killed to 14 “the second list of names”" in " ".join(shown.split())
    assert "14 killed" in shown
    assert "the second list of names" in run("judge", "list").out
    (listed,) = [json.loads(line) for line in run("judge", "list", "--format", "jsonl").out.splitlines()]
    assert (listed["verb"], listed["field"], listed["value"], listed["state"]) == (
        "correct", "killed", {"low": 14, "high": 14}, "applied",
    )  # fmt: skip
    assert run("judge", "undo", kept[1][:5]).code == 0
    assert "14 killed" not in run("show", shelling).out
    assert "taken back" in run("judge", "list").out


def test_what_cannot_be_judged_is_one_line_and_exit_code_2(run: Run) -> None:
    first = ids(run)[0]
    for arguments in (
        ("merge", first, first),
        ("correct", first, "killed", "some"),
        ("undo", "zz"),
        ("note", "q", "x"),
    ):
        ran = run("judge", *arguments)
        assert ran.code == 2
        assert ran.err.startswith("dateline: ")
        assert ran.err.count("\n") == 1


def test_an_empty_list_says_so(run: Run) -> None:
    assert run("judge", "list").out == "No judgement is kept.\n"


def test_rebuild_reads_everything_anew_and_ends_where_it_began(run: Run) -> None:
    before = run("export", "--as", "jsonl", "--what", "incidents").out
    ran = run("rebuild")
    assert ran.code == 0
    assert ran.out.startswith("Pages: 2 read as before.\n")
    assert run("export", "--as", "jsonl", "--what", "incidents").out == before


def test_a_trial_run_says_what_would_change_and_changes_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = run("rebuild", "--dry-run")
    assert "Incidents that would change: none. Nothing was written." in quiet.out
    before = run("export", "--as", "jsonl", "--what", "incidents").out
    blind = Reader(learned=False)
    monkeypatch.setattr(type(blind), "read", lambda _self, page, **_: _told_less(page))
    monkeypatch.setattr(keeping, "Reader", lambda **_: blind)
    ran = run("rebuild", "--dry-run")
    assert re.search(r"^gone +\w+", ran.out, re.M)
    assert "because these pages are read differently: " in ran.out
    assert run("export", "--as", "jsonl", "--what", "incidents").out == before


def _told_less(page: object) -> object:
    """A reading of the page that finds no event."""
    from dateline.app.results import Reading
    from dateline.model import Document
    from fakes.happenings import article

    told = article(getattr(page, "source", ""))
    document = Document(article=told, sentences=(), mentions=())
    return Reading(page=page, article=told, document=document, events=())  # type: ignore[arg-type]


def test_sources_are_counted(run: Run) -> None:
    assert re.search(r"^outlet not known +2 ", run("sources").out, re.M)
    (record,) = [json.loads(line) for line in run("sources", "--format", "jsonl").out.splitlines()]
    assert record["articles"] == 2
    assert run("sources", "--date", "soon").code == 2


@pytest.mark.parametrize("form", ["csv", "jsonl", "geojson", "parquet", "gpkg", "acled", "ucdp", "plover"])
def test_every_export_is_a_file_with_a_note_beside_it(run: Run, tmp_path: Path, form: str) -> None:
    ran = run("export", "--as", form, "--output", f"x.{form}")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / f"x.{form}").stat().st_size > 0
    assert f"# x.{form}" in (tmp_path / f"x.{form}.README.md").read_text(encoding="utf-8")


def test_a_binary_export_needs_a_file(run: Run) -> None:
    ran = run("export", "--as", "parquet")
    assert ran.code == 2
    assert "expected --output FILE" in ran.err
