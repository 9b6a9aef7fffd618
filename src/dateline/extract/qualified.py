"""Names that only qualify another word: "Kenyan-made", "Nimitz-class", "anti-Peruvian"."""

from __future__ import annotations

import re

from dateline.extract.scene import Scene
from dateline.model import ActorMention, PlaceMention

_AFTER = re.compile(
    r"[-‐‑–](?:linked|backed|affiliated|aligned|allied|inspired|trained|funded|supported|sponsored|flagged|occupied|held|"
    r"friendly|leaning|speaking|oriented|skeptic|sceptic|born|based|controlled|class|made|built|style|era|designed|supplied|produced|manufactured|type|bound|owned)\b"
)
_BEFORE = re.compile(r"\b(?P<side>anti|pro|non|counter|ex)\s?[-‐‑–]\s?$", re.IGNORECASE)
REACH = 12
"""Code points before a name within which such a prefix begins."""


def is_qualifier(text: str, mention: ActorMention | PlaceMention) -> bool:
    """Whether the name tells only what sort another thing is, and whose doing nothing."""
    return _AFTER.match(text, mention.end) is not None or prefix(text, mention) is not None


def is_opposed(text: str, mention: ActorMention) -> bool:
    """ "anti-Peruvian": whether what follows is turned against the party."""
    return prefix(text, mention) == "anti"


def prefix(text: str, mention: ActorMention | PlaceMention) -> str | None:
    """The prefix that a hyphen ties to the name, in lower case."""
    match = _BEFORE.search(text[max(0, mention.start - REACH) : mention.start])
    return match["side"].casefold() if match is not None else None


_HELD = frozenset({"allege", "believe", "presume", "report", "say", "suppose", "suspect", "think"})


def held_to_be(scene: Scene, noun: int) -> int | None:
    """ "men believed to be members of Y": the noun for what those are held to be, by which the page calls them."""
    tree = scene.tree
    for held in tree.kids(noun, "acl"):
        if tree[held].lemma in _HELD:
            for being in tree.kids(held, "xcomp"):
                called = [a for a in tree.kids(being, "attr") if tree[a].tag in ("NN", "NNS", "NNP", "NNPS")]
                if tree[being].lemma == "be" and called and any(scene.is_a(called[0], k) for k in _GROUPS):
                    return called[0]
    return None


_GROUPS = ("@armed", "@people", "@group")


def branch_of(scene: Scene, head: int) -> ActorMention | None:
    """ "Amnesty Peru": a body by name right before the country that it works in, which is not the country."""
    named, before = scene.actor_at(head), scene.tree.kids(head, "compound", "nmod")
    if named is None or named.rule != "country name" or not before or before[-1] != head - 1:
        return None
    body = scene.actor_at(before[-1])
    return body if body is not None and body.actor.kind == "organisation" and body.end < named.start else None


def is_written(scene: Scene, head: int) -> bool:
    """ "a report by X accused Y": a text of which it is told what it says."""
    voices, tree = scene.rules.lexicon.voices, scene.tree
    return tree[head].lemma in voices.nouns and tree[tree[head].head].lemma in voices.cues
