"""The attributions as extraction needs them: of speech alone, by the bare name of who speaks, one a sentence."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dateline.model import AttributionMention, Document, Sentence, quote


def spoken(document: Document) -> list[AttributionMention]:
    """The attributions of speech in text order; one that spans sentences is given once for each of them.

    Their `source` is who speaks, their `speaker` the whole phrase, which may name no one ("a statement").
    """
    found = [
        piece
        for mention in document.mentions
        if isinstance(mention, AttributionMention) and not mention.attitude and not _is_sight(mention)
        for piece in _pieces(mention, document)
    ]
    return sorted(found, key=lambda m: (m.start, m.end))


_SIGHT = frozenset({"saw", "see", "sees", "seen", "seeing"})


def _is_sight(mention: AttributionMention) -> bool:
    """ "The town saw its largest march in years": what is seen, with no clause of its own, nobody says."""
    return (
        mention.rule == "reporting verb with object"
        and mention.word is not None
        and (mention.word.exact.casefold() in _SIGHT)
    )


def _pieces(mention: AttributionMention, document: Document) -> Iterator[AttributionMention]:
    text, content = document.article.text, mention.content
    parts = [q for q in (mention.speaker, mention.word) if q is not None]
    for sentence in _touched(document.sentences, content.start, content.end):
        said = quote(text, max(content.start, sentence.start), min(content.end, sentence.end))
        inside = [said, *(q for q in parts if sentence.start <= q.start < sentence.end)]
        start, end = min(q.start for q in inside), max(q.end for q in inside)
        yield msgspec.structs.replace(
            mention, start=start, end=end, exact=text[start:end], content=said, source=mention.speaker,
            speaker=mention.source, cue=mention.word,
        )  # fmt: skip


def _touched(sentences: tuple[Sentence, ...], start: int, end: int) -> Iterator[Sentence]:
    """The sentences that share a word with the range."""
    return (s for s in sentences if s.start < end and start < s.end)
