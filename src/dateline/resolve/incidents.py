"""Event* → Incident*: one happening across articles, with what its sources agree on and dispute."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from dateline.model import (
    Article,
    Dated,
    Event,
    Finding,
    Incident,
    Independent,
    Located,
    Modality,
    Party,
    Period,
    Reported,
    Standing,
)
from dateline.model.resolution import ResolveRules
from dateline.resolve.account import FINE, Account, account, alias_key
from dateline.resolve.clusters import clusters
from dateline.resolve.copies import copies, independent
from dateline.resolve.findings import disputed, findings
from dateline.resolve.statements import statements
from dateline.resolve.tolls import toll

_PLAINNESS: tuple[Modality, ...] = (
    "actual", "ongoing", "historical", "planned", "threatened", "requested", "negated", "hypothetical",
)  # fmt: skip


def incidents(events: Iterable[tuple[Event, Article]], *, rules: ResolveRules) -> tuple[Incident, ...]:
    """The incidents that the events tell of, by id; the order of the events changes nothing."""
    accounts = [account(event, article, rules=rules) for event, article in events]
    found = [_incident(group, rules) for group in clusters(accounts, rules=rules)]
    return tuple(sorted(found, key=lambda incident: incident.id))


def _incident(group: Sequence[Account], rules: ResolveRules) -> Incident:
    """One incident of the accounts, which are in the order of their ids."""
    by_id = {a.article.id: a.article for a in group}
    articles = list(by_id.values())
    copied = copies(articles, rules=rules) if len(articles) > 1 else {}
    origins = {copy: by_id[original] for copy, original in copied.items()}
    said = statements(group, origins=origins)
    found = findings(said, rules=rules)
    outlets = independent(articles, copied=copied)
    voices = {alias_key(c.voice.name) for a in group for c in a.event.claims if c.voice.kind != "outlet"}
    return Incident(
        id=identity(group[0].event.id),
        type=_commonest([a.event.type for a in group]) or group[0].event.type,
        mode=_commonest([a.event.mode for a in group]),
        modality=min((a.event.modality for a in group), key=_PLAINNESS.index),
        standing=_standing(group, found, outlets),
        when=_when(found.get("when", ())),
        places=tuple(sorted(_values(found, "place", Located), key=_coarseness)),
        actors=_values(found, "actor", Party),
        recipients=_values(found, "recipient", Party),
        killed=toll(said.get("killed", ()), rules=rules),
        injured=toll(said.get("injured", ()), rules=rules),
        missing=toll(said.get("missing", ()), rules=rules),
        detained=toll(said.get("detained", ()), rules=rules),
        independent=Independent(outlets=outlets, voices=len(voices)),
        findings=found,
        articles=tuple(sorted((_reported(a, copied) for a in articles), key=lambda r: (r.published or "9999", r.id))),
        events=tuple(a.event.id for a in group),
    )


def identity(event: str) -> str:
    """The id of the incident whose first event, by id, is this one."""
    return hashlib.sha256(f"incident\x1f{event}".encode()).hexdigest()[:16]


def _commonest(values: Sequence[str | None]) -> str | None:
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _standing(group: Sequence[Account], found: dict[str, tuple[Finding, ...]], outlets: int) -> Standing:
    if all(a.denied and a.event.modality == "negated" for a in group):
        return "denied"
    if disputed(found) or any(a.denied for a in group):
        return "disputed"
    return "corroborated" if outlets > 1 else "single"


def _when(found: Sequence[Finding]) -> Period | None:
    """The best supported period, the shortest where they tie; the day of a statement only where there is no other."""
    dated = [(f, f.value) for f in found if isinstance(f.value, Dated)]
    if not dated:
        return None
    _, best = min(
        dated,
        key=lambda pair: (
            pair[1].basis == "date of the statement",
            -len(pair[0].supporting),
            (pair[1].period.end - pair[1].period.start).days,
            pair[1].period.start,
        ),
    )
    return best.period


T = TypeVar("T", Located, Party)


def _values(found: dict[str, tuple[Finding, ...]], name: str, kind: type[T]) -> tuple[T, ...]:
    return tuple(f.value for f in found.get(name, ()) if isinstance(f.value, kind))


def _coarseness(located: Located) -> bool:
    return located.place.precision not in FINE


def _reported(article: Article, copied: dict[str, str]) -> Reported:
    return Reported(
        id=article.id,
        source=article.source,
        outlet=article.outlet.name if article.outlet is not None else None,
        title=article.title,
        published=article.published.period.start.isoformat() if article.published is not None else None,
        copy_of=copied.get(article.id),
    )
