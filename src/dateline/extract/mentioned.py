"""How a party is mentioned in its sentence: as what it is about, as one of no name, or only for whose another is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.extract.scene import Scene
from dateline.model import ActorMention

PEOPLE = ("@office", "@person", "@diplomat")
"""Word classes of single persons."""
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
OPENING = 25
"""Code points from the start of a sentence within which a name counts as its subject, whatever the parse says."""


def own_subjects(scene: Scene) -> list[int]:
    """The subject of the sentence's main verb, where it is a noun that the actor table may not know."""
    return [s for s in main_subjects(scene) if scene.tree[s].pos in ("NOUN", "PROPN")]


def main_subjects(scene: Scene) -> list[int]:
    """The subject of the sentence's main verb."""
    tree = scene.tree
    roots = [i for i in range(len(tree)) if tree[i].head == i]
    return [s for r in roots for s in tree.kids(r, "nsubj")]


def is_subject(scene: Scene, mention: ActorMention) -> bool:
    """Whether the name opens its sentence or is a grammatical subject there."""
    token = scene.token_at(mention.start, mention.end)
    if mention.start - scene.sentence.start < OPENING and not _is_object(scene, token):
        return True
    if token is not None and scene.tree[token].dep == "appos":
        token = scene.tree[token].head  # "the aid group MSF"
    return token is not None and scene.tree[token].dep in _SUBJECT


def is_behind_another(scene: Scene, mention: ActorMention) -> bool:
    """ "one of the aides of Kolo", "Kolo's driver": named for whose a single person is, who is the clause's subject."""
    token = scene.token_at(mention.start, mention.end)
    if token is None or mention.actor.kind != "person":
        return False
    tree, head = scene.tree, token
    while tree[head].dep in ("pobj", "poss", "prep"):
        head = tree[head].head
    one = tree[head].tag == "NN" or (tree[head].lemma == "one" and tree[head].pos in ("NUM", "NOUN", "PRON"))
    person = tree[head].lemma == "one" or any(scene.is_a(head, kind) for kind in (*PEOPLE, "@people"))
    return head != token and one and person and tree[head].dep in _SUBJECT


def _is_object(scene: Scene, token: int | None) -> bool:
    """ "X criticised Y": whether the name is the object of a verb whose subject is another."""
    if token is None or scene.tree[token].dep != "dobj":
        return False
    return any(s < token for s in scene.tree.kids(scene.tree[token].head, "nsubj"))


def is_one(scene: Scene, mention: ActorMention) -> bool:
    """ "the mayor": one of no name, in the singular."""
    token = scene.token_at(mention.start, mention.end)
    if token is None or mention.actor.kind != "descriptor" or scene.tree[token].tag != "NN":
        return False
    return any(scene.is_word_of(token, name) for name in ("person", "people")) and not scene.is_word_of(token, "group")


def names_a_thing(scene: Scene, noun: int) -> bool:
    """ "police headquarters", "an army base": whose place it is, in a word before the noun for it."""
    above = scene.tree[noun].head
    if scene.tree[noun].dep not in ("compound", "nmod") or scene.tree[above].pos != "NOUN":
        return False
    return scene.any_is([above], ("@building", "@infrastructure", "place", "@vehicle"))


def state_in(scene: Scene, mention: ActorMention) -> ActorMention | None:
    """The state inside "Iran's president", which a later "its" may mean."""
    state = scene.rules.table.by_id.get(f"state:{mention.actor.country}")
    if mention.rule != "demonym and role" or state is None or mention.actor.kind != "person":
        return None
    return msgspec.structs.replace(mention, actor=state)


def several_just_told_of(unnamed: Sequence[tuple[Scene, int]], before: int) -> tuple[Scene, int] | None:
    """ "Seven masked men stopped the bus. They …": the several people whom the sentence just before is about."""
    last = [(s, head) for s, head in unnamed if s.sentence.end <= before]
    if not last or before - last[-1][0].sentence.end > ADJACENT:
        return None
    scene, head = last[-1]
    if scene.tree.noun_phrase(head)[0] - scene.sentence.start > OPENING:
        return None  # not what the sentence is about
    return last[-1] if scene.tree[head].tag == "NNS" and scene.any_is([head], ("@people", "@armed")) else None


ADJACENT = 3
"""Code points at most between a sentence and the next of its paragraph."""
