"""A page that gives a speech in full: whose words its sentences are."""

from __future__ import annotations

from evals.reads import Record, read_row, records

SPEECH = """We came through a hard night, my friends. Rockets hit the port of Odesa on Monday and killed four dockers.

Our crews put out the fires by noon. I thank them.

We will rebuild what was burned. Our harbour is ours."""


def _told(text: str) -> Record:
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    return next(r for r in found if r["type"] == "ASSAULT")


def test_the_speaker_tells_what_the_speech_tells() -> None:
    lead = (
        "The town's losses were named by Volodymyr Zelensky in a video message.\n\nThe full text of the speech follows:"
    )
    assert [v["name"] for v in _told(f"{lead}\n\n{SPEECH}")["voices"]] == ["Volodymyr Zelensky"]


def test_nobody_is_given_words_of_a_page_that_names_no_speech() -> None:
    lead = "The town's losses were named by Volodymyr Zelensky in a video message."
    assert [v["kind"] for v in _told(f"{lead}\n\n{SPEECH}")["voices"]] == ["outlet"]


def test_a_text_without_the_first_person_is_no_speech() -> None:
    lead = "A reply by Volodymyr Zelensky was due.\n\nThe full text of the statement was not published."
    report = "Rockets hit the port of Odesa on Monday and killed four dockers. Crews put out the fires by noon."
    assert [v["kind"] for v in _told(f"{lead}\n\n{report}")["voices"]] == ["outlet"]
