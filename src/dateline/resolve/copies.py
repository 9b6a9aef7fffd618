"""Which articles are copies of one another, and how many outlets are left when copies and owners are drawn together."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from dateline.model import Article, Event, Voice
from dateline.model.resolution import ResolveRules, SpeakerRules
from dateline.model.words import words

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?]\s+|\n+")
_BRACKETS = re.compile(r"\(([^()]{2,40})\)")
OPENING = 200
"""Code points in which a story says whose it is."""
_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”')
EDITED = 30
"""Words below which a text is too short to be seen as another's, edited."""
SENTENCE_WORDS = 9
"""Words of a sentence that is more than a headline."""
SENTENCE = 40
"""Code points of a sentence that two people do not write alike by chance."""
UNKNOWN = "outlet not known"
APPOSITION = 4
"""Code points beside a name that follows what an outlet is: a blank, an article."""
SHORT = 3
"""Letters up to which a name is too short to mean a part of an outlet's name."""


def copies(articles: Sequence[Article], *, rules: ResolveRules) -> dict[str, str]:
    """Article id → id of the earliest article that it is a copy of; originals are absent.

    Of one day, the earliest is the one whose text gives its own outlet the credit: "(Kivu Wire)"; then the longest.
    """
    ordered = sorted(articles, key=_age_of_copies)
    found: dict[str, str] = {}
    for number, later in enumerate(ordered):
        for earlier in ordered[:number]:
            if alike(earlier.text, later.text, rules=rules):
                found[later.id] = found.get(earlier.id, earlier.id)
                break
    return found


def _age_of_copies(article: Article) -> tuple[str, bool, int, str]:
    """Earliest publication first; those without a date last; then those that credit themselves, the longest, by id."""
    published = article.published.period.start.isoformat() if article.published is not None else "9999"
    return published, not _credits_itself(article), -len(article.text), article.id


def _credits_itself(article: Article) -> bool:
    """Whether a word of the outlet's name stands in brackets where a story opens or ends."""
    if article.outlet is None:
        return False
    credited = {word for part in (article.text[:OPENING], article.text[-OPENING:]) for word in _bracketed(part)}
    return any(len(word) > SHORT and word in credited for word in words(article.outlet.name))


def _bracketed(text: str) -> tuple[str, ...]:
    return tuple(word for found in _BRACKETS.findall(text) for word in words(found))


def alike(one: str, other: str, *, rules: ResolveRules) -> bool:
    """Whether most of the shorter text stands in the longer one, so that it was copied or cut down from it.

    So it does too where much of it stands there and nearly all sentences are the other's with a few words changed.
    """
    mine, theirs = _shingles(one, rules.copy_words), _shingles(other, rules.copy_words)
    common, least = len(mine & theirs), min(len(mine), len(theirs))
    if common >= rules.copy_likeness * least and _sentences(one) & _sentences(other):
        return True
    return common >= rules.edited_likeness * least and _is_edited(*sorted((one, other), key=len), rules=rules)


def _is_edited(short: str, long: str, *, rules: ResolveRules) -> bool:
    """Whether the sentences of the one are the other's, lightly edited; speech, which both may have heard, aside."""
    theirs = _bare_sentences(long)
    sizes = [(len(mine), _is_taken_over(mine, theirs, rules)) for mine in _bare_sentences(short)]
    whole = sum(size for size, _ in sizes)
    return whole >= EDITED and sum(size for size, taken in sizes if taken) >= rules.edited_share * whole


def _is_taken_over(mine: tuple[str, ...], theirs: tuple[tuple[str, ...], ...], rules: ResolveRules) -> bool:
    """Whether most words of a sentence stand in one of the other's."""
    return any(len({*mine} & {*other}) >= rules.edited_words * len({*mine}) for other in theirs)


