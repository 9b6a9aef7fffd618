"""What is spoken of without being told: habits, questions, the matter of a text, aims."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from fakes.told import events


def told(reader: Reader, text: str) -> set[str]:
    """The types of the deeds that the page tells as having happened."""
    page = page_of(text.encode(), source="page", given={"published": "2024-03-06", "language": "en"})
    reading = reader.read(page)
    assert isinstance(reading, Reading), reading
    return {e.type for e in reading.events if e.modality in ("actual", "ongoing")} & {"ASSAULT", "COERCE", "PROTEST"}


LEAD = "Soldiers shot two farmers near Djibo on Tuesday. "


@pytest.mark.parametrize(
    ("further", "kept"),
    [
        ("Old mines kill sheep long after a war.", False),
        ("A provincial law bans the sale of kites.", False),
        ("The militia bans the sale of kites.", True),
        ("Police detain dozens of traders in Bamako.", True),
    ],
)
def test_the_simple_present_of_nobody_known_tells_of_no_happening(reader: Reader, further: str, kept: bool) -> None:
    page = page_of((LEAD + further).encode(), source="page", given={"published": "2024-03-06", "language": "en"})
    reading = reader.read(page)
    assert isinstance(reading, Reading)
    assert any(further[:-1] in q.exact for e in reading.events for q in e.evidence) is kept


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Did the army of Chad shell the village of Kobe on Monday?", set()),
        ("The army of Chad shelled the village of Kobe on Monday.", {"ASSAULT"}),
        ("Our next bulletin will focus on strikes against Somali ports.", set()),
        ("The governor banned protests in Lima on Monday.", {"COERCE"}),
        ("The governor banned a party in Lima on Monday, and its men held a protest in Lima.", {"COERCE", "PROTEST"}),
        ("An attack on Goma is imminent, the mayor said on Monday.", set()),
        ("Old trees surrounding the port of Bosaso are dying, the mayor of Bosaso said on Monday.", set()),
        ("Troops surrounding the port of Bosaso fired at the town on Monday.", {"ASSAULT", "COERCE"}),
        ("Nurses in Lima fight for better pay.", set()),
        ("Raids on villages in Mali have doubled this year, the mission said.", set()),
        ("The envoy spoke of a rise in kidnappings in Mali.", set()),
        ("Ambushes have become common in Mali, the mission said.", set()),
        ("Raids on villages in Mali have doubled, and rebels killed two drivers near Gao on Monday.", {"ASSAULT"}),
        ("The army fought for three hours with rebels near Goma on Monday.", {"ASSAULT"}),
    ],
)
def test_questions_announcements_prospects_and_aims_are_no_happenings(
    reader: Reader, sentence: str, found: set[str]
) -> None:
    assert told(reader, sentence) == found


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("[7] https://news.example/rebels-shelled-hospital-in-goma", False),
        ("Somali and Kenyan air campaign", False),
        ("Kenyan air strike on a market in Garissa on Sunday", True),
    ],
)
def test_addresses_and_bare_headings_tell_of_nothing(reader: Reader, line: str, kept: bool) -> None:
    story = f"Soldiers shot two farmers near Djibo on Tuesday.\n\n{line}\n\nPeople went home on Tuesday evening."
    page = page_of(story.encode(), source="page", given={"published": "2024-03-06", "language": "en"})
    reading = reader.read(page)
    assert isinstance(reading, Reading)
    assert any(line[-12:] in words.exact for e in reading.events for words in e.evidence) is kept


@pytest.mark.parametrize(
    ("further", "kept"),
    [
        ("Fighters shot at a barge near Malakal in November 2023.", True),
        ("Fighters shot at barges in November 2023.", False),
        ("Fighters shot at traders in the same town in November 2023.", True),
        ("Fighters shot at traders in the next town in November 2023.", False),
    ],
)
def test_what_a_month_long_ago_brought_counts_where_a_town_pins_it(reader: Reader, further: str, kept: bool) -> None:
    page = page_of((LEAD + further).encode(), source="page", given={"published": "2024-03-06", "language": "en"})
    reading = reader.read(page)
    assert isinstance(reading, Reading)
    assert any(further[:-1] in q.exact for e in reading.events for q in e.evidence) is kept


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("The group regularly attacks villages near Djibo.", False),
        ("Every week fighters attack lorries on the road to Dori.", False),
        ("The lieutenant is responsible for planning attacks against the army.", False),
        ("The facilitator directs attacks against officials in the district.", False),
        ("The group attacked villages near Djibo every day last week.", True),
        ("Fighters attacked a village near Djibo, which they often cross, on Monday.", True),
    ],
)
def test_what_is_done_again_and_again_is_no_happening(reader: Reader, sentence: str, kept: bool) -> None:
    assert told(reader, sentence) == ({"ASSAULT"} if kept else set())


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("The envoy spoke of a possible gas attack, a bomb attack on the port of Bosaso.", False),
        ("The envoy spoke of a possible gas attack and the bomb attack on the port of Bosaso on Monday.", True),
    ],
)
def test_what_is_possible_stays_so_through_a_list(reader: Reader, sentence: str, kept: bool) -> None:
    assert told(reader, sentence) == ({"ASSAULT"} if kept else set())


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "A dozen explosions occurred on Monday at an army depot in the western part of Chad, held by nobody.",
            {"ASSAULT"},
        ),
        ("An explosion occurred at a bakery in Lima on Monday.", set()),
        ("Ministers met on Monday near Kufra, a region occupied by Chad.", set()),
        ("The army of Chad occupied the town of Kufra on Monday.", {"COERCE"}),
    ],
)
def test_explosions_and_ground_that_is_held(reader: Reader, sentence: str, found: set[str]) -> None:
    assert told(reader, sentence) == found


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("The institute did not record any protests in Tehran on Monday.", set()),
        ("The institute did not accept any talks with Chad on Monday.", {"REJECT"}),
    ],
)
def test_what_nobody_noted_is_not_turned_down(reader: Reader, sentence: str, kinds: set[str]) -> None:
    page = page_of(sentence.encode(), source="page", given={"published": "2024-03-06", "language": "en"})
    reading = reader.read(page)
    assert isinstance(reading, Reading)
    assert {e.type for e in reading.events} == kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "The invasion of the island may begin during the games.",
        "The colonel has made no decision as to the offensive on Kidal.",
        "He spoke of a quick raid on Kidal as one of the scenarios.",
        "The colonel dreams of taking Kidal by spring.",
        "Warnings that the rebels are poised to strike at Kidal are growing.",
        "The institute modelled an attack by the rebels on Kidal.",
        "A prisoner exchange between the rebels and the army is unlikely before spring.",
        "The bishop prayed that no more bombs fall on Kidal.",
        "The risk that the gunmen kidnap pupils again worries parents in Kidal.",
    ],
)
def test_what_is_only_weighed_or_wished_has_not_happened(reader: Reader, sentence: str) -> None:
    assert not told(reader, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The invasion of Kidal began on Tuesday.",
        "He spoke of the raid on Kidal as a turning point.",
        "The bishop prayed after bombs fell on Kidal.",
    ],
)
def test_what_is_told_beside_it_has_happened(reader: Reader, sentence: str) -> None:
    assert told(reader, sentence) == {"ASSAULT"}


@pytest.mark.parametrize(
    "sentence",
    [
        "“You capture the bridge at Djibo and then everything changes,” the general said.",
        "Without the ransom the gunmen would never have freed the girls and would have killed them.",
        "A ban on the march could be an argument to arrest its leaders.",
    ],
)
def test_what_anybody_might_do_or_would_have_done_was_not_done(reader: Reader, sentence: str) -> None:
    assert told(reader, LEAD + sentence) <= {"ASSAULT"}
    page = page_of((LEAD + sentence).encode(), source="page", given={"published": "2024-03-06", "language": "en"})
    reading = reader.read(page)
    assert isinstance(reading, Reading)
    assert len(reading.events) == 1


def test_all_that_somebody_is_urged_to_do_is_theirs_to_do(reader: Reader) -> None:
    text = (
        "Chad goes on urging Libya to keep the truce, to end the siege of Kufra and to withdraw its troops from Aozou."
    )
    page = page_of(text.encode(), source="page", given={"published": "2024-03-06", "language": "en"})
    reading = reader.read(page)
    assert isinstance(reading, Reading)
    assert "RETREAT" not in {e.type for e in reading.events}


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Police ordered the arrest of two teachers in Djibo.", "actual"),
        ("The shells that have allowed the rebels to strike a depot near Djibo came from Chad.", "actual"),
        ("Ann Lee faces deportation to Chad.", "planned"),
        ("The pact has to be ratified by the parliament of Chad.", "requested"),
    ],
)
def test_what_is_ordered_enabled_faced_or_due(reader: Reader, sentence: str, modality: str) -> None:
    page = page_of((LEAD + sentence).encode(), source="page", given={"published": "2024-03-06", "language": "en"})
    reading = reader.read(page)
    assert isinstance(reading, Reading)
    assert modality in {e.modality for e in reading.events if any(q.exact in sentence for q in e.evidence)}


def test_who_needs_arms_to_do_it_has_not_done_it(reader: Reader) -> None:
    assert told(reader, LEAD + "The army also needs missiles to isolate the town of Kidal.") == {"ASSAULT"}


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Chad has flatly rejected the demands of Niger.", "actual"),
        ("Chad has repeatedly rejected demands.", "ongoing"),
    ],
)
def test_a_word_of_refusal_is_given_once(reader: Reader, sentence: str, modality: str) -> None:
    page = page_of((LEAD + sentence).encode(), source="page", given={"published": "2024-03-06", "language": "en"})
    reading = reader.read(page)
    assert isinstance(reading, Reading)
    assert {e.modality for e in reading.events if e.type == "REJECT"} == {modality}


def test_thing_told_from_others_by_its_harm_tells_of_no_fight(reader: Reader) -> None:
    opened = "The minister opened works for repairing guns donated and damaged in combat - in Mali and Niger."
    assert "ASSAULT" not in told(reader, f"{opened} The rains are late. Herds have thinned.")
    assert "ASSAULT" in told(reader, "Rebels damaged guns of the army in Mali. The rains are late. Herds have thinned.")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Sudan's army is going to attack the rebels in Kosti.", []),
        ("Sudan's army was going to attack the rebels in Kosti before the talks.", []),
        ("Sudan's army went on to attack the rebels in Kosti.", ["actual"]),
        ("Two farmers fled, only to be shot by soldiers near Kosti.", ["actual"]),
    ],
)
def test_what_somebody_goes_to_do(reader: Reader, text: str, modality: list[str]) -> None:
    assert [e.modality for e in events(reader, text) if e.type == "ASSAULT"] == modality
