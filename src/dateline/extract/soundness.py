"""Whether a group of tellings says enough to be an event, and did not happen long ago, only in part, or to no one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dateline.extract.agreement import SHORT_DAYS, is_count, is_total, period_of, span_days
from dateline.extract.likeness import HAPPENED
from dateline.extract.parties import Found
from dateline.extract.telling import Telling
from dateline.model import Period


def too_thin(group: Sequence[Telling], published: date | None) -> str | None:
    """Why the group is no event: hypothetical, or nothing is said of it but a word."""
    vouched = any(t.vouched for t in group)
    if not (vouched or any(_is_told_of(t) for t in group)) and all(t.frames[0].content and not t.actors for t in group):
        return "no one says it"
    if group[0].type in _SAID and not vouched and not any(t.actors for t in group):
        return "no one says it"
    if all(_is_use(t) for t in group):
        return "what arms are good for"
    if all(t.modality == "hypothetical" for t in group):
        return "hypothetical"
    if published is not None and (why := _is_history(group, published)) is not None:
        return why
    if all(t.modality == "planned" and t.modality_why.startswith("to ") for t in group):
        return "only what something was for"
    if all(t.modality == "negated" for t in group) and not any(_is_denial(t) for t in group):
        return "said not to have happened, by no one who denies it"
    deadly = any(t.tolls and not all(f.background for f in t.frames) for t in group)  # "invaded Y and killed nine"
    wide = not deadly and all(t.frames[0].background for t in group)
    if wide and not any(t.asserted and _has_day(t) for t in group):
        return "a war or campaign, not a happening"
    if published is not None and _lies_ahead(group, published):
        return "still ahead"
    if all(t.mode == "convict" and not t.places and _is_of_no_one(t) for t in group):
        return "a verdict, on nobody who is told"
    circumstances = [any(t.actors for t in group), any(t.recipients for t in group), any(t.places for t in group),
                     any(t.times for t in group), any(t.tolls for t in group)]  # fmt: skip
    if group[0].frames[0].mutual and any(len(t.actors) > 1 for t in group):  # "after her talks with Y"
        circumstances.append(True)
    asserted = any(t.asserted for t in group)
    if sum(circumstances) == 0 and not vouched:
        return "nothing is said of it"
    taken = all(t.mode == "seize" and not t.asserted and not t.actors and not t.times for t in group)
    if taken and not vouched and not any(_is_denial(t) for t in group):
        return "only a mention"  # "since the annexation of Y": by nobody named, at no time
    if sum(circumstances) < 2 and not asserted and not vouched:
        return "only a mention"
    named = any(a.party.id or a.kind == "person" or _is_office(a) for t in group for a in t.actors)
    named = named or (group[0].type == "PROTEST" and any(a.kind != "object" for t in group for a in t.actors))
    met = group[0].type == "CONSULT" and sum(circumstances) > 1  # "the two leaders are due to meet in Lima on Friday"
    faced = any(t.recipients and t.modality_why.casefold().startswith("fac") for t in group)  # "faces deportation"
    met = met or (group[0].type == "COERCE" and faced)
    if not met and group[0].modality not in HAPPENED | {"negated"} and not group[0].frames[0].content and not named:
        return "not told as having happened, by no one named"
    return None


def _is_told_of(telling: Telling) -> bool:
    """ "He had been threatened, his brother said": a threat to somebody of which another tells, by whomever."""
    threatened = telling.type == "THREATEN" and telling.asserted and bool(telling.recipients and telling.times)
    return threatened and telling.voice is not None


def _is_use(telling: Telling) -> bool:
    """ "the missiles can be used to hit ships": what arms are good for, where nobody but the page says so."""
    threat = telling.type == "THREATEN" and telling.modality_why in ("may", "might", "could", "can", "cannot")
    return threat and not telling.actors and (telling.voice is None or telling.voice.kind == "outlet")


_SAID = frozenset({"AGREE", "CONCEDE"})
"""Types that what is ahead amounts to: somebody says that it will be."""


def _lies_ahead(group: Sequence[Telling], published: date) -> bool:
    """ "before a summit next week": named only, and of a day after the page's own."""
    days = [p.start for t in group if (p := period_of(t)) is not None]
    told = any(t.asserted for t in group) or group[0].modality not in HAPPENED
    return bool(days) and min(days) > published and not told


_NO_ONE = frozenset({"man", "woman", "person", "people", "court", "tribunal", "judge"})


