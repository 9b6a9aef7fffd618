"""The headline among the lines that stand before a story."""

from __future__ import annotations

import pytest

from dateline.knowledge.reading import reading_rules
from dateline.read.boilerplate import verdicts
from dateline.read.pieces import paragraphs
from dateline.read.titles import headline

BODY = (
    "Shells fell on the market of Loam on Monday and killed two traders, the town's mayor said.\n\n"
    "A third trader was taken to the hospital of the province, where a nurse spoke of burns.\n"
)


def titled(text: str) -> str | None:
    pieces = paragraphs(text)
    found = headline(pieces, verdicts(pieces, rules=reading_rules().lines, scraped=True))
    return found.words if found else None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Two killed at market\n\n", "Two killed at market"),
        ("Harbour Review\nHome\nAfrica\nWho we are\nDonate\n\nShells kill two in Loam\n\n", "Shells kill two in Loam"),
        ("REVIEW ONLINE\nA paper for the coast\n\nWho shelled Loam?\nLoam, 6 March 2023\n\n", "Who shelled Loam?"),
        ("8.2K subscribers\n\nPinned message\nHow to reach us\n\n❗️The market\n6 March 2023, 20:10\n\n", "The market"),
        ("PRESS RELEASE\n\nWho shelled the market?\n\nLoam, 6 March 2023\n\n", "Who shelled the market?"),
        ("View this email in your browser\n\nWEEKLY LIST 11/23\nPeriod covered: 5 March 2023\n\n", "WEEKLY LIST 11/23"),
        ("The Harbour Review\n\n", None),
        ("", None),
    ],
)  # fmt: skip
def test_headline(head: str, expected: str | None) -> None:
    assert titled(head + BODY) == expected
