"""ACLED codes: what the mapping, the words and the learned reader's sentence each decide."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.extract.derive import derived
from dateline.knowledge.lexicon import lexicon
from dateline.model import Claim, Gist, Party, Property, Quote, Voice
from fakes.told import events

OUTLET = Voice(name="outlet", kind="outlet", stance="reports")


def party(role: Property, sector: str) -> Claim:
    value = Party(name="those", text="those", sector=sector)
    words = Quote(start=0, end=5, exact="those")
    return Claim(id=role, property=role, value=value, voice=OUTLET, evidence=(words,), rule="test")


def code(kind: str, mode: str | None, *claims: Claim, words: str = "", gist: Gist | None = None) -> str | None:
    found = derived(kind, mode, claims=claims, lexicon=lexicon(), gists=[gist] if gist else (), words=words)
    return found.acled_sub_event_type


@pytest.mark.parametrize(
    ("mode", "words", "expected"),
    [
        ("explosives", "a grenade was thrown at a bar", "Grenade"),
        ("explosives", "a rocket propelled grenade hit a bar", "Remote explosive/landmine/IED"),
        ("explosives", "a roadside bomb hit a lorry", "Remote explosive/landmine/IED"),
        ("heavy-weapons", "mortar rounds with poisonous gas fell", "Chemical weapon"),
        ("heavy-weapons", "missiles fired by jets hit a depot", "Air/drone strike"),
        ("crowd-control", "police fired tear gas during clashes with students", "Violent demonstration"),
        (
            "crowd-control",
            "police fired tear gas at a peaceful march though no clashes were seen",
            "Protest with intervention",
        ),
        ("crowd-control", "police used live ammunition at the march", "Excessive force against protesters"),
    ],
)
def test_words_tell_what_the_mode_does_not(mode: str, words: str, expected: str) -> None:
    assert code("ASSAULT", mode, words=words) == expected


def test_a_march_against_violence_is_peaceful() -> None:
    assert code("PROTEST", "demo", words="thousands marched against violence in the schools") == "Peaceful protest"
    assert code("PROTEST", "demo", words="the march turned violent at noon") == "Violent demonstration"


def test_who_takes_ground_is_told_by_the_party() -> None:
    sure = Gist(quiet=0.0, acled="Government regains territory", acled_share=0.9)
    assert code("COERCE", "seize", party("actor", "REB"), gist=sure) == "Non-state actor overtakes territory"
    assert code("COERCE", "seize", party("actor", "MIL"), gist=sure) == "Government regains territory"


def test_a_mapping_that_knows_neither_mode_nor_sides_gives_way_sooner() -> None:
    unsure = Gist(quiet=0.0, acled="Attack", acled_share=0.4)
    assert code("ASSAULT", None, gist=unsure) == "Attack"
    assert code("ASSAULT", "heavy-weapons", gist=unsure) == "Shelling/artillery/missile attack"


def test_a_weapon_is_coded_unless_the_reader_is_quite_sure_that_it_is_none() -> None:
    assert code("ASSAULT", "aerial", gist=Gist(quiet=0.0, acled=None, acled_share=0.7)) == "Air/drone strike"
    assert code("ASSAULT", "aerial", gist=Gist(quiet=0.0, acled=None, acled_share=0.95)) is None
    assert code("ASSAULT", None, gist=Gist(quiet=0.0, acled=None, acled_share=0.7)) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers discovered two caches of weapons near Kidal on Friday.", "COERCE"),
        ("Army sappers defused a roadside bomb near Kidal on Friday.", "COERCE"),
        ("Ninety soldiers of the garrison defected to the rebels near Kidal on Friday.", "RETREAT"),
        ("Rebel fighters took control of Mabasele on Friday.", "COERCE"),
        ("A total of 90 people were arrested in Bamako on Friday.", "COERCE"),
        ("Police broke up a sit-in in front of the ministry in Bamako on Friday.", "ASSAULT"),
        ("Police used live bullets and tear gas to disperse a march in Bamako on Friday.", "ASSAULT"),
    ],
)
def test_strategic_developments_are_read(reader: Reader, text: str, kind: str) -> None:
    assert (kind, "actual") in {(e.type, e.modality) for e in events(reader, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The museum found a wartime rifle and ammunition in its cellar on Friday.",
        "The striker defected to a rival club on Friday.",
        "The investor took control of the board of the airline on Friday.",
    ],
)
def test_what_the_same_words_tell_elsewhere(reader: Reader, text: str) -> None:
    assert not [e for e in events(reader, text) if e.type in ("COERCE", "RETREAT")]


def test_the_forces_of_an_armed_group_are_no_states(reader: Reader) -> None:
    found = events(reader, "Al-Shabaab forces attacked the town of Dif on Friday.")
    values = [c.value for e in found for c in e.claims if c.property == "actor"]
    assert {v.sector for v in values if isinstance(v, Party)} == {"REB"}


def test_a_sentence_that_tells_of_a_type_outweighs_one_that_does_not() -> None:
    gists = [Gist(quiet=0.1, acled="Attack", acled_share=0.4), Gist(quiet=0.1, acled=None, acled_share=0.9)]
    both = derived("ASSAULT", "firearms", claims=(), lexicon=lexicon(), gists=gists)
    silent = derived("ASSAULT", "firearms", claims=(), lexicon=lexicon(), gists=gists[1:])
    assert (both.acled_sub_event_type, silent.acled_sub_event_type) == ("Attack", None)
