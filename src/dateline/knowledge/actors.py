"""Actor files → `ActorTable`: read, checked, refused with file and line."""

from __future__ import annotations

import calendar
import csv
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from typing import Literal, TypeVar, get_args

from dateline.errors import InvalidKnowledge
from dateline.model.actor import Actor, ActorKind
from dateline.model.actors_table import ActorTable, ObjectNoun, Office, Role, alias_key

Sector = Literal[
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL",
    "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO", "NGO",
]  # fmt: skip
"""PLOVER sectors, and IGO and NGO for bodies."""
ObjectClass = Literal[
    "ship", "vehicle", "aircraft", "building", "infrastructure", "military", "settlement", "weapon", "land",
    "religious", "health", "education", "market",
]  # fmt: skip
_ACTOR = ("id", "name", "kind", "country", "sector", "parent", "aliases", "since", "until", "source")
_OFFICE = ("name", "aliases", "actor", "office", "since", "until", "source")
_DEMONYM = ("demonym", "country", "people")
_Row = tuple[str, dict[str, str]]
"""Where the row stands ("middle_east.csv:12"), and its cells by column."""
_Noun = TypeVar("_Noun", Role, ObjectNoun)


def load_actors(folder: Traversable | None = None, *, more: Iterable[Traversable] = ()) -> ActorTable:
    """The table compiled from `actors/*.csv` and `parties/*.csv` under `folder`, by default the one that ships.

    `more` are further files with the columns of `actors/*.csv`: the actors of a user's own.

    Raises `InvalidKnowledge`, naming file and line, for an unknown country, sector, kind or parent, a repeated id,
    or one alias for two actors at the same time.
    """
    root = folder if folder is not None else files("dateline.knowledge") / "data"
    rows = chain(_actor_rows(root), *(_rows(path, _ACTOR) for path in more))
    found = [(where, _actor(where, cells)) for where, cells in rows]
    by_id = _by_id(found)
    _check_references(found, by_id)
    offices = tuple(_office(where, cells, by_id) for where, cells in _rows(root / "parties" / "offices.csv", _OFFICE))
    everyone = [*found, *((f"offices.csv:{o.person.name}", o.person) for o in offices)]
    by_alias = _by_alias(everyone)
    outlets = {key: (outlet,) for key, outlet in _outlets(root) if key not in by_alias}
    by_alias |= outlets
    countries = {a.country: a for a in by_id.values() if a.kind == "state" and a.country}
    return ActorTable(
        actors=tuple(by_id.values()),
        by_id=by_id,
        by_alias=by_alias,
        exact=_exact(by_alias),
        metonyms=_metonyms(root, by_id),
        demonyms=_demonyms(root, countries),
        peoples=_peoples(root),
        offices=offices,
        roles=_roles(root),
        objects=_objects(root),
    )


def _rows(path: Traversable, columns: tuple[str, ...]) -> Iterator[_Row]:
    reader = csv.reader(path.read_text(encoding="utf-8").splitlines())
    header = tuple(next(reader, ()))
    if header != columns:
        raise InvalidKnowledge(item=f"{path.name}:1", expected=",".join(columns), found=",".join(header))
    for cells in reader:
        where = f"{path.name}:{reader.line_num}"
        if len(cells) != len(columns):
            raise InvalidKnowledge(item=where, expected=f"{len(columns)} cells", found=str(len(cells)))
        yield where, dict(zip(columns, (c.strip() for c in cells), strict=True))


def _actor_rows(root: Traversable) -> Iterator[_Row]:
    tables = sorted((p for p in (root / "actors").iterdir() if p.name.endswith(".csv")), key=lambda p: p.name)
    for path in tables:
        yield from _rows(path, _ACTOR)


def _outlets(root: Traversable) -> Iterator[tuple[str, Actor]]:
    """News media by the key of their name; a name of one word is a word of the language too often to count."""
    table = root / "outlets.csv"
    if not table.is_file():
        return
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
        key = alias_key(row["name"])
        if " " in key:
            yield key, Actor(
                id=f"outlet:{row['domain']}", name=row["name"], kind="outlet", country=row["country"] or None,
                sector="JRN", source=row["source"],
            )  # fmt: skip


