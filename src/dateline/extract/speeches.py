"""A speech given in full: the page says whose it is, and what follows is theirs until the page ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.meant import OURS
from dateline.extract.parties import Found, from_mention
from dateline.extract.scene import Scene
from dateline.extract.telling import Telling
from dateline.extract.voices import kind_of
from dateline.grammar import is_passive, subjects
from dateline.model import ActorMention, Document, Quote, Voice
from dateline.model.record import Record
from dateline.model.speech import VoiceRules

_TEXT = r"(?:speech|address|statement|remarks|message|sermon|homily)"
_GIVEN = re.compile(
    rf"(?i)\bfull (?:{_TEXT}|text|transcript)\b|\b(?:text|transcript) of (?:[\w’'.-]+ ){{1,6}}?{_TEXT}\b"
    rf"|^\W*(?:video )?{_TEXT} (?:by|of) (?:the )?[A-Z]"
)
"""How a page says that the whole of what somebody said follows."""
_TELLING = ("full ", "text of ", "transcript of ")
"""Letters of which some stand in all such words but those that open a page."""
_FIRST = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Uu]s|[Mm]y)\b")
LEAST = 5
"""Words in the first person that a speech holds at least."""
BACK = 1500
"""Code points back to which the speaker is looked for."""


class Speech(Record, frozen=True, kw_only=True):
    """Whose words stand from `start` on."""

    start: int
    voice: Voice
    speaker: Found


def speech(document: Document, told_in: Sequence[Scene], rules: VoiceRules) -> Speech | None:
    """The speech that the page gives in full; None where it gives none, or does not say whose."""
    text = document.article.text
    for scene in reversed(told_in):
        said = text[scene.sentence.start : scene.sentence.end].lower()
        if scene.sentence.start and not any(letters in said for letters in _TELLING):
            continue
        found = _GIVEN.search(text, scene.sentence.start, scene.sentence.end)
        if found is None:
            continue
        end = scene.sentence.end
        speaker = _speaker(document, end)
        if speaker is None or len(_FIRST.findall(text, end)) < LEAST:
            continue
        words = Quote(start=speaker.start, end=speaker.end, exact=speaker.exact)
        kind = kind_of(speaker.exact, speaker, rules)
        voice = Voice(name=speaker.actor.name, kind=kind, stance="reports", text=speaker.exact, evidence=(words,))
        return Speech(start=end, voice=voice, speaker=from_mention(text, speaker))
    return None


def by_speaker(telling: Telling, scene: Scene, whole: Speech) -> Telling:
    """The telling with the speaker as its doer, where that is the "I" or "we" of the speech."""
    tree = scene.tree
    at = scene.token_at(telling.trigger.start, telling.trigger.end)
    if at is None or tree[at].pos != "VERB" or any(a.party.id == whole.speaker.party.id for a in telling.actors):
        return telling
    doing = subjects(tree, at)
    if is_passive(tree, at) or not any(tree[s].text.casefold() in OURS for s in doing):
        return telling
    return msgspec.structs.replace(telling, voice=whole.voice, actors=(whole.speaker, *telling.actors))


def _speaker(document: Document, end: int) -> ActorMention | None:
    """The last man or woman named, or told by an office, up to a place."""
    named = [
        m
        for m in document.mentions
        if isinstance(m, ActorMention) and m.actor.kind == "person" and end - BACK <= m.start < end
    ]
    return named[-1] if named else None
