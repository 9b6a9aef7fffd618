"""To whom a deed or an act of speech is done: pronouns, owners, shared objects, both sides of a fight."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import named, of_type, on_a_page


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Kenya, which has long envied Uganda, plans to attack it.", "ASSAULT", ["Uganda"]),
        ("Few had liked Yoweri Museveni. On Monday lawmakers criticised his plans.", "ACCUSE", ["Yoweri Museveni"]),
        ("The minister of Kenya dismissed Ann Otieno's remarks on Monday.", "REJECT", ["Ann Otieno"]),
        ("The minister of Kenya dismissed the Thursday remarks of the court.", "REJECT", ["court"]),
        ("The chiefs of Lamu voiced their support for Kenya on Monday.", "SUPPORT", ["Kenya"]),
        ("Kenya has trained 600 Somali soldiers in Nairobi.", "AID", ["Somali soldiers"]),
        ("Kenya demanded an apology from Uganda on Monday.", "REQUEST", ["Uganda"]),
        ("Kenya demanded the withdrawal of the troops from Uganda on Monday.", "REQUEST", []),
        ("Al-Shabaab called on its members on Monday to get ready for war.", "REQUEST", ["members"]),
        ("On Monday officials in Kenya urged the west to send arms.", "REQUEST", ["West"]),
        ("I am asking for all Rwandans to leave Uganda, President Ruto said on Monday.", "REQUEST", ["Rwandans"]),
        ("Kenya called on Monday for caution if Ugandan rangers are attacked.", "REQUEST", []),
        ("President Ruto warned on Monday of severe costs if Uganda were to be invaded.", "THREATEN", []),
        ("President Ruto warned on Monday of severe costs if Uganda invades Rwanda.", "THREATEN", ["Uganda"]),
        ("On Monday Kenya accused Uganda and Western media of lying.", "ACCUSE", ["Uganda", "Western media"]),
        ("Kenya is in trouble over the drought, the minister said, blaming it on Uganda.", "ACCUSE", ["Uganda"]),
        ("Kenya announced that it will provide two million dollars as military aid to Uganda.", "AGREE", ["Uganda"]),
        ("Kenya sent Uganda 40 tanks on Monday.", "AID", ["Uganda"]),
        ("Kenya destroyed around half of Uganda's missile launchers on Monday.", "ASSAULT", ["Uganda"]),
        ("A missile fell close to a hospital in Goma on Monday.", "ASSAULT", ["hospital"]),
        ("A rocket exploded in close proximity to a vessel off Lamu on Monday.", "ASSAULT", ["vessel"]),
        ("Shells fell near the border with Uganda on Monday.", "ASSAULT", []),
        ("Two rockets fell close to Goma on Monday.", "ASSAULT", []),
        ("Ann Otieno was jailed for life in Goma on Monday after her arrest on 15 January.", "COERCE", ["Ann Otieno"]),
        ("The minister said that men headed home were shot dead in Goma on Monday.", "ASSAULT", ["men"]),
    ],
)
def test_to_whom_it_is_said_or_done(reader: Reader, text: str, kind: str, recipients: list[str]) -> None:
    assert named(of_type(on_a_page(reader, text), kind), "recipient") == recipients


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Police beat and arrested marchers in Mombasa on Monday.", ["police"], ["marchers"]),
        ("Gunmen kidnapped, tortured and killed two aid workers near Beni on Monday.", ["gunmen"], ["aid workers"]),
        ("Three soldiers killed and wounded in ambush near Beni on Monday.", [], ["soldiers"]),
        ("Two soldiers were killed and three wounded near Beni on Monday.", [], ["soldiers"]),
    ],
)
def test_verbs_that_share_their_object(reader: Reader, text: str, actors: list[str], recipients: list[str]) -> None:
    event = of_type(on_a_page(reader, text), "ASSAULT")
    assert [name.casefold() for name in named(event, "actor")] == actors
    assert named(event, "recipient") == recipients


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Clashes broke out in Mombasa on Monday between police and marchers.", ["police", "marchers"]),
        ("The army and al-Shabaab fought near Kismayo on Monday.", ["army", "Al-Shabaab"]),
        ("With its attacks on Somali towns, Uganda only hurts itself, she said on Monday.", ["Uganda"]),
        ("A terrorist attack on a market killed nine people in Kismayo on Monday.", []),
        ("A rebel attack on a market killed nine people in Kismayo on Monday.", ["rebel"]),
        ("Kenya said its planes had killed nine men near Kismayo on Monday.", ["Kenya"]),
    ],
)
def test_both_sides_and_owners_do_it(reader: Reader, text: str, actors: list[str]) -> None:
    assert named(of_type(on_a_page(reader, text), "ASSAULT"), "actor") == actors


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Rwanda lies by Burundi. Troops from Rwanda invaded the country on Monday.", ["Burundi"]),
        ("Chad, Niger and Mali were calm. Troops from Rwanda invaded the country on Monday.", ["country"]),
        ("Chad was calm, and so was Mali. On Monday Rwanda attacked that country.", ["Mali"]),
    ],
)
def test_which_country_is_meant(reader: Reader, text: str, recipients: list[str]) -> None:
    assert named(of_type(on_a_page(reader, text), "ASSAULT"), "recipient") == recipients


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("The emir met with Kenyan politician and statesman Daniel Rotich on Monday.", ["statesman Daniel Rotich"]),
        (
            "The emir met with Kenyan politician Ida Rotich and trader Ann Otieno.",
            ["Kenyan politician Ida Rotich", "trader Ann Otieno"],
        ),
        ("The emir met with a politician and a general on Monday.", ["politician", "general"]),
    ],
)  # fmt: skip
def test_two_titles_of_one_person(reader: Reader, text: str, met: list[str]) -> None:
    found = named(of_type(on_a_page(reader, text), "CONSULT"), "actor")
    assert [name for name in found if "emir" not in name.casefold()] == met


def test_those_convicted_are_not_who_speaks_for_them(reader: Reader) -> None:
    text = "Amnesty International has urged judges in Kenya to quash their convictions, handed down on Monday."
    for event in on_a_page(reader, text):
        assert "Amnesty International" not in named(event, "recipient")


def test_they_are_whom_a_bracket_names(reader: Reader) -> None:
    text = "The envoy said on Monday: “They [Uganda] are making threats to Kenya every day.”"
    assert named(of_type(on_a_page(reader, text), "THREATEN"), "actor") == ["Uganda"]


def test_missiles_sent_off_over_a_sea_are_not_sent_at_it(reader: Reader) -> None:
    text = "Nine missiles were launched at Beni from planes over the Caspian Sea on Monday, the army said."
    assert named(of_type(on_a_page(reader, text), "ASSAULT"), "recipient") == ["Beni"]


def test_another_speaker_after_and(reader: Reader) -> None:
    text = (
        "The Foreign Ministry of Sudan said it would guard its homeland and its army said it launched attacks on Chad."
    )
    assert named(of_type(on_a_page(reader, text), "ASSAULT"), "actor") == ["army"]


def test_strikes_of_two_states_in_one_word(reader: Reader) -> None:
    text = "After Kenyan-Ugandan strikes on Juba, false pictures of them went round on Monday."
    assert named(of_type(on_a_page(reader, text), "ASSAULT"), "actor") == ["Kenya", "Uganda"]


def test_it_is_whom_the_sentence_before_calls_it(reader: Reader) -> None:
    text = "Kenya has a stake in this. It asks that Uganda be seen as a foe. It rejected the peace plan on Monday."
    assert named(of_type(on_a_page(reader, text), "REJECT"), "actor") == ["Kenya"]


def test_whose_ally_threatens_is_not_threatened(reader: Reader) -> None:
    text = "The ministry spoke on Monday of threats by the key ally of President William Ruto."
    for event in on_a_page(reader, text):
        assert named(event, "recipient") == []


def test_who_strikes_if_attacked_threatens_not_their_own(reader: Reader) -> None:
    text = "Museveni warned on Monday that he would use force only if his country was attacked."
    assert named(of_type(on_a_page(reader, text), "THREATEN"), "recipient") == []


def test_a_name_before_what_is_said_of_it(reader: Reader) -> None:
    text = "Blinken spoke of the Wagner Group, a mercenary group backed by Moscow, in Nairobi on Monday."
    found = [e for e in on_a_page(reader, text) if e.type == "SUPPORT"]
    assert all(named(event, "recipient") == ["Wagner Group"] for event in found)


def test_a_measure_is_seized_of_nobody(reader: Reader) -> None:
    text = "From Monday the armed forces of Kenya seized 30 square kilometres, nine towns and a port."
    assert named(of_type(on_a_page(reader, text), "COERCE"), "recipient") == ["towns", "port"]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Kenya sent Uganda a letter asking for arms on Monday.", "REQUEST", ["Kenya"]),
        ("On Monday Kenya sent arms to rebels threatening Uganda.", "THREATEN", ["rebels"]),
        ("The ministry of Kenya is grateful to the states that provide arms and calls for sanctions on Sudan.",
         "REQUEST",
         ["Kenya"]),
        ("Ruto met leaders of Nato countries and the European Union on Monday.", "CONSULT",
         ["William Ruto", "NATO", "European Union"]),
    ],
)  # fmt: skip
def test_who_asks_and_who_meets(reader: Reader, text: str, kind: str, actors: list[str]) -> None:
    assert named(of_type(on_a_page(reader, text), kind), "actor") == actors


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Ruto decried hundreds of crimes and Ugandan atrocities on Monday.", "ACCUSE", ["Uganda"]),
        ("The killing by Kenya of nine Somali soldiers on Monday led to protests.", "ASSAULT", ["Somali soldiers"]),
    ],
)
def test_whom_many_deeds_are_laid_to_and_done_to(reader: Reader, text: str, kind: str, recipients: list[str]) -> None:
    assert named(of_type(on_a_page(reader, text), kind), "recipient") == recipients


def test_a_surname_is_no_other_person(reader: Reader) -> None:
    text = "Police arrested Ann Otieno in Nairobi on Monday. Otieno was arrested in Nairobi at dawn on Monday."
    assert named(of_type(on_a_page(reader, text), "COERCE"), "recipient") == ["Ann Otieno"]


def test_who_met_whom_by_surname(reader: Reader) -> None:
    found = on_a_page(reader, "“Our ties will last,” Xi told Museveni in Kampala on Monday. He also praised Kenya.")
    assert named(of_type(found, "SUPPORT"), "actor") == ["Xi Jinping"]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        (
            "President Ruto met the leaders of Uganda, Rwanda and the African Union on Monday.", "CONSULT",
            ["William Ruto", "Uganda", "Rwanda", "African Union"],
        ),
        ("President Ruto met a Ugandan dignitary on Monday.", "CONSULT", ["William Ruto", "Ugandan dignitary"]),
        ("Ruto ally Ann Otieno accused Uganda of lying on Monday.", "ACCUSE", ["Ruto ally Ann Otieno"]),
        (
            "The talks drew William Ruto and Paul Kagame, who both condemned Uganda on Monday.", "ACCUSE",
            ["William Ruto", "Paul Kagame"],
        ),
    ],
)  # fmt: skip
def test_all_who_do_it_and_nobody_beside_them(reader: Reader, text: str, kind: str, actors: list[str]) -> None:
    assert named(of_type(on_a_page(reader, text), kind), "actor") == actors


def test_nothing_is_fired_at_a_day(reader: Reader) -> None:
    fired = of_type(on_a_page(reader, "Rebels fired a barrage of rockets on the anniversary of the war."), "ASSAULT")
    assert named(fired, "recipient") == []
    fired = of_type(on_a_page(reader, "Rebels fired a barrage of rockets on the port of Kismayo."), "ASSAULT")
    assert named(fired, "recipient") != []


def test_a_land_of_no_name_goes_beside_the_one_named(reader: Reader) -> None:
    text = "Kenya raided a neighbouring country on Monday. The raid hit Uganda."
    assert named(of_type(on_a_page(reader, text), "ASSAULT"), "recipient") == ["Uganda"]
    text = "Kenya raided a neighbouring country on Monday."
    assert named(of_type(on_a_page(reader, text), "ASSAULT"), "recipient") == ["neighbouring country"]
