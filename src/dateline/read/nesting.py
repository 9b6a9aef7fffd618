"""Pages whose elements stand in each other by the thousand."""

from __future__ import annotations

import re
from typing import Any

_CONTAINERS = re.compile(
    r"<(?P<end>/?)(?:(?P<block>div|section|article|blockquote|table|ul|ol|center)|span|font|b|i|u|em|strong|small)\b[^<>]*>",
    re.I,
)
_DEEPEST_READ = 200
"""Levels of containers that the parser is given; past some 2,000 it gives up on the rest of the page."""
DEEPEST = 120
"""Levels that pages reach in earnest; what walks a tree by recursion bears several times as many."""


def shallow(markup: str) -> str:
    """The markup without the containers that stand deeper than a parser reads, a line break for each block."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        level = depth if tag["end"] else depth + 1
        depth = max(0, depth - 1) if tag["end"] else level
        return tag[0] if level <= _DEEPEST_READ else "<br>" if tag["block"] else ""

    return _CONTAINERS.sub(kept, markup) if markup.count("<") > 2 * _DEEPEST_READ else markup


def flattened(tree: Any) -> Any:
    """The lxml tree, changed in place, its elements deeper than `DEEPEST` set beside each other in page order.

    Every word of the page stays, as does each element that starts a block; a tree less deep is left as it is.
    """
    body = tree.find("body")
    at = tree if body is None else body
    for deep in list(_at(at, DEEPEST)):
        for element in [each for each in deep.iterdescendants() if any(map(len, each))]:
            _raise_children(element)
    return tree


def _at(top: Any, depth: int) -> list[Any]:
    """The elements that many levels below the top that hold others."""
    level = [top]
    for _ in range(depth):
        level = [child for element in level for child in element if len(child)]
        if not level:
            break
    return level


def _raise_children(element: Any) -> None:
    """Sets the children of an element behind it, the words after it behind them."""
    last = element
    tail, element.tail = element.tail, None
    for child in list(element):
        last.addnext(child)
        last = child
    last.tail = f"{last.tail or ''}{tail or ''}" or None
