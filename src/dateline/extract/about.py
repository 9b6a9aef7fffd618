"""Which noun of a phrase tells who is meant: "some of the kidnappers", "they [Kenya]", "six others"."""

from __future__ import annotations

from dateline.extract.qualified import as_before, glossed_by, held_to_be
from dateline.extract.scene import Scene


def meant(scene: Scene, head: int) -> int:
    """ "some of the kidnappers": those of whom it is some; "the third floor of the hotel": the hotel."""
    tree = scene.tree
    if tree[head].pos == "PRON" and (glossed := glossed_by(scene, head)) is not None:
        return glossed
    if tree[head].pos == "VERB" and (own := tree.kids(head, "nsubj")):
        return own[0]
    if tree[head].pos == "NOUN" and (called := held_to_be(scene, head)) is not None:
        return called
    name = tree[head].head
    beside = tree[head].dep == "appos" and tree[head].pos == "NOUN" and tree[name].pos == "PROPN"
    beside = beside and tree[min(name + 1, len(tree) - 1)].text == ","
    if tree[head].dep == "appos" and tree.kids(head, "acl") and (named := _set_off(scene, head)) is not None:
        return named
    if beside and tree.kids(head, "relcl") and scene.actor_at(head) is None:  # "Goma, the largest city that they took"
        return tree[head].head
    if tree[head].lemma == "other" and (counted := as_before(scene, head)) is not None:
        return counted
    part = (scene.is_word_of(head, "part") or tree[head].lemma in ("body", "corpse")) and tree[head].pos == "NOUN"
    if tree[head].pos != "NUM" and not scene.is_word_of(head, "quantity") and not part:
        return head
    shares = (head, *tree.kids(head, "quantmod"))  # "one-third of the launchers"
    of = [
        p for s in shares for prep in tree.kids(s, "prep") if tree[prep].lemma == "of" for p in tree.kids(prep, "pobj")
    ]
    return of[0] if of else _whose(scene, head)


def _whose(scene: Scene, part: int) -> int:
    """ "a building whose top floors were ripped apart": the building."""
    tree = scene.tree
    if not any(tree[c].lemma == "whose" for c in tree.kids(part, "poss")):
        return part
    return next((tree[a].head for a in (part, *tree.ancestors(part)) if tree[a].dep == "relcl"), part)


def _set_off(scene: Scene, head: int) -> int | None:
    """ "the Blue Front, a militia backed by Y": the known name right before what is said of it."""
    comma = min(scene.tree.subtree(head)) - 1
    if comma < 1 or scene.tree[comma].text != ",":
        return None
    mention = scene.actor_at(comma - 1)
    return comma - 1 if mention is not None and mention.actor.kind in ("group", "organisation", "force") else None
