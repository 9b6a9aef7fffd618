"""Actor files compile, and a fault in one is named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import InvalidKnowledge
from dateline.knowledge.actors import load_actors

ACTOR = "id,name,kind,country,sector,parent,aliases,since,until,source\n"
LAND = "state:AAA,Landia,state,AAA,GOV,,,,,made up\n"
EMPTY = {
    "metonyms.csv": "metonym,actor\n",
    "demonyms.csv": "demonym,country,people\n",
    "offices.csv": "name,aliases,actor,office,since,until,source\n",
    "roles.csv": "role,plural,sector,kind,alone\n",
    "objects.csv": "object,plural,classes\n",
}


def folder(tmp_path: Path, *, actors: str, **parties: str) -> Path:
    (tmp_path / "actors").mkdir()
    (tmp_path / "parties").mkdir()
    (tmp_path / "actors" / "all.csv").write_text(ACTOR + LAND + actors, encoding="utf-8")
    for name, header in EMPTY.items():
        (tmp_path / "parties" / name).write_text(header + parties.get(name[:-4], ""), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("front,Front,group,BBB,REB,,,,,made up\n", "all.csv:3: expected a country of states.csv"),
        ("front,Front,club,AAA,REB,,,,,made up\n", "all.csv:3: expected one of"),
        ("front,Front,group,AAA,XXX,,,,,made up\n", "all.csv:3: expected one of"),
        ("front,Front,group,AAA,REB,nobody,,,,made up\n", "all.csv:3: expected the id of a parent"),
        ("front,Front,group,AAA,REB,,,soon,,made up\n", "all.csv:3: expected YYYY"),
        ("front,Front,group,AAA,REB,,,,\n", "all.csv:3: expected 10 cells"),
        ("front,Front,group,AAA,REB,,,,,x\nfront,Van,group,AAA,REB,,,,,x\n", "all.csv:4: expected an id used once"),
        ("one,Front,group,AAA,REB,,,,,x\ntwo,Van,group,AAA,REB,,FRONT,,,x\n", "all.csv:4: expected an alias of one"),
    ],
)
def test_faults_are_refused(tmp_path: Path, row: str, complaint: str) -> None:
    with pytest.raises(InvalidKnowledge) as caught:
        load_actors(folder(tmp_path, actors=row))
    assert complaint in str(caught.value)


def test_one_name_may_pass_from_one_actor_to_the_next(tmp_path: Path) -> None:
    rows = "old,Front,group,AAA,REB,,,1990,2001-06,x\nnew,Front,group,AAA,REB,,,2001-07,,x\n"
    table = load_actors(folder(tmp_path, actors=rows))
    assert [a.id for a in table.by_alias["front"]] == ["old", "new"]


def test_parties_refer_to_actors_of_the_table(tmp_path: Path) -> None:
    with pytest.raises(InvalidKnowledge, match=r"metonyms\.csv:2"):
        load_actors(folder(tmp_path, actors="", metonyms="Port Land,state:BBB\n"))


def test_office_holders_take_country_and_sector_of_their_actor(tmp_path: Path) -> None:
    row = "Ada Roe,Roe,state:AAA,president,2019-05-20,\n".replace(",\n", ",,made up\n")
    table = load_actors(folder(tmp_path, actors="", offices=row))
    (office,) = table.offices
    assert (office.person.kind, office.person.country, office.person.sector) == ("person", "AAA", "GOV")
    assert table.by_alias["roe"] == (office.person,)


def test_shipped_table_is_rich_enough() -> None:
    table = load_actors()
    states = [a for a in table.actors if a.kind == "state"]
    assert len(states) >= 195
    assert len(table.actors) - len(states) >= 600
    assert table.demonyms["congolese"] == ("COD", "COG")
    assert table.peoples["iraqis"] == ("IRQ",)
    assert table.metonyms["kremlin"].id == "state:RUS"
    assert table.roles["gunmen"].sector == "UAF"
    assert table.objects["warship"].classes == ("ship", "military")


def test_a_further_file_adds_its_actors(tmp_path: Path) -> None:
    further = tmp_path / "further.csv"
    further.write_text(ACTOR + "state:BBB,Isle,state,BBB,GOV,,Isler,,,made up\n", encoding="utf-8")
    table = load_actors(folder(tmp_path, actors=""), more=[further])
    assert [a.id for a in table.by_alias["isler"]] == ["state:BBB"]
    assert "state:AAA" in table.by_id
