"""What a writer adds of his own inside another's words: "X warned that it would pursue Y, who was killed in a raid"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.scene import Scene
from dateline.model import AttributionMention


def outside_asides(
    scene: Scene, position: int, attributions: Sequence[AttributionMention]
) -> Sequence[AttributionMention]:
    """The attributions without those inside whose indirect words the position stands in a writer's own aside."""
    attributions = [a for a in attributions if not _is_past_occasion(scene.text, a, position)]
    start = _aside(scene, position)
    if start is None:
        return attributions
    return [
        a for a in attributions
        if (a.direct and _is_quoted(scene.text, position))
        or a.content.start >= start or not a.content.start <= position < a.content.end
        or (a.cue is not None and a.cue.start > position)
    ]  # fmt: skip


_OCCASION = re.compile(
    r"[”\"]\s+(?:in|during|at|on)\s+(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+){0,3}(?:address|speech|statement|interview|"
    r"briefing|conference|post|letter|call|broadcast|debate|tweet|video)\b"
)


def _is_past_occasion(text: str, told: AttributionMention, position: int) -> bool:
    """ "X warned that it would “lead to ruin” in an address as the raid began": the raid is told of him."""
    inside = told.cue is not None and told.cue.start < told.content.start <= position < told.content.end
    return inside and _OCCASION.search(text, told.content.start, position) is not None


def _is_quoted(text: str, position: int) -> bool:
    """Whether the position stands inside quotation marks of its paragraph, or in one that has none."""
    first, last = text.rfind("\n\n", 0, position) + 1, text.find("\n\n", position)
    words, whole = text[first:position], text[first : last if last > 0 else len(text)]
    bare = not any(mark in whole for mark in ("“", "”", '"'))
    return bare or words.count("“") > words.count("”") or words.count('"') % 2 == 1


def _aside(scene: Scene, position: int) -> int | None:
    """Where the clause begins that a comma and "who" or "which" set apart around the position; None where none does."""
    tree = scene.tree
    token = next((i for i, t in enumerate(tree.tokens) if t.start <= position < t.end), None)
    if token is None:
        return None
    for verb in (token, *tree.ancestors(token)):
        if tree[verb].dep != "relcl":
            continue
        first, last = tree.subtree(verb)[0], tree.subtree(verb)[-1]
        if any(tree[i].pos not in ("PUNCT", "SPACE") for i in range(last + 1, len(tree))):
            continue  # "said that the rebels, who had shelled it, had fled"
        relative = tree[first].tag in ("WP", "WDT", "WP$") and tree[first].lemma != "that"
        done = tree[verb].tag in ("VBD", "VBN", "VBZ", "VBP", "VBG")
        if relative and done and first > 0 and tree[first - 1].text == ",":
            return tree[first].start
    return None
