"""Whose step it is that a page goes on to call "the move" or "the decision"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.parties import Found, from_mention
from dateline.extract.qualified import is_qualifier
from dateline.extract.scene import Scene
from dateline.grammar import prepositional, subjects

STEPS = frozenset({"move", "decision", "step", "measure"})
REACH = 6
"""Sentences back within which a step has been told of as somebody's."""


def whose_step(scenes: Sequence[Scene], scene: Scene, thing: int) -> tuple[Found, ...]:
    """ "Lee defended her decision to send arms. … Chad criticised the move": who took it, by what was said last."""
    if scene.tree[thing].lemma not in STEPS:
        return ()
    near = [s for s in scenes if scene.number - REACH <= s.number < scene.number and s.sentence.tokens]
    for earlier in reversed(near):
        steps = (i for i, t in enumerate(earlier.tree) if t.pos == "NOUN" and t.lemma in STEPS)
        for step in reversed(list(steps)):
            if owners := _owners(earlier, step):
                return owners
    return ()


def _owners(scene: Scene, step: int) -> tuple[Found, ...]:
    """The known parties whose step it is: "Y's decision", "a decision by Y", "Y defended its decision"."""
    tree = scene.tree
    heads = [*tree.kids(step, "poss"), *prepositional(tree, step, "by")]
    if any(tree[h].tag == "PRP$" for h in heads) and tree[step].dep == "dobj":
        heads = subjects(tree, tree[step].head)
    named = [m for h in heads if (m := scene.actor_at(h)) is not None and not is_qualifier(scene.text, m)]
    return tuple(from_mention(scene.text, m) for m in named if m.actor.kind not in ("descriptor", "object"))
