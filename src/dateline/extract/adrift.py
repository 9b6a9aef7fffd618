"""Parties that a parse hangs on the wrong word: "at Y" on what stands between, "who" on the country just before."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.lending import topmost
from dateline.extract.party_nouns import is_of_people
from dateline.extract.scene import Scene
from dateline.grammar import objects, prepositional, subjects

_AIM = frozenset({"at", "against", "toward", "towards"})
"""Prepositions that lead to what is aimed at, whatever word they are hung on."""
_PHRASE = frozenset(
    {"prep", "pobj", "dobj", "advmod", "amod", "compound", "nmod", "conj", "appos", "npadvmod", "nummod"}
)


def aimed(scene: Scene, index: int, led: Sequence[str]) -> list[int]:
    """ "launched a missile with three warheads at Y", "use one of its weapons against Y": on whom it is turned."""
    tree = scene.tree
    for prep in tree.subtree(index):
        if prep < index or tree[prep].dep != "prep" or tree[prep].lemma not in _AIM.intersection(led):
            continue
        above = [a for a in tree.ancestors(prep) if a > index]
        if not above or any(tree[a].dep not in _PHRASE for a in above) or index not in tree.ancestors(prep):
            continue
        named = [p for p in prepositional(tree, tree[prep].head, tree[prep].lemma) if p > prep]
        if found := [p for p in named if scene.actor_at(p) is not None or scene.place_at(p) is not None]:
            return found
    return []


def fired_near(scene: Scene, index: int, hit: Sequence[int]) -> list[int]:
    """ "fired two shells near a vessel", "fell close to a clinic": what they fell near, where nothing is hit.

    Of "fired at police in Y" the police alone are hit.
    """
    tree = scene.tree
    if tree[index].lemma not in scene.rules.lexicon.light.hurl | _FALLING:
        return []
    at = [h for h in hit if tree[tree[h].head].lemma in ("at", "against") and scene.place_at(h) is None]
    if at and any(tree[tree[h].head].lemma == "in" and scene.place_at(h) is not None for h in hit):
        return [h for h in hit if not (tree[tree[h].head].lemma == "in" and scene.place_at(h) is not None)]
    if not all(_is_when(scene, h) or scene.place_at(h) is not None or tree[h].lemma in _CLOSE for h in hit):
        return []
    near = prepositional(tree, index, "near")
    for word in (*tree.kids(index, "advmod"), *prepositional(tree, index, "in")):
        if tree[word].lemma in _CLOSE:  # "in close proximity to a vessel"
            near += prepositional(tree, word, "to") or [p for p in prepositional(tree, index, "to") if p > word]
    return [n for n in near if scene.any_is([n], _THINGS_NEAR) and not scene.is_word_of(n, "frontier")]


def _is_when(scene: Scene, index: int) -> bool:
    """Whether the token stands in words for a time."""
    return any(t.start <= scene.tree[index].start < t.end for t in scene.times)


_FALLING = frozenset({"fall", "land", "explode", "detonate", "crash", "burst"})
_CLOSE = frozenset({"close", "proximity", "vicinity"})
_THINGS_NEAR = ("@ship", "@vehicle", "@aircraft", "@armed", "@military", "@building", "@infrastructure")


def roughly(scene: Scene, verb: int) -> list[int]:
    """ "destroyed around half of the launchers": what is counted, where "around" was read as leading to a place."""
    tree = scene.tree
    about = [p for p in tree.kids(verb, "prep") if tree[p].lemma in _ABOUT and p == verb + 1]
    counted = [n for p in about for n in tree.kids(p, "pobj") if scene.is_word_of(n, "quantity")]
    return [n for n in counted if prepositional(tree, n, "of")]


_ABOUT = frozenset({"around", "about", "over", "under", "nearly"})


def struck(scene: Scene, index: int, led: Sequence[str]) -> list[int]:
    """ "a series of strikes this month on the plant": what they were on, hung on the word for how many."""
    top = topmost(scene, index)
    on = [p for p in prepositional(scene.tree, top, *_ON.intersection(led)) if p > index] if top != index else []
    listed = scene.tree[index].dep != "pobj"  # "missile and drone attacks on Y"
    on = [p for p in on if not listed or scene.actor_at(p) is not None]
    return [p for p in on if not any(t.start <= scene.tree[p].start < t.end for t in scene.times)]


_ON = frozenset({"on", "against", "at"})


def who_met(scene: Scene, verb: int, heads: Sequence[int]) -> list[int]:
    """ "the words of Kolo on Chad, who met …": the person named last before it, where "who" is hung on a country."""
    tree = scene.tree
    if tree[verb].dep == "xcomp" and tree[verb].tag == "VBG" and scene.is_word_of(tree[verb].head, "fleeing"):
        return []  # "thousands fled fighting": what they fled is no deed of theirs
    who = [s for s in tree.kids(verb, "nsubj", "nsubjpass") if tree[s].lemma == "who"]
    if tree[verb].dep != "relcl" or not who or len(heads) != 1:
        return list(heads)
    mention = scene.actor_at(heads[0])
    if mention is not None and is_of_people(scene, heads[0], mention):
        return list(heads)  # "a Syrian who …"
    someone = _someone_of(scene, heads[0])
    if not _is_land(scene, heads[0]):
        return list(heads) if someone is None else [someone]
    if someone is not None and someone in tree.ancestors(heads[0]):  # "a woman from Chad who …"
        return [someone]
    named = [i for i in range(who[0]) if (m := scene.actor_at(i)) is not None and m.actor.kind == "person"]
    return named[-1:] or ([someone] if someone is not None else [])


def _someone_of(scene: Scene, head: int) -> int | None:
    """ "a woman said to be tied to the Blue Front who shot Z": the woman, where "who" is hung on the front."""
    tree, mention = scene.tree, scene.actor_at(head)
    if mention is None or tree[head].tag != "NNP" or mention.actor.kind in ("person", "descriptor"):
        return None
    for above in tree.ancestors(head):
        around = [*(s for s in tree.kids(above, "nsubj", "nsubjpass") if s < head), *([above] if above < head else [])]
        if found := [a for a in around if tree[a].pos == "NOUN" and scene.any_is([a], ("@people", "@armed"))]:
            return found[0]
    return None


def what_hurt(scene: Scene, verb: int, heads: Sequence[int]) -> list[int]:
    """ "A drone hit tanks at a port in Oman, which killed two": the drone, where "which" is hung on a land."""
    tree = scene.tree
    which = [s for s in tree.kids(verb, "nsubj") if tree[s].lemma == "which" and tree[s - 1].text == ","]
    if tree[verb].dep != "relcl" or not which or len(heads) != 1 or not _is_land(scene, heads[0]):
        return list(heads)
    there = tree[heads[0]].dep == "pobj" and tree[tree[heads[0]].head].lemma in ("in", "at", "near", "off")
    main = next((a for a in tree.ancestors(verb) if tree[a].pos == "VERB"), None)
    return subjects(tree, main) if there and main is not None else list(heads)


def _is_land(scene: Scene, index: int) -> bool:
    mention, place = scene.actor_at(index), scene.place_at(index)
    return place is not None and (mention is None or mention.rule == "country name")


def main_doers(scene: Scene, verb: int) -> list[int]:
    """ "Peru has held back since Chad invaded Niger, backing its people": Peru, and not Chad, where a comma stands."""
    tree = scene.tree
    top = verb
    while tree[top].dep == "conj" and tree[tree[top].head].tag == "VBG":
        top = tree[top].head
    clause = tree[top].head
    if tree[top].tag != "VBG" or tree[top].dep != "advcl" or tree[clause].dep != "advcl":
        return []
    since = any(tree[m].lemma in ("since", "after") for m in tree.kids(clause, "mark", "advmod", "prep"))
    main = tree[clause].head
    comma = any(tree[i].text == "," for i in range(clause, top))
    return subjects(tree, main) if since and comma and main < clause else []


def pressed(scene: Scene, verb: int) -> list[int]:
    """ "increased pressure on students by conducting arrests": those on whom one is told to press by what one does."""
    tree = scene.tree
    way = tree[verb].head
    if tree[verb].dep != "pcomp" or tree[verb].tag != "VBG" or tree[way].lemma not in ("by", "through"):
        return []
    above = tree[way].head
    nouns = (above, *objects(tree, above)) if tree[above].pos == "VERB" else ()
    return [p for n in nouns for p in prepositional(tree, n, "on", "against") if scene.is_a(p, "@people")]
