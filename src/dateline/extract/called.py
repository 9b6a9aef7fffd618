"""Persons whom a sentence calls by name though no table knows them: "Ann Lee", after whom "she" is used."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.scene import Scene
from dateline.model import Quote, quote
from dateline.model.record import Record

_LONGEST = 4
"""Words of a person's name at most, titles not counted."""
_POSITIONS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "attr"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OTHERS = (
    "@organisation",
    "@group",
    "@armed",
    "@people",
    "@settlement",
    "@land",
    "@building",
    "@court",
    "@ship",
    "@military",
)


class Called(Record, frozen=True, kw_only=True):
    """A person's name, and whether the clause is about them."""

    quote: Quote
    subject: bool


def called(scene: Scene) -> Iterator[Called]:
    """The names of two words or more in the sentence that look like persons', in order."""
    tree = scene.tree
    for head, token in enumerate(tree.tokens):
        if token.pos != "PROPN" or token.dep not in _POSITIONS:
            continue
        if _is_charge(scene, head):
            continue
        first = head
        while first > 0 and tree[first - 1].pos == "PROPN" and tree[first - 1].head == head:
            first -= 1
        words = range(first, head + 1)
        if 2 <= len(words) <= _LONGEST and all(_is_name(scene, i) for i in words) and not _has_article(scene, head):
            yield Called(
                quote=quote(scene.text, tree[first].start, token.end), subject=_stands_for(scene, head) in _SUBJECTS
            )


def _is_charge(scene: Scene, index: int) -> bool:
    """ "the Commissioner for Food Security": what an office is for, and nobody's name."""
    prep = scene.tree[index].head
    above = scene.tree[scene.tree[prep].head]
    return scene.tree[index].dep == "pobj" and scene.tree[prep].lemma == "for" and above.pos == "PROPN"


def _stands_for(scene: Scene, index: int) -> str:
    """The function of the word, or of the one it explains: "the mayor, Ann Lee, said"."""
    token = scene.tree[index]
    return scene.tree[token.head].dep if token.dep == "appos" else token.dep


def _is_name(scene: Scene, index: int) -> bool:
    token = scene.tree[index]
    plain = token.text.replace("-", "").replace("’", "").replace("'", "").isalpha()
    known = scene.actor_at(index) is not None or scene.place_at(index) is not None
    dated = any(t.start <= token.start < t.end for t in scene.times)
    capital = token.text[:1].isupper() and not token.text.isupper()
    return plain and capital and not known and not dated and not scene.any_is([index], _OTHERS)


def _has_article(scene: Scene, index: int) -> bool:
    return any(scene.tree[c].dep == "det" for c in scene.tree.kids(index))
