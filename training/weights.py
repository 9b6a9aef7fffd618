"""Fits the weights of evidence in resolution.toml: `python -m training.weights` prints them as lines of that table.

Pairs of reports that meet are compared by the product itself; a pair is of one happening where the gold of `stories/`
says so. Beside these stand, each at a small share, pairs that are known or all but known to be apart: pages of
`airwars_gaza` (one incident each), and reports of `ukraine_news` and `iran_news` without a rare word and with hardly
any word in common. Logistic regression by projected gradient: weights keep to bounds that sense gives, since the pairs
of the stories are the hard ones. The weight of one outlet on one day is then lowered so that real pages stay apart.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import numpy as np
from evals.frame import REPOSITORY, data_folder, rows_of
from evals.reads import read_paths, read_row
from evals.stories import collection, mentions

from dateline.knowledge.resolution import resolve_rules
from dateline.model import Article, Event, Issue
from dateline.model.account import Account
from dateline.resolve.account import account
from dateline.resolve.clusters import candidates
from dateline.resolve.comparison import compared

BOUNDS = {
    "same actor": (0.3, 2.0),
    "other actor": (-4.0, -0.8),
    "same recipient": (0.1, 2.0),
    "other recipient": (-2.0, -0.3),
    "period": (-3.0, -0.1),
    "no day": (-3.0, -0.5),
    "one without a day": (-3.0, -0.2),
    "regions only": (-4.0, -1.0),
    "same region": (-1.0, 0.2),
    "places far apart": (-5.0, -1.0),
    "words of the articles": (0.5, 6.0),
    "no place": (-3.0, -0.2),
    "place within a region": (-1.0, 0.4),
    "places apart": (-4.0, -0.3),
    "next day": (-4.0, -0.5),
    "other mode": (-4.0, -0.3),
    "other type": (-4.0, -0.5),
    "one page": (-2.0, -2.0),
    "same outlet": (-4.0, -0.5),
    "same place": (0.5, 4.0),
    "same day": (0.5, 4.0),
    "rare words": (0.5, 6.0),
    "words of the passages": (2.0, 9.0),
    "one act": (0.3, 4.0),
    "same dead": (0.1, 3.0),
    "same injured": (0.1, 3.0),
    "same mode": (0.1, 2.0),
    "place without a point": (-2.0, 0.3),
    "same outlet of two days": (-6.0, -2.0),
    "same outlet on another day": (-4.0, -0.3),
    "place named": (-0.5, 2.0),
    "place in the opening": (-0.5, 1.0),
    "same dead and injured": (0.1, 3.0),
    "same number": (0.1, 1.5),
    "same outlet looking back": (-2.0, -0.3),
    "risen dead": (-3.0, 0.0),
    "risen injured": (-3.0, 0.0),
    "other partners": (-2.5, -2.0),
}
ANY = (-6.0, 6.0)
SHARES = {"airwars_gaza": 0.4, "news": 0.5}
RIDGE = 0.5
STEPS = 6000
HARDLY = 0.15
"""Likeness of passages below which reports without a rare word in common are taken to be apart."""
OUTLET = -0.8
Told = list[tuple[Event, Article]]
Label = Callable[[Account, Account], bool | None]


class Pairs(NamedTuple):
    """Strengths of evidence, one row a pair, and whether each is of one happening."""

    evidence: Any
    one: Any


def pairs(told: Told, label: Label, *, hardly: float | None = None) -> Pairs:
    """The pairs of two pages that meet and have a label; with `hardly` those without rare words, and less alike."""
    rules = resolve_rules()
    names = sorted(rules.weights)
    bare = dict.fromkeys(names, 1.0)
    accounts = sorted((account(event, article, rules=rules) for event, article in told), key=lambda a: a.event)
    plain = _with_weights(bare)
    found, labels = [], []
    for one, other in candidates(accounts, rules=rules):
        same = None if accounts[one].article == accounts[other].article else label(accounts[one], accounts[other])
        comparison = None if same is None else compared(accounts[one], accounts[other], rules=plain)
        if comparison is None:
            continue
        strengths = dict(comparison.reasons)
        alike = strengths["words of the passages"] >= (hardly or 0.0) or strengths["rare words"] > 0
        if hardly is None or not alike:
            found.append([strengths.get(name, 0.0) for name in names])
            labels.append(float(bool(same)))
    return Pairs(np.array(found).reshape(-1, len(names)), np.array(labels))


def _with_weights(weights: dict[str, float]) -> Any:
    import msgspec

    return msgspec.structs.replace(resolve_rules(), weights=weights)


def gathered() -> list[tuple[Pairs, float]]:
    """All pairs with the share at which they count; public sets only where they are present."""
    held = collection(REPOSITORY / "stories")
    happening = {event: m[1] for m, event in mentions(held, resolve_rules()).items() if event is not None}

    def told_of(one: Account, other: Account) -> bool | None:
        if one.event not in happening or other.event not in happening:
            return None
        return happening[one.event] == happening[other.event]

    found = [(pairs(list(held.told), told_of), 1.0)]
    folder = data_folder()
    if folder is None:
        print("no data folder: fitted on the stories alone", file=sys.stderr)
        return found
    paths = [folder / row["page"] for row in rows_of(folder / "airwars_gaza.jsonl")]
    found.append((pairs(_told(read_paths(paths)), _apart), SHARES["airwars_gaza"]))
    for name in ("ukraine_news", "iran_news"):
        readings = (read_row(row) for row in rows_of(folder / f"{name}.dev.jsonl"))
        found.append((pairs(_told(readings), _apart, hardly=HARDLY), SHARES["news"]))
    return found


def _told(readings: Iterable[Any]) -> Told:
    return [(event, r.article) for r in readings if not isinstance(r, Issue) for event in r.events]


def _apart(_one: Account, _other: Account) -> bool | None:
    return False


def fitted(held: list[tuple[Pairs, float]], names: list[str]) -> dict[str, float]:
    """The weights within their bounds that make the labels likeliest."""
    evidence = np.vstack([p.evidence for p, _ in held])
    labels = np.concatenate([p.one for p, _ in held])
    shares = np.concatenate([np.full(len(p.one), share) for p, share in held])
    low, high = (np.array([BOUNDS.get(name, ANY)[end] for name in names]) for end in (0, 1))
    weights = np.clip(np.zeros(len(names)), low, high)
    step = 4.0 / (np.linalg.norm(evidence * np.sqrt(shares)[:, None], 2) ** 2 + RIDGE)
    ahead, pace = weights, 1.0
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-(evidence @ ahead)))
        slope = evidence.T @ (shares * (likely - labels)) + RIDGE * ahead
        moved = np.clip(ahead - step * slope, low, high)
        faster = (1 + np.sqrt(1 + 4 * pace**2)) / 2
        ahead, weights, pace = moved + (pace - 1) / faster * (moved - weights), moved, faster
    return dict(zip(names, weights.tolist(), strict=True))


def main() -> int:
    """Print the weights, and what they get right, on standard error."""
    names = sorted(resolve_rules().weights)
    held = gathered()
    weights = fitted(held, names)
    for (found, _), name in zip(held, ("stories", "airwars_gaza", "ukraine_news", "iran_news"), strict=False):
        said = found.evidence @ np.array([weights[n] for n in names]) > 0
        print(f"{name}: {len(said):,} pairs, {np.mean(said == (found.one > 0)):.3f} right", file=sys.stderr)
    weights["same outlet"] += OUTLET
    print("\n".join(f'"{name}" = {weights[name]:.2f}' for name in names))
    return 0


if __name__ == "__main__":
    sys.exit(main())
