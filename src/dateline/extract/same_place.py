"""Where "the department" is, the one division that the page names; and "the country", that of those who act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from dateline.extract.scene import Scene
from dateline.extract.telling import Telling
from dateline.model import PlaceMention

_DIVISIONS = frozenset(
    {"province", "department", "governorate", "oblast", "region", "county", "prefecture", "state", "district"}
)
_WAYS = frozenset({"in", "across", "to", "into", "throughout"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})


_LANDS = frozenset({"country", "nation"})


def the_division(
    scenes: Sequence[Scene], scene: Scene, telling: Telling, lands: Mapping[str, PlaceMention]
) -> tuple[PlaceMention, ...]:
    """The only division that the page names, where the deed was done in "the department" and no other place is told.

    "Across the country" is in the one country of which they are who act, or whom it befell.
    """
    if telling.type not in _DEEDS or telling.places:
        return ()
    tree = scene.tree
    trigger = next((i for i in range(len(tree)) if tree[i].start == telling.position), None)
    for noun, token in enumerate(tree.tokens):
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
