"""Who acts: entries of the actor table, and what the page calls them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from dateline.model.record import Record

ActorKind = Literal["state", "force", "group", "organisation", "person", "outlet", "descriptor", "object"]
"""state: a government or country · force: a state's army, police, service · group: non-state armed or political group ·
organisation: IGO, NGO, company, party · person: a named person in an office · outlet: news medium as a speaker ·
descriptor: known only by a phrase ("unidentified gunmen", "protesters") · object: a thing acted on (ship, depot)."""


class Actor(Record, frozen=True, kw_only=True):
    """An actor of the table, or one made from a demonym and a role, or from a descriptor.

    `country` is ISO 3166-1 alpha-3, `sector` a PLOVER sector code.
    """

    name: str
    kind: ActorKind
    id: str | None = None
    country: str | None = None
    sector: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    source: str | None = None
