"""Whose a happening told by a noun is: possessors, demonyms and names before it, and what "of" and "on" tell."""

from __future__ import annotations

from dateline.extract.party_nouns import is_force
from dateline.extract.qualified import is_opposed, is_qualifier
from dateline.extract.scene import Scene
from dateline.grammar import prepositional


def opposed(scene: Scene, index: int) -> list[int]:
    """ "anti-Peruvian protests": whom the happening is turned against."""
    modifiers = scene.tree.kids(index, "compound", "amod", "nmod")
    mentions = [(m, scene.actor_at(m)) for m in modifiers]
    return [m for m, mention in mentions if mention is not None and is_opposed(scene.text, mention)]


def opposed_rulers(scene: Scene, index: int) -> list[int]:
    """ "anti-government protests": the rulers whom nobody calls by a name."""
    modifiers = scene.tree.kids(index, "compound", "amod", "nmod")
    return [m for m in modifiers if scene.tree[m].lemma in _RULING and is_against(scene, m)]


_RULING = frozenset({"government", "regime", "junta"})


def is_against(scene: Scene, token: int) -> bool:
    """Whether "anti-" stands right before the word."""
    start = scene.tree[token].start
    return scene.text[max(0, start - 5) : start].casefold() == "anti-"


def owners(scene: Scene, index: int, *, first: int) -> list[int]:
    """Modifiers of the noun that name who does it: possessors, demonyms and names before it, coordinated ones too."""
    found: list[int] = []
    for modifier in scene.tree.kids(index, "poss", "compound", "amod", "nmod"):
        for token in scene.tree.subtree(modifier):
            mention = scene.actor_at(token)
            known = mention is not None and mention.actor.kind != "object" and not first <= token < index
            if mention is not None and is_qualifier(scene.text, mention):
                continue
            if mention is not None and known and _is_scene(scene, token, index):
                continue
            if mention is not None and _is_cause(scene, token, index):
                continue
            known = known and not (scene.tree[token].tag in _ADJECTIVE and scene.tree[token].lemma in _KINDS)
            joint = scene.is_word_of(token, "joint") and scene.tree[token].head == index and token < first
            if known or joint or scene.tree[token].tag == "PRP$":
                found.append(token)
    return found


_ADJECTIVE = ("JJ", "NN")
_KINDS = frozenset({"official", "terrorist", "civilian"})
"""Words for people that, in the singular before a happening, say of what kind it is: "a terrorist attack"."""


def _is_cause(scene: Scene, token: int, noun: int) -> bool:
    """ "the Kiplagat protests": the person whom they are about, and not who marches."""
    mention = scene.actor_at(token)
    person = mention is not None and mention.actor.kind == "person"
    return person and scene.tree[token].dep in ("compound", "nmod") and scene.is_a(noun, "@marches")


def shared_owners(scene: Scene, first: int) -> list[int]:
    """ "Kenyan rocket and drone attacks": whose weapons they are that stand in one list before the happening."""
    tree, found = scene.tree, list[int]()
    place, listed = first - 1, False
    while place >= 0 and (tree[place].dep in ("cc", "punct", "compound") or scene.weapon_at(place) is not None):
        listed = listed or tree[place].dep == "cc"
        if listed and scene.weapon_at(place) is not None:
            before = tree.kids(place, "poss", "compound", "amod", "nmod")
            found += [m for m in before if scene.actor_at(m) is not None and is_force(scene, m)]
        place -= 1
    return found


def attackers(scene: Scene, index: int) -> tuple[list[int], list[int]] | None:
    """ "the attacks of rebel forces on the town": whose and on whom; None where "of" leads to the sufferer."""
    of = [a for a in prepositional(scene.tree, index, "of") if is_force(scene, a)]
    on = [t for noun in (index, *of) for t in prepositional(scene.tree, noun, "on", "against")]
    on = [t for t in on if scene.actor_at(t) is not None or scene.place_at(t) is not None]
    return (of, on) if of and on else None


def _is_scene(scene: Scene, token: int, noun: int) -> bool:
    """ "Pakistan market bombing": a country's plain name before what happened there; "US strikes" is who does it."""
    mention = scene.actor_at(token)
    if mention is None or mention.rule != "country name" or scene.tree[token].dep not in ("compound", "amod", "nmod"):
        return False
    return scene.is_word_of(noun, "suffered") and not mention.exact.replace(".", "").isupper()
