"""resolution.toml → `ResolveRules`."""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from dateline.errors import InvalidKnowledge
from dateline.knowledge.files import DATA, rows, toml
from dateline.knowledge.quantities import load_quantities
from dateline.model.actors_table import alias_key
from dateline.model.resolution import Family, ResolveRules
from dateline.model.words import words

FILE = "resolution.toml"
COUNTS = "word_counts.csv"
DAYS = ("slack_days", "undated_days", "statement_days", "close_days", "block_days", "latest_days")


@lru_cache(maxsize=1)
def resolve_rules() -> ResolveRules:
    """The rules compiled from the file that ships; raises InvalidKnowledge naming what is wrong."""
    data = toml(FILE)
    digest = hashlib.sha256(
        (DATA / FILE).read_bytes() + (DATA / COUNTS).read_bytes() + repr((parents(), bearers(), rebels())).encode()
    ).hexdigest()[:12]
    try:
        return compiled(data, version=f"{data['version']}-{digest}")
    except (KeyError, TypeError, msgspec.ValidationError) as error:
        raise InvalidKnowledge(item=FILE, expected="all its tables and values", found=str(error)) from error


def compiled(data: dict[str, Any], *, version: str) -> ResolveRules:
    """The rules in the parsed file; raises KeyError or ValidationError where one is missing or of another kind."""
    time, parties, copies = data["time"], data["parties"], data["copies"]
    sentences = data["words"]["sentences"]
    counts = {row["word"]: int(row["sentences"]) for row in rows(COUNTS)}
    rarity = {word: math.log(sentences / count) ** 2 for word, count in counts.items()}
    words = {**data["words"], "counts": counts, "rarity": rarity, "rarest": math.log(sentences) ** 2}
    speakers = data["speakers"]
    institution = {word: name for name, listed in speakers["institution"].items() for word in listed}
    fields = {
        "version": version,
        "families": [msgspec.convert(entry, Family) for entry in data["family"]],
        "modalities": tuple(frozenset(group) for group in data["modalities"].values()),
        "reach_km": {name: float(km) for name, km in data["reach_km"].items()},
        **{name: time[name] for name in DAYS},
        "parents": parents(),
        "state_sectors": frozenset(parties["state_sectors"]),
        "anybody": frozenset(parties["anybody"]),
        "ground": frozenset(parties["ground"]),
        **{name: frozenset(parties[name]) for name in ("fighters", "unarmed")},
        "weights": {name: float(weight) for name, weight in data["weights"].items()},
        "worst": float(data["groups"]["worst"]),
        "story": float(data["stories"]["likeness"]),
        **{name: parties[name] for name in ("least_toll", "telling_toll", "most_risen")},
        "copy_likeness": float(copies["likeness"]),
        "copy_words": copies["words"],
        **{f"edited_{name}": float(copies[f"edited_{name}"]) for name in ("likeness", "words", "share")},
        "words": words,
        "numbers": {**_numbers(), "before": data["words"]["before_numbers"]},
        "speakers": {
            **{name: speakers[name] for name in ("nobody", "said", "belonging", "bodies", "of_many", "organs")},
            "of_states": [*speakers["of_states"], *nations()],
            "parties": bearers(),
            "rebels": rebels(),
            "institution": institution,
        },
    }
    return msgspec.convert(fields, ResolveRules)


def _numbers() -> dict[str, Any]:
    quantities = load_quantities()
    rest = {name: getattr(quantities, name) for name in ("multipliers", "months", "uncounted")}
    return {"numerals": quantities.numbers, **rest}


def nations() -> frozenset[str]:
    """The folded names of states and their peoples that are one word: "sudan", "sudanese"."""
    named = [row["name"] for row in rows("actors/states.csv")]
    named += [row["demonym"] for row in rows("parties/demonyms.csv")]
    return frozenset(alias_key(name) for name in named if " " not in name)


@lru_cache(maxsize=1)
def bearers() -> dict[str, str]:
    """The words of a name → the actor that alone bears it, as the tables of actors have it; states are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in _actors():
        if row["kind"] != "state":
            for name in (row["name"], *filter(None, row["aliases"].split("|"))):
                found[" ".join(words(name))].add(row["id"])
    return {name: min(ids) for name, ids in found.items() if len(ids) == 1}


@lru_cache(maxsize=1)
def rebels() -> dict[str, str]:
    """Id of a rebel group → that of the group or alliance of rebels that it belongs to in the end, or its own."""
    listed = {row["id"] for row in _actors() if row["sector"] == "REB"}

    def top(id_: str) -> str:
        parent = parents().get(id_)
        return id_ if parent is None or parent not in listed else top(parent)

    return {id_: top(id_) for id_ in listed}


def _actors() -> Iterator[dict[str, str]]:
    tables = sorted(file.name for file in (DATA / "actors").iterdir() if file.name.endswith(".csv"))
    return (row for name in tables for row in rows(f"actors/{name}"))


@lru_cache(maxsize=1)
def parents() -> dict[str, str]:
    """Actor id → id of the actor that it belongs to, as the tables of actors have it; states are left out."""
    found = [(row["id"], row.get("parent")) for row in _actors()]
    return {id_: parent for id_, parent in found if parent and not parent.startswith("state:")}
