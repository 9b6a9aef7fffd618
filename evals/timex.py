"""Time expressions against TimeML gold, on TimeBank and AQUAINT: relaxed span F1, and value F1 over the same pairs.

A row is `{"id", "dct", "text", "timex": [{"begin", "end", "type", "value"}]}`. Pairs are one to one, by any overlap, in
text order. The value counts where the strings are equal. Each paragraph is read by itself; the period named last
carries over to the next. Beside it stands HeidelTime's value F1 on TempEval-3, about .776.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from dateline.annotate.times import time_mentions
from dateline.knowledge.times import load_times
from dateline.model.mention import TimeMention
from dateline.model.time import Period

from .arithmetic import f1
from .frame import Case, Measure, Outcome, Row, Scorer, rows_of

_BLOCK = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")
AROUND = 60


class Pair(NamedTuple):
    """A gold expression and a found one; either is None where it has no partner."""

    row: str
    gold: dict[str, Any] | None
    found: TimeMention | None
    around: str


def score(paths: tuple[Path, ...]) -> Outcome:
    """Span F1 and value F1 over all rows."""
    listed = list(pairs(rows_of(paths[0])))
    gold, found = sum(p.gold is not None for p in listed), sum(p.found is not None for p in listed)
    both = [p for p in listed if p.gold is not None and p.found is not None]
    values = sum(_same_value(p) for p in both)
    return Outcome(
        (
            Measure("span F1 (relaxed)", f1(hits=len(both), gold=gold, found=found), gold, goal=0.9),
            Measure("value F1", f1(hits=values, gold=gold, found=found), gold, to_beat=0.776, goal=0.78),
        ),
        tuple(_case(pair) for pair in listed),
    )


def pairs(rows: Iterable[Row]) -> Iterator[Pair]:
    """All gold and found expressions, paired one to one."""
    rules = load_times()
    for row in rows:
        anchor = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
        text = row["text"]
        mentions: list[TimeMention] = []
        previous: Period | None = None
        for block in _BLOCK.finditer(text):
            start, end = block.span()
            new = time_mentions(text, start=start, end=end, rules=rules, anchor=anchor, previous=previous)
            mentions.extend(new)
            previous = next((m.period for m in reversed(new) if m.period and m.type != "DURATION"), previous)
        yield from _paired(row, mentions)


def _paired(row: Row, mentions: list[TimeMention]) -> Iterator[Pair]:
    text = row["text"]
    left = sorted(row["timex"], key=lambda t: int(t["begin"]))
    for mention in mentions:
        partner = next((t for t in left if t["begin"] < mention.end and mention.start < t["end"]), None)
        if partner is not None:
            left.remove(partner)
        yield Pair(row["id"], partner, mention, _around(text, mention.start, mention.end))
    for gold in left:
        yield Pair(row["id"], gold, None, _around(text, gold["begin"], gold["end"]))


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - AROUND) : end + AROUND].replace("\n", " ")


def _same_value(pair: Pair) -> bool:
    return pair.gold is not None and pair.found is not None and pair.gold["value"] == pair.found.value


def _case(pair: Pair) -> Case:
    gold, found = pair.gold, pair.found
    case = Case(
        id=pair.row, measure="value", right=_same_value(pair),
        gold=gold and [gold["text"], gold["value"]], found=found and [found.exact, found.value, found.rule],
    )  # fmt: skip
    if not case["right"]:
        case["cause"] = "spurious" if gold is None else "not found" if found is None else "another value"
        case["cause"] += f" | {pair.around}"
    return case


SCORERS = (Scorer("timebank", ("timebank.dev.jsonl",), score), Scorer("aquaint", ("aquaint.train.jsonl",), score))
