"""An attribution in the making, and the mention made of it."""

from __future__ import annotations

from typing import NamedTuple

from dateline.model import AttributionMention, Quote, Stance, quote

OBJECT = "reporting verb with object"


class Attributed(NamedTuple):
    """A source, the words that attribute, and the range of what is said."""

    rule: str
    cue: Quote
    word: Quote
    """The cue's own verb, noun or phrase, without what helps it."""
    content: tuple[int, int]
    source: Quote | None = None
    speaker: Quote | None = None
    """The bare name in `source`; None where that is a thing said, no one who speaks."""
    stance: Stance = "reports"
    direct: bool = False
    attitude: bool = False
    others: tuple[Quote, ...] = ()
    """Those coordinated with the speaker, by their bare names."""

    @property
    def loose(self) -> bool:
        """Whether an object or attitude alone makes it one, no clause or quotation."""
        return self.attitude or self.rule == OBJECT


def mention(text: str, one: Attributed) -> AttributionMention:
    """The mention whose own span reaches from its first to its last part."""
    parts = [p for p in (one.cue, one.source) if p is not None]
    start = min([one.content[0], *(p.start for p in parts)])
    end = max([one.content[1], *(p.end for p in parts)])
    return AttributionMention(
        start=start, end=end, exact=text[start:end], rule=one.rule, cue=one.cue, content=quote(text, *one.content),
        source=one.source, speaker=one.speaker, word=one.word, stance=one.stance, direct=one.direct,
        attitude=one.attitude, others=one.others,
    )  # fmt: skip
