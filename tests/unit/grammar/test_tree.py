"""A tree is its tokens, and knows what hangs below each."""

from dateline.grammar import Tree
from dateline.grammar.tree import answered_once
from dateline.model import Token


def _tree(*words: tuple[str, str, int]) -> Tree:
    tokens, at = [], 0
    for text, dep, head in words:
        tokens.append(
            Token(start=at, end=at + len(text), text=text, lemma=text, pos="NOUN", tag="NN", dep=dep, head=head)
        )
        at += len(text) + 1
    return Tree(tokens)


TREE = _tree(("rebels", "nsubj", 1), ("shelled", "ROOT", 1), ("old", "amod", 3), ("town", "dobj", 1))


def test_tree_of_a_tree_is_itself() -> None:
    assert Tree(TREE) is TREE
    assert Tree(tuple(TREE)) is not TREE
    assert TREE == tuple(TREE) == TREE.tokens


def test_dependents_stand_in_order_under_their_labels() -> None:
    assert TREE.children == [[], [0, 3], [], [2]]
    assert TREE.kids(1, "dobj", "nsubj") == [0, 3]
    assert TREE.kids(1, "dobj") == [3]
    assert TREE.kids(0, "dobj") == []


def test_subtree_leaves_out_whole_branches() -> None:
    assert TREE.subtree(1) == [0, 1, 2, 3]
    assert TREE.subtree(1, without=frozenset({"dobj"})) == [0, 1]
    assert list(TREE.ancestors(2)) == [3, 1]


def test_question_is_asked_once_of_each_token_of_each_tree() -> None:
    asked: list[int] = []

    @answered_once
    def governs(tree: Tree, index: int) -> bool:
        asked.append(index)
        return bool(tree.children[index])

    other = Tree(list(TREE)[:2])
    assert [governs(TREE, 1), governs(TREE, 0), governs(TREE, 1), governs(TREE, 0)] == [True, False, True, False]
    assert asked == [1, 0]
    assert governs(other, 1)
    assert asked == [1, 0, 1]
