"""Mentions as JSON records: one object a mention, with the fields of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.model import (
    ActorMention,
    Article,
    AttributionMention,
    Mention,
    PlaceMention,
    QuantityMention,
    Quote,
    TimeMention,
)

Record = dict[str, Any]
_ACTOR = ("name", "id", "country", "sector", "kind")
_QUANTITY = ("low", "high", "approximate", "who")


def mention_records(article: Article, mentions: Iterable[Mention]) -> Iterator[Record]:
    """One JSON-ready object for each time, place, actor, quantity and attribution; absent means absent."""
    for mention in mentions:
        fields = _fields(mention)
        if fields is not None:
            record = {
                "kind": mention.__struct_config__.tag,
                "start": mention.start,
                "end": mention.end,
                "exact": mention.exact,
                **fields,
                "rule": mention.rule,
                "article": {"id": article.id, "source": article.source},
            }
            yield {key: value for key, value in record.items() if value is not None}


def _fields(mention: Mention) -> Record | None:
    """What the kind of mention adds; None for kinds that are no mention of their own."""
    match mention:
        case TimeMention():
            return _time(mention)
        case PlaceMention():
            return _place(mention)
        case ActorMention(actor=actor):
            return {"actor": {name: value for name in _ACTOR if (value := getattr(actor, name)) is not None}}
        case QuantityMention():
            return {name: getattr(mention, name) for name in _QUANTITY}
        case AttributionMention():
            return {
                "source": _quote(mention.source),
                "cue": _quote(mention.cue),
                "content": _quote(mention.content),
                "stance": mention.stance,
                "direct": mention.direct,
            }
    return None


def _time(mention: TimeMention) -> Record:
    period = mention.period
    return {
        "type": mention.type,
        "value": mention.value,
        "period": None
        if period is None
        else {"start": period.start.isoformat(), "end": period.end.isoformat(), "precision": period.precision},
        "basis": mention.basis,
        "since": mention.since or None,
    }


def _place(mention: PlaceMention) -> Record:
    place = mention.place
    names = ("name", "lat", "lon", "country", "admin1", "id", "precision", "relation")
    return {
        **{name: getattr(place, name) for name in names},
        "score": mention.score,
        "candidates": [{"id": c.id, "name": c.name, "country": c.country, "score": c.score} for c in place.candidates]
        or None,
    }


def _quote(quote: Quote | None) -> Record | None:
    return None if quote is None else {"start": quote.start, "end": quote.end, "exact": quote.exact}
