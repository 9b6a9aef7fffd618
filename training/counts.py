"""Counts in how many of the project's own sentences a word occurs: `python -m training.counts` writes word_counts.csv.

Words that nobody expects tell stories apart; how expected a word is in news of conflict, these counts say.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.model.words import words

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "dateline" / "knowledge" / "data" / "word_counts.csv"
LEAST = 2
"""Sentences in which a word must occur to be listed; all others are as rare as can be."""


_MARK = re.compile(r"\[([^|\]]*)\|[^\]]*\]")
"""A marked stretch of a sentence: its words, and the label that they bear."""


def lines() -> Iterator[str]:
    """Every sentence and snippet, without marks and labels."""
    for folder in ("sentences", "snippets"):
        for file in sorted((HERE / folder).glob("*.txt")):
            for line in filter(str.strip, file.read_text(encoding="utf-8").splitlines()):
                plain = _MARK.sub(r"\1", line)
                yield plain.partition("|")[2] if folder == "snippets" else plain


def counts(sentences: Iterable[str]) -> tuple[int, Counter[str]]:
    """How many sentences there are, and in how many of them each word occurs."""
    counted: Counter[str] = Counter()
    number = 0
    for sentence in sentences:
        counted.update(set(words(sentence)))
        number += 1
    return number, counted


def main() -> int:
    """Write the table, most expected first, and print the number of sentences that resolution.toml names."""
    number, counted = counts(lines())
    listed = sorted(((word, count) for word, count in counted.items() if count >= LEAST), key=lambda w: (-w[1], w[0]))
    with OUT.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("word", "sentences"))
        writer.writerows(listed)
    print(f"{len(listed):,} words of {number:,} sentences", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
