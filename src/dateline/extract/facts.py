"""Facts that a page lists line by line ("Killed: 3 – 7"): its own summing-up of the happening it tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.parties import Found, from_mention
from dateline.extract.telling import Telling
from dateline.extract.tolls import Toll
from dateline.model import ActorMention, Article, Count, Document, PlaceMention, Quote, TimeMention, quote
from dateline.model.lexicon import CountRules, Frame, Lexicon

FACTS = "facts"
"""The reason for which reading keeps such a line."""
_LINE = re.compile(r"(?P<label>[^:\n]{2,60}):\s*(?P<value>.+)", re.DOTALL)
_RANGE = re.compile(r"(?P<low>\d[\d,]*)(?:\s*(?:[–—-]|to)\s*(?P<high>\d[\d,]*))?(?P<open>\s*\+| or more)?")
_DOERS = ("belligerent", "perpetrator", "attacker", "responsible", "attributed")


def with_facts(groups: Sequence[list[Telling]], document: Document, *, lexicon: Lexicon) -> list[list[Telling]]:
    """The groups, the one that the page is about with what its fact lines say of it.

    What the page sums up in its own voice takes the place of the counts that its prose gives in that voice.
    """
    lines = [b for b in document.article.blocks if b.kept and b.reason == FACTS and b.start is not None]
    if not lines:
        return list(groups)
    summary = _summary(document, lexicon)
    main = max(
        (g for g in groups if g[0].type == "ASSAULT" and any(t.modality == "actual" for t in g)),
        key=len, default=None,
    )  # fmt: skip
    if summary is None:
        return list(groups)
    if main is None:
        return [*groups, [summary]] if summary.tolls and summary.times else list(groups)
    counted = {t.property for t in summary.tolls}
    kept = [
        msgspec.structs.replace(t, tolls=tuple(c for c in t.tolls if c.property not in counted))
        if _in_own_voice(t)
        else t
        for t in main
    ]
    lacking = msgspec.structs.replace(
        summary,
        times=() if any(t.times for t in main) else summary.times,
        places=() if any(t.places for t in main) else summary.places,
        actors=() if any(a.party.id for t in main for a in t.actors) else summary.actors,
    )
    return [[*kept, lacking] if g is main else g for g in groups]


def _in_own_voice(telling: Telling) -> bool:
    return telling.voice is None or telling.voice.kind == "outlet"


def _summary(document: Document, lexicon: Lexicon) -> Telling | None:
    """One telling of all fact lines; None where they count nothing and name no one."""
    article = document.article
    tolls: list[Toll] = []
    actors: list[Found] = []
    places: list[PlaceMention] = []
    times: list[TimeMention] = []
    words: list[Quote] = []
    for block in article.blocks:
        match = _LINE.match(block.text) if block.kept and block.reason == FACTS else None
        if match is None or block.start is None or block.end is None:
            continue
        label = match["label"].casefold()
        inside = [m for m in document.mentions if block.start <= m.start < block.end]
        toll = _toll(article, block.start, label, match, rules=lexicon.counts)
        if toll is not None:
            tolls.append(toll)
        elif any(d in label for d in _DOERS):
            actors += [from_mention(article.text, m) for m in inside if isinstance(m, ActorMention)]
        elif "location" in label or "place" in label:
            places += [m for m in inside if isinstance(m, PlaceMention)]
        elif "date" in label:
            times += [m for m in inside if isinstance(m, TimeMention) and m.period is not None]
        else:
            continue
        words.append(quote(article.text, block.start, block.end))
    if not tolls and not actors:
        return None
    frame: Frame = next(f for f in lexicon.frames if f.id == "assault.die")
    return Telling(
        sentence=len(document.sentences), position=words[0].start, frames=(frame,), trigger=words[0], evidence=words[0],
        type="ASSAULT", mode=None, modality="actual", modality_why="fact line", actors=tuple(actors),
        places=tuple(places),
        times=tuple(times), tolls=tuple(tolls), block=len(article.blocks),
    )  # fmt: skip


def _toll(article: Article, start: int, label: str, match: re.Match[str], *, rules: CountRules) -> Toll | None:
    """The count that a line gives, where its label says of what and its value begins with a number."""
    name = next((p for word, p in rules.labels if word in label), None)
    number = _RANGE.match(match["value"])
    if name is None or number is None or "cause" in label:
        return None
    low = int(number["low"].replace(",", ""))
    high = int(number["high"].replace(",", "")) if number["high"] else (None if number["open"] else low)
    if high is not None and high < low:
        return None
    begin = start + match.start("value")
    who = "civilians" if "civilian" in label else None
    return Toll(
        property=name,
        count=Count(low=low, high=high, who=who),
        quote=quote(article.text, begin, begin + number.end()),
        governor=0,
    )
