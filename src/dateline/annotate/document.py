"""Article → Document: sentences and mentions; only sentences that may hold a happening, and their like, are parsed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from dateline.annotate.actors import ActorRules, actor_mentions
from dateline.annotate.attributions import attribution_mentions, continued
from dateline.annotate.parsing import parsed_sentences
from dateline.annotate.places import document_places
from dateline.annotate.positions import positions
from dateline.annotate.promising import Promise, promising
from dateline.annotate.quantities import quantity_mentions
from dateline.annotate.quotations import quotations
from dateline.annotate.sentences import dateline_end, sentences
from dateline.annotate.times import leaned_on, retold, since_wars, time_mentions
from dateline.annotate.unlisted import unlisted_places
from dateline.annotate.written import written_on
from dateline.grammar.genre import genre
from dateline.model import (
    ActorMention,
    Article,
    AttributionMention,
    Document,
    Mention,
    Period,
    PlaceMention,
    QuantityMention,
    Sentence,
    TimeMention,
)
from dateline.model.gazetteer import PlaceContext, PlaceRules, km, place_key
from dateline.model.hints import Hints
from dateline.model.quantity_rules import QuantityRules
from dateline.model.record import Record
from dateline.model.speech import VoiceRules
from dateline.model.times_rules import TimeRules
from dateline.ports import Gazetteer, Parser, TriggerReader

_POSSESSED = re.compile(r"^[A-Z][\w. ]*['’]s\s")
"""A country's name before what it owns ("Chad's health ministry"): the name inside is a place too."""
LONGEST_SENTENCE = 1200
"""Code points; a longer stretch is no sentence, and is cut at this length for the parser."""


class AnnotationRules(Record, frozen=True, kw_only=True):
    """Compiled knowledge for all annotators."""

    times: TimeRules
    places: PlaceRules
    actors: ActorRules
    quantities: QuantityRules
    voices: VoiceRules
    promise: Promise
    headline: frozenset[str]
    """Words that a headline capitalises without naming anyone."""
    opening: frozenset[str]
    """Words whose capital at the head of a sentence the parser takes for that of a name."""


def document(
    article: Article, *, rules: AnnotationRules, gazetteer: Gazetteer, parser: Parser,
    triggers: TriggerReader | None = None, everything: bool = False,
) -> Document:  # fmt: skip
    """The article with its sentences and mentions; `everything` parses each sentence, not only promising ones.

    `triggers` is asked about sentences that hold a word it knows; without it, only the lexicon's words tell.
    """
    text = article.text
    spans = _sentence_spans(article)
    topic = genre(article, rules.promise.genres)
    wanted, hints = [False] * len(spans), [Hints() for _ in spans]
    if topic is None or everything:
        wanted, hints = promising(article, spans, rules=rules.promise, triggers=triggers, everything=everything)
    if not any(wanted):
        return Document(
            article=article,
            genre=topic,
            sentences=tuple(Sentence(start=s, end=e, block=b) for b, s, e in spans),
            mentions=tuple(m for _, s, e in _blocks(article) for m in positions(text, start=s, end=e)),
        )
    anchor = article.published.period.start if article.published is not None else None
    actors = [
        m for b, s, e in _blocks(article) for m in actor_mentions(text, start=s, end=e, rules=rules.actors, on=anchor)
    ]
    places = _beside_story(_places(article, actors, rules, gazetteer), _datelines(article))
    today = written_on(article, anchor, datelines=_datelines(article), rules=rules.times)
    times = list(retold(_times(article, today, rules), anchor))
    times = sorted([*times, *since_wars(text, times)], key=lambda t: t.start)
    counts = [
        q
        for (b, s, e), w in zip(spans, wanted, strict=True)
        if w
        for q in quantity_mentions(text, start=s, end=e, rules=rules.quantities)
    ]
    parsed = parsed_sentences(
        article, spans, wanted, actors=actors, places=places, times=times, parser=parser, headline=rules.headline,
        opening=rules.opening,
    )  # fmt: skip
    parsed = [msgspec.structs.replace(s, gist=h.gist) for s, h in zip(parsed, hints, strict=True)]
    spoken = _attributions(article, parsed, rules.voices)
    learned = [t for h in hints for t in h.triggers]
    mentions: list[Mention] = [*actors, *places, *times, *counts, *spoken, *learned]
    mentions.sort(key=lambda m: (m.start, m.end))
    return Document(article=article, sentences=tuple(parsed), mentions=tuple(mentions), genre=topic)


def _times(article: Article, anchor: date | None, rules: AnnotationRules) -> list[TimeMention]:
    """The times of all blocks; a page with no date is read by the latest full day that it names itself."""
    found = _times_by(article, anchor, rules)
    if anchor is not None:
        return found
    days = [m.period.end for m in found if m.period is not None and m.period.precision in ("day", "range")]
    if not days:
        return found
    basis = "completed from other days on the page"
    return [
        msgspec.structs.replace(m, basis=basis) if "publication" in m.basis else m
        for m in _times_by(article, max(days), rules)
    ]


def _times_by(article: Article, anchor: date | None, rules: AnnotationRules) -> list[TimeMention]:
    found: list[TimeMention] = []
    previous: Period | None = None
    for _, start, end in _blocks(article):
        inside = time_mentions(article.text, start=start, end=end, rules=rules.times, anchor=anchor, previous=previous)
        found.extend(inside)
        previous = leaned_on(inside, previous)
    return found


def _blocks(article: Article) -> list[tuple[int, int, int]]:
    """(index, start, end) of the kept blocks."""
    return [
        (i, b.start, b.end)
        for i, b in enumerate(article.blocks)
        if b.kept and b.start is not None and b.end is not None
    ]


