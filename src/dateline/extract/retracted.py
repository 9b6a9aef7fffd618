"""What a page takes back, or calls false: a report withdrawn, a "mischievous publication", harm that nobody came to."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.telling import Telling
from dateline.extract.voices import outlet_voice
from dateline.model import WRITER, Article, AttributionMention

_WITHDRAWS = r"(?:\w+\s+){0,3}(?:withdraws?|withdrew|withdrawn|retracts?|retracted)\s+(?:that|this|the|its|our|an?)\s+"
_REPORT = r"(?:[\w-]+\s+){0,3}(?:report|story|article|claim|publication)\b"
FALSE = frozenset(
    {"absurd", "baseless", "bogus", "concocted", "fabricated", "fake", "fallacious", "false", "fictitious", "malicious"}
    | {"mischievous", "misleading", "phantom", "spurious", "unfounded", "untrue"}
)
THINGS = frozenset(
    {"account", "accounts", "accusation", "accusations", "allegation", "allegations", "article", "assertion"}
    | {"assertions", "claim", "claims", "news", "post", "posts"}
    | {"publication", "publications", "report", "reports", "rumour", "rumours", "rumor", "rumors", "statement"}
    | {"statements", "story", "stories", "video", "videos"}
)


def withdrawing(article: Article) -> frozenset[int]:
    """The paragraphs in which the page withdraws a report of its own."""
    outlet = rf"|(?:the\s+)?{re.escape(article.outlet.name)}" if article.outlet is not None else ""
    pattern = re.compile(rf"\b(?:we|this\s+(?:news)?paper{outlet})\s+{_WITHDRAWS}{_REPORT}", re.IGNORECASE)
    return frozenset(
        number
        for number, block in enumerate(article.blocks)
        if block.kept
        and block.start is not None
        and block.end is not None
        and pattern.search(article.text, block.start, block.end)
    )


def taken_back(
    telling: Telling, *, article: Article, attributions: Sequence[AttributionMention], withdrawn: frozenset[int]
) -> Telling:
    """The telling as one that the page denies, where it stands in what the page withdraws or calls false."""
    if telling.frames[0].content or telling.modality == "negated":
        return telling
    around = [a for a in attributions if a.content.start <= telling.position < a.content.end]
    own = any(a.rule == WRITER and a.cue is not None and _was(a.cue.exact) for a in around)
    gone = bool(withdrawn) and (own or telling.block in withdrawn)
    if not gone and not any(_is_false(a) for a in around):
        return telling
    voice = msgspec.structs.replace(outlet_voice(article), stance="denies")
    return msgspec.structs.replace(telling, modality="negated", modality_why="taken back", voice=voice)


def _was(cue: str) -> bool:
    """Whether the page speaks of what it said before ("we wrote", "this newspaper reported")."""
    return cue.casefold().split()[-1] in ("reported", "wrote", "written", "said", "published")


def _is_false(said: AttributionMention) -> bool:
    """Whether what says it is called false: "a mischievous publication alleging that …"."""
    source = said.speaker or said.source
    words = {w.strip(".,'’\"“”").casefold() for w in source.exact.split()} if source is not None else set()
    return bool(words & FALSE) and bool(words & THINGS)


def without_unharmed(group: Sequence[Telling]) -> list[Telling]:
    """The tellings, where others tell that it happened, without the page's own of nobody hurt.

    Somebody else who says so speaks of the happening, and does not deny it.
    """
    if not any(t.modality in ("actual", "ongoing") for t in group):
        return list(group)
    return [
        t if not harmless else msgspec.structs.replace(t, modality="actual", recipients=(), tolls=())
        for t in group
        if not (harmless := t.modality == "negated" and _is_harm(t)) or (t.voice and t.voice.kind != "outlet")
    ]


def _is_harm(telling: Telling) -> bool:
    """Whether it tells of nothing but people killed or hurt."""
    return all(f.toll in ("killed", "injured") for f in telling.frames)
