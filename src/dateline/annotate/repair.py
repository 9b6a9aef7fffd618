"""A repair of parses, and what a sentence must hold to need it: most hold it not, and cost no more than to see that."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from dateline.model import Token

Tokens = tuple[Token, ...]
Mend = Callable[[Tokens], Tokens]


class Held(NamedTuple):
    """The words that a sentence holds, as lemmas and in small letters, and its relations."""

    words: frozenset[str]
    relations: frozenset[str]


def held(tokens: Sequence[Token]) -> Held:
    """What the sentence holds."""
    words = [token.lemma for token in tokens] + [token.text.casefold() for token in tokens]
    return Held(frozenset(words), frozenset([token.dep for token in tokens]))


class Repair(NamedTuple):
    """What mends the parse of a sentence that holds one of each of these sets of words, and all of the relations."""

    mend: Mend
    words: tuple[frozenset[str], ...]
    relations: frozenset[str]

    def __call__(self, tokens: Tokens) -> Tokens:
        """The tokens mended; the same ones where there is nothing to mend."""
        return self.mend(tokens)

    def may_mend(self, sentence: Held) -> bool:
        """Whether the sentence holds what the repair looks for."""
        return self.relations <= sentence.relations and not any(map(sentence.words.isdisjoint, self.words))


def repair(*words: Collection[str], relations: Collection[str] = ()) -> Callable[[Mend], Repair]:
    """Makes a function that mends parses a Repair: one of each collection of words must be there, and each relation."""

    def made(mend: Mend) -> Repair:
        return Repair(mend, tuple(map(frozenset, words)), frozenset(relations))

    return made


def below(tokens: Sequence[Token], head: int, relations: Collection[str]) -> list[int]:
    """The dependents of `head` that bear one of the relations, in order."""
    return [i for i, t in enumerate(tokens) if t.head == head and i != head and t.dep in relations]
