"""What the commands print, refuse and exit with."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.app.reader import Reader
from dateline.cli import keeping, main, reading
from fakes.stories import PROTEST, QUIET, SHELLING


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
pytestmark = pytest.mark.usefixtures("pages")


@pytest.fixture
def run(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    for module in (reading, keeping):
        monkeypatch.setattr(module, "Reader", lambda **_: reader)

    def command(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["dateline", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capsys.readouterr()
        return Ran(left.value.code if isinstance(left.value.code, int) else 0, out, err)

    return command


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of three stories."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in (("a", SHELLING), ("b", PROTEST), ("c", QUIET)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_read_prints_a_table_for_people(run: Run) -> None:
    ran = run("read", "pages/a.txt", "--published", "2024-03-06")
    assert ran.code == 0
    assert ran.err == ""
    assert "Market shelled in Goma" in ran.out
    assert "published 6 Mar 2024 (given)" in ran.out
    assert "12 killed" in ran.out
    assert "\x1b" not in ran.out


def test_read_gives_one_json_object_an_event(run: Run) -> None:
    ran = run("read", "pages", "--format", "jsonl")
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert {record["article"]["source"] for record in records} == {"pages/a.txt", "pages/b.txt"}
    assert all(record["evidence"] for record in records)


def test_read_writes_csv_and_geojson(run: Run) -> None:
    table = list(csv.DictReader(io.StringIO(run("read", "pages", "--format", "csv").out)))
    shapes = json.loads(run("read", "pages", "--format", "geojson").out)["features"]
    assert [row["event_id"] for row in table] == [shape["id"] for shape in shapes]


def test_read_lists_mentions_with_words_that_stand_in_the_text(run: Run, reader: Reader) -> None:
    found = [json.loads(line) for line in run("read", "pages/a.txt", "--format", "mentions").out.splitlines()]
    (told,) = reader.readings(["pages/a.txt"])
    text = told.article.text  # type: ignore[union-attr]
    assert {m["kind"] for m in found} == {"time", "place", "actor", "quantity", "attribution"}
    assert all(text[m["start"] : m["end"]] == m["exact"] for m in found)


def test_why_gives_words_and_rules(run: Run) -> None:
    out = run("read", "pages/a.txt", "--why").out
    assert "rule: " in out
    assert "occurrence" in out


def test_output_is_written_whole_to_a_file(run: Run, tmp_path: Path) -> None:
    ran = run("read", "pages", "--format", "jsonl", "--output", "events.jsonl")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "events.jsonl").read_text(encoding="utf-8") == run("read", "pages", "--format", "jsonl").out
    assert {path.name for path in tmp_path.iterdir()} == {"pages", "events.jsonl"}


@pytest.mark.parametrize("target", ["pages", "none/events.jsonl"])
def test_output_that_cannot_be_written_is_refused(run: Run, target: str) -> None:
    ran = run("read", "pages/a.txt", "--output", target)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert "--output" in ran.err


def test_some_refused_pages_are_exit_code_1_and_the_others_go_on(run: Run, pages: Path) -> None:
    (pages / "d.html").write_bytes(b"")
    (pages / "e.txt").write_bytes(b"%PDF-1.7\n")
    ran = run("read", "pages", "no-such.html", "--format", "jsonl")
    assert ran.code == 1
    assert ran.out
    assert ran.err.splitlines() == [
        "pages/d.html: fetch/empty-file: expected a page with text, found 0 bytes of nothing",
        "pages/e.txt: fetch/binary: expected HTML or text, found binary content starting b'%PDF-1.7'",
        "no-such.html: fetch/missing: expected a file, folder, glob or URL, found nothing there",
    ]


def test_nothing_read_is_exit_code_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("read", "empty", "none.html")
    assert (ran.code, ran.out) == (3, "")
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == ["fetch/no-pages", "fetch/missing"]


def test_strict_stops_at_the_first_refusal(run: Run) -> None:
    ran = run("read", "pages/b.txt", "none.html", "pages/a.txt", "--format", "jsonl", "--strict")
    assert ran.code == 1
    assert {json.loads(line)["article"]["source"] for line in ran.out.splitlines()} == {"pages/b.txt"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "pages", "--format", "xml"),
        ("read", "pages", "--published", "yesterday"),
        ("read", "a", "b", "--published", "2024-01-01"),
        ("read", "pages", "--why", "--format", "csv"),
        ("incidents",),
        ("incidents", "--ledger", "none.db"),
        ("incidents", "--limit", "0"),
        ("show", "abc"),
        ("export",),
        ("add", "pages", "--ledger", "none/l.db"),
        ("nonsense",),
        ("--nonsense",),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_2_and_no_traceback(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert "Traceback" not in ran.err
    assert not list(tmp_path.glob("*.db"))


def test_add_twice_then_list_show_and_export(run: Run) -> None:
    assert run("add", "pages").out.startswith("Pages: 3 new.")
    assert run("add", "pages").out.startswith("Pages: 3 unchanged. 0 events read.")
    listed = run("incidents", "--type", "assault", "--country", "COD", "--format", "jsonl")
    record = json.loads(listed.out.splitlines()[0])
    assert record["type"] == "ASSAULT"
    table = run("incidents").out
    assert record["incident_id"][:6] in table
    shown = run("show", record["incident_id"][:8])
    assert shown.code == 0
    assert "[1]" in shown.out
    assert json.loads(run("show", record["incident_id"], "--format", "jsonl").out) == record
    events = run("export", "--as", "jsonl").out.splitlines()
    assert {json.loads(line)["article"]["source"] for line in events} == {"pages/a.txt", "pages/b.txt"}
    incidents = run("export", "--as", "csv", "--what", "incidents").out
    assert len(list(csv.DictReader(io.StringIO(incidents)))) == len(
        run("incidents", "--format", "jsonl").out.splitlines()
    )


def test_a_refused_page_leaves_the_ledger_as_it_was(run: Run, pages: Path) -> None:
    run("add", "pages")
    before = run("export", "--as", "jsonl").out, run("incidents", "--format", "jsonl").out
    (pages / "a.txt").write_bytes(b"\x1f\x8b broken")
    assert run("add", "pages/a.txt").code == 3
    assert (run("export", "--as", "jsonl").out, run("incidents", "--format", "jsonl").out) == before


def test_limit_and_a_filter_that_nothing_meets(run: Run) -> None:
    run("add", "pages")
    assert len(run("incidents", "--format", "jsonl", "--limit", "1").out.splitlines()) == 1
    assert run("incidents", "--actor", "nobody").out == "No incident is of this kind.\n"


def test_a_name_that_is_no_utf8_is_shown_with_its_bytes(run: Run, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "wb") as file:
        file.write(SHELLING.encode())
    ran = run("read", os.fsdecode(name), "--format", "jsonl")
    assert ran.code == 0
    assert json.loads(ran.out.splitlines()[0])["article"]["source"].endswith("caf\\xe9.txt")


def test_doctor_names_every_part_and_no_home_folder(run: Run) -> None:
    ran = run("doctor")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == [
        "dateline", "python", "knowledge", "parser", "gazetteer", "sqlite", "libraries",
    ]  # fmt: skip
    assert str(Path.home()) + "/" not in ran.out


def test_version(run: Run) -> None:
    assert run("--version").out.startswith("dateline ")
