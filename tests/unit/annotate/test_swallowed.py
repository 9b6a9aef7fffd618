"""Clauses that the parser has let swallow a noun or a verb of another."""

from __future__ import annotations

import pytest

from dateline.annotate.swallowed import charged_with, gone_on, held_of
from dateline.model import Token


def tokens(*words: str) -> tuple[Token, ...]:
    """Tokens of "text/lemma/pos/tag/dep/head"."""
    found, at = [], 0
    for word in words:
        text, lemma, pos, tag, dep, head = word.split("/")
        found.append(
            Token(
                start=at,
                end=at + len(text),
                text=text,
                lemma=lemma,
                pos=pos,
                tag=tag,
                dep=dep,
                head=int(head),
            )
        )
        at += len(text) + 1
    return tuple(found)


def test_a_noun_held_to_be_something_is_given_to_the_verb_after() -> None:
    parsed = tokens(
        "Raids/raid/NOUN/NNS/nsubj/1", "said/say/VERB/VBD/ROOT/1", "to/to/PART/TO/aux/3", "be/be/AUX/VB/xcomp/1",
        "rare/rare/ADJ/JJ/acomp/3", ",/,/PUNCT/,/punct/1", "killed/kill/VERB/VBD/conj/1", "four/four/NUM/CD/dobj/6",
    )  # fmt: skip
    mended = held_of(parsed)
    assert (mended[0].head, mended[0].dep) == (6, "nsubj")
    assert (mended[1].head, mended[1].dep) == (0, "acl")
    assert (mended[6].head, mended[6].dep) == (6, "ROOT")


def test_who_says_to_somebody_still_says() -> None:
    parsed = tokens(
        "Guards/guard/NOUN/NNS/nsubj/1", "said/say/VERB/VBD/ROOT/1", "to/to/ADP/IN/prep/1", "us/we/PRON/PRP/pobj/2",
    )  # fmt: skip
    assert held_of(parsed) is parsed


@pytest.mark.parametrize(("word", "verb"), [("intensifies", True), ("exercises", False)])
def test_a_verb_read_as_a_noun_is_a_verb(word: str, verb: bool) -> None:
    parsed = tokens(
        "As/as/ADP/IN/prep/4", "fighting/fight/VERB/VBG/pcomp/0", f"{word}/{word}/NOUN/NNS/dobj/1",
        ",/,/PUNCT/,/punct/4", "left/leave/VERB/VBD/ROOT/4",
    )  # fmt: skip
    mended = gone_on(parsed)
    assert (mended[2].pos == "VERB") is verb
    assert (mended[1].dep == "nsubj" and mended[2].head == 4) is verb


def test_a_noun_before_a_verb_stays_one() -> None:
    parsed = tokens(
        "As/as/SCONJ/IN/mark/3", "price/price/NOUN/NN/compound/2", "rises/rise/NOUN/NNS/nsubj/3",
        "hurt/hurt/VERB/VBP/ROOT/3",
    )  # fmt: skip
    assert gone_on(parsed) is parsed


@pytest.mark.parametrize(("lemma", "head"), [("accuse", 1), ("praise", 2)])
def test_what_somebody_is_accused_of_is_the_charge(lemma: str, head: int) -> None:
    parsed = tokens(
        "Chiefs/chief/NOUN/NNS/nsubj/1", f"{lemma}d/{lemma}/VERB/VBD/ROOT/1", "troops/troop/NOUN/NNS/dobj/1",
        "of/of/ADP/IN/prep/2", "burning/burn/VERB/VBG/pcomp/3", "huts/hut/NOUN/NNS/dobj/4",
    )  # fmt: skip
    assert charged_with(parsed)[3].head == head
