"""Who holds the office by which a page calls somebody: "the Ugandan president"."""

from __future__ import annotations

from datetime import date

from dateline.model.actors_table import ActorTable, active, actors_named, alias_key


def officer(name: str, table: ActorTable, *, on: date | None) -> str:
    """The name of the one who held the office of that state on the day; the name itself where it is no such office."""
    words = alias_key(name).removeprefix("the ").split()
    if on is None or len(words) < 2:
        return name
    for office in table.offices:
        if not office.office.endswith(words[-1]):
            continue
        held, state = office.office.split(), words[: -len(office.office.split())]
        if words[-len(held) :] != held or not state or not active(office.person, on=on):
            continue
        owner = " ".join(state)
        lands = {a.country for a in actors_named(table, owner, on=on) if a.kind == "state"}
        lands |= set(table.demonyms.get(owner, ()))
        if office.person.country is not None and lands == {office.person.country}:
            return office.person.name
    return name
