"""A lead that tells of several attacks as one ("in two strikes", "in three villages"), and the attacks after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.agreement import places_agree
from dateline.extract.setting import is_fine
from dateline.extract.telling import Telling

_NUMBER = r"(?:two|three|four|five|six|several|both|\d)"
_SEVERAL = re.compile(
    rf"\b{_NUMBER} (?:[a-z-]+ ){{0,2}}?"
    r"(?:towns|villages|cities|settlements|districts|strikes|attacks|raids|bombings)\b",
    re.IGNORECASE,
)


def parted(groups: Sequence[list[Telling]]) -> tuple[list[list[Telling]], list[Telling]]:
    """The groups without a lead of several attacks where the page tells two of them or more, each in a town of its
    own; who did it and when the lead says for all of them. And the tellings of such leads."""
    kept, sums = list(groups), list[Telling]()
    for lead in groups:
        parts = _parts(lead, groups)
        if len(parts) < 2:
            continue
        kept = [_with(lead, g) if any(g is p for p in parts) else g for g in kept if g is not lead]
        sums += lead
    return kept, sums


def _parts(lead: Sequence[Telling], groups: Sequence[list[Telling]]) -> list[list[Telling]]:
    told = [t for t in lead if not t.title]
    wide = bool(told) and not any(is_fine(p) for t in lead for p in t.places)
    if not wide or lead[0].type != "ASSAULT" or not _SEVERAL.search(told[0].evidence.exact):
        return []
    found: list[list[Telling]] = []
    for group in groups:
        body = [t for t in group if not t.title]
        towns = [p for t in body for p in t.places if is_fine(p)]
        later = all(0 < t.sentence - told[0].sentence <= REACH and t.modality == "actual" for t in body)
        if not body or not towns or not later or group[0].type != "ASSAULT" or any(t.apart or t.times for t in body):
            continue
        if all(places_agree(towns, [p for t in other for p in t.places if is_fine(p)]) is None for other in found):
            found.append(group)
    return found


REACH = 4
"""Sentences after the lead within which it goes through its parts."""


def _with(lead: Sequence[Telling], part: list[Telling]) -> list[Telling]:
    """The part with the lead's doers, weapons and day, each where it has none."""
    actors = next((t.actors for t in lead if t.actors), ())
    times = next((t.times for t in lead if t.times and not t.title), ())
    first = part[0]
    return [
        msgspec.structs.replace(
            first,
            actors=first.actors if any(t.actors for t in part) else actors,
            times=first.times if any(t.times for t in part) else times,
            weapons=first.weapons if any(t.weapons for t in part) else next((t.weapons for t in lead if t.weapons), ()),
        ),
        *part[1:],
    ]
