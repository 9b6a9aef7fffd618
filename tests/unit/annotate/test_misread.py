"""Words whose part in the sentence was misread: the state of a place, the opener of a clause, a place as who says."""

from __future__ import annotations

import pytest

from dateline.annotate.misread import clause_after_as, place_before_sayer, state_of_a_place
from dateline.model import Token


def tokens(*words: str) -> tuple[Token, ...]:
    """Tokens of "text/lemma/pos/tag/dep/head"."""
    found, at = [], 0
    for word in words:
        text, lemma, pos, tag, dep, head = word.split("/")
        found.append(
            Token(start=at, end=at + len(text), text=text, lemma=lemma, pos=pos, tag=tag, dep=dep, head=int(head))
        )
        at += len(text) + 1
    return tuple(found)


def links(parsed: tuple[Token, ...], *at: int) -> list[tuple[str, int]]:
    return [(parsed[i].dep, parsed[i].head) for i in at]


SHELLED = ("They/they/PRON/PRP/nsubj/1", "shelled/shell/VERB/VBD/ROOT/1", "homes/home/NOUN/NNS/dobj/1")


def test_what_stands_between_a_preposition_and_a_place_is_its_state() -> None:
    parsed = tokens(
        *SHELLED, "in/in/ADP/IN/prep/1", "occupied/occupy/VERB/VBD/advcl/1", "Mira/Mira/PROPN/NNP/dobj/4",
        "on/on/ADP/IN/prep/4", "Monday/Monday/PROPN/NNP/pobj/6",
    )  # fmt: skip
    mended = state_of_a_place(parsed)
    assert links(mended, 4, 5, 6) == [("amod", 5), ("pobj", 3), ("prep", 1)]


def test_a_verb_read_as_what_helps_another_is_the_verb_of_the_clause() -> None:
    parsed = tokens(
        "Rebels/rebel/NOUN/NNS/nsubj/2", "struck/strike/AUX/VBD/aux/2", "besieged/besiege/VERB/VBD/ROOT/2",
        "Mira/Mira/PROPN/NNP/dobj/2",
    )  # fmt: skip
    assert links(state_of_a_place(parsed), 0, 1, 2, 3) == [("nsubj", 1), ("ROOT", 1), ("amod", 3), ("dobj", 1)]


@pytest.mark.parametrize(
    "parsed",
    [
        tokens("Rebels/rebel/NOUN/NNS/nsubj/2", "had/have/AUX/VBD/aux/2", "occupied/occupy/VERB/VBN/ROOT/2",
               "Mira/Mira/PROPN/NNP/dobj/2"),
        tokens(*SHELLED, "and/and/CCONJ/CC/cc/1", "occupied/occupy/VERB/VBD/conj/1", "Mira/Mira/PROPN/NNP/dobj/4"),
        tokens(*SHELLED, "before/before/ADP/IN/prep/1", "they/they/PRON/PRP/nsubj/5", "seized/seize/VERB/VBD/pcomp/3",
               "Mira/Mira/PROPN/NNP/dobj/5"),
    ],
)  # fmt: skip
def test_a_place_that_somebody_takes_is_taken(parsed: tuple[Token, ...]) -> None:
    assert state_of_a_place(parsed) is parsed


def hurt_as(*rest: str) -> tuple[Token, ...]:
    return tokens("Six/six/NUM/CD/nsubjpass/2", "were/be/AUX/VBD/auxpass/2", "hurt/hurt/VERB/VBN/ROOT/2", *rest)


def test_those_after_as_do_what_the_next_verb_tells() -> None:
    parsed = hurt_as(
        "as/as/ADP/IN/prep/2", "militants/militant/NOUN/NNS/pobj/3", "shelled/shell/VERB/VBD/conj/2",
        "Mira/Mira/PROPN/NNP/dobj/5",
    )  # fmt: skip
    assert links(clause_after_as(parsed), 3, 4, 5) == [("mark", 5), ("nsubj", 5), ("advcl", 2)]


def test_what_somebody_does_besides_is_not_done_by_those_after_as() -> None:
    parsed = hurt_as(
        "as/as/ADP/IN/prep/2", "guards/guard/NOUN/NNS/pobj/3", "and/and/CCONJ/CC/cc/2", "fled/flee/VERB/VBD/conj/2",
        "Mira/Mira/PROPN/NNP/dobj/6",
    )  # fmt: skip
    assert clause_after_as(parsed) is parsed


def said_in(place: str, *rest: str) -> tuple[Token, ...]:
    """ "Six died in Mira, PLACE, a chief …said"."""
    said = 8 + len(rest)
    return tokens(
        "Six/six/NUM/CD/nsubj/1", f"died/die/VERB/VBD/ccomp/{said}", "in/in/ADP/IN/prep/1",
        "Mira/Mira/PROPN/NNP/pobj/2", f",/,/PUNCT/,/punct/{said}", f"{place}/{place}/PROPN/NNP/nsubj/{said}",
        ",/,/PUNCT/,/punct/5", "chiefs/chief/NOUN/NNS/appos/5", *rest, f"said/say/VERB/VBD/ROOT/{said}",
    )  # fmt: skip


def test_a_land_beside_a_town_says_nothing_where_who_speaks_goes_on_to_the_verb() -> None:
    assert links(place_before_sayer(said_in("Peru")), 5, 7) == [("appos", 3), ("nsubj", 8)]


def test_what_stands_beside_a_speaker_ends_with_a_comma() -> None:
    parsed = said_in("Ejo", ",/,/PUNCT/,/punct/5")
    assert place_before_sayer(parsed) is parsed
