"""What a governing verb lends a noun: "X launched a strike", "X came under fire", "the raid hit Y"."""

from __future__ import annotations

from dateline.extract.party_nouns import is_force
from dateline.extract.scene import Scene
from dateline.grammar import agents, is_passive, objects, prepositional, subjects

PLACING = frozenset({"place", "plant", "lay", "set", "leave", "hide", "attach", "bury", "throw", "launch", "fire"})
"""How a bomb comes to be where it bursts."""
_PARTAKING = frozenset({"engage", "take", "participate", "involve", "carry", "go", "respond", "begin"})
AIMED_AT = frozenset({"target", "objective", "object", "victim"})


def lent_by_verb(scene: Scene, index: int) -> tuple[list[int], list[int]]:
    """Parties that the governing verb lends the noun: "X launched a …", "X came under …", "the … hit Y"."""
    tree, light = scene.tree, scene.rules.lexicon.light
    control = scene.rules.lexicon.modality.object_control
    for verb in tree.kids(index, "acl", "relcl"):
        if tree[verb].lemma in light.agent | PLACING and is_passive(tree, verb):
            return agents(tree, verb), []
        if tree[verb].lemma in light.effect and not is_passive(tree, verb):
            return _launchers(scene, index), objects(tree, verb)
    chain = topmost(scene, index)
    head, dep = tree[chain].head, tree[chain].dep
    governor = tree[head]
    if governor.pos not in ("VERB", "AUX") and dep == "pobj":
        verb = governor.head
        if governor.lemma == "in" and tree[chain].lemma == "protest" and not tree.kids(chain, "det"):
            return subjects(tree, verb, control=control), []  # "shops closed in protest at the tax"
        if (sides := _behind(scene, head)) is not None:
            return sides
        if tree[verb].lemma in light.patient and governor.lemma in ("under", "in", "to"):
            return agents(tree, verb), subjects(tree, verb)
        if (caught := _caught(scene, chain)) is not None:
            told = tree[caught].dep in ("acomp", "oprd")  # "remain trapped"
            return [], subjects(tree, tree[caught].head if told else caught)
        if governor.lemma == "with" and scene.is_word_of(chain, "undergone") and prepositional(tree, chain, "of"):
            return subjects(tree, verb, control=control), []  # "foiled the raid with the arrest of two men"
        if tree[verb].lemma in _PARTAKING and governor.lemma in ("in", "part", "out", "with"):
            return subjects(tree, verb, control=control), []
        return [], []
    if dep == "attr" and chain != index and tree[chain].lemma in AIMED_AT:
        return [], subjects(tree, head)  # "the depot was the target of the attack"
    if dep == "dobj" and (held := _held_for(scene, head)) and governor.lemma in scene.rules.lexicon.modality.negated:
        return held, []
    if dep == "dobj" and _is_lending(scene, chain):
        return subjects(tree, head, control=control), []
    if dep == "dobj" and governor.lemma in light.patient:  # "have been experiencing raids by Y"
        return prepositional(tree, head, "by"), subjects(tree, head)
    if dep == "nsubjpass" and governor.lemma in light.agent:
        return agents(tree, head), []
    if dep == "nsubj" and governor.lemma in light.effect:
        return [], [o for o in objects(tree, head) if tree[o].lemma not in ("place", "effect", "hold", "form")]
    return [], []


_LEADING_TO = frozenset({"shake", "rock", "cause", "prompt", "force", "set", "occur", "happen", "take", "come"})
_CAUGHT = frozenset({"catch", "trap", "trapped", "pin", "snare", "encircle", "encircled"})


def _caught(scene: Scene, noun: int) -> int | None:
    """ "was caught in an ambush", "trapped there under fire", "destroyed by shelling": of whose subject."""
    tree = scene.tree
    way, verb = tree[tree[noun].head].lemma, tree[tree[noun].head].head
    while tree[verb].dep == "pobj" and tree[verb].pos in ("NOUN", "PROPN"):  # "in the plant under fire"
        verb = tree[tree[verb].head].head
    if not is_passive(tree, verb) and tree[verb].tag not in ("VBN", "JJ"):
        return None
    hit = way == "by" and tree[verb].lemma in scene.rules.lexicon.light.effect - _LEADING_TO
    return verb if hit or (way in ("in", "under") and tree[verb].lemma in _CAUGHT) else None