@lru_cache(maxsize=1024)
def _bare_sentences(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each sentence without what is quoted; headlines and credit lines are too short to be one."""
    sentences = (tuple(_WORD.findall(part.casefold())) for part in _STOP.split(_QUOTED.sub(" ", text)))
    return tuple(words for words in sentences if len(words) >= SENTENCE_WORDS)


@lru_cache(maxsize=4096)
def _sentences(text: str) -> frozenset[str]:
    return frozenset(part for part in _STOP.split(text) if len(part) >= SENTENCE)


@lru_cache(maxsize=1024)
def _shingles(text: str, size: int) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    return frozenset(hash(tuple(words[at : at + size])) for at in range(max(1, len(words) - size + 1)))


def house(article: Article) -> str:
    """Who stands behind the article: wire family, owner, or outlet; those not known are one."""
    outlet = article.outlet
    if outlet is None:
        return UNKNOWN
    return (outlet.family or outlet.owner or outlet.name).casefold()


def is_organ(article: Article, *, rules: ResolveRules) -> bool:
    """Whether what the page tells in its own words is the word of a party to conflicts that owns the outlet."""
    return article.outlet is not None and article.outlet.affiliation in rules.speakers.organs


def independent(articles: Sequence[Article], *, copied: Mapping[str, str], passed: Mapping[str, str]) -> int:
    """How many houses tell it of their own knowledge: copies, and what only passes on another's report, count with it.

    `copied` and `passed` give the articles that do, by id.
    """
    return len({house(article) for article in articles if article.id not in copied and article.id not in passed})


def outlet_key(name: str) -> str:
    """What an outlet's names have in common: its words without the article."""
    return " ".join(word for word in words(name) if word != "the")


NO_MEDIA = frozenset(("party", "opponent", "official", "witness", "medical"))
"""Kinds of voices that no outlet is, though its name may hold theirs: Israel, and "Military Desk Israel"."""


def is_medium(name: str, media: Collection[str], *, rules: SpeakerRules) -> bool:
    """Whether a speaker is a medium: one of these outlets, by at least one whole word of its name, or called one."""
    key = outlet_key(name)
    if any(rules.institution.get(word) == "medium" for word in key.split()):
        return True
    return any(key == one or (f" {key} " in f" {one} " and len(key) > SHORT) for one in media if key)


def passed_on(told: Sequence[tuple[Event, Article]], *, rules: ResolveRules) -> dict[str, str]:
    """Article id → the id of the one whose report it passes on, naming the outlet, with nobody else to vouch for it."""
    found: dict[str, str] = {}
    for event, article in told:
        others = {outlet_key(a.outlet.name): a.id for _, a in told if a.outlet is not None and a.id != article.id}
        said = [_bearer(c.voice) for c in event.claims if c.voice.kind != "outlet"]
        unsure = [v for v in said if v.kind not in NO_MEDIA]
        media = [v for v in unsure if v.kind == "media" or is_medium(v.name, others, rules=rules.speakers)]
        if not media or 2 * len(media) < len(said):
            continue
        origin = next((id_ for v in media for key, id_ in others.items() if _is_named(key, v, article)), None)
        if origin is not None and found.get(origin) != article.id:
            found[article.id] = origin
    return found


def _bearer(voice: Voice) -> Voice:
    """ "The Echo reported, citing a judge": the medium that may pass the voice on to the page; else the voice."""
    return voice.via if voice.via is not None and voice.via.kind not in ("outlet", *NO_MEDIA) else voice


def _is_named(key: str, voice: Voice, article: Article) -> bool:
    """Whether the voice is this outlet: part of its name, or words that hold it ("the local radio station Echo")."""
    name = outlet_key(voice.name)
    if f" {name} " in f" {key} ":
        return True
    ends = [q.end for q in voice.evidence if outlet_key(q.exact) == name]
    whole = [outlet_key(article.text[end - len(voice.name) : end + len(key) + APPOSITION]) for end in ends]
    return any(f" {key} " in f" {told} " for told in (name, *whole))
