"""Who is said to have said what: sources, cues and contents of parsed sentences."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.attitudes import by_adjective, by_attitude, by_attitude_noun, object_of_attitude
from dateline.annotate.attributed import OBJECT, Attributed, mention
from dateline.annotate.carried import both_sides, carried_on
from dateline.annotate.contents import (
    MIN_QUOTED_WORDS,
    Range,
    after_that,
    before_comma,
    hull,
    next_paragraph,
    quoted_before,
    said,
    with_quotations,
)
from dateline.annotate.counted import COUNTING, LISTED, by_count
from dateline.annotate.cue_words import cue_words
from dateline.annotate.labels import labelled
from dateline.annotate.passed_on import cited, in_words
from dateline.annotate.quotations import quotations
from dateline.annotate.speakers import (
    OWN,
    PRONOUNS,
    SHOWING,
    bare,
    beside,
    fellows,
    follows_its_subject,
    is_told_of,
    is_writer,
    may_speak,
    name_before,
    only_holds,
    owner,
    phrase,
    speaking,
    stance_of,
)
from dateline.annotate.speech_nouns import by_noun
from dateline.grammar import Tree, agents, denied, is_passive, objects
from dateline.model import WRITER, AttributionMention, Quote, Sentence, Stance, quote
from dateline.model.speech import VoiceRules

LONG_QUOTE = 25
"""Characters of a quotation that is no mere name ("Fox and Friends")."""


_TELLING = frozenset({*COUNTING, "accord", "according"})
"""Lemmas of verbs by which somebody is quoted, beside the cues and attitudes that the rules list."""


def attribution_mentions(
    text: str, *, sentence: Sentence, block: tuple[int, int], rules: VoiceRules
) -> tuple[AttributionMention, ...]:
    """The attributions of one parsed sentence; `block` bounds the paragraph whose quotations count."""
    tree = Tree(sentence.tokens)
    quoted = quotations(text, *block)
    found: list[Attributed] = []
    for index, token in enumerate(sentence.tokens):
        pos = token.pos
        if pos in ("VERB", "AUX"):
            if token.lemma not in rules.cues and token.lemma not in rules.attitudes and token.lemma not in _TELLING:
                continue
            if not may_speak(tree, index, rules) or any(denied(tree, s) for s in tree.kids(index, "nsubj")):
                continue
            says = token.lemma in rules.cues and not only_holds(tree, index, rules)
            made = _by_verb(text, tree, index, sentence, block, quoted, rules) if says else None
            if made is not None and made.rule == OBJECT and follows_its_subject(tree, index):
                made = None
            if made is None and token.lemma in COUNTING:
                made = by_count(text, tree, index, rules)
            if made is None and token.lemma in rules.attitudes:
                made = by_attitude(text, tree, index, rules)
            elif made is not None:
                found.append(made)
                made = cited(text, tree, index, speaking(tree, index, rules), made, rules)
        elif pos == "NOUN":
            made = in_words(text, tree, index)
            if made is None and token.lemma in rules.nouns:
                made = by_noun(text, tree, index, rules)
            if made is None and token.lemma in rules.attitude_nouns:
                made = by_attitude_noun(text, tree, index, rules)
        elif pos == "ADJ" and token.lemma in rules.attitude_adjectives:
            made = by_adjective(text, tree, index, rules)
        elif pos == "ADV" and token.lemma in rules.hedges:
            made = _hedge(text, tree, index, rules.hedges[token.lemma])
        else:
            made = None
        if made is None and token.lemma in ("accord", "according"):
            made = _according(text, tree, index, sentence, rules)
        if made is not None and not (made.loose and token.dep == "acl" and follows_its_subject(tree, index)):
            found.append(made)
    if (label := labelled(text, sentence, block, rules)) is not None:
        found.append(label)
    if not found and (colon := _colon(text, tree, sentence, rules)) is not None:
        found.append(colon)
    return tuple(mention(text, one) for one in _outermost(found, quoted))


def _outermost(found: Sequence[Attributed], quoted: Sequence[Range]) -> list[Attributed]:
    """The attributions without those that name no further voice: a pronoun's, or no one's, inside what another says.

    An attitude goes too where it only leads to another's cue ("refused to say"), or stands inside what is said.
    """
    own = [o for o in found if not o.loose or not any(_leads(o, other) for other in found)]
    kept: list[Attributed] = []
    for one in own:
        source = one.source.exact.casefold() if one.source is not None else None
        spoken = any(a <= one.word.start < b for a, b in quoted)
        nested = any(o is not one and _within(one, o) and not _within(o, one) for o in own)
        loose = source is None and one.word.exact.casefold() in _RUMOURS  # "Y said it was checking reports that …"
        if (spoken and source in OWN) or ((nested or spoken) and (source is None or source in PRONOUNS) and not loose):
            continue
        if (one.loose or one.rule == LISTED) and (spoken or nested):
            continue
        beside = any(o.content == one.content and one.content[1] <= o.word.start < one.word.start for o in own)
        if beside and one.rule != "citing":  # "…, the agency said, quoting a priest" passes on the priest's words
            continue  # "…," wrote X, who was told by Y: the words are of the verb next to them
        kept.append(one)
    return kept


_RUMOURS = frozenset({"reports", "claims", "allegations", "accusations", "rumours", "rumors"})
"""What others say, whom nobody names."""


def _leads(one: Attributed, other: Attributed) -> bool:
    """Whether the words of `one` are part of the cue of `other`."""
    return other is not one and other.cue.start <= one.word.start < other.cue.end


def _within(inner: Attributed, outer: Attributed) -> bool:
    """Whether the words of `inner` stand in what `outer` gives as said."""
    return outer.content[0] <= inner.word.start < outer.content[1]


def _by_verb(
    text: str, tree: Tree, cue: int, sentence: Sentence, block: Range, quoted: Sequence[Range], rules: VoiceRules
) -> Attributed | None:
    """ "X said that …", "…, X said", "X said: “…”", "X is said to have …"."""
    entry = rules.cues[tree[cue].lemma]
    told_of = is_told_of(tree, cue, rules)
    passive = told_of or is_passive(tree, cue)
    heads = agents(tree, cue) if told_of else speaking(tree, cue, rules)
    speakers = [s for s in heads if not _is_quoted_apart(tree, s, cue, quoted)]
    clauses, rule = said(tree, cue, rules), "reporting verb"
    if passive and any(tree[s].lemma != "it" for s in tree.kids(cue, "nsubjpass")):  # "…; no losses were reported"
        clauses = [c for c in clauses if c[1] > tree[cue].start or ";" not in text[c[1] : tree[cue].start]]
    if entry.stance == "denies" and not quoted and tree.kids(cue, "dobj"):  # "Army retakes town, rebels deny loss"
        clauses = [c for c in clauses if c[0] > tree[cue].start]
    if not clauses and not passive and (before := quoted_before(text, tree, cue, speakers, quoted)) is not None:
        clauses = [before]
    if not clauses and not passive and (meant := object_of_attitude(tree, cue, rules)) is not None:
        if not entry.nominal and not any(meant[0] - 1 <= a and b <= meant[1] + 2 for a, b in quoted):
            rule = OBJECT
        clauses = [meant]
    if not clauses and not passive and speakers:
        clauses = after_that(tree, cue)
        if not clauses and not _quotes(text, sentence, quoted):
            clauses = before_comma(tree, cue, speakers[0], sentence)
    if not clauses and not passive and speakers:
        clauses = next_paragraph(text, sentence, block)
    contents = with_quotations(text, clauses, tree=tree, cue=cue, sentence=sentence, quoted=quoted)
    contents = _apart(tree, cue, speakers, contents)
    if not contents and passive and speakers and entry.stance in ("confirms", "denies"):
        contents = [tree.range_of(tree.subtree(s)) for s in tree.kids(cue, "nsubjpass") if tree[s].pos == "NOUN"][:1]
    if not contents and entry.nominal and not passive:
        contents = [tree.range_of(tree.subtree(o)) for o in objects(tree, cue)[:1]]
    if not contents and not passive and tree[cue].lemma in _INFORMING:
        contents = [tree.range_of(tree.subtree(p)) for p in _informed_of(tree, cue, rules)]
    if not contents and entry.stance == "accuses":
        contents = [tree.range_of(tree.subtree(p)) for p in tree.kids(cue, "prep", "dobj")]
    if not contents or (passive and tree[cue].lemma not in rules.indirect and not speakers):
        return None
    mute = any(tree[s].lemma in rules.happenings and tree[s].tag != "NNP" for s in speakers)
    if mute and not _shows(tree, cue):
        return None
    source = phrase(text, tree, speakers[0], cue=cue, contents=contents) if speakers else None
    plain = bare(text, tree, speakers[0]) if source is not None else None
    if source is None and not passive and not speakers and (run := name_before(tree, cue)) is not None:
        source = plain = quote(text, *run)
        contents = [(s, min(e, source.start)) if s < source.start < e else (s, e) for s, e in contents]
    if source is None and not passive and not speakers:
        source, plain = beside(text, tree, cue, contents) or (None, None)
    if source is None and not passive:
        return None
    if source is not None and is_writer(source.exact, rules) and not any(a <= source.start < b for a, b in quoted):
        rule = WRITER
    stance = stance_of(tree, cue, entry.stance, rules)
    if stance in ("reports", "claims") and any(_disclaims(text[a:b], rules) for a, b in contents):
        stance = "denies"
    content = carried_on(tree, cue, both_sides(tree, cue, speakers[0] if speakers else None, hull(contents)), rules)
    direct = any(q[0] - 1 <= c[0] and c[1] <= q[1] + 1 for c in contents for q in quoted)
    if plain is not None and speakers and tree[speakers[0]].lemma in rules.nouns:
        plain = owner(text, tree, speakers[0])
    return Attributed(
        rule=rule, cue=cue_words(text, tree, cue, content=content, rules=rules),
        word=quote(text, tree[cue].start, tree[cue].end), content=content, source=source, speaker=plain,
        stance=stance, direct=direct, others=fellows(text, tree, speakers, source),
    )  # fmt: skip


def _disclaims(content: str, rules: VoiceRules) -> bool:
    """Whether what is said is that somebody had no part in it."""
    words = " ".join(content.casefold().split())
    return any(phrase in words for phrase in rules.disclaiming)


_INFORMING = frozenset({"inform", "notify"})


def _informed_of(tree: Tree, cue: int, rules: VoiceRules) -> list[int]:
    """ "informs the public of a massacre in Minova": the happening of which somebody is told."""
    preps = [p for i in (cue, *tree.kids(cue, "dobj")) for p in tree.kids(i, "prep") if tree[p].lemma == "of"]
    return [o for p in preps for o in tree.kids(p, "pobj") if tree[o].lemma in rules.happenings][:1]


def _shows(tree: Tree, cue: int) -> bool:
    """Whether the verb is one of what things make known, as happenings do too."""
    return tree[cue].lemma in SHOWING


def _is_quoted_apart(tree: Tree, speaker: int, cue: int, quoted: Sequence[Range]) -> bool:
    """Whether the noun stands in a quotation of some length, and the verb outside it."""
    long = [(a, b) for a, b in quoted if b - a > LONG_QUOTE]
    return any(a <= tree[speaker].start < b and not a <= tree[cue].start < b for a, b in long)


def _quotes(text: str, sentence: Sentence, quoted: Sequence[Range]) -> bool:
    """Whether the sentence quotes more than a word or two."""
    return any(
        len(text[a:b].split()) >= MIN_QUOTED_WORDS and a < sentence.end and sentence.start < b for a, b in quoted
    )


def _apart(tree: Tree, cue: int, speakers: Sequence[int], contents: list[Range]) -> list[Range]:
    """The contents without the speaker where the parse has drawn it into what is said.

    Both sides stay of words of saying in parenthesis: "A bus was hit, police said, a day after a raid".
    """
    if not speakers:
        return contents
    begin, stop = tree.noun_phrase(speakers[0])
    kept: list[Range] = []
    for start, end in contents:
        if not start <= begin < end:
            kept.append((start, end))
        elif start < begin < tree[cue].start and (closed := _closed(tree, cue, speakers[0])) and closed[1] < end:
            kept += [(start, closed[0]), (closed[1], end)]
        elif begin - start >= end - stop:
            kept.append((start, begin))
        else:
            kept.append((stop, end))
    return [(s, e) for s, e in kept if e - s > 2]


def _closed(tree: Tree, cue: int, speaker: int) -> Range | None:
    """Where the commas stand that close in speaker and cue; None where they do not."""
    own = {i for c in tree.kids(cue, "prep", "dobj", "advmod", "npadvmod", "dative") for i in tree.subtree(c)}
    last = cue
    while last + 1 in own:
        last += 1
    first = tree.subtree(speaker)[0]
    if first == 0 or last + 1 >= len(tree) or tree[first - 1].text != "," or tree[last + 1].text != ",":
        return None
    return tree[first - 1].start, tree[last + 1].end


def _according(text: str, tree: Tree, index: int, sentence: Sentence, rules: VoiceRules) -> Attributed | None:
    """ "according to X": X is the source, the rest of the sentence the content."""
    sources = [p for to in tree.kids(index, "prep") if tree[to].lemma == "to" for p in tree.kids(to, "pobj")]
    if not sources and index + 1 < len(tree) and tree[index + 1].lemma == "to":
        sources = tree.kids(index + 1, "pobj")
    if not sources:
        return None
    plain = bare(text, tree, sources[0])
    bare_word = tree[sources[0]].lemma in rules.nouns and not tree.kids(sources[0], "compound", "amod", "poss")
    speaker = (owner(text, tree, sources[0]) if bare_word else None) or plain  # "a statement by X"
    below = set(tree.subtree(index)) | set(tree.subtree(sources[0]))
    rest = [i for i in range(len(tree)) if i not in below and tree[i].pos != "PUNCT"]
    after = [i for i in rest if i > max(below)]
    before = [i for i in rest if i < index]
    side = after if len(after) > len(before) and tree[after[0]].start >= plain.end else before or after
    if not side:
        return None
    content = tree.range_of(side)
    if side is before and after and tree[before[-1] + 1].text == "," and _goes_on(tree, before, after):
        content = hull([content, tree.range_of(after)])
    cue = quote(text, tree[index].start, min(tree[index + 1].end, sentence.end))
    source = phrase(text, tree, sources[0], cue=index, contents=[content])
    return Attributed(
        rule="according to", cue=cue, word=cue, content=content, source=source or plain, speaker=speaker,
        others=fellows(text, tree, tree.conjuncts(sources[0]), source),
    )  # fmt: skip


def _goes_on(tree: Tree, before: Sequence[int], after: Sequence[int]) -> bool:
    """Whether what follows the source hangs on what stands before it, as no clause of its own."""
    first = next((i for i in after if tree[i].head in before), None)
    return first is not None and tree[after[0]].dep != "cc" and tree[first].dep not in ("conj", "cc", "ccomp")


def _hedge(text: str, tree: Tree, index: int, stance: Stance) -> Attributed:
    """ "reportedly": a cue with no source; the clause around it is the content."""
    clause = tree.range_of(tree.subtree(tree[index].head))
    cue = quote(text, tree[index].start, tree[index].end)
    return Attributed(rule="hedge", cue=cue, word=cue, content=clause, stance=stance)


def _colon(text: str, tree: Tree, sentence: Sentence, rules: VoiceRules) -> Attributed | None:
    """A headline's "Ministry: town shelled" or "Town shelled: ministry"."""
    exact = text[sentence.start : sentence.end]
    if exact.count(": ") != 1 or len(exact) > 160:
        return None
    middle = exact.index(": ")
    head, tail = exact[:middle], exact[middle + 2 :]
    for name, content, offset in ((head, (middle + 2, len(exact)), 0), (tail, (0, middle), middle + 2)):
        words = name.casefold().strip(" .'\"“”").split()
        start = sentence.start + offset
        acts = any(t.pos in ("VERB", "AUX") for t in tree.tokens if start <= t.start < start + len(name))
        if 0 < len(words) <= 4 and not acts and any(w in rules.kinds for w in words):
            source = quote(text, start, start + len(name))
            cue = quote(text, sentence.start + middle, sentence.start + middle + 1)
            span = (sentence.start + content[0], sentence.start + content[1])
            return Attributed(rule="headline colon", cue=cue, word=cue, content=span, source=source, speaker=source)
    return None


def continued(
    text: str, *, sentence: Sentence, quoted: Sequence[Range], last: AttributionMention | None
) -> AttributionMention | None:
    """A sentence wholly inside a quotation with no cue of its own speaks for the last named direct speaker."""
    if last is None or last.source is None or not last.direct:
        return None
    if last.content.start <= sentence.start and sentence.end <= last.content.end + 2:
        return None
    if any(start <= sentence.start + 2 and sentence.end <= end + 2 for start, end in quoted):
        exact: Quote = quote(text, sentence.start, sentence.end)
        return AttributionMention(
            start=exact.start, end=exact.end, exact=exact.exact, rule="quotation goes on", cue=None, content=exact,
            source=last.source, speaker=last.speaker, stance=last.stance, direct=True,
        )  # fmt: skip
    return None
