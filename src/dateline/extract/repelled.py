"""An attack beaten back, and what that cost those who made it: one fight, begun by them."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.extract.telling import Telling


def attack_repelled(scene: Scene, predicate: Predicate, others: Collection[int]) -> int | None:
    """ "repelled an attack on Y and killed six assailants": the trigger of the attack in which they were killed."""
    tree = scene.tree
    if not predicate.verbal or not predicate.frame.toll or tree[predicate.index].dep not in ("advcl", "conj"):
        return None
    verb = tree[predicate.index].head
    while tree[verb].dep == "conj" and tree[verb].lemma not in scene.rules.lexicon.modality.repelling:
        verb = tree[verb].head  # "repelled the attack and killed, hurt or captured six men"
    if tree[verb].lemma not in scene.rules.lexicon.modality.repelling or verb > predicate.index:
        return None
    met = [*tree.kids(verb, "dobj"), *(p for prep in tree.kids(verb, "prep") for p in tree.kids(prep, "pobj"))]
    return next((m for m in met if m in others), None)


def of_the_attack(telling: Telling) -> Telling:
    """The killing as part of the attack: those who were killed made it, and on whom the attack's own words say."""
    attackers = tuple(r for r in telling.recipients if r.kind != "object")
    return msgspec.structs.replace(telling, actors=attackers, recipients=())
