"""Which sentences may hold a happening and are worth parsing: by the lexicon's words and the learned reader."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from dateline.annotate.actors import ActorRules, actor_mentions
from dateline.annotate.neutral import neutral
from dateline.annotate.quantities import counts_harm
from dateline.model import Article
from dateline.model.hints import Hints
from dateline.model.lexicon import Genres, LearnedRules, Triggers
from dateline.model.quantity_rules import QuantityRules
from dateline.model.record import Record
from dateline.ports import TriggerReader

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_ADDRESS = re.compile(r"\W*(?:\d+\W+)?(?:https?\b|www\.)", re.IGNORECASE)
"""How a line begins that only gives an address on the web, as in a list of sources."""
_NAMED = re.compile(r"\b(?:identif\w+|named)\b[^.]{0,80}?\bas\b|\b[Vv]ictim(?:,| is\b| was\b| has been\b| as\b)")
"""Words by which a page gives the names of those it told of before."""
_COUNTED = re.compile(
    r"\b(?:count|list|log|record|register|receiv|tall)(?:ed|ied)\b[^.;:]{0,40}\b(?:bodies|corpses|dead|wounded|injured)\b"
)
"""Who counts those whom a page has told of."""
_HE_OR_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b")

Stretch = tuple[int, int, int]
"""(block, start, end) of a sentence."""


class Promise(Record, frozen=True, kw_only=True):
    """What makes a sentence worth parsing."""

    loud: Triggers
    """The frames' trigger words for deeds; many are ordinary words too ("take", "march", "fight")."""
    paged: Triggers
    """Those that count only on a page that holds one of `paging`."""
    paging: frozenset[str]
    spoken: Triggers
    """All other trigger words."""
    learned: LearnedRules
    quantities: QuantityRules
    actors: ActorRules
    pointing: frozenset[str] = frozenset()
    """Nouns that, after "the", point back to a deed or to who did it: "the blast", "the attackers"."""
    denied: frozenset[str] = frozenset()
    """What somebody denies who does not say that nothing happened: "any involvement"."""
    lived: frozenset[str] = frozenset()
    """Forms of verbs by which who was there says what became of him: "ran", "heard"."""
    genres: Genres
    """A page of another genre than news tells of no happening, and is not parsed."""
    saying: frozenset[str] = frozenset()
    """Forms of verbs of saying."""
    on_the_spot: frozenset[str] = frozenset()
    """Words by which those are called who speak of what they saw or had charge of."""
    far_off: frozenset[str] = frozenset()
    """Words by which those are called who speak from far off."""


def promising(
    article: Article, spans: Sequence[Stretch], *, rules: Promise, triggers: TriggerReader | None, everything: bool
) -> tuple[list[bool], list[Hints]]:
    """For every sentence whether it is to be parsed, and what the learned reader says of it.

    The reader is asked about the page's first sentences, where they hold a trigger or a word that it knows. Where they
    tell of no deed, the page is hardly about one: then it is asked about each sentence that holds a deed's word, until
    several tell of one, and about all others with a trigger if they are few. What it finds nothing in is not parsed for
    that word.
    """
    text = article.text
    forms = [_forms(text, start, end) for _, start, end in spans]
    paged = any(not rules.paging.isdisjoint(words) for words in forms)
    deeds = [bool(rules.loud.of(words) or (paged and rules.paged.of(words))) for words in forms]
    others = [
        bool(rules.spoken.of(words)) or counts_harm(text, start, end, rules.quantities)
        for (_, start, end), words in zip(spans, forms, strict=True)
    ]
    hints = [Hints() for _ in spans]
    if triggers is not None:
        _ask(article, spans, hints, deeds=deeds, others=others, reader=triggers, rules=rules)
    sure, loud = rules.learned.alone_brief, rules.learned.is_loud([hint.triggers for hint in hints])
    wanted = [
        _ADDRESS.match(text, start, end) is None
        and (
            everything
            or other
            or (deed and (loud or number < rules.learned.asked or not _sees_nothing(hint, rules.learned)))
            or any(t.score >= sure for t in hint.triggers)
        )
        for number, ((_, start, end), deed, other, hint) in enumerate(zip(spans, deeds, others, hints, strict=True))
    ]
    if any(wanted):
        near = [want and deed for want, deed in zip(wanted, deeds, strict=True)]
        wanted = [
            want
            or _speaks_of_deed(text, s, e, rules)
            or (any(near[max(0, n - BACK) : n]) and _recounts(text, s, e, rules))
            for n, (want, (_, s, e)) in enumerate(zip(wanted, spans, strict=True))
        ]
    return _with_speakers(text, spans, wanted), hints


