"""Which reports are of one story, and which mentions of one event, against public sets of news.

`g5w_clusters`: 150 articles of 31 happenings, drawn together by wording alone. `ecbplus` and `newswcl50`: gold mentions
of events, drawn together where their documents are of one story and their words agree; published systems that were
trained for it reach about .86 to .88 CoNLL F1 (from memory). `apart`: the airwars_gaza pages are one incident each.
"""

from __future__ import annotations

import io
import json
from ast import literal_eval
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from dateline.knowledge.reading import reading_rules
from dateline.knowledge.resolution import resolve_rules
from dateline.knowledge.syntax import SpacyParser
from dateline.model import Article, Issue, Reported
from dateline.model.account import Wording
from dateline.read import article
from dateline.resolve import incidents, stories
from dateline.resolve.clusters import grouped
from dateline.resolve.wording import alike, wording

from .arithmetic import share
from .coreference import b_cubed, ceaf, conll, muc
from .frame import Case, Measure, Outcome, Scorer, rows_of
from .reads import LATEST, read_paths

FIELDS = ("id", "url", "title", "text")
HEADS = 0.55
"""Mean likeness of words from which two mentions of one story are one event: tuned on ecbplus.train."""


def _article(row: dict[str, str]) -> Article:
    """The row as an article, read but not searched for events."""
    from dateline.fetch import from_rows

    line = json.dumps({name: row[name] for name in FIELDS if row.get(name)}).encode()
    page = next(iter(from_rows(io.BytesIO(line), source=row["id"])))
    found = page if isinstance(page, Issue) else article(page, rules=reading_rules(), latest=LATEST)
    assert not isinstance(found, Issue), str(found)
    return found


def g5w(paths: tuple[Path, ...]) -> Outcome:
    """Articles as stories."""
    rows = rows_of(paths[0])
    articles = {_article(row).id: row["id"] for row in rows}
    read = [_article(row) for row in rows]
    found = {articles[a.id]: str(n) for n, group in enumerate(stories(read, rules=resolve_rules())) for a in group}
    gold = {row["id"]: row["event"] for row in rows}
    cases = tuple(
        Case(id=f"{a} {b}", measure="pair", right=False, gold=gold[a] == gold[b], found=found[a] == found[b])
        for a, b in combinations(sorted(gold), 2)
        if (gold[a] == gold[b]) != (found[a] == found[b])
    )
    figure = b_cubed(found, gold)
    return Outcome((Measure("stories, B³ F1", figure.f1, len(rows), goal=0.85),), cases)


class Mention(NamedTuple):
    """A gold mention of an event: its words, its sentence, and the chain that it belongs to."""

    id: str
    document: str
    words: tuple[str, ...]
    sentence: str
    chain: str


Sentences = dict[tuple[str, str], list[str]]


def _sentences(path: Path) -> Sentences:
    """(document, sentence number) → words, from lines of four or more tab-separated columns."""
    found: Sentences = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) >= 4 and not line.startswith("#"):
            found[columns[0].rsplit("/", 1)[-1], columns[1]].append(columns[3])
    return found


def _mentions(path: Path, sentences: Sentences, *, kinds: frozenset[str]) -> Iterator[Mention]:
    for row in rows_of(path):
        if row["mention_type"] in kinds:
            tokens = sentences[row["doc_id"], str(row["sent_id"])]
            words = tuple(tokens[n] for n in literal_eval(str(row["tokens_number"])) if n < len(tokens))
            yield Mention(str(row["id"]), row["doc_id"], words, " ".join(tokens), row["coref_chain"])


def _documents(sentences: Sentences) -> list[Article]:
    texts: dict[str, list[str]] = defaultdict(list)
    for (document, _), words in sentences.items():
        texts[document].append(" ".join(words))
    return [
        Article(id=name, page=name, source=name, title=None, text="\n".join(lines), blocks=())
        for name, lines in texts.items()
    ]


