"""Days that a happening takes from the one told beside it: "the raid came four days after two men were shot"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import msgspec

from dateline.extract.telling import Gap, Telling
from dateline.model import Period, TimeMention


def dated_by_gaps(groups: Sequence[list[Telling]]) -> list[list[Telling]]:
    """The groups, those without a day that lie so many days from another of their sentence with the day of that."""
    return [_dated(group, groups) for group in groups]


def _dated(group: list[Telling], groups: Sequence[list[Telling]]) -> list[Telling]:
    at = next((i for i, t in enumerate(group) if t.gap is not None and not t.title), None)
    if at is None or any(t.times for t in group):
        return group
    first = group[at]
    assert first.gap is not None
    others = [g for g in groups if g is not group and any(t.sentence == first.sentence and not t.apart for t in g)]
    days = [m.period for g in others for t in g for m in t.times[:1] if _is_sure(m) and m.period is not None]
    if not days or any(d != days[0] for d in days):
        return group
    dated = msgspec.structs.replace(first, times=(_moved(days[0], first.gap),))
    return [*group[:at], dated, *group[at + 1 :]]


def _is_sure(mention: TimeMention) -> bool:
    """Whether it is a day that the page names, and none that was reckoned from another."""
    named = mention.basis == "stated" or mention.basis.endswith("publication")
    return named and mention.period is not None and mention.period.start == mention.period.end and not mention.since


def _moved(base: Period, gap: Gap) -> TimeMention:
    day = base.start + timedelta(days=gap.days)
    return TimeMention(
        start=gap.words.start, end=gap.words.end, exact=gap.words.exact, rule="so many days from another happening",
        type="DATE", value=day.isoformat(), period=Period(start=day, end=day, precision="day"),
        basis="relative to text",
    )  # fmt: skip
