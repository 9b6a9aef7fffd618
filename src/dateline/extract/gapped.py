"""One verb for what happened in two towns: "killed five people in Beni and three in Oicha"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from dateline.extract.parties import Found
from dateline.extract.scene import Scene
from dateline.extract.telling import Telling
from dateline.model import Count, Party, PlaceMention, quote

_FINE = ("town", "site", "area", "position")
_AND = re.compile(
    r",? and (?:(?:about|another|at least|nearly|over|some) )*(?P<who>[\w-]+(?: of)?(?: [a-z-]+){0,3}?) "
    r"(?:in|at|near|outside) (?:the (?:city|town|village) of )?"
)
_MANY = frozenset({"dozens", "hundreds", "scores", "thousands"})


def ungapped(scene: Scene, told: Sequence[Telling]) -> list[Telling]:
    """The tellings, one of two towns of which the second has a number of its own given as two."""
    return [part for telling in told for part in _parts(scene, telling)]


def _parts(scene: Scene, telling: Telling) -> Iterator[Telling]:
    towns = sorted((p for p in telling.places if p.place.precision in _FINE), key=lambda p: p.start)
    if len(towns) != 2 or towns[0].place == towns[1].place:
        yield telling
        return
    first, second = towns
    match = _AND.fullmatch(scene.text, first.end, second.start)
    who = None if match is None else _number(scene, match.start("who"), match.end("who"))
    if who is None:
        yield telling
        return
    yield msgspec.structs.replace(
        telling,
        places=tuple(p for p in telling.places if p is not second),
        recipients=tuple(r for r in telling.recipients if not first.end <= r.quote.start < second.start),
        tolls=tuple(t for t in telling.tolls if not first.end <= t.quote.start < second.start),
    )
    yield _second(scene, telling, second, first, who)


def _number(scene: Scene, start: int, end: int) -> Found | None:
    """The number of people that the words begin with, as a party; None where they begin with none."""
    head = next((i for i, t in enumerate(scene.tree.tokens) if t.start <= start < t.end), None)
    counted = any(q.start <= start < q.end for q in scene.quantities)
    counted = counted or (head is not None and scene.tree[head].pos == "NUM")
    if not counted and scene.text[start:end].split()[0].casefold() not in _MANY:
        return None
    words = quote(scene.text, start, end)
    return Found(party=Party(name=words.exact, text=words.exact), quote=words, kind="descriptor")


def _second(scene: Scene, telling: Telling, town: PlaceMention, before: PlaceMention, who: Found) -> Telling:
    """What happened in the second town: its number are they who did it, or to whom the like was done."""
    places = tuple(p for p in telling.places if p not in (before, town))
    counted = [q for q in scene.quantities if q.start <= who.quote.start < q.end]
    tolls = tuple(
        msgspec.structs.replace(
            t, quote=who.quote, count=Count(low=q.low, high=q.high, approximate=q.approximate, who=t.count.who)
        )
        for t in telling.tolls[:1]
        for q in counted[:1]
    )
    suffered = bool(telling.tolls)
    return msgspec.structs.replace(
        telling,
        position=who.quote.start,
        trigger=who.quote,
        places=(town, *places),
        tolls=tolls,
        actors=telling.actors if suffered else (who,),
        recipients=(who,) if suffered else (),
    )
