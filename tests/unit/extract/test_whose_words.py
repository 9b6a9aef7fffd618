"""Whose words tell it: the outlet's own "we", what is only said to be, and who says that he had no part in it."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Count, Event, Party


def events(reader: Reader, text: str) -> tuple[Event, ...]:
    given = {"published": "2024-03-06", "language": "en", "outlet": "Lake Courier"}
    reading = reader.read(page_of(text.encode(), source="page", given=given))
    assert isinstance(reading, Reading), reading
    return reading.events


def voices(reader: Reader, text: str) -> set[tuple[str, str]]:
    """(name, stance) of everyone who says that it happened."""
    found = events(reader, text)
    return {(c.voice.name, c.voice.stance) for e in found for c in e.claims if c.property == "occurrence"}


def actors(event: Event) -> set[str]:
    return {c.value.name for c in event.claims if c.property == "actor" and isinstance(c.value, Party)}


def test_we_is_the_outlet_whatever_party_was_named_before(reader: Reader) -> None:
    lead = "Chad buried 12 pupils on Tuesday who were killed in a strike on Kobe. "
    found = voices(reader, lead + "In this edition we confirm the strike hit the village school of Kobe.")
    assert {name for name, _ in found} == {"Lake Courier"}


def test_a_speaker_is_told_of_with_the_name_that_follows_the_office(reader: Reader) -> None:
    found = voices(reader, "The governor, Amina Okello, said bandits had killed two rangers near Jos on Tuesday.")
    assert found == {("governor, Amina Okello", "reports")}
    found = voices(reader, "The mayor of Beni, Paul Musa, said a shell had hit a bakery on Tuesday, hurting two women.")
    assert found == {("mayor of Beni, Paul Musa", "reports")}


def test_we_in_a_quotation_is_its_speaker(reader: Reader) -> None:
    found = voices(reader, "“We shelled the barracks in Goma on Monday,” the M23 said on Tuesday.")
    assert "March 23 Movement" in {name for name, _ in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "The bombardment of the port city of Berbera, said to be the worst in years, killed 20 people on Monday.",
        "A raid on a depot in Djibo, believed to have been the third this month, killed two guards on Monday.",
    ],
)
def test_what_is_said_to_be_says_nothing_itself(reader: Reader, sentence: str) -> None:
    named = {name for name, _ in voices(reader, sentence)}
    assert named <= {"Lake Courier", "unnamed"}


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("had no part in the shelling of a minibus near Djibo on Monday", "denies"),
        ("had nothing to do with the shelling of a minibus near Djibo on Monday", "denies"),
        ("was behind the shelling of a minibus near Djibo on Monday", "reports"),
    ],
)
def test_who_says_that_somebody_had_no_part_in_it_denies(reader: Reader, said: str, stance: str) -> None:
    found = voices(reader, f"A shell killed two passengers. The governor said that the army of Mali {said}.")
    assert ("governor", stance) in found


def test_who_claims_to_have_done_it_speaks(reader: Reader) -> None:
    found = voices(reader, "The army of Mali claimed to have killed ten rebels near Djibo on Monday.")
    assert any("army" in name.casefold() or "Mali" in name for name, _ in found)


@pytest.mark.parametrize(
    "words", ["Our correspondent in Djibo says", "This newspaper has learned", "The Lake Courier understands"]
)
def test_the_outlet_s_own_people_are_the_outlet(reader: Reader, words: str) -> None:
    found = voices(reader, f"{words} that gunmen killed two guards near Djibo on Monday.")
    assert {name for name, _ in found} == {"Lake Courier"}


def test_another_newspaper_is_a_voice(reader: Reader) -> None:
    found = voices(reader, "The Harbour Gazette says that gunmen killed two guards near Djibo on Monday.")
    assert any("Harbour Gazette" in name for name, _ in found)


def test_we_outside_quotation_marks_did_nothing_for_the_last_party_named(reader: Reader) -> None:
    lead = "The M23 left Sake on Monday. "
    found = events(reader, lead + "We claim that we struck a depot in Goma on Tuesday.")
    assert all("March 23 Movement" not in actors(e) for e in found if "struck" in e.evidence[0].exact)


def test_a_happening_is_no_voice(reader: Reader) -> None:
    found = voices(reader, "As fighting continues, the army of Chad has sent 200 soldiers to Bol.")
    assert {name for name, _ in found} <= {"Lake Courier"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Keller has blasted Peru's war in the valley.",
        "The mayor hit out at the raids on the market of Goma.",
        "The foreign minister blasted Chad over the arrests in Bol on Monday.",
    ],
)
def test_words_that_blast_harm_nobody(reader: Reader, sentence: str) -> None:
    found = events(reader, sentence)
    assert [e.type for e in found if any(v in e.evidence[0].exact for v in ("blasted", "hit out"))][:1] == ["ACCUSE"]
    assert not any(actors(e) for e in found if e.type == "ASSAULT")


def test_guns_that_blast_do_harm(reader: Reader) -> None:
    found = events(reader, "Army gunners blasted a rebel camp near Goma on Monday.")
    assert [e.type for e in found] == ["ASSAULT"]


TOLD = "Gunmen on motorcycles attacked a market in Djibo on Monday and killed six traders. "


@pytest.mark.parametrize(
    ("said", "name", "stance"),
    [
        (
            "Captain Amadou Diallo, who speaks for the police, confirmed the attack.",
            "Captain Amadou Diallo",
            "confirms",
        ),
        ("Survivors told the Lake Courier that the attackers came from the hills on foot.", "Survivors", "reports"),
        ("The raid was over in ten minutes, the mayor said.", "mayor", "reports"),
    ],
)
def test_who_speaks_of_a_deed_told_before_is_a_voice(reader: Reader, said: str, name: str, stance: str) -> None:
    assert (name, stance) in voices(reader, TOLD + said)


@pytest.mark.parametrize(
    "said",
    [
        "The mayor said that the attackers would be found.",
        "The mayor said that the harvest was good.",
        "Another attack was feared, the mayor said.",
    ],
)
def test_who_reacts_or_speaks_of_something_else_is_none(reader: Reader, said: str) -> None:
    deeds = [e for e in events(reader, TOLD + said) if e.type == "ASSAULT"]
    names = {c.voice.name for e in deeds for c in e.claims if c.property == "occurrence"}
    assert names == {"Lake Courier"}


def test_who_counts_the_hurt_is_the_voice_of_the_count(reader: Reader) -> None:
    found = events(reader, TOLD + "Hospital staff listed three wounded.")
    assert {c.voice.name for e in found for c in e.claims if c.property == "injured"} == {"Hospital staff"}


@pytest.mark.parametrize("sentence", ["Djibo counts six dead after a raid on Monday.", "We logged 41 dead in Djibo."])
def test_a_town_that_counts_its_dead_and_the_writer_are_no_voices(reader: Reader, sentence: str) -> None:
    assert {name for name, _ in voices(reader, sentence)} <= {"Lake Courier"}


@pytest.mark.parametrize(
    "words", ["is happy to inform the public that its fighters seized", "is proud to announce that its fighters seized"]
)
def test_who_is_happy_to_inform_speaks(reader: Reader, words: str) -> None:
    found = voices(reader, f"The Arakan Army {words} a base at Ann on Monday.")
    assert ("Arakan Army", "claims") in found


def test_who_informs_of_a_happening_speaks(reader: Reader) -> None:
    found = voices(reader, "The M23 informs the public of a massacre in Sake on Monday that killed eight people.")
    assert {name for name, _ in found} == {"March 23 Movement"}


def test_what_a_town_saw_it_does_not_say(reader: Reader) -> None:
    found = voices(reader, "Djibo saw its largest protest march in years on Monday.")
    assert {name for name, _ in found} <= {"Lake Courier"}


def test_he_is_the_last_speaker_with_a_name(reader: Reader) -> None:
    found = voices(
        reader,
        "Station master Hassan Omar said that two drones hit the hall in Kosti on Monday. The local emergency room "
        "said that five people were killed. He said that 13 people were wounded.",
    )
    assert not any(name == "he" for name, _ in found)


def test_what_somebody_is_accused_of_is_not_told_by_the_page(reader: Reader) -> None:
    found = voices(reader, "The army of Mali is accused of burning a village near Djibo on Monday.")
    assert ("unnamed", "accuses") in found


def tolls(reader: Reader, text: str) -> set[tuple[str, int]]:
    """(name, least count) of everyone who counts the dead."""
    counts = [c for e in events(reader, text) for c in e.claims if c.property == "killed"]
    return {(c.voice.name, c.value.low) for c in counts if isinstance(c.value, Count)}


def test_each_counts_the_dead_for_himself(reader: Reader) -> None:
    text = (
        "The army said its troops had killed 15 militiamen near Beni, but a militia spokesman said only two had died."
    )
    assert tolls(reader, text) == {("army", 15), ("militia spokesman", 2)}


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("according to a nurse and two fishermen", {"nurse", "two fishermen"}),
        ("the mayor and a shopkeeper said", {"mayor", "shopkeeper"}),
        ("the mayor of Beni said", {"mayor of Beni"}),
    ],
)
def test_several_say_it_together(reader: Reader, said: str, names: set[str]) -> None:
    found = {name for name, _ in voices(reader, f"Soldiers shot dead two drivers in Beni on Monday, {said}.")}
    assert found == names or len(names) == len(found) == 1


def test_who_says_that_they_did_not_do_it_denies_it(reader: Reader) -> None:
    found = voices(reader, "“We did not shell the school in Beni on Monday,” the rebels' commander said.")
    assert {stance for _, stance in found} == {"denies"}


def test_who_will_not_comment_neither_refuses_nor_denies(reader: Reader) -> None:
    found = events(
        reader, "The ministry declined to comment on reports that rebels shelled a school in Beni on Monday."
    )
    assert [(e.type, e.modality) for e in found] == [("ASSAULT", "actual")]


def test_a_capital_that_speaks_is_its_state(reader: Reader) -> None:
    found = events(reader, "Lima says it struck two depots near Tacna on Monday.")
    assert actors(found[0]) == {"Peru"}


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("A blast blamed on smugglers killed two guards in Tacna on Monday.", {"smugglers"}),
        ("The raid on Tacna on Monday, which killed two guards, was blamed on smugglers.", {"smugglers"}),
        ("Shells killed two guards in Tacna on Monday, the mayor said, blaming the rebels.", {"rebels"}),
        ("The mayor blamed the smugglers for the killing of two guards in Tacna on Monday.", {"smugglers"}),
        ("A blast blamed on a gas leak killed two guards in Tacna on Monday.", set()),
    ],
)
def test_to_whom_a_deed_is_laid(reader: Reader, sentence: str, doers: set[str]) -> None:
    found = [e for e in events(reader, sentence) if e.type == "ASSAULT"]
    assert {name.removeprefix("the ") for e in found for name in actors(e)} == doers


def test_who_denies_or_claims_a_deed_does_nothing_else(reader: Reader) -> None:
    for verb in ("denied", "claimed"):
        found = events(reader, f"The navy {verb} that it had shelled two boats off Berbera on Monday.")
        assert [e.type for e in found] == ["ASSAULT"]


def test_a_group_is_called_by_its_name(reader: Reader) -> None:
    found = voices(reader, "The aid group Medlake said its depot in Beni was looted by gunmen on Monday.")
    assert {name for name, _ in found} == {"aid group Medlake"}


@pytest.mark.parametrize(
    "text",
    [
        "It was not clear who planted the bomb which injured nine traders in Beni on Monday.",
        "The army did not reply to a request for comment on the killing of two traders in Beni on Monday.",
    ],
)
def test_what_is_asked_about_has_happened(reader: Reader, text: str) -> None:
    assert "actual" in {e.modality for e in events(reader, text) if e.type == "ASSAULT"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The army rejected accusations that it had shelled the market in Minova on Sunday.",
        "The army denied reports that it shelled the market in Minova on Sunday.",
        "The army dismisses the claim that it shelled the market in Minova on Sunday.",
    ],
)
def test_a_charge_that_is_denied_is_the_denier_s_word(reader: Reader, sentence: str) -> None:
    page = page_of(sentence.encode(), source="page", given={"published": "2024-03-06", "language": "en"})
    reading = reader.read(page)
    assert isinstance(reading, Reading)
    (found,) = [e for e in reading.events if e.type == "ASSAULT"]
    assert found.modality == "negated"
    assert {(c.voice.name, c.voice.stance) for c in found.claims if c.property == "place"} == {("army", "denies")}


def deed_voices(reader: Reader, text: str, type_: str = "ASSAULT") -> set[str]:
    """Who says that a deed of the type took place."""
    found = [e for e in events(reader, text) if e.type == type_]
    return {c.voice.name for e in found for c in e.claims if c.property in ("place", "recipient", "actor")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Hamas denied any involvement in the attack on the market in Haifa.", {"Lake Courier"}),
        ("The Pentagon declined to comment on reports of a strike on Hodeidah.", {"Lake Courier"}),
        ("Sudan's army has not commented on the shelling of the market in Kutum.", {"Lake Courier"}),
        ("Chad said it was checking reports that a strike had killed 11 people in Kutum.", {"unnamed"}),
        ("Local media quoted police as saying that two men had shot the judge in Kutum.", {"police"}),
        ("Police were quoted as saying that two men had shot the judge in Kutum.", {"police"}),
    ],
)
def test_only_those_who_tell_of_a_deed_are_its_voices(reader: Reader, sentence: str, expected: set[str]) -> None:
    assert deed_voices(reader, sentence) == expected


def parties(reader: Reader, text: str, side: str) -> set[str]:
    return {
        c.value.name
        for e in events(reader, text)
        if e.type == "ASSAULT"
        for c in e.claims
        if c.property == side and isinstance(c.value, Party)
    }


def test_those_on_whom_a_bombing_is_blamed_are_its_doers(reader: Reader) -> None:
    text = "Police blamed the bombing on the Pakistani Taliban."
    assert parties(reader, text, "actor") == {"Tehrik-i-Taliban Pakistan"}
    assert not parties(reader, text, "recipient")


def test_they_are_not_the_one_who_speaks_of_them(reader: Reader) -> None:
    assert parties(reader, '"They came at night and burned 22 houses," said a farmer from Daffo.', "actor") == set()
    assert parties(reader, '"We burned 22 houses in Daffo on Sunday," said a commander.', "actor") == {"commander"}


def test_where_a_claim_was_posted_suffers_nothing(reader: Reader) -> None:
    text = "The Islamic State claimed the bombing in Peshawar on its Telegram channel."
    assert parties(reader, text, "recipient") == {"Peshawar"}


def test_who_was_silent_on_one_thing_still_tells_another(reader: Reader) -> None:
    text = "The army, which has not responded to our questions, said that rebels had shelled the market in Kutum."
    assert deed_voices(reader, text) == {"army"}


@pytest.mark.parametrize(
    ("text", "kind", "teller"),
    [
        (
            "Baerbock said that while other states are now sending guns to Chad, Germany would help with training.",
            "AID",
            "Baerbock",
        ),
        (
            "Kenya's Defence Ministry said it would protect its coast and its Coast Guard said it seized two dhows.",
            "COERCE",
            "coast guard",
        ),
    ],
)
def test_whoever_the_parse_takes_for_something_else_speaks(reader: Reader, text: str, kind: str, teller: str) -> None:
    found = [e for e in events(reader, text) if e.type == kind]
    assert {c.voice.name for e in found for c in e.claims if c.property == "occurrence"} == {teller}


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        (
            "Kenya warned it would “pursue heirs” of Ali Omar, who was killed in an air strike in Kismayo on Monday.",
            "Lake Courier",
        ),
        (
            "Kenya warned that meddling would “lead to ruin” in a televised address as the attack on Kismayo began.",
            "Lake Courier",
        ),
        ("Kenya said that bandits had come “to ruin” in April and had attacked Kismayo on Monday.", "Kenya"),
        ("“We mourn our friend Ali Omar, who was killed in an air strike in Kismayo on Monday,” Kenya said.", "Kenya"),
    ],
)
def test_what_the_writer_adds_behind_words_in_marks_is_his_own(reader: Reader, text: str, teller: str) -> None:
    found = [e for e in events(reader, text) if e.type == "ASSAULT"]
    assert {c.voice.name for e in found for c in e.claims if c.property == "occurrence"} == {teller}


@pytest.mark.parametrize(
    ("reading", "teller"),
    [
        ("reads a statement by the Foreign Ministry", "Foreign Ministry"),
        ("the statement reads", "unnamed"),
        ("the mayor said. A clerk read the statement", "mayor"),
    ],
)
def test_what_a_statement_reads_is_of_whose_it_is(reader: Reader, reading: str, teller: str) -> None:
    found = events(reader, f"“Soldiers of Chad shelled villages near Goma on Monday,” {reading}.")
    assert {c.voice.name for e in found for c in e.claims if c.property == "occurrence"} == {teller}


@pytest.mark.parametrize(
    ("sentence", "recipient", "voice"),
    [
        ("The mayor suggested that the port discourages mines, while Spain condemned the decision.", None, "Spain"),
        (
            "The mayor believes that the militia will take the port, and Kenya condemned the decision.", None, "Kenya",
        ),
        ("Anna Berg of the tribunal said the militia had accused Chad of murder.", "Chad", "Anna Berg of the tribunal"),
        ("Anna Berg accused Chad of murder.", "Chad", "Anna Berg"),
    ],
)  # fmt: skip
def test_a_charge_is_told_by_whoever_is_quoted_on_it(
    reader: Reader, sentence: str, recipient: str | None, voice: str
) -> None:
    found = [e for e in events(reader, sentence) if e.type == "ACCUSE"]
    told = {c.voice.name for e in found for c in e.claims if c.property == "occurrence"}
    charged = {
        c.value.name for e in found for c in e.claims if c.property == "recipient" and isinstance(c.value, Party)
    }
    assert told == {voice}
    assert recipient is None or recipient in charged


@pytest.mark.parametrize(
    ("second", "heard"),
    [
        ("The army has not commented on or confirmed the attack.", False),
        ("The army could not confirm the attack.", False),
        ("The army confirmed the attack.", True),
    ],
)
def test_who_does_not_confirm_it_tells_nothing_of_it(reader: Reader, second: str, *, heard: bool) -> None:
    found = voices(reader, f"A bomb killed nine people at a market in Kano on Monday. {second}")
    assert (("army", "confirms") in found) == heard
    assert len(found) == 1 + heard


def test_who_announces_what_they_do_tells_it(reader: Reader) -> None:
    found = voices(reader, "Chad announced the strengthening of the alliance with Niger.")
    assert {name for name, _ in found} == {"Chad"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The base lies near the border, which indicates that rebels used rockets in the attack on Kano on Monday.",
        "Everyone should understand that rebels shelled a school in Kano on Monday.",
    ],
)
def test_a_border_and_everyone_say_nothing(reader: Reader, sentence: str) -> None:
    assert {name for name, _ in voices(reader, sentence)} == {"Lake Courier"}


def test_who_congratulates_speaks(reader: Reader) -> None:
    found = voices(reader, "President Idriss Deby congratulated the army of Niger on Monday.")
    assert {name for name, _ in found} == {"Idriss Deby"}


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("Soldiers, the bishop said, looted a clinic in Bunia on Monday.", "bishop"),
        ("In the governor's words, gunmen killed nine villagers near Jos on Monday.", "governor"),
        ("By the army's account, rebels shelled the port of Aden on Monday.", "army"),
        ("The Lake Agency, quoting an eyewitness, said that gunmen shot nine people in Kano on Monday.", "eyewitness"),
        ("The mayor, citing satellite images, said that gunmen burned nine houses in Kano on Monday.", "mayor"),
        ("Gunmen shot nine people in Kano on Monday, the Lake Agency reported, citing a judge.", "judge"),
        ("Rebels shelled the port of Aden on Monday, state television said, citing the army.", "army"),
        ("Gunmen burned nine houses in Kano on Monday, the mayor said, citing satellite images.", "mayor"),
        ("Those interviewed said that guards had beaten nine detainees in Kano on Monday.", "unnamed"),
    ],
)
def test_words_that_reach_the_page_by_others(reader: Reader, sentence: str, voice: str) -> None:
    assert {name for name, _ in voices(reader, sentence)} == {voice}


def test_who_is_cited_first_still_speaks(reader: Reader) -> None:
    found = voices(reader, "Citing a doctor, the Lake Agency reported that gunmen shot nine people in Kano on Monday.")
    assert "doctor" in {name for name, _ in found}


def test_who_neither_confirms_nor_denies_denies_nothing(reader: Reader) -> None:
    text = "A strike hit a convoy near Homs on Monday. Israel has neither confirmed nor denied striking the convoy."
    found = voices(reader, text)
    assert found
    assert ("Israel", "denies") not in found
