"""Who is said to have said what: sources, cues and contents of parsed sentences."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.quotations import quotations
from dateline.grammar import Tree, agents, is_passive, objects, subjects
from dateline.model import AttributionMention, Quote, Sentence, Stance, quote
from dateline.model.lexicon import VoiceRules

_CONTENT = ("ccomp", "xcomp", "parataxis")
_INDIRECT = frozenset({"say", "tell", "report", "claim", "allege", "believe", "think", "suspect", "know", "estimate"})
_AFTER_SPEECH = frozenset({"advmod", "npadvmod"})
_TAKES_INFINITIVE = frozenset(
    [
        "claim",
        "deny",
        "admit",
        "vow",
        "pledge",
        "promise",
        "threaten",
        "profess",
        "purport",
        "swear",
        "say",
        "report",
        "believe",
        "allege",
        "acknowledge",
    ]
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
MIN_QUOTED_WORDS = 3


def attribution_mentions(
    text: str, *, sentence: Sentence, block: tuple[int, int], rules: VoiceRules
) -> tuple[AttributionMention, ...]:
    """The attributions of one parsed sentence; `block` bounds the paragraph whose quotations count."""
    tree = Tree(sentence.tokens)
    quoted = [q for q in quotations(text, *block) if q[0] < sentence.end and q[1] > sentence.start]
    found: list[AttributionMention] = []
    for index, token in enumerate(sentence.tokens):
        if token.pos in ("VERB", "AUX") and token.lemma in rules.cues:
            found.extend(_by_verb(text, tree, index, sentence, quoted, rules))
        elif token.lemma in ("accord", "according") and index + 1 < len(tree):
            found.extend(_according(text, tree, index, sentence))
        elif token.lemma in rules.hedges and token.pos == "ADV":
            found.append(_hedge(text, tree, index, rules.hedges[token.lemma]))
        elif token.lemma in rules.nouns and token.pos == "NOUN":
            found.extend(_by_noun(text, tree, index, rules))
    colon = _colon(text, tree, sentence, rules) if not found else None
    return (*found, colon) if colon is not None else tuple(found)


def _by_verb(
    text: str, tree: Tree, cue: int, sentence: Sentence, quoted: Sequence[tuple[int, int]], rules: VoiceRules
) -> list[AttributionMention]:
    """ "X said that …", "…, X said", "X said: “…”", "X is said to have …"."""
    entry = rules.cues[tree[cue].lemma]
    passive = is_passive(tree, cue)
    speakers = agents(tree, cue) if passive else subjects(tree, _speaking_clause(tree, cue, rules))
    speakers = [s for s in speakers if tree[s].pos in _NOMINAL and tree[s].lemma not in rules.nouns]
    contents = _apart(tree, speakers, _contents(text, tree, cue, sentence, quoted))
    if not contents and entry.nominal and not passive:
        contents = [tree.range_of(tree.subtree(o)) for o in objects(tree, cue)[:1]]
    if not contents and entry.stance == "accuses":
        contents = [tree.range_of(tree.subtree(p)) for p in tree.kids(cue, "prep", "dobj")]
    if not contents or (passive and tree[cue].lemma not in _INDIRECT and not speakers):
        return []
    source = _source(text, tree, speakers, contents)
    if source is None and not passive and not speakers and (run := _name_before(tree, cue)) is not None:
        source = quote(text, *run)
        contents = [(s, min(e, source.start)) if s < source.start < e else (s, e) for s, e in contents]
    stance: Stance = entry.stance
    if tree.kids(cue, "neg") and stance == "confirms":
        stance = "reports"
    direct = any(q[0] <= c[0] and c[1] <= q[1] for c in contents for q in quoted)
    return [_mention(text, tree, "reporting verb", cue, c, source, stance, direct=direct) for c in contents]


_IN_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP"})


def _name_before(tree: Tree, cue: int) -> tuple[int, int] | None:
    """ "…, the head of the district, Ann Lee, reported": the name between commas that the parse has hung elsewhere."""
    place = cue - 1
    if place < 0 or tree[place].text != ",":
        return None
    while place > 0 and (tree[place].pos in _IN_NAMES or tree[place].text == ","):
        place -= 1
    first = next((i for i in range(place, cue) if tree[i].text == ","), cue)
    inside = range(first + 1, cue - 1)
    if not inside or not any(tree[i].pos == "PROPN" for i in inside) or tree[inside[0]].pos == "ADP":
        return None
    return tree[inside[0]].start, tree[inside[-1]].end


def _apart(tree: Tree, speakers: Sequence[int], contents: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The contents without the speaker where the parse has drawn it into what is said."""
    if not speakers:
        return contents
    begin, stop = tree.noun_phrase(speakers[0])
    kept: list[tuple[int, int]] = []
    for start, end in contents:
        if not start <= begin < end:
            kept.append((start, end))
        elif begin - start >= end - stop:
            kept.append((start, begin))
        else:
            kept.append((stop, end))
    return [(s, e) for s, e in kept if e - s > 2]


