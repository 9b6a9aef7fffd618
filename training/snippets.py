"""The labelled snippets: one a line, the ACLED sub-event type of its main happening (or None), a bar, its text.

Grenade | A hand grenade was thrown into a tea house in Kirkuk, wounding nine.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dateline.knowledge.files import rows
from training.sentences import SentenceError

NONE = "None"


def labels() -> tuple[str, ...]:
    """None, and the sub-event types that PLOVER types can be derived to, sorted."""
    return (NONE, *sorted({row["sub_event_type"] for row in rows("ontology/acled.csv")}))


def read(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield (label, text) of every snippet, in order. Raises SentenceError for a bad line or one written twice."""
    known, seen = labels(), dict[str, str]()
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            where = f"{path.name}:{number}"
            label, bar, text = (part.strip() for part in line.partition("|"))
            if not bar or not text or "|" in text:
                raise SentenceError(item=where, expected="Label | text", found=repr(line[:80]))
            if label not in known:
                raise SentenceError(item=where, expected=f"one of {', '.join(known)}", found=repr(label))
            if text in seen:
                raise SentenceError(item=where, expected="a new snippet", found=f"the one of {seen[text]}")
            seen[text] = where
            yield label, text


def main() -> None:
    """Check the files named (all by default) and print how many snippets each label has."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted((Path(__file__).parent / "snippets").glob("*.txt"))
    counted = Counter(label for label, _ in read(paths))
    print(f"{sum(counted.values())} snippets")
    for label, count in sorted(counted.items()):
        print(f"  {label:40} {count}")


if __name__ == "__main__":
    main()
