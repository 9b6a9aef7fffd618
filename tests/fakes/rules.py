"""Rules of drawing together with round weights, for tests of how they are applied and not of what they are."""

from __future__ import annotations

import msgspec

from dateline.knowledge.resolution import resolve_rules
from dateline.model.resolution import ResolveRules

_WEIGHTS = {
    "any two": -3.0,
    "one page": -2.0,
    "same place": 1.5,
    "places apart": -0.5,
    "places far apart": -4.0,
    "towns far apart": -4.0,
    "no place": -2.0,
    "place named": -1.0,
    "same outlet on another day": -1.0,
    "risen dead": 0.0,
    "risen injured": 0.0,
    "regions only": -1.0,
    "same day": 1.5,
    "other type": -1.0,
    "same mode": 0.5,
    "other mode": -4.0,
    "same actor": 1.0,
    "other actor": -3.0,
    "same recipient": 1.0,
    "other recipient": -1.0,
    "same dead": 3.0,
    "other dead": -1.5,
}


def plain_rules() -> ResolveRules:
    """The rules that ship, but for the weights: what is not named here weighs nothing."""
    rules = resolve_rules()
    return msgspec.structs.replace(rules, weights={name: _WEIGHTS.get(name, 0.0) for name in rules.weights})
