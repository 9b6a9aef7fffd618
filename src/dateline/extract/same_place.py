"""Where "the department" or "the strait" is, the one that the page names; "the country", that of those who act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from dateline.extract.scene import Scene
from dateline.extract.telling import Telling
from dateline.model import PlaceMention
from dateline.model.actors_table import alias_key

_DIVISIONS = frozenset(
    {"province", "department", "governorate", "oblast", "region", "county", "prefecture", "state", "district"}
)
_WAYS = frozenset({"in", "across", "to", "into", "throughout"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})


_LANDS = frozenset({"country", "nation"})
_WATERS = frozenset({"strait", "canal"})
_BY_WATER = _WAYS | {"near", "through"}


def the_division(
    scenes: Sequence[Scene], scene: Scene, telling: Telling, lands: Mapping[str, PlaceMention]
) -> tuple[PlaceMention, ...]:
    """The only division that the page names, where the deed was done in "the department" and no other place is told.

    "Across the country" is in the one country of which they are who act, or whom it befell; "in the strait" is in the
    one strait that the page names, "in the capital" in its one seat of government.
    """
    if telling.type not in _DEEDS or telling.places:
        return ()
    tree = scene.tree
    trigger = next((i for i in range(len(tree)) if tree[i].start == telling.position), None)
    for noun, token in enumerate(tree.tokens):
        struck = token.lemma == "capital" and telling.type != "MOBILIZE" and trigger is not None
        if struck and trigger is not None and (towns := _capital(scenes, scene, noun, trigger)):
            return towns
        if token.lemma in _WATERS and trigger is not None and (waters := _water(scenes, scene, noun, trigger)):
            return waters
        if token.lemma not in _DIVISIONS | _LANDS or token.dep != "pobj" or tree[token.head].lemma not in _WAYS:
            continue
        bare = [tree[c].text.casefold() for c in tree.children[noun]] in (["the"], ["the", "whole"])
        if not bare or trigger is None or not {trigger, tree[trigger].head} & {*tree.ancestors(noun)}:
            continue
        if token.lemma in _LANDS:
            sides = {p.party.country for p in (*telling.actors, *telling.recipients)} & lands.keys()
            found = [lands[c] for c in sides if c is not None and len(sides) == 1]
            return tuple(msgspec.structs.replace(p, rule="the country of those in it") for p in found)
        named = [p for s in scenes for p in s.places if p.place.precision == "region"]
        alone = len({p.place.name for p in named}) == 1
        return (msgspec.structs.replace(named[-1], rule="the one division named"),) if alone else ()
    return ()


def _capital(scenes: Sequence[Scene], scene: Scene, noun: int, trigger: int) -> tuple[PlaceMention, ...]:
    """ "A bomb went off in the capital": the one seat of government on a page of one country."""
    tree = scene.tree
    token = tree[noun]
    struck = token.dep == "dobj" and token.head == trigger
    struck = struck or (token.dep == "pobj" and tree[token.head].lemma in _ON and trigger in tree.ancestors(noun))
    if not struck or [tree[c].text.casefold() for c in tree.children[noun]] != ["the"]:
        return ()
    places = [p for s in scenes for p in s.places]
    towns = [p for p in places if p.place.precision == "town" and alias_key(p.place.name) in scene.rules.table.metonyms]
    alone = len({p.place.name for p in towns}) == 1 == len({p.place.country for p in places if p.place.country})
    return (msgspec.structs.replace(towns[0], rule="the capital that the page names"),) if alone else ()


_ON = frozenset({"across", "against", "at", "in", "inside", "on", "outside", "through"})


def _water(scenes: Sequence[Scene], scene: Scene, noun: int, trigger: int) -> tuple[PlaceMention, ...]:
    """ "hit a ship in the strait": the only one that the page names."""
    tree = scene.tree
    bare = [tree[c].text.casefold() for c in tree.children[noun]] == ["the"]
    within = tree[noun].dep == "pobj" and tree[tree[noun].head].lemma in _BY_WATER
    if not bare or not within or trigger not in tree.ancestors(noun):
        return ()
    named = [p for s in scenes for p in s.places if tree[noun].lemma in p.place.name.casefold().split()]
    alone = len({p.place.name for p in named}) == 1
    return (msgspec.structs.replace(named[0], rule=f"the one {tree[noun].lemma} named"),) if alone else ()
