"""Page → Article, or the issue that says why not."""

from __future__ import annotations

import hashlib
from datetime import date

import msgspec

from dateline.model.article import Article, Page
from dateline.model.issue import Issue
from dateline.model.reading import ReadingRules
from dateline.read.assembly import Assembled, in_place, joined
from dateline.read.boilerplate import Verdict, verdicts
from dateline.read.decoding import cleaned, decoded, unescaped
from dateline.read.facts import facts_joined
from dateline.read.language import language_of
from dateline.read.markup import shown, story, tree_of
from dateline.read.merging import merged
from dateline.read.metadata import Said, outlet_of, said_by
from dateline.read.pieces import Piece, one_line, paragraphs
from dateline.read.published import published_of
from dateline.read.refusals import refusal, refused
from dateline.read.titles import Headline, headline

_ROW = msgspec.json.Decoder(dict[str, object])


class _Read(msgspec.Struct, frozen=True, kw_only=True):
    """What one form of page came to."""

    assembled: Assembled
    title: str | None
    said: Said | None = None
    tree: object = None
    byline: str | None = None


def article(page: Page, *, rules: ReadingRules, latest: date) -> Article | Issue:
    """The article on a page, or an Issue: "empty-page", "no-text", "consent-wall", "unsupported-language"…

    `latest` is the last day on which the page can have been published: the day it was fetched, or today.
    """
    content, media_type = page.content, page.media_type
    if media_type == "application/json":
        row = _ROW.decode(content)
        text = row.get("text")
        if isinstance(text, str) and text.strip():
            return _finished(page, _from_row(text, page, rules), rules=rules, latest=latest)
        content, media_type = str(row.get("html", "")).encode(), "text/html"
    text = decoded(content, content_type=page.headers.get("content-type", ""))
    if not text.strip():
        return refusal(page, "empty-page", "a page with text", "nothing")
    found = _from_markup(text, page, rules) if media_type == "text/html" else _from_text(text, page, rules)
    return _finished(page, found, rules=rules, latest=latest)


def _from_row(text: str, page: Page, rules: ReadingRules) -> _Read:
    pieces, judged, found = _scraped(text, rules)
    title = page.given.get("title") or (found.words if found else None)
    return _Read(assembled=in_place(text, pieces, judged, title=title and one_line(title)), title=title)


def _from_text(text: str, page: Page, rules: ReadingRules) -> _Read:
    pieces, judged, found = _scraped(cleaned(unescaped(text)), rules)
    title = page.given.get("title") or (found.words if found else None)
    at = next((i for i, piece in enumerate(pieces) if title and one_line(piece.text) == title), None)
    if at is None and found and found.words == title:
        at = found.index
    if at is not None:
        del pieces[at], judged[at]
    return _Read(assembled=joined(pieces, judged, title=title), title=title)


def _scraped(text: str, rules: ReadingRules) -> tuple[list[Piece], list[Verdict], Headline | None]:
    """The pieces of a page without markup, judged, and its headline; names and menus before it are dropped."""
    pieces = facts_joined(paragraphs(text), labels=rules.facts)
    judged = verdicts(pieces, rules=rules.lines, scraped=True)
    found = headline(pieces, judged)
    if found:
        for index in range(found.index):
            if judged[index].kept:
                judged[index] = Verdict(kept=False, reason="before the title")
    return list(pieces), judged, found


def _from_markup(markup: str, page: Page, rules: ReadingRules) -> _Read | Issue:
    tree = tree_of(markup)
    if tree is None:
        return refusal(page, "empty-page", "a page with text", "no element that shows text")
    said = said_by(tree)
    title = page.given.get("title") or said.title
    visible = facts_joined(shown(tree, rules=rules.markup), labels=rules.facts)
    if not visible:
        return refusal(page, "empty-page", "a page with text", "no element that shows text")
    pieces, judged = merged(story(tree), visible, title=title, rules=rules.lines)
    return _Read(assembled=joined(pieces, judged, title=title), title=title, said=said, tree=tree, byline=said.byline)


def _finished(page: Page, read: _Read | Issue, *, rules: ReadingRules, latest: date) -> Article | Issue:
    if isinstance(read, Issue):
        return read
    body = "\n".join(block.text for block in read.assembled.blocks if block.kept and block.kind != "title")
    if issue := refused(page, read.assembled, body=body, notices=rules.notices):
        return issue
    language = page.given.get("language") or language_of(body, expected=rules.languages, telltale=rules.telltale)
    if language not in rules.languages:
        expected = f"a language that is read ({', '.join(sorted(rules.languages))})"
        return refusal(page, "unsupported-language", expected, language)
    text = read.assembled.text
    return Article(
        id=hashlib.sha256(f"{page.source}\0{text}".encode(errors="surrogatepass")).hexdigest()[:32],
        page=page.id,
        source=page.source,
        title=read.title,
        text=text,
        blocks=read.assembled.blocks,
        outlet=outlet_of(read.said, source=page.source, given=page.given, rules=rules),
        byline=read.byline or _byline(read.assembled),
        language=language,
        published=published_of(
            page, said=read.said, tree=read.tree, blocks=read.assembled.blocks, eras=rules.eras, latest=latest
        ),
    )


def _byline(assembled: Assembled) -> str | None:
    """The name in a line "By …" that was dropped as a byline."""
    lines = (block.text for block in assembled.blocks if block.reason == "byline")
    return next((line.partition(" ")[2].strip(" :") for line in lines if line.lower().startswith("by ")), None)
