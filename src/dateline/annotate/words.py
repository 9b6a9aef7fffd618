"""Words for the parser: long names as one word, headline capitals undone, brackets and quotation marks stepped over."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from dateline.model.syntax import NameSpan, Word

SKIPPED = frozenset("\"'“”‘’«»[]„`*_|•")
_PAUSES = {"…": ",", "...": ",", "–": ",", "—": ",", "--": ","}


def parser_words(
    words: Sequence[Word], *, names: Sequence[NameSpan], lower: Collection[str] | None = None
) -> list[Word]:
    """The words as the parser should see them; `names` become one word each, `lower` are lower-cased (a headline)."""
    found: list[Word] = []
    at, opened = 0, False
    for word in _without_marks(words):
        owned = word.form in _APOSTROPHES and _is_of_several(found, word) and not opened
        opened = (opened or word.form in _OPENING) and not (opened and word.form in _APOSTROPHES)
        while at < len(names) and names[at].end <= word.start:
            at += 1
        name = names[at] if at < len(names) and names[at].start <= word.start < names[at].end else None
        if name is not None and found and found[-1].name is not None and found[-1].start == name.start:
            found[-1] = _joined(found[-1], word)
        elif name is not None and word.start == name.start and word.end <= name.end:
            found.append(Word(start=word.start, end=word.end, form=name.form, space=word.space, name=_letters(word)))
        elif owned:
            found.append(Word(start=word.start, end=word.end, form="'", space=word.space))
        elif word.form not in SKIPPED:
            found.append(_plain(word, lower))
    return found


_APOSTROPHES = frozenset("'’")
_OPENING = frozenset("'‘")


def _is_of_several(before: Sequence[Word], mark: Word) -> bool:
    """ "the students' abduction": whether the mark, right after a word in -s, says whose a thing is."""
    return bool(before) and mark.space and before[-1].end == mark.start and before[-1].form[-1:] == "s"


_MARKED = re.compile(r"(?P<word>.*?)(?P<stop>[.,;:!?]?)[\"'“”’»)]*(?:\[\d{1,3}\]?)+")


def _without_marks(words: Sequence[Word]) -> list[Word]:
    """The words without the marks of notes that are glued to them: "in Lebanon.[95]" ends with the country's name."""
    found: list[Word] = []
    for word in words:
        match = _MARKED.fullmatch(word.form) if "[" in word.form else None
        if match is None:
            found.append(word)
            continue
        middle = word.start + len(match["word"])
        if match["word"]:
            found.append(Word(start=word.start, end=middle, form=match["word"], space=False))
        if match["stop"]:
            found.append(Word(start=middle, end=middle + 1, form=match["stop"], space=word.space))
    return found


def _joined(name: Word, word: Word) -> Word:
    """A name with one more word in it; its letters run together."""
    letters = (name.name or "") + _letters(word)
    return Word(start=name.start, end=word.end, form=name.form, space=word.space, name=letters)


def _letters(word: Word) -> str:
    return "".join(c for c in word.form.casefold() if c.isalnum())


def _plain(word: Word, lower: Collection[str] | None) -> Word:
    form = _PAUSES.get(word.form, word.form)
    if lower is not None and form.casefold() in lower:
        form = form.casefold()
    return word if form == word.form else Word(start=word.start, end=word.end, form=form, space=word.space)
