"""The project's own collection of happenings as many outlets tell them: which reports are one, and what comes of it.

A gold mention is a happening on a page, with exact words that tell it. Its event is the one of a fitting type whose
evidence holds these words; a mention whose event was not read stands alone. Confusable pairs are happenings that a
careless reader would take for one. Findings and counts of sources are those of the incident that holds most of a
happening's events; a happening without one is wrong throughout.

These figures are end to end. Those that follow ("drawn as gold", "every page read", "outlets of pages read": see
`given`) leave out what reading and drawing together missed, and say whether the rules of counting are right.
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from dateline.knowledge.resolution import resolve_rules
from dateline.model import Article, Event, Incident, Issue, Located, Outlet
from dateline.model.resolution import ResolveRules
from dateline.resolve import incidents

from .arithmetic import share
from .coreference import b_cubed, best_pairs
from .frame import Case, Measure, Outcome, Scorer, rows_of
from .given import given
from .reads import read_row

Gold = dict[str, Any]
Mention = tuple[str, str]
"""Page and happening."""
SIDES = ("actors", "recipients")
WORTHS, MOST = 1024, 100
"""Steps between the kinds of worth of a match, and the most of one kind: the lower kinds of a page never outweigh."""


class Collection(NamedTuple):
    """The pages as read, and what is gold of them."""

    told: tuple[tuple[Event, Article], ...]
    articles: Mapping[str, Article]
    """By page name."""
    gold: tuple[Gold, ...]


def collection(folder: Path) -> Collection:
    """The collection as the product reads it, with the outlets of its own tables."""
    outlets = dict(_outlets(folder))
    told: list[tuple[Event, Article]] = []
    articles: dict[str, Article] = {}
    for file in sorted((folder / "pages").glob("*.jsonl")):
        for row in rows_of(file):
            reading = read_row(row)
            assert not isinstance(reading, Issue), str(reading)
            domain = row["url"].split("/")[2]
            article = msgspec.structs.replace(reading.article, outlet=outlets.get(domain, reading.article.outlet))
            articles[row["url"].rsplit("/", 1)[-1]] = article
            told += [(event, article) for event in reading.events]
    gold = [g for file in sorted((folder / "gold").glob("*.json")) for g in json.loads(file.read_text("utf-8"))]
    return Collection(tuple(told), articles, tuple(gold))


def _outlets(folder: Path) -> Iterator[tuple[str, Outlet]]:
    for file in sorted(folder.glob("outlets_*.csv")):
        with file.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                named = {name: row[name] or None for name in ("domain", "country", "owner", "affiliation", "family")}
                yield row["domain"], Outlet(name=row["name"], **named)


def mentions(held: Collection, rules: ResolveRules) -> dict[Mention, str | None]:
    """Each gold mention → the id of its event, each event for one mention; None where it was not read.

    Of a page the mentions and events are matched at best: as many mentions as can be, then by how well they fit. A
    mention does not go without an event because another, that has one of its own, was served first.
    """
    events: dict[str, list[Event]] = defaultdict(list)
    for event, article in held.told:
        events[article.id].append(event)
    of_page: dict[str, list[Gold]] = defaultdict(list)
    for happening in held.gold:
        for page in happening["pages"]:
            of_page[page].append(happening)
    found: dict[Mention, str | None] = {
        (page, happening["happening"]): None for happening in held.gold for page in happening["pages"]
    }
    for page, happenings in of_page.items():
        article = held.articles[page]
        read = sorted(events[article.id], key=lambda event: event.id)
        happenings.sort(key=lambda happening: str(happening["happening"]))
        worth = np.array([[_fit(event, h, h["pages"][page], article, rules) for event in read] for h in happenings])
        for row, column in best_pairs(worth) if read else ():
            if worth[row, column]:
                found[page, happenings[row]["happening"]] = read[column].id
    return found


def _fit(event: Event, happening: Gold, words: list[str], article: Article, rules: ResolveRules) -> int:
    """How well the event tells the words, 0 where not at all.

    First that it does, then whether it is of the same type, how many of the words it holds, how many of its values are
    quoted from them (of two events in one sentence, it is the one whose victims they name), whether it is at a place of
    the happening (one sentence may tell of two towns), and how much it says.
    """
    spans = [(at, at + len(w)) for w in words if (at := article.text.find(w)) >= 0]
    held = sum(any(q.start < end and start < q.end for q in event.evidence) for start, end in spans)
    types = happening["type"].split("|")
    if not held or not any(event.type in rules.family(type_).types for type_ in types):
        return 0
    quotes = {q for claim in event.claims for q in claim.evidence} - {*event.evidence}
    quoted = sum(any(start <= q.start and q.end <= end for start, end in spans) for q in quotes)
    wanted = {n.casefold() for n in "|".join(happening.get("places", ())).split("|") if n}
    there = any(isinstance(c.value, Located) and _named(c.value.place.name, wanted) for c in event.claims)
    worth = 1
    for part in (int(event.type in types), held, quoted, int(there), len(event.claims)):
        worth = worth * WORTHS + min(part, MOST)
    return worth


def score(paths: tuple[Path, ...]) -> Outcome:
    """Read all pages, draw them together, and judge."""
    rules = resolve_rules()
    held = collection(paths[0])
    drawn = incidents(held.told, rules=rules)
    event_of = mentions(held, rules)
    whole, alone = judged(held, drawn, event_of), judged_alone(held, event_of, rules)
    return Outcome((*whole.measures, *alone.measures), (*whole.cases, *alone.cases))


def judged_alone(held: Collection, event_of: Mapping[Mention, str | None], rules: ResolveRules) -> Outcome:
    """The figures of happenings whose reports are put together as gold has them."""
    cases: list[Case] = []
    for one in given(held.told, held.articles, held.gold, event_of, rules):
        name = one.happening["happening"]
        for property_, gold, got, right in _properties(one.happening, one.incident):
            kinds = [f"{part}, drawn as gold" for part in ("findings", "standing") if property_ in PARTS[part]]
            kinds += [f"{property_}, every page read"] if one.whole and property_ in COUNTED else []
            cases += [Case(id=name, measure=kind, right=right, gold=gold, found=got) for kind in kinds]
        if one.outlets is not None:
            got = one.incident.independent.outlets
            right = got == one.outlets
            cases.append(Case(id=name, measure="outlets of pages read", right=right, gold=one.outlets, found=got))
    names: tuple[str, ...] = ("findings, drawn as gold", "standing, drawn as gold", "outlets of pages read")
    names += tuple(f"{name}, every page read" for name in COUNTED)
    right_of = {n: [c["right"] for c in cases if c["measure"] == n] for n in names}
    return Outcome(tuple(Measure(n, share(right), len(right)) for n, right in right_of.items()), tuple(cases))


def judged(held: Collection, drawn: tuple[Incident, ...], event_of: Mapping[Mention, str | None]) -> Outcome:
    """All figures of the collection."""
    incident_of = {event: incident for incident in drawn for event in incident.events}
    gold = {mention: mention[1] for mention in event_of}
    found = {m: incident_of[e].id if e is not None else f"{m}" for m, e in event_of.items()}
    read = {m: label for m, label in found.items() if event_of[m] is not None}
    cases = list(_pair_cases(held, event_of, incident_of))
    cases += _clusters_of(event_of, found)
    for happening in held.gold:
        if not happening.get("minor"):
            cases += _happening(happening, event_of, incident_of)
    everything = b_cubed(found, gold)
    told = b_cubed(read, {m: gold[m] for m in read})
    counted = Counter(case["measure"] for case in cases)
    measures = [
        Measure("mentions read", len(read) / len(gold), len(gold)),
        Measure("B³ F1, all mentions", everything.f1, len(gold), goal=0.92),
        Measure("B³ F1, mentions read", told.f1, len(read)),
        Measure("B³ precision, mentions read", told.precision, len(read)),
        Measure("B³ recall, mentions read", told.recall, len(read)),
    ]
    goals = {"confusable pair apart": 1.0, "findings": 0.88, "independence": 0.95}
    for name in ("confusable pair apart", "findings", "independence"):
        parts = PARTS[name]
        right = [c["right"] for c in cases if c["measure"] in parts]
        measures.append(Measure(name, share(right), len(right), goal=goals.get(name)))
    measures += [
        Measure(name, share(c["right"] for c in cases if c["measure"] == name), counted[name])
        for name in counted
        if name in ("standing", "killed", "injured", "when", "place", "actors", "recipients", "outlets", "voices")
    ]
    return Outcome(tuple(measures), tuple(cases))


COUNTED = ("standing", "outlets", "voices")
PARTS = {
    "confusable pair apart": ("confusable",),
    "findings": ("standing", "killed", "injured", "when", "place", "actors", "recipients"),
    "independence": ("outlets", "voices"),
    "standing": ("standing",),
}


def _pair_cases(
    held: Collection, event_of: Mapping[Mention, str | None], incident_of: Mapping[str, Incident]
) -> Iterator[Case]:
    homes: dict[str, set[str]] = defaultdict(set)
    for (_, happening), event in event_of.items():
        if event is not None:
            homes[happening].add(incident_of[event].id)
    pairs = {tuple(sorted((g["happening"], other))) for g in held.gold for other in g.get("confusable_with", ())}
    for one, other in sorted(pairs):
        common = sorted(homes[one] & homes[other])
        yield Case(id=f"{one} / {other}", measure="confusable", right=not common, gold="apart", found=common)


def _clusters_of(event_of: Mapping[Mention, str | None], found: Mapping[Mention, str]) -> Iterator[Case]:
    """Every mention that was not read, or that stands apart from the rest of its happening."""
    for mention, event in event_of.items():
        rest = Counter(found[m] for m in found if m[1] == mention[1] and event_of[m] is not None)
        alone = event is not None and len(rest) > 1 and found[mention] != rest.most_common(1)[0][0]
        if event is None or alone:
            cause = "not read" if event is None else "apart from its happening"
            yield Case(id=mention[0], measure="mention", right=False, gold=mention[1], found=event, cause=cause)


def _happening(
    happening: Gold, event_of: Mapping[Mention, str | None], incident_of: Mapping[str, Incident]
) -> Iterator[Case]:
    name = happening["happening"]
    events = [event for (_, h), event in event_of.items() if h == name and event is not None]
    homes = Counter(incident_of[event].id for event in events)
    by_id = {incident_of[event].id: incident_of[event] for event in events}
    incident = by_id[homes.most_common(1)[0][0]] if homes else None
    for measure, gold, got, right in _properties(happening, incident):
        case = Case(id=name, measure=measure, right=right and incident is not None, gold=gold, found=got)
        if incident is None:
            case["cause"] = "no incident"
        yield case


def _properties(happening: Gold, incident: Incident | None) -> Iterator[tuple[str, Any, Any, bool]]:
    """(measure, gold, found, whether right) of every property that the gold speaks of."""
    standing = incident.standing if incident else None
    yield "standing", happening["standing"], standing, standing in happening["standing"].split("|")
    for toll in ("killed", "injured"):
        gold = happening.get(toll)
        held = getattr(incident, toll) if incident else None
        got = None if held is None else [held.low, held.best, held.high]
        yield toll, gold, got, gold == got
    when = [incident.when.start.isoformat(), incident.when.end.isoformat()] if incident and incident.when else None
    yield "when", happening["when"], when, when == happening["when"]
    places = [located.place.name for located in incident.places] if incident else []
    wanted = {n.casefold() for n in "|".join(happening["places"]).split("|")}
    yield "place", happening["places"], places, bool(places) and _named(places[0], wanted)
    for side in SIDES:
        held_to = list(getattr(incident, side)) if incident else []
        parties = [party.name for party in held_to]
        gold = happening.get(side) or []
        accepted = [{n.casefold() for n in one.split("|")} for one in gold]
        words = (held_to[0].name, held_to[0].text) if held_to else ()
        right = any(_named(word, a) for a in accepted for word in words) if gold else not parties
        yield side, gold, parties, right
    counts = incident.independent if incident else None
    for name in ("outlets", "voices"):
        count = getattr(counts, name) if counts else None
        yield name, happening[name], count, count == happening[name]


def _named(name: str, accepted: set[str]) -> bool:
    """Whether one name holds the other whole."""
    plain = name.casefold()
    return any(plain in one or one in plain for one in accepted if one)


SCORERS = (Scorer("stories", ("stories",), score, inside=True),)
