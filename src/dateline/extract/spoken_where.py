"""Where words were spoken: "speaking in Jos, Kolo condemned …", "in a speech in Jos"; and no deed told in them."""

from __future__ import annotations

from dateline.extract.scene import Scene
from dateline.grammar import prepositional
from dateline.model import PlaceMention

_UNUSABLE = ("organisation", "modifier", "metonym")
_SPEAKING = frozenset({"address", "appear", "brief", "comment", "speak", "talk", "tweet", "write"})
_COMING = frozenset({"attend", "inspect", "tour", "visit"})
"""What somebody does somewhere while they speak: "visiting a base near Jos, Kolo vowed …"."""
_OCCASIONS = frozenset(
    {"address", "briefing", "conference", "interview", "lecture", "remark", "sermon", "speech", "statement"}
)
_AT = frozenset({"at", "in", "near", "outside", "from", "to"})
_AFAR = frozenset({"online", "phone", "telephone", "televised", "video", "virtual", "virtually", "zoom"})
"""What words are spoken by to those who are elsewhere."""


def spoken_at(scene: Scene, index: int) -> tuple[PlaceMention, ...]:
    """The places in the words that say where the verb's subject was speaking, or on what occasion."""
    if not scene.places:
        return ()
    if (said := _said_at(scene, index)) or not scene.words & _TOLD_BY or scene.words & _AFAR:
        return said
    found = [p for p in scene.places if _is_under(scene, _spoken_over(scene, p), index)]
    return tuple(found[:1])


def _said_at(scene: Scene, index: int) -> tuple[PlaceMention, ...]:
    """ "The siege must end, the envoy said in Jos": where the verb of saying above the words says that it was."""
    tree = scene.tree
    if tree[index].dep != "ccomp" or tree[tree[index].head].lemma not in scene.rules.lexicon.voices.cues:
        return ()
    at = (scene.place_at(p) for p in prepositional(tree, tree[index].head, "in", "at"))
    return tuple(p for p in at if p is not None and not any(use in p.rule for use in _UNUSABLE))


def is_speakers(scene: Scene, place: PlaceMention, index: int) -> bool:
    """Whether the place only says where somebody spoke of a deed whose trigger is another word than that for it."""
    over = _spoken_over(scene, place)
    return over is not None and over != index and index in scene.tree.subtree(over)


def is_where_spoken(scene: Scene, place: PlaceMention) -> bool:
    """Whether the place only says where somebody spoke."""
    told = scene.kind == "paragraph" and bool(scene.tree.tokens)
    return told and _spoken_over(scene, place, coming=False) is not None


def is_speaking_of(scene: Scene, verb: int, index: int) -> bool:
    """ "Kolo, speaking in Jos on Monday, condemned it": a participle with which one who speaks is described."""
    return _is_under(scene, _speech_over(scene, verb), index)


def _spoken_over(scene: Scene, place: PlaceMention, *, coming: bool = True) -> int | None:
    """The verb of what was done or said where the place says that somebody spoke."""
    if not scene.words & _TOLD_BY:
        return None
    word = _spoken_by(scene, place)
    if word is None or (not coming and scene.tree[word].lemma in _COMING):
        return None
    return _speech_over(scene, word)


def _is_under(scene: Scene, over: int | None, index: int) -> bool:
    return over is not None and over in (index, scene.tree[index].head if scene.tree[index].dep == "conj" else index)


def _speech_over(scene: Scene, word: int) -> int | None:
    """The verb whose subject is speaking, as a participle says, or which an occasion of speech goes with."""
    tree = scene.tree
    if tree[word].pos != "VERB":
        return tree[tree[word].head].head
    if tree[word].tag != "VBG" or tree[word].lemma not in _SPEAKING | _COMING:
        return None
    if tree[word].dep == "advcl":
        return tree[word].head
    noun = tree[word].head
    while tree[noun].dep == "appos":
        noun = tree[noun].head
    beside = tree[word].dep == "acl" and tree[noun].dep == "nsubj" and tree[word - 1].text == ","
    return tree[noun].head if beside else None


def _spoken_by(scene: Scene, place: PlaceMention) -> int | None:
    """The participle of speaking, or the noun for the occasion, in whose phrase the place stands."""
    tree, token = scene.tree, scene.token_at(place.start, place.end)
    if token is None or any(use in place.rule for use in _UNUSABLE):
        return None
    for above in tree.ancestors(token):
        word = tree[above]
        if word.pos == "ADP" or word.dep in ("prep", "compound"):
            if word.dep == "prep" and word.lemma not in _AT | {"of", "on"}:
                return None
            continue
        if word.pos in ("VERB", "AUX"):
            return above if word.tag == "VBG" and word.lemma in _SPEAKING | _COMING else None
        if word.lemma in _OCCASIONS and word.dep == "pobj" and tree[word.head].lemma in ("in", "at", "during"):
            return above if tree[_under(scene, token, above)].lemma != "to" else None
        if word.dep not in ("pobj", "conj", "appos"):
            return None
    return None


def _under(scene: Scene, token: int, above: int) -> int:
    """The word right under the one above, on the way from the token: the "to" of "a speech to members in Jos"."""
    return next(i for i in (token, *scene.tree.ancestors(token)) if scene.tree[i].head == above)


_TOLD_BY = _OCCASIONS | _SPEAKING | _COMING
