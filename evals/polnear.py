"""Who says what, on political news with attributions marked by hand (source, cue, content).

A found attribution is right where its source, cue and content each cover at least half of the gold's characters there;
where the gold marks none of a part (no source named), that part is not asked for. Pairs are one to one. Sentences
without an event word are parsed too. No comparable figure is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dateline.model import AttributionMention, Issue, Quote

from .arithmetic import f1
from .frame import Case, Measure, Outcome, Row, Scorer, rows_of
from .reads import read_row

Spans = tuple[tuple[int, int], ...]
PARTS = ("source", "cue", "content")
HALF = 0.5
SHOWN = 90


class Marked(NamedTuple):
    """A gold attribution; a part may stand in pieces, or be absent."""

    source: Spans
    cue: Spans
    content: Spans


def score(paths: tuple[Path, ...]) -> Outcome:
    """F1 of whole attributions, and of cue and content alone."""
    cases: list[Case] = []
    hits = {"all": 0, "cue": 0, "cue and content": 0}
    gold = found = 0
    for row in rows_of(paths[0]):
        reading = read_row({"id": row["id"], "text": row["text"], "language": "en"}, everything=True)
        mentions = [] if isinstance(reading, Issue) else list(reading.mentions("attribution"))
        given = [m for m in mentions if isinstance(m, AttributionMention)]
        marked = list(marked_of(row["ann"][0]))
        gold, found = gold + len(marked), found + len(given)
        hits["all"] += len(_paired(marked, given, parts=PARTS))
        hits["cue"] += len(_paired(marked, given, parts=("cue",)))
        hits["cue and content"] += len(_paired(marked, given, parts=("cue", "content")))
        cases += _cases(row, marked, given)
    return Outcome(
        (
            Measure("source, cue, content F1", f1(hits=hits["all"], gold=gold, found=found), gold, goal=0.7),
            Measure("… precision", hits["all"] / max(1, found), found),
            Measure("… recall", hits["all"] / max(1, gold), gold),
            Measure("cue and content F1", f1(hits=hits["cue and content"], gold=gold, found=found), gold),
            Measure("cue F1", f1(hits=hits["cue"], gold=gold, found=found), gold),
        ),
        tuple(cases),
    )


def marked_of(annotation: str) -> Iterator[Marked]:
    """The attributions of one brat file; notes and discarded marks are left aside."""
    spans: dict[str, Spans] = {}
    links: list[list[str]] = []
    for line in annotation.split("\n"):
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            ranges = rest.partition("\t")[0].partition(" ")[2]
            spans[key] = tuple((int(a), int(b)) for a, b in (piece.split() for piece in ranges.split(";")))
        elif key.startswith("E"):
            links.append(rest.split())
    for link in links:
        parts: dict[str, Spans] = dict.fromkeys(PARTS, ())
        for role, _, key in (entry.partition(":") for entry in link):
            part = role.rstrip("0123456789").lower()
            if part in parts:
                parts[part] += spans.get(key, ())
        if parts["cue"] and parts["content"]:
            yield Marked(**parts)


def covers(gold: Spans, quote: Quote | None) -> bool:
    """Whether at least half of the gold's characters stand in the quote; True where the gold has none."""
    if not gold:
        return True
    if quote is None:
        return False
    common = sum(max(0, min(end, quote.end) - max(start, quote.start)) for start, end in gold)
    return common >= HALF * sum(end - start for start, end in gold)


def _agrees(marked: Marked, mention: AttributionMention, *, parts: tuple[str, ...]) -> bool:
    return all(covers(getattr(marked, part), getattr(mention, part)) for part in parts)


def _paired(marked: list[Marked], given: list[AttributionMention], *, parts: tuple[str, ...]) -> dict[int, int]:
    taken: dict[int, int] = {}
    for i, one in enumerate(marked):
        free = (j for j, m in enumerate(given) if j not in taken.values() and _agrees(one, m, parts=parts))
        if (j := next(free, None)) is not None:
            taken[i] = j
    return taken


def _cases(row: Row, marked: list[Marked], given: list[AttributionMention]) -> Iterator[Case]:
    text, taken = row["text"], _paired(marked, given, parts=PARTS)
    left = [m for j, m in enumerate(given) if j not in taken.values()]
    for i, one in enumerate(marked):
        gold = {part: " … ".join(text[a:b] for a, b in getattr(one, part))[:SHOWN] for part in PARTS}
        if i in taken:
            yield Case(id=row["id"], measure="attribution", right=True, gold=gold, found=_shown(given[taken[i]]))
            continue
        near = max(left, key=lambda m: sum(_agrees(one, m, parts=(p,)) for p in ("cue", "content")), default=None)
        agreed = [p for p in PARTS if near and getattr(one, p) and _agrees(one, near, parts=(p,))]
        found = near if near and ("cue" in agreed or "content" in agreed) else None
        if found is not None:
            left.remove(found)
        cause = f"wrong: {', '.join(p for p in PARTS if getattr(one, p) and p not in agreed)}" if found else "not found"
        yield Case(
            id=row["id"], measure="attribution", right=False, gold=gold, found=found and _shown(found), cause=cause
        )
    for mention in left:
        yield Case(id=row["id"], measure="attribution", right=False, gold=None, found=_shown(mention), cause="spurious")


def _shown(mention: AttributionMention) -> dict[str, str | None]:
    parts = {part: (q := getattr(mention, part)) and q.exact[:SHOWN] for part in PARTS}
    return {**parts, "rule": mention.rule}


SCORERS = (Scorer("polnear", ("polnear.dev.jsonl",), score),)
