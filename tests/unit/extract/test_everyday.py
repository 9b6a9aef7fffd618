"""Sentences as any front page has them: who did it, to whom, where, on what day, and how many died."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Count, Named
from fakes.told import days, events, named, places

Sides = tuple[list[str], list[str]]


def sides(reader: Reader, text: str) -> list[Sides]:
    return [(named(e, "actor"), named(e, "recipient")) for e in events(reader, text) if e.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two soldiers shot dead a man in Lae.", (["soldiers"], ["man"], [1])),
        ("Three guards and two soldiers shot dead nine farmers.", (["guards", "soldiers"], ["farmers"], [9])),
        ("Two soldiers were shot dead in Lae.", ([], ["soldiers"], [2])),
        ("A death squad killed four nuns in Lae.", (["death squad"], ["nuns"], [4])),
    ],
)
def test_who_shot_whom_dead(reader: Reader, text: str, found: tuple[list[str], list[str], list[int]]) -> None:
    (event,) = events(reader, text)
    dead = [c.value.low for c in event.claims if isinstance(c.value, Count)]
    assert (named(event, "actor"), named(event, "recipient"), dead) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Villagers buried nine people slain in a raid by bandits.", [(["bandits"], ["people"])]),
        ("Police said nine farmers slain by bandits in Lae were buried on Tuesday.", [(["bandits"], ["farmers"])]),
        ("Kenyan forces backed by US air strikes killed 40 raiders.", [(["Kenyan forces"], ["raiders"])]),
        ("US air strikes killed 40 raiders near Lae.", [(["United States"], ["raiders"])]),
        ("The governor survived an attempt on his life near Lae.", [([], ["governor"])]),
        (
            "Heavy fighting was raging around the airport in Goma between the army and the bandits.",
            [(["army", "bandits"], [])],
        ),
        ("Fighting was reported on the border between Sudan and Chad.", [([], [])]),
    ],
)
def test_whose_deed_it_was(reader: Reader, text: str, found: list[Sides]) -> None:
    assert sides(reader, text) == found


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Raiders shot two soldiers in Lae, seizing their weapons.", ["weapons"]),
        ("A bomb squad defused an explosive device near a school in Lae.", []),
    ],
)
def test_what_is_taken(reader: Reader, text: str, taken: list[str]) -> None:
    (event,) = [e for e in events(reader, text) if e.type == "COERCE"]
    assert (event.mode, named(event, "recipient")) == ("seize", taken)


def test_stones_are_no_blades_and_a_club_is_a_place_too(reader: Reader) -> None:
    (event,) = events(reader, "Youths threw stones at soldiers in Goma on Monday.")
    assert [c.value.name for c in event.claims if isinstance(c.value, Named)] == ["hand weapon"]
    (event,) = events(reader, "Attackers killed nine people in a club in Goma on Monday.")
    assert not [c.value.name for c in event.claims if isinstance(c.value, Named)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Two Kenyan soldiers were killed when ADF rebels attacked a base in Somalia.",
            [(["Allied Democratic Forces"], ["base", "Kenyan soldiers"])],
        ),
        ("Troops foiled an attempt by insurgents to blow up a bridge near Damboa.", [(["insurgents"], ["bridge"])]),
        ("Clashes between Hindus and Muslims in Nuh left six dead.", [(["Hindus", "Muslims"], [])]),
        (
            "A man drove a car into a crowd of worshippers in Lae, injuring five.",
            [(["man"], ["crowd of worshippers"])],
        ),
        ("A man whose brakes failed drove a car into a crowd in Lae.", []),
    ],
)
def test_who_did_it_to_whom(reader: Reader, text: str, found: list[Sides]) -> None:
    assert sides(reader, text) == found


def test_base_that_falls_and_those_who_leave_it(reader: Reader) -> None:
    text = "Hundreds of soldiers deserted after their base at Bunia fell to the rebels."
    found = [(e.type, e.mode, named(e, "actor")) for e in events(reader, text)]
    assert found == [("RETREAT", "withdraw", ["soldiers"]), ("COERCE", "seize", ["rebels"])]


@pytest.mark.parametrize(
    "text",
    [
        "A Kenyan court sentenced three men to 30 years for helping the gunmen who attacked a mall in 2015.",
        "A Kenyan court convicted a former rebel of war crimes committed in Liberia in 1993.",
    ],
)
def test_verdict_on_an_old_crime_is_no_old_verdict(reader: Reader, text: str) -> None:
    (event,) = events(reader, text)
    assert (event.type, event.mode, days(event)) == ("SANCTION", "convict", set())


def test_where_a_missile_was_met(reader: Reader) -> None:
    (event,) = events(reader, "A missile fired from Yemen was intercepted over Eilat, the army said.")
    assert places(event) == ["Eilat"]


def test_bodies_of_those_put_to_death(reader: Reader) -> None:
    text = "At least 11 bodies, some with their hands tied, were found in a mass grave near Goma."
    (event,) = events(reader, text)
    assert [(c.property, c.value.low) for c in event.claims if isinstance(c.value, Count)] == [("killed", 11)]
    found = events(reader, "Rescuers recovered nine bodies after the flood in Goma.")
    assert not [c for e in found for c in e.claims if isinstance(c.value, Count)]


def test_day_of_a_verdict_is_not_that_of_what_went_before(reader: Reader) -> None:
    text = "A warlord extradited to Kenya last year was sentenced to life in prison in Goma on Wednesday."
    told, verdict = events(reader, text)
    assert (told.type, named(told, "actor"), named(told, "recipient")) == ("COOPERATE", [], ["warlord"])
    assert (verdict.mode, days(verdict), places(verdict)) == ("convict", {("2024-03-27", "2024-03-27")}, ["Goma"])


def test_crime_that_one_is_charged_with_is_not_of_the_day_of_the_charge(reader: Reader) -> None:
    found = events(reader, "A warlord arrested in May was charged with murder in Goma on Monday.")
    assert [e.type for e in found] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Uganda will avenge the killing of its general, the warlord vowed.", [(["warlord"], [])]),
        ("William Ruto warned that Kenya would strike Uganda if attacks went on.", [(["William Ruto"], ["Uganda"])]),
        ("William Ruto warned that Uganda would strike Chad.", []),
        ("The navy destroyed a boat that presented an imminent threat to ships.", []),
    ],
)
def test_who_threatens(reader: Reader, text: str, found: list[Sides]) -> None:
    threats = [e for e in events(reader, text) if e.type == "THREATEN"]
    assert [(named(e, "actor"), named(e, "recipient")) for e in threats] == found


def test_tanker_that_burns_after_it_was_struck_was_struck_once(reader: Reader) -> None:
    (event,) = events(reader, "A tanker caught fire after being struck by two missiles off Aden.")
    assert (named(event, "recipient"), places(event)) == (["tanker"], ["Aden"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Herders invaded the community of Riyom and killed no fewer than 54 people.",
            ["community of Riyom", "people"],
        ),
        ("The soldier was killed by sniper fire on the front line near Goma.", ["soldier"]),
        ("Masked youths hurled petrol bombs at riot police in Athens.", ["riot police"]),
        ("Officers fired stun grenades at protesting Serbs in Zvecan.", ["protesting Serbs"]),
    ],
)
def test_who_suffers(reader: Reader, text: str, found: list[str]) -> None:
    (event,) = events(reader, text)
    assert named(event, "recipient") == found


def test_town_right_after_its_verb(reader: Reader) -> None:
    (event,) = events(reader, "The army has recaptured Bama from the raiders.")
    assert (event.type, event.mode, named(event, "recipient")) == ("COERCE", "seize", ["Bama"])
    (event,) = events(reader, "Moscow said its forces captured Bakhmut on Monday.")
    assert (event.type, event.mode, named(event, "recipient")) == ("COERCE", "seize", ["Bakhmut"])
    (event,) = events(reader, "The army attacked Monday near Bama.")
    assert named(event, "recipient") == []


def test_how_many_of_several_are_left_hurt(reader: Reader) -> None:
    (event,) = events(reader, "The convoy came under attack in Borno, leaving three of its guards injured.")
    assert [(c.property, c.value.low) for c in event.claims if isinstance(c.value, Count)] == [("injured", 3)]


def test_among_which_others_it_counts_is_no_day(reader: Reader) -> None:
    (event,) = events(reader, "Guerrillas blew up the pipeline near Bama for the fourth time this year.")
    assert days(event) == set()


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Moscow said its forces captured Bakhmut on Monday.", [("Moscow", "official")]),
        ("Residents of Moscow said a drone hit a tower on Monday.", [("Residents of Moscow", "witness")]),
        (
            "The following morning, a post from a nurse confirmed that two men had died in the strike on Goma.",
            [("nurse", "medical")],
        ),
    ],
)
def test_who_speaks(reader: Reader, text: str, voices: list[tuple[str, str]]) -> None:
    (event,) = events(reader, text)
    assert sorted({(c.voice.name, c.voice.kind) for c in event.claims}) == voices


def test_part_of_a_body_is_no_party(reader: Reader) -> None:
    (event,) = events(reader, "The guards slapped the woman and kept hitting her head in the cell in Goma.")
    assert "head" not in named(event, "recipient")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Thousands fled Sake after M23 rebels shelled it on Wednesday, aid workers said.",
            [(["March 23 Movement"], [])],
        ),
        ("Kenya's army was accused by Amnesty of executing nine farmers.", [(["army of Kenya"], ["farmers"])]),
        ("Fifteen people were hurt when police charged a crowd in Goma.", [(["police"], ["crowd", "people"])]),
        (
            "Two brothers were hanged in public in Goma after being convicted of killing a guard in January.",
            [([], ["brothers"]), (["brothers"], ["guard"])],
        ),
    ],
)
def test_whose_it_was(reader: Reader, text: str, found: list[Sides]) -> None:
    assert sides(reader, text) == found


def test_day_of_an_execution_is_not_that_of_the_crime(reader: Reader) -> None:
    text = "Two brothers were hanged in public in Goma after being convicted of killing a guard in January."
    hanged = next(e for e in events(reader, text) if named(e, "recipient") == ["brothers"] and e.type == "ASSAULT")
    assert days(hanged) == set()


def test_who_evicts_arrests(reader: Reader) -> None:
    found = events(reader, "Peruvian police evicted squatters from an old site, arresting 11.")
    assert [(e.mode, named(e, "actor")) for e in found] == [
        ("deport", ["National Police of Peru"]),
        ("arrest", ["National Police of Peru"]),
    ]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Kenya will not send rockets to Uganda, its president said.", []),
        ("Iran struck a port in Dubai, which serves as the largest port of call in the Middle East.", ["Dubai"]),
        ("Rebels killed nine in the deadliest raid in Chad this year.", ["Chad"]),
    ],
)
def test_where_it_was_and_where_it_was_not(reader: Reader, text: str, where: list[str]) -> None:
    (event,) = events(reader, text)
    assert places(event) == where


def test_day_in_the_name_of_a_war_dates_nothing(reader: Reader) -> None:
    (event,) = events(reader, "Shelling after the October 7 War killed nine farmers near Goma.")
    assert days(event) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya's army destroyed three rockets fired by the rebels at Goma.", [(["rebels"], ["Goma"])]),
        ("Kenya's army destroyed three rockets in a depot near Goma.", [(["army of Kenya"], ["rockets"])]),
    ],
)
def test_rockets_destroyed_on_their_way(reader: Reader, text: str, found: list[Sides]) -> None:
    assert sides(reader, text) == found


def test_what_a_semicolon_closes_off_is_not_what_was_said_after_it(reader: Reader) -> None:
    text = "Settlers shot dead a man who was picking olives near Nablus; the army said it was investigating."
    shot = next(e for e in events(reader, text) if e.type == "ASSAULT")
    assert {c.voice.kind for c in shot.claims} == {"outlet"}