def _ask(
    article: Article, spans: Sequence[Stretch], hints: list[Hints], *, deeds: Sequence[bool], others: Sequence[bool],
    reader: TriggerReader, rules: Promise,
) -> None:  # fmt: skip
    """Puts in `hints` what the reader says of the sentences that it is asked about."""
    text, asked = article.text, rules.learned.asked
    anchor = article.published.period.start if article.published is not None else None

    def read(number: int) -> Hints:
        _, start, end = spans[number]
        parties = actor_mentions(text, start=start, end=end, rules=rules.actors, on=anchor)
        return reader.read(text, start, end, renamed=neutral(parties, rules.learned.names))

    for number, (_, start, end) in enumerate(spans[:asked]):
        if deeds[number] or others[number] or reader.knows(text, start, end):
            hints[number] = read(number)
    learned = rules.learned
    if learned.is_loud([hint.triggers for hint in hints[:asked]]):
        return
    further = [number for number in range(asked, len(spans)) if deeds[number] or others[number]]
    few = len(further) <= learned.further
    told = 0
    candidates = [n for n in further if few or deeds[n]]
    candidates.sort(key=lambda n: -_words_of(text, spans[n], rules.loud))
    for number in candidates[: learned.most]:
        hints[number] = read(number)
        told += learned.tells_deed(hints[number].triggers)
        if told >= learned.several:
            return


def _words_of(text: str, span: Stretch, words: Triggers) -> int:
    """How many different triggers of the list the sentence holds: the more, the likelier it tells of a deed."""
    return len(words.of(m.group().lower() for m in _WORD.finditer(text, span[1], span[2])))


def _sees_nothing(hint: Hints, rules: LearnedRules) -> bool:
    """Whether the reader was asked about the sentence, marked no word of it, and is not in doubt."""
    return hint.gist is not None and not hint.triggers and hint.gist.quiet >= rules.unparsed


def _speaks_of_deed(text: str, start: int, end: int, rules: Promise) -> bool:
    """ "The raiders touched nobody, a trader said", "the victim was named as": of what is told elsewhere."""
    if _NAMED.search(text, start, end):
        return True
    if _COUNTED.search(text, start, end):
        return True
    words = [m.group().casefold() for m in _WORD.finditer(text, start, end)]
    if any(w in rules.lived and not _SPEAKERS.isdisjoint(words[max(0, i - 2) : i]) for i, w in enumerate(words)):
        return True
    said = any(w in rules.saying for w in words)
    if not _DENYING.isdisjoint(words) and not (rules.denied | _IT).isdisjoint(words):
        return True
    if any(a in _CONFIRMING and b in _IT for a, b in itertools.pairwise(words)):
        return True
    return said and any(w in rules.pointing and words[max(0, i - 1)] in _POINTING for i, w in enumerate(words))


BACK = 3
"""Sentences back within which a deed's word must stand for somebody on the spot to be heard of it."""
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w’'-]+ [A-Z][\w’'-]+")
_WAS = re.compile(r"\b(?:was|were|had|did|\w+ed)\b", re.IGNORECASE)


def _recounts(text: str, start: int, end: int, rules: Promise) -> bool:
    """ "They came at dusk," said Ada Kolo, a baker: whether somebody by name, or on the spot, may tell what was."""
    words = {m.group().casefold() for m in _WORD.finditer(text, start, end)}
    if rules.saying.isdisjoint(words) or not rules.far_off.isdisjoint(words):
        return False
    spot = not rules.on_the_spot.isdisjoint(words)
    quoted = any(mark in text[start:end] for mark in '"”')
    named = quoted and _NAME.search(text, start, end) is not None
    if named and not spot:
        known = actor_mentions(text, start=start, end=end, rules=rules.actors, on=None)
        named = not any(m.rule == "actor table" or m.actor.kind == "person" for m in known)
    return (spot or named) and _WAS.search(text, start, end) is not None


_SPEAKERS = frozenset({"i", "we"})
_DENYING = frozenset({"denied", "denies", "deny", "denying", "dismissed", "rejected", "rejects"})
_CONFIRMING = frozenset({"confirmed", "confirms", "confirm"})
_IT = frozenset({"it", "this", "that"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})


def _with_speakers(text: str, spans: Sequence[Stretch], wanted: Sequence[bool]) -> list[bool]:
    """Adds the sentence before one of which "he", "she" or "they" is the speaker or doer: it may say who that is."""
    found = list(wanted)
    for place, (block, start, end) in enumerate(spans[1:], start=1):
        if wanted[place] and spans[place - 1][0] >= block - 1 and _HE_OR_SHE.search(text, start, end):
            found[place - 1] = True
    return found


def _forms(text: str, start: int, end: int) -> set[str]:
    """The words of the stretch, lower case, and the parts of those with a hyphen."""
    words = {word.casefold() for word in _WORD.findall(text, start, end)}
    return words | {part for word in words if "-" in word for part in word.split("-")}
