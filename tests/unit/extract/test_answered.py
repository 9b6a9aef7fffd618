"""Whom an answer goes to, who is meant in lists and clauses, and what belongs to no party."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import names, of_type, on_a_page


@pytest.mark.parametrize(
    ("text", "kind", "addressed"),
    [
        ("Chad demanded that Niger disarm. Kenya has rejected that demand.", "REJECT", {"Chad"}),
        ("Chad claimed that Niger attacked Faya, a claim flatly rejected by Kenya.", "REJECT", {"Chad"}),
        ("Chad announced that it would send Niger 40 tanks. Kenya hailed the decision.", "SUPPORT", {"Chad"}),
        ("Kenya attacked a port in Somalia on Monday. Peru condemned the attack.", "ACCUSE", {"Kenya"}),
        ("Kenya attacked a port in Somalia on Monday. Peru condemned the attack on a market in Lima.", "ACCUSE", set()),
    ],
)
def test_an_answer_goes_to_whoever_did_what_is_answered(
    reader: Reader, text: str, kind: str, addressed: set[str]
) -> None:
    assert names(of_type(on_a_page(reader, text), kind), "recipient") == addressed


def test_a_bill_that_is_rejected_is_refused_to_nobody_in_it(reader: Reader) -> None:
    found = of_type(
        on_a_page(reader, "The parliament of Kenya rejected a bill to curb the powers of President Ruto."), "REJECT"
    )
    assert names(found, "recipient") == set()


def test_access_to_a_base_is_asked_of_nobody_there(reader: Reader) -> None:
    assert names(of_type(on_a_page(reader, "Chad requested access to a naval base."), "REQUEST"), "recipient") == set()


def test_the_subject_after_a_place_is_that_of_the_next_clause(reader: Reader) -> None:
    text = "The president of Peru met the king of Jordan in Kenya and the Norwegian minister met with the king of Chad."
    meetings = [names(e, "actor") for e in on_a_page(reader, text) if e.type == "CONSULT"]
    assert any("Norway" in " ".join(m) or "Norwegian minister" in m for m in meetings)
    assert not any({"Peru", "Chad"} <= m for m in meetings)


def test_every_target_of_a_list_was_hit(reader: Reader) -> None:
    text = (
        "Militia drone attacks targeted Basra International Airport, an oil field in Basra Province, the old mill at "
        "Zubayr, and the headquarters of an oil company in Basra Province on Monday."
    )
    hit = " ".join(names(of_type(on_a_page(reader, text), "ASSAULT"), "recipient"))
    assert all(word in hit for word in ("Airport", "oil field", "mill", "headquarters"))


def test_what_was_fired_in_a_list_was_fired_at_one_target(reader: Reader) -> None:
    found = of_type(
        on_a_page(reader, "Eritrea launched 101 ballistic missiles, 39 drones, and 3 cruise missiles at Djibouti."),
        "ASSAULT",
    )
    assert names(found, "recipient") == {"Djibouti"}


def test_what_stands_near_a_seat_is_not_its_owner(reader: Reader) -> None:
    found = of_type(
        on_a_page(reader, "A bomb wrecked a car close to the headquarters of the Kenyan army in Nairobi."), "ASSAULT"
    )
    assert not any("Kenya" in name for name in names(found, "recipient"))


def test_those_killed_by_shelling_did_not_shell(reader: Reader) -> None:
    found = of_type(
        on_a_page(reader, "Some of the people in Juba had been killed by shelling and airstrikes."), "ASSAULT"
    )
    assert names(found, "actor") == set()


def test_whoever_calls_strikes_names_did_not_strike(reader: Reader) -> None:
    text = "Foreign minister Ann Lee called the strikes on Juba a heinous act of barbarism."
    assert not any("Lee" in name for e in on_a_page(reader, text) if e.type == "ASSAULT" for name in names(e, "actor"))


def test_a_deed_that_its_doer_denies_is_not_that_of_an_unknown_doer(reader: Reader) -> None:
    text = (
        "The Kenyan Foreign Ministry denied reports that Kenya conducted strikes against Sudan. "
        "Satellite images confirm strikes on a drone base of the Rapid Support Forces in Nyala."
    )
    struck = [e for e in on_a_page(reader, text) if e.type == "ASSAULT"]
    support_forces = [e for e in struck if "Rapid Support Forces" in names(e, "recipient")]
    assert support_forces
    assert all("Kenya" not in names(e, "actor") for e in support_forces)


def test_the_writer_tells_what_a_last_clause_adds(reader: Reader) -> None:
    text = (
        "Kenya warned that it would pursue every heir of Ali Omar, who was killed in an air strike in Kismayo in May."
    )
    found = of_type(on_a_page(reader, text), "ASSAULT")
    voices = {c.voice.kind for c in found.claims if c.voice is not None}
    assert voices == {"outlet"}


def test_those_who_left_are_those_who_came_back(reader: Reader) -> None:
    text = "A ministry official said that many rebels have gone back to towns from which they had retreated."
    assert names(of_type(on_a_page(reader, text), "RETREAT"), "actor") == {"rebels"}


@pytest.mark.parametrize(
    "text",
    [
        "The minister of Chad said that Niger was to blame for the raid on Bol.",
        "Chad condemned Niger's attacks and breaches of the truce on Monday.",
    ],
)
def test_the_accused_and_the_accuser(reader: Reader, text: str) -> None:
    found = of_type(on_a_page(reader, text), "ACCUSE")
    assert names(found, "actor") == {"Chad"}
    assert names(found, "recipient") == {"Niger"}


def test_whoever_says_it_lashes_out(reader: Reader) -> None:
    text = "“Niger is using its people”, the Peruvian foreign minister said, lashing out at Chad for its silence."
    found = of_type(on_a_page(reader, text), "ACCUSE")
    assert "Niger" not in names(found, "actor")
    assert names(found, "recipient") == {"Chad"}


def test_both_who_trade_accusations_are_accused(reader: Reader) -> None:
    found = of_type(on_a_page(reader, "Chad and Niger have traded accusations over a strike on the plant."), "ACCUSE")
    assert names(found, "actor") == names(found, "recipient") == {"Chad", "Niger"}


def test_support_for_somebody_goes_to_them(reader: Reader) -> None:
    text = (
        "General Sir Ann Lee, the chief of the Kenyan army, reiterated Kenya's support for Chad in a message on Monday."
    )
    found = of_type(on_a_page(reader, text), "SUPPORT")
    assert names(found, "recipient") == {"Chad"}


def test_the_largest_raid_since_an_old_war_is_no_history(reader: Reader) -> None:
    found = of_type(
        on_a_page(reader, "Sudan launched the largest raid on a town since World War II, killing six people."),
        "ASSAULT",
    )
    assert found.modality == "actual"