def _actor(where: str, cells: dict[str, str]) -> Actor:
    if not (cells["id"] and cells["name"] and cells["source"]):
        raise InvalidKnowledge(item=where, expected="id, name and source", found=str(cells))
    kind = _one_of(where, cells["kind"], get_args(ActorKind))
    return Actor(
        id=cells["id"],
        name=cells["name"],
        kind=kind,  # type: ignore[arg-type]
        country=cells["country"] or None,
        sector=_one_of(where, cells["sector"], get_args(Sector)) if cells["sector"] else None,
        parent=cells["parent"] or None,
        aliases=_listed(cells["aliases"]),
        since=_first_day(where, cells["since"]),
        until=_last_day(where, cells["until"]),
        source=cells["source"],
    )


def _office(where: str, cells: dict[str, str], by_id: dict[str, Actor]) -> Office:
    actor = by_id.get(cells["actor"])
    if actor is None:
        raise InvalidKnowledge(item=where, expected="the id of an actor", found=cells["actor"])
    person = Actor(
        id=f"person:{alias_key(cells['name']).replace(' ', '-')}",
        name=cells["name"],
        kind="person",
        country=actor.country,
        sector=actor.sector,
        parent=actor.id,
        aliases=_listed(cells["aliases"]),
        since=_first_day(where, cells["since"]),
        until=_last_day(where, cells["until"]),
        source=cells["source"],
    )
    return Office(person=person, office=cells["office"])


def _by_id(found: Iterable[tuple[str, Actor]]) -> dict[str, Actor]:
    by_id: dict[str, Actor] = {}
    for where, actor in found:
        if actor.id is None or actor.id in by_id:
            raise InvalidKnowledge(item=where, expected="an id used once", found=str(actor.id))
        by_id[actor.id] = actor
    return by_id


def _check_references(found: Iterable[tuple[str, Actor]], by_id: dict[str, Actor]) -> None:
    countries = {a.country for a in by_id.values() if a.kind == "state"}
    for where, actor in found:
        if actor.country is not None and actor.country not in countries:
            raise InvalidKnowledge(item=where, expected="a country of states.csv", found=actor.country)
        if actor.parent is not None and actor.parent not in by_id:
            raise InvalidKnowledge(item=where, expected="the id of a parent actor", found=actor.parent)


def _by_alias(found: Iterable[tuple[str, Actor]]) -> dict[str, tuple[Actor, ...]]:
    by_alias: dict[str, tuple[Actor, ...]] = {}
    for where, actor in found:
        for key in dict.fromkeys(alias_key(n) for n in (actor.name, *actor.aliases)):
            others = by_alias.get(key, ())
            for other in others:
                if other.id != actor.id and _overlap(other, actor):
                    raise InvalidKnowledge(
                        item=where, expected="an alias of one actor at a time", found=f"{key!r}, also of {other.id}"
                    )
            by_alias[key] = (*others, actor)
    return by_alias


def _overlap(one: Actor, other: Actor) -> bool:
    return (one.since or date.min) <= (other.until or date.max) and (other.since or date.min) <= (one.until or date.max)


def _exact(by_alias: dict[str, tuple[Actor, ...]]) -> dict[str, tuple[str, ...]]:
    """Spellings of the keys that are acronyms: short, and without a small letter in any spelling."""
    exact: dict[str, tuple[str, ...]] = {}
    for key, actors in by_alias.items():
        spellings = tuple(n for a in actors for n in (a.name, *a.aliases) if alias_key(n) == key)
        if len(key) <= 5 and all(s == s.upper() for s in spellings):
            dotted = ".".join(key.upper()) + "." if key.isalpha() else key.upper()
            exact[key] = tuple(dict.fromkeys((*spellings, key.upper(), dotted)))
    return exact


