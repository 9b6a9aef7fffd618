"""Lists that the parse takes for asides, and subjects that it takes for one more of a list."""

from __future__ import annotations

import pytest
from evals.reads import read_row, records

from dateline.annotate.listed import list_read_as_aside
from dateline.model import Token


def _actors(text: str, kind: str) -> list[set[str]]:
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    return [{a["name"] for a in r.get("actors") or []} for r in found if r["type"] == kind]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        (
            "Lebanese Hezbollah, the Houthis, and several Iraqi militias, all condemned Israel on Monday.",
            "ACCUSE",
            {"Hezbollah", "Houthis", "Iraqi militias"},
        ),
        (
            "The Kenyan minister met there with Emmanuel Macron, German Chancellor Olaf Scholz and Petro Poroshenko.",
            "CONSULT",
            {"Kenyan minister", "Emmanuel Macron", "Olaf Scholz", "Petro Poroshenko"},
        ),
        (
            "The strike was condemned by the African Union and its members should be told of it.",
            "ACCUSE",
            {"African Union"},
        ),
    ],
)
def test_lists_hold_all_that_they_name(text: str, kind: str, actors: set[str]) -> None:
    assert actors in _actors(text, kind)


def _tokens(*words: tuple[str, str, str, int]) -> tuple[Token, ...]:
    """Tokens of (text, part of speech, relation, head)."""
    return tuple(
        Token(start=i, end=i + 1, text=t, lemma=t, pos=p, tag="NNP" if p == "PROPN" else p, dep=d, head=h)
        for i, (t, p, d, h) in enumerate(words)
    )


LIST = (("Lee", "PROPN", "nsubj", 6), (",", "PUNCT", "punct", 0), ("Chief", "PROPN", "appos", 0))
LIST += (("and", "CCONJ", "cc", 2), ("Founder", "PROPN", "conj", 2))


def test_a_comma_ends_an_aside_and_no_list() -> None:
    aside = _tokens(*LIST, (",", "PUNCT", "punct", 0), ("spoke", "VERB", "ROOT", 6))
    assert list_read_as_aside(aside) is aside
    several = _tokens(*LIST, ("today", "ADV", "advmod", 6), ("spoke", "VERB", "ROOT", 6))
    assert [t.dep for t in list_read_as_aside(several)][:5] == ["nsubj", "punct", "conj", "cc", "conj"]


def test_a_title_after_a_name_is_no_other_party() -> None:
    found = _actors("The Kenyan minister met with Emmanuel Macron, President of France, on Monday.", "CONSULT")
    assert found == [{"Kenyan minister", "Emmanuel Macron"}]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        (
            "The navy reported two attacks on Monday that struck a ferry near Fujairah, the UAE, "
            "and a fuel barge near Muscat, Oman.",
            set(),
            {"ferry", "fuel barge"},
        ),
        (
            "Kenyan forces hit a port, an oil field near Zuru, and the seat of the militia on Monday.",
            {"Kenyan forces"},
            {"port", "oil field", "seat of the militia"},
        ),
    ],
)
def test_what_a_clause_lists_is_hit_and_hits_nothing(text: str, actors: set[str], recipients: set[str]) -> None:
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    attacks = [r for r in found if r["type"] == "ASSAULT"]
    assert {a["name"] for r in attacks for a in r.get("actors") or []} == actors
    assert {a["name"] for r in attacks for a in r.get("recipients") or []} >= recipients
