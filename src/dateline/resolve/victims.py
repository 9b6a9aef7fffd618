"""Whether sources contradict each other on what those were who were killed: fighters to one, civilians to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.model import Count, Party
from dateline.model.resolution import ResolveRules
from dateline.model.words import words
from dateline.resolve.statements import Statement

Sides = tuple[set[str], set[str]]


def otherwise(said: Sequence[Statement], *, rules: ResolveRules) -> bool:
    """Whether one house or voice names only fighters among those harmed, and another only people without arms.

    Who names both tells of a fight in which bystanders died, and contradicts neither.
    """
    kinds: dict[tuple[str, str], Sides] = defaultdict(lambda: (set(), set()))
    for statement in said:
        found = set(words(_named(statement)))
        fighters, unarmed = kinds[statement.speaker, statement.article]
        fighters |= found & rules.fighters
        unarmed |= found & rules.unarmed
    fought = [fighters for fighters, unarmed in kinds.values() if fighters and not unarmed]
    suffered = [unarmed for fighters, unarmed in kinds.values() if unarmed and not fighters]
    return bool(fought and suffered)


def _named(statement: Statement) -> str:
    """The words for whom it was done to, or whom a count counts."""
    value = statement.claim.value
    if isinstance(value, Count):
        return value.who or ""
    return value.name if isinstance(value, Party) else ""
