"""Places are chosen by the words beside them and the company they keep, at the text's own precision."""

from __future__ import annotations

import pytest

from dateline.annotate.places import document_places, place_mentions, resolve_places
from dateline.app.reader import Reader
from dateline.knowledge.places import load_place_rules
from dateline.model.gazetteer import GazetteerEntry, PlaceContext
from dateline.model.mention import PlaceMention
from fakes.gazetteer import SMALL, FakeGazetteer
from fakes.told import events, places

RULES = load_place_rules()


def read(text: str, **options: object) -> tuple[PlaceMention, ...]:
    return place_mentions(text, start=0, end=len(text), gazetteer=SMALL, rules=RULES, **options)  # type: ignore[arg-type]


def test_offsets_count_in_the_whole_text() -> None:
    text = "Rain fell.\n\nShells fell near Baghdad."
    (found,) = place_mentions(text, start=12, end=len(text), gazetteer=SMALL, rules=RULES)
    assert text[found.start : found.end] == found.exact == "Baghdad"


def test_a_container_decides() -> None:
    first, second = read("A man was shot in Springfield, Illinois.")
    assert (first.place.id, second.place.id) == ("geonames:3", "geonames:8")
    assert first.rule == "place/container"


def test_without_one_the_larger_town_is_taken_and_the_other_kept() -> None:
    found = read("A man was shot in Springfield, police in the United States said.")
    assert found[0].place.id == "geonames:4"
    assert [candidate.id for candidate in found[0].place.candidates] == ["geonames:3"]
    assert found[0].score < 1


def test_company_decides_across_blocks() -> None:
    text = "Uganda sent troops.\n\nThey reached Lira by night."
    found = document_places(text, blocks=[(0, 19), (21, len(text))], gazetteer=SMALL, rules=RULES)
    assert [m.place.id for m in found] == ["iso:UGA", "geonames:5"]


def test_context_stands_in_for_company() -> None:
    (found,) = read("They reached Lira by night.", context=PlaceContext(countries={"CRI": 2.0}))
    assert found.place.country == "CRI"


def test_taken_spans_are_left_alone() -> None:
    text = "The Islamic Resistance in Iraq struck Ashdod."
    found = read(text, taken=[(4, 30)])
    assert [m.exact for m in found] == ["Ashdod"]


@pytest.mark.parametrize(
    ("text", "precision", "relation"),
    [
        ("They met in Baghdad.", "town", None),
        ("It fell 12 miles north-east of Baghdad.", "area", "12 miles north-east of"),
        ("It fell just outside Baghdad.", "area", "just outside"),
        ("It happened in southern Iraq.", "country", "southern"),
        ("A ship sank in the Red Sea.", "sea", None),
        ("They met at Baghdad airport.", "site", None),
    ],
)
def test_precision_is_never_finer_than_the_words(text: str, precision: str, relation: str | None) -> None:
    (found,) = read(text)
    assert (found.place.precision, found.place.relation) == (precision, relation)


def test_a_point_is_the_named_places_own() -> None:
    near, at = read("It fell 90 km west of Baghdad."), read("It fell in Baghdad.")
    assert (near[0].place.lat, near[0].place.lon) == (at[0].place.lat, at[0].place.lon)


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Henderson scored.",
        "Hit the road.",
        "the hit in baghdad was not near jordan",
        "US-backed groups agreed.",
        "Mr Springfield said so.",
    ],
)
def test_nothing_is_read_into(text: str) -> None:
    assert read(text) == ()


def test_given_spans_are_resolved_whatever_stands_around() -> None:
    text = "Mr Springfield flew to Illinois."
    found = resolve_places(text, spans=[(3, 14), (23, 31)], gazetteer=SMALL, rules=RULES)
    assert [m.place.id for m in found] == ["geonames:3", "geonames:8"]


def test_no_text_gives_none() -> None:
    assert document_places("", blocks=[], gazetteer=SMALL, rules=RULES) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Crews left Toledo in Ohio for Louisville on Monday. They came back to Toledo by bus.", "geonames:11"),
        ("Crews left for Louisville, Ohio, on Monday.", "geonames:12"),
    ],
)
def test_a_bare_name_is_the_great_citys_before_a_village_of_its_country(text: str, place: str) -> None:
    found = place_mentions(text, start=0, end=len(text), gazetteer=NAMESAKES, rules=RULES)
    assert next(m.place.id for m in found if m.exact.startswith("Louisville")) == place


def _in_america(number: int, name: str, kind: str, lat: float, path: str, population: int) -> GazetteerEntry:
    return GazetteerEntry(
        id=f"geonames:{number}", name=name, kind=kind, lat=lat, lon=-85.0, country="USA", path=path,  # type: ignore[arg-type]
        population=population, radius_km=300.0 if kind == "admin1" else 0.0,
    )  # fmt: skip


NAMESAKES = FakeGazetteer(
    [
        (_in_america(10, "Ohio", "admin1", 40.3, "US.OH", 11_000_000), ()),
        (_in_america(11, "Louisville", "town", 38.3, "US.KY.111", 620_000), ()),
        (_in_america(12, "Louisville", "town", 40.8, "US.OH.151", 9_000), ()),
        (_in_america(13, "Toledo", "town", 41.7, "US.OH.095", 270_000), ()),
    ]
)


def test_half_of_a_longer_name_is_no_place() -> None:
    assert read("Shells fell on the village of Lira Thit.") == ()
    assert [m.exact for m in read("Shells fell on the village of Lira.")] == ["Lira"]


def test_small_words_inside_a_name(reader: Reader) -> None:
    (event,) = events(reader, "Gunmen attacked a hotel in Dar es Salaam on Monday.", published="2024-03-06")
    assert places(event) == ["Dar es Salaam"]
