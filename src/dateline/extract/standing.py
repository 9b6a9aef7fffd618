"""A noun that names no one known: whether it can act, and for which country and in what sector."""

from __future__ import annotations

import re

from dateline.extract.scene import CIVILIAN_SECTORS, Scene
from dateline.model import PlaceMention
from dateline.model.actors_table import alias_key

_AGENT_NOUN = re.compile(r"(?:ers?|ors?|ists?|men|man|women|woman|eers?|ants?)$")


def can_act(scene: Scene, head: int) -> bool:
    """Whether the noun names a body, a crewed ship, or someone by what they do ("gunners")."""
    bodies = any(scene.is_a(head, c) for c in ("@ship", "@organisation", "@court", "@group", "@office"))
    return bodies or (bool(_AGENT_NOUN.search(scene.tree[head].text)) and not scene.is_word_of(head, "lifeless"))


def is_the_west(scene: Scene, head: int) -> bool:
    """ "urged the west to help", "guarantees from the west": the states so called; "in the west of Y" is a place."""
    tree = scene.tree
    called = tree[head].dep == "compound" and tree[tree[head].head].dep == "oprd"  # "called the West “weak”"
    below = [c for c in tree.children[tree[head].head] if c < head] if called else tree.children[head]
    beside = [tree[c].lemma for c in below if tree[c].pos != "PUNCT" and tree[c].dep != "relcl"]
    alone = beside in (["the"], ["the", "collective"])
    prep = tree[tree[head].head].lemma if tree[head].dep == "pobj" else ""
    if prep == "for":  # "a demand for the west to guarantee it"
        prep = "on" if any(tree[c].tag == "VB" for c in tree.kids(tree[tree[head].head].head, "acl", "advcl")) else prep
    return tree[head].text.casefold() == "west" and alone and prep in ("", "by", "from", "of", "on", "with")


_AGAINST_STATES = ("REB", "UAF", "CRM")
"""Sectors of those under arms who act for no state, whatever country they are from: "militants from Y"."""


def is_civil(scene: Scene, head: int) -> bool:
    """ "US student unions", "Iranian protesters": people and bodies of a country that do not act for its state."""
    sector = sector_of(scene, head)
    if sector in _AGAINST_STATES:
        return True
    if sector is not None and sector not in CIVILIAN_SECTORS:
        return False
    calling = [c for c in scene.tree.kids(head, "compound") if scene.tree[c].tag == "NN"]  # "billionaire Ann Otieno"
    if any(scene.is_word_of(c, "walk_of_life") for c in calling):  # "business leaders"
        return True
    one = scene.tree[head].tag == "NN" and any(scene.tree[c].lemma in ("a", "an") for c in scene.tree.kids(head, "det"))
    if one and scene.is_a(head, "@people") and not scene.any_is([head], ("@armed", "@ship", "@aircraft", "@vehicle")):
        return True  # "a Filipino seaman"
    return scene.is_a(head, "@civil") or (scene.tree[head].pos == "PROPN" and scene.any_is(calling, ("@civil",)))


def sector_of(scene: Scene, head: int) -> str | None:
    """The sector of the office or the people that the noun names."""
    role = scene.rules.table.roles.get(scene.tree[head].lemma) or scene.rules.table.roles.get(
        scene.tree[head].text.casefold()
    )
    if role is not None:
        return role.sector
    return "CVL" if scene.is_a(head, "@people") else None


def country_in(scene: Scene, head: int, sector: str | None) -> str | None:
    """ "lawmakers in Kenya": the country of those whose work is in it; soldiers there may be anyone's."""
    if sector not in CIVILIAN_SECTORS | {"GOV", "COP"}:
        return None
    if (seat := _seat(scene, head) or (_held(scene, head) if sector == "GOV" else None)) is not None:
        return seat
    for noun in _nouns_in(scene, head):
        mention = scene.actor_at(noun)
        if mention is not None and mention.actor.kind == "state":
            return mention.actor.country
        place = scene.place_at(noun)
        if place is not None and place.place.precision == "country":
            return place.place.country
        if scene.tree[head].lemma in _SEATED and (seat := _seat_at(scene, noun)) is not None:
            return seat
    return None


_SEATED = frozenset({"official", "authority", "minister", "lawmaker", "leader", "government"})
"""Those who, in a seat of government, are of its state; an envoy there is not."""


def _seat_at(scene: Scene, noun: int) -> str | None:
    """ "officials in the White House": the country of the seat of government."""
    start, end = scene.tree.range_of(scene.tree.subtree(noun, without=frozenset({"det", "prep", "punct"})))
    actor = scene.rules.table.metonyms.get(alias_key(scene.text[start:end]))
    return actor.country if actor is not None else None


def _held(scene: Scene, head: int) -> str | None:
    """ "the mayor of the city of Takoradi": the country of the town or province that an office is held in."""
    of = [
        p
        for prep in scene.tree.kids(head, "prep")
        if scene.tree[prep].lemma == "of"
        for p in scene.tree.kids(prep, "pobj")
    ]
    for noun in of:
        place = scene.place_at(noun)
        if place is not None:
            return place.place.country
        if scene.is_a(noun, "@settlement"):
            return _held(scene, noun)
    return None


def _seat(scene: Scene, head: int) -> str | None:
    """ "Nairobi officials": the country of a seat of government that stands before those who serve it."""
    for child in scene.tree.kids(head, "compound", "nmod", "poss", "amod"):
        start, end = scene.tree.range_of(scene.tree.subtree(child, without=frozenset({"case"})))
        actor = scene.rules.table.metonyms.get(alias_key(scene.text[start:end]))
        if actor is not None:
            return actor.country
    return None


def container(scene: Scene, head: int) -> PlaceMention | None:
    """ "targets inside Israel", "the east of Chad": the country in which such a thing lies."""
    quarter = scene.tree[head].lemma in _QUARTERS
    if not (quarter or scene.is_word_of(head, "lying")):
        return None
    of = [p for prep in scene.tree.kids(head, "prep") if quarter for p in scene.tree.kids(prep, "pobj")]
    for noun in (*_nouns_in(scene, head), *of):
        place = scene.place_at(noun)
        if place is not None and place.place.precision == "country":
            return place
    return None


_QUARTERS = frozenset({"north", "south", "east", "west", "centre", "center", "outskirts"})


def _nouns_in(scene: Scene, head: int) -> list[int]:
    """Heads of what stands after "in" right below the noun."""
    within = [p for p in scene.tree.kids(head, "prep") if scene.tree[p].lemma in ("in", "inside", "within")]
    return [noun for prep in within for noun in scene.tree.kids(prep, "pobj")]
