"""Windows drawn for coding: prose on end, by seed alone."""

from __future__ import annotations

import pytest
from evals.windows import LEAST, MOST, Window, drawn, runs, sentences

PROSE = "\n".join(f"In week {n} the ferry crossed the bay as it had the week before." for n in range(12))


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The ferry left. It was late.", ["The ferry left.", "It was late."]),
        ('"We left." Then it rained.', ['"We left."', "Then it rained."]),
        ("They left.He stayed.", ["They left.", "He stayed."]),
        ("Mr. Obi of the U.N. office spoke.", ["Mr. Obi of the U.N. office spoke."]),
        ("A heading\n\nThe ferry left.", ["A heading", "The ferry left."]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, parts: list[str]) -> None:
    assert words(text) == parts


def test_a_line_that_is_not_closed_breaks_a_run() -> None:
    text = f"{PROSE}\nMore on ferries\n{PROSE}"
    assert [len(run) for run in runs(text)] == [12, 12]


def test_windows_are_sentences_on_end_and_follow_from_the_seed() -> None:
    rows = [{"id": str(n), "text": PROSE} for n in range(9)] + [{"id": "short", "text": "Too short."}]
    first, again = (list(drawn(rows, seed=5, count=6)) for _ in range(2))
    assert first == again
    assert len({window.row["id"] for window in first}) == 6
    assert all(LEAST <= len(words(PROSE[w.start : w.end])) <= MOST for w in first)
    assert {(w.row["id"], w.start) for w in first} != {(w.row["id"], w.start) for w in drawn(rows, seed=6, count=6)}


def test_pages_without_prose_are_passed_over() -> None:
    rows = [{"id": "menu", "text": "Home\nNews\nSport\nWeather\n"}, {"id": "page", "text": PROSE}]
    assert [window.row["id"] for window in drawn(rows, seed=1, count=2)] == ["page"]
    assert isinstance(next(drawn(rows, seed=1, count=1)), Window)
