"""Events as the JSON record that the design fixes: one object an event, absent means absent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from dateline.model import (
    Article,
    Claim,
    Count,
    Dated,
    Event,
    Located,
    Named,
    Party,
    Quote,
    Voice,
)  # fmt: skip

Record = dict[str, Any]
TOLLS = ("killed", "injured", "missing", "detained")


def event_record(event: Event, article: Article, *, produced_by: dict[str, str]) -> Record:
    """The event as one JSON-ready object; keys without a value are left out, lists may be empty for tolls."""
    record: Record = {
        "event_id": event.id,
        "article": article_record(article),
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "modality": event.modality,
        "acled": _acled(event),
        "ucdp": {"type_of_violence": event.derived.ucdp_type} if event.derived.ucdp_type else None,
        "actors": _parties(event, "actor"),
        "recipients": _parties(event, "recipient"),
        "places": _places(event),
        "when": _when(event),
        "weapons": _named(event, "weapon"),
        **{toll: _counts(event, toll) for toll in TOLLS},
        "voices": voices(event),
        "framing": _named(event, "framing"),
        "evidence": _quotes(event.evidence),
        "produced_by": produced_by,
    }
    return {k: v for k, v in record.items() if v is not None}


def article_record(article: Article) -> Record:
    """Who published it, where and when."""
    record: Record = {
        "id": article.id,
        "source": article.source,
        "outlet": article.outlet.name if article.outlet else None,
        "title": article.title,
        "language": article.language,
    }
    if article.published is not None:
        period = article.published.period
        record["published"] = {
            "start": period.start.isoformat(), "end": period.end.isoformat(), "precision": period.precision,
            "basis": article.published.basis, "reliable": article.published.reliable,
        }  # fmt: skip
    return {k: v for k, v in record.items() if v is not None}


def claims_of(event: Event, name: str) -> list[Claim]:
    """The event's claims of one property, in the order made."""
    return [c for c in event.claims if c.property == name]


def _quotes(quotes: Sequence[Quote]) -> list[Record]:
    return [{"start": q.start, "end": q.end, "exact": q.exact} for q in quotes]


def _acled(event: Event) -> Record | None:
    if event.derived.acled_event_type is None:
        return None
    return {"event_type": event.derived.acled_event_type, "sub_event_type": event.derived.acled_sub_event_type}


def _gathered(claims: Sequence[Claim], key: Any) -> list[tuple[Claim, list[Quote]]]:
    """One claim for each key, the first one, with the evidence of all."""
    found: dict[Any, tuple[Claim, list[Quote]]] = {}
    for claim in claims:
        known = found.setdefault(key(claim), (claim, []))
        known[1].extend(q for q in claim.evidence if q not in known[1])
    return list(found.values())


def _parties(event: Event, name: str) -> list[Record]:
    records = []
    for claim, quotes in _gathered(claims_of(event, name), lambda c: c.value.id or c.value.name.casefold()):
        party = claim.value
        assert isinstance(party, Party)
        fields = {
            "name": party.name,
            "id": party.id,
            "country": party.country,
            "sector": party.sector,
            "text": party.text,
        }
        records.append({**{k: v for k, v in fields.items() if v}, "evidence": _quotes(quotes)})
    return records


def _places(event: Event) -> list[Record]:
    records = []
    for claim, quotes in _gathered(claims_of(event, "place"), lambda c: c.value.place.id or c.value.place.name):
        located = claim.value
        assert isinstance(located, Located)
        place = located.place
        fields = {
            "name": place.name, "lat": place.lat, "lon": place.lon, "country": place.country, "admin1": place.admin1,
            "precision": place.precision, "relation": place.relation, "id": place.id, "text": located.text,
        }  # fmt: skip
        records.append({**{k: v for k, v in fields.items() if v is not None}, "evidence": _quotes(quotes)})
    return records


def when_of(event: Event) -> tuple[Dated, tuple[Quote, ...]] | None:
    """The event's period: the finest claimed, a stated day before a statement's."""
    claims = [(c.value, c.evidence) for c in claims_of(event, "when") if isinstance(c.value, Dated)]
    if not claims:
        return None
    return min(
        claims, key=lambda c: (c[0].basis == "date of the statement", (c[0].period.end - c[0].period.start).days)
    )


def _when(event: Event) -> Record | None:
    found = when_of(event)
    if found is None:
        return None
    dated, quotes = found
    return {
        "start": dated.period.start.isoformat(), "end": dated.period.end.isoformat(),
        "precision": dated.period.precision,
        "basis": dated.basis, "text": dated.text, "evidence": _quotes(quotes),
    }  # fmt: skip


def _named(event: Event, name: str) -> list[Record]:
    records = []
    for claim, quotes in _gathered(claims_of(event, name), lambda c: c.value.name):
        assert isinstance(claim.value, Named)
        records.append({"name": claim.value.name, "text": claim.value.text, "evidence": _quotes(quotes)})
    return records


def _counts(event: Event, name: str) -> list[Record]:
    records = []
    for claim in claims_of(event, name):
        count = claim.value
        assert isinstance(count, Count)
        fields = {
            "low": count.low,
            "high": count.high,
            "approximate": count.approximate,
            "who": count.who,
            "voice": claim.voice.name,
        }
        records.append({**{k: v for k, v in fields.items() if v is not None}, "evidence": _quotes(claim.evidence)})
    return records


def voices(event: Event) -> list[Record]:
    """Everyone who tells that it happened, each once, with how the words came to the page."""
    records = []
    for claim, quotes in _gathered(claims_of(event, "occurrence"), lambda c: (c.voice.name, c.voice.stance)):
        records.append(voice_record(claim.voice, quotes))
    return records


def voice_record(voice: Voice, quotes: Sequence[Quote]) -> Record:
    """One voice, the words that name it, and the voice that passes it on."""
    fields: Record = {"name": voice.name, "kind": voice.kind, "stance": voice.stance, "text": voice.text}
    if voice.via is not None:
        fields["via"] = voice.via.name
    return {**{k: v for k, v in fields.items() if v}, "evidence": _quotes(voice.evidence or quotes)}


def as_json(record: Record) -> str:
    """The record on one line."""
    return msgspec.json.encode(record).decode()
