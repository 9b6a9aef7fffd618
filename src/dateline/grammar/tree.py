"""A parsed sentence as a tree with indices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, wraps

from dateline.model import Token

CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "csubj"})
CHARGING = frozenset({"accuse", "convict", "suspect", "acquit", "clear", "warn", "inform", "remind", "rob", "strip"})
"""Verbs of which "of" after the object tells what the object is accused, told or robbed of."""
_NONE: frozenset[str] = frozenset()
_LEFT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "case", "advmod", "punct", "neg"}
)


class Tree(tuple[Token, ...]):
    """Tokens of one sentence with children by head; indices are token positions.

    The tree of a tree is itself, so that what it has found out about its tokens is found out once.
    """

    def __new__(cls, tokens: Iterable[Token]) -> Tree:
        """The tokens as a tree."""
        return tokens if isinstance(tokens, Tree) else super().__new__(cls, tokens)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens, which it is itself."""
        return self

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token the indices of its dependents, in order."""
        return [[child for child, _ in below] for below in self._labelled]

    def kids(self, index: int, *labels: str) -> list[int]:
        """Dependents of `index` that bear one of the labels."""
        if self._labels[index].isdisjoint(labels):
            return []
        return [child for child, label in self._labelled[index] if label in labels]

    @cached_property
    def _labels(self) -> list[frozenset[str]]:
        """For each token the labels that its dependents bear: most questions are about one that none does."""
        return [frozenset([label for _, label in below]) if below else _NONE for below in self._labelled]

    @cached_property
    def _labelled(self) -> list[list[tuple[int, str]]]:
        """For each token its dependents with their labels, in order."""
        found: list[list[tuple[int, str]]] = [[] for _ in self]
        for index, token in enumerate(self):
            if token.head != index:
                found[token.head].append((index, token.dep))
        return found

    @cached_property
    def answers(self) -> dict[tuple[Question, int], bool]:
        """What was asked about a token, and the answer."""
        return {}

    def ancestors(self, index: int) -> Iterator[int]:
        """Heads of `index`, nearest first, the root last."""
        while (head := self[index].head) != index:
            index = head
            yield index

    def subtree(self, index: int, *, without: frozenset[str] = frozenset()) -> list[int]:
        """`index` and all below it, in order, leaving out branches whose label is in `without`."""
        labelled = self._labelled
        found = [index]
        stack = labelled[index][:]
        while stack:
            place, label = stack.pop()
            if label in without:
                continue
            found.append(place)
            if below := labelled[place]:
                stack.extend(below)
        found.sort()
        return found

    def range_of(self, indices: Sequence[int]) -> tuple[int, int]:
        """Text offsets from the first to the last of the tokens, outer punctuation trimmed."""
        kept = list(indices)
        while len(kept) > 1 and self.tokens[kept[0]].pos in ("PUNCT", "SPACE"):
            kept.pop(0)
        while len(kept) > 1 and self.tokens[kept[-1]].pos in ("PUNCT", "SPACE"):
            kept.pop()
        return self.tokens[kept[0]].start, self.tokens[kept[-1]].end

    def noun_phrase(self, index: int) -> tuple[int, int]:
        """Offsets of the noun phrase headed by `index`: left modifiers, "of" phrases, a name behind it, no clauses."""
        first = index
        for child in self.children[index]:
            if child < index and self.tokens[child].dep in _LEFT and self.tokens[child].dep != "punct":
                first = min(first, min(self.subtree(child, without=CLAUSAL)))
        last = index
        charged = self.tokens[index].dep == "dobj" and self.tokens[self.tokens[index].head].lemma in CHARGING
        for child in self.children[index]:
            if charged and self.tokens[child].lemma == "of":
                continue  # "accused the police of brutality"
            of = self.tokens[child].lemma == "of" and self.tokens[child].dep == "prep" and not self.kids(child, "pcomp")
            called = self.tokens[child].dep == "appos" and self.is_called(index, child)
            if child > index and (of or called or self.tokens[child].dep in ("nummod",)):
                below = self.subtree(child, without=CLAUSAL | {"conj", "cc", "appos", "punct"})
                run = [i for i in below if i > last]
                last = max([last, *run])
        while first < index and (self.tokens[first].pos == "PUNCT" or self._asks_number(first)):
            first += 1
        return self.tokens[first].start, self.tokens[last].end

    def _asks_number(self, first: int) -> bool:
        """ "how many people": a question's words, and no part of a name."""
        how = self.tokens[first].lemma == "how" or self.tokens[max(0, first - 1)].lemma == "how"
        return how and self.tokens[first].lemma in ("how", "many", "much")

    def conjuncts(self, index: int) -> list[int]:
        """`index` and everything coordinated with it, in order; "X, Y and Z" is a list even where Y is read as X."""
        found = [index]
        for child in self.kids(index, "conj", "appos"):
            if self.tokens[child].dep == "conj" or self._is_listed(index, child):
                found.extend(self.conjuncts(child))
            elif self.is_called(index, child):  # "teacher Ann Lee and soldier Ida Orr"
                found.extend(self.conjuncts(child)[1:])
        return found

    def is_called(self, index: int, apposed: int) -> bool:
        """ "teacher Ann Lee": whether the name that follows a common noun with nothing between them is that one's."""
        named = self.tokens[index].pos == "NOUN" and self.tokens[apposed].pos == "PROPN"
        return named and min(self.subtree(apposed, without=CLAUSAL | {"conj", "cc"})) == index + 1

    def _is_listed(self, index: int, apposed: int) -> bool:
        """Whether a name apposed to a name is the middle of a list that ends in a further name."""
        last = [c for c in self.kids(index, "conj") if c > apposed] or self.kids(apposed, "conj")
        listed = (index, apposed, *last[:1])
        return bool(last) and all(self.tokens[t].pos == "PROPN" for t in listed) and not self.kids(apposed, "poss")

    def clause(self, index: int) -> list[int]:
        """The tokens of the clause headed by verb `index`, without clauses below it."""
        return self.subtree(index, without=CLAUSAL | {"conj"})


Question = Callable[[Tree, int], bool]


def answered_once(question: Question) -> Question:
    """The question about a token of a tree, which is asked of many a token by many, with its answers kept."""

    @wraps(question)
    def answer(tree: Tree, index: int) -> bool:
        known = tree.answers.get((question, index))
        if known is None:
            known = tree.answers[question, index] = question(tree, index)
        return known

    return answer
