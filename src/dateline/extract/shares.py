"""A toll that its sentence shares out among towns: "killed nine, four in a mill at Goma and five in Bukavu"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from dateline.extract.parties import Found
from dateline.extract.repeated import NUMBERS
from dateline.extract.scene import Scene
from dateline.extract.telling import Telling
from dateline.extract.tolls import Toll
from dateline.model import Count, Party, PlaceMention, Quote, quote
from dateline.model.record import Record

_FINE = ("town", "site", "area", "position")
_SHARE = re.compile(
    rf"(?:[,;:]|\s[–—-]|\band\b)\s*(?:(?:and|including|among them|of whom|with|another)\s+){{0,2}}"
    rf"(?P<who>(?P<number>\d+|{'|'.join(n for n in NUMBERS if n != 'a')})\b(?: (?!and\b)[\w’'-]+){{0,7}}?)"
    rf" (?:in|at|near|outside)(?: [\w’'-]+){{0,6}}? ?$",
    re.IGNORECASE,
)
"""How a share ends right before the name of its town."""


class Share(Record, frozen=True, kw_only=True):
    """So many of the toll, in one town."""

    count: int
    words: Quote
    town: PlaceMention


def shared_out(scene: Scene, told: Sequence[Telling]) -> list[Telling]:
    """The tellings, one whose toll is shared out among towns given as one for each town.

    The shares must come to the toll, so that nothing is left over and no number is of anything else.
    """
    return [part for telling in told for part in _parts(scene, telling)]


def _parts(scene: Scene, telling: Telling) -> Iterator[Telling]:
    toll = next((t for t in telling.tolls if t.count.low == t.count.high), None)
    shares = _shares(scene, toll) if toll is not None else []
    if toll is None or len(shares) < 2 or sum(s.count for s in shares) != toll.count.low:
        yield telling
        return
    towns = {s.town.place for s in shares}
    if len(towns) < len(shares):
        yield telling
        return
    wide = tuple(p for p in telling.places if p.place not in towns and p.end <= shares[0].words.start)
    inside = range(shares[0].words.start, shares[-1].town.end)
    whole = tuple(r for r in telling.recipients if r.quote.start not in inside)
    for share in shares:
        who = Found(party=Party(name=share.words.exact, text=share.words.exact), quote=share.words, kind="descriptor")
        count = Count(low=share.count, high=share.count, who=toll.count.who)
        yield msgspec.structs.replace(
            telling,
            position=share.words.start,
            trigger=share.words,
            share=share.words,
            share_of=toll.count.low,
            places=(share.town, *wide),
            recipients=whole or (who,),
            tolls=(msgspec.structs.replace(toll, quote=share.words, count=count),),
        )


def _shares(scene: Scene, toll: Toll) -> list[Share]:
    """The shares behind the toll, one for each town that follows it in the sentence."""
    end = scene.sentence.end
    towns = [p for p in scene.places if toll.quote.end <= p.start < end and p.place.precision in _FINE]
    found: list[Share] = []
    for before, town in pairwise((None, *towns)):
        assert town is not None
        start = toll.quote.end if before is None else before.end
        match = _SHARE.search(scene.text, start, town.start)
        if match is None:
            continue
        count = NUMBERS.get(match["number"].casefold())
        number = int(match["number"]) if count is None else count
        found.append(Share(count=number, words=quote(scene.text, match.start("who"), match.end("who")), town=town))
    return found
