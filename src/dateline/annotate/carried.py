"""What carries on the words of a speaker where the parse has hung it on the verb of saying."""

from __future__ import annotations

from dateline.annotate.contents import Range, hull
from dateline.grammar import Tree
from dateline.model.speech import VoiceRules

_REASONS = frozenset({"because", "if", "unless", "until", "so"})
"""What opens a clause that belongs with what is said."""
_BESIDE = _REASONS | {"while", "although", "though", "but", "after", "since"}
"""The same, where the words of saying stand in parenthesis before it."""
_ORDER = frozenset({"after", "before", "follow", "following"})
"""What sets one happening beside another: "…, police said, two days after a raid"."""
_COMPLETES = frozenset({"xcomp", "oprd", "acomp", "attr"})
_SAME = frozenset({"he", "she", "it", "they", "we", "i", "you", "there", "this", "that", "these"})
_SIDES = frozenset({"advcl", "prep", "npadvmod", "nsubj", "dep", "ccomp"})


def carried_on(tree: Tree, cue: int, content: Range, rules: VoiceRules) -> Range:
    """The content with the clauses after it that the verb itself holds: "that A, and that B", "to do A and do B"."""
    start, end = content
    if start < tree[cue].end:
        return content
    while (more := _next(tree, cue, (start, end), rules)) is not None and more > end:
        end = more
    return start, end


def _next(tree: Tree, cue: int, content: Range, rules: VoiceRules) -> int | None:
    """Where the clause ends that follows the content and carries it on; None without one."""
    at = next((i for i in range(cue + 1, len(tree)) if tree[i].start >= content[1] and tree[i].pos != "PUNCT"), None)
    if at is None:
        return None
    apart = tree[at - 1].text in (",", ";", ":", "-", "--", "—", "–")
    if tree[at].dep == "cc" and tree[at].head == cue:
        child = next((c for c in tree.kids(cue, "conj") if c > at), None)
        carries = child is not None and _is_carried(tree, cue, child, content, rules)
    else:
        child = next((c for c in tree.children[cue] if c > cue and tree.subtree(c)[0] == at), None)
        carries = child is not None and (
            _belongs(tree, child, _REASONS)
            or (not apart and (tree[child].dep in _COMPLETES or _is_purpose(tree, child)))
            or (tree[child].dep == "conj" and _is_carried(tree, cue, child, content, rules))
        )
    return tree.range_of(tree.subtree(child))[1] if child is not None and carries else None


def _is_carried(tree: Tree, cue: int, child: int, content: Range, rules: VoiceRules) -> bool:
    """Whether a verb joined to that of saying is rather joined to what is said."""
    if any(tree[i].text.casefold() in ("that", "whether") for i in tree.kids(child, "mark")):
        return True
    if any(tree[i].tag in ("WRB", "WP", "WDT") for i in tree.children[child] if i < child):
        return True
    said = [i for i in tree.kids(cue, "xcomp", "ccomp", "pcomp") if content[0] <= tree[i].start < content[1]]
    said += [p for prep in tree.kids(cue, "prep") for p in tree.kids(prep, "pcomp")]
    own = tree.kids(child, "nsubj", "nsubjpass", "expl")
    if not own:
        alike = any(tree[i].tag == tree[child].tag for i in said)
        return alike and tree[child].tag in ("VB", "VBG") and tree[cue].tag != tree[child].tag
    if tree[child].lemma in rules.cues or tree[child].lemma in rules.attitudes:
        return False
    if any(tree[i].tag == "MD" for i in tree.kids(child, "aux")):
        return True
    return bool(said) and tree[own[0]].lemma.casefold() in _SAME


def _belongs(tree: Tree, child: int, opening: frozenset[str]) -> bool:
    """Whether the child is a clause, or a phrase, that one of these words opens."""
    if tree[child].dep == "prep":
        return tree[child].lemma == "because"
    return tree[child].dep == "advcl" and any(tree[i].text.casefold() in opening for i in tree.kids(child, "mark"))


def _is_purpose(tree: Tree, child: int) -> bool:
    """ "calls to ban …": an infinitive without a subject of its own."""
    to = any(tree[i].text.casefold() == "to" for i in tree.kids(child, "aux"))
    return to and tree[child].dep == "advcl" and not tree.kids(child, "nsubj")


def both_sides(tree: Tree, cue: int, speaker: int | None, content: Range) -> Range:
    """The content with what stands on the other side of words of saying in parenthesis: "If A, X said, B"."""
    if content[0] <= tree[cue].start < content[1]:
        return content
    own = [] if speaker is None or cue in tree.subtree(speaker) else tree.subtree(speaker)
    run = [cue, *(i for i in own if not content[0] <= tree[i].start < content[1])]
    first, last = min(run), max(run)
    if first == 0 or last + 1 >= len(tree) or tree[first - 1].text != "," or tree[last + 1].text != ",":
        return content
    if content[0] >= tree[last].end:
        sides = [i for c in tree.kids(cue, *_SIDES) for i in tree.subtree(c) if i < first - 1 and c != speaker]
        return hull([content, tree.range_of(sides)]) if sides else content
    at = next((i for i in range(last + 2, len(tree)) if tree[i].pos != "PUNCT"), None)
    kinds = ("advcl", "conj", "prep")
    child = None if at is None else next((c for c in tree.kids(cue, *kinds) if tree.subtree(c)[0] == at), None)
    set_beside = child is not None and tree[child].dep == "prep" and tree[child].lemma in _ORDER
    if child is not None and (set_beside or _belongs(tree, child, _BESIDE)):
        return hull([content, tree.range_of(tree.subtree(child))])
    return content
