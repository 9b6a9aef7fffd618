"""Whom an act of speech is turned against, who is meant by "he", and what a page of news does not tell."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import named, of_type, on_a_page


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Peru condemned the attack on Kenya on Monday.", []),
        ("Peru condemned the bombing of Juba on Monday.", []),
        ("Peru condemned the killing of a Kenyan general on Monday.", []),
        ("Peru condemned Sudan's bombing of Juba on Monday.", ["Sudan"]),
        ("Peru condemned the bombing of Juba by Sudan on Monday.", ["Sudan"]),
        ("Peru denounced attacks by Sudan on its soldiers on Monday.", ["Sudan"]),
    ],
)
def test_those_who_suffered_are_not_accused(reader: Reader, text: str, accused: list[str]) -> None:
    assert named(of_type(on_a_page(reader, text), "ACCUSE"), "recipient") == accused


def test_nobody_is_asked_for_what_was_done_to_them(reader: Reader) -> None:
    found = on_a_page(reader, "The United Nations called for an inquiry into the killing of civilians in Juba.")
    assert named(of_type(found, "REQUEST"), "recipient") == []


def test_of_what_one_is_accused_is_no_part_of_the_name(reader: Reader) -> None:
    found = on_a_page(reader, "The president of Kenya accused Sudan and its allies of ignoring the truce on Monday.")
    assert named(of_type(found, "ACCUSE"), "recipient") == ["Sudan", "allies"]


def test_he_is_the_person_last_called_by_name(reader: Reader) -> None:
    found = on_a_page(reader, "Few hold as much sway as Pavel Orlenko. He accused Kenya of preparing a war.")
    assert named(of_type(found, "ACCUSE"), "actor") == ["Pavel Orlenko"]


def test_an_adjective_is_no_official(reader: Reader) -> None:
    found = on_a_page(reader, "The State Department issued an official appeal to Sudan to leave Abyei.")
    assert named(of_type(found, "REQUEST"), "actor") == ["US State Department"]


def test_a_minister_is_no_newspaper(reader: Reader) -> None:
    found = on_a_page(reader, "The Kenyan foreign minister met with the Australian foreign affairs minister on Monday.")
    assert len(named(of_type(found, "CONSULT"), "actor")) == 2


def test_two_leaders_known_by_name_meet(reader: Reader) -> None:
    found = on_a_page(reader, "Putin met with Erdogan in Sochi on Monday.")
    assert named(of_type(found, "CONSULT"), "actor") == ["Vladimir Putin", "Recep Tayyip Erdogan"]


def test_a_sum_in_aid_goes_to_whom_it_is_announced_for(reader: Reader) -> None:
    aid = of_type(
        on_a_page(reader, "Kenya on Friday announced a further $20 million in humanitarian aid to Sudan."), "AID"
    )
    assert (named(aid, "actor"), named(aid, "recipient")) == (["Kenya"], ["Sudan"])


def test_an_execution_that_must_not_be_is_none(reader: Reader) -> None:
    found = on_a_page(reader, "The authorities must halt all plans to execute eight men, the watchdog said on Tuesday.")
    assert [e.type for e in found] == ["REQUEST"]


def test_where_a_scholar_teaches_nothing_happens(reader: Reader) -> None:
    text = "Ann Lee, a professor at the college in Utrecht, explained that gunmen had attacked embassies abroad."
    assault = of_type(on_a_page(reader, text), "ASSAULT")
    assert not [c for c in assault.claims if c.property == "place"]


def test_a_capital_that_is_accused_is_no_scene(reader: Reader) -> None:
    text = "The general accused Nairobi and Kampala of plotting. Then gunmen blew up a dam with a truck bomb."
    assault = of_type(on_a_page(reader, text), "ASSAULT")
    assert not [c for c in assault.claims if c.property == "place"]


def test_two_persons_of_one_title_are_two(reader: Reader) -> None:
    text = "General Deng Akol was killed in an air strike on Monday. General Mario Lado's death last year was natural."
    assault = of_type(on_a_page(reader, text), "ASSAULT")
    assert all("Lado" not in name for name in named(assault, "recipient"))


def test_we_are_who_speaks_though_another_was_named_before(reader: Reader) -> None:
    text = "Sudan has massed troops, Orlenko said. “We have supplied weapons to Kenya,” Orlenko said."
    assert named(of_type(on_a_page(reader, text), "AID"), "actor") == ["Orlenko"]


@pytest.mark.parametrize(
    "text", ["Attack the depot at dawn.", "To the generals: Send tanks to Juba because it needs them."]
)
def test_an_order_is_no_deed(reader: Reader, text: str) -> None:
    assert on_a_page(reader, text) == []


def test_what_is_ahead_has_not_the_day_on_which_it_is_spoken_of(reader: Reader) -> None:
    text = "The plan would involve Sudanese attacks on the Kenyan capital, the official told reporters on Monday."
    assert not [c for e in on_a_page(reader, text) if e.type == "ASSAULT" for c in e.claims if c.property == "when"]


def test_one_travels_to_meet(reader: Reader) -> None:
    found = on_a_page(reader, "The African leaders travelled to Sochi on Saturday to meet Mr Putin.")
    assert [(e.type, e.mode) for e in found] == [("CONSULT", "visit")]


def test_who_said_and_urged_is_one(reader: Reader) -> None:
    found = on_a_page(reader, "Mr Orlenko said Sudan was gaining ground and urged the Kenyan president to act.")
    assert named(of_type(found, "REQUEST"), "actor") == ["Mr Orlenko"]
    found = on_a_page(reader, "Officials said gunmen attacked the village and demanded a ransom from the elders.")
    assert named(of_type(found, "REQUEST"), "actor") == ["gunmen"]


def test_of_missile_and_artillery_attacks_there_is_one_telling(reader: Reader) -> None:
    text = "Rebels took Bor, the agency said, as Sudan launched missile and artillery attacks on several cities."
    assert sum(e.type == "ASSAULT" for e in on_a_page(reader, text)) == 1


def test_of_two_leaders_she_is_the_woman(reader: Reader) -> None:
    found = on_a_page(reader, "Angela Merkel met Emmanuel Macron in Berlin. She praised Ukraine on Tuesday.")
    assert named(of_type(found, "SUPPORT"), "actor") == ["Angela Merkel"]


def test_the_attack_is_that_of_whom_one_calls_out(reader: Reader) -> None:
    text = "Peru and Chad both called out Sudan for violating the charter in its attack against Kenya."
    assert named(of_type(on_a_page(reader, text), "ASSAULT"), "actor") == ["Sudan"]


@pytest.mark.parametrize(
    "text",
    [
        "The writer described a scenario in which the president of Kenya resigns from office in March.",
        "In the event of a war, Kenyans would be hard to fight, she said.",
    ],
)
def test_what_might_be_is_not_told(reader: Reader, text: str) -> None:
    assert on_a_page(reader, text) == []


def test_of_what_they_are_accused_names_nobody(reader: Reader) -> None:
    found = on_a_page(reader, "Opposition activists accused police of brutal tactics on Monday.")
    assert named(of_type(found, "ACCUSE"), "recipient") == ["police"]


def test_an_occasion_is_not_accused(reader: Reader) -> None:
    text = (
        "The Kenyan media has begun similar accusations, including during Thursday's meeting of the Security Council."
    )
    assert all(named(e, "recipient") == [] for e in on_a_page(reader, text) if e.type == "ACCUSE")


def test_the_raid_is_of_those_the_clause_is_about(reader: Reader) -> None:
    text = "Sudanese forces tortured men held in connection with their attack on Bor, the UN office said on Tuesday."
    found = [e for e in on_a_page(reader, text) if e.type == "ASSAULT"]
    assert {name for e in found for name in named(e, "actor")} == {"Sudanese forces"}


def test_a_warrant_is_no_arrest(reader: Reader) -> None:
    found = on_a_page(reader, "The court issued an arrest warrant for the general on Monday.")
    assert all(e.mode != "arrest" for e in found)


def test_business_leaders_are_not_the_state(reader: Reader) -> None:
    found = on_a_page(reader, "Kenyan business leaders called for peace on Monday.")
    assert named(of_type(found, "REQUEST"), "actor") == ["Kenyan business leaders"]


def test_what_one_said_one_had_done_is_done(reader: Reader) -> None:
    found = on_a_page(reader, "Kenya said it had targeted Sudanese commanders in a strike on a seaside hotel in Juba.")
    assert of_type(found, "ASSAULT").modality == "actual"


def test_what_is_called_for_is_not_promised(reader: Reader) -> None:
    text = "“We call on Sudan to ensure a withdrawal of all its forces from Abyei,” the statement said."
    assert not [e for e in on_a_page(reader, text) if e.type in ("CONCEDE", "RETREAT")]


def test_who_goes_somewhere_to_visit_visits(reader: Reader) -> None:
    found = on_a_page(reader, "Zelensky returned to Bakhmut on March 2 to visit his soldiers.")
    assert [(e.type, e.mode) for e in found] == [("CONSULT", "visit")]


def test_he_is_who_the_clause_before_is_about(reader: Reader) -> None:
    text = "Prigozhin criticised Shoigu in a message. He claimed his men had shot down a military helicopter in Rostov."
    assault = of_type(on_a_page(reader, text), "ASSAULT")
    assert {c.voice.name for c in assault.claims} == {"Yevgeny Prigozhin"}
    assert not [c for c in assault.claims if c.property == "killed"]


def test_the_bureau_that_files_a_story_is_no_scene(reader: Reader) -> None:
    text = "Dubai, United Arab Emirates (KLX)- Kenya shelled Ugandan troops on Monday, an officer said."
    assault = of_type(on_a_page(reader, text), "ASSAULT")
    assert not [c for c in assault.claims if c.property == "place"]


def test_nobody_is_meant_by_he_whom_his_clause_names(reader: Reader) -> None:
    text = "Marco Rubio spoke to reporters. Joe Biden was in Delaware. He also accused President Joe Biden of lying."
    assert named(of_type(on_a_page(reader, text), "ACCUSE"), "actor") == ["Marco Rubio"]


def test_two_talks_of_other_pairs_are_two(reader: Reader) -> None:
    text = "President Macron met President Putin on Monday. President Biden spoke with President Macron on Tuesday."
    assert sum(e.type == "CONSULT" for e in on_a_page(reader, text)) == 2


def test_what_one_will_not_do_by_sending_is_not_sent(reader: Reader) -> None:
    text = "“We will not take part, whether by sending Kenyan forces to Sudan or otherwise,” the president added."
    assert not [e for e in on_a_page(reader, text) if e.type == "MOBILIZE"]


def test_no_one_agrees_where_nobody_acts(reader: Reader) -> None:
    text = "The president uses money from a fund set up by Congress, which allows him to obtain weapons from industry."
    assert not [e for e in on_a_page(reader, text) if e.type in ("AGREE", "CONCEDE")]


@pytest.mark.parametrize("no", ["didn’t", "didn't", "did not"])
def test_no_is_no_however_it_is_spelled(reader: Reader, no: str) -> None:
    found = on_a_page(reader, f"The Kenyan army {no} attack the village on Monday. Rebels shelled the port on Sunday.")
    told = [e for e in found if "Kenya Defence Forces" in named(e, "actor")]
    assert all(e.modality == "negated" for e in told)
    assert not any("n’t" in named(e, "actor") for e in found)


@pytest.mark.parametrize(
    "text",
    [
        "One of the scenarios is a quick attack on Juba, he said.",
        "Today's Sudan is the greatest threat to peace in the region, the document reads.",
    ],
)
def test_a_scenario_is_no_deed_and_a_judgement_no_threat(reader: Reader, text: str) -> None:
    assert on_a_page(reader, text) == []


def test_nobody_is_anyone(reader: Reader) -> None:
    found = on_a_page(reader, "The Sudanese minister assured that Sudan is not going to attack anyone.")
    assert all(named(e, "recipient") == [] for e in found if e.type == "ASSAULT")


def test_whom_a_protest_is_about_does_not_march(reader: Reader) -> None:
    found = on_a_page(reader, "Hundreds joined a Trump protest in Seattle on Monday.")
    assert all("Donald Trump" not in named(e, "actor") for e in found)


def test_those_who_say_they_did_it_together_did(reader: Reader) -> None:
    text = "Hezbollah and Hamas claimed on Monday that they had launched missiles at Israeli bases in Haifa."
    assert named(of_type(on_a_page(reader, text), "ASSAULT"), "actor") == ["Hezbollah", "Hamas"]


def test_both_countries_officials_talk(reader: Reader) -> None:
    found = on_a_page(reader, "US and Qatari officials held talks with Ukraine on Monday about a truce.")
    assert len(named(of_type(found, "CONSULT"), "actor")) == 3


def test_one_talks_by_phone_with_somebody(reader: Reader) -> None:
    found = on_a_page(reader, "President Joe Biden talked about the truce by phone with chancellor Olaf Scholz.")
    assert named(of_type(found, "CONSULT"), "actor") == ["Joe Biden", "Olaf Scholz"]


def test_by_what_they_are_urged_to_do_it(reader: Reader) -> None:
    text = "The African Union urged Sudan to de-escalate by withdrawing its troops from near the border."
    assert [e.type for e in on_a_page(reader, text)] == ["REQUEST"]


def test_neither_of_them_does(reader: Reader) -> None:
    text = "Neither the United Nations, Moldova nor Russia recognised the breakaway state."
    assert not [e for e in on_a_page(reader, text) if e.type == "SUPPORT"]


@pytest.mark.parametrize(
    "text",
    [
        "The speaker claimed that new radars now allow Sudan to strike any target with fewer missiles.",
        "The source added that Sudan is not willing to destroy its own depots.",
        "The general said the decision was announced ahead of a NATO summit in Lithuania next week.",
        "A report said that Kenya may be preparing to provide Sudan with missiles.",
    ],
)
def test_what_may_be_or_lies_ahead_is_not_told(reader: Reader, text: str) -> None:
    assert on_a_page(reader, text) == []


def test_what_was_done_before_goes_on_no_more(reader: Reader) -> None:
    found = on_a_page(reader, "Kenya has previously conducted airstrikes targeting militias in Somalia.")
    assert of_type(found, "ASSAULT").modality == "actual"


def test_a_mobilisation_that_was_ordered_is_one(reader: Reader) -> None:
    found = on_a_page(reader, "The day after the vote, Putin ordered a military mobilisation.")
    assert of_type(found, "MOBILIZE").modality == "actual"


def test_who_stands_between_commas_and_said_says_it(reader: Reader) -> None:
    text = "“Our forces did not fire on Bor on that day or the day before,” the army’s spokesman, Deng Akol, said."
    told = f"{text} Doctors said on Tuesday that shells had killed two people in Bor."
    assault = of_type(on_a_page(reader, told), "ASSAULT")
    assert not any("spokesman" in name for name in named(assault, "recipient"))
    assert any("spokesman" in c.voice.name for e in on_a_page(reader, text) for c in e.claims)


def test_those_of_whom_it_is_said_do_it(reader: Reader) -> None:
    found = on_a_page(reader, "Russia and China were the only states which refused to condemn the war on Monday.")
    assert named(of_type(found, "REJECT"), "actor") == ["Russia", "China"]


def test_to_whom_support_is_given_stands_before_it(reader: Reader) -> None:
    found = on_a_page(reader, "She stressed that London already provides Kiev intelligence support.")
    assert named(of_type(found, "AID"), "recipient") == ["Ukraine"]


def test_a_third_of_them_is_of_them(reader: Reader) -> None:
    found = on_a_page(reader, "Israel destroyed at least one-third of Iran’s missile launchers on Monday.")
    assert named(of_type(found, "ASSAULT"), "recipient") == ["Iran"]


def test_what_several_are_to_do_is_demanded(reader: Reader) -> None:
    text = "The United Nations has demanded that experts from the agency occupy the plant, but Sudan has refused."
    assert "COERCE" not in {e.type for e in on_a_page(reader, text)}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("On the anniversary of Sudan's assault on Juba, a film was shown in Nairobi.", "historical"),
        ("On the anniversary of the truce, Sudan attacked Juba.", "actual"),
        ("On the eve of Sudan's assault on Juba, a film was shown in Nairobi.", "actual"),
    ],
)
def test_an_anniversary_is_of_what_was_long_ago(reader: Reader, text: str, modality: str) -> None:
    assert of_type(on_a_page(reader, text), "ASSAULT").modality == modality


def test_what_an_anniversary_recalls_is_not_what_is_done_on_its_day(reader: Reader) -> None:
    found = on_a_page(reader, "On the anniversary of the massacre, gunmen killed nine villagers in Juba.")
    assert {e.modality for e in found if named(e, "recipient") == ["villagers"]} == {"actual"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya postulated the abolition of sanctions against Sudan on Monday.", False),
        ("Kenya welcomed the repeal of sanctions against Sudan on Monday.", False),
        ("Kenya imposed sanctions against Sudan on Monday.", True),
    ],
)
def test_sanctions_done_away_with_are_not_imposed(reader: Reader, text: str, told: bool) -> None:
    assert any(event.type == "SANCTION" for event in on_a_page(reader, text)) is told
