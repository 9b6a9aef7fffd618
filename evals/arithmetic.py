"""Shares, F1 and distances, as the public measures define them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

EARTH_KM = 6371.0


def share(right: Iterable[bool]) -> float:
    """The share of True; 0 where there is nothing."""
    listed = list(right)
    return sum(listed) / len(listed) if listed else 0.0


def f1(*, hits: float, gold: int, found: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hits / (gold + found) if hits else 0.0


def label_f1(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """F1 of each label that occurs as gold, over (gold, found) pairs."""
    gold, found = Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
    hits = Counter(g for g, f in pairs if g == f)
    return {label: f1(hits=hits[label], gold=gold[label], found=found[label]) for label in sorted(gold)}


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The plain mean of the labels' F1."""
    scores = label_f1(pairs)
    return sum(scores.values()) / len(scores) if scores else 0.0


def weighted_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean of the labels' F1, each weighted by its gold cases."""
    gold = Counter(g for g, _ in pairs)
    return sum(score * gold[label] for label, score in label_f1(pairs).items()) / len(pairs) if pairs else 0.0


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two (latitude, longitude) points in kilometres."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (a, b))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