def _metonyms(root: Traversable, by_id: dict[str, Actor]) -> dict[str, Actor]:
    metonyms: dict[str, Actor] = {}
    for where, cells in _rows(root / "parties" / "metonyms.csv", ("metonym", "actor")):
        key = alias_key(cells["metonym"])
        if key in metonyms:
            raise InvalidKnowledge(item=where, expected="each metonym once", found=cells["metonym"])
        metonyms[key] = by_id[_one_of(where, cells["actor"], by_id)]
    return metonyms


def _demonyms(root: Traversable, countries: dict[str, Actor]) -> dict[str, tuple[str, ...]]:
    demonyms: dict[str, tuple[str, ...]] = {}
    for where, cells in _rows(root / "parties" / "demonyms.csv", _DEMONYM):
        code = _one_of(where, cells["country"], countries)
        key = alias_key(cells["demonym"])
        demonyms[key] = tuple(dict.fromkeys((*demonyms.get(key, ()), code)))
    return demonyms


def _peoples(root: Traversable) -> dict[str, tuple[str, ...]]:
    peoples: dict[str, tuple[str, ...]] = {}
    for _, cells in _rows(root / "parties" / "demonyms.csv", _DEMONYM):
        for key in map(alias_key, _listed(cells["people"])):
            peoples[key] = tuple(dict.fromkeys((*peoples.get(key, ()), cells["country"])))
    return peoples


def _roles(root: Traversable) -> dict[str, Role]:
    roles: dict[str, Role] = {}
    for where, cells in _rows(root / "parties" / "roles.csv", ("role", "plural", "sector", "kind", "alone")):
        role = Role(
            noun=cells["role"],
            sector=_one_of(where, cells["sector"], get_args(Sector)),
            kind=_one_of(where, cells["kind"], get_args(ActorKind)),  # type: ignore[arg-type]
            alone=_one_of(where, cells["alone"], ("yes", "no")) == "yes",
        )
        _add_noun(where, roles, role, cells)
    return roles


def _objects(root: Traversable) -> dict[str, ObjectNoun]:
    objects: dict[str, ObjectNoun] = {}
    for where, cells in _rows(root / "parties" / "objects.csv", ("object", "plural", "classes")):
        classes = tuple(_one_of(where, c, get_args(ObjectClass)) for c in _listed(cells["classes"]))
        _add_noun(where, objects, ObjectNoun(noun=cells["object"], classes=classes), cells)
    return objects


def _add_noun(where: str, nouns: dict[str, _Noun], noun: _Noun, cells: dict[str, str]) -> None:
    """Enter a noun under its singular and its plurals."""
    for key in dict.fromkeys((alias_key(noun.noun), *map(alias_key, _listed(cells["plural"])))):
        if key in nouns:
            raise InvalidKnowledge(item=where, expected="each noun once", found=key)
        nouns[key] = noun


def _one_of(where: str, value: str, allowed: Iterable[str]) -> str:
    if value not in allowed:
        raise InvalidKnowledge(item=where, expected=f"one of {', '.join(sorted(allowed))}", found=repr(value))
    return value


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _first_day(where: str, cell: str) -> date | None:
    return None if not cell else date(*_numbers(where, cell, (1, 1, 1)))


def _last_day(where: str, cell: str) -> date | None:
    if not cell:
        return None
    year, month, _ = _numbers(where, cell, (1, 12, 1))
    return date(*_numbers(where, cell, (1, 12, calendar.monthrange(year, month)[1])))


def _numbers(where: str, cell: str, missing: tuple[int, int, int]) -> tuple[int, int, int]:
    """Year, month and day of "2014", "2014-06" or "2014-06-29", with `missing` for the parts left out."""
    parts = cell.split("-")
    if not (1 <= len(parts) <= 3 and all(p.isdigit() for p in parts)):
        raise InvalidKnowledge(item=where, expected="YYYY, YYYY-MM or YYYY-MM-DD", found=cell)
    year, month, day = (*map(int, parts), *missing[len(parts) :])
    return year, month, day
