"""What a plan, a draft or an offer has somebody do: laid down, and not told as done."""

from __future__ import annotations

from dateline.extract.scene import Scene
from dateline.grammar import subjects
from dateline.model import Modality

LAID_DOWN = "laid down in a "
"""How it begins why an act is planned that a plan or an offer has someone do."""


def laid_down(scene: Scene, verb: int) -> tuple[Modality, str] | None:
    """ "the proposal includes Y leaving the town", "under the plan, Y leaves the town": no more than laid down."""
    tree, rules = scene.tree, scene.rules.lexicon.modality
    texts = [s for s in subjects(tree, verb) if tree[s].lemma in rules.blueprints]
    if tree[verb].tag in ("VBD", "VBN"):  # "the deal included the release of 40 men"
        texts = [s for s in texts if tree[s].lemma not in rules.concluded]
    if texts and tree[verb].lemma in rules.requested and tree[verb].dep == "acl":
        return "requested", tree[verb].text  # "a resolution demanding that Y withdraw"
    if texts and tree[verb].lemma in rules.foreseeing:
        return "planned", LAID_DOWN + tree[texts[0]].lemma
    return None


def turned_down(scene: Scene, noun: int) -> bool:
    """ "rejected a proposal to send troops": what was only proposed, and comes to nothing."""
    tree, rules = scene.tree, scene.rules
    verb = tree[tree[noun].head].lemma
    return tree[noun].dep in ("dobj", "nsubjpass") and verb in rules.lexicon.classes["turning_down"]


def says_nothing(scene: Scene, verb: int) -> bool:
    """ "declined to comment on reports that …": no more than silence about what the reports tell."""
    return scene.tree[verb].dep == "xcomp" and scene.tree[verb].lemma in scene.rules.lexicon.voices.cues


def under_text(scene: Scene, verb: int) -> tuple[Modality, str] | None:
    """ "Under the plan, Y leaves the town": the present tells what is to come."""
    tree, rules = scene.tree, scene.rules.lexicon.modality
    while tree[verb].dep == "conj" and tree[tree[verb].head].pos == "VERB" and not tree.kids(verb, "nsubj"):
        verb = tree[verb].head
    if tree[verb].tag not in ("VBZ", "VBP"):
        return None
    below = [p for prep in tree.kids(verb, "prep") if tree[prep].lemma == "under" for p in tree.kids(prep, "pobj")]
    below += _accorded(scene, verb)
    texts = [p for p in below if tree[p].lemma in rules.blueprints]
    return ("planned", LAID_DOWN + tree[texts[0]].lemma) if texts else None


_UNSETTLED = frozenset({"draft", "plan", "proposal", "scheme", "roadmap", "blueprint"})


def _accorded(scene: Scene, verb: int) -> list[int]:
    """ "According to the draft document, Y condemns Z": the text not yet settled that has Y do so."""
    tree = scene.tree
    to = [t for c in tree.kids(verb, "prep") if tree[c].lemma == "accord" for t in tree.kids(c, "prep")]
    texts = [p for t in to for p in tree.kids(t, "pobj")]
    return [p for p in texts if any(tree[i].lemma in _UNSETTLED for i in (p, *tree.kids(p, "compound", "amod")))]
