"""Whom an incident names first."""

from __future__ import annotations

import msgspec

from dateline.model import Party, Place
from dateline.resolve import incidents
from fakes.happenings import CIVILIANS, GUNMEN, M23, article, claim, event, voice
from fakes.rules import plain_rules

RULES = plain_rules()
ADF = Party(name="Allied Democratic Forces", text="the ADF", id="adf", country="COD", sector="REB")
ISLAMIC_STATE = Party(name="Islamic State", text="Islamic State", id="islamic-state", sector="REB")


def thing(name: str, sector: str | None = None) -> Party:
    return Party(name=name, text=name, sector=sector)


def names(told: list[tuple[str, list[Party], list[Party]]]) -> tuple[list[str], list[str]]:
    pages = [(article(source), actors, recipients) for source, actors, recipients in told]
    events = [(event(by, actors=actors, recipients=recipients), by) for by, actors, recipients in pages]
    (found,) = incidents(events, rules=RULES)
    return [p.name for p in found.actors], [p.name for p in found.recipients]


def test_a_known_doer_stands_before_gunmen_however_many_say_gunmen() -> None:
    doers, _ = names([("Post", [GUNMEN], []), ("Echo", [GUNMEN], []), ("Star", [GUNMEN, M23], [])])
    assert doers == ["March 23 Movement", "gunmen"]


def test_a_branch_stands_before_what_it_belongs_to() -> None:
    doers, _ = names([("Post", [ISLAMIC_STATE, GUNMEN], []), ("Echo", [ISLAMIC_STATE, ADF, GUNMEN], [])])
    assert doers == ["Allied Democratic Forces", "Islamic State", "gunmen"]


def test_a_bare_number_is_the_last_of_the_doers() -> None:
    doers, _ = names([("Post", [thing("37")], []), ("Echo", [thing("37"), thing("police", "COP")], [])])
    assert doers == ["police", "37"]


def test_who_has_a_name_stands_before_a_description_and_numbers_come_last() -> None:
    official, named = thing("official", "GOV"), thing("Jean Mbusa")
    _, sufferers = names(
        [("Post", [M23], [official, thing("thirty-seven", "CVL")]), ("Echo", [M23], [official, named, CIVILIANS])]
    )
    assert sufferers[0] == "Jean Mbusa"
    assert sufferers[-1] == "thirty-seven"


def spoken(*said: tuple[str, Party], where: tuple[Place, ...] = ()) -> list[str]:
    """The recipients of one report in which each of the named voices names one."""
    by = article("Post")
    told = event(by, recipients=(), where=where)
    claims = [claim(by, "recipient", party, voice(name)) for name, party in said]
    (found,) = incidents([(msgspec.structs.replace(told, claims=(*told.claims, *claims)), by)], rules=RULES)
    return [party.name for party in found.recipients]


def test_the_name_of_the_scene_is_no_name_of_a_victim() -> None:
    gate = Place(name="Kahe Gate", precision="town", lat=-1.6, lon=29.2, country="COD", id="x:1")
    said = (("police", thing("Kahe Gate")), ("mayor", thing("drivers", "LAB")), ("nurse", thing("drivers", "LAB")))
    assert spoken(*said)[0] == "Kahe Gate"
    assert spoken(*said, where=(gate,))[0] == "drivers"


def test_descriptions_of_one_kind_count_together() -> None:
    said = (
        ("police", thing("crew", "LAB")), ("mayor", thing("crew", "LAB")), ("nurse", thing("young rescuer", "CVL")),
        ("army", thing("rescuers", "CVL")), ("priest", thing("rescuer", "CVL")),
    )  # fmt: skip
    assert spoken(*said)[-1] == "crew"


def test_what_was_hit_in_a_town_stands_before_the_town() -> None:
    town = Party(name="Kahe", text="Kahe", country="COD")
    said = (("police", town), ("mayor", town), ("nurse", thing("same town")), ("clerk", thing("railway station")))
    assert spoken(*said) == ["railway station", "Kahe", "same town"]


def test_a_town_stands_before_those_of_whom_only_the_number_is_said() -> None:
    town, state = Party(name="Kahe", text="Kahe", country="COD"), Party(name="Congo", text="Congo", id="state:COD")
    assert spoken(("police", thing("people", "CVL")), ("mayor", town), ("clerk", state)) == ["Congo", "Kahe", "people"]


def test_a_curfew_is_laid_on_the_town_itself() -> None:
    town, by = Party(name="Kahe", text="Kahe", country="COD"), article("Post")
    told = event(by, type_="COERCE", mode="curfew", recipients=())
    claims = [claim(by, "recipient", p, voice(n)) for n, p in (("a", town), ("b", town), ("c", thing("placard")))]
    (found,) = incidents([(msgspec.structs.replace(told, claims=(*told.claims, *claims)), by)], rules=RULES)
    assert [party.name for party in found.recipients] == ["Kahe", "placard"]
