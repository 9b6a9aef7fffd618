"""The arithmetic of the scorers of slots and positions, on invented rows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from evals import asam, gvdb, muc4, petrarch_unit, ucdp_car
from evals.pairing import pairs
from evals.phrases import head, matches, shared
from evals.sentence_case import plain, sentence_case


def record(type_: str = "ASSAULT", **slots: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"actors": [], "recipients": [], "places": [], "weapons": [], "killed": [], "injured": []}
    return {"type": type_, "modality": "actual", **given, **slots}


def party(text: str, **more: str) -> dict[str, str]:
    return {"name": text, "text": text, **more}


def test_phrases_agree_by_words_or_head() -> None:
    assert matches("THE OLD BRIDGE", "bridge")
    assert matches("two masked men", "men in hoods")
    assert not matches("the bridge", "the barracks")
    assert head("armed members of the band") == "member"
    assert shared("Ana Ruiz Sol", "Dr Ana Ruiz") == pytest.approx(4 / 5)


def test_each_entry_is_paired_once_and_as_many_as_can_be() -> None:
    accepted = {("a", "x"), ("a", "y"), ("b", "x")}
    assert pairs(["a", "b"], ["x", "y"], lambda g, f: (g, f) in accepted) == [(0, 1), (1, 0)]


def test_capitals_return_to_names_and_beginnings_alone() -> None:
    known = {"NORTH PORT"}
    english = {
        "the",
        "mayor",
        "of",
        "north",
        "port",
        "said",
        "that",
        "men",
        "fled",
        "workers",
        "union",
        "joined",
        "and",
    }
    text = "THE MAYOR OF NORTH PORT SAID THAT ZELMO FLED.  MEN OF THE WORKERS UNION (WU) FLED AND WU SAID"
    cased = sentence_case(text, names=known.__contains__, common=lambda w: w in english)
    assert cased.split(".")[0] == "The mayor of North Port said that Zelmo fled"
    assert cased.endswith("Men of the Workers Union (WU) fled and WU said")


def test_markers_notes_and_hard_breaks_go() -> None:
    assert plain("PORT, 1 MAY 90 -- [TEXT] MEN\nFLED.\n\n   THE BAND [ZZ] SAID SO.") == (
        "PORT, 1 MAY 90 -- MEN FLED.\n\nTHE BAND SAID SO."
    )


MUC_ROW = {
    "id": "m1",
    "templates": [
        {
            "MESSAGE: TEMPLATE": ["1"], "PERP: INDIVIDUAL ID": ['"TWO MEN"'], "PERP: ORGANIZATION ID": ["-"],
            "PHYS TGT: ID": ['?"SHED"'], "INCIDENT: INSTRUMENT ID": ["*"], "HUM TGT: NAME": ['"LOMA"'],
            "HUM TGT: DESCRIPTION": ['"CLERK": "LOMA"', '"NEIGHBOR" / "OLD NEIGHBOR"'],
        },
    ],
}  # fmt: skip


def test_a_description_and_its_name_are_one_victim() -> None:
    gold = muc4.gold_of(MUC_ROW)
    assert [e.names for e in gold["Victim"]] == [("LOMA", "CLERK"), ("NEIGHBOR", "OLD NEIGHBOR")]
    assert gold["Target"] == [muc4.Entity(("SHED",), optional=True)]
    assert gold["PerpInd"] == [muc4.Entity(("TWO MEN",))]
    assert not gold["PerpOrg"]
    assert not gold["Weapon"]


def test_parties_fall_into_slots_and_a_fight_of_armies_into_none() -> None:
    attack = record(
        actors=[party("two men")], recipients=[party("the bridge"), party("Loma")], weapons=[party("dynamite")]
    )
    fight = record(actors=[party("troops", sector="MIL")], recipients=[party("rebels", sector="REB")])
    slots = muc4.slots_of([attack, fight, record(modality="planned", actors=[party("others")])])
    assert slots["PerpInd"] == [("two men", "two men")]
    assert slots["Target"] == [("the bridge", "the bridge")]
    assert slots["Victim"] == [("Loma", "Loma")]
    assert slots["Weapon"] == [("dynamite", "dynamite")]


def test_a_unit_test_s_events_in_both_schemes() -> None:
    known = {("weis", "04"): frozenset({"SUPPORT"}), ("weis", "02"): frozenset[str]()}
    event = {"sourcecode": "AAAGOV", "targetcode": "BBB", "eventcode": "041"}
    row = {"id": "X-1", "text": "A praised B.", "category": "X", "events": [event, {**event, "eventcode": "023"}]}
    assert petrarch_unit.gold_of(row, known) == [petrarch_unit.Gold("AAAGOV", "BBB", frozenset({"SUPPORT"}))]
    assert petrarch_unit.gold_of({**row, "events": [{"noevents": "True"}]}, known) == []
    assert petrarch_unit.gold_of({**row, "events": [{"error": "x"}]}, known) is None
    assert petrarch_unit.gold_of({**row, "events": [{**event, "eventcode": "023"}]}, known) is None


def test_source_and_target_must_stand_in_their_roles() -> None:
    gold = petrarch_unit.Gold("AAA", "BBB", frozenset({"AID", "CONSULT"}))
    one, other = party("A", country="AAA"), party("B", country="BBB")
    assert petrarch_unit.tells(record("AID", actors=[one], recipients=[other]), gold)
    assert not petrarch_unit.tells(record("AID", actors=[other], recipients=[one]), gold)
    assert petrarch_unit.tells(record("CONSULT", actors=[one, other]), gold)
    assert not petrarch_unit.tells(record("SUPPORT", actors=[one], recipients=[other]), gold)


def test_a_report_comes_out_the_wednesday_after() -> None:
    assert asam.published("2020-01-01") == date(2020, 1, 8)
    assert asam.published("2020-01-07") == date(2020, 1, 8)


def test_positions_stated_and_near() -> None:
    assert asam.states_position("in position 12-30.5N - 045:10E, off the cape")
    assert not asam.states_position("12 nm north of the cape, on 10 E street")
    assert asam.near((1.0, 2.0), (1.05, 1.95))
    assert not asam.near((1.0, 2.0), (1.06, 2.0))


@pytest.mark.parametrize(
    ("text", "name", "told", "right"),
    [
        ("Two men were kidnapped and shots fired.", "people seized", ("ASSAULT", "abduct"), True),
        ("The ship was hijacked.", "ship seized", ("COERCE", "seize"), True),
        ("Thieves stole a rope.", "things taken", ("COERCE", "arrest"), False),
        ("A skiff came near and turned away.", None, ("ASSAULT", ""), False),
        ("A skiff came near and turned away.", None, ("THREATEN", ""), True),
    ],
)
def test_the_gravest_words_tell_the_kind(text: str, name: str | None, told: tuple[str, str], right: bool) -> None:
    kind = asam.kind_of(text)
    assert (kind.name if kind else None) == name
    assert asam.fits(kind, [record(told[0], mode=told[1])]) is right


def test_headlines_are_taken_apart_by_source_and_french_ones_left() -> None:
    row = {
        "source_article": '"Reef Wire,2015-03-02,Raid kills nine in Dalora";'
        '"Le Phare,2015-03-03,Neuf morts dans un raid";"Reef Wire,2015-03-04,Raid kills nine in Dalora"'
    }
    assert list(ucdp_car.headlines(row)) == [ucdp_car.Headline("2015-03-02", "Raid kills nine in Dalora")]


def test_a_headline_names_its_place_and_counts_its_dead() -> None:
    assert ucdp_car.names_place("Raid kills nine in Dalora", "Dalora town")
    assert not ucdp_car.names_place("Raid kills nine in Daloran hills", "Dalora town")
    assert ucdp_car.counted("Raid kills nine in Dalora", {8, 9}) == 9
    assert ucdp_car.counted("Raid kills nine in Dalora", {8}) is None
    assert ucdp_car.counted("Nine flee Dalora", {9}) is None


GVDB_GOLD = {
    "date-and-time": {"city": {"value": " AXVILLE"}, "date": "2016-1-3"},
    "victim-section": [{"name": {"value": "Ana Ruiz"}}, {"name": {"value": ""}}],
    "shooter-section": [{"name": {"value": "Bo Lund"}}],
}


def test_a_story_s_slots_are_counted() -> None:
    row = {"url": "http://x.example/2016/01/04/a", "text": "x"}
    gold = gvdb.judged(gvdb.gold_of(GVDB_GOLD), row)
    when = {"start": "2016-01-03", "end": "2016-01-03"}
    attack = record(recipients=[party("Ruiz"), party("a man")], places=[party("Axville")], when=when)
    arrest = record("COERCE", mode="arrest", recipients=[party("Carl Ody")])
    found = gvdb.slots_of([attack, arrest])
    tallies = {slot: gvdb.counted(slot, gold[slot], found[slot]) for slot in gvdb.SLOTS}
    assert tallies == {"victims": (1, 1, 1), "shooters": (0, 1, 1), "place": (1, 1, 1), "date": (1, 1, 1)}


def test_a_name_after_an_office_is_a_name() -> None:
    attack = record(recipients=[party("Axville police officer Ana Ruiz"), party("a police officer")])
    assert gvdb.slots_of([attack])["victims"] == ["Ana Ruiz"]
    assert gvdb.same("Bo Lund Jr", "Lund")
    assert not gvdb.same("Bo Lund Jr", "Ody Jr")


def test_a_day_that_nothing_names_is_not_judged() -> None:
    gold = gvdb.gold_of(GVDB_GOLD)
    assert gvdb.judged(gold, {"url": "http://x.example/a", "text": "on Sunday"})["date"] == []
    assert gvdb.judged(gold, {"url": "http://x.example/a", "text": "on Jan. 3"})["date"] == ["-01-03"]
    assert gvdb.counted("date", ["-01-03"], ["2015-01-03/2015-01-03"]) == (1, 1, 1)
