"""What all sources together say of each property: values, who supports them, who says otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Count, Finding, Property
from dateline.model.resolution import ResolveRules
from dateline.resolve.statements import Said, Statement, compatible, value_key

PROPERTIES: tuple[Property, ...] = (
    "occurrence", "actor", "recipient", "place", "when", "weapon", "killed", "injured", "missing", "detained",
)  # fmt: skip
DISPUTABLE: tuple[Property, ...] = ("occurrence", "actor", "killed", "injured", "missing", "detained")
"""Properties on which dissent makes an incident disputed."""


def findings(said: Said, *, rules: ResolveRules) -> dict[str, tuple[Finding, ...]]:
    """The findings of every property that any claim speaks of, the best supported first."""
    return {name: _findings(said[name], rules) for name in PROPERTIES if name in said}


def _findings(said: Sequence[Statement], rules: ResolveRules) -> tuple[Finding, ...]:
    values: dict[str, list[Statement]] = {}
    for statement in said:
        values.setdefault(value_key(statement.claim.value), []).append(statement)
    if len(values) == 1:
        return (_finding(said, (), rules),)
    ranked = sorted(values, key=lambda value: (*_rank(values[value]), value))
    return tuple(_finding(values[value], said, rules) for value in ranked)


def _rank(supporting: Sequence[Statement]) -> tuple[int, int, int]:
    """Most speakers first, then most claims, then what is told of first."""
    earliest = min((quote.start for s in supporting for quote in s.claim.evidence), default=0)
    return -len(speakers(supporting)), -len(supporting), earliest


def _finding(supporting: Sequence[Statement], said: Sequence[Statement], rules: ResolveRules) -> Finding:
    first = min(supporting, key=lambda s: s.claim.id)
    against = [s for s in said if _dissents(s, supporting, said, rules)]
    return Finding(
        value=first.claim.value,
        supporting=tuple(sorted(s.claim.id for s in supporting)),
        dissenting=tuple(sorted(s.claim.id for s in against)),
        voices=tuple(sorted({s.claim.voice.name for s in supporting})),
    )


def speakers(said: Sequence[Statement]) -> frozenset[str]:
    """Who says it, each once."""
    return frozenset(s.speaker for s in said)


def _dissents(one: Statement, supporting: Sequence[Statement], said: Sequence[Statement], rules: ResolveRules) -> bool:
    """Whether `one` says otherwise than all who support a value: nothing its speaker says there goes with theirs."""
    if one in supporting:
        return False
    mine = [s.claim.value for s in said if (s.speaker, s.article) == (one.speaker, one.article)]
    return all(
        not any(compatible(value, other.claim.value, rules=rules) for value in mine) and not _updates(one, other)
        for other in supporting
    )


def _updates(one: Statement, other: Statement) -> bool:
    """Whether two counts may be one toll that rose with time, and no dispute: the higher one came later, or may have.

    Voices of different kinds, such as a ministry and witnesses, are in dispute whenever they speak.
    """
    if not isinstance(one.claim.value, Count) or not isinstance(other.claim.value, Count):
        return False
    if one.named and other.named and one.claim.voice.kind != other.claim.voice.kind:
        return False
    if one.speaker == other.speaker and one.article == other.article:
        return True
    earlier, later = sorted((one, other), key=lambda s: s.claim.value.low if isinstance(s.claim.value, Count) else 0)
    return earlier.published is None or later.published is None or earlier.published < later.published


def disputed(found: dict[str, tuple[Finding, ...]]) -> bool:
    """Whether sources contradict each other on what matters."""
    return any(finding.dissenting for name in DISPUTABLE for finding in found.get(name, ()))
