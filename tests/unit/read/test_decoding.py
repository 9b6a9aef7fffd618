"""Bytes to text."""

from __future__ import annotations

import pytest

from dateline.read.decoding import cleaned, decoded, unescaped

WORDS = "Überfall — “zwei” Verletzte"


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (WORDS.encode(), ""),
        (WORDS.encode("utf-8-sig"), ""),
        (WORDS.encode("utf-16"), ""),
        (WORDS.encode("cp1252"), "text/html; charset=iso-8859-1"),
        (b"<meta charset='windows-1252'>" + WORDS.encode("cp1252"), ""),
        (WORDS.encode(), "text/html; charset=iso-8859-1"),
    ],
)
def test_charset_by_mark_validity_header_or_markup(content: bytes, content_type: str) -> None:
    assert decoded(content, content_type=content_type).endswith(WORDS)


def test_page_cut_inside_a_character_is_read_up_to_it() -> None:
    assert decoded("Café".encode()[:-1]) == "Caf"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the group’s post", "the group’s post"),
        ("the groupâ€™s post", "the group’s post"),
        ("CafÃ© on the 3Â\u00a0km road", "Café on the 3 km road"),
        ("Ð¢Ð°Ð½Ðº", "Танк"),
        ("é and â stay, as does Âge", "é and â stay, as does Âge"),
        ("so\u00adft, ze\u200bro, \u202bmarks\u202c and\u00a0space", "soft, zero, marks and space"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("e\u0301", "é"),
    ],
)
def test_cleaning(text: str, expected: str) -> None:
    assert cleaned(text) == expected


def test_entities_are_resolved_once_or_twice() -> None:
    assert unescaped("Oil &amp; gas &amp;quot;port&amp;quot; &#8217;") == 'Oil & gas "port" ’'
    assert unescaped("A & B; C") == "A & B; C"
