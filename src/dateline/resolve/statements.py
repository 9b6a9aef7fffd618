"""Claims with who makes them and when, the form in which sources are set against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dateline.model import Article, Claim, Count, Dated, Event, Located, Named, Occurrence, Party, Value
from dateline.model.mention import VoiceKind
from dateline.model.record import Record
from dateline.model.resolution import ResolveRules
from dateline.resolve.account import alias_key, party_keys, scene
from dateline.resolve.copies import house, is_organ
from dateline.resolve.geography import nearness
from dateline.resolve.speakers import speakers


class Statement(Record, frozen=True, kw_only=True):
    """One claim, the voice behind it, and the day on which it was published."""

    claim: Claim
    article: str
    speaker: str
    """The named voice, or the house that tells it in its own words."""
    named: bool
    """Whether a voice other than the outlet speaks, or the outlet for a party that owns it."""
    kind: VoiceKind
    """What kind of voice it is; an organ of a party is of that party."""
    published: date | None


Said = Mapping[str, Sequence[Statement]]
"""Statements by the property that they speak of."""


def statements(told: Sequence[tuple[Event, Article]], *, origins: Mapping[str, Article], rules: ResolveRules) -> Said:
    """What is said of each property, by event and in the order of the claims.

    What a copy says is said by the article in `origins` that it was copied from, on the day of that one.
    """
    names = {c.voice.name for event, _ in told for c in event.claims if c.voice.kind != "outlet"}
    known = speakers(names, rules=rules.speakers)
    found: dict[str, list[Statement]] = {}
    for event, article in told:
        origin = origins.get(article.id, article)
        for claim in event.claims:
            made = _statement(claim, origin, in_article=article.id, known=known, organ=is_organ(origin, rules=rules))
            found.setdefault(claim.property, []).append(made)
    return found


def _statement(claim: Claim, origin: Article, *, in_article: str, known: Mapping[str, str], organ: bool) -> Statement:
    named = claim.voice.kind != "outlet"
    return Statement(
        claim=claim,
        article=in_article,
        speaker=known[claim.voice.name] if named else house(origin),
        named=named or organ,
        kind="party" if organ and not named else claim.voice.kind,
        published=origin.published.period.start if origin.published is not None else None,
    )


def value_key(value: Value) -> str:
    """What makes two claims state one value: the entry or number, not the words."""
    if isinstance(value, Party):
        return value.id or alias_key(value.name)
    if isinstance(value, Located):
        return value.place.id or alias_key(value.place.name)
    if isinstance(value, Dated):
        return f"{value.period.start}/{value.period.end}"
    if isinstance(value, Count):
        return f"{value.low}-{'' if value.high is None else value.high}"
    if isinstance(value, Occurrence):
        return "denied" if value.modality == "negated" else "happened"
    return alias_key(value.name)


def compatible(one: Value, other: Value, *, rules: ResolveRules) -> bool:
    """Whether both can be true: equal, or one less exact than the other."""
    if isinstance(one, Party) and isinstance(other, Party):
        vague = (one.id is None and one.country is None) or (other.id is None and other.country is None)
        part = rules.is_part(one.id, other.id) or rules.is_part(other.id, one.id)
        return vague or part or bool(party_keys(one, rules=rules) & party_keys(other, rules=rules))
    if isinstance(one, Located) and isinstance(other, Located):
        return nearness((scene(one),), (scene(other),), reach=rules.reach_km) is not None
    if isinstance(one, Dated) and isinstance(other, Dated):
        gap = max(one.period.start, other.period.start) - min(one.period.end, other.period.end)
        return gap.days <= rules.slack_days
    if isinstance(one, Count) and isinstance(other, Count):
        return not (_below(one, other) or _below(other, one)) or _of_others(one, other)
    if isinstance(one, Named) and isinstance(other, Named):
        return True
    return value_key(one) == value_key(other)


def _below(one: Count, other: Count) -> bool:
    return one.high is not None and one.high < other.low


def _of_others(one: Count, other: Count) -> bool:
    """Whether they count different people: both say whom, in different words."""
    return one.who is not None and other.who is not None and alias_key(one.who) != alias_key(other.who)
