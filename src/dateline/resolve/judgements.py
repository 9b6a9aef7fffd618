"""What people's judgements come to: which events are one happening, which are not, and what is corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import product

from dateline.model import Count, Event
from dateline.model.judgement import Anchor, Judged, Judgement, Rulings
from dateline.model.resolution import ResolveRules
from dateline.resolve.statements import compatible

Find = Callable[[Anchor], str | None]
"""The id of the event that an anchor now means, or None where there is none."""
Pair = tuple[str, str]


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that nobody took back, in the order of time; an `undo` that is undone takes nothing back."""
    ordered = sorted(judgements, key=lambda j: (j.at, j.id))
    undone: set[str] = set()
    for judgement in reversed(ordered):
        if judgement.verb == "undo" and judgement.undoes is not None and judgement.id not in undone:
            undone.add(judgement.undoes)
    return [j for j in ordered if j.id not in undone and j.verb != "undo"]


def anchored(anchor: Anchor, events: Sequence[Event]) -> str | None:
    """The event, of those of the anchor's page, that it means: by id, else the same type told in the same words."""
    for event in events:
        if event.id == anchor.event:
            return event.id
    fitting = [e for e in events if e.type == anchor.type and any(q.exact == anchor.words for q in e.evidence)]
    return min(fitting, key=lambda e: e.id).id if fitting else None


def rulings(judgements: Iterable[Judgement], *, find: Find, rules: ResolveRules) -> Rulings:
    """What the standing judgements come to. Where two contradict each other neither is applied, and both say so."""
    listed = standing(judgements)
    events = {j.id: [e for a in j.anchors if (e := find(a)) is not None] for j in listed}
    others = {j.id: [e for a in j.others if (e := find(a)) is not None] for j in listed}
    conflicts = _conflicts(listed, events, others, rules)
    applied = [j for j in listed if j.id not in conflicts and events[j.id]]
    shown: dict[str, list[Judged]] = defaultdict(list)
    for judgement in listed:
        wide = judgement.verb in ("merge", "split")
        for event in (*events[judgement.id], *others[judgement.id]) if wide else events[judgement.id][:1]:
            shown[event].append(_judged(judgement, conflicts))
    return Rulings(
        together=tuple(frozenset(g) for g in _merged((*events[j.id], *others[j.id]) for j in applied if _joins(j))),
        apart=frozenset(p for j in applied if j.verb == "split" for p in _pairs(events[j.id], others[j.id])),
        rejected=frozenset(e for j in applied if j.verb == "reject" for e in events[j.id]),
        on={event: tuple(found) for event, found in shown.items()},
        lost=tuple(j.id for j in listed if not events[j.id]),
    )


def _joins(judgement: Judgement) -> bool:
    return judgement.verb == "merge"


def _judged(judgement: Judgement, conflicts: dict[str, set[str]]) -> Judged:
    against = tuple(sorted(conflicts.get(judgement.id, ())))
    return Judged(
        id=judgement.id,
        verb=judgement.verb,
        author=judgement.author,
        at=judgement.at.isoformat(timespec="seconds"),
        effect="in conflict" if against else "applied",
        field=judgement.field,
        value=judgement.value,
        word=judgement.word,
        text=judgement.text,
        against=against,
    )


def _pairs(one: Iterable[str], other: Iterable[str]) -> set[Pair]:
    return {(a, b) if a < b else (b, a) for a, b in product(one, other) if a != b}


def _merged(groups: Iterable[Iterable[str]]) -> list[set[str]]:
    """The groups, drawn together where they share a member."""
    found: list[set[str]] = []
    for group in groups:
        members = set(group)
        apart = [g for g in found if not g & members]
        found = [*apart, members.union(*(g for g in found if g & members))]
    return [group for group in found if len(group) > 1]


def _conflicts(
    listed: Sequence[Judgement], events: dict[str, list[str]], others: dict[str, list[str]], rules: ResolveRules
) -> dict[str, set[str]]:
    """Judgement → those that it contradicts: a merge of what another splits, and two corrections of one value."""
    found: dict[str, set[str]] = defaultdict(set)
    merges = [j for j in listed if j.verb == "merge"]
    for group in _merged((*events[j.id], *others[j.id]) for j in merges):
        joining = [j for j in merges if set(events[j.id]) & group]
        for split in (j for j in listed if j.verb == "split"):
            if any(a in group and b in group for a, b in _pairs(events[split.id], others[split.id])):
                for merge in joining:
                    found[merge.id].add(split.id)
                    found[split.id].add(merge.id)
    corrections = [j for j in listed if j.verb == "correct"]
    for number, one in enumerate(corrections):
        for other in corrections[number + 1 :]:
            if _contradict(one, other, rules) and set(events[one.id]) & set(events[other.id]):
                found[one.id].add(other.id)
                found[other.id].add(one.id)
    return found


def _contradict(one: Judgement, other: Judgement, rules: ResolveRules) -> bool:
    """Whether two corrections of one field cannot both stand."""
    if one.field != other.field:
        return False
    if one.value is None or other.value is None:
        return one.word != other.word
    if isinstance(one.value, Count) or isinstance(other.value, Count):
        return one.value != other.value
    return not compatible(one.value, other.value, rules=rules)
