"""Names that stand in one list are of one kind: "Utah, Virginia, Washington and Wyoming", "Cooke and Love counties"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from dateline.model.gazetteer import Feature, GazetteerEntry, PlaceRules

_COMMA = re.compile(r"\s*[,;]\s+(?:the\s+)?")
_AND = re.compile(r",?\s+(?:and|or|&)\s+(?:(?:in|the)\s+){0,2}")
_WORD_AFTER = re.compile(r"\s+([a-z]+)\b")
_SHARE = 0.6
"""How much of a list must be of one kind at first sight for the rest to follow."""
_DIVIDED = frozenset(("admin1", "region"))


class Named(Protocol):
    """What a list needs of a name: where it stands and what it can mean."""

    @property
    def name_start(self) -> int: ...
    @property
    def name_end(self) -> int: ...
    @property
    def entries(self) -> tuple[GazetteerEntry, ...]: ...


def lists(text: str, found: Sequence[Named]) -> list[range]:
    """The indexes of names that commas and a last "and" join, three at least, or two by "and"."""
    made, first, joined = [], 0, False
    for index in range(1, len(found) + 1):
        between = text[found[index - 1].name_end : found[index].name_start] if index < len(found) else ""
        if index < len(found) and not joined and _COMMA.fullmatch(between):
            continue
        if index < len(found) and _AND.fullmatch(between):
            joined = True
            continue
        if joined:
            made.append(range(first, index))
        first, joined = index, False
    return made


def shared_feature(text: str, found: Sequence[Named], listed: range, rules: PlaceRules) -> Feature | None:
    """What a plural noun after a list says of all of it: "counties", "provinces"."""
    match = _WORD_AFTER.match(text, found[listed[-1]].name_end)
    return rules.features_plural.get(match.group(1)) if match else None


def of_one_kind(
    found: Sequence[Named], scores: Sequence[Mapping[str, float]], listed: Iterable[Sequence[int]]
) -> dict[int, frozenset[str]]:
    """By index, the ids of the readings that make all of its list countries, or divisions of one country.

    Only where most of a list of three is so at first sight, and every name in it can be.
    """
    alike: dict[int, frozenset[str]] = {}
    for members in listed:
        if len(members) < 3:
            continue
        tops = [max(found[i].entries, key=lambda e, i=i: scores[i][e.id]) for i in members]  # type: ignore[misc]
        group, count = Counter(_group(top) for top in tops).most_common(1)[0]
        if group is None or count < _SHARE * len(members):
            continue
        chosen = {i: frozenset(e.id for e in found[i].entries if _group(e) == group) for i in members}
        if all(chosen.values()):
            alike.update(chosen)
    return alike


def _group(entry: GazetteerEntry) -> str | None:
    """What its fellows in a list share: being countries, or first divisions of one country."""
    if entry.kind == "country":
        return "country"
    return entry.country if entry.kind in _DIVIDED and entry.path.count(".") == 1 else None
