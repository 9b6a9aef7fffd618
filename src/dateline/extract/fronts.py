"""The country in which lies most of what a page tells: of all its deeds, or of one state's attacks on another's own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from dateline.extract.likeness import HAPPENED
from dateline.extract.setting import Front, Setting
from dateline.extract.telling import Telling
from dateline.model import PlaceMention

MAIN, SHARE = 3, 0.75
"""How many places, and what part of them, make a country that of most of what a page tells."""


def main_land(places: Sequence[PlaceMention]) -> str | None:
    """The code of the country in which lie most of the places."""
    return _most(Counter(p.place.country for p in places if p.place.country))


def _most(counts: Counter[str]) -> str | None:
    code, number = counts.most_common(1)[0] if counts else (None, 0)
    return code if number >= max(MAIN, SHARE * counts.total()) else None


def fronts(groups: Sequence[Sequence[Telling]]) -> Mapping[Front, str]:
    """Of whose attacks on whom the page says often enough that they lay in one country, and in which."""
    counts: dict[Front, Counter[str]] = defaultdict(Counter)
    for telling in (t for g in groups for t in g):
        lands = {p.place.country for p in (*telling.places, *telling.ground)} - {None}
        if not lands or telling.type != "ASSAULT" or telling.modality not in HAPPENED:
            continue
        for front in _fronts(telling):
            counts[front].update(land for land in lands if land is not None)
    found = {front: _most(lands) for front, lands in counts.items()}
    return {front: land for front, land in found.items() if land is not None}


def _fronts(telling: Telling) -> list[Front]:
    """Each country of a doer with that of those it befell, where these are of one."""
    doers, victims = (sorted({p.party.country or "" for p in s} - {""}) for s in (telling.actors, telling.recipients))
    return [(doer, victims[0]) for doer in doers if doer != victims[0]] if len(victims) == 1 else []


_AFLOAT = re.compile(
    r"\b(?:boat|carrier|cargo|convoy|corvette|destroyer|drone|fleet|frigate|layer|minelayer|missile|navy|ship|"
    r"submarine|tanker|tug|vessel|warship)s?\b(?! (?:base|depot|factory|facility|launcher|plant|site|storage))",
    re.IGNORECASE,
)
"""What is met at sea or in the air, wherever its state lies."""


def front_of(telling: Telling, scene: Setting) -> tuple[PlaceMention, ...]:
    """ "X also hit Y's depots", where X's attacks on Y's own lay in Y: the country in which nearly all of them did."""
    if telling.type != "ASSAULT" or telling.modality not in HAPPENED or telling.apart or not scene.fronts:
        return ()
    codes = {scene.fronts.get(front) for front in _fronts(telling)}
    land = scene.lands.get(next(iter(codes)) or "") if len(codes) == 1 else None
    if land is None or any(_is_elsewhere(r.quote.exact, land, scene) for r in telling.recipients):
        return ()
    return (land,)


def _is_elsewhere(words: str, land: PlaceMention, scene: Setting) -> bool:
    """Whether the words for whom it befell name something afloat, or another country."""
    others = (m.exact for code, m in scene.lands.items() if code != land.place.country)
    return _AFLOAT.search(words) is not None or any(other in words for other in others)