def _held_for(scene: Scene, verb: int) -> list[int]:
    """ "foiled a bombing with the arrest of two men": who would have done what came to nothing."""
    ends = prepositional(scene.tree, verb, "with", "by")
    return [p for end in ends if scene.is_word_of(end, "undergone") for p in prepositional(scene.tree, end, "of")]


def _behind(scene: Scene, prep: int) -> tuple[list[int], list[int]] | None:
    """ "X is behind the attack on Y": who is said to have done it to whom."""
    tree = scene.tree
    above = tree[prep].head
    if tree[prep].lemma == "behind" and tree[above].lemma == "be":
        return subjects(tree, above), prepositional(tree, above, "on", "against")
    if tree[prep].lemma == "for" and tree[above].lemma == "responsible" and tree[above].dep == "acomp":
        be = tree[above].head  # "X was responsible for the attack"
        return ([] if tree.kids(be, "neg") else subjects(tree, be)), []
    return None


def _is_lending(scene: Scene, noun: int) -> bool:
    """Whether the verb above the noun lends it its doer; a participle read as an adjective counts as the verb."""
    tree, agent = scene.tree, scene.rules.lexicon.light.agent
    verb = tree[tree[noun].head].lemma
    if tree[noun].lemma in scene.rules.lexicon.modality.commemorations:  # "marked the anniversary of the battle"
        return False
    if tree.kids(tree[noun].head, "oprd"):  # "called the strikes an outrage"
        return False
    return verb in agent or (
        verb == "have" and any(tree[c].tag == "VBN" and tree[c].lemma in agent for c in tree.kids(noun, "amod"))
    )


def topmost(scene: Scene, index: int) -> int:
    """The noun that the verb governs: the first of a list, "waves" in "waves of strikes", the sum in "$5m in aid"."""
    tree = scene.tree
    while tree[index].dep in ("conj", "appos") or _is_of(scene, index):
        index = tree[index].head if tree[index].dep != "pobj" else tree[tree[index].head].head
    return index


def _is_of(scene: Scene, index: int) -> bool:
    """Whether the noun says what another, or a sum of money, is of."""
    tree = scene.tree
    prep = tree[index].head
    if tree[index].dep != "pobj" or tree[prep].lemma not in ("of", "in"):
        return False
    above = tree[tree[prep].head]
    return tree[prep].lemma == "of" or above.pos == "NUM" or above.tag == "$" or above.lemma in _MONEY


_MONEY = frozenset({"dollar", "euro", "pound", "franc", "krone", "yen", "money", "worth"})


def _launchers(scene: Scene, index: int) -> list[int]:
    """ "conducted strikes targeting Y": who does what the verb above says is done, whatever it is then said to hit."""
    tree = scene.tree
    index = topmost(scene, index)
    verb = tree[index].head
    if not _is_lending(scene, index):
        return []
    if tree[index].dep == "dobj":
        return subjects(tree, verb, control=scene.rules.lexicon.modality.object_control)
    return agents(tree, verb) if tree[index].dep == "nsubjpass" else []


def senders(scene: Scene, aid: int) -> list[int]:
    """ "aid from X reached Y": the known parties that it comes from."""
    return [a for a in prepositional(scene.tree, aid, "from", "by") if is_force(scene, a)]


def reached(scene: Scene, aid: int) -> list[int]:
    """ "aid from X reached Y": where it has come to."""
    verb = scene.tree[aid].head
    arrived = scene.tree[aid].dep == "nsubj" and scene.tree[verb].lemma == "reach"
    return [o for o in objects(scene.tree, verb) if scene.actor_at(o) or scene.place_at(o)] if arrived else []
