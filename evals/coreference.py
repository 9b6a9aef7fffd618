"""Figures for clusterings of the same items: B³, MUC, CEAF-e and their mean, CoNLL F1.

A clustering is given as item → label. Definitions: Bagga and Baldwin 1998 (B³), Vilain et al. 1995 (MUC), Luo 2005
(CEAF).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

Clustering = Mapping[Any, str]


class Figures(NamedTuple):
    """Precision, recall and F1, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


def figures(precision: float, recall: float) -> Figures:
    """With the harmonic mean of the two."""
    both = precision + recall
    return Figures(precision, recall, 2 * precision * recall / both if both else 0.0)


def b_cubed(found: Clustering, gold: Clustering) -> Figures:
    """The mean over items of the share of their cluster that is right, and of the right ones that are in it."""
    sizes, wanted = Counter(found.values()), Counter(gold.values())
    together = Counter((found[item], gold[item]) for item in gold)
    precision = sum(n * n / sizes[label] for (label, _), n in together.items()) / len(gold)
    recall = sum(n * n / wanted[label] for (_, label), n in together.items()) / len(gold)
    return figures(precision, recall)


def muc(found: Clustering, gold: Clustering) -> Figures:
    """The share of links that one clustering needs and the other has."""
    return figures(_links(found, gold), _links(gold, found))


def _links(one: Clustering, other: Clustering) -> float:
    """How much of the links within the clusters of `one` is in `other`."""
    parts: dict[str, set[str]] = defaultdict(set)
    sizes: Counter[str] = Counter()
    for item, label in one.items():
        parts[label].add(other[item])
        sizes[label] += 1
    needed = sum(size - 1 for size in sizes.values())
    return sum(sizes[label] - len(parts[label]) for label in sizes) / needed if needed else 1.0


def ceaf(found: Clustering, gold: Clustering) -> Figures:
    """How well clusters match one to one at best, by the share of their items that two have in common."""
    columns, rows = sorted(set(found.values())), sorted(set(gold.values()))
    likeness = np.zeros((len(rows), len(columns)))
    row, column = {r: n for n, r in enumerate(rows)}, {c: n for n, c in enumerate(columns)}
    sizes, wanted = Counter(found.values()), Counter(gold.values())
    for item in gold:
        likeness[row[gold[item]], column[found[item]]] += 1
    likeness *= 2 / (np.array([wanted[r] for r in rows])[:, None] + np.array([sizes[c] for c in columns])[None, :])
    total = best_matching(likeness)
    return figures(total / len(columns), total / len(rows))


def best_matching(worth: Any) -> float:
    """The greatest sum of entries of a matrix, no two in one row or column."""
    return float(sum(worth[row, column] for row, column in best_pairs(worth)))


def best_pairs(worth: Any) -> list[tuple[int, int]]:
    """The rows and columns of the entries that come to it, by row (shortest augmenting paths)."""
    cost = -worth if worth.shape[0] <= worth.shape[1] else -worth.T
    rows, columns = cost.shape
    up, down = np.zeros(rows + 1), np.zeros(columns + 1)
    holder = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        holder[0], at = row, 0
        least, before, used = (
            np.full(columns + 1, np.inf),
            np.zeros(columns + 1, dtype=int),
            np.zeros(columns + 1, bool),
        )
        while holder[at]:
            used[at] = True
            slack = cost[holder[at] - 1] - up[holder[at]] - down[1:]
            better = ~used[1:] & (slack < least[1:])
            least[1:][better], before[1:][better] = slack[better], at
            nearest = 1 + int(np.argmin(np.where(used[1:], np.inf, least[1:])))
            step = least[nearest]
            up[holder[used]] += step
            down[used] -= step
            least[~used] -= step
            at = nearest
        while at:
            holder[at] = holder[before[at]]
            at = before[at]
    pairs = [(int(holder[c]) - 1, c - 1) for c in range(1, columns + 1) if holder[c]]
    return sorted(pairs if worth.shape[0] <= worth.shape[1] else [(column, row) for row, column in pairs])


def conll(found: Clustering, gold: Clustering) -> float:
    """The mean F1 of MUC, B³ and CEAF-e."""
    return (muc(found, gold).f1 + b_cubed(found, gold).f1 + ceaf(found, gold).f1) / 3
