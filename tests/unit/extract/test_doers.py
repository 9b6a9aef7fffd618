"""Doers and recipients that stand apart from the word for what they did, on sentences of our own."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Event, Party
from fakes.told import events, parties


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # a verb lends the strikes its doer, and they are said to hit someone
        ("Kenyan jets have conducted air strikes targeting Ugandan outposts near Lodwar.", "ASSAULT", {"KEN"}, {"UGA"}),
        (
            "The Chadian army has conducted several waves of strikes targeting Sudanese bases near Adre.",
            "ASSAULT", {"TCD"}, {"SDN"},
        ),
        # the last of a list of weapons is sent by whoever sent the first
        (
            "On Friday the Chadian army launched rockets, mortars and drones targeting Sudanese forces in Adre.",
            "ASSAULT", {"TCD"}, {"SDN"},
        ),
        # "of" before "on" is the doer
        ("The attacks of Rwandan forces on Goma killed 12 men on Friday.", "ASSAULT", {"RWA"}, {"COD", "men"}),
        ("The bombing of Goma by Rwandan jets killed 12 people on Friday.", "ASSAULT", {"RWA"}, {"Goma", "people"}),
        # one owner of several weapons
        ("The governor spoke of Rwandan rocket and drone attacks on Goma on Friday.", "ASSAULT", {"RWA"}, {"COD"}),
        # a body named by a common noun
        ("Coalition air strikes hit a Sudanese army base on Friday.", "ASSAULT", {"Coalition"}, {"SDN"}),
        # weapons that are fired have owners
        ("Kenyan missiles were fired from a hill near Moyale on Friday.", "ASSAULT", {"KEN"}, set()),
        # no one is arrested by his own arrest
        ("Police confirmed President Kagame's arrest in Kigali on Friday.", "COERCE", set(), {"RWA"}),
        # who has a death made known did not cause it
        ("The Kenyan army announced the killing of two smugglers on Friday.", "ASSAULT", set(), {"smugglers"}),
        ("A Kenyan court ordered the arrest of two smugglers in Garissa on Friday.", "COERCE", {"KEN"}, {"smugglers"}),
        # money is not whom it is given to
        ("Norway has provided another $2 million in aid to Malawi, the minister said.", "AID", {"NOR"}, {"MWI"}),
        # people under a state's name are not the state, but keep its country
        ("Thousands of Kenyans marched in Nairobi on Friday.", "PROTEST", {"KEN"}, set()),
        # both talk, though one stands outside the clause
        (
            "In a phone conversation with President Ruto on Friday, President Kagame discussed the border.",
            "CONSULT", {"RWA", "KEN"}, set(),
        ),
        ("President Kagame discussed the truce on Friday with the leaders of Kenya.", "CONSULT", {"RWA", "KEN"}, set()),
        # troops that keep the peace are aid
        ("Nepal deployed 200 soldiers to Haiti on Friday on a peacekeeping mission.", "AID", {"NPL"}, {"HTI"}),
        ("Nepal deployed 200 soldiers along the Indian border on Friday.", "MOBILIZE", {"NPL"}, {"IND"}),
        # both sides of a mutual act, though only one has a name
        (
            "On Friday he took part in several exchanges of prisoners between Rwanda and rebels in Goma.",
            "RETREAT", {"RWA", "rebels"}, {"prisoners"},
        ),
        # a spokesman with a name is not the one he speaks for
        ("President Vladimir Putin's spokesman Dmitry Peskov condemned Kenya on Friday.", "ACCUSE", {"RUS"}, {"KEN"}),
        # "call out" blames, "call on" asks
        ("Kenya called out Rwanda on Friday for arming the rebels.", "ACCUSE", {"KEN"}, {"RWA"}),
        ("Kenya called on Rwanda on Friday to disarm the rebels.", "REQUEST", {"KEN"}, {"RWA"}),
    ],
)  # fmt: skip
def test_who_did_it(reader: Reader, text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    found = events(reader, text)
    assert parties(found, kind, "actor") == actors, found
    assert parties(found, kind, "recipient") == recipients, found


def modes(found: list[Event]) -> set[tuple[str, object]]:
    return {(e.type, e.mode) for e in found}


def test_talks_by_phone(reader: Reader) -> None:
    assert ("CONSULT", "phone") in modes(events(reader, "President Kagame held a call with President Ruto on Friday."))
    assert ("CONSULT", "phone") not in modes(events(reader, "President Kagame met President Ruto on Friday."))


def test_people_of_a_country_are_no_state(reader: Reader) -> None:
    def names(text: str) -> set[object]:
        return {c.value.id for e in events(reader, text) for c in e.claims if isinstance(c.value, Party)}

    assert "state:KEN" not in names("Hundreds of Kenyans protested in Nairobi on Friday against the new tax.")
    assert "state:KEN" in names("The Kenyans shelled a Somali village near Bardera on Friday, elders said.")
    assert "state:KEN" not in names("Kenyan tycoon James Mwangi condemned the coup in Chad on Friday.")


@pytest.mark.parametrize(
    "text",
    [
        "An attack on Goma would mean a long war for Rwanda.",
        "President Kagame's arrest would not help Congo.",
        "Kenya expects that Rwanda will attack Goma.",
        "In the event of a Rwandan attack on Goma, Kenya would send envoys.",
        "The speech was about the goal of toppling the Rwandan government.",
    ],
)
def test_what_is_only_weighed_is_no_event(reader: Reader, text: str) -> None:
    assert not [e for e in events(reader, text) if e.type in ("ASSAULT", "COERCE")], text


def test_what_boats_were_struck_is_not_known(reader: Reader) -> None:
    found = events(reader, "It is unclear what boats the Kenyan navy has struck off Lamu since Friday.")
    assert not parties(found, "ASSAULT", "recipient"), found


def test_no_chance_of_an_agreement_is_no_agreement(reader: Reader) -> None:
    assert not events(reader, "He sees no chance of a peace agreement between Rwanda and Burundi.")
    assert events(reader, "A peace agreement between Rwanda and Burundi was signed in Kigali on Friday.")


def test_a_spokesman_is_named_himself(reader: Reader) -> None:
    found = events(reader, "President Vladimir Putin's spokesman Dmitry Peskov condemned Kenya on Friday.")
    assert {c.value.name for e in found for c in e.claims if c.property == "actor" and isinstance(c.value, Party)} == {
        "Dmitry Peskov"
    }


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Two men were arrested in Kigali on Friday, police said.", "COERCE", {"police"}),
        (
            "Police fired tear gas at a march in Kigali on Friday. Thirty people were detained, lawyers said.",
            "COERCE",
            {"Police"},
        ),
        (
            "Soldiers seized power in Mali on Friday. A curfew is in force and all borders have been closed.",
            "COERCE",
            {"Soldiers"},
        ),
        ("A bomb hit a bus in Quetta on Friday. Al-Shabaab said the attack was its work.", "ASSAULT", {"SOM"}),
        (
            "Drones hit a bus in Mosul on Friday in an attack that Islamic State said was its work.",
            "ASSAULT",
            {"Islamic State"},
        ),
        ("Niger: Gunmen abducted a worker in Agadez on Friday.", "ASSAULT", {"Gunmen"}),
        # whoever speaks of an arrest need not have made it
        ("A teacher was arrested in Kigali on Friday, his union said.", "COERCE", set()),
    ],
)
def test_who_did_what_is_told_in_the_passive(reader: Reader, text: str, kind: str, actors: set[str]) -> None:
    assert parties(events(reader, text), kind, "actor") == actors


def test_those_let_go_are_those_held(reader: Reader) -> None:
    text = "Police in Moroni arrested nine women on Friday. They were let go before dusk."
    assert parties(events(reader, text), "RETREAT", "recipient") == {"women"}


@pytest.mark.parametrize(
    "text",
    [
        'The tribunal convicted a man for counting coffins, "and no more", the lawyer said.',
        "A nation that fights over its commas is a nation at peace.",
    ],
)
def test_nobody_is_told_of(reader: Reader, text: str) -> None:
    assert events(reader, text) == []
