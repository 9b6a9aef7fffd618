"""Keys under which accounts that may be of one happening meet, so that few pairs need comparing.

An account is stored under `kept_under` and finds others by `sought_under`. Whatever `compared` could find to be one
happening meets under some key: where it is, a rare word or a telling number, a town of one that the other's opening
names, or where neither has a town a weighty word. A place that is known by name alone meets all of its country. Those
dated by long periods meet only where their periods are equal. Keys are 64-bit integers, for storage: the checksum of a
place or word, then the time, so that those of one place and of days that follow each other stand together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dateline.model.account import Account, Wording
from dateline.model.resolution import ResolveRules
from dateline.resolve.account import FINE
from dateline.resolve.geography import around, cube
from dateline.resolve.wording import checksums

WEEK = 7
DAYS = 4
"""Days from which a period is found by weeks and no longer by days."""
_DAY, _WEEKS, _SHORT, _ITSELF = range(4)
WIDE_KM = 1000.0
_NUMBER, _TIME, _HALF = 22, 24, 1 << 63
"""Bits of a key that tell the day or week, and with what is counted; half of what 64 bits hold."""
_FINE, _POINT, _INSIDE, _COUNTRY, _WATER = "fine", "point", "inside", "country", "water"
_WORD, _TOWN, _ABOUT, _COUNT, _TOLD = "word", "town", "about", "count", "told"
TOPICS = 3
"""Words of an opening by which a town that it names is met."""
PLACELESS = 2
"""Words of its sentences by which an account at no town is met by others at none."""


def kept_under(account: Account, *, rules: ResolveRules) -> frozenset[int]:
    """The keys under which the account is to be found; none where it has no day."""
    spans = _spans(account, slack=0, rules=rules)
    if _is_short(account):
        spans += _weeks(account, slack=0, of=_SHORT)
    return _keys(account, _cells(account, rules), spans, rules)


def sought_under(account: Account, *, rules: ResolveRules) -> frozenset[int]:
    """The keys under which those that it may be one with are kept."""
    slack = rules.slack_days
    spans = _spans(account, slack=slack, rules=rules)
    if account.first is not None and not _is_long(account, rules):
        spans += _weeks(account, slack=slack, of=_WEEKS if _is_short(account) else _SHORT)
    return _keys(account, _cells_in_reach(account, rules), spans, rules)


def _spans(account: Account, *, slack: int, rules: ResolveRules) -> list[int]:
    """Days for a short period, weeks for a longer one, and for a very long one itself."""
    if account.first is None or account.last is None:
        return []
    if _is_long(account, rules):
        return [_time(_ITSELF, _checksum(f"{account.first}-{account.last}"))]
    if _is_short(account):
        return [_time(_DAY, day) for day in range(account.first - slack, account.last + slack + 1)]
    return _weeks(account, slack=slack, of=_WEEKS)


def _weeks(account: Account, *, slack: int, of: int) -> list[int]:
    """The weeks that the period touches, as those of accounts of short or of longer periods."""
    assert account.first is not None
    assert account.last is not None
    return [_time(of, week) for week in range((account.first - slack) // WEEK, (account.last + slack) // WEEK + 1)]


def _time(kind: int, number: int) -> int:
    return kind << _NUMBER | number & ((1 << _NUMBER) - 1)


def _is_short(account: Account) -> bool:
    return account.first is not None and account.last is not None and account.last - account.first < DAYS


def _is_long(account: Account, rules: ResolveRules) -> bool:
    return account.first is not None and account.last is not None and account.last - account.first >= rules.block_days


def _cells(account: Account, rules: ResolveRules) -> Iterator[str]:
    yield from _alike(account, rules)
    yield from (f"{_ABOUT} {word}" for word in _topics(account))
    yield from (f"{_TOWN} {word}" for word in _towns(account))
    for scene in account.fine:
        if scene.lat is not None:
            yield f"{_FINE} {cube(scene, side=_side(rules))}"
            yield f"{_POINT} {cube(scene, side=WIDE_KM)}"
        if scene.country is not None:
            yield f"{_INSIDE} {scene.country}"
            if scene.lat is None:
                yield f"{_COUNTRY} {scene.country}"
    for scene in account.coarse:
        if scene.country is not None:
            yield f"{_COUNTRY} {scene.country}"
        if scene.lat is not None:
            yield f"{_WATER if scene.precision == 'sea' else _POINT} {cube(scene, side=WIDE_KM)}"


def _cells_in_reach(account: Account, rules: ResolveRules) -> Iterator[str]:
    yield from _alike(account, rules)
    yield from (f"{_ABOUT} {word}" for word in _towns(account))
    yield from (f"{_TOWN} {word}" for word in _topics(account))
    for scene in account.fine:
        if scene.lat is not None:
            yield from (f"{_FINE} {at}" for at in around(cube(scene, side=_side(rules))))
            yield from (f"{_WATER} {at}" for at in around(cube(scene, side=WIDE_KM)))
        if scene.country is not None:
            yield f"{_COUNTRY} {scene.country}"
            if scene.lat is None:
                yield f"{_INSIDE} {scene.country}"
    for scene in account.coarse:
        if scene.country is not None:
            yield f"{_INSIDE} {scene.country}"
            yield f"{_COUNTRY} {scene.country}"
        if scene.lat is not None:
            near = around(cube(scene, side=WIDE_KM))
            yield from (f"{_WATER} {at}" for at in near)
            if scene.precision == "sea":
                yield from (f"{_POINT} {at}" for at in near)


def _alike(account: Account, rules: ResolveRules) -> Iterator[str]:
    """Rare words of its sentences, those of its towns, and telling numbers: under these it is kept and sought alike.

    Where it has no town, the weightiest words of its sentences, rare or not.
    """
    yield from (f"{_WORD} {word}" for word in {*account.telling, *_towns(account)})
    yield from (f"{_COUNT} {number}" for number in account.numbers if number >= rules.telling_toll)
    if not account.fine:
        yield from (f"{_TOLD} {word}" for word in _weightiest(account.passage, PLACELESS))


def _towns(account: Account) -> set[int]:
    """The words of the names of its towns."""
    return {word for scene in account.fine for word in checksums(scene.name)}


def _topics(account: Account) -> list[int]:
    """The weightiest words of the title and opening, in which a town may be named."""
    return _weightiest(account.story, TOPICS)


def _weightiest(wording: Wording, most: int) -> list[int]:
    return sorted(wording, key=lambda word: (-wording[word], word))[:most]


def _side(rules: ResolveRules) -> float:
    return max(rules.reach_km[precision] for precision in FINE)


def _keys(account: Account, cells: Iterable[str], times: Sequence[int], rules: ResolveRules) -> frozenset[int]:
    family = rules.family(account.type).name
    wheres = [_checksum(f"{family}\x1f{cell}") >> _TIME << _TIME for cell in cells]
    return frozenset((where | time) - _HALF for where in wheres for time in times)


@lru_cache(maxsize=65536)
def _checksum(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big")
