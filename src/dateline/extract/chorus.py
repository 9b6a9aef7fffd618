"""Those who say a thing together: "police and residents said" gives two voices, not one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.extract.scene import Scene
from dateline.extract.telling import Telling
from dateline.model import AttributionMention, Quote, quote

_NAMES = frozenset({"NOUN", "PROPN"})
_TOLD = frozenset({"actual", "ongoing", "historical", "negated"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
_SPEAKING = ("@office", "@people", "@armed", "@organisation", "@group", "@court", "@diplomat")


def chorus(scene: Scene, telling: Telling, attributions: Sequence[AttributionMention]) -> list[AttributionMention]:
    """The attribution that gave the telling its voice, once for each further speaker coordinated with its source."""
    if telling.type not in _DEEDS or telling.modality not in _TOLD:
        return []
    if telling.voice is None or not telling.voice.evidence:
        return []
    source = telling.voice.evidence[0]
    said = next((a for a in attributions if a.source == source), None)
    if said is None:
        return []
    return [msgspec.structs.replace(said, source=other) for other in _beside(scene, said, source)]


def _beside(scene: Scene, said: AttributionMention, source: Quote) -> list[Quote]:
    """The noun phrases joined to the source by "and" or a comma, outside what is said, that name who can speak."""
    tree, head = scene.tree, scene.token_at(source.start, source.end)
    if head is None or not any(tree[c].lemma in ("and", "or", "as") for c in _between(scene, head)):
        return []
    found: list[Quote] = []
    for other in tree.conjuncts(head):
        start, end = tree.noun_phrase(other)
        inside = said.content.start <= start < said.content.end
        if other == head or start < source.end or inside or tree[other].pos not in _NAMES:
            continue
        if _can_speak(scene, other):
            found.append(quote(scene.text, start, end))
    return found


def _between(scene: Scene, head: int) -> list[int]:
    """The words that coordinate something with the head."""
    return [c for i in scene.tree.conjuncts(head) for c in scene.tree.kids(i, "cc")]


def _can_speak(scene: Scene, token: int) -> bool:
    kinds = scene.rules.lexicon.voices.kinds
    word = scene.tree[token]
    named = word.pos == "PROPN" or scene.actor_at(token) is not None
    return named or word.text.casefold() in kinds or scene.any_is([token], _SPEAKING)
