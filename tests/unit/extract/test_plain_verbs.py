"""Happenings told by plain verbs and idioms, and what the same words tell of in everyday news."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.knowledge.lexicon import lexicon
from dateline.model import Dated
from fakes.told import events


def test_a_stoppage_of_workers_is_no_use_of_force(reader: Reader) -> None:
    text = "Boatmen in Mopti began a strike over river tolls on Monday.\n\nThe mayor said the ferries were idle.\n"
    assert {e.type for e in events(reader, text)} == {"PROTEST"}


def test_an_air_force_that_begins_strikes_is_one(reader: Reader) -> None:
    text = "The air force began strikes on rebel camps near Kidal on Monday."
    assert "ASSAULT" in {e.type for e in events(reader, text)}


def test_what_was_done_besides_belongs_to_the_attack_told_before_it(reader: Reader) -> None:
    text = (
        "Gunmen attacked the village of Bankass on 28 March 2024, residents said. "
        "Four herders were led away into the hills."
    )
    (found,) = [e for e in events(reader, text) if e.type == "ASSAULT"]
    assert len(found.evidence) == 2


def test_a_taking_on_another_day_is_another_happening(reader: Reader) -> None:
    text = (
        "Gunmen attacked the village of Bankass on 20 March 2024, residents said. "
        "Four herders were led away from a well near Gao on 26 March 2024."
    )
    assert len([e for e in events(reader, text) if e.type == "ASSAULT"]) == 2


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Malian army closed the road to Ansongo on Friday after an ambush.", "COERCE"),
        ("Rebel fighters left the town of Sake on Friday.", "RETREAT"),
    ],
)
def test_plain_verbs_tell_of_their_type(reader: Reader, text: str, type_: str) -> None:
    spoken = f"The Northern Farmers' Council issued a statement on Saturday. {text}"
    assert type_ in {e.type for e in events(reader, spoken)}


@pytest.mark.parametrize(
    "text",
    [
        "Snow closed the road to Erzurum on Friday.",
        "The orchestra took a bow and left the hall on Friday.",
        "A baker gives bread to his neighbours each morning.",
    ],
)
def test_everyday_doings_tell_of_nothing(reader: Reader, text: str) -> None:
    assert not [e for e in events(reader, text) if e.type in ("RETREAT", "COERCE", "AID", "ASSAULT")]


def test_a_word_of_a_phrase_is_a_trigger_only_beside_the_rest() -> None:
    loud = lexicon().loud
    assert "set" not in loud.alone
    assert "set" in loud.phrases
    assert "set" in loud.of(["men", "set", "fire", "to", "barns"])
    assert not loud.of(["they", "set", "the", "table"])


@pytest.mark.parametrize(
    "text",
    [
        "On 10 March six people died when bombs hit a mill in Izium; on 12 March a drone killed a rescuer there.",
        "The shooting of a judge in Mopti followed the bombing of a barracks on Tuesday, in which six soldiers died.",
        "Gunmen shot a herder near Gao on Monday. The following night four women were taken from a wedding.",
        "Gunmen shot a trader in Gao on Monday. In a separate attack, raiders shot a herder.",
        "Shells killed two in the first bombardment of Izium. Nine died in the second bombardment.",
    ],
)
def test_two_happenings_are_not_drawn_into_one(reader: Reader, text: str) -> None:
    assert len([e for e in events(reader, text) if e.type == "ASSAULT"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot a trader in Gao on Monday. He died of the shooting in hospital.",
        "Six people died when bombs hit a mill in Izium on 10 March. The bombing on 10 March was the worst this year.",
    ],
)
def test_one_happening_told_twice_stays_one(reader: Reader, text: str) -> None:
    assert len([e for e in events(reader, text) if e.type == "ASSAULT"]) == 1


def test_a_day_that_opens_a_sentence_holds_whatever_its_parse(reader: Reader) -> None:
    (found,) = events(reader, "On Friday a motorcycle packed with explosives injured nine.")
    assert {str(c.value.period.start) for c in found.claims if isinstance(c.value, Dated)} == {"2024-03-29"}


def test_rare_past_tense(reader: Reader) -> None:
    (event,) = events(reader, "Sudan's army retook the headquarters in Omdurman on Tuesday, the army said.")
    assert (event.type, event.mode) == ("COERCE", "seize")
