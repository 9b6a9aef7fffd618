"""Places against geowebnews, lgl and geovirus: toponyms given, and found and right.

`score(rows)` takes rows with `text` and `toponyms` (begin, end, text, lat, lon; `type` in geowebnews alone).
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from dateline.annotate.places import document_places, resolve_places
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.knowledge.places import load_place_rules
from dateline.model.gazetteer import PlaceRules
from dateline.model.mention import PlaceMention
from dateline.ports import Gazetteer

NEAR_KM = 161.0
"""A hundred miles, the customary limit of this measure."""
_LITERAL = frozenset(("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"))
_COUNTED = frozenset((*_LITERAL, "Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit"))
Row = dict[str, Any]


class PlaceScore(NamedTuple):
    """Shares, and the cases they rest on."""

    given: float
    """Toponyms given: share within 161 km of the gold point; unresolved is wrong, without a GeoNames id left aside."""
    given_cases: int
    precision: float
    recall: float
    f1: float
    """Found and right: the span overlaps a gold one and lies within 161 km of it."""
    found_cases: int
    misses: tuple[dict[str, Any], ...]


def score(rows: Iterable[Row], *, gazetteer: Gazetteer | None = None, rules: PlaceRules | None = None) -> PlaceScore:
    """How the place annotator does on these rows."""
    places = gazetteer or open_gazetteer()
    vocabulary = rules or load_place_rules()
    misses: list[dict[str, Any]] = []
    given = right = 0
    hits = literal = found = 0
    for row in rows:
        gold = _gold(row)
        spans = [(t["begin"], t["end"]) for t in gold]
        resolved = resolve_places(row["text"], spans=spans, gazetteer=places, rules=vocabulary)
        for toponym in (t for t in gold if t.get("geonameid", "none asked")):
            given += 1
            mention = _overlapping(resolved, toponym)
            if mention is not None and _near(mention, toponym):
                right += 1
            else:
                misses.append(_miss("given", row, toponym, mention))
        mentions = document_places(row["text"], blocks=_blocks(row["text"]), gazetteer=places, rules=vocabulary)
        for toponym in gold:
            if toponym.get("type", "Literal") in _LITERAL:
                literal += 1
                mention = _overlapping(mentions, toponym)
                hits += mention is not None and _near(mention, toponym)
                if mention is None:
                    misses.append(_miss("not found", row, toponym, None))
        judged = [m for m in mentions if not _excused(m, row, gold)]
        found += len(judged)
        for mention in judged:
            if not any(t["begin"] < mention.end and mention.start < t["end"] for t in gold):
                misses.append(_miss("spurious", row, None, mention))
    precision, recall = hits / found if found else 0.0, hits / literal if literal else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return PlaceScore(right / given if given else 0.0, given, precision, recall, f1, literal, tuple(misses))


def _gold(row: Row) -> list[Row]:
    """Toponyms with a point, whose offsets hold, of the types that name places."""
    return [
        t
        for t in row["toponyms"]
        if t["lat"] not in (None, "")
        and row["text"][t["begin"] : t["end"]] == t["text"]
        and t.get("type", "Literal") in _COUNTED
    ]


def _excused(mention: PlaceMention, row: Row, gold: list[Row]) -> bool:
    """Whether a mention stands on a toponym that this measure leaves aside: not literal, or without a point."""
    aside = [t for t in row["toponyms"] if t not in gold or t.get("type", "Literal") not in _LITERAL]
    return any(
        t["begin"] < mention.end and mention.start < t["end"] and t.get("type") != "Non_Lit_Expression" for t in aside
    )


def _blocks(text: str) -> list[tuple[int, int]]:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append((start, start + len(line)))
        start += len(line) + 1
    return blocks


def _overlapping(mentions: Iterable[PlaceMention], toponym: Row) -> PlaceMention | None:
    return next((m for m in mentions if m.start < toponym["end"] and toponym["begin"] < m.end), None)


def _near(mention: PlaceMention, toponym: Row) -> bool:
    return _km(mention, toponym) <= NEAR_KM


def _km(mention: PlaceMention, toponym: Row) -> float:
    lat1, lon1 = math.radians(mention.place.lat or 0.0), math.radians(mention.place.lon or 0.0)
    lat2, lon2 = math.radians(float(toponym["lat"])), math.radians(float(toponym["lon"]))
    half = math.sin((lat1 - lat2) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon1 - lon2) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


def _miss(kind: str, row: Row, toponym: Row | None, mention: PlaceMention | None) -> dict[str, Any]:
    start = toponym["begin"] if toponym else mention.start if mention else 0
    place = mention.place if mention else None
    return {
        "kind": kind,
        "row": row["id"],
        "gold": toponym,
        "place": place and f"{place.name}/{place.country}/{place.id} {place.lat},{place.lon}",
        "exact": mention and mention.exact,
        "km": mention and toponym and round(_km(mention, toponym)),
        "words": row["text"][max(0, start - 60) : start + 60].replace("\n", " "),
    }


def main(paths: list[str]) -> None:
    """Print a line a file, and its misses below when `--misses` is given."""
    gazetteer, rules = open_gazetteer(), load_place_rules()
    for path in (p for p in paths if p != "--misses"):
        rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").split("\n") if line]
        result = score(rows, gazetteer=gazetteer, rules=rules)
        print(
            f"{Path(path).name:24} given {result.given:.3f} of {result.given_cases}   "
            f"found P {result.precision:.3f} R {result.recall:.3f} F1 {result.f1:.3f} of {result.found_cases}"
        )
        if "--misses" in paths:
            for miss in result.misses:
                print(json.dumps(miss, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
