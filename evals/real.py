"""Windows of real news pages, coded by hand before the product was run on them: is each read as a reader reads it?

Every file of `evals/real` goes with a set of the data folder and holds no words of it, only where they stand:

    [[window]]
    number = 7                    # in the order drawn (`evals.windows`); odd ones are for work, even ones are held out
    row = "…"                     # the row's id
    span = [120, 480]             # the window in the row's text, and a hash of its words
    sha256 = "…"
    events = [{ at = 31, type = "ASSAULT", actors = ["army"], when = "2024-01-23" }]

`at` is where a word that tells the happening stands, counted from the window's start; several may tell it. The other
slots are those of `evals.plain`; `when = ""` says that the page gives no day, an empty list that nobody or nothing is
named. The whole page is read. Found are the events whose sentences touch the window. One may stand for a gold event
where its sentences hold a word that tells it: best of an accepted type and agreeing by half, else of an accepted type
and agreeing in something, else of an accepted type, else of another type with the same parties, and then its type is
wrong. An `optional` event is one that a coder may or may not take; what is found of it counts for nothing. One with
slots that agree goes before a gold event that agrees by less than half, one without slots before one that agrees in
nothing. All else is spurious or told twice.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dateline.model import Issue

from .events import BONUS, IDENTIFYING, DocumentScore, Fate, Gold, in_short, pair_score, totals
from .frame import REPOSITORY, Case, Measure, Outcome, Row, Scorer, rows_of
from .plain import KEYS, spelled_out
from .reads import Record, read_row, records
from .slots import SLOTS, slot_score

SHOWN = ("type", "mode", "modality", "actors", "recipients", "places", "when", "voices")
COUNTED = ("actors", "recipients", "places")
HALVES = ("dev", "held out")
AGREEING, TYPED = 2.0, 1.0
"""What stands before the agreement of a pair: of those that agree by half, and of those of an accepted type."""
NOTHING_AGREES, OTHER_TYPE = 0.5, 0.4


class Window(NamedTuple):
    """Some sentences of one page and what they tell."""

    name: str
    half: str
    row: str
    start: int
    end: int
    sha256: str
    events: tuple[Gold, ...]


class Judged(NamedTuple):
    """A window's score, and of each event found how many slots hold no more than the gold lists."""

    window: Window
    score: DocumentScore
    bare: tuple[bool, ...]


def windows(file: Path) -> Iterator[Window]:
    """The windows of one file.

    Raises:
        ValueError: an event with a key that is none of its slots, or told outside its window.
    """
    for given in tomllib.loads(file.read_text(encoding="utf-8"))["window"]:
        name, (start, end) = f"{file.stem}-{given['number']}", given["span"]
        for event in given["events"]:
            if unknown := event.keys() - KEYS - {"at"}:
                raise ValueError(f"{name}: expected slots of an event, found {sorted(unknown)}")
            if not all(0 <= place < end - start for place in told_at(event)):
                raise ValueError(f"{name}: expected words within {end - start} characters, found {event['at']}")
        events = tuple(spelled_out(event) for event in given["events"])
        half = HALVES[given["number"] % 2 == 0]
        yield Window(name, half, given["row"], start, end, given["sha256"], events)


def told_at(event: Gold) -> list[int]:
    """Where the words stand that tell it, from the window's start."""
    at = event["at"]
    return at if isinstance(at, list) else [at]


def judge(window: Window, found: Iterable[Record]) -> Judged:
    """The window's score; of all that was found on its page, what touches the window counts."""
    near = [record for record in found if holds(record, window.start, window.end)]
    must = [event for event in window.events if not event.get("optional")]
    may = [event for event in window.events if event.get("optional")]
    free = dict(enumerate(near))
    taken = _assigned(window, must, free, least=AGREEING)
    _let_go(window, [event for event in may if any(event.get(slot) for slot in IDENTIFYING)], free)
    taken |= _assigned(window, _left(must, taken), free, least=TYPED)
    _let_go(window, may, free)
    taken |= _assigned(window, _left(must, taken), free, least=0.0)
    slots: dict[str, list[float]] = {slot: [] for slot in SLOTS}
    fates = [_fate(n, event, taken.get(n), slots) for n, event in enumerate(must)]
    twice = {n for n, r in free.items() if any(worth(window, must[m], r) >= TYPED for m in taken)}
    fates += [Fate("duplicate" if n in twice else "spurious", in_short(record)) for n, record in free.items()]
    bare = tuple(
        all(len(record.get(slot) or []) <= len(must[n][slot]) for slot in COUNTED if must[n].get(slot))
        for n, record in taken.items()
    )
    score = DocumentScore(
        doc=window.name, events=len(window.events), must=len(must), found=len(taken), records=len(taken) + len(free),
        matched=len(taken), duplicates=len(twice), whole=sum(fate.kind == "right" for fate in fates), slots=slots,
        fates=tuple(fates),
    )  # fmt: skip
    return Judged(window, score, bare)


def worth(window: Window, event: Gold, record: Record) -> float:
    """How well a record stands for a gold event; 0 where it does not."""
    if not _holds_word(window, event, record):
        return 0.0
    if fit := pair_score(event, record):
        return AGREEING + fit
    known = [s for slot in IDENTIFYING if (s := slot_score(event, record, slot)) is not None]
    agreed = sum(known) / len(known) if known else 0.0
    if slot_score(event, record, "type"):
        return TYPED + agreed + BONUS * (slot_score(event, record, "actors") or 0.0) if agreed else NOTHING_AGREES
    sides = any(slot_score(event, record, slot) for slot in ("actors", "recipients"))
    return OTHER_TYPE * agreed if sides and agreed >= 0.5 else 0.0


