"""Plain sentences and short articles of this project's own, by kind of happening: is each read as anybody would?

Every file of `evals/plain` holds pages with the events they tell, in short form:

    [[page]]
    text = "Two gunmen killed five people in Mosul on Tuesday, police said."
    events = [{ type = "ASSAULT", actors = ["gunmen"], recipients = ["people"], places = ["Mosul"], when = "2024-01-23",
                voices = ["police"], killed = 5 }]

`title` and `published` (2024-01-25 without) may be given. A slot that is left out is not judged; an empty list means
that the slot stays empty, and more parties, places or voices than are listed are wrong. `events = []` is a page that
tells of no happening. `when` is a day, or two with a stroke between; a toll is a number, or the least and the greatest.
A page is right where every event is found with all its slots, once, and nothing else is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .events import DocumentScore, compare, in_short, totals
from .frame import Case, Measure, Outcome, Row, Scorer
from .reads import Record, read_row, records
from .slots import SLOTS

PUBLISHED = "2024-01-25"
SHOWN = ("type", "mode", "modality", "actors", "recipients", "places", "when", "voices", "stance", "killed", "injured")
LISTS = ("actors", "recipients", "places", "voices")
TOLLS = ("killed", "injured")
KEYS = {*SLOTS, "optional", "id"}


def plain(paths: tuple[Path, ...]) -> Outcome:
    """Pages wholly right, events found and made up, and each slot."""
    scores: list[DocumentScore] = []
    cases: list[Case] = []
    for file in sorted(paths[0].glob("*.toml")):
        for number, page in enumerate(pages(file), 1):
            found = records(read_row(_row(page, f"{file.stem}-{number}")))
            score = compare({"doc": f"{file.stem}-{number}", "events": page["events"]}, found)
            wrong = [_told(fate.kind, fate.event, fate.wrong) for fate in score.fates if fate.kind != "right"]
            wrong += too_much(page["events"], found) if not wrong else []
            scores.append(score)
            cases.append(_case(score.doc, page, found, wrong))
    sums = totals(scores)
    measures = [
        Measure("pages wholly right", sum(c["right"] for c in cases) / max(1, len(cases)), len(cases), goal=0.9),
        Measure("recall", sums.recall, sums.must),
        Measure("precision", sums.precision, sums.records),
    ]
    measures += [Measure(slot, *sums.slots[slot]) for slot in SHOWN if slot in sums.slots]
    return Outcome(tuple(measures), tuple(cases))


def pages(file: Path) -> list[dict[str, Any]]:
    """The pages of one file, their events in the form of the other golds.

    Raises:
        ValueError: a page without text, or an event with a key that is none of its slots.
    """
    listed: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["page"]
    for number, page in enumerate(listed, 1):
        if not page.get("text"):
            raise ValueError(f"{file.name}, page {number}: expected a text, found none")
        for event in page["events"]:
            if unknown := event.keys() - KEYS:
                raise ValueError(f"{file.name}, page {number}: expected slots of an event, found {sorted(unknown)}")
        page["events"] = [spelled_out(event) for event in page["events"]]
    return listed


def too_much(events: list[dict[str, Any]], found: list[Record]) -> list[str]:
    """Slots in which the events together hold more than the gold lists, of those that every event's gold gives."""
    wrong = []
    for slot in (*LISTS, *TOLLS):
        if events and all(slot in event for event in events):
            most = sum(len(event[slot]) if slot in LISTS else bool(event[slot]) for event in events)
            if sum(len(record.get(slot) or []) if slot in LISTS else bool(record.get(slot)) for record in found) > most:
                wrong.append(f"too much: {slot}")
    return wrong


def spelled_out(event: Mapping[str, Any]) -> dict[str, Any]:
    """An event in short form as the other golds have it: lists of types, bounds of tolls, named places, a period."""
    given = dict(event)
    for slot in ("type", "mode", "modality", "stance"):
        if isinstance(given.get(slot), str):
            given[slot] = [given[slot]]
    for slot in TOLLS:
        if isinstance(given.get(slot), int):
            given[slot] = [given[slot]] * 2
    if "places" in given:
        given["places"] = [{"name": place} if isinstance(place, str) else place for place in given["places"]]
    if isinstance(given.get("when"), str):
        start, _, end = given["when"].partition("/")
        given["when"] = {"start": start, "end": end or start}
    return given


def _row(page: Mapping[str, Any], name: str) -> Row:
    row = {"id": name, "text": page["text"], "published": page.get("published", PUBLISHED)}
    return {**row, "title": page["title"]} if page.get("title") else row


def _told(kind: str, event: str, wrong: tuple[str, ...]) -> str:
    return f"{kind}: {', '.join(wrong)}" if wrong else f"{kind}: {event}"


def _case(name: str, page: Mapping[str, Any], found: list[Record], wrong: list[str]) -> Case:
    case = Case(id=name, measure="page", right=not wrong, gold=page["text"], found=[in_short(r) for r in found])
    if wrong:
        case["cause"] = "; ".join(wrong)
    return case


SCORERS = (Scorer("plain", ("evals/plain",), plain, inside=True),)
