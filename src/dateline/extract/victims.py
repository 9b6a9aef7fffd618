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
_SPLINTERS = frozenset({"glass", "shrapnel", "splinter", "fragment", "shard", "debris"})
"""What flies about after a blast: who is cut by it is hurt."""
_DOWN = frozenset({"gun", "mow", "cut", "shoot", "hack"})
_FATALLY = frozenset({"fatally", "mortally"})
_DEADLY = frozenset(
    {"shoot", "stab", "wound", "injure", "attack", "assault", "beat", "hit", "strike", "knife", "hack", "club", "burn"}
    | {"gun", "slash", "bludgeon", "spear", "run", "batter", "crush", "poison"}
)
"""What ends in death where it is done fatally."""
DOOMING = frozenset({"condemn", "doom", "sentence"})
"""What is said to end in death and has killed nobody yet: "sentenced to death"."""
_ALIVE = frozenset({"burn", "bury", "roast", "skin", "flay"})
_BODIES = frozenset({"body", "corpse"})
_FINDING = frozenset({"find", "discover", "dump", "unearth"})
_WOUNDS = (
    "gunshot", "bullet", "bullets", "bullet-riddled", "stab", "machete", "beheaded", "decapitated", "headless",
    "mutilated", "dismembered", "handcuffed", "blindfolded", "torture", "tortured", "executed",
)  # fmt: skip
"""What bodies bear that were not found dead of an accident."""
DEAD_AFTER = frozenset({"shoot", "gun", "find", "leave", "strike", "be", "lie"})
_DYING = frozenset({"die", "perish", "succumb"})
_OF_BODIES = frozenset({"burn", "hang", "dismember", "behead", "mutilate", "drag", "dump", "burnt"})
"""What is done to the body of somebody who is dead by then: "burned his body"."""
CARE = frozenset({"admit", "take", "bring", "rush", "receive", "arrive", "treat"})
"""Verbs of care, beside which the hurt is named: "were taken to hospital with shrapnel wounds"."""


def single_victims(scene: Scene) -> Iterator[tuple[str, list[int], int]]:
    """ "a pensioner was killed": one, where the noun is a person's: the harm, the nouns, and the verb."""
    tree = scene.tree
    for verb, token in enumerate(tree.tokens):
        told = harm(scene, verb) if token.pos == "VERB" else None
        if told is None:
            continue
        suffering = sufferers(scene, verb)
        if token.lemma in _DYING and not any(_is_told_first(scene, s) for s in suffering[:1]):
            continue  # "he died", "their brother had died": one who is told of elsewhere
        single = [v for v in suffering if _is_one_person(scene, v)]
        if single and len(single) == len(suffering):
            yield told, single, verb


def _is_told_first(scene: Scene, noun: int) -> bool:
    """ "a watchman", "another": somebody of whom nothing was said before."""
    tree = scene.tree
    return tree[noun].pos != "PRON" and any(
        tree[c].lemma in ("a", "an", "one", "another") for c in tree.kids(noun, "det", "nummod")
    )


def sufferers(scene: Scene, verb: int) -> list[int]:
    """Those that a verb is done to, and whose bodies it is done to."""
    tree = scene.tree
    own = is_passive(tree, verb) or tree[verb].lemma in _DYING or _loses_limb(scene, verb)
    done_to = list(subjects(tree, verb) if own else objects(tree, verb))
    of = [p for d in done_to if tree[d].lemma in _BODIES for c in tree.kids(d, "prep") if tree[c].lemma == "of"
          for p in tree.kids(c, "pobj")]  # fmt: skip
    if tree[verb].lemma in _OF_BODIES and not of:
        of = [p for d in done_to if tree[d].lemma in _BODIES for p in tree.kids(d, "poss")
              if tree[p].pos == "PRON"]  # fmt: skip
        return of or done_to
    return [*done_to, *of]


def wound_with(scene: Scene, above: int) -> int | None:
    """The hurt that a noun or a verb of care is told with: "five with bullet wounds", "taken in with burns"."""
    tree = scene.tree
    places = [above, *(p for prep in tree.kids(above, "prep") for p in tree.kids(prep, "pobj"))]
    for at in places if tree[above].pos == "VERB" else places[:1]:
        for prep in tree.kids(at, "prep"):
            if tree[prep].lemma not in ("with", "for"):
                continue
            hurts = (h for p in tree.kids(prep, "pobj") for h in tree.conjuncts(p) if _is_hurt(scene, h))
            if (hurt := next(hurts, None)) is not None:
                return hurt
    return None


def _is_hurt(scene: Scene, noun: int) -> bool:
    return scene.tree[noun].lemma in HURTS


HURTS = frozenset({"wound", "injury", "burn", "bruise", "fracture", "concussion", "cut"})


def _loses_limb(scene: Scene, verb: int) -> bool:
    """ "lost a leg" """
    tree = scene.tree
    if tree[verb].lemma != "lose":
        return False
    return any(tree[o].lemma in scene.rules.lexicon.counts.body for o in tree.kids(verb, "dobj"))


def with_one_more(scene: Scene, token: int, count: Count) -> Count:
    """ "five loggers and a guide": those counted, and one beside them whom no number counts."""
    counted = {scene.token_at(q.start, q.end) for q in scene.quantities}
    beside = (c for c in scene.tree.conjuncts(token) if c > token and c not in counted and scene.tree[c].pos == "NOUN")
    more = sum(_is_one_person(scene, c) for c in beside)
    high = None if count.high is None else count.high + more
    return msgspec.structs.replace(count, low=count.low + more, high=high)


def _is_one_person(scene: Scene, noun: int) -> bool:
    """ "a pensioner", "the mayor of the town", "her brother", "him": one man or woman, whoever it is."""
    tree, token = scene.tree, scene.tree[noun]
    if token.text.casefold() in _ONE or (token.dep == "poss" and token.text.casefold() in ("his", "her")):
        return token.pos == "PRON"
    if token.text.casefold() in _ANOTHER and any(tree[c].lemma == "a" for c in tree.kids(noun, "det")):
        return True
    if token.text.casefold() == "another" and not tree.kids(noun, "nummod"):
        return True
    if token.text.casefold() == "one":  # "one of the 21 crew"
        return any(scene.is_a(p, "@people") for c in tree.kids(noun, "prep") if tree[c].lemma == "of"
                   for p in tree.kids(c, "pobj"))  # fmt: skip
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
    if lemma in _DYING:
        return "killed"
    if _loses_limb(scene, verb) or (lemma in CARE and wound_with(scene, verb) is not None):
        return "injured"
    if lemma in _OF_BODIES and any(tree[o].lemma in _BODIES for o in tree.kids(verb, "dobj")):
        return "killed"
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
    if lemma not in DOOMING and any(
        tree[p].lemma == "death" for prep in tree.kids(verb, "prep") if tree[prep].lemma == "to"
        for p in tree.kids(prep, "pobj")
    ):  # fmt: skip
        return "killed"
    if lemma in _HITS and any(
        tree[p].lemma in (_SPLINTERS if tree[prep].dep == "agent" else counts.body)
        for prep in tree.kids(verb, "prep", "agent") for p in tree.kids(prep, "pobj")
    ):  # fmt: skip
        return "injured"
    return None