def holds(record: Record, start: int, end: int) -> bool:
    """Whether the sentences that tell it touch a stretch of the text."""
    return any(quote["start"] < end and start < quote["end"] for quote in record["evidence"])


def _holds_word(window: Window, event: Gold, record: Record) -> bool:
    return any(holds(record, window.start + place, window.start + place + 1) for place in told_at(event))


def _assigned(
    window: Window, events: Sequence[Gold | None], free: dict[int, Record], *, least: float
) -> dict[int, Record]:
    """Number of the event → its record, the best pairs first; what is taken is no longer free."""
    pairs = [
        (worth(window, event, record), -n, -r)
        for n, event in enumerate(events)
        for r, record in free.items()
        if event is not None
    ]
    taken: dict[int, Record] = {}
    for fit, n, r in sorted(pairs, reverse=True):
        if fit > 0 and fit >= least and -n not in taken and -r in free:
            taken[-n] = free.pop(-r)
    return taken


def _left(events: Sequence[Gold], taken: Mapping[int, Record]) -> list[Gold | None]:
    return [None if n in taken else event for n, event in enumerate(events)]


def _let_go(window: Window, events: Iterable[Gold], free: dict[int, Record]) -> None:
    """Leave out what may be found of optional events: what no slot of theirs that both fill speaks against."""
    for event in events:
        for number, record in list(free.items()):
            both = [slot for slot in IDENTIFYING if event.get(slot) and record.get(slot)]
            agreed = sum(slot_score(event, record, slot) or 0.0 for slot in both)
            typed = slot_score(event, record, "type") == 1.0
            if typed and _holds_word(window, event, record) and agreed >= len(both) / 2:
                del free[number]


def _fate(number: int, event: Gold, record: Record | None, slots: dict[str, list[float]]) -> Fate:
    name = f"{number + 1} {'/'.join(event['type'])} at {told_at(event)[0]}"
    if record is None:
        return Fate("missed", name)
    wrong = []
    for slot in SLOTS:
        score = float(not record.get(slot)) if event.get(slot) == [] else slot_score(event, record, slot)
        if score is not None:
            slots[slot].append(score)
            wrong += [slot] if score < 1 else []
    return Fate("partly" if wrong else "right", f"{name}: {in_short(record)}", tuple(wrong))


def found_in(window: Window, row: Row) -> list[Record]:
    """What the product reads on the window's page.

    Raises:
        ValueError: the row's words are not those that were coded, or the article does not keep its offsets.
    """
    words = row["text"][window.start : window.end]
    if hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()[: len(window.sha256)] != window.sha256:
        raise ValueError(f"{window.name}: expected the words that were coded, found others in row {window.row}")
    reading = read_row(row)
    if isinstance(reading, Issue):
        return []
    if reading.article.text[window.start : window.end] != words:
        raise ValueError(f"{window.name}: expected an article with the offsets of row {window.row}")
    return records(reading)


def real(paths: tuple[Path, ...]) -> Outcome:
    """Both halves, each with its figures; only the half for work shows what is wrong."""
    *sets, folder = paths
    judged: list[Judged] = []
    for data in sets:
        rows = {row["id"]: row for row in rows_of(data)}
        for window in windows(folder / f"{data.name.partition('.')[0]}.toml"):
            judged.append(judge(window, found_in(window, rows[window.row])))
    measures: list[Measure] = []
    for half in HALVES:
        measures += _measures(half, [j for j in judged if j.window.half == half])
    return Outcome(tuple(measures), tuple(case for j in judged for case in _cases(j)))


def _measures(half: str, judged: list[Judged]) -> Iterator[Measure]:
    sums = totals([j.score for j in judged])
    yield Measure(f"{half}: recall", sums.recall, sums.must)
    yield Measure(f"{half}: precision", sums.precision, sums.records)
    yield Measure(f"{half}: wholly right", sums.whole, sums.must)
    for slot in SHOWN:
        if slot in sums.slots:
            yield Measure(f"{half}: {slot}", *sums.slots[slot])
    bare = [whether for j in judged for whether in j.bare]
    yield Measure(f"{half}: no one and nowhere beside", sum(bare) / max(1, len(bare)), len(bare))
    silent = [j.score for j in judged if not j.score.must]
    quiet = sum(not score.records for score in silent) / max(1, len(silent))
    yield Measure(f"{half}: no event, none found", quiet, len(silent))


def _cases(judged: Judged) -> Iterator[Case]:
    window, score = judged.window, judged.score
    for fate in score.fates:
        right = fate.kind == "right"
        if window.half != HALVES[0]:
            yield Case(id=window.name, measure="event, held out", right=right, gold=None, found=None)
            continue
        told: Mapping[str, Any] = {"gold" if fate.kind == "missed" else "found": fate.event}
        case = Case(id=window.name, measure="event", right=right, gold=told.get("gold"), found=told.get("found"))
        if not right:
            case["cause"] = f"{fate.kind}: {', '.join(fate.wrong)}" if fate.wrong else fate.kind
        yield case


SCORERS = (Scorer("real", ("ukraine_news.dev.jsonl", "iran_news.dev.jsonl", str(REPOSITORY / "evals" / "real")), real),)