def _speaking_clause(tree: Tree, cue: int, rules: VoiceRules) -> int:
    """The verb whose subject speaks: for "…, accusing X", inside what someone says, the verb of saying above it."""
    if tree[cue].tag != "VBG" or tree[cue].dep != "advcl" or tree.kids(cue, "nsubj"):
        return cue
    below = cue
    for head in tree.ancestors(cue):
        if tree[below].dep == "ccomp" and tree[head].lemma in rules.cues:
            return head
        below = head
    return cue


def _source(text: str, tree: Tree, speakers: Sequence[int], contents: Sequence[tuple[int, int]]) -> Quote | None:
    for speaker in speakers[:1]:
        start, end = tree.noun_phrase(speaker)
        if not any(c[0] <= start < c[1] for c in contents):
            return quote(text, start, end)
    return None


def _contents(
    text: str, tree: Tree, cue: int, sentence: Sentence, quoted: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """What is said: quoted words of the sentence, with the clause that completes the cue."""
    found: list[tuple[int, int]] = []
    for child in tree.kids(cue, *_CONTENT):
        if tree[child].dep == "xcomp" and tree[cue].lemma not in _TAKES_INFINITIVE:
            continue
        found.append(tree.range_of(tree.subtree(child)))
    if not found and _is_parenthesis(tree, cue):
        found.append(_around(tree, cue))
    for start, end in quoted:
        begin, stop = max(start, sentence.start), min(end, sentence.end)
        words = len(text[begin:stop].split())
        inside = any(c[0] <= begin and stop <= c[1] for c in found)
        if words >= MIN_QUOTED_WORDS and not inside and not begin <= tree[cue].start < stop and not found:
            found.append((begin, stop))
    return [(max(a, sentence.start), min(b, sentence.end)) for a, b in found if a < b]


def _is_parenthesis(tree: Tree, cue: int) -> bool:
    """Whether the cue hangs below the clause that it reports ("The town fell, officials said")."""
    return (
        tree[cue].dep in ("parataxis", "advcl", "conj", "dep")
        and bool(tree.kids(cue, "nsubj"))
        and not tree.kids(cue, "dobj", "mark")
    )


def _around(tree: Tree, cue: int) -> tuple[int, int]:
    """The clause above a parenthetical cue, as far as it stands on one side of it."""
    below = set(tree.subtree(cue))
    rest = [i for i in tree.subtree(tree[cue].head) if i not in below]
    before = [i for i in rest if i < cue]
    return tree.range_of(before if len(before) >= len(rest) - len(before) else [i for i in rest if i > cue] or rest)


def _according(text: str, tree: Tree, index: int, sentence: Sentence) -> list[AttributionMention]:
    """ "according to X": X is the source, the rest of the sentence the content."""
    sources = [p for to in tree.kids(index, "prep") if tree[to].lemma == "to" for p in tree.kids(to, "pobj")]
    if not sources and index + 1 < len(tree) and tree[index + 1].lemma == "to":
        sources = tree.kids(index + 1, "pobj")
    if not sources:
        return []
    source = quote(text, *tree.noun_phrase(sources[0]))
    below = set(tree.subtree(index)) | set(tree.subtree(sources[0]))
    rest = [i for i in range(len(tree)) if i not in below and tree[i].pos != "PUNCT"]
    after = [i for i in rest if i > max(below)]
    before = [i for i in rest if i < index]
    side = after if len(after) > len(before) and tree[after[0]].start >= source.end else before or after
    if not side:
        return []
    content = tree.range_of(side)
    cue = quote(text, tree[index].start, min(tree[index + 1].end, sentence.end))
    return [_built(text, "according to", cue, content, source, "reports", direct=False)]


def _hedge(text: str, tree: Tree, index: int, stance: Stance) -> AttributionMention:
    """ "reportedly": a cue with no source; the clause around it is the content."""
    clause = tree.range_of(tree.subtree(tree[index].head))
    cue = quote(text, tree[index].start, tree[index].end)
    return _built(text, "hedge", cue, clause, None, stance, direct=False)


def _by_noun(text: str, tree: Tree, index: int, rules: VoiceRules) -> list[AttributionMention]:
    """ "the army's claim that …": the possessor or agent of a speech noun."""
    clauses = [c for c in tree.kids(index, "acl", "ccomp", "relcl") if tree.kids(c, "mark")]
    if not clauses:
        return []
    owners = [*tree.kids(index, "poss"), *agents(tree, index), *(
        p for prep in tree.kids(index, "prep") if tree[prep].lemma in ("of", "from") for p in tree.kids(prep, "pobj")
    )]  # fmt: skip
    source = quote(text, *tree.noun_phrase(owners[0])) if owners else None
    stance = rules.nouns[tree[index].lemma]
    content = tree.range_of(tree.subtree(clauses[0]))
    return [_mention(text, tree, "speech noun", index, content, source, stance, direct=False)]


def _colon(text: str, tree: Tree, sentence: Sentence, rules: VoiceRules) -> AttributionMention | None:
    """A headline's "Ministry: town shelled" or "Town shelled: ministry"."""
    exact = text[sentence.start : sentence.end]
    if exact.count(": ") != 1 or len(exact) > 160:
        return None
    middle = exact.index(": ")
    head, tail = exact[:middle], exact[middle + 2 :]
    for name, content, offset in ((head, (middle + 2, len(exact)), 0), (tail, (0, middle), middle + 2)):
        words = name.casefold().strip(" .'\"“”").split()
        if 0 < len(words) <= 4 and any(w in rules.kinds for w in words):
            start = sentence.start + offset
            source = quote(text, start, start + len(name))
            cue = quote(text, sentence.start + middle, sentence.start + middle + 1)
            span = (sentence.start + content[0], sentence.start + content[1])
            return _built(text, "headline colon", cue, span, source, "reports", direct=False)
    return None


def _mention(
    text: str, tree: Tree, rule: str, cue: int, content: tuple[int, int], source: Quote | None, stance: Stance, *,
    direct: bool,
) -> AttributionMention:  # fmt: skip
    return _built(text, rule, quote(text, tree[cue].start, tree[cue].end), content, source, stance, direct=direct)


def _built(
    text: str, rule: str, cue: Quote | None, content: tuple[int, int], source: Quote | None, stance: Stance, *,
    direct: bool,
) -> AttributionMention:  # fmt: skip
    """The mention whose own span reaches from its first to its last part."""
    parts = [p for p in (cue, source) if p is not None]
    start = min([content[0], *(p.start for p in parts)])
    end = max([content[1], *(p.end for p in parts)])
    return AttributionMention(
        start=start, end=end, exact=text[start:end], rule=rule, cue=cue, content=quote(text, *content),
        source=source, stance=stance, direct=direct,
    )  # fmt: skip


def continued(
    text: str, *, sentence: Sentence, quoted: Sequence[tuple[int, int]], last: AttributionMention | None
) -> AttributionMention | None:
    """A sentence wholly inside a quotation with no cue of its own speaks for the last named direct speaker."""
    if last is None or last.source is None or not last.direct:
        return None
    if any(start <= sentence.start + 1 and sentence.end <= end + 2 for start, end in quoted):
        return _built(
            text, "quotation goes on", None, (sentence.start, sentence.end), last.source, last.stance, direct=True
        )
    return None
