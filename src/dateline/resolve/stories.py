"""Articles that tell one story, by their wording alone: what a reader would call the same news."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from dateline.model import Article
from dateline.model.resolution import ResolveRules
from dateline.resolve.clusters import grouped
from dateline.resolve.wording import alike, wording


def stories(articles: Sequence[Article], *, rules: ResolveRules) -> list[list[Article]]:
    """The articles in groups of one story, whatever their order."""
    ordered = sorted(articles, key=lambda a: a.id)
    wordings = [wording((a.title or "", a.text), rules=rules.words, most=rules.words.story) for a in ordered]

    def score(one: int, other: int) -> float:
        return alike(wordings[one], wordings[other]) - rules.story

    links = [pair for pair in combinations(range(len(ordered)), 2) if score(*pair) > 0]
    return [[ordered[number] for number in group] for group in grouped(len(ordered), links, score)]
