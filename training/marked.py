"""Which words the marked sentences mark for which type: what the learned reader may be believed about alone.

    python -m training.marked

Writes `marked.csv` beside the weights: for each PLOVER type the lemmas that stand in its marks, where at least one in
twenty of their occurrences does. "Is" and "said" stand in marks of every type and speak for none.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from training.sentences import Marked, read

HERE = Path(__file__).parent
OUT = HERE.parent / "src/dateline/knowledge/data/classifier/marked.csv"
LEAST = 0.05


def marked_lemmas(sentences: Iterable[Marked]) -> Mapping[str, list[str]]:
    """PLOVER type → its lemmas, sorted; only verbs, nouns, adjectives and particles."""
    from dateline.knowledge.syntax import SpacyParser

    parser, held = SpacyParser(), list(sentences)
    marked: dict[str, Counter[str]] = defaultdict(Counter)
    everywhere: Counter[str] = Counter()
    parsed = parser.parse([parser.words(one.text, 0, len(one.text)) for one in held])
    for one, tokens in zip(held, parsed, strict=True):
        for token in tokens:
            if not token.lemma.isalpha() or token.pos in ("DET", "PRON", "ADP", "PUNCT", "NUM", "CCONJ", "SCONJ"):
                continue
            everywhere[token.lemma] += 1
            for mark in one.marks:
                if mark.start <= token.start < mark.end:
                    marked[mark.type][token.lemma] += 1
    return {
        type_: sorted(lemma for lemma, count in counts.items() if count >= LEAST * everywhere[lemma])
        for type_, counts in sorted(marked.items())
    }


def write(sentences: Iterable[Marked], out: Path) -> None:
    """Write the table to the file."""
    with out.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(("type", "lemmas"))
        table.writerows((type_, " ".join(lemmas)) for type_, lemmas in marked_lemmas(sentences).items())


if __name__ == "__main__":
    write(read(sorted((HERE / "sentences").glob("*.txt"))), OUT)
