"""To whom and by whom, where the words stand further off: hung on another word, in a clause, in the sentence before."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import names, of_type, on_a_page


@pytest.mark.parametrize(
    ("text", "kind", "suffering"),
    [
        ("Peru launched a ballistic missile with a cluster warhead at Chile on March 1.", "ASSAULT", {"Chile"}),
        ("Chad may use one of its most terrible weapons against Niger and Kenya.", "THREATEN", {"Niger", "Kenya"}),
        ("Peru launched a missile with a cluster warhead on March 1.", "ASSAULT", set()),
        ("On Monday the army said that rebels are using new rockets to attack Uganda.[13]", "ASSAULT", {"Uganda"}),
    ],
)
def test_what_is_aimed_at_stands_behind_another_word(reader: Reader, text: str, kind: str, suffering: set[str]) -> None:
    found = [e for e in on_a_page(reader, text) if e.type == kind]
    assert any(suffering == names(e, "recipient") for e in found)


def test_a_series_of_strikes_is_on_what_stands_after_its_month(reader: Reader) -> None:
    text = "A series of strikes this month on the Gulu power plant in northern Uganda killed two people on Monday."
    hit = " ".join(n for e in on_a_page(reader, text) for n in names(e, "recipient"))
    assert "power plant" in hit


@pytest.mark.parametrize(
    ("text", "kind", "addressed"),
    [
        ("Peru's forces must be driven out of Chile, the foreign minister of Kenya said.", "REQUEST", set()),
        ("The foreign minister of Kenya said that Peru must leave Chile.", "REQUEST", {"Peru"}),
        ("In March the Kenyan firm called for an end to the conflict in Niger.", "REQUEST", set()),
        ("The minister has pushed for a flight ban to be enforced by Kenya and Peru.", "REQUEST", {"Kenya", "Peru"}),
        (
            "Chad fears Nato, and it is demanding guarantees that it will not take in members, including Niger.",
            "REQUEST",
            {"NATO"},
        ),
        ("Kenya refused to condemn Chad.", "REJECT", set()),
        ("Kenya refused to negotiate with Chad.", "REJECT", {"Chad"}),
        ("President Ruto threatened dire consequences if Uganda sent any help.", "THREATEN", {"Uganda"}),
        ("Chad's nuclear threats are aimed at scaring the West from giving Niger support.", "THREATEN", {"West"}),
        ("Niger said on Monday that it was withdrawing troops from the border with Chad.", "RETREAT", {"Chad"}),
    ],
)
def test_of_whom_it_is_asked_and_to_whom_it_is_said(reader: Reader, text: str, kind: str, addressed: set[str]) -> None:
    assert names(of_type(on_a_page(reader, text), kind), "recipient") == addressed


def test_a_demand_that_is_ignored_was_made_of_who_ignores_it(reader: Reader) -> None:
    text = "The president of Chad accused Kenya and Peru of ignoring Chad's demands to keep Niger out of Nato."
    assert names(of_type(on_a_page(reader, text), "REQUEST"), "recipient") == {"Kenya", "Peru"}


@pytest.mark.parametrize(
    ("text", "kind", "addressed"),
    [
        ("Kenya presented its own peace proposal in May. Chad largely dismissed the plan.", "REJECT", {"Kenya"}),
        ("Rain fell on Kenya in May. Chad largely dismissed the plan.", "REJECT", set()),
        (
            "On Friday Kenya called for a halt to all movement of arms by both sides, which Chad and Niger rejected.",
            "REJECT",
            {"Kenya"},
        ),
        ("Chad invaded Niger on 3 May 2022. Kenya condemned the aggression.", "ACCUSE", {"Chad"}),
        (
            "Chad invaded Niger on 3 May 2022. Peru invaded Chile on 4 May 2022. Kenya condemned the aggression.",
            "ACCUSE",
            set(),
        ),
    ],
)
def test_an_answer_is_to_whose_plan_or_war_it_is(reader: Reader, text: str, kind: str, addressed: set[str]) -> None:
    assert names(of_type(on_a_page(reader, text), kind), "recipient") == addressed


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        (
            "President Ruto spoke. Marches in Lima forced out a president after he refused to sign a pact with Chile.",
            "REJECT",
            {"president"},
        ),
        (
            "The minister quoted what President Ruto said of Uganda, who met President Museveni in Kampala on Monday.",
            "CONSULT",
            {"William Ruto", "Yoweri Museveni"},
        ),
        ("Peru has held back since Chad invaded Niger, taking in thousands of refugees.", "AID", {"Peru"}),
        ("Kenyan drone fragments caused a large fire at the oil terminal in Gulu on March 3.", "ASSAULT", {"Kenya"}),
        ("Kenya has invited President Museveni to visit next month.", "CONSULT", {"Kenya", "Yoweri Museveni"}),
        (
            "The envoy accused the authorities in Lima that they took a course to reject cooperation with Chile.",
            "REJECT",
            {"authorities"},
        ),
        (
            "Kenya and its Western allies say the raid on Niger is an unprovoked crime.",
            "ACCUSE",
            {"Kenya", "Western allies"},
        ),
    ],
)
def test_who_does_it(reader: Reader, text: str, kind: str, doers: set[str]) -> None:
    assert names(of_type(on_a_page(reader, text), kind), "actor") == doers


def test_a_combined_force_is_of_the_two_states_named_together(reader: Reader) -> None:
    text = (
        "Kenya and Uganda began a joint air campaign over Chad on Monday. Strikes by Kenya and Uganda hit Faya. "
        "The combined force struck a barracks in Moundou on Tuesday."
    )
    found = [e for e in on_a_page(reader, text) if e.type == "ASSAULT" and "Moundou" in str(e.claims)]
    assert any({"Kenya", "Uganda"} <= names(e, "actor") for e in found)
    alone = "Kenya spoke on Monday. The combined force struck a barracks in Moundou on Tuesday."
    assert not names(of_type(on_a_page(reader, alone), "ASSAULT"), "actor") & {"Kenya", "Uganda"}


def test_what_kills_in_a_land_is_not_the_land(reader: Reader) -> None:
    text = "A Kenyan drone struck a depot at a port in southern Oman, which wounded four workers on Monday."
    assert all("Oman" not in names(e, "actor") for e in on_a_page(reader, text))
    text = "Peru spoke of Chile, which wounded four workers on Monday."
    assert any("Chile" in names(e, "actor") for e in on_a_page(reader, text))


def test_what_somebody_sees_as_a_threat_is_none(reader: Reader) -> None:
    assert not [e for e in on_a_page(reader, "Chad sees the alliance as a threat.") if e.type == "THREATEN"]


def test_raids_in_a_country_and_the_region_are_on_neither(reader: Reader) -> None:
    found = of_type(
        on_a_page(reader, "The militia claimed 23 drone attacks on bases in Chad and the region on Monday."), "ASSAULT"
    )
    assert not names(found, "recipient") & {"Chad", "region"}


def test_who_met_after_an_opening_phrase_is_the_one_told_of(reader: Reader) -> None:
    text = "On the sidelines of the Nairobi forum, Chairman of the Senate of Chad Paul Musa met with President Ann Lee."
    found = of_type(on_a_page(reader, text), "CONSULT")
    assert any("Paul Musa" in name for name in names(found, "actor"))
