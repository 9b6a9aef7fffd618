"""Refusals, complaints and progress on standard error."""

from __future__ import annotations

import pytest

from dateline.cli.reports import Reports, complain
from dateline.errors import DatelineError, InvalidKnowledge, InvalidOption, LedgerError, UnreadableInput
from dateline.model import Issue

ISSUE = Issue(stage="read", item="a\nb.html", code="no-text", expected="a story", found="two\nlines")


@pytest.mark.parametrize(("read", "refused", "code"), [(0, 0, 0), (3, 0, 0), (3, 1, 1), (0, 2, 3)])
def test_the_exit_code_tells(read: int, refused: int, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    with Reports() as reports:
        for _ in range(read):
            reports.page()
        for _ in range(refused):
            reports.issue(ISSUE)
    assert reports.exit_code == code
    assert len(capsys.readouterr().err.splitlines()) == refused


@pytest.mark.parametrize(
    ("kind", "code"), [(InvalidOption, 2), (LedgerError, 2), (UnreadableInput, 3), (InvalidKnowledge, 3)]
)
def test_a_complaint_is_one_line(kind: type[DatelineError], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert complain(kind(item="x", expected="one\nthing", found="another")) == code
    assert capsys.readouterr().err == "dateline: x: expected one thing, found another\n"


def test_without_a_terminal_long_work_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    with Reports() as reports:
        for share in (0.0, 0.5, 1.0):
            reports.progress("building", share)
        for _ in range(100):
            reports.page()
    assert len(capsys.readouterr().err.splitlines()) == 1
