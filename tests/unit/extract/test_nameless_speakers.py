"""Who speaks as "he" or "we" is given no name that is only a pronoun."""

from __future__ import annotations

from evals.reads import read_row, records


def test_a_pronoun_is_nobodys_name() -> None:
    text = "The hall was full on Monday. He added: “We will stand with Peru for as long as it takes.”"
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    names = {p["name"].casefold() for r in found for p in (*(r.get("actors") or []), *r["voices"])}
    assert not names & {"he", "she", "we", "they"}
