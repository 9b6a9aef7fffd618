"""What all sources together say of each property: values, who supports them, who says otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Finding, Property
from dateline.model.resolution import ResolveRules
from dateline.resolve.dissent import Against
from dateline.resolve.statements import Said, Statement, value_key

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
        return (_finding(said, None),)
    against = Against(said, rules)
    ranked = sorted(values, key=lambda value: (*_rank(values[value]), value))
    return tuple(_finding(values[value], against) for value in ranked)


def _rank(supporting: Sequence[Statement]) -> tuple[int, int, int]:
    """Most speakers first, then most claims, then what is told of first."""
    earliest = min((quote.start for s in supporting for quote in s.claim.evidence), default=0)
    return -len(speakers(supporting)), -len(supporting), earliest


def _finding(supporting: Sequence[Statement], against: Against | None) -> Finding:
    first = min(supporting, key=lambda s: s.claim.id)
    dissenting = [] if against is None else against.dissenting(supporting)
    return Finding(
        value=first.claim.value,
        supporting=tuple(sorted(s.claim.id for s in supporting)),
        dissenting=tuple(sorted(s.claim.id for s in dissenting)),
        voices=tuple(sorted({s.claim.voice.name for s in supporting})),
    )


def speakers(said: Sequence[Statement]) -> frozenset[str]:
    """Who says it, each once."""
    return frozenset(s.speaker for s in said)


def disputed(found: dict[str, tuple[Finding, ...]]) -> bool:
    """Whether sources contradict each other on what matters."""
    return any(finding.dissenting for name in DISPUTABLE for finding in found.get(name, ()))
