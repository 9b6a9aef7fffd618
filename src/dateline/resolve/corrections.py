"""What people corrected, set before what the sources say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Count, Finding, Judged, Toll
from dateline.model.resolution import ResolveRules
from dateline.resolve.statements import compatible

Found = dict[str, tuple[Finding, ...]]


def corrected(found: Found, judged: Iterable[Judged], *, rules: ResolveRules) -> Found:
    """The findings with corrected values first; those that say otherwise stand below, with all their claims."""
    result = dict(found)
    for judgement in _applied(judged):
        if judgement.field is None or judgement.value is None:
            continue
        value, below = judgement.value, result.get(judgement.field, ())
        agreeing = [f for f in below if compatible(f.value, value, rules=rules)]
        differing = [f for f in below if f not in agreeing]
        first = Finding(
            value=value,
            supporting=_claims(agreeing),
            dissenting=_claims(differing),
            voices=tuple(sorted({voice for f in agreeing for voice in f.voices})),
            judgement=judgement.id,
        )
        result[judgement.field] = (first, *(f for f in below if f.value != value))
    return result


def _claims(found: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(sorted({claim for finding in found for claim in finding.supporting}))


def _applied(judged: Iterable[Judged]) -> Iterable[Judged]:
    return (j for j in judged if j.verb == "correct" and j.effect == "applied")


def corrected_words(judged: Iterable[Judged]) -> Mapping[str, str]:
    """The corrected type and mode, by field."""
    return {j.field: j.word for j in _applied(judged) if j.field in ("type", "mode") and j.word is not None}


def corrected_toll(found: Sequence[Finding]) -> Toll | None:
    """The toll that a person set, or None where nobody did; what the sources say stays in the findings."""
    for finding in found:
        if finding.judgement is not None and isinstance(finding.value, Count):
            count = finding.value
            return Toll(low=count.low, best=count.low, high=count.low if count.high is None else count.high)
    return None
