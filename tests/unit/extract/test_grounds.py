"""Where a happening was that names no place: on whose ground, along which border, in the clause's own place."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Event, Located


def events(reader: Reader, text: str, published: str = "2024-03-30") -> list[Event]:
    given = {"published": published, "language": "en"}
    reading = reader.read(page_of(text.encode(), source="page", given=given, media_type="text/plain"))
    assert isinstance(reading, Reading), reading
    return list(reading.events)


def places(event: Event) -> list[str]:
    return [c.value.place.name for c in event.claims if isinstance(c.value, Located)]


def of(found: list[Event], kind: str) -> Event:
    return next(e for e in found if e.type == kind)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Rebels struck Ugandan railway stations on Monday.", "Uganda"),
        ("Rebels are shelling homes and parts of Kenyan cities and towns.", "Kenya"),
        ("Rebels blew up Kenya's power stations on Monday.", "Kenya"),
        ("The coalition's blockade of Yemeni ports has doubled the price of bread.", "Yemen"),
    ],
)
def test_what_stands_on_the_ground_of_a_country_was_struck_there(reader: Reader, text: str, country: str) -> None:
    assert places(events(reader, text)[0]) == [country]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Ugandan soldiers on Monday.",
        "Rebels attacked a Ugandan embassy on Monday.",
        "Rebels sank a Ugandan ship on Monday.",
    ],
)
def test_what_may_lie_abroad_tells_of_no_country(reader: Reader, text: str) -> None:
    assert all(places(e) == [] for e in events(reader, text))


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("along the Ugandan border", "Ugandan border"),
        ("on Uganda's border", "Uganda's border"),
        ("near the border with Uganda", "border with Uganda"),
    ],
)
def test_a_border_is_a_place_of_its_own_and_in_no_country(reader: Reader, where: str, name: str) -> None:
    event = of(events(reader, f"Kenya has massed 7,000 soldiers {where}, an envoy said."), "MOBILIZE")
    assert places(event) == [name]
    located = next(c.value for c in event.claims if isinstance(c.value, Located))
    assert located.place.country is None
    assert located.place.lat is None


def test_a_border_of_nobody_said_is_no_place(reader: Reader) -> None:
    assert places(of(events(reader, "Kenya has massed 7,000 soldiers on the border, an envoy said."), "MOBILIZE")) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The envoy knows a bridge in Malakal where rebels shot five fishermen dead.", "Malakal"),
        ("Few see Donbas, a region in which gunmen killed two policemen.", "Donbas"),
        ("He was shown the town of Malakal, where scores of traders were killed last year.", "Malakal"),
    ],
)
def test_a_clause_of_place_is_set_in_what_it_describes(reader: Reader, text: str, name: str) -> None:
    assert places(of(events(reader, text), "ASSAULT")) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy spoke in Oslo and in Geneva of a village where rebels shot five fishermen dead.",
        "The tanker Aegean Lark, in which a sailor was killed, lies at anchor.",
    ],
)
def test_no_other_place_of_its_sentence_is(reader: Reader, text: str) -> None:
    assert places(of(events(reader, text), "ASSAULT")) == []


def test_one_meets_where_one_goes_for_it(reader: Reader) -> None:
    found = events(reader, "On Monday the German chancellor will go to Kenya for talks with its president.")
    assert [places(e) for e in found] == [["Kenya"]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Iran began to supply drones to Moscow, an analyst in London said.", "AID"),
        ("Norland agreed to provide military support to Iran.", "AGREE"),
        ("Russia lashed out at the United States for supplying weapons to Kyiv.", "AID"),
    ],
)
def test_states_that_give_get_and_agree_are_no_places(reader: Reader, text: str, kind: str) -> None:
    assert places(of(events(reader, text), kind)) == []


def test_what_met_drones_was_not_where_they_were_launched(reader: Reader) -> None:
    text = "The Israeli army said on Monday that it shot down dozens of drones launched from Lebanon."
    assert places(events(reader, text)[0]) == []
    assert places(events(reader, "On Monday rebels launched drones from Lebanon.")[0]) == ["Lebanon"]


@pytest.mark.parametrize("where", ["At", "On the sidelines of"])
def test_a_conference_is_in_the_town_that_it_is_called_after(reader: Reader, where: str) -> None:
    found = events(reader, f"{where} the Munich Security Conference, the ministers of Chad and Niger met.")
    assert places(of(found, "CONSULT")) == ["Munich"]


def test_a_neighbouring_country_is_where_it_was_sent(reader: Reader) -> None:
    text = "The president announced the first deployment of those weapons to neighbouring Belarus."
    assert places(of(events(reader, text), "MOBILIZE")) == ["Belarus"]


def test_a_deed_without_a_place_lies_in_the_land_of_the_deeds_beside_it(reader: Reader) -> None:
    text = (
        "Gunmen killed four farmers in the hills of central Kenya on Monday. The convoy that came for them was shelled."
        " Norway condemned the raid."
    )
    assert {tuple(places(e)) for e in events(reader, text) if e.type == "ASSAULT"} == {("Kenya",)}
    abroad = (
        "Gunmen killed four farmers in the hills of central Kenya on Monday. Ugandan troops shot at Rwandan soldiers."
    )
    assert all("Kenya" not in places(e) for e in events(reader, abroad) if "Ugandan" in e.evidence[0].exact)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iran spoke of it. Iranians held protests across the country on Monday.", ["Iran"]),
        ("Chad and Iran spoke of it. Protests were held across the country on Monday.", []),
        ("Rebels struck the Mandera River Brigade on Monday.", []),
        ("Rebels shelled Bungoma on Monday, and hit depots deep inside Nairobi-controlled territory.", ["Bungoma"]),
    ],
)
def test_the_country_is_that_of_those_in_it_and_a_unit_or_who_holds_it_is_no_place(
    reader: Reader, text: str, found: list[str]
) -> None:
    assert sorted({p for e in events(reader, text) for p in places(e)}) == found
