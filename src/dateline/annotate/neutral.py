"""Names that are no side's: what the learned reader is shown in place of known parties, so that none can sway it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import ActorMention
from dateline.model.lexicon import NeutralNames

Renamed = tuple[int, int, str]
"""A stretch of the text, half-open, and what stands in its place."""


def neutral(mentions: Sequence[ActorMention], names: NeutralNames) -> list[Renamed]:
    """What stands for each known party of one sentence: the first of its kind gets the first name, and so on.

    Parties known by description only ("gunmen") are words like others, and stay.
    """
    given: dict[str, int] = {}
    found: list[Renamed] = []
    for mention in mentions:
        kind = "demonym" if mention.rule in ("demonym", "people") else mention.actor.kind
        options = names.by_kind.get(kind, ())
        if not options:
            continue
        party = mention.actor.id or mention.actor.name
        number = given.setdefault(party, len(given))
        found.append((mention.start, mention.end, options[number % len(options)]))
    return found
