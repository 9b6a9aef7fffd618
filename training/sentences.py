"""The marked sentences: one a line, each trigger in brackets with what it tells.

    Gunmen [opened fire|ASSAULT.firearms] on a minibus, and the mayor [urged|*REQUEST.change] calm.

A mark is `[words|TYPE]`, `[words|TYPE.mode]` or `[words|TYPE.mode.modality]` (`TYPE..modality` where there is no mode).
Modality is `actual` unless said. `*` before the type marks the main happening where that is not the first one.
A sentence without a mark tells of no happening. Blank lines and lines that begin with `#` are notes.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import DatelineError
from dateline.knowledge.lexicon import lexicon

MODALITIES = ("actual", "ongoing", "planned", "threatened", "requested", "hypothetical", "negated", "historical")


@dataclass(frozen=True)
class Mark:
    """One trigger: where its words stand in the sentence (code points, half-open) and what it tells."""

    start: int
    end: int
    type: str
    mode: str
    modality: str
    main: bool


@dataclass(frozen=True)
class Marked:
    """A sentence without its brackets, and its marks in order."""

    text: str
    marks: tuple[Mark, ...]

    @property
    def main(self) -> Mark | None:
        """The mark of the sentence's main happening; None where it tells of none."""
        return next((mark for mark in self.marks if mark.main), self.marks[0] if self.marks else None)


class SentenceError(DatelineError):
    """A marked sentence that cannot be read; says where, what was expected and what was found."""


def _modes() -> Mapping[str, tuple[str, ...]]:
    return lexicon().modes


def parse(line: str, where: str, modes: Mapping[str, tuple[str, ...]]) -> Marked:
    """Read one marked line; `where` names it in errors. Raises SentenceError."""
    text, marks, rest = "", list[Mark](), line.strip()
    while rest:
        before, bracket, after = rest.partition("[")
        text += before
        if not bracket:
            break
        inside, closing, rest = after.partition("]")
        words, bar, label = inside.partition("|")
        if not closing or not bar or not words.strip() or words != words.strip() or "[" in inside:
            raise SentenceError(item=where, expected="[words|TYPE.mode.modality]", found=f"[{inside}")
        main, label = label.startswith("*"), label.removeprefix("*")
        event, mode, modality = [*label.split("."), "", ""][:3]
        modality = modality or "actual"
        if event not in modes:
            raise SentenceError(item=where, expected=f"one of {', '.join(sorted(modes))}", found=repr(event))
        if mode and mode not in modes[event]:
            raise SentenceError(item=where, expected=f"a mode of {event}: {', '.join(modes[event])}", found=repr(mode))
        if modality not in MODALITIES or label.count(".") > 2:
            raise SentenceError(item=where, expected=f"a modality: {', '.join(MODALITIES)}", found=repr(label))
        marks.append(Mark(len(text), len(text) + len(words), event, mode, modality, main))
        text += words
    if "]" in text or "|" in text or "  " in text:
        raise SentenceError(item=where, expected="no bracket, bar or double space outside a mark", found=repr(text))
    if sum(mark.main for mark in marks) > 1:
        raise SentenceError(item=where, expected="at most one main mark (*)", found="several")
    return Marked(text, tuple(marks))


def read(paths: list[Path]) -> Iterator[Marked]:
    """Yield every sentence of the files, in order. Raises SentenceError for a bad line or a sentence written twice."""
    modes = _modes()
    seen: dict[str, str] = {}
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            where = f"{path.name}:{number}"
            marked = parse(line, where, modes)
            if marked.text in seen:
                raise SentenceError(item=where, expected="a new sentence", found=f"the one of {seen[marked.text]}")
            seen[marked.text] = where
            yield marked


def main() -> None:
    """Check the files named (all by default) and print how many sentences each label has."""
    here = Path(__file__).parent / "sentences"
    paths = [Path(name) for name in sys.argv[1:]] or sorted(here.glob("*.txt"))
    sentences = list(read(paths))
    labels = Counter(f"{mark.type}.{mark.mode}" for one in sentences for mark in one.marks)
    modalities = Counter(mark.modality for one in sentences for mark in one.marks)
    print(f"{len(sentences)} sentences, {sum(not one.marks for one in sentences)} of them without a happening")
    for label, count in sorted(labels.items()):
        print(f"  {label:28} {count}")
    print("  " + ", ".join(f"{name} {count}" for name, count in modalities.most_common()))


if __name__ == "__main__":
    main()
