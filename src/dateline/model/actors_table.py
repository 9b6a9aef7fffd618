"""The compiled actor table: who has which names, when, and the words that stand for a party."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from dateline.model.actor import Actor, ActorKind
from dateline.model.record import Record

_DROPPED = dict.fromkeys(map(ord, "'’‘ʼʻ`´ʾʿ.\u00ad\u200b\u200e\u200f"))
_GAP = re.compile(r"[\s\-‐‑–/]+")


class Office(Record, frozen=True, kw_only=True):
    """A person in an office, for the days they hold it; `person.parent` is the actor they speak for."""

    person: Actor
    office: str


class Role(Record, frozen=True, kw_only=True):
    """A noun that names an actor together with a demonym or a country: "army", "gunmen".

    `alone` is True where the noun names an actor, known by description only, without a country beside it.
    """

    noun: str
    sector: str
    kind: ActorKind
    alone: bool


class ObjectNoun(Record, frozen=True, kw_only=True):
    """A noun for a thing that is acted on, and its class: ship, vehicle, aircraft, building, infrastructure…"""

    noun: str
    classes: tuple[str, ...]


class ActorTable(Record, frozen=True, kw_only=True):
    """All actors, and every key that leads to them. Keys are made by `alias_key`.

    `exact` lists, for keys that are an acronym in every spelling ("us" for "US", "U.S."), the spellings that count.
    """

    actors: tuple[Actor, ...]
    by_id: dict[str, Actor]
    by_alias: dict[str, tuple[Actor, ...]]
    exact: dict[str, tuple[str, ...]]
    metonyms: dict[str, Actor]
    """Capitals and seats that stand for a state, in subject position only."""
    demonyms: dict[str, tuple[str, ...]]
    """Adjective → country codes; more than one where the word is shared ("Congolese")."""
    peoples: dict[str, tuple[str, ...]]
    """Plural noun for nationals ("Iraqis") → country codes."""
    offices: tuple[Office, ...]
    roles: dict[str, Role]
    """Singular and plural nouns alike."""
    objects: dict[str, ObjectNoun]


@lru_cache(maxsize=1 << 15)
def alias_key(name: str) -> str:
    """The form under which spellings of one name meet: no case, accents, apostrophes, full stops or hyphens."""
    plain = name.translate(_DROPPED)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        plain = plain.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d").translate(_DROPPED)
    return _GAP.sub(" ", plain).strip().casefold()


def actors_named(table: ActorTable, name: str, *, on: date | None) -> tuple[Actor, ...]:
    """The actors that `name` may mean on that day, or on any day where `on` is None."""
    key = alias_key(name)
    found = table.by_alias.get(key, ())
    if not found or (key in table.exact and name not in table.exact[key]):
        return ()
    return found if on is None else tuple(a for a in found if active(a, on=on))


def active(actor: Actor, *, on: date) -> bool:
    """True where the day lies within the actor's dates; an open end has no limit."""
    return (actor.since is None or actor.since <= on) and (actor.until is None or on <= actor.until)
