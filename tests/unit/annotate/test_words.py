"""Words as the parser is handed them."""

from __future__ import annotations

import pytest

from dateline.annotate.words import parser_words
from dateline.model.syntax import Word


def split(text: str) -> list[Word]:
    """The words between spaces, a closing bracket apart, as the parser's own cutter gives them."""
    found: list[Word] = []
    at = 0
    for part in text.split():
        start = text.index(part, at)
        at = start + len(part)
        body = part.removesuffix("]") if "[" in part else part
        found.append(Word(start=start, end=start + len(body), form=body, space=body == part))
        if body != part:
            found.append(Word(start=at - 1, end=at, form="]", space=True))
    return found


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("shells fell in Chad.[95]", ["shells", "fell", "in", "Chad", "."]),
        ("on March 4.[14][15]", ["on", "March", "4", "."]),
        ("a town[3] near Gao", ["a", "town", "near", "Gao"]),
        ("rockets of [sic] kind", ["rockets", "of", "[sic", "kind"]),
    ],
)
def test_marks_of_notes_are_no_part_of_a_word(text: str, forms: list[str]) -> None:
    assert [w.form for w in parser_words(split(text), names=())] == forms


def test_words_keep_their_place_in_the_text() -> None:
    text = "shells fell in Chad.[95]"
    words = parser_words(split(text), names=())
    assert [text[w.start : w.end] for w in words] == ["shells", "fell", "in", "Chad", "."]


@pytest.mark.parametrize(
    ("parts", "forms"),
    [
        (["the", "students", "'", " abduction"], ["the", "students", "'", "abduction"]),
        (["'", "rebels", "'", " fled"], ["rebels", "fled"]),
        (["it", " hit", "'", " them"], ["it", "hit", "them"]),
    ],
)
def test_the_apostrophe_of_several_is_kept_and_a_mark_of_quotation_is_not(parts: list[str], forms: list[str]) -> None:
    words: list[Word] = []
    at = 0
    for part, following in zip(parts, [*parts[1:], " "], strict=True):
        form = part.strip()
        start = at + len(part) - len(part.lstrip())
        at = start + len(form)
        words.append(Word(start=start, end=at, form=form, space=following.startswith(" ")))
    assert [w.form for w in parser_words(words, names=())] == forms
