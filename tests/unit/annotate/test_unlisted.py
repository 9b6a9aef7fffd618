"""Names that no gazetteer has are places where the words around say so, and have no point."""

from __future__ import annotations

import pytest

from dateline.annotate.places import document_places
from dateline.annotate.unlisted import unlisted_places
from dateline.knowledge.places import load_place_rules
from dateline.model.mention import PlaceMention
from fakes.gazetteer import SMALL

RULES = load_place_rules()


def read(text: str, *, dateline: int = 0) -> list[PlaceMention]:
    blocks = [(0, len(text))]
    found = document_places(text, blocks=blocks, gazetteer=SMALL, rules=RULES)
    datelines = [(0, dateline)] if dateline else []
    return unlisted_places(
        text, blocks=blocks, found=found, taken=[], datelines=datelines, gazetteer=SMALL, rules=RULES
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen burned the village of Okelle at dawn.", ["Okelle"]),
        ("Gunmen burned Okelle village at dawn.", ["Okelle"]),
        ("Four were shot in Okelle on Monday.", ["Okelle"]),
        ("A mine went off near Tel Qarma.", ["Tel Qarma"]),
        ("A mine went off in Wadi al-Qarma.", ["Wadi al-Qarma"]),
        ("Raiders attacked Okelle. Nine families fled from Okelle.", ["Okelle", "Okelle"]),
        ("Three died in Okelle. The mayor spoke. Okelle was quiet.", ["Okelle", "Okelle"]),
        ("They hit Okelle, in Illinois, by night.", ["Okelle"]),
        ("Shells fell on the villages of Okelle, Sabeen and Wadi Tor.", ["Okelle", "Sabeen", "Wadi Tor"]),
        ("A raid on the next village, Okelle, killed four.", ["Okelle"]),
        ("Okelle was shelled at noon. Nine came from Okelle.", ["Okelle", "Okelle"]),
        ("A bus was blown up on the Okelle road.", ["Okelle"]),
        ("Two were taken in the Wadi Tor sector.", ["Wadi Tor"]),
        ("Cattle were driven from the Okelle cattle camp.", ["Okelle"]),
        ("The raid on Okelle killed four.", ["Okelle"]),
        ("Bombs hit Okelle's station square.", ["Okelle"]),
        ("Villagers around Okelle said they would pay.", ["Okelle"]),
        ("Fire spread to the Sabeen neighbourhood.", ["Sabeen"]),
        ("Two drones were shot down near the Okelle Airbase.", ["Okelle"]),
    ],
)
def test_words_that_say_it_is_a_place(text: str, names: list[str]) -> None:
    assert [m.exact for m in read(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Raiders attacked Okelle.",
        "Okelle said the raid was a lie.",
        "Mr Okelle was shot. They were loyal to Okelle.",
        "The sale was held in Ramadan.",
        "He was the first to speak in Parliament.",
        "Two were held on Mondays at the Okelle Bank.",
        "A rocket damaged the runway of the 2nd Tactical Airbase.",
        "He bought it at Okelle's.",
        "They sailed on the Blue Ibis. A fire broke out in the Blue Ibis.",
        "The paper was lost in Terrorism Studies.",
        "He served in TRGX.",
        "Okelle was attacked by critics.",
        "The Okelle sector plan was dropped.",
        "A resident of the village, Okelle Sabeen, spoke.",
        "Forces of Hamid al Okelle came. They met Hamid al Okelle. They spoke to Hamid al Okelle.",
        "He is at Harvard. She is at Google.",
        "She was in Room 12 of the house.",
    ],
)
def test_words_that_do_not(text: str) -> None:
    assert read(text) == []


def test_such_a_place_has_no_point_and_no_identity() -> None:
    (found,) = read("Four were shot in the village of Okelle on Monday.")
    assert (found.place.name, found.place.precision) == ("Okelle", "town")
    assert (found.place.lat, found.place.lon, found.place.id, found.place.country) == (None, None, None, None)
    assert found.rule == "place/unlisted"


def test_its_country_is_that_of_the_place_said_to_hold_it() -> None:
    (found,) = read("Four were shot in Okelle, Illinois. Shells fell in Uganda.")
    assert (found.place.country, found.place.lat) == ("USA", None)


def test_or_the_one_country_of_the_page() -> None:
    (found,) = read("Four were shot in Okelle, on the road to Baghdad.")
    assert found.place.country == "IRQ"


def test_two_countries_leave_it_open() -> None:
    (found,) = read("Four were shot in Okelle. Shells fell near Baghdad and near Ashdod.")
    assert found.place.country is None


def test_a_country_said_to_be_a_scene_leaves_it_open() -> None:
    (found,) = read("Four were shot in Okelle. Shells fell near Baghdad. Others fell in Uganda.")
    assert found.place.country is None


def test_a_list_of_places_holds_nothing() -> None:
    (found,) = read("They went to Okelle, Illinois, Uganda and Iraq, and slept in Okelle.")[:1]
    assert found.place.admin1 is None


def test_the_noun_beside_it_gives_the_precision() -> None:
    assert read("Cattle were taken in Okelle district.")[0].place.precision == "area"
    assert read("A mine went off near Okelle.")[0].place.precision == "area"
    assert read("Shots rang out at Okelle market.")[0].place.precision == "site"


def test_a_name_that_the_gazetteer_has_in_that_country_is_that_place() -> None:
    found = read("Four were shot in Hit, Iraq. The people of Hit fled to Baghdad.")
    assert all(m.place.lat is not None for m in found)


def test_headlines_and_capitals_show_nothing_but_are_read() -> None:
    assert read("Gunmen Attack Mourners In Okelle Before Dawn") == []
    text = "FOUR SHOT IN OKELLE MARKET\n\nFour were shot in Okelle on Monday."
    assert [m.exact for m in unlisted(text)] == ["OKELLE", "Okelle"]


def unlisted(text: str) -> list[PlaceMention]:
    end = text.index("\n\n")
    return unlisted_places(
        text, blocks=[(0, end), (end + 2, len(text))], found=[], taken=[], datelines=[], gazetteer=SMALL, rules=RULES
    )
