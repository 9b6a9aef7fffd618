"""Data is found or said to be absent; floors bind on the same data, and never fall."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evals import __main__ as command
from evals import floors
from evals.frame import Case, Measure, Outcome, Scorer, data_folder, fingerprint, found_data, rows_of


def nothing(_: tuple[Path, ...]) -> Outcome:
    return Outcome((Measure("share", 0.7349, 10),), (Case(id="a", measure="share", right=True, gold=1, found=1),))


def test_the_named_folder_is_the_data_folder(tmp_path: Path) -> None:
    assert data_folder({"DATELINE_DATA": str(tmp_path)}) == tmp_path
    assert data_folder({"DATELINE_DATA": str(tmp_path / "gone")}) is None


def test_absent_data_is_named(tmp_path: Path) -> None:
    scorer = Scorer("x", ("x.jsonl",), nothing)
    assert found_data(scorer, folder=tmp_path) == "absent: x.jsonl"
    assert "DATELINE_DATA" in str(found_data(scorer, folder=None))
    (tmp_path / "x.jsonl").write_text("{}")
    assert found_data(scorer, folder=tmp_path) == (tmp_path / "x.jsonl",)


def test_only_a_line_feed_ends_a_row(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "one\u2028line"}\n{"text": "two\u0085"}\n', encoding="utf-8")
    assert [row["text"] for row in rows_of(path)] == ["one\u2028line", "two\u0085"]


def test_a_changed_byte_changes_the_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("a")
    before = fingerprint((tmp_path,))
    path.write_text("b")
    assert fingerprint((tmp_path,)) != before


def test_floors_rise_round_down_and_never_fall() -> None:
    held = floors.raised({}, "x", (Measure("share", 0.7349, 10),), data="d")
    assert held["x"].figures == {"share": 0.734}
    held = floors.raised(held, "x", (Measure("share", 0.5, 10), Measure("new", 1.0, 1)), data="d")
    assert held["x"].figures == {"share": 0.734, "new": 1.0}


def test_a_floor_binds_on_the_same_data_only() -> None:
    held = floors.raised({}, "x", (Measure("share", 0.7, 10),), data="d")
    assert floors.floor_of(held, "x", "share", data="d") == 0.7
    assert floors.floor_of(held, "x", "share", data="e") is None
    assert floors.raised(held, "x", (Measure("share", 0.5, 10),), data="e")["x"].figures == {"share": 0.5}


def test_floors_are_kept_in_a_file(tmp_path: Path) -> None:
    held = floors.raised({}, "x", (Measure("share", 0.7, 10),), data="d")
    floors.save(held, tmp_path / "floors.json")
    assert floors.load(tmp_path / "floors.json") == held
    assert floors.load(tmp_path / "none.json") == {}


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A run with one scorer over one file, and floors of its own."""
    (tmp_path / "x.jsonl").write_text("{}")
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path))
    monkeypatch.setattr(
        command,
        "scorers",
        lambda: {s.name: s for s in (Scorer("x", ("x.jsonl",), nothing), Scorer("y", ("y",), nothing))},
    )
    held: dict[str, dict[str, floors.Floor]] = {"floors": {}}
    monkeypatch.setattr(floors, "load", lambda: held["floors"])
    monkeypatch.setattr(floors, "save", lambda new: held.update(floors=new))
    return tmp_path


def test_the_command_writes_cases_says_what_it_skips_and_checks_floors(
    alone: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = alone / "out"
    assert command.main(["--out", str(out), "--raise-floors"]) == 0
    assert "y skipped, absent: y" in capsys.readouterr().out
    assert [json.loads(line)["id"] for line in (out / "x.jsonl").read_text().splitlines()] == ["a"]
    assert command.main(["x", "--check", "--out", str(out)]) == 0
    held = {"x": floors.Floor(data=fingerprint((alone / "x.jsonl",)), figures={"share": 0.9})}
    monkeypatch.setattr(floors, "load", lambda: held)
    assert command.main(["x", "--check", "--out", str(out)]) == 1
    assert command.main(["x", "--out", str(out)]) == 0
    assert command.main(["unheard-of"]) == 2
