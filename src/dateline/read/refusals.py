"""Why a page is not read."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.article import Page
from dateline.model.issue import Issue
from dateline.model.reading import Notice
from dateline.read.assembly import Assembled
from dateline.read.boilerplate import is_prose

_STORY_LENGTH = 600


def refusal(page: Page, code: str, expected: str, found: str) -> Issue:
    """An issue of the stage "read" for this page."""
    return Issue(stage="read", item=page.source, code=code, expected=expected, found=found)


def refused(page: Page, assembled: Assembled, *, body: str, notices: Sequence[Notice]) -> Issue | None:
    """The issue of a page that stands in front of a story or holds none; None where there is a story."""
    if len(body) >= _STORY_LENGTH and any(is_prose(line) for line in body.split("\n")):
        return None
    for notice in notices:
        for block in assembled.blocks:
            if notice.pattern.search(block.text) and _outweighs(block.text, body, kept=block.kept):
                return refusal(page, notice.code, "a story", block.text[:120])
    if not body.strip():
        return refusal(page, "no-text", "a story", f"{len(assembled.blocks)} blocks, none of them part of one")
    return None


def _outweighs(notice: str, body: str, *, kept: bool) -> bool:
    rest = len(body) - (len(notice) if kept else 0)
    return rest < max(len(notice), 80)
