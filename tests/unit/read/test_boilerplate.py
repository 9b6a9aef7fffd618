"""Which lines of a page are the story."""

from __future__ import annotations

from dateline.knowledge.reading import reading_rules
from dateline.read.boilerplate import verdicts
from dateline.read.pieces import Piece

RULES = reading_rules().lines
PROSE = "Soldiers blocked the road to the harbour on Sunday and searched every car that came from the north."


def kept(*lines: str) -> list[str]:
    pieces = [Piece(text=line) for line in lines]
    judged = verdicts(pieces, rules=RULES, scraped=True)
    return [line for line, verdict in zip(lines, judged, strict=True) if verdict.kept]


def test_byline_goes_at_the_edges_and_stays_in_the_body() -> None:
    assert kept("By Ana Example", PROSE, "By Ben Example", PROSE) == [PROSE, "By Ben Example", PROSE]


def test_reporter_sign_off_is_body() -> None:
    sign_off = "Example News’ Ana Example reports from the harbour, where the search went on all day."
    assert kept(PROSE, sign_off) == [PROSE, sign_off]


def test_teasers_under_a_heading_go_and_the_story_goes_on() -> None:
    assert kept(PROSE, "Related stories", "Ten dead in bus crash", PROSE, PROSE) == [PROSE, PROSE, PROSE]


def test_teasers_with_summaries_at_the_end_go() -> None:
    lines = ("Most read", "Ten dead in bus crash", "A bus left the road near the pass and ten people died.")
    assert kept(*[PROSE] * 6, *lines) == [PROSE] * 6


def test_sign_up_in_mid_page_takes_nothing_along() -> None:
    assert kept(PROSE, "Sign up to our daily letter", "What comes next", PROSE, PROSE)[1:] == [
        "What comes next",
        PROSE,
        PROSE,
    ]


def test_caption_between_control_and_credit_goes() -> None:
    assert kept("Click to expand Image", PROSE, "© 2024 Example/Agency", PROSE) == [PROSE]


def test_title_between_control_and_credit_stays() -> None:
    title = "Harbour Road Closed For Second Day"
    assert kept("View Image", title, "Above photo: A. Writer.", PROSE) == [title, PROSE]


def test_capitals_go_amid_a_body_that_has_none() -> None:
    assert kept(PROSE, "SEE HOW THE HARBOUR LOOKED BEFORE", PROSE) == [PROSE, PROSE]
    shouted = PROSE.upper()
    assert kept(shouted, "THE TROOPS CAME FROM THE EAST", shouted)[1] == "THE TROOPS CAME FROM THE EAST"


def test_page_of_one_headline_is_kept() -> None:
    assert kept("Rebels seize harbour") == ["Rebels seize harbour"]


def test_notice_that_closes_with_its_agencies_is_the_page() -> None:
    notice = "Three men on a skiff took a tug off the cape on Friday. The men sailed it north to a cove. (AP, AFP)."
    assert kept(notice) == [notice]
    assert kept(PROSE, notice, PROSE) == [PROSE, PROSE]
    assert kept("A burnt bus on the ring road (A. Writer/AFP)") == []
