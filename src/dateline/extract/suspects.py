"""Who is held to have done what was told, by name: "The suspect, Ann Lee, was charged with murder"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dateline.extract.identified import NAMING, persons
from dateline.extract.parties import Found
from dateline.extract.scene import Scene
from dateline.extract.telling import Telling
from dateline.grammar import is_passive, objects, prepositional, subjects
from dateline.model import Quote, Voice, quote
from dateline.model.record import Record

_SUSPECTS = frozenset({"suspect"})
_DOERS = frozenset({"gunman", "shooter", "attacker", "assailant", "killer", "perpetrator", "knifeman", "bomber"})
_CRIMES = frozenset(
    {"murder", "manslaughter", "homicide", "killing", "slaying", "shooting", "stabbing", "bombing", "assault", "attack"}
)
_HELD = frozenset({"arrest", "book", "charge", "detain", "hold", "indict"})
_LEADING = ("with", "on", "over", "for", "in")


class Held(Record, frozen=True, kw_only=True):
    """Persons by name who are held to have done it, and the words that say so; `certain` where no charge is."""

    sentence: int
    position: int
    names: tuple[Found, ...]
    words: Quote
    certain: bool


def with_suspects(groups: Sequence[Sequence[Telling]], scenes: Sequence[Scene]) -> list[list[Telling]]:
    """The groups, an assault by nobody known with whoever the page then names as its doer."""
    found = [list(group) for group in groups]
    if not any(g[0].type == "ASSAULT" for g in found):
        return found
    for held in (h for s in scenes if s.sentence.tokens for h in _held(s)):
        home = _home(held, found)
        if home is not None:
            home.append(_by(held, home))
    return found


def _home(held: Held, groups: Sequence[list[Telling]]) -> list[Telling] | None:
    """The assault on somebody told last before it, where no doer is known by more than "a man"."""
    told = [
        (max(t.position for t in g if t.position < held.position), g)
        for g in groups
        if g[0].type == "ASSAULT" and any(t.position < held.position and t.modality == "actual" for t in g)
        and any(t.recipients or t.tolls for t in g)
    ]  # fmt: skip
    home = max(told, key=lambda b: b[0])[1] if told else None
    if home is None or any(a.kind != "descriptor" or a.party.id or a.party.country for t in home for a in t.actors):
        return None
    hurt = {r.party.name for t in home for r in t.recipients}
    return None if any(n.party.name in hurt for n in held.names) else home


def _by(held: Held, home: Sequence[Telling]) -> Telling:
    """A telling that says no more than who did it, or is said to."""
    voice = home[0].voice
    if not held.certain:
        voice = Voice(name="unnamed", kind="unknown", stance="accuses", text=held.words.exact, evidence=(held.words,))
    return msgspec.structs.replace(
        home[0], sentence=held.sentence, position=held.position, trigger=held.words, evidence=held.words,
        actors=held.names, recipients=(), times=(), told=(), places=(), tolls=(), weapons=(), weak=True, title=False,
        voice=voice, fellows=(), modality="actual", modality_why="named as the doer",
    )  # fmt: skip


def _held(scene: Scene) -> Iterator[Held]:
    tree = scene.tree
    for index, token in enumerate(tree.tokens):
        certain = token.lemma in _DOERS
        if token.lemma in _SUSPECTS | _DOERS and token.tag == "NN" and _is_definite(scene, index):
            named = _named(scene, index)
        elif token.lemma in _HELD and token.pos == "VERB" and _is_for_crime(scene, index):
            named = _charged(scene, index)
        else:
            continue
        if names := persons(scene, named):
            words = quote(scene.text, token.start, token.end)
            yield Held(sentence=scene.number, position=token.start, names=names, words=words, certain=certain)


def _is_definite(scene: Scene, noun: int) -> bool:
    dets = [scene.tree[d].lemma for d in scene.tree.kids(noun, "det")]
    return not dets or dets[0] in ("the", "this", "that")


def _named(scene: Scene, noun: int) -> list[int]:
    """ "The suspect, Ann Lee", "the gunman was identified as Ann Lee": the name of the one described."""
    tree = scene.tree
    names = list(tree.kids(noun, "appos"))
    verbs = [i for i, t in enumerate(tree.tokens) if t.lemma in NAMING and t.pos == "VERB"]
    for verb in verbs:
        by_object = subjects(tree, verb) if is_passive(tree, verb) else objects(tree, verb)
        if noun in by_object or (tree[verb].dep == "acl" and tree[verb].head == noun):
            names += prepositional(tree, verb, "as")
            names += prepositional(tree, noun, "as")
    return names


def _is_for_crime(scene: Scene, verb: int) -> bool:
    """ "charged with two counts of murder", "arrested on suspicion of murder"."""
    tree = scene.tree
    led = [p for p in prepositional(tree, verb, *_LEADING) if p > verb]
    return not tree.kids(verb, "neg") and any(tree[i].lemma in _CRIMES for p in led for i in tree.subtree(p))


def _charged(scene: Scene, verb: int) -> list[int]:
    """Who is charged; "arrested Ann Lee and charged her": the one arrested."""
    tree = scene.tree
    found = subjects(tree, verb) if is_passive(tree, verb) else objects(tree, verb)
    if tree[verb].dep == "conj" and tree[tree[verb].head].lemma in _HELD and all(tree[f].pos == "PRON" for f in found):
        return objects(tree, tree[verb].head)
    return found
