"""HTML → pieces: the story's blocks as trafilatura keeps them, and all else that the page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.model.reading import MarkupRule
from dateline.model.text import BlockKind
from dateline.read.decoding import cleaned
from dateline.read.nesting import flattened, shallow
from dateline.read.pieces import Piece, one_line

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNSEEN = {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "option"}
_BLOCKS = {
    "p", "div", "section", "article", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "table",
    "tr", "td", "th", "blockquote", "pre", "figure", "figcaption", "header", "footer", "nav", "aside", "main", "form",
    "fieldset", "address", "details", "summary", "hr", "br", "button", "body", "html", "label", "time",
}  # fmt: skip
_TAGS: dict[str, str] = {
    "nav": "navigation", "header": "navigation", "footer": "footer", "aside": "sidebar", "form": "form",
    "button": "navigation", "figcaption": "caption", "time": "timestamp",
}  # fmt: skip
_KINDS: dict[str, BlockKind] = {"head": "heading", "item": "list", "quote": "quote", "cell": "other", "code": "other"}


def tree_of(markup: str) -> Any | None:
    """The lxml tree of a page, its deepest elements set side by side; None where the bytes hold no element at all."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=True)
    data = shallow(_DECLARATION.sub("", markup)).encode("utf-8", errors="replace")
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return flattened(tree)


def story(tree: Any) -> tuple[Piece, ...]:
    """The blocks of the main story, in order, as trafilatura's precise and fast mode keeps them."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        tree, fast=True, favor_precision=False, include_comments=False, include_tables=True, with_metadata=False
    )
    body = getattr(found, "body", None)
    return tuple(_story_pieces(body)) if body is not None else ()


def _story_pieces(body: Any) -> Iterator[Piece]:
    for element in body:
        if element.tag in ("list", "table", "quote") and len(element):
            for part in element.iter("item", "cell", "p", "quote", "head"):
                if not any(child.tag in ("item", "cell", "p", "list", "head") for child in part.iterdescendants()):
                    yield from _piece(part, kind=_KINDS.get(str(part.tag), _KINDS.get(str(element.tag), "paragraph")))
        else:
            yield from _piece(element, kind=_KINDS.get(str(element.tag), "paragraph"))


def _piece(element: Any, *, kind: BlockKind) -> Iterator[Piece]:
    lines = "".join("\n" if part is None else part for part in _texts(element))
    for line in lines.split("\n"):
        if words := one_line(cleaned(line)):
            yield Piece(text=words, kind=kind)


def _texts(element: Any) -> Iterator[str | None]:
    """The texts of an element, None for a line break in it."""
    if element.tag == "lb":
        yield None
    elif element.text:
        yield element.text
    for child in element:
        yield from _texts(child)
        if child.tail:
            yield child.tail


def shown(tree: Any, *, rules: Sequence[MarkupRule]) -> tuple[Piece, ...]:
    """Every block of text that the page shows, in page order, each marked with what its markup says it is."""
    body = tree.find("body")
    walk = _Walk(rules)
    walk.visit(tree if body is None else body, mark=None, linked=False)
    walk.flush()
    return tuple(walk.found)


class _Walk:
    """Gathers the words of block elements in page order."""

    def __init__(self, rules: Sequence[MarkupRule]) -> None:
        self.found: list[Piece] = []
        self._rules = rules
        self._known: dict[str, str | None] = {}
        self._words: list[str] = []
        self._plain = False
        self._mark: str | None = None

    def visit(self, element: Any, *, mark: str | None, linked: bool) -> None:
        """Takes in an element and all below it."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN or _is_hidden(element):
            return
        is_block = tag in _BLOCKS
        if is_block:
            self.flush()
            mark = _mark(element, tag, self._rules, self._known) or mark
        linked = linked or tag == "a"
        self._take(element.text, mark=mark, linked=linked)
        for child in element:
            self.visit(child, mark=mark, linked=linked)
            self._take(child.tail, mark=mark, linked=linked)
        if is_block:
            self.flush()

    def _take(self, words: str | None, *, mark: str | None, linked: bool) -> None:
        if words:
            self._words.append(words)
            self._mark = mark
            self._plain = self._plain or (not linked and not words.isspace())

    def flush(self) -> None:
        """Ends the block whose words were being gathered."""
        text = one_line(cleaned("".join(self._words)))
        if text:
            self.found.append(Piece(text=text, kind="other", mark=self._mark, linked=not self._plain))
        self._words.clear()
        self._plain = False


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and "display:none" in style.replace(" ", ""))


def _mark(element: Any, tag: str, rules: Sequence[MarkupRule], known: dict[str, str | None]) -> str | None:
    if tag in ("body", "html", "article", "main"):
        return None
    said = " ".join(value for name in ("class", "id", "role") if (value := element.get(name)))
    if said:
        if said not in known:
            known[said] = _spoken(said, rules)
        if mark := known[said]:
            return mark
    return _TAGS.get(tag)


def _spoken(said: str, rules: Sequence[MarkupRule]) -> str | None:
    """The reason of the first rule that shares a word with an element's class, id and role."""
    words = set(re.split(r"[^a-z]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", said).lower()))
    return next((rule.reason for rule in rules if rule.words & words), None)