def _sentence_spans(article: Article) -> list[tuple[int, int, int]]:
    """(block, start, end) of every sentence of the kept blocks, over-long ones cut."""
    datelines = dict(_datelines(article))
    found: list[tuple[int, int, int]] = []
    for block, start, end in _blocks(article):
        for s, e in sentences(article.text, datelines.get(start, start), end):
            found.extend((block, at, min(at + LONGEST_SENTENCE, e)) for at in range(s, e, LONGEST_SENTENCE))
    return found


def _datelines(article: Article) -> list[tuple[int, int]]:
    """The stretches of the datelines that open paragraphs."""
    opened = [(s, dateline_end(article.text, s, e)) for b, s, e in _blocks(article) if _is_paragraph(article, b)]
    return [(start, end) for start, end in opened if end > start]


def _is_paragraph(article: Article, block: int) -> bool:
    return article.blocks[block].kind == "paragraph"


def _beside_story(found: Sequence[PlaceMention], datelines: Sequence[tuple[int, int]]) -> list[PlaceMention]:
    """The places, those of a dateline told apart: it says where the page was filed."""
    return [
        msgspec.structs.replace(m, rule="place/dateline") if any(s <= m.start < e for s, e in datelines) else m
        for m in found
    ]


def _places(
    article: Article, actors: Sequence[ActorMention], rules: AnnotationRules, gazetteer: Gazetteer
) -> list[PlaceMention]:
    """The document's places; the names of groups, forces and persons are no places."""
    taken = [(m.start, m.end) for m in actors if _is_no_place(m, article.text)]
    country = article.outlet.country if article.outlet is not None else None
    blocks = [(s, e) for _, s, e in _blocks(article)]
    context = PlaceContext(outlet_country=country) if country else None
    found = document_places(
        article.text,
        blocks=blocks,
        gazetteer=gazetteer,
        rules=rules.places,
        taken=taken,
        context=context,
        described=True,
    )
    listed = _contained(article.text, _one_sense(found))
    unlisted = unlisted_places(
        article.text,
        blocks=blocks,
        found=listed,
        taken=[(m.start, m.end) for m in actors],
        datelines=_datelines(article),
        gazetteer=gazetteer,
        rules=rules.places,
    )
    return sorted([*listed, *unlisted], key=lambda m: (m.start, m.end))


_NAMED_AFTER = re.compile(r" (?:[A-Z]|capital\b)")


def _is_no_place(mention: ActorMention, text: str) -> bool:
    """Whether an actor's words hold no place: a group's do not, nor do a people's but for "Iraqi Kurdistan"."""
    if mention.rule == "demonym" and _NAMED_AFTER.match(text, mention.end):
        return False
    apart = mention.actor.kind != "state" or mention.rule in ("demonym", "people")
    return apart and not _POSSESSED.search(mention.exact)


_INTO = re.compile(
    r"\s*(?:district|county|township|village|area|town|commune|locality)?,?\s*(?:in|of)?\s*(?:the\s+)?", re.IGNORECASE
)


def _contained(text: str, found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """ "Wali Kot district, Kandahar province": a place read elsewhere than in the region after it is the region's.

    Nothing more is known of it than that, so it has the region's point, as an area with no identity of its own.
    """
    kept: list[PlaceMention] = []
    for index, mention in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        if (
            after is None
            or after.place.precision != "region"
            or mention.place.precision not in ("town", "area", "site")
        ):
            kept.append(mention)
            continue
        joined = "," in text[mention.end : after.start] and _INTO.fullmatch(text, mention.end, after.start) is not None
        inside = mention.place.country == after.place.country and mention.place.admin1 in (
            None,
            after.place.name,
            after.place.admin1,
        )
        if not joined or inside or _within(mention, after):
            kept.append(mention)
            continue
        region = after.place
        place = msgspec.structs.replace(
            region, name=mention.exact.split(",")[0], precision="area", admin1=region.name, id=None, candidates=()
        )
        kept.append(msgspec.structs.replace(mention, place=place, rule="place/container"))
    return kept


def _within(mention: PlaceMention, region: PlaceMention) -> bool:
    """Whether the place lies within some 150 km of the region's point."""
    a, b = mention.place, region.place
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return km(a.lat, a.lon, b.lat, b.lon) <= REGION_KM


REGION_KM = 150.0
"""How far from its point a region is taken to reach."""


def _one_sense(found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions with one place a name: on one page a name means one place, the one read most surely."""
    best: dict[str, PlaceMention] = {}
    for mention in found:
        key = place_key(mention.place.name)
        if key not in best or mention.score > best[key].score:
            best[key] = mention
    kept: list[PlaceMention] = []
    for mention in found:
        sure = best[place_key(mention.place.name)].place
        if sure.id != mention.place.id and sure.precision == mention.place.precision:
            place = msgspec.structs.replace(sure, relation=mention.place.relation)
            mention = msgspec.structs.replace(mention, place=place)
        kept.append(mention)
    return kept


def _attributions(article: Article, parsed: Sequence[Sentence], rules: VoiceRules) -> list[AttributionMention]:
    """The attributions of all parsed sentences, a quotation's speaker carried on to the sentences inside it."""
    blocks = article.blocks
    found: list[AttributionMention] = []
    last: AttributionMention | None = None
    for sentence in parsed:
        if not sentence.tokens:
            continue
        block = blocks[sentence.block]
        span = (block.start or 0, block.end or 0)
        own = attribution_mentions(article.text, sentence=sentence, block=span, rules=rules)
        named = [m for m in own if m.source is not None and m.direct]
        last = named[-1] if named else last
        if not own:
            more = continued(article.text, sentence=sentence, quoted=quotations(article.text, *span), last=last)
            own = (more,) if more is not None else ()
        found.extend(own)
    return found


__all__ = ["AnnotationRules", "QuantityMention", "document"]
