"""Where "the department" is: the one division of a country that the page names."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.extract.scene import Scene
from dateline.extract.telling import Telling
from dateline.model import PlaceMention

_DIVISIONS = frozenset(
    {"province", "department", "governorate", "oblast", "region", "county", "prefecture", "state", "district"}
)
_WAYS = frozenset({"in", "across", "to", "into", "throughout"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})


def the_division(scenes: Sequence[Scene], scene: Scene, telling: Telling) -> tuple[PlaceMention, ...]:
    """The only division that the page names, where the deed was done in "the department" and no other place is told."""
    if telling.type not in _DEEDS or telling.places:
        return ()
    tree = scene.tree
    trigger = next((i for i in range(len(tree)) if tree[i].start == telling.position), None)
    for noun, token in enumerate(tree.tokens):
        if token.lemma not in _DIVISIONS or token.dep != "pobj" or tree[token.head].lemma not in _WAYS:
            continue
        bare = [tree[c].text.casefold() for c in tree.children[noun]] in (["the"], ["the", "whole"])
        if bare and trigger is not None and trigger in tree.ancestors(noun):
            named = [p for s in scenes for p in s.places if p.place.precision == "region"]
            alone = len({p.place.name for p in named}) == 1
            return (msgspec.structs.replace(named[-1], rule="the one division named"),) if alone else ()
    return ()
