"""Verdicts, calls and decisions far down a page: who takes a stand, against whom, and what takes none."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Event
from fakes.told import FILLER, events, named, of_type, telling

LEAD = """
Shells fell on a market in Bunia on Monday, killing six traders, the army said.

A second shell hit the ferry landing, and the army fired back.

Elsewhere the day was quiet, and the ferry kept to its timetable for the first time this month.

Maize cost a tenth more than in the spring, and the mayor opened a new school beside the lake.

"""
"""Long enough that no stand below it is read for being all that the page tells."""


def told(reader: Reader, further: str) -> list[Event]:
    """The events of `further` where it closes a longer page."""
    opening = " ".join(further.split()[:4])
    found = events(reader, LEAD + further, published="2024-03-06")
    return [e for e in found if any(opening in q.exact for q in e.evidence)]


@pytest.mark.parametrize(
    ("further", "type_", "actor", "recipient"),
    [
        ("The president of Ghana said the raids on Kidal bore the hallmarks of genocide.", "ACCUSE", "Ghana", None),
        ("The envoy of Norway added that Sudan was trying to destabilise Chad.", "ACCUSE", "Norway", "Sudan"),
        ("The president of Ghana called the leader of Togo a war criminal.", "ACCUSE", "Ghana", "Togo"),
        ("The president of Ghana called both armies to restraint last week.", "REQUEST", "Ghana", "armies"),
        ("The president of Ghana called the rebels to leave Kidal.", "REQUEST", "Ghana", "rebels"),
        ("The council of Kidal put pressure on the rebels to leave.", "REQUEST", "council", "rebels"),
        ("On Thursday the European Union decided to extend its sanctions against Togo.", "SANCTION", "Union", "Togo"),
        ("A crowd threw stones at the police in Kidal on Sunday.", "PROTEST", "crowd", "police"),
        ("The president of Ghana said that Togo should free the sailors.", "REQUEST", "Ghana", "Togo"),
        ("The foreign minister said that Ghana was open to talks with Togo.", "AGREE", "Ghana", None),
    ],
)
def test_a_stand_is_read_far_down_a_page(
    reader: Reader, further: str, type_: str, actor: str, recipient: str | None
) -> None:
    found = [e for e in told(reader, further) if e.type == type_]
    assert len(found) == 1
    assert any(actor in name for name in named(found[0], "actor"))
    assert recipient is None or any(recipient in name for name in named(found[0], "recipient"))


@pytest.mark.parametrize(
    ("further", "type_"),
    [
        ("The president of Ghana said that Togo was not behind the raid.", "ACCUSE"),
        ("It puts more pressure on the rebels, the president of Ghana said.", "REQUEST"),
        ("The authorities of Ghana have refused to join sanctions against Togo.", "SANCTION"),
        ("One of the scenarios is an attack on Kidal by the rebels.", "ASSAULT"),
        ("“If they knew of it, they would not be backing this war,” the president of Ghana said.", "REJECT"),
        ("The envoy said that Ghana must fight regimes that threaten freedom everywhere.", "THREATEN"),
    ],
)
def test_what_takes_no_stand(reader: Reader, further: str, type_: str) -> None:
    assert [e for e in told(reader, further) if e.type == type_ and e.modality != "negated"] == []


@pytest.mark.parametrize(
    ("further", "side", "wrong"),
    [
        ("One of the aides of Vladimir Putin was in Kidal. He was shot by a sniper there.", "recipient", "Putin"),
        ("Kenyan troops fought together with the rebels near Kidal on Sunday.", "recipient", "rebels"),
        ("The governor was told of the raid on Kidal by two aid agencies.", "actor", "agencies"),
        ("“We are imposing sanctions on the daughters of Vladimir Putin,” he wrote.", "actor", "Putin"),
    ],
)
def test_who_is_no_party_to_it(reader: Reader, further: str, side: str, wrong: str) -> None:
    assert not any(wrong in name for e in told(reader, further) for name in named(e, side))


@pytest.mark.parametrize(
    ("further", "actor"),
    [
        ("Officials say guerrillas presumed to be members of the National Liberation Army blew up a pipeline.",
         "National Liberation Army"),
        ("Men thought to be bandits abducted a priest in Kaduna on Sunday.", "bandits"),
        ("A convoy believed to be the longest yet was shelled by rebels in Kaduna on Sunday.", "rebels"),
    ],
)  # fmt: skip
def test_who_they_are_held_to_be(reader: Reader, further: str, actor: str) -> None:
    found = [e for e in told(reader, further) if e.type == "ASSAULT"]
    assert [named(e, "actor") for e in found] == [[actor]]


def test_who_is_accused_of_the_attack_is_its_doer_in_the_accuser_s_words(reader: Reader) -> None:
    text = "Two men were shot dead in Cali on Monday. The president of Ghana accused the FMLN of the attack."
    shooting = of_type(events(reader, text), "ASSAULT")
    assert named(shooting, "actor") == ["Farabundo Martí National Liberation Front"]
    assert {c.voice.stance for c in shooting.claims if c.property == "actor"} == {"accuses"}


def test_who_says_that_it_was_behind_it_accuses_nobody(reader: Reader) -> None:
    found = told(reader, "The FMLN said on Tuesday that it was behind the attack on a bank in Cali.")
    assert all(e.type != "ACCUSE" for e in found)


@pytest.mark.parametrize(
    ("further", "type_"),
    [
        ("The president of Ghana chose not to include the post in his cabinet.", "REJECT"),
        ("Ghana offered grain, something the envoy warned would not make up for the war in Togo.", "REJECT"),
        ("The president of Ghana visited the memorial to the dead of Kidal on Monday.", "CONSULT"),
        ("The president of Ghana planted his own flag in Kidal when he visited his men on Monday.", "COERCE"),
    ],
)
def test_what_is_no_act_between_parties(reader: Reader, further: str, type_: str) -> None:
    assert [e for e in told(reader, further) if e.type == type_] == []


def test_a_sign_beside_a_day_is_no_party(reader: Reader) -> None:
    text = "Gunmen fired on a convoy of aid trucks in the port of Ashdod on 5 March 2024🔥, the army said.\n"
    found = events(reader, text)
    assert all(name.strip() for e in found for side in ("actor", "recipient") for name in named(e, side))


def test_what_has_a_scene_of_its_own_is_not_what_is_claimed_far_below(reader: Reader) -> None:
    shots = "The army fired shells at rebels in Goma on Monday."
    blast = "An explosion previously occurred at a paint factory in Ferrowick Industrial Town in December 2023,"
    claim = "Hezbollah’s attacks in southern Lebanon kept Israeli forces from the river."
    found = events(reader, f"{shots} {blast} killing nine people. {FILLER} {FILLER} {claim}", published="2024-03-06")
    assert named(telling(found, "Ferrowick"), "actor") == []


def test_who_takes_part_in_a_summit_of_theirs(reader: Reader) -> None:
    found = told(reader, "A teleconference of leaders of Kenya and Chad was held on Tuesday.")
    assert set(named(of_type(found, "CONSULT"), "actor")) == {"Kenya", "Chad"}
