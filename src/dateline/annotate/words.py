"""Words for the parser: long names as one word, headline capitals undone, brackets and quotation marks stepped over."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.model.syntax import Word

SKIPPED = frozenset("\"'“”‘’«»[]„`*_|•")
_PAUSES = {"…": ",", "...": ",", "–": ",", "—": ",", "--": ","}


def parser_words(
    words: Sequence[Word], *, names: Sequence[tuple[int, int]], lower: Collection[str] | None = None
) -> list[Word]:
    """The words as the parser should see them; `names` become one word each, `lower` are lower-cased (a headline)."""
    found: list[Word] = []
    spans = sorted(names)
    at = 0
    for word in words:
        while at < len(spans) and spans[at][1] <= word.start:
            at += 1
        inside = at < len(spans) and spans[at][0] <= word.start < spans[at][1]
        if inside and found and found[-1].name and found[-1].start == spans[at][0]:
            found[-1] = _joined(found[-1], word)
        elif inside and word.start == spans[at][0] and word.end < spans[at][1]:
            found.append(Word(start=word.start, end=word.end, form=word.form, space=word.space, name=True))
        elif word.form not in SKIPPED:
            found.append(_plain(word, lower))
    return found


def _joined(name: Word, word: Word) -> Word:
    """A name with one more word in it; its form runs the letters together."""
    form = name.form + "".join(c for c in word.form.casefold() if c.isalnum())
    return Word(start=name.start, end=word.end, form=form, space=word.space, name=True)


def _plain(word: Word, lower: Collection[str] | None) -> Word:
    form = _PAUSES.get(word.form, word.form)
    if lower is not None and form.casefold() in lower:
        form = form.casefold()
    return word if form == word.form else Word(start=word.start, end=word.end, form=form, space=word.space)
