"""What no force can be used on: money, a measure, a thought, a stretch of water, what is itself fired."""

from __future__ import annotations

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.grammar import prepositional
from dateline.model import PlaceMention


def _is_money(scene: Scene, head: int) -> bool:
    """ "$1 billion", "900m euros": what is given, and not to whom."""
    signs = any(scene.tree[c].tag == "$" for c in (head, *scene.tree.children[head]))
    return signs or scene.is_word_of(head, "money")


def _is_water(scene: Scene, place: PlaceMention) -> bool:
    """ "the Caspian Sea": a name that ends in a word for a water."""
    return place.exact.split()[-1].casefold() in scene.rules.lexicon.classes["waters"]


def is_immaterial(scene: Scene, predicate: Predicate, head: int) -> bool:
    """Whether the noun names nothing that force can be used on: a measure, a time, a thought, what is itself fired."""
    place = scene.place_at(head)
    waters = place is not None and place.place.precision == "sea" and _is_water(scene, place)
    if waters and scene.actor_at(head) is None:  # "launched from over the Red Sea"
        return True
    if scene.actor_at(head) is not None or place is not None:
        return False
    token = scene.tree[head]
    if scene.is_a(head, "@immaterial") or token.text.startswith("http") or _is_money(scene, head):
        return True
    if scene.tree[predicate.index].lemma not in scene.rules.lexicon.light.hurl:
        return False
    at = [p for word in (predicate.index, head) for p in prepositional(scene.tree, word, "at")]
    if not at and {"@projectile", "@aircraft"} & set(predicate.frame.only_object):
        return False
    hurled = scene.weapon_at(head) is not None or bool(at)
    return hurled and token.dep in ("dobj", "nsubjpass", "conj")
