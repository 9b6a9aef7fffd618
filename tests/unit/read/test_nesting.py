"""Elements that stand in each other by the thousand lose no words."""

from __future__ import annotations

import pytest

from dateline.read.markup import shown, tree_of

STORY = "<p>Shells fell on Loam.</p><p>Two <b>traders</b> died.</p>"


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "label"])
@pytest.mark.parametrize("levels", [3, 150, 1_500])
def test_words_of_a_deep_page_stay_in_order(tag: str, levels: int) -> None:
    tree = tree_of(f"<html><body>Head{f'<{tag}>' * levels}{STORY}{f'</{tag}>' * levels}Foot</body></html>")
    words = [piece.text for piece in shown(tree, rules=())]
    assert " ".join(words) == "Head Shells fell on Loam. Two traders died. Foot"


def test_page_beyond_what_a_parser_reads() -> None:
    tree = tree_of(f"<html><body>{'<div>' * 6_000}{STORY}{'</div>' * 6_000}</body></html>")
    assert [piece.text for piece in shown(tree, rules=())] == ["Shells fell on Loam.", "Two traders died."]
