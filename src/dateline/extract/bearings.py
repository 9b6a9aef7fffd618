"""Places that only say where another lies, or what it is called: "Bara, north of Goma", "the Paris Bar in Goma"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.agreement import kilometres
from dateline.extract.scene import Scene
from dateline.grammar import prepositional
from dateline.model import PlaceMention

_BEARING = re.compile(
    r",\s+(?:(?:just|about|some|around|roughly|nearly|[\d.,]+|km|kilomet(?:er|re)s?|miles?)\s+)*$", re.IGNORECASE
)


def without_bearings(scene: Scene, places: tuple[PlaceMention, ...]) -> tuple[PlaceMention, ...]:
    """ "at Bara, north of El Obeid": El Obeid only says where the known Bara lies."""
    kept = []
    for place in places:
        relation = place.place.relation or ""
        at = place.start - len(relation) - 1
        named = next((p for p in scene.places if p.end <= at and _BEARING.fullmatch(scene.text, p.end, at)), None)
        if not (relation.endswith(" of") and named in places and named is not None and named.place.lat is not None):
            kept.append(place)
    return tuple(p for p in kept if not (_is_across(scene, p, kept) or _is_in_a_name(scene, p, kept)))


_BORDERED = re.compile(
    r"\b(?:(?:borders|frontiers)\s+(?:of|with)|bordering|neighbou?ring\s+on|(?:that|which)\s+(?:border|neighbou?r)s?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def is_bordered(scene: Scene, place: PlaceMention) -> bool:
    """ "in regions that border Uganda", "near the borders of Uganda": a country that only tells which land is meant."""
    wide = place.place.precision == "country"
    return wide and _BORDERED.search(scene.text, scene.sentence.start, place.start) is not None


_LYING = frozenset({"be", "lie", "stand", "sit"})


def _is_across(scene: Scene, place: PlaceMention, places: Sequence[PlaceMention]) -> bool:
    """ "near Bara, which is across the river from Goma": whether the clause about another place measures from it."""
    tree, token = scene.tree, scene.token_at(place.start, place.end)
    chain = [] if token is None else [token, *tree.ancestors(token)]
    clause = next((i for i in chain if tree[i].dep == "relcl"), None)
    if clause is None or tree[clause].lemma not in _LYING:
        return False
    measured = any(tree[i].dep == "prep" and tree[i].lemma == "from" for i in chain[: chain.index(clause)])
    return measured and any(p is not place and p is scene.place_at(tree[clause].head) for p in places)


NAMED_KM = 60.0
"""How far from where a thing lies a place must be to be no more than a part of the thing's name."""


def _is_in_a_name(scene: Scene, place: PlaceMention, places: Sequence[PlaceMention]) -> bool:
    """ "the Najaf Regional Base in Tehran": a place in the name of what is said to lie in another, far from it."""
    tree, token = scene.tree, scene.token_at(place.start, place.end)
    thing = token
    while thing is not None and tree[thing].dep in ("compound", "nmod") and tree[tree[thing].head].tag == "NNP":
        thing = tree[thing].head
    if thing is None or thing == token:
        return False
    stands = set(prepositional(tree, thing, "in", "at", "near", "outside"))
    others = (p for p in places if p is not place and scene.token_at(p.start, p.end) in stands)
    return any(_is_far(place, p) for p in others)


def _is_far(one: PlaceMention, other: PlaceMention) -> bool:
    a, b = one.place, other.place
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None or b.precision in ("country", "region"):
        return None not in (a.country, b.country) and a.country != b.country
    return kilometres((a.lat, a.lon), (b.lat, b.lon)) > NAMED_KM