def chained(mentions: Sequence[Mention], documents: Sequence[Article]) -> dict[str, str]:
    """Mention → chain as found: within a story, mentions whose words and sentences are alike on average."""
    rules = resolve_rules()
    story_of = {a.id: n for n, group in enumerate(stories(documents, rules=rules)) for a in group}
    parser = SpacyParser()
    heads: list[Wording] = []
    contexts: list[Wording] = []
    for mention in mentions:
        phrase = " ".join(mention.words)
        parsed = next(iter(parser.parse([parser.words(phrase, 0, len(phrase))])))
        heads.append(wording([" ".join(token.lemma for token in parsed)], rules=rules.words, most=rules.words.passage))
        contexts.append(wording([mention.sentence], rules=rules.words, most=rules.words.passage))

    def score(one: int, other: int) -> float | None:
        if story_of[mentions[one].document] != story_of[mentions[other].document]:
            return None
        return 0.8 * alike(heads[one], heads[other]) + 0.4 * alike(contexts[one], contexts[other]) - HEADS

    links = [pair for pair in combinations(range(len(mentions)), 2) if (score(*pair) or 0.0) > 0]
    groups = grouped(len(mentions), links, score)
    return {mentions[number].id: str(n) for n, group in enumerate(groups) for number in group}


def _chains(paths: tuple[Path, ...], *, kinds: frozenset[str]) -> Outcome:
    sentences = _sentences(paths[1])
    mentions = list(_mentions(paths[0], sentences, kinds=kinds))
    found = chained(mentions, _documents(sentences))
    gold = {mention.id: mention.chain for mention in mentions}
    parts = {"MUC": muc(found, gold).f1, "B³": b_cubed(found, gold).f1, "CEAF-e": ceaf(found, gold).f1}
    measures = [Measure("events on gold mentions, CoNLL F1", conll(found, gold), len(gold), to_beat=0.86)]
    measures += [Measure(f"of that, {name} F1", figure, len(gold)) for name, figure in parts.items()]
    return Outcome(tuple(measures), ())


def ecbplus(paths: tuple[Path, ...]) -> Outcome:
    """Gold mentions of actions, across documents."""
    return _chains(paths, kinds=frozenset(("ACT",)))


def newswcl50(paths: tuple[Path, ...]) -> Outcome:
    """Gold mentions of actions and events, across documents of loaded wording; concepts and things are left out."""
    return _chains(paths, kinds=frozenset(("ACTION", "EVENT")))


def apart(paths: tuple[Path, ...]) -> Outcome:
    """The share of pages whose incidents hold no other page."""
    rows = rows_of(paths[0])
    told = []
    names: dict[str, str] = {}
    for row in rows:
        reading = next(iter(read_paths([paths[0].parent / row["page"]])))
        if not isinstance(reading, Issue):
            told += [(event, reading.article) for event in reading.events]
            names[reading.article.id] = row["id"]
    joined: dict[str, list[Reported]] = defaultdict(list)
    for incident in incidents(told, rules=resolve_rules()):
        for report in incident.articles:
            joined[report.id] += [other for other in incident.articles if other.id != report.id]
    cases = tuple(
        Case(id=name, measure="apart", right=not joined[id_], gold=None, found=[names[r.id] for r in joined[id_]])
        for id_, name in names.items()
    )
    measure = Measure("incidents kept apart", share(c["right"] for c in cases), len(cases), goal=0.97)
    return Outcome((measure,), cases)


SCORERS = (
    Scorer("g5w_clusters", ("g5w_clusters.dev.jsonl",), g5w),
    Scorer("ecbplus", ("ecbplus_events.dev.jsonl", "text/ECB_Dev_corpus.txt"), ecbplus),
    Scorer("newswcl50", ("newswcl50.dev.jsonl", "text/newswcl50.conll"), newswcl50),
    Scorer("airwars_apart", ("airwars_gaza.jsonl", "pages"), apart),
)
