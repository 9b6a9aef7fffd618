"""Event* → Incident*: one happening across articles, with what its sources agree on and dispute."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.model import (
    Article,
    Dated,
    Event,
    Finding,
    Incident,
    Independent,
    Located,
    Modality,
    Period,
    Property,
    Reported,
    Standing,
)
from dateline.model.account import Account, Wording
from dateline.model.judgement import NO_RULINGS, Rulings
from dateline.model.resolution import ResolveRules
from dateline.resolve.account import FINE, STATEMENT, account, article_wording
from dateline.resolve.clusters import Drawn, clusters
from dateline.resolve.copies import NO_MEDIA, copies, independent, is_medium, is_organ, outlet_key, passed_on
from dateline.resolve.corrections import corrected, corrected_toll, corrected_words
from dateline.resolve.findings import disputed, findings
from dateline.resolve.foremost import doers, sufferers
from dateline.resolve.speakers import is_nobody, speakers
from dateline.resolve.statements import Statement, statements
from dateline.resolve.tolls import toll
from dateline.resolve.victims import otherwise
from dateline.resolve.withdrawn import withdrawn

_PLAINNESS: tuple[Modality, ...] = (
    "actual", "ongoing", "historical", "planned", "threatened", "requested", "negated", "hypothetical",
)  # fmt: skip


HARMED: tuple[Property, ...] = ("recipient", "killed", "injured")
"""Properties that say whom it was done to."""
Told = tuple[Event, Article]


def incidents(
    events: Iterable[tuple[Event, Article]],
    *,
    rules: ResolveRules,
    rulings: Rulings = NO_RULINGS,
) -> tuple[Incident, ...]:
    """The incidents that the events tell of, by id; the order of the events changes nothing."""
    told = {event.id: (event, article) for event, article in events}
    wordings: dict[str, Wording] = {}
    for _, article in told.values():
        if article.id not in wordings:
            wordings[article.id] = article_wording(article, rules=rules)
    made = [account(e, a, rules=rules, story=wordings[a.id]) for e, a in told.values() if e.id not in rulings.rejected]
    return drawn_up(told.values(), clusters(made, rules=rules, rulings=rulings), rules=rules, rulings=rulings)


def drawn_up(
    events: Iterable[Told], groups: Iterable[Drawn], *, rules: ResolveRules, rulings: Rulings
) -> tuple[Incident, ...]:
    """The incidents of groups of accounts, by id; `events` holds at least those of the groups."""
    told = {event.id: (event, article) for event, article in events}
    found = [_incident([told[a.event] for a in group.accounts], group, rules, rulings) for group in groups]
    return tuple(sorted(found, key=lambda incident: incident.id))


def _incident(told: Sequence[Told], group: Drawn, rules: ResolveRules, rulings: Rulings) -> Incident:
    """One incident of the events, which are in the order of their ids."""
    by_id = {article.id: article for _, article in told}
    articles = list(by_id.values())
    copied = copies(articles, rules=rules) if len(articles) > 1 else {}
    origins = {copy: by_id[original] for copy, original in copied.items()}
    said = statements(told, origins=origins, rules=rules)
    judged = tuple({j.id: j for e, _ in told for j in rulings.on.get(e.id, ())}.values())
    sourced = findings(said, rules=rules)
    found, words = corrected(sourced, judged, rules=rules), corrected_words(judged)
    passed = passed_on(told, rules=rules)
    outlets = independent(articles, copied=copied, passed=passed)
    voices = _voices(told, rules)
    gone = withdrawn(told, copied=copied, passed=passed)
    harmed = [s for name in HARMED for s in said.get(name, ()) if s.article not in gone]
    contested = all(e.type == "ASSAULT" for e, _ in told) and otherwise(harmed, rules=rules)
    standing = _standing(
        [a for a in group.accounts if a.article not in gone], outlets, contested=contested or disputed(sourced)
    )
    left = [e for e, a in told if a.id not in gone] or [e for e, _ in told]
    anchor = min(told, key=_age)[0].id
    tolls = {
        name: corrected_toll(found.get(name, ())) or toll(_standing_by(said.get(name, ()), gone), rules=rules)
        for name in ("killed", "injured", "missing", "detained")
    }
    return Incident(
        id=identity(anchor),
        anchor=anchor,
        type=words.get("type") or _commonest([e.type for e, _ in told]) or told[0][0].type,
        mode=words.get("mode") or _commonest([e.mode for e, _ in told]),
        modality=min((e.modality for e in left), key=_PLAINNESS.index),
        standing=standing,
        when=_when(found.get("when", ())),
        places=_ordered(found.get("place", ())),
        actors=doers(found.get("actor", ()), rules=rules),
        recipients=sufferers(
            found.get("recipient", ()),
            places=found.get("place", ()),
            rules=rules,
            harmed=all(event.type == "ASSAULT" for event, _ in told),
        ),
        killed=tolls["killed"],
        injured=tolls["injured"],
        missing=tolls["missing"],
        detained=tolls["detained"],
        independent=Independent(outlets=outlets, voices=len(voices)),
        findings=found,
        articles=tuple(sorted((_reported(a, copied) for a in articles), key=lambda r: (r.published or "9999", r.id))),
        events=tuple(e.id for e, _ in told),
        links=group.links,
        judgements=judged,
    )


def _voices(told: Sequence[Told], rules: ResolveRules) -> frozenset[str]:
    """The speakers other than media, each once, whatever they are called; an organ of a party speaks as its owner."""
    media = {outlet_key(a.outlet.name) for _, a in told if a.outlet is not None}
    spoke = {(c.voice.name, c.voice.kind) for e, _ in told for c in e.claims if c.voice.kind not in ("outlet", "media")}
    known = rules.speakers
    people = {name for name, kind in spoke if kind in NO_MEDIA or not is_medium(name, media, rules=known)}
    named = {name for name in people if not is_nobody(name, rules=known)}
    organs = {a.outlet.owner or a.outlet.name for e, a in told if a.outlet is not None and _is_own_word(e, a, rules)}
    return frozenset(speakers(named | organs, rules=known).values())


def _is_own_word(event: Event, article: Article, rules: ResolveRules) -> bool:
    """Whether a party to conflicts tells it by an outlet of its own."""
    return is_organ(article, rules=rules) and any(c.voice.kind == "outlet" for c in event.claims)


def _age(told: Told) -> tuple[str, str]:
    """Earliest publication first, then by event id; those without a date last."""
    event, article = told
    return (article.published.period.start.isoformat() if article.published is not None else "9999", event.id)


def identity(event: str) -> str:
    """The id of the incident whose earliest published event, of equals the first by id, is this one."""
    return hashlib.sha256(f"incident\x1f{event}".encode()).hexdigest()[:16]


def _commonest(values: Sequence[str | None]) -> str | None:
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _standing_by(said: Sequence[Statement], gone: frozenset[str]) -> list[Statement]:
    """What is said and not taken back: neither in a report that was, nor in the words that take it back."""
    if not gone:
        return list(said)
    return [
        s
        for s in said
        if s.article not in gone and (s.claim.voice.kind != "outlet" or s.claim.voice.stance != "denies")
    ]


def _standing(group: Sequence[Account], outlets: int, *, contested: bool) -> Standing:
    """What the accounts come to, of which those that were taken back are left out."""
    if all(a.denied and a.modality == "negated" for a in group):
        return "denied"
    if contested or any(a.denied for a in group):
        return "disputed"
    return "corroborated" if outlets > 1 else "single"


def _when(found: Sequence[Finding]) -> Period | None:
    """The period that most claims allow, the shortest where they tie; the day of a statement only without another.

    A claim allows what lies within its own period: of "in the night to the 12th" and "on the 12th" the day is taken.
    """
    dated = [(f, f.value) for f in found if isinstance(f.value, Dated)]
    if not dated:
        return None

    def allowed(period: Period) -> int:
        return sum(len(f.supporting) for f, v in dated if v.period.start <= period.start and period.end <= v.period.end)

    _, best = min(
        dated,
        key=lambda pair: (
            pair[0].judgement is None,
            pair[1].basis == STATEMENT,
            -allowed(pair[1].period),
            (pair[1].period.end - pair[1].period.start).days,
            -len(pair[0].supporting),
            pair[1].period.start,
        ),
    )
    return best.period


def _ordered(found: Sequence[Finding]) -> tuple[Located, ...]:
    """The places, those that a person set first, and then those with a point worth measuring from."""
    located = [(f, f.value) for f in found if isinstance(f.value, Located)]
    located.sort(key=lambda pair: (pair[0].judgement is None, pair[1].place.precision not in FINE))
    return tuple(value for _, value in located)


def _reported(article: Article, copied: dict[str, str]) -> Reported:
    return Reported(
        id=article.id,
        source=article.source,
        outlet=article.outlet.name if article.outlet is not None else None,
        title=article.title,
        published=article.published.period.start.isoformat() if article.published is not None else None,
        copy_of=copied.get(article.id),
    )
