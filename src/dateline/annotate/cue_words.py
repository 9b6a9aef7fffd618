"""The words by which someone is said to speak: a verb with what helps it ("has also said in a statement")."""

from __future__ import annotations

from dateline.annotate.speakers import lender
from dateline.grammar import Tree
from dateline.model import Quote, quote
from dateline.model.speech import VoiceRules

_HELPS = frozenset({"aux", "auxpass", "neg", "advmod"})
_SETTING = 8
"""The most tokens of a phrase after the cue that says where or when it was said."""


def cue_words(text: str, tree: Tree, cue: int, *, content: tuple[int, int], rules: VoiceRules) -> Quote:
    """The cue with its helping verbs, adverbs, particle, and the setting that follows it, outside `content`."""
    first, last = _first(tree, cue, rules), cue
    for child in tree.children[cue]:
        if child <= last or tree[child].start != tree[min(last + 1, len(tree) - 1)].start:
            below = tree.subtree(child) if child > last else ()
            if not below or below[0] != last + 1:
                continue
        if tree[child].dep in ("prt", "neg", "advmod") and not tree.children[child]:
            last = child
        elif tree[child].dep in ("prep", "npadvmod", "dobj") and _is_setting(tree, child, rules):
            last = tree.subtree(child)[-1]
        elif tree[child].dep in ("prep", "dative", "agent") and tree[child].pos == "ADP":
            last = max([child, *(n for n in tree.kids(child, "pobj") if tree[n].lemma in rules.settings)])
    if (verb := lender(tree, cue, rules)) is not None and verb < first:
        first = verb
    start, end = tree[first].start, tree[last].end
    if content[0] < end and tree[cue].end <= content[0]:
        end = max(tree[cue].end, content[0])
    if start < content[1] <= tree[cue].start:
        start = content[1]
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return quote(text, start, end)


def _first(tree: Tree, cue: int, rules: VoiceRules) -> int:
    """Where the cue's words begin, those of a verb that leads to it ("declined to say") among them."""
    first = cue
    while True:
        while first and _helps(tree, first - 1, cue):
            first -= 1
        head = tree[cue].head
        if tree[cue].dep not in ("xcomp", "ccomp") or head >= first or tree[head].lemma not in rules.leading:
            return first
        if any(tree[i].head not in (head, cue) for i in range(head + 1, first)):
            return first
        cue, first = head, head


def _helps(tree: Tree, place: int, cue: int) -> bool:
    """Whether the word before is an auxiliary, adverb or negation of the cue."""
    return (
        tree[place].head == cue
        and tree[place].dep in _HELPS
        and tree[place].pos in ("AUX", "VERB", "ADV", "PART")
        and not tree.kids(place, "prep", "pcomp")
    )


def _is_setting(tree: Tree, child: int, rules: VoiceRules) -> bool:
    """ "in a statement", "on Twitter", "last week": where or when it was said."""
    below = tree.subtree(child)
    if len(below) > _SETTING or below != list(range(below[0], below[-1] + 1)):
        return False
    if tree[child].dep == "npadvmod":
        return True
    if tree[child].dep == "prep":
        return True
    return tree[child].lemma.casefold() in rules.settings
