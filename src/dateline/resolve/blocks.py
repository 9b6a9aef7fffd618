"""Keys under which accounts that may be of one happening meet, so that few pairs need comparing.

An account is stored under `kept_under` and finds others by `sought_under`. Whatever `compared` could find to be one
happening meets under some key: where it is, or a rare word that tells it. Those dated by long periods meet
only where their periods are equal. Keys are 64-bit integers, for storage.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dateline.model.account import Account
from dateline.model.resolution import ResolveRules
from dateline.resolve.account import FINE
from dateline.resolve.geography import around, cube

WEEK = 7
WIDE_KM = 1000.0
_FINE, _POINT, _INSIDE, _COUNTRY, _WATER, _WORD = "fine", "point", "inside", "country", "water", "word"


def kept_under(account: Account, *, rules: ResolveRules) -> frozenset[int]:
    """The keys under which the account is to be found; none where it has no day."""
    return _keys(account, set(_cells(account, rules)), slack=0, rules=rules)


def sought_under(account: Account, *, rules: ResolveRules) -> frozenset[int]:
    """The keys under which those that it may be one with are kept."""
    return _keys(account, set(_cells_in_reach(account, rules)), slack=rules.slack_days, rules=rules)


def _cells(account: Account, rules: ResolveRules) -> Iterator[str]:
    yield from (f"{_WORD} {word}" for word in account.telling)
    for scene in account.fine:
        yield f"{_FINE} {cube(scene, side=_side(rules))}"
        yield f"{_POINT} {cube(scene, side=WIDE_KM)}"
        if scene.country is not None:
            yield f"{_INSIDE} {scene.country}"
    for scene in account.coarse:
        if scene.country is not None:
            yield f"{_COUNTRY} {scene.country}"
        if scene.lat is not None:
            yield f"{_WATER if scene.precision == 'sea' else _POINT} {cube(scene, side=WIDE_KM)}"


def _cells_in_reach(account: Account, rules: ResolveRules) -> Iterator[str]:
    yield from (f"{_WORD} {word}" for word in account.telling)
    for scene in account.fine:
        yield from (f"{_FINE} {at}" for at in around(cube(scene, side=_side(rules))))
        yield from (f"{_WATER} {at}" for at in around(cube(scene, side=WIDE_KM)))
        if scene.country is not None:
            yield f"{_COUNTRY} {scene.country}"
    for scene in account.coarse:
        if scene.country is not None:
            yield f"{_INSIDE} {scene.country}"
            yield f"{_COUNTRY} {scene.country}"
        if scene.lat is not None:
            near = around(cube(scene, side=WIDE_KM))
            yield from (f"{_WATER} {at}" for at in near)
            if scene.precision == "sea":
                yield from (f"{_POINT} {at}" for at in near)


def _side(rules: ResolveRules) -> float:
    return max(rules.reach_km[precision] for precision in FINE)


def _keys(account: Account, cells: Iterable[str], *, slack: int, rules: ResolveRules) -> frozenset[int]:
    if account.first is None or account.last is None:
        return frozenset()
    family = rules.family(account.type).name
    if account.last - account.first >= rules.block_days:
        spans = [f"{account.first}-{account.last}"]
    else:
        spans = [str(week) for week in range((account.first - slack) // WEEK, (account.last + slack) // WEEK + 1)]
    return frozenset(_checksum(f"{family}\x1f{cell}\x1f{span}") for cell in cells for span in spans)


@lru_cache(maxsize=65536)
def _checksum(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)
