"""What a happening was done with, and who stands behind a weapon that is told as doing it."""

from __future__ import annotations

from dateline.extract.lending import PLACING
from dateline.extract.parties import Found, parties
from dateline.extract.predicates import Predicate
from dateline.extract.qualified import is_qualifier
from dateline.extract.roles import Roles
from dateline.extract.scene import MEN_TOO, Scene
from dateline.extract.telling import Weaponry
from dateline.grammar import agents, subjects
from dateline.model import Named, quote
from dateline.model.actors_table import alias_key


def behind_weapon(scene: Scene, weapon: int) -> tuple[Found, ...]:
    """The owner that stands beside a weapon in subject position ("Iraqi drones hit …", "army artillery struck …")."""
    owners: list[int] = []
    of = [
        p
        for prep in scene.tree.kids(weapon, "prep")
        if scene.tree[prep].lemma == "of"
        for p in scene.tree.kids(prep, "pobj")
    ]
    for modifier in (*of, *scene.tree.kids(weapon, "poss", "compound", "amod", "nmod")):
        for token in scene.tree.subtree(modifier):
            mention = scene.actor_at(token)
            known = mention is not None and mention.actor.kind != "object"
            known = known or (mention is None and is_metonym(scene, token))  # "Kremlin bombs"
            if mention is not None and is_qualifier(scene.text, mention):
                continue
            arms = scene.is_word_of(token, "weapon") and not scene.tree.children[token]  # "artillery shells"
            if (known and not arms) or scene.tree[token].tag == "PRP$" or (scene.is_a(token, "@armed") and not arms):
                owners.append(token)
    return parties(scene, owners or _launchers(scene, weapon))


def is_metonym(scene: Scene, index: int) -> bool:
    """Whether the token, before a noun, is a capital or seat that stands for its state."""
    token = scene.tree[index]
    place = scene.place_at(index)
    seat = place is None or place.place.precision == "site"  # "Kyiv missile strikes" may hit Kyiv
    return (
        seat
        and token.dep == "compound"
        and token.pos == "PROPN"
        and alias_key(token.text) in scene.rules.table.metonyms
    )


def _launchers(scene: Scene, weapon: int) -> list[int]:
    """Whoever sent what does the harm: "the militia launched a swarm of drones targeting a base"."""
    tree = scene.tree
    while tree[weapon].dep == "conj" or (tree[weapon].dep == "pobj" and tree[tree[weapon].head].lemma == "of"):
        weapon = tree[weapon].head if tree[weapon].dep == "conj" else tree[tree[weapon].head].head
    for placed in tree.kids(weapon, "acl"):  # "a bomb planted by rebels exploded"
        if tree[placed].lemma in PLACING and (by := agents(tree, placed)):
            return by
    verb = tree[weapon].head
    sent = tree[weapon].dep == "dobj" and tree[verb].lemma in scene.rules.lexicon.light.hurl
    return list(subjects(tree, verb)) if sent else []


def weaponry(scene: Scene, predicate: Predicate, who: Roles) -> tuple[Weaponry, ...]:
    """Weapons in the trigger's reach: its modifiers, its subject, "with …", and what is fired."""
    tree, index = scene.tree, predicate.index
    reach = [*who.weapons, *tree.kids(index, "compound", "nmod", "amod")]
    reach += [c for m in tree.kids(index, "compound", "nmod") for c in tree.conjuncts(m)]
    if predicate.verbal:
        reach += [c for o in tree.kids(index, "dobj", "nsubjpass") for c in tree.conjuncts(o)]
    reach += [a for a in who.actors if scene.weapon_at(a) or _is_bomber(scene, a)]
    for prep in tree.kids(index, "prep", "agent"):
        if tree[prep].lemma in ("with", "by", "using", "from", "in"):
            inside = tree[prep].lemma in ("in", "from")
            met = [c for p in tree.kids(prep, "pobj") for c in tree.conjuncts(p)]
            reach += [c for c in met if not (inside and tree[c].lemma in _PLACES_TOO)]
    reach += [o for c in tree.kids(index, "advcl") if tree[c].lemma == "use" for o in tree.kids(c, "dobj")]
    reach.append(index)
    for token in [t for t in tree.subtree(index) if tree[t].lemma == "with"]:
        reach += [c for p in tree.kids(token, "pobj") for c in tree.conjuncts(p)]
    found: list[Weaponry] = []
    for place in dict.fromkeys(reach):
        weapon = scene.weapon_at(place) or (scene.rules.lexicon.weapons["bomb"] if _is_bomber(scene, place) else None)
        if weapon is not None and all(w.named.name != weapon.name for w in found):
            words = quote(scene.text, tree[place].start, tree[place].end)
            found.append(Weaponry(named=Named(name=weapon.name, text=words.exact), mode=weapon.mode, quote=words))
    return tuple(found)


_PLACES_TOO = frozenset({"club", "rock"})
"""Weapons whose words name places too: "died in a club"."""


def _is_bomber(scene: Scene, place: int) -> bool:
    """ "A bomber killed nine": a man with a bomb."""
    return scene.tree[place].lemma in MEN_TOO and scene.weapon_at(place) is None
