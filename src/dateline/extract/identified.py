"""Victims and doers whose name comes later: "a man was shot … The victim was identified as …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dateline.extract.called import called
from dateline.extract.parties import Found, parties
from dateline.extract.scene import Scene
from dateline.extract.telling import Telling
from dateline.grammar import is_passive, objects, prepositional, subjects
from dateline.model import Party, quote
from dateline.model.record import Record

NAMING = frozenset({"identify", "name", "id"})
_VICTIMS = frozenset({"victim", "deceased", "decedent", "casualty", "fatality", "dead", "slain"})
_THEM = frozenset({"him", "her", "them", "he", "she", "they"})


class Naming(Record, frozen=True, kw_only=True):
    """A description, as head noun or pronoun, and the names it is given."""

    sentence: int
    described: str
    start: int
    names: tuple[Found, ...]


def identified(groups: Sequence[Sequence[Telling]], scenes: Sequence[Scene]) -> list[list[Telling]]:
    """The groups, with descriptions in assaults replaced by the names that the page gives those described."""
    found = [list(group) for group in groups]
    assaults = [g for g in found if g[0].type == "ASSAULT"]
    if not assaults:
        return found
    for naming in (n for s in scenes if s.sentence.tokens for n in _namings(s)):
        before = [g for g in assaults if min(t.sentence for t in g) <= naming.sentence]
        for group in sorted(before, key=lambda g: -max(t.sentence for t in g if t.sentence <= naming.sentence)):
            if _give(group, naming):
                break
    return found


def _give(group: list[Telling], naming: Naming) -> bool:
    """Whether the names now stand in the group for those that the naming describes."""
    for number, telling in enumerate(group):
        for side in ("recipients", "actors"):
            present: tuple[Found, ...] = getattr(telling, side)
            if side == "actors" and naming.described in _VICTIMS | _THEM:
                continue
            index = next((i for i, f in enumerate(present) if _fits(f, naming)), None)
            if index is None:
                continue
            old = present[index]
            if any(n.party.name == f.party.name for n in naming.names for f in present):
                return True
            for at, other in enumerate(group):
                sides: tuple[Found, ...] = getattr(other, side)
                if at == number or any(f.party.text == old.party.text for f in sides):
                    kept = tuple(f for f in sides if f.party.text != old.party.text)
                    group[at] = msgspec.structs.replace(other, **{side: (*kept, *naming.names)})
            return True
    if naming.described in _VICTIMS and not any(t.recipients for t in group):
        group[0] = msgspec.structs.replace(group[0], recipients=naming.names)
        return True
    return False


def _fits(found: Found, naming: Naming) -> bool:
    """Whether one known by description alone may be the one described: by the same noun, or as a victim."""
    if found.kind != "descriptor" or found.party.id or found.party.country:
        return False
    if found.quote.start <= naming.start < found.quote.end:
        return True
    word = found.party.text.split()[-1].casefold()
    if naming.described in _VICTIMS | _THEM:
        return len(naming.names) > 1 or not word.endswith("s")
    return word == naming.described


def _namings(scene: Scene) -> Iterator[Naming]:
    tree = scene.tree
    for index, token in enumerate(tree.tokens):
        if token.pos == "VERB" and token.lemma in NAMING:
            if token.dep == "acl":
                described = [token.head]
            else:
                described = subjects(tree, index) if is_passive(tree, index) else objects(tree, index)
            names = prepositional(tree, index, "as")
            names += [n for d in described for n in prepositional(tree, d, "as")]
        elif token.lemma in _VICTIMS and token.pos == "NOUN" and token.tag == "NN":
            described = [index]
            names = tree.kids(index, "appos")
            if tree[token.head].lemma == "be" and token.dep == "nsubj":
                names = [*names, *tree.kids(token.head, "attr")]
        else:
            continue
        if len(described) == 1 and _is_definite(scene, described[0], index) and (people := _people(scene, names)):
            head = tree[described[0]]
            yield Naming(sentence=scene.number, described=head.lemma.casefold(), start=head.start, names=people)


def _is_definite(scene: Scene, noun: int, verb: int) -> bool:
    """ "The man was identified", "identified him": one told of before; "a man identified as": told of here."""
    tree = scene.tree
    if tree[noun].pos == "PRON":
        return tree[noun].text.casefold() in _THEM
    if tree[noun].tag not in ("NN", "NNS"):
        return False
    here = tree[verb].dep == "acl" and tree[verb].head == noun
    return here or any(tree[d].lemma in ("the", "this", "that") for d in tree.kids(noun, "det"))


def _people(scene: Scene, names: Sequence[int]) -> tuple[Found, ...]:
    """The names among them: capitalised throughout, and of no party that the table knows."""
    own = [n for n in dict.fromkeys(names) if scene.tree[n].pos == "PROPN"]
    if bare := persons(scene, own):
        return bare
    found = parties(scene, own, metonyms=False)
    named = [f for f in found if f.party.id is None and f.party.country is None and f.party.text[:1].isupper()]
    return tuple(_bare(f, scene.text) for f in named if " " in f.party.text.partition(",")[0])


def persons(scene: Scene, heads: Sequence[int]) -> tuple[Found, ...]:
    """The persons' names that the nouns are, without what stands before them ("41-year-old baker")."""
    starts = {scene.tree[h].start for h in heads}
    names = [c.quote for c in called(scene) if any(c.quote.start <= s < c.quote.end for s in starts)]
    return tuple(Found(party=Party(name=q.exact, text=q.exact), quote=q, kind="person") for q in names)


def _bare(found: Found, text: str) -> Found:
    """The person's name without the age and home that follow it."""
    name = found.party.name.partition(",")[0]
    start = found.quote.start
    end = start + len(found.quote.exact.partition(",")[0])
    party = msgspec.structs.replace(found.party, name=name, text=found.party.text.partition(",")[0])
    return msgspec.structs.replace(found, kind="person", party=party, quote=quote(text, start, end))
