"""What a sentence calls false: "reports of a strike on the school are untrue, the ministry said"."""

from __future__ import annotations

import msgspec

from dateline.extract.retracted import FALSE, THINGS
from dateline.extract.scene import Scene
from dateline.extract.telling import Telling
from dateline.extract.voices import outlet_voice
from dateline.model import Article, Voice

_TRUE = frozenset({"accurate", "authentic", "correct", "factual", "true"})
_FACT = frozenset({"fact", "facts", "reality", "truth"})
_AGREE = frozenset({"accord", "correspond", "match", "reflect", "square"})
_HAPPEN = frozenset({"happen", "occur", "take"})
_KNOWN = frozenset({"the", "this", "that", "any"})


def called_false(telling: Telling, scene: Scene, article: Article) -> Telling:
    """The telling as denied by whoever calls the report of it false; as it is where nobody does."""
    at = scene.token_at(telling.position, telling.position + 1)
    if at is None or telling.frames[0].content:
        return telling
    tree = scene.tree
    said = telling.voice is not None
    if telling.type == "ASSAULT" and (said or telling.times) and _never_was(scene, at, said=said):
        voice = msgspec.structs.replace(telling.voice or outlet_voice(article), stance="denies")
        return msgspec.structs.replace(telling, modality="negated", modality_why="never was", voice=voice)
    if telling.modality == "negated":
        return telling
    told = telling.modality in ("actual", "ongoing")
    for report in (*tree.ancestors(at), *_extraposed(scene, at)):
        named = tree[report].pos == "NOUN" and tree[report].text.casefold() in THINGS
        if named and _is_false(scene, report, told=told):
            span = tree.range_of(tree.subtree(report))
            voice = msgspec.structs.replace(_denier(telling.voice, span) or outlet_voice(article), stance="denies")
            return msgspec.structs.replace(telling, modality="negated", modality_why="called false", voice=voice)
    return telling


def _never_was(scene: Scene, noun: int, *, said: bool) -> bool:
    """ "The shelling of the market did not happen": a deed known from others' words.

    What "did not take place" may only have been put off: it is denied where somebody says so.
    """
    tree = scene.tree
    if tree[noun].pos != "NOUN" or tree[noun].dep != "nsubj":
        return False
    verb = tree[noun].head
    did = tree[verb].tag == "VBD" or any(tree[a].text.casefold() == "did" for a in tree.kids(verb, "aux"))
    took = tree[verb].lemma != "take" or (said and any(tree[o].lemma == "place" for o in tree.kids(verb, "dobj")))
    known = any(tree[d].text.casefold() in _KNOWN for d in tree.kids(noun, "det"))
    return tree[verb].lemma in _HAPPEN and took and known and did and bool(tree.kids(verb, "neg"))


def _extraposed(scene: Scene, at: int) -> list[int]:
    """ "how absurd the claims are that X shelled Y": the claims, told of before what they say."""
    tree = scene.tree
    clauses = [i for i in (at, *tree.ancestors(at)) if tree[i].dep == "ccomp" and tree.kids(i, "mark")]
    return [s for c in clauses if tree[tree[c].head].lemma == "be" for s in tree.kids(tree[c].head, "nsubj") if s < c]


def _is_false(scene: Scene, report: int, *, told: bool) -> bool:
    """Whether its own clause, or what stands beside a report of what was `told` as done, says that it is not so."""
    tree = scene.tree
    if told and any(tree[c].lemma.casefold() in FALSE for c in tree.kids(report, "amod", "acomp")):
        return True  # "the absurd claim that …"
    if tree[report].dep not in ("nsubj", "nsubjpass"):
        return False
    verb = tree[report].head
    negated = bool(tree.kids(verb, "neg"))
    if tree[verb].lemma == "be":
        said = [c for s in tree.kids(verb, "attr", "acomp", "oprd") for c in tree.conjuncts(s)]
        named = [*said, *(m for s in said for m in tree.kids(s, "amod"))]
        if any(tree[n].lemma.casefold() in FALSE for n in named):
            return not negated
        return negated and any(tree[n].lemma.casefold() in _TRUE for n in named)
    if not any(tree[w].lemma.casefold() in _FACT for w in tree.subtree(verb) if w > verb):
        return False
    nothing = tree[verb].lemma == "have" and any(tree[o].lemma == "nothing" for o in tree.kids(verb, "dobj"))
    return nothing or (negated and tree[verb].lemma in _AGREE)


def _denier(voice: Voice | None, report: tuple[int, int]) -> Voice | None:
    """The outermost voice that does not stand within the words for the report: who makes the claim does not deny it."""
    found = None
    while voice is not None:
        inside = any(report[0] <= quote.start < report[1] for quote in voice.evidence)
        if not inside and voice.kind != "outlet":
            found = msgspec.structs.replace(voice, via=None)
        voice = voice.via
    return found
