"""What a noun may name among the parties: one person, a body under arms, somebody whom one meets."""

from __future__ import annotations

from dateline.extract.qualified import is_qualifier
from dateline.extract.scene import Scene
from dateline.grammar import prepositional
from dateline.model import ActorMention, Quote
from dateline.model.actors_table import alias_key


def is_met(scene: Scene, index: int) -> bool:
    """Whether the noun names a party with whom one meets: a known one, a capital for its state, or a person."""
    key = alias_key(scene.tree[index].text)
    known = is_force(scene, index) or is_person(scene, index) or scene.any_is([index], ("@office", "@diplomat"))
    return known or key in scene.rules.table.metonyms


def is_person(scene: Scene, index: int) -> bool:
    """Whether the token names one man or woman."""
    mention = scene.actor_at(index)
    if mention is not None:
        return mention.actor.kind == "person"
    return scene.tree[index].pos == "PROPN" and scene.place_at(index) is None


def is_one_or_more(scene: Scene, index: int) -> bool:
    """ "Ann Lee's arrest", "their conviction", "the priests' killing": one person or several, whose lot it is."""
    unarmed = scene.tree[index].tag == "NNS" and scene.is_a(index, "@people") and not scene.is_a(index, "@armed")
    return scene.tree[index].lemma in ("his", "her", "their") or unarmed or is_person(scene, index)


def is_force(scene: Scene, index: int) -> bool:
    """Whether the noun names a known party, or a body under arms ("the attacks of rebel forces on the town")."""
    mention = scene.actor_at(index)
    known = mention is not None and mention.actor.kind != "object" and not is_qualifier(scene.text, mention)
    return known or (scene.is_a(index, "@armed") and not scene.is_a(index, "@weapon"))


def of_which(scene: Scene, head: int) -> int:
    """ "one of their rockets", "most of the raids": what it is one, or most, of."""
    counts = scene.tree[head].pos == "NUM" or scene.is_word_of(head, "quantity")
    of = prepositional(scene.tree, head, "of") if counts else []
    return of[0] if of else head


_ONE = frozenset({"a", "an", "another", "one"})


def is_of_people(scene: Scene, head: int, mention: ActorMention) -> bool:
    """Whether some of a people are meant, and no state: "Syrians", "a Syrian"; not "the Syrians"."""
    tree = scene.tree
    beside = {tree[c].lemma for c in tree.kids(head, "det", "nummod")}
    if mention.rule == "demonym":
        return tree[head].end == mention.end and not beside.isdisjoint(_ONE)
    return mention.rule == "people" and "the" not in beside


def are_several(scene: Scene, source: Quote) -> bool:
    """ "rebels shelled it, aid workers said": "it" is none of several people."""
    head = scene.token_at(source.start, source.end)
    return head is not None and scene.tree[head].tag in ("NNS", "NNPS") and scene.is_a(head, "@people")
