"""Pages of files, folders, globs, streams and rows; every refusal is an issue and stops no other."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Iterable
from email.message import Message
from pathlib import Path
from urllib.error import URLError

import pytest

from dateline.fetch import pages
from dateline.model import Issue, Page
from dateline.model.reading import Limits

TEXT = "Shells fell on the harbour on Monday.\n"


def codes(found: Iterable[Page | Issue]) -> list[str]:
    return [each.code if isinstance(each, Issue) else "page" for each in found]


def test_file_gives_its_page_with_the_source_as_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    (page,) = pages([str(path)], given={"published": "2024-01-25"})
    assert isinstance(page, Page)
    assert (page.source, page.media_type, page.content) == (str(path), "text/plain", TEXT.encode())
    assert page.given == {"published": "2024-01-25"}
    assert page.fetched is None


def test_same_bytes_give_the_same_id(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    first, second = pages([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert first.id == second.id


def test_html_is_told_by_its_tags(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("<!DOCTYPE html><p>Shells fell.</p>", encoding="utf-8")
    (page,) = pages([str(tmp_path / "a.txt")])
    assert isinstance(page, Page)
    assert page.media_type == "text/html"


def test_folder_is_read_through_in_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.html").write_text("<p>Two</p>", encoding="utf-8")
    (tmp_path / "sub" / "c.txt").write_text("Three", encoding="utf-8")
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"One"))
    (tmp_path / "d.png").write_bytes(b"\x89PNG")
    found = [page for page in pages([str(tmp_path)]) if isinstance(page, Page)]
    assert [page.content for page in found] == [b"One", b"<p>Two</p>", b"Three"]


def test_glob_gives_its_matches(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.html"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert codes(pages([str(tmp_path / "*.txt")])) == ["page", "page"]
    assert codes(pages([str(tmp_path / "*.xml")])) == ["no-match"]


def test_bad_items_are_issues_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(b"<p>" + bytes(range(256)) * 50)[:-60])
    (tmp_path / "bad.html.gz").write_bytes(b"\x1f\x8b\x08\x00nothing of the kind")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "none").mkdir()
    names = ["missing.txt", "empty.txt", "cut.html.gz", "bad.html.gz", "picture.txt", "none", "good.txt"]
    found = codes(pages([str(tmp_path / name) for name in names]))
    assert found == ["missing", "empty-file", "truncated-gzip", "bad-gzip", "binary", "no-pages", "page"]


def test_page_over_the_limit_is_refused_zipped_or_not(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"a " * 600)
    (tmp_path / "big.txt.gz").write_bytes(gzip.compress(b"a " * 600))
    sources = [str(tmp_path / "big.txt"), str(tmp_path / "big.txt.gz")]
    assert codes(pages(sources, limits=Limits(size=1000))) == ["too-large", "too-large"]
    assert codes(pages(sources, limits=Limits(size=1200))) == ["page", "page"]


def test_issue_names_item_stage_and_both_sides(tmp_path: Path) -> None:
    (issue,) = pages([str(tmp_path / "missing.txt")])
    assert isinstance(issue, Issue)
    assert issue.stage == "fetch"
    assert "missing.txt" in issue.item
    assert issue.expected
    assert issue.found


def test_rows_keep_what_they_give_and_bad_ones_name_their_line(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": "r1", "text": TEXT, "published": "2024-01-25", "strange": 1}),
        "{not json",
        json.dumps({"id": "r3"}),
        "",
        json.dumps({"id": 5, "url": "https://example.org/five", "html": "<p>Five</p>", "title": "Five"}),
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    first, bad, empty, last = pages([str(path)], given={"outlet": "Example", "title": "Over"})
    assert isinstance(first, Page)
    assert (first.source, first.given["published"], first.given["outlet"]) == ("r1", "2024-01-25", "Example")
    assert isinstance(bad, Issue)
    assert (bad.code, bad.item) == ("bad-row", f"{path}:2")
    assert isinstance(empty, Issue)
    assert empty.code == "empty-row"
    assert isinstance(last, Page)
    assert (last.source, last.given["title"]) == ("https://example.org/five", "Five")


def test_truncated_rows_give_what_was_whole(tmp_path: Path) -> None:
    line = json.dumps({"id": "r", "text": TEXT}).encode() + b"\n"
    noise = json.dumps({"id": "n", "text": bytes(range(32, 127)).decode() * 200}).encode() + b"\n"
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(line * 3 + noise)[:-20])
    found = codes(pages([str(path)]))
    assert found[-1] == "truncated-gzip"


def test_row_over_the_limit_is_skipped_alone(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    big, small = json.dumps({"id": "b", "text": "a " * 600}), json.dumps({"id": "s", "text": TEXT})
    path.write_text(f"{big}\n{small}\n", encoding="utf-8")
    assert codes(pages([str(path)], limits=Limits(size=500))) == ["too-large", "page"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TEXT.encode(), ["page"]),
        (b"", ["empty-file"]),
        (json.dumps({"id": "r", "text": TEXT}).encode() + b"\n", ["page"]),
        (json.dumps({"id": "r", "text": TEXT}).encode() + b"\n{\n", ["page", "bad-row"]),
    ],
)
def test_standard_input_is_a_page_or_rows(content: bytes, expected: list[str]) -> None:
    assert codes(pages(["-"], stdin=io.BytesIO(content))) == expected


class FakeResponse(io.BytesIO):
    """An HTTP response without a network."""

    def __init__(self, content: bytes, kind: str = "text/html; charset=utf-8") -> None:
        super().__init__(content)
        self.headers = Message()
        self.headers["Content-Type"] = kind


def answering(content: bytes, kind: str = "text/html; charset=utf-8") -> Callable[[str, Limits], FakeResponse]:
    return lambda _url, _limits: FakeResponse(content, kind)


def test_url_gives_a_page_with_headers_and_the_moment() -> None:
    (page,) = pages(["https://example.org/a"], opener=answering(b"<p>Shells fell.</p>"))
    assert isinstance(page, Page)
    assert (page.source, page.media_type) == ("https://example.org/a", "text/html")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.fetched is not None


def test_url_that_fails_is_an_issue() -> None:
    def refuse(_url: str, _limits: Limits) -> FakeResponse:
        raise URLError("no route")

    assert codes(pages(["https://example.org/a"], opener=refuse)) == ["unreachable"]


@pytest.mark.parametrize(
    ("content", "kind", "code"), [(b"%PDF", "application/pdf", "binary"), (b"a" * 99, "text/html", "too-large")]
)
def test_url_with_what_is_no_page_is_an_issue(content: bytes, kind: str, code: str) -> None:
    found = pages(["https://e.org"], limits=Limits(size=50), opener=answering(content, kind))
    assert codes(found) == [code]
