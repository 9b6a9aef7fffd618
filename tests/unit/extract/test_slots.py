"""Parties, counts, days and voices of single events, on short invented stories, with what must stay apart."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from dateline.app.reader import Reader
from dateline.model import Count, Dated, Event, Located, Party
from fakes.told import events


def of(found: Iterable[Event], kind: str) -> list[Event]:
    return [e for e in found if e.type == kind]


def parties(event: Event, role: str) -> set[str]:
    return {c.value.text for c in event.claims if c.property == role and isinstance(c.value, Party)}


def counts(event: Event, role: str) -> set[tuple[int, str]]:
    return {(c.value.low, c.voice.name) for c in event.claims if c.property == role and isinstance(c.value, Count)}


def voices(event: Event) -> set[str]:
    return {c.voice.name for c in event.claims}


def days(event: Event) -> set[str]:
    return {c.value.period.start.isoformat() for c in event.claims if isinstance(c.value, Dated)}


def places(event: Event) -> set[str]:
    return {c.value.place.name for c in event.claims if isinstance(c.value, Located)}


def test_no_group_is_neither_doer_nor_voice(reader: Reader) -> None:
    (found,) = of(
        events(reader, "Gunmen abducted four nurses near Gao on 4 March 2024. No group has claimed the abduction."),
        "ASSAULT",
    )
    assert parties(found, "actor") == {"Gunmen"}
    assert not any("group" in v for v in voices(found))


def test_a_group_that_claims_is_both(reader: Reader) -> None:
    (found,) = of(
        events(
            reader, "Gunmen ambushed a convoy near Gao on 4 March 2024. JNIM claimed responsibility for the ambush."
        ),
        "ASSAULT",
    )
    assert "JNIM" in parties(found, "actor")


def test_credit_for_something_else_claims_no_abduction(reader: Reader) -> None:
    text = (
        "Three surveyors abducted in Lamitan on 4 March 2024 were freed on Friday. "
        "The navy took credit for what its spokesman called patient pressure."
    )
    (abduction,) = of(events(reader, text), "ASSAULT")
    assert not parties(abduction, "actor")


def test_those_abducted_suffer_though_the_participle_looks_like_a_verb(reader: Reader) -> None:
    text = "The three people abducted on a dam project in Lamitan in February were released on Thursday night."
    (abduction,) = of(events(reader, text), "ASSAULT")
    assert not parties(abduction, "actor")
    assert parties(abduction, "recipient") == {"The three people"}


def test_those_who_abduct_do_not(reader: Reader) -> None:
    (abduction,) = of(events(reader, "The three men abducted a teacher in Lamitan on Thursday."), "ASSAULT")
    assert parties(abduction, "actor") == {"The three men"}


def test_a_gapped_passive_tells_of_one_who_suffers(reader: Reader) -> None:
    (arrest,) = of(events(reader, "Two shops were raided and a driver detained in Lamitan on Thursday."), "COERCE")
    assert not parties(arrest, "actor")


def test_one_hit_in_the_shoulder_is_hurt_and_one_shot_dead_is_killed(reader: Reader) -> None:
    text = "Two gunmen were killed and a soldier was hit in the shoulder near Yala on Thursday, the army said."
    (found,) = of(events(reader, text), "ASSAULT")
    assert {low for low, _ in counts(found, "killed")} == {2}
    assert {low for low, _ in counts(found, "injured")} == {1}
    (found,) = of(events(reader, "One kidnapper was shot dead in a gun battle near Yala on Thursday."), "ASSAULT")
    assert {low for low, _ in counts(found, "killed")} == {1}


def test_the_count_before_a_claim_in_a_headline_is_not_the_claimants(reader: Reader) -> None:
    text = (
        "Mali raises ambush toll to 21 as JNIM claims attack\n\n"
        "Mali's army said on 7 March 2024 that 21 of its soldiers had died in an ambush near Ansongo two days earlier."
    )
    (found,) = of(events(reader, text), "ASSAULT")
    by_claimant = {low for low, voice in counts(found, "killed") if "Jama" in voice or "JNIM" in voice}
    assert not by_claimant


def test_a_days_own_blast_does_not_hand_its_day_on(reader: Reader) -> None:
    text = (
        "The toll of Thursday's bomb blast in Chaman rose to 11 on Friday, a doctor said.\n\n"
        "Mourners marched to the deputy commissioner's office and raised slogans against the police."
    )
    found = events(reader, text, published="2026-03-06")
    (march,) = of(found, "PROTEST")
    (blast,) = of(found, "ASSAULT")
    assert days(march) == {"2026-03-06"}
    assert days(blast) == {"2026-03-05"}


def test_a_live_pages_title_gives_the_day_wherever_its_entries_lie(reader: Reader) -> None:
    title = "LIVE: North Kivu, Wednesday 6 March"
    entries = (
        "Army artillery shelled the outskirts of Sake for an hour, a nurse said.",
        "M23 rebels shelled a market in Rutshuru, a trader said.",
    )
    text = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
    text += "".join(f"<p>{entry}</p>" for entry in entries) + "</article></body></html>"
    found = of(events(reader, text, published="2024-03-06", media_type="text/html"), "ASSAULT")
    assert len(found) == 2
    assert all(days(e) == {"2024-03-06"} for e in found)


def test_two_years_of_strikes_are_a_time_and_no_happening(reader: Reader) -> None:
    assert not events(reader, "Insurers had raised premiums after two years of missile strikes in the Red Sea.")
    assert events(reader, "Two missile strikes on a port in the Red Sea killed four sailors on Thursday.")


def test_a_count_of_a_whole_year_is_background(reader: Reader) -> None:
    assert not events(
        reader, "At least 590 people were killed in gang violence in Haiti last year, by the union's count."
    )


def test_where_a_man_comes_from_is_not_where_he_was_freed(reader: Reader) -> None:
    text = "Daniel Pryce, 52, from Leeds, was let go on Thursday. A boat took him to Maluso."
    (found,) = of(events(reader, text), "RETREAT")
    assert "Leeds" not in {
        c.value.text for c in found.claims if isinstance(c.value, Located) and c.rule != "the page's one place"
    }


def test_what_a_man_was_jailed_for_writing_about_is_not_the_place(reader: Reader) -> None:
    text = "A tribunal in Maroua jailed an editor on Thursday for spreading news about losses of the army near Kumba."
    (found,) = of(events(reader, text), "SANCTION")
    assert places(found) == {"Maroua"}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Ecuador expelled two diplomats of the embassy on Thursday.", "expel"),
        ("Peru recalled its ambassador from Caracas on Thursday.", "withdraw"),
        ("The kingdom suspended aid to its neighbour on Thursday.", "discontinue"),
    ],
)
def test_modes_of_lowered_relations(reader: Reader, text: str, mode: str) -> None:
    (found,) = of(events(reader, text), "SANCTION")
    assert found.mode == mode


def test_migrants_expelled_are_deported(reader: Reader) -> None:
    (found,) = events(reader, "Border police expelled forty migrants to the desert on Thursday.")
    assert (found.type, found.mode) == ("COERCE", "deport")


def test_the_ministry_is_the_one_named_before(reader: Reader) -> None:
    text = (
        "The Defence Ministry said that its guns destroyed two howitzers of Ukrainian servicemen near Nikopol. "
        "The ministry denies that any shell fell on the tram stop."
    )
    assert "Defence Ministry" in {v for e in events(reader, text) for v in voices(e)}
    assert not any(v == "Ukrainian servicemen" for e in events(reader, text) for v in voices(e))


def test_it_takes_up_a_statement_by_no_one_named(reader: Reader) -> None:
    text = (
        "JNIM fighters attacked a post near Ansongo on Tuesday. "
        "A statement read on television said that 21 soldiers had been killed. "
        "It said 30 assailants had been killed in an air raid that night."
    )
    named = {v for e in events(reader, text) for v in voices(e)}
    assert "It" not in named
    assert all(not (low == 30 and "Jama" in voice) for e in events(reader, text) for low, voice in counts(e, "killed"))


@pytest.mark.parametrize(
    ("second", "teller"),
    [
        ("A statement by the army said three were hurt.", "army"),
        ("The council said three were hurt.", "council"),
        ("Ansaru claimed both killings.", "Ansaru"),
    ],
)
def test_whoever_spoke_just_before_goes_on_as_it(reader: Reader, second: str, teller: str) -> None:
    text = (
        f"Gunmen of Ansaru killed two guards in Jos on Monday. {second} It said soldiers had killed four gunmen there."
    )
    assert (4, teller) in {c for e in events(reader, text) for c in counts(e, "killed")}


def test_those_who_say_it_are_not_those_of_whom_they_say_it(reader: Reader) -> None:
    text = (
        "The villagers of Gorin told reporters that they had nowhere to go. "
        "Ansaru came into Gorin after the dawn prayer on Monday and killed two guards, they say."
    )
    assert "Ansaru" not in {v for e in events(reader, text) for v in voices(e)}


def test_what_is_said_on_both_sides_of_the_words_of_saying_is_theirs(reader: Reader) -> None:
    text = (
        "Governor Ali Bako spoke in Jos on Monday. Bandits killed two guards there on Sunday, he said, "
        "and soldiers shot three traders in Bokkos."
    )
    tellers = [c.voice.name for e in events(reader, text) for c in e.claims if c.property == "recipient"]
    assert len(tellers) == 2
    assert "outlet" not in tellers


def test_an_ambush_with_captives_is_an_ambush(reader: Reader) -> None:
    text = (
        "An ambush near Ansongo on 5 March 2024 killed 21 soldiers, the army said. "
        "JNIM said its fighters had killed 35 soldiers and captured two in the ambush."
    )
    assert {e.mode for e in of(events(reader, text), "ASSAULT") if counts(e, "killed")} == {None}


def test_an_outlets_name_inside_a_longer_one_is_not_the_outlet(reader: Reader) -> None:
    text = "The National Liberation Army warned shopkeepers in Tumaco that it would attack any shop that opened."
    (found,) = of(events(reader, text), "THREATEN")
    assert parties(found, "actor") == {"National Liberation Army"}


def test_a_headline_and_its_lead_tell_one_verdict(reader: Reader) -> None:
    text = (
        "Tribunal jails magazine editor for three years\n\n"
        "A military tribunal in Maroua sentenced Paul Etoundi, who runs a weekly, to three years in prison on Thursday."
    )
    assert len(of(events(reader, text), "SANCTION")) == 1


def test_gunmen_on_a_motorcycle_shoot_one_dead(reader: Reader) -> None:
    text = "Unknown gunmen on a motorcycle shot dead a former councillor outside his shop in Nawa on Thursday."
    (found,) = of(events(reader, text), "ASSAULT")
    assert found.mode == "firearms"
    assert parties(found, "actor") == {"Unknown gunmen"}
    assert {low for low, _ in counts(found, "killed")} == {1}


def test_a_shot_that_kills_nothing_is_no_verb(reader: Reader) -> None:
    assert not events(reader, "The striker's shot dead on the line was saved by the goalkeeper on Thursday.")


def test_a_crowd_beats_the_man_it_caught(reader: Reader) -> None:
    text = "On Thursday a crowd caught a young man it took for a spy, beat him with pestles, three witnesses said."
    (found,) = of(events(reader, text), "ASSAULT")
    assert parties(found, "recipient") == {"a young man"}


def test_a_place_that_is_a_sentence_of_its_own_labels_its_entry(reader: Reader) -> None:
    text = (
        "Daraa. Gunmen shot dead a councillor in Nawa on Thursday, a monitor said.\n\n"
        "Suwayda. Fighters of two factions exchanged fire for an hour near the silos, a monitor said."
    )
    assert any("Suwayda" in name for e in events(reader, text) for name in places(e))


def test_we_are_those_who_speak_and_no_one_else(reader: Reader) -> None:
    text = (
        "The war grinds on and Russia has bombed ports. British minister Harriet Truss spoke in Kyiv on Monday. "
        "“We have supplied defensive weapons to our friends,” Truss said."
    )
    (found,) = of(events(reader, text, published="2022-02-15"), "AID")
    names = {c.value.name for c in found.claims if c.property == "actor" and isinstance(c.value, Party)}
    assert "Russia" not in names


def test_great_force_is_no_one(reader: Reader) -> None:
    text = "The Kenyan army vowed to act with great force against raiders in Turkana."
    assert all("great force" not in parties(e, "recipient") for e in events(reader, text))


def test_what_a_man_does_as_a_rule_is_no_happening(reader: Reader) -> None:
    text = (
        "Troops detained a financier of the network in Orgun on Thursday. "
        "He paid bombers who target Afghan civilians, the army said. "
        "He knew a commander who directs attacks on convoys."
    )
    assert not of(events(reader, text), "ASSAULT")


def test_who_launched_the_drones_is_who_targeted_the_base(reader: Reader) -> None:
    text = "Hezbollah launched a swarm of drones targeting an army base in northern Israel on Thursday."
    (found,) = of(events(reader, text), "ASSAULT")
    assert parties(found, "actor") == {"Hezbollah"}


def test_a_warning_of_what_goes_on_is_no_threat(reader: Reader) -> None:
    opening = "Rebels shelled Nyala on Thursday. Shops were shut. Nobody could say for how long. "
    warned = f"{opening}The director of the museum warned that people are being killed."
    assert not of(events(reader, warned), "THREATEN")
    assert of(events(reader, f"{opening}The general warned that his army would attack any ship."), "THREATEN")


def test_men_fire_guns_and_a_state_may_fire_anything(reader: Reader) -> None:
    (found,) = of(events(reader, "A tanker was fired upon by men in two skiffs off Bosaso on Thursday."), "ASSAULT")
    assert found.mode == "firearms"
    (found,) = of(events(reader, "Iran fired on a tanker near Fujairah on Thursday."), "ASSAULT")
    assert found.mode is None


def test_a_count_belongs_to_its_own_paragraph(reader: Reader) -> None:
    text = (
        "Gunmen shot dead a councillor in Nawa on Thursday, a monitor said.\n\n"
        "Fighters of two factions exchanged fire near the silos of Suwayda. Three fighters were wounded, a nurse said."
    )
    by_place = {name: counts(e, "injured") for e in of(events(reader, text), "ASSAULT") for name in places(e)}
    assert not by_place["Nawa"]


def test_a_meeting_has_a_place(reader: Reader) -> None:
    (found,) = of(events(reader, "The foreign ministers of Chile and Peru met in Arica on Thursday."), "CONSULT")
    assert places(found) == {"Arica"}


def test_what_a_commander_does_for_a_living_is_no_happening(reader: Reader) -> None:
    text = (
        "Troops detained a commander in Orgun on Thursday. Nobody was hurt. A search went on. "
        "The commander carries out attacks on patrols throughout the district."
    )
    assert not of(events(reader, text), "ASSAULT")
    assert of(events(reader, "A commander carried out attacks on patrols in Orgun on Thursday."), "ASSAULT")
