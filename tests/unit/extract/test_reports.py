"""Whole short reports: who says it together, what later sentences add, what is no happening of its own."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Count, Dated, Event, Party
from fakes.told import places


def events(reader: Reader, text: str, title: str = "") -> list[Event]:
    """The events of a page published on Thursday, 25 January 2024."""
    given = {"published": "2024-01-25", "language": "en"}
    given |= {"title": title} if title else {}
    reading = reader.read(page_of(text.encode(), source="page", given=given, media_type="text/plain"))
    assert isinstance(reading, Reading), reading
    return list(reading.events)


def attacks(reader: Reader, text: str, title: str = "") -> list[Event]:
    return [e for e in events(reader, text, title) if e.type == "ASSAULT"]


def voices(event: Event) -> set[tuple[str, str]]:
    return {(c.voice.name, c.voice.stance) for c in event.claims if c.property == "occurrence"}


def names(event: Event, name: str) -> set[str]:
    return {c.value.name for c in event.claims if c.property == name and isinstance(c.value, Party)}


def day(event: Event) -> tuple[str, str]:
    period = next(c.value.period for c in event.claims if isinstance(c.value, Dated))
    return period.start.isoformat(), period.end.isoformat()


def killed(event: Event) -> set[int]:
    return {c.value.low for c in event.claims if c.property == "killed" and isinstance(c.value, Count)}


def test_two_who_say_it_together_are_two_voices(reader: Reader) -> None:
    (found,) = attacks(reader, "Raiders killed four herders in Maroua on Monday, police and residents said.")
    assert {name for name, _ in voices(found)} == {"police", "residents"}


def test_one_office_of_two_duties_is_one_voice(reader: Reader) -> None:
    (found,) = attacks(
        reader, "Raiders killed four herders in Maroua on Monday, a doctor and two nurses at work there said."
    )
    assert "herders" not in {name for name, _ in voices(found)}


def test_a_later_sentence_gives_day_and_village(reader: Reader) -> None:
    text = (
        "Gunmen killed nine farmers in northern Nigeria, police said on Wednesday.\n\n"
        "The gunmen came to the village of Kadage in Katsina state late on Monday, a resident said."
    )
    found = attacks(reader, text)[0]
    assert day(found) == ("2024-01-22", "2024-01-22")
    assert places(found)[0] == "Kadage"


def test_what_others_did_on_another_day_gives_none(reader: Reader) -> None:
    text = (
        "Gunmen killed nine farmers near Katsina, police said on Wednesday.\n\nThe election is to be held on Saturday."
    )
    assert day(attacks(reader, text)[0]) == ("2024-01-24", "2024-01-24")


def test_a_night_between_two_weekdays_touches_both(reader: Reader) -> None:
    (found,) = attacks(reader, "Rebels burned the clinic of Beni in the night of Sunday to Monday.")
    assert day(found) == ("2024-01-21", "2024-01-22")


def test_after_noon_is_no_other_happening(reader: Reader) -> None:
    text = "A bomb exploded in Quetta on Sunday, killing six people. The bomb went off shortly after noon."
    (found,) = attacks(reader, text)
    assert day(found) == ("2024-01-21", "2024-01-21")


@pytest.mark.parametrize(
    "sentence",
    [
        "The group often carries out such attacks in the city.",
        "Gangs have frequently raided the market.",
        "Moscow denies targeting civilians.",
    ],
)
def test_what_is_done_as_a_rule_is_no_event(reader: Reader, sentence: str) -> None:
    lead = "A bomb killed six people in Mogadishu on Sunday, the ambulance service said.\n\n"
    assert len(attacks(reader, lead + sentence)) == 1


def test_what_was_done_often_on_a_day_is_one(reader: Reader) -> None:
    assert attacks(reader, "The army repeatedly shelled Beni on Monday, killing two farmers.")


def test_who_denies_firing_denies_what_was_told(reader: Reader) -> None:
    text = (
        "Seven people were killed when shells hit a market in Falam on Friday, residents said.\n\n"
        "The army denied firing on the town."
    )
    (found,) = attacks(reader, text)
    assert found.modality == "actual"
    assert ("army", "denies") in voices(found)
    assert names(found, "actor") == {"army"}


def test_who_denies_a_part_in_it_denies(reader: Reader) -> None:
    text = (
        "Armed men shot the headmaster of a school in Buea on Wednesday, the governor said.\n\n"
        "A spokesman for the separatists denied any involvement."
    )
    (found,) = attacks(reader, text)
    assert found.modality == "actual"
    assert "denies" in {stance for _, stance in voices(found)}


def test_who_is_blamed_for_it_is_its_doer(reader: Reader) -> None:
    text = (
        "Three soldiers were killed when their patrol was ambushed near Ansongo on Saturday, the army said. "
        "The army blamed the Islamic State for the ambush."
    )
    (found,) = attacks(reader, text)
    assert any("Islamic State" in name for name in names(found, "actor"))


@pytest.mark.parametrize(
    ("first", "blame", "doers"),
    [
        ("A bomb killed six soldiers in Kirkuk on Monday.", "The army blamed the Islamic State.", {"Islamic State"}),
        ("Gunmen killed six soldiers in Kirkuk on Monday.", "The army blamed the Islamic State.", {"Islamic State"}),
        ("Israeli planes hit a camp in Kirkuk on Monday.", "The army blamed the Islamic State.", {"Israel"}),
        ("A bomb killed six soldiers in Kirkuk on Monday.", "The opposition blamed the government.", set()),
        ("A bomb killed six soldiers in Kirkuk on Monday.", "No group has been blamed.", set()),
        (
            "A bomb killed six soldiers in Kirkuk on Monday.",
            "The army blamed the Islamic State over the bad harvest.",
            set(),
        ),
    ],
)
def test_who_is_blamed_without_a_word_for_what_did_what_was_told(
    reader: Reader, first: str, blame: str, doers: set[str]
) -> None:
    assert names(attacks(reader, f"{first} {blame}")[0], "actor") == doers


def test_who_is_blamed_for_something_else_is_not(reader: Reader) -> None:
    text = (
        "Three soldiers were killed when their patrol was ambushed near Ansongo on Saturday, the army said. "
        "The army blamed the Islamic State for the lack of fuel."
    )
    assert not names(attacks(reader, text)[0], "actor")


def test_a_boiler_that_burst_is_no_attack(reader: Reader) -> None:
    text = (
        "An explosion at a dye works near Surat killed five workers on Tuesday, police said.\n\n"
        "A boiler burst during the morning shift, a fire officer said."
    )
    assert not attacks(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "A furnace at a foundry near Surat burst on Tuesday. The explosion occurred at Patel Metal Works, police said.",
        "Two blasts hit the town of Surat on Tuesday, caused by ammonium nitrate that lay in a shed by the quay.",
    ],
)
def test_a_blast_that_works_or_stores_explain_is_no_attack(reader: Reader, text: str) -> None:
    assert not attacks(reader, text)


def test_a_boiler_beside_a_bomb_is_none_the_less_an_attack(reader: Reader) -> None:
    text = (
        "An explosion in the market of Quetta killed five people on Tuesday, police said.\n\n"
        "A bomb had been hidden behind the boiler of a bakery, an officer said."
    )
    assert attacks(reader, text)


def test_attackers_are_no_residents(reader: Reader) -> None:
    text = (
        "Gunmen killed nine people in Zamfara state on Tuesday, residents said.\n\n"
        "The attackers took two girls with them."
    )
    assert all("residents" not in names(e, "actor") for e in attacks(reader, text))


def test_fallen_attackers_are_no_toll_of_their_victims(reader: Reader) -> None:
    text = (
        "Three soldiers were killed when their patrol was ambushed near Ansongo on Saturday, the army said. "
        "Eleven of the attackers were killed, it said."
    )
    assert killed(attacks(reader, text)[0]) == {3}


def test_the_second_one_killed_this_month_is_the_same(reader: Reader) -> None:
    text = "Luis Rojas was shot dead in Tijuana on Tuesday, police said, the second reporter killed there this month."
    (found,) = attacks(reader, text)
    assert day(found) == ("2024-01-23", "2024-01-23")


def test_a_headline_says_who_was_shot_dead(reader: Reader) -> None:
    (found,) = attacks(reader, "He was shot in Tijuana on Tuesday.", title="Reporter shot dead outside home in Tijuana")
    assert "Reporter" in names(found, "recipient")
    assert not names(found, "actor")


def test_miles_say_where_a_drone_hit(reader: Reader) -> None:
    (found,) = attacks(reader, "A tanker was hit by a drone 60 nautical miles southeast of Aden on Wednesday.")
    assert names(found, "recipient") == {"tanker"}


def test_meanwhile_elsewhere_is_another(reader: Reader) -> None:
    text = (
        "Gunmen killed four farmers in Maradun on Tuesday. In a related development, two gunmen were killed near Gusau."
    )
    assert all(killed(e) != {2, 4} for e in attacks(reader, text))


def test_the_day_on_which_a_toll_rose_is_not_that_of_the_deed(reader: Reader) -> None:
    text = (
        "The death toll from an attack on a hotel in Beledweyne climbed to 16 on Wednesday, an official said.\n\n"
        "The attackers stormed the hotel on Saturday."
    )
    assert day(attacks(reader, text)[0]) == ("2024-01-20", "2024-01-20")


def test_who_was_killed_is_dead_whatever_is_vowed_for_it(reader: Reader) -> None:
    text = "Iran vowed on Sunday to avenge five guards killed in an air strike on a house in Damascus on Friday."
    assert any(e.modality == "actual" and "Damascus" in places(e) for e in attacks(reader, text))


def test_a_curfew_that_is_lifted_is_not_imposed(reader: Reader) -> None:
    found = events(reader, "Authorities in Manipur lifted a curfew in the town of Moreh on Wednesday.")
    assert not [e for e in found if e.type == "COERCE"]


def test_a_march_that_blocks_a_road_is_one_protest(reader: Reader) -> None:
    text = "Farmers blocked the main road into Oaxaca on Tuesday to demand water."
    found = [e for e in events(reader, text, title="Hundreds of farmers protest in Oaxaca") if e.type == "PROTEST"]
    assert len(found) == 1


def test_an_army_is_no_militia(reader: Reader) -> None:
    text = (
        "The Rapid Support Forces shelled a market in El Obeid on Sunday, killing four people. "
        "The army said that it had killed 60 fighters near Bara on Monday."
    )
    found = [e for e in attacks(reader, text) if killed(e) == {60}]
    assert found
    assert "Rapid Support Forces" not in names(found[0], "actor")


def test_who_was_gunned_down_did_not_shoot(reader: Reader) -> None:
    found = attacks(reader, "He was shot in Mir Ali on Tuesday.", title="Police chief gunned down in bazaar of Mir Ali")
    assert all("Police chief" not in names(e, "actor") for e in found)


def test_towns_that_head_paragraphs_are_where_it_was(reader: Reader) -> None:
    text = (
        "KHARKIV: A guided bomb hit a printing house on Monday, killing two workers.\n\n"
        "ODESA: Drones struck grain silos in the port of Izmail on Tuesday.\n\n"
        "KHERSON: Shelling of the city on Wednesday wounded four people."
    )
    found = attacks(reader, text)
    assert [places(e)[0] for e in found] == ["Kharkiv", "Izmayil", "Kherson"]


def test_one_dateline_is_only_where_it_was_filed(reader: Reader) -> None:
    text = "NAIROBI: Gunmen killed four herders near Marsabit on Monday.\n\nThe gunmen fled."
    assert places(attacks(reader, text)[0])[0] == "Marsabit"


def test_a_town_named_since_is_nearer_than_the_last_attack(reader: Reader) -> None:
    text = "Bahri. Fighters shelled a mosque in Bahri on Sunday. Omdurman. An army drone hit a fuel depot on Monday."
    assert places(attacks(reader, text)[1])[0] == "Omdurman"


def test_what_a_victim_was_doing_that_day_dates_the_deed(reader: Reader) -> None:
    text = (
        "Gunmen shot dead a policeman who was guarding health workers in the city of Quetta on Tuesday, officials said."
    )
    assert day(attacks(reader, text)[0]) == ("2024-01-23", "2024-01-23")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Armed men attacked a clinic near Jos on Saturday.\n\nThey shot two guards dead, the union said on Monday.",
            "",
        ),
        ("Artillery opened up on Goma on Monday. Six shells fell in the Elm district.", ""),
        (
            "A military convoy drove over a roadside bomb near Damboa on Sunday.\n\nFour soldiers died and seven were "
            "hurt, a colonel said.",
            "Soldiers die as roadside bomb rips through convoy",
        ),
        ("A boat was attacked by armed persons off Bonny on Monday. The attackers took four sailors.", ""),
    ],
)
def test_details_of_one_attack(reader: Reader, text: str, title: str) -> None:
    assert len(attacks(reader, text, title)) == 1


def test_a_headline_draws_no_two_deeds_of_one_sentence_together(reader: Reader) -> None:
    text = "A week to the day after policemen were shot near Rashad, gunmen ambushed a lorry near Hawija on Tuesday."
    assert len(attacks(reader, text, "Second ambush near Rashad")) == 2


def test_an_unlisted_village_is_placed_by_its_town_too(reader: Reader) -> None:
    text = "Police arrested two men in the village of Ondorro on Friday, officers in Quetta said."
    (arrest,) = events(reader, text, "Police say they hold two men in Quetta")
    assert places(arrest) == ["Ondorro", "Quetta"]


def test_measures_without_a_doer_of_their_own(reader: Reader) -> None:
    text = "Soldiers in Mali said on Wednesday that they had dissolved the government. A curfew has been imposed."
    curfews = [e for e in events(reader, text) if e.mode == "curfew"]
    assert [names(e, "actor") for e in curfews] == [{"soldiers"}]
