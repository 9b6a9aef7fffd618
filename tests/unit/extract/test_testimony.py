"""Who was there, who counted and who blames speaks of what the page told before; who speaks of else does not."""

from __future__ import annotations

import pytest
from evals.reads import Record, read_row, records

TOLD = "A drone hit a grain store in Tolo on Monday, killing four people, the governor said.\n\n"
RAID = "Gunmen raided Tolo on Monday, killing four people, the governor said.\n\n"
SHOT = "Gunmen shot four drivers at a barrier near Tolo on Monday.\n\n"


def _deed(text: str) -> Record:
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    return next(r for r in found if r["type"] == "ASSAULT")


def _voices(text: str) -> set[str]:
    return {v["name"] for v in _deed(text).get("voices") or [] if v["kind"] != "outlet"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (TOLD + '"We heard it come back and ran to the ditch," said Omar Sule, a clerk.', {"governor", "Omar Sule"}),
        (TOLD + "The imam had counted six bodies by nightfall.", {"governor", "imam"}),
        (TOLD + "The town's only clinic had received six wounded, its nurse said.", {"governor", "its nurse"}),
        (RAID + '"They came on foot and burned the mill," a resident said.', {"governor", "resident"}),
        (
            SHOT + "From his bed Heri Mum, 22, told us that the gunmen asked each man for his parish before shooting.",
            {"Heri Mum"},
        ),
        (
            TOLD + "Colonel Ana Reyes of the town police blamed the Tolo structure again.",
            {"governor", "Colonel Ana Reyes of the town police"},
        ),
        (TOLD + "The mayor's office said that the drone came from the hills.", {"governor", "mayor's office"}),
        (TOLD + "The mayor blamed it on the Blue Front.", {"governor", "mayor"}),
        (RAID + "After the raid the mayor pointed at the Blue Front rebels.", {"governor", "mayor"}),
        (RAID + "Police hold Boko Haram responsible.", {"governor", "Police"}),
        (TOLD + '"This was a massacre," the imam told reporters.', {"governor", "imam"}),
        (TOLD + "The army denied it.", {"governor", "army"}),
        (TOLD + "The army has denied any role.", {"governor", "army"}),
        (TOLD + "The police confirmed it.", {"governor", "police"}),
        (TOLD + "Doctors put the dead at five.", {"governor", "doctors"}),
        (
            TOLD + "The head of the council, Ines Moto, said that the victims were traders.",
            {"governor", "head of the council, Ines Moto"},
        ),
        (
            TOLD + "A miller has another account: “They fired from the hill, and I counted nine bodies.”",
            {"governor", "miller"},
        ),
        (RAID + "A woman who lives by the mill said she had seen four bodies.", {"governor", "woman"}),
    ],
)
def test_they_speak_of_what_was_told(text: str, names: set[str]) -> None:
    assert _voices(text) == names


@pytest.mark.parametrize(
    "more",
    [
        '"It is not a crime to bake bread," said Ana Bo.',
        '"We run a bakery," said Ana Bo.',
        "A driver told the station that he heard nothing.",
        '"If I had run, I would be dead," said Ana Bo.',
        '"They are poor people and want bread," a resident said.',
        "The mayor blamed the government for the state of the road.",
        "The two sides blame each other.",
        "It was an attack that each blames on the other.",
        '"We ran a school," said Ana Bo.',
        "The clinic has counted 300 patients with fever this year, its nurse said.",
    ],
)
def test_they_speak_of_something_else(more: str) -> None:
    assert _voices(TOLD + more) == {"governor"}


def test_those_who_said_it_just_before_are_they() -> None:
    text = "Gunmen raided Tolo on Sunday, killing nine.\n\nPolice said soldiers had repelled the attackers. "
    assert {n.casefold() for n in _voices(text + "They gave the final toll of Sunday's raid as 12.")} == {"police"}


def test_a_statement_is_the_word_of_who_makes_it() -> None:
    text = "Gunmen raided Tolo on Sunday, killing nine, according to a statement {} the interior ministry."
    assert _voices(text.format("by")) == _voices(text.format("from")) == {"interior ministry"}
    report = "According to a police report, gunmen raided Tolo on Sunday, killing nine."
    assert _voices(report) == {"police report"}


def test_who_vows_that_it_will_not_go_unpunished_tells_nothing_of_it() -> None:
    vowed = "The killing of two nurses by gunmen near Tolo on Monday will not go unanswered, palace officials warned."
    told = "The governor said gunmen killed two nurses near Tolo on Monday and would be brought to justice."
    assert _voices(vowed) == set()
    assert _voices(told) == {"governor"}


def test_those_among_the_hurt_do_not_say_so() -> None:
    text = "Police fired tear gas at marchers in La Paz. Fourteen people were injured, among them two clerks, "
    assert _voices(text + "the health secretary of the city, Ximena Coa, said.") == {
        "health secretary of the city, Ximena Coa"
    }
    assert _voices(text + "a nurse said.") == {"nurse"}


LEFT = "Rebels of the M23 pulled out of the village of Tolo on Monday, two residents said.\n\n"
PACT = "Chiefs of the Murle and the Dinka signed a peace agreement in Bor on Monday.\n\n"
MARCH = "About 300 drivers marched through Jos on Monday in protest at fuel prices.\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        (
            LEFT + "The army's spokesman, General Moussa Kane, called it “a flight by night”.",
            "RETREAT",
            "spokesman",
        ),
        (LEFT + "The mayor told reporters that the withdrawal had taken place in the dark.", "RETREAT", "mayor"),
        (PACT + "A priest who fought for peace said that the accord had saved lives.", "AGREE", "priest"),
        (MARCH + "Police said that the outing had been peaceful, and that nobody was arrested.", "PROTEST", "Police"),
    ],
)
def test_other_names_take_up_what_was_told(text: str, kind: str, name: str) -> None:
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}, everything=True))
    voices = [v["name"] for r in found if r["type"] == kind for v in r.get("voices") or []]
    assert any(name.casefold() in v.casefold() for v in voices), voices


@pytest.mark.parametrize(
    "more", ["A clerk called it a day at noon.", "The bishop said that a move to Rome would suit him."]
)
def test_what_is_called_otherwise_takes_up_nothing(more: str) -> None:
    found = records(
        read_row(
            {
                "id": "x",
                "text": LEFT + "The rain was late.\n\n" + "Maize is dear.\n\n" + more,
                "published": "2024-01-25",
            },
            everything=True,
        )
    )
    assert {v["name"] for r in found for v in r.get("voices") or [] if v["kind"] != "outlet"} <= {"two residents"}
