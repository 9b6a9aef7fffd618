"""Towns that head the paragraphs of a round-up ("Kharkiv: a bomb hit …"): where each paragraph's happening was."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.extract.telling import Telling
from dateline.model import Document, PlaceMention

_FINE = frozenset({"town", "site", "area", "region"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def labels(document: Document) -> dict[int, PlaceMention]:
    """The place that opens each paragraph as a dateline or a label does, where two or more have different ones.

    One dateline says where a story was filed; several say where each of several things happened.
    """
    found: dict[int, PlaceMention] = {}
    for mention in document.mentions:
        if not isinstance(mention, PlaceMention):
            continue
        if "dateline" not in mention.rule and not document.article.text.startswith(": ", mention.end):
            continue
        for number, block in enumerate(document.article.blocks):
            if block.kept and block.start is not None and block.end and block.start <= mention.start < block.end:
                if mention.start - block.start <= 2 and mention.place.precision in _FINE:
                    found.setdefault(number, mention)
                break
    return found if len({m.place.id or m.place.name for m in found.values()}) > 1 else {}


def labelled(found: Sequence[Telling], named: dict[int, PlaceMention]) -> list[Telling]:
    """The tellings, those of no place in a paragraph so headed with its town."""
    if not named:
        return list(found)
    return [
        msgspec.structs.replace(t, places=(msgspec.structs.replace(named[t.block], rule="heads the paragraph"),))
        if not t.places and t.block in named and t.type in _DEEDS
        else t
        for t in found
    ]
