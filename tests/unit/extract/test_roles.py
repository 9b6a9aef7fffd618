"""Who did what to whom, on sentences of our own."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Party
from fakes.told import events, names, on_a_page, parties


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # the subject reaches the act through an adjective
        ("Kenya is about to restore diplomatic ties with Eritrea after five years.", "AGREE", {"KEN"}, {"ERI"}),
        # every party inside the object's phrase
        (
            "Norway welcomed a resumption of diplomatic ties between Kenya and Eritrea on Monday.",
            "SUPPORT", {"NOR"}, {"KEN", "ERI"},
        ),
        # lists, and names after what they are
        (
            "Lawmakers in Kenya welcomed a resumption of diplomatic ties with Eritrea on Monday.",
            "SUPPORT", {"KEN"}, {"ERI"},
        ),
        # the object is a thing, the party stands after a preposition
        ("Ghana's president welcomed letters from Togo on the border talks.", "SUPPORT", {"GHA"}, {"TGO"}),
        # whom a happening is turned against does not act
        ("Students staged anti-Peruvian protests in Quito on Monday.", "PROTEST", {"Students"}, {"PER"}),
        # a noun in -ing after its modifiers is not done by the sufferers
        (
            "Two girls and a man were killed in Rwandan artillery shelling in Goma on Friday evening, medics said.",
            "ASSAULT", {"RWA"}, {"COD", "girls", "man"},
        ),
        # what is fired is not what is hit
        ("Chad fired howitzers at Sudanese troops near Adre on Friday.", "ASSAULT", {"TCD"}, {"SDN"}),
        # whom the word for another happening names may act in this one
        (
            "Georgian demonstrators launched missiles at Georgian soldiers near Tbilisi on Friday.",
            "ASSAULT", {"GEO"}, {"GEO"},
        ),
        # a man, and a machine
        ("A bomber killed nine traders in Jos on Monday.", "ASSAULT", {"bomber"}, {"traders"}),
        ("A Kenyan bomber struck a market in Jos on Monday.", "ASSAULT", {"KEN"}, {"market"}),
        # who puts pressure on one who faces it
        ("The Kenyan president faces demands from Uganda over the lake.", "REQUEST", {"UGA"}, {"KEN"}),
    ],
)  # fmt: skip
def test_parties_stand_in_their_roles(
    reader: Reader, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    found = events(reader, text)
    assert parties(found, kind, "actor") == actors
    assert parties(found, kind, "recipient") == recipients


@pytest.mark.parametrize(
    ("who", "mode"), [("A bomber", "explosives"), ("A Kenyan bomber", "aerial"), ("A gunman", "firearms")]
)
def test_what_a_bomber_is_tells_what_with(reader: Reader, who: str, mode: str) -> None:
    (found,) = events(reader, f"{who} killed nine traders in Jos on Monday.")
    assert found.mode == mode


@pytest.mark.parametrize(
    ("whom", "name"),
    [
        ("A Filipino seaman", "Filipino seaman"),
        ("A Kenyan ex-minister", "Kenyan ex-minister"),
        ("A British dad-of-three", "British dad-of-three"),
        ("A Kenyan warship", "Kenya"),
    ],
)
def test_one_man_of_a_country_is_not_his_state(reader: Reader, whom: str, name: str) -> None:
    (found,) = events(reader, f"{whom} was attacked by bandits off Lamu on Monday.")
    assert names(found, "recipient") == {name}


def test_names_that_only_qualify_a_weapon_or_ship_act_on_no_one(reader: Reader) -> None:
    text = "Iranian-made drones struck a depot in Khartoum on Friday, and a Kenyan-flagged tanker was hit off Berbera."
    found = events(reader, text)
    assert not parties(found, "ASSAULT", "actor") & {"IRN", "KEN"}


def test_measures_and_consequences_suffer_nothing(reader: Reader) -> None:
    text = "Gunmen in a skiff opened fire on a tanker at a distance of three cables off Berbera on Friday."
    assert not parties(events(reader, text), "ASSAULT", "recipient") & {"distance", "cables"}


def test_a_note_mark_is_no_part_of_a_name(reader: Reader) -> None:
    text = "Chadian forces shelled militia bases.[12] Three people died in Adre on Friday."
    names = {c.value.name for e in events(reader, text) for c in e.claims if isinstance(c.value, Party)}
    assert not [n for n in names if "[" in n]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # a visit is to the state that the place lies in; at home one visits no state
        ("The Kenyan president travelled to Lviv on Monday for talks.", "CONSULT", {"KEN"}, {"UKR"}),
        ("The Kenyan president visited Mombasa on Monday.", "CONSULT", {"KEN"}, set()),
        # an ally of someone is not that one
        (
            "A key ally of President Putin threatened Norway with nuclear weapons on Sunday.",
            "THREATEN", {"key ally of President Putin"}, {"NOR"},
        ),
        # what lies ahead is done to those whom it would be done to
        ("Norway is willing to send its engineers to Malawi.", "AGREE", {"NOR"}, {"MWI"}),
        # forces of two countries
        ("Kenyan and Ugandan troops raided a camp near Goma on Friday.", "ASSAULT", {"KEN", "UGA"}, {"camp"}),
        # who serves at a seat of government is of its country; one who receives does not give
        ("Nairobi officials received a warning from Uganda on Monday.", "THREATEN", {"UGA"}, {"KEN"}),
        # money is given, not helped
        ("Norway contributed two million dollars to Malawi on Friday.", "AID", {"NOR"}, {"MWI"}),
    ],
)  # fmt: skip
def test_parties_beyond_the_verbs_own_arguments(
    reader: Reader, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    found = events(reader, text)
    assert parties(found, kind, "actor") == actors
    assert parties(found, kind, "recipient") == recipients


def test_a_person_of_a_country_is_not_its_state(reader: Reader) -> None:
    (found,) = [e for e in events(reader, "A Russian billionaire criticised Ukraine on Monday.") if e.type == "ACCUSE"]
    (doer,) = [c.value for c in found.claims if c.property == "actor" and isinstance(c.value, Party)]
    assert (doer.id, doer.country) == (None, "RUS")


def test_a_combined_force_is_not_a_body_named_before_it(reader: Reader) -> None:
    text = (
        "Officers of the Quds Force met in Basra on Monday, Iraqi officials said. "
        "The combined force shelled a radar site near Amarah on Tuesday."
    )
    names = [c.value.name for e in events(reader, text) if e.type == "ASSAULT"
             for c in e.claims if c.property == "actor" and isinstance(c.value, Party)]  # fmt: skip
    assert "Quds Force" not in names


def test_oneself_and_those_meant_by_a_clause_are_no_party_named_before(reader: Reader) -> None:
    text = "Togo's army met Ghanaian officials on Monday. A captain killed himself in Lome on Tuesday, police said."
    assert parties(events(reader, text), "ASSAULT", "recipient") == set()


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Three soldiers killed, five wounded in Mali ambush", set(), {"soldiers"}),
        ("Two policemen shot dead in Peshawar", set(), {"policemen"}),
        ("Gunmen killed, looted and burned in Goma on Monday.", {"Gunmen"}, set()),
        ("The rebels killed and wounded scores of villagers near Beni.", {"rebels"}, {"villagers"}),
        (
            "Armed gangs kidnapped at least 36 people in the northwestern Nigerian town of Kankara over the weekend, "
            "police and residents said on Monday.",
            {"Armed gangs"},
            {"people"},
        ),
    ],
)
def test_who_did_it_and_to_whom_it_was_done(reader: Reader, text: str, actors: set[str], recipients: set[str]) -> None:
    found = events(reader, text)
    assert parties(found, "ASSAULT", "actor") == actors
    assert recipients <= parties(found, "ASSAULT", "recipient")


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("It was Kenya that attacked Lamu on Monday.", {"Kenya"}),
        ("It was not Kenya that attacked Lamu on Monday.", set()),
        ("It was not only Kenya that attacked Lamu on Monday.", {"Kenya"}),
        ("Kenya is not the state that attacked Lamu on Monday.", set()),
        ("Kenya is not the only state that attacked Lamu on Monday.", {"Kenya"}),
    ],
)
def test_who_is_said_not_to_be_the_one_did_nothing(reader: Reader, sentence: str, doers: set[str]) -> None:
    found = [e for e in events(reader, sentence) if e.modality == "actual"]
    assert {n for e in found for n in names(e, "actor")} == doers


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Residents of Toretsk were evacuated to Dnipro on Monday.", set(), {"Residents of Toretsk"}),
        ("Twelve sick children were airlifted to Cairo by Egypt on Monday.", {"EGY"}, {"children"}),
        ("Ninety families were moved to a school on Sunday.", set(), {"families"}),
        # goods go to somebody
        ("Volunteers moved 30 tonnes of aid to Kharkiv on Monday.", {"Volunteers"}, {"UKR"}),
    ],
)
def test_those_taken_to_safety_are_helped(reader: Reader, text: str, actors: set[str], recipients: set[str]) -> None:
    found = events(reader, text)
    assert parties(found, "AID", "actor") == actors
    helped = parties(found, "AID", "recipient")
    assert all(any(r in h for h in helped) for r in recipients)
    assert len(helped) == len(recipients)


@pytest.mark.parametrize(
    ("text", "kind", "side", "who"),
    [
        ("Police in Goma arrested the ex-minister on Monday.", "COERCE", "recipient", {"ex-minister"}),
        (
            "A court in Goma sentenced former vice-president Ada Kolo to eight years in prison.",
            "SANCTION",
            "recipient",
            {"former vice-president Ada Kolo"},
        ),
        ("The ex-mayor of Lagos accused rebels of lying.", "ACCUSE", "actor", {"ex-mayor of Lagos"}),
        ("Swiss voters rejected a plan to raise the age.", "REJECT", "actor", {"Swiss voters"}),
        ("Chilean astronomers urged the government to dim lights.", "REQUEST", "actor", {"Chilean astronomers"}),
        ("Chilean diplomats urged the government to dim lights.", "REQUEST", "actor", {"Chilean diplomats"}),
        (
            "A strike by train drivers brought traffic in Chad to a halt on Monday.",
            "PROTEST",
            "actor",
            {"train drivers"},
        ),
        ("A strike by the army killed three teachers in Gao on Monday.", "ASSAULT", "actor", {"army"}),
    ],
)
def test_people_of_a_calling_or_once_in_office(reader: Reader, text: str, kind: str, side: str, who: set[str]) -> None:
    assert [names(e, side) for e in on_a_page(reader, text) if e.type == kind] == [who]


def test_those_who_were_tried_for_it_did_it(reader: Reader) -> None:
    text = "A Turkish court acquitted four academics who had been tried for threatening the mayor of Izmir."
    assert [names(e, "actor") for e in on_a_page(reader, text) if e.type == "THREATEN"] == [{"academics"}]


def test_who_is_extradited_does_nothing(reader: Reader) -> None:
    found = [e for e in on_a_page(reader, "Kenya extradited a smuggler to Spain on Monday.") if e.type == "COOPERATE"]
    assert [(names(e, "actor"), names(e, "recipient")) for e in found] == [({"Kenya"}, {"smuggler"})]
