"""Time expressions against TimeML gold: relaxed span F1, and value F1 among overlapping pairs.

A row is `{"id", "dct", "text", "timex": [{"begin", "end", "type", "value"}]}`. Pairs are one to one, by any overlap, in
text order. The value counts where the strings are equal. Each paragraph is read by itself; the period named last
carries over to the next.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from dateline.annotate.times import time_mentions
from dateline.knowledge.times import load_times
from dateline.model.mention import TimeMention
from dateline.model.time import Period

_BLOCK = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")


class Pair(NamedTuple):
    """A gold expression and a found one; either is None where it has no partner."""

    row: str
    gold: dict[str, Any] | None
    found: TimeMention | None
    around: str


def score(data: Path) -> dict[str, float]:
    """Figures for a file of rows: span and value precision, recall and F1, and the number of gold expressions."""
    return figures(pairs(json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()))


def figures(found: Iterable[Pair]) -> dict[str, float]:
    """Precision, recall and F1 over pairs."""
    listed = list(found)
    gold = sum(p.gold is not None for p in listed)
    given = sum(p.found is not None for p in listed)
    both = [p for p in listed if p.gold is not None and p.found is not None]
    right = sum(p.gold["value"] == p.found.value for p in both if p.gold and p.found)
    return {
        "span_precision": len(both) / max(given, 1),
        "span_recall": len(both) / max(gold, 1),
        "span_f1": 2 * len(both) / max(gold + given, 1),
        "value_f1": 2 * right / max(gold + given, 1),
        "value_accuracy": right / max(len(both), 1),
        "cases": gold,
    }


def pairs(rows: Iterable[dict[str, Any]]) -> Iterator[Pair]:
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


def _paired(row: dict[str, Any], mentions: list[TimeMention]) -> Iterator[Pair]:
    text = row["text"]
    left = sorted(row["timex"], key=lambda t: int(t["begin"]))
    for mention in mentions:
        around = text[max(0, mention.start - 60) : mention.end + 40].replace("\n", " ")
        partner = next((t for t in left if t["begin"] < mention.end and mention.start < t["end"]), None)
        if partner is not None:
            left.remove(partner)
        yield Pair(row["id"], partner, mention, around)
    for gold in left:
        yield Pair(row["id"], gold, None, text[max(0, gold["begin"] - 60) : gold["end"] + 40].replace("\n", " "))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(name, {k: round(v, 3) for k, v in score(Path(name)).items()})
