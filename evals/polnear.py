"""Who says what, on political news with attributions marked by hand (source, cue, content).

A found attribution is right where its source, cue and content each cover at least half of the gold's characters there;
where the gold marks none of a part (no source named), that part is not asked for. A quotation that goes on without a
cue of its own belongs to the attribution before it, as a further piece of its content. Pairs are one to one. Sentences
without an event word are parsed too. No comparable figure is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    """An attribution, marked by hand or found; a part may stand in pieces, or be absent."""

    source: Spans
    cue: Spans
    content: Spans
    rule: str = "gold"


def score(paths: tuple[Path, ...]) -> Outcome:
    """F1 of whole attributions, and of cue and content alone."""
    cases: list[Case] = []
    hits = {"all": 0, "cue": 0, "cue and content": 0}
    gold = found = 0
    for row in rows_of(paths[0]):
        reading = read_row({"id": row["id"], "text": row["text"], "language": "en"}, everything=True)
        mentions = [] if isinstance(reading, Issue) else list(reading.mentions("attribution"))
        given = gathered(m for m in mentions if isinstance(m, AttributionMention))
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
            yield Marked(parts["source"], parts["cue"], parts["content"])


def gathered(mentions: Iterable[AttributionMention]) -> list[Marked]:
    """Found attributions, each with the pieces of quotation that go on after it."""
    listed: list[Marked] = []
    for mention in mentions:
        cue, content = _spans(mention.cue), _spans(mention.content)
        if not cue and listed:
            listed[-1] = listed[-1]._replace(content=listed[-1].content + content)
        else:
            listed.append(Marked(_spans(mention.source), cue, content, mention.rule))
    return listed


def _spans(quote: Quote | None) -> Spans:
    return ((quote.start, quote.end),) if quote else ()


def covers(gold: Spans, found: Spans) -> bool:
    """Whether at least half of the gold's characters are found; True where the gold has none."""
    common = sum(max(0, min(end, e) - max(start, s)) for start, end in gold for s, e in found)
    return common >= HALF * sum(end - start for start, end in gold)


def _agrees(marked: Marked, mention: Marked, *, parts: tuple[str, ...]) -> bool:
    return all(covers(getattr(marked, part), getattr(mention, part)) for part in parts)


def _paired(marked: list[Marked], given: list[Marked], *, parts: tuple[str, ...]) -> dict[int, int]:
    taken: dict[int, int] = {}
    for i, one in enumerate(marked):
        free = (j for j, m in enumerate(given) if j not in taken.values() and _agrees(one, m, parts=parts))
        if (j := next(free, None)) is not None:
            taken[i] = j
    return taken


def _cases(row: Row, marked: list[Marked], given: list[Marked]) -> Iterator[Case]:
    text, taken = row["text"], _paired(marked, given, parts=PARTS)
    left = [one for j, one in enumerate(given) if j not in taken.values()]

    def case(gold: Marked | None, found: Marked | None, cause: str | None) -> Case:
        shown = [one and _shown(text, one) for one in (gold, found)]
        made = Case(id=row["id"], measure="attribution", right=cause is None, gold=shown[0], found=shown[1])
        if cause:
            made["cause"] = cause
        return made

    for i, one in enumerate(marked):
        if i in taken:
            yield case(one, given[taken[i]], None)
            continue
        near = next((m for part in ("cue", "content") for m in left if _agrees(one, m, parts=(part,))), None)
        if near is None:
            yield case(one, None, "not found")
        else:
            left.remove(near)
            yield case(one, near, f"wrong: {', '.join(p for p in PARTS if not _agrees(one, near, parts=(p,)))}")
    for one in left:
        yield case(None, one, "spurious")


def _shown(text: str, one: Marked) -> dict[str, str]:
    parts = {part: " … ".join(text[a:b] for a, b in getattr(one, part))[:SHOWN] for part in PARTS}
    return {**parts, "rule": one.rule}


SCORERS = (Scorer("polnear", ("polnear.dev.jsonl",), score),)