def _is_of_no_one(telling: Telling) -> bool:
    """ "convicted a man", "whom a court sentenced": verdicts that the page only mentions."""
    told = [*telling.recipients, *telling.actors]
    return bool(told) and all(p.party.name.casefold().split()[-1] in _NO_ONE and not p.party.id for p in told)


def _is_office(found: Found) -> bool:
    """ "the Defence Ministry": a body called by a name, though the table has none for it."""
    return found.kind != "object" and any(w[:1].isupper() for w in found.party.text.split()[1:])


OLD_DAYS, VAGUE_DAYS, SEASON_DAYS, MONTH_DAYS = 730, 90, 100, 31


def _is_pinned(group: Sequence[Telling]) -> bool:
    """Whether it is told in a clause of its own, of a town: a happening of its time, though long ago."""
    fine = ("town", "site", "area", "position")
    return any(
        t.asserted and (any(p.place.precision in fine for p in t.places) or _HERE.search(t.evidence.exact))
        for t in group
    )


_HERE = re.compile(
    r"\b(?:in|at|on|near|of)\s+(?:this|(?:the|that)(?:\s+same)?)\s+"
    r"(?:town|city|village|hamlet|station|airport|port|base|camp|square|market|hospital|school|road|bridge|prison|mosque|church)\b"
)
""" "on a platform of the same station": a place that the page has named."""


def _is_remembered(group: Sequence[Telling], periods: Sequence[Period]) -> bool:
    """ "In December 2011 at least 16 people were killed in the town": a day or month, a town and a toll of its own."""
    return min(span_days(p) for p in periods) <= MONTH_DAYS and _is_pinned(group) and any(t.tolls for t in group)


def _is_history(group: Sequence[Telling], published: date) -> str | None:
    """Why the group is background: long past, or some time past and told by month or year alone."""
    periods = [p for t in group if (p := period_of(t)) is not None]
    since = any(t.times[0].since for t in group if t.times)
    spoken = group[0].frames[0].content  # days in what somebody threatens or asks are not those of the words
    late = group[0].mode in (
        "release",
        "convict",
    )  # "freed a man whom they had taken in May", "sentenced for a raid in May"
    if not periods and not since and not (spoken or late) and all(t.nearby for t in group):
        periods = [p for t in group for p in t.nearby]
    if _is_total_of_war(group, published):
        return "the total of a war or season"
    if not periods or since:
        return None
    whole = all(is_count(t) and not any(p.place.precision in ("town", "site") for p in t.places) for t in group)
    if whole and min(span_days(p) for p in periods) > SEASON_DAYS:
        return "the total of a year or season"
    age = (published - max(p.end for p in periods)).days
    if age > OLD_DAYS and not _is_remembered(group, periods):
        return "history, not news"
    if age > VAGUE_DAYS and min(span_days(p) for p in periods) > SHORT_DAYS and not _is_pinned(group):
        return "background, told by month or year"
    return None


def _is_total_of_war(group: Sequence[Telling], published: date) -> bool:
    """Whether it only says how many have been killed since a war began that is not of these weeks."""
    summing = {t.sentence for t in group if is_total(t)}
    only = bool(summing) and all(not t.actors and (t.sentence in summing or is_count(t)) for t in group)
    begun = [p.start for t in group if (p := period_of(t)) is not None]
    return only and (not begun or (published - min(begun)).days > SEASON_DAYS)


def _is_denial(telling: Telling) -> bool:
    """Whether someone denies it, or it is told as foiled."""
    denied = telling.voice is not None and telling.voice.stance == "denies"
    flat = (
        telling.type == "ASSAULT"
        and telling.modality_why in ("not", "n't", "n’t")
        and bool(telling.actors and telling.recipients)
    )
    denied = denied or flat
    return denied or telling.modality_why.casefold() in _FOILED


_FOILED = frozenset(
    [
        "deny",
        "denied",
        "denies",
        "disrupt",
        "disrupted",
        "foil",
        "foiled",
        "thwart",
        "thwarted",
        "avert",
        "averted",
        "prevent",
        "prevented",
        "stop",
        "stopped",
        "halt",
        "halted",
        "fake",
        "fabricated",
        "failed",
        "debunked",
        "aborted",
        "attempted",
    ]
)


def _has_day(telling: Telling) -> bool:
    period = period_of(telling)
    return period is not None and span_days(period) <= SHORT_DAYS
