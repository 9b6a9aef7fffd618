"""One man or woman killed or hurt, told with no number: "the mayor was shot dead", "killing him"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dateline.extract.scene import Scene
from dateline.grammar import is_passive, objects, subjects
from dateline.model import Count

_ANOTHER = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"})
_ONE = frozenset({"him", "her", "he", "she"})
_HITS = frozenset({"hit", "shoot", "strike", "stab", "graze", "cut", "burn"})
HARM = frozenset(
    {"kill", "murder", "wound", "injure", "behead", "assassinate", "slay", "hurt", "lynch", "strangle", "decapitate"}
    | {"massacre", "slaughter", "execute", "crucify"}
)
_DOWN = frozenset({"gun", "mow", "cut", "shoot", "hack"})
_FATALLY = frozenset({"fatally", "mortally"})
_DEADLY = frozenset(
    {"shoot", "stab", "wound", "injure", "attack", "assault", "beat", "hit", "strike", "knife", "hack", "club", "burn"}
    | {"gun", "slash", "bludgeon", "spear", "run", "batter", "crush", "poison"}
)
"""What ends in death where it is done fatally."""
_ALIVE = frozenset({"burn", "bury", "roast", "skin", "flay"})
_BODIES = frozenset({"body", "corpse"})
_FINDING = frozenset({"find", "discover", "dump", "unearth"})
_WOUNDS = (
    "gunshot", "bullet", "bullets", "bullet-riddled", "stab", "machete", "beheaded", "decapitated", "headless",
    "mutilated", "dismembered", "handcuffed", "blindfolded", "torture", "tortured", "executed",
)  # fmt: skip
"""What bodies bear that were not found dead of an accident."""
DEAD_AFTER = frozenset({"shoot", "gun", "find", "leave", "strike", "be", "lie"})


def single_victims(scene: Scene) -> Iterator[tuple[str, int, int, int]]:
    """ "a pensioner was killed": one, where the noun is a person's: the harm, first and last noun, and the verb."""
    tree = scene.tree
    for verb, token in enumerate(tree.tokens):
        told = harm(scene, verb) if token.pos == "VERB" else None
        if told is None:
            continue
        suffering = sufferers(scene, verb)
        single = [v for v in suffering if _is_one_person(scene, v)]
        if single and len(single) == len(suffering):
            yield told, single[0], single[-1], verb


def sufferers(scene: Scene, verb: int) -> list[int]:
    """Those that a verb is done to, and whose bodies it is done to."""
    tree = scene.tree
    done_to = list(subjects(tree, verb) if is_passive(tree, verb) else objects(tree, verb))
    of = [p for d in done_to if tree[d].lemma in _BODIES for c in tree.kids(d, "prep") if tree[c].lemma == "of"
          for p in tree.kids(c, "pobj")]  # fmt: skip
    return [*done_to, *of]


def with_one_more(scene: Scene, token: int, count: Count) -> Count:
    """ "five loggers and a guide": those counted, and one beside them whom no number counts."""
    counted = {scene.token_at(q.start, q.end) for q in scene.quantities}
    beside = (c for c in scene.tree.conjuncts(token) if c > token and c not in counted and scene.tree[c].pos == "NOUN")
    more = sum(_is_one_person(scene, c) for c in beside) if count.low > 1 else 0
    high = None if count.high is None else count.high + more
    return msgspec.structs.replace(count, low=count.low + more, high=high)


def _is_one_person(scene: Scene, noun: int) -> bool:
    """ "a pensioner", "the mayor of the town", "her brother", "him": one man or woman, whoever it is."""
    tree, token = scene.tree, scene.tree[noun]
    if token.text.casefold() in _ONE:
        return token.pos == "PRON"
    if token.text.casefold() in _ANOTHER and any(tree[c].lemma == "a" for c in tree.kids(noun, "det")):
        return True
    if token.text.casefold() == "another" and not tree.kids(noun, "nummod"):
        return True
    if scene.any_is([noun], ("@aircraft", "@vehicle", "@ship", "@weapon")):
        return False
    if token.tag != "NN" or not (scene.is_a(noun, "@people") or scene.is_a(noun, "@armed")):
        return False
    if any(tree[c].lemma in ("a", "an", "one", "another") for c in tree.kids(noun, "det", "nummod")):
        return True
    known = any(tree[c].lemma == "the" for c in tree.kids(noun, "det")) or bool(tree.kids(noun, "poss"))
    return known and scene.is_word_of(noun, "one_person") and not tree.kids(noun, "nummod")


def harm(scene: Scene, verb: int) -> str | None:
    """The property of a toll that a verb tells of one victim: "killed", "shot dead", "hit in the shoulder"."""
    tree, counts = scene.tree, scene.rules.lexicon.counts
    lemma = tree[verb].lemma
    if lemma in HARM:
        return counts.property(lemma)
    if lemma in _DEADLY and any(tree[c].lemma in _FATALLY for c in tree.kids(verb, "advmod")):
        return "killed"
    if lemma in _ALIVE and any(tree[c].lemma == "alive" for c in tree.kids(verb, "acomp", "oprd", "advmod", "amod")):
        return "killed"
    if lemma in _FINDING and any(tree[s].lemma in _BODIES for s in sufferers(scene, verb)) and scene.near(_WOUNDS):
        return "killed"
    if tree[verb].text.casefold() == "hanged":
        return "killed"
    if lemma in _DOWN and any(tree[c].lemma == "down" for c in tree.kids(verb, "prt", "advmod")):
        return "killed"
    if lemma in DEAD_AFTER and any(tree[c].lemma == "dead" for c in tree.kids(verb, "acomp", "oprd", "advmod")):
        return "killed"
    if any(
        tree[p].lemma == "death" for prep in tree.kids(verb, "prep") if tree[prep].lemma == "to"
        for p in tree.kids(prep, "pobj")
    ):  # fmt: skip
        return "killed"
    if lemma in _HITS and any(
        tree[p].lemma in counts.body for prep in tree.kids(verb, "prep") for p in tree.kids(prep, "pobj")
    ):
        return "injured"
    return None
