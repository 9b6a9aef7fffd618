"""What is said: clauses, objects and quoted words that complete a cue."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from dateline.grammar import Tree
from dateline.grammar.arguments import SUBJECTS
from dateline.model import Sentence
from dateline.model.speech import VoiceRules

Range = tuple[int, int]
MIN_QUOTED_WORDS = 3
_NEXT = re.compile(r"\s*(\S[^\n]*)")
_MARKS = " \n“\"‘'"
_LEADS_ON = frozenset({":", ",", "--", "—"})
"""What stands between what is said and the quotation that carries it on."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASKING = frozenset({"ask", "wonder", "inquire", "enquire"})
_CLAUSES = ("ccomp", "xcomp", "parataxis")


def said(tree: Tree, cue: int, rules: VoiceRules) -> list[Range]:
    """The clauses that complete a verb of saying, or the clause beside which it stands in parenthesis."""
    found: list[Range] = []
    clauses = tree.kids(cue, *_CLAUSES)
    own = [c for c in clauses if c > cue]
    for child in clauses:
        if child < cue and own and _is_closed_off(tree, child, cue):
            continue
        if tree[child].dep == "xcomp" and tree[cue].lemma not in rules.infinitive:
            continue
        words = (
            _without_occasion(tree, child) if tree[child].dep == "xcomp" else _without_others(tree, cue, child, rules)
        )
        found.append(tree.range_of([*_subject_taken(tree, cue, child), *words]))
        if child < cue and _is_pronoun_said(tree, cue):
            more = (c for c in tree.kids(cue, "conj") if tree[cue + 1].text == "," and tree.kids(c, *SUBJECTS))
            found += [tree.range_of(tree.subtree(c)) for c in more]
    if not found and tree[cue].lemma in _ASKING:
        found += [tree.range_of(tree.subtree(c)) for c in tree.kids(cue, "advcl") if c > cue and _is_asked(tree, c)][:1]
    if not found and _is_parenthesis(tree, cue):
        found.append(_around(tree, cue))
    return found


def _is_closed_off(tree: Tree, clause: int, cue: int) -> bool:
    """ "Settlers shot a man; the army said that it was looking into it": what a semicolon closes off, nobody said."""
    last = max(tree.subtree(clause))
    return any(tree[i].text == ";" for i in range(last, cue))


_AROUND = frozenset({"after", "before", "following", "during"})


def _without_occasion(tree: Tree, clause: int) -> list[int]:
    """ "pledged to stand by Y after holding talks with Z": on what occasion it was pledged is none of the pledge."""
    words = tree.subtree(clause)
    for prep in words:
        told = tree[prep].dep == "prep" and tree[prep].lemma in _AROUND and bool(tree.kids(prep, "pcomp"))
        if (
            told
            and prep > clause
            and {i for i in words if i > prep and tree[i].pos != "PUNCT"} <= {*tree.subtree(prep)}
        ):
            return [i for i in words if i < prep]
    return words


_AGAINST = frozenset({"while", "whereas"})


def _without_others(tree: Tree, cue: int, clause: int, rules: VoiceRules) -> list[int]:
    """ "A said that it will rain, while B called it a lie": what others say or do beside it is none of the words said.

    A clause set against it goes; so does one that "and" or "but" joins to what lies ahead, of another who spoke.
    """
    words = tree.subtree(clause)
    for child in tree.children[clause]:
        first = tree.subtree(child)[0]
        if not cue < clause < first or (tree[first - 1].text != "," and tree[first - 2].text != ","):
            continue
        own = [s for s in tree.kids(child, *SUBJECTS) if tree[s].pos != "PRON"]
        against = tree[child].dep == "advcl" and any(tree[m].lemma in _AGAINST for m in tree.kids(child, "mark"))
        beside = tree[child].dep == "conj" and tree[child].lemma in rules.cues and _lies_ahead(tree, clause)
        if own and tree[child].tag in ("VBD", "VBZ", "VBP") and (against or beside) and not tree.kids(child, "aux"):
            return [i for i in words if i < first - (tree[first - 1].dep == "cc")]
    return words


def _lies_ahead(tree: Tree, clause: int) -> bool:
    """ "will rain": said of what is yet to come."""
    return any(tree[a].tag == "MD" for a in tree.kids(clause, "aux"))


def _subject_taken(tree: Tree, cue: int, clause: int) -> list[int]:
    """The words just before a finite clause without a subject that the parse has made the verb's own object."""
    if tree[clause].tag not in _FINITE or tree.kids(clause, "nsubj", "nsubjpass", "expl", "mark", "csubj"):
        return []
    first = tree.subtree(clause)[0]
    taken = [tree.subtree(c) for c in tree.kids(cue, "dobj", "nsubj", "dative") if cue < c < first]
    return next((run for run in taken if run[-1] == first - 1), [])


def _is_asked(tree: Tree, clause: int) -> bool:
    """Whether "if" or "whether" opens the clause: what someone asks."""
    return any(tree[i].text.casefold() in ("if", "whether") for i in tree.kids(clause, "mark"))


def _is_parenthesis(tree: Tree, cue: int) -> bool:
    """Whether the cue hangs below the clause that it reports ("The town fell, officials said")."""
    return (
        tree[cue].dep in ("parataxis", "advcl", "conj", "dep")
        and bool(tree.kids(cue, "nsubj"))
        and not any(tree[i].tag == "WRB" for i in tree.kids(cue, "advmod"))
        and not tree.kids(cue, "dobj", "xcomp")
        and not (tree[cue].dep == "conj" and _is_coordinated(tree, cue))
        and (_is_closed(tree, cue) or not any(t.pos in ("VERB", "NOUN") for t in tree.tokens[_end(tree, cue) :][:1]))
        and all(tree[i].text.casefold() == "as" for i in tree.kids(cue, "mark"))
    )


def _end(tree: Tree, cue: int) -> int:
    """The place after the last token that hangs on the cue."""
    return max(tree.subtree(cue)) + 1


def _is_closed(tree: Tree, cue: int) -> bool:
    """ "Soldiers, the bishop said, looted a clinic": words of saying between two commas."""
    first = tree.subtree(cue)[0]
    before = first - 1 if tree[first].text != "," else first
    told = any(s < first for s in tree.kids(tree[cue].head, *SUBJECTS))
    return told and before > 0 and tree[before].text == "," and tree[_end(tree, cue) - 1].text == ","


def _is_coordinated(tree: Tree, cue: int) -> bool:
    """Whether "and" joins the clause of the cue to the one before ("The town fell and officials said …")."""
    first = tree.subtree(cue)[0]
    return any(first - 2 <= i < cue for i in tree.kids(tree[cue].head, "cc"))


def _around(tree: Tree, cue: int) -> Range:
    """The clause above a parenthetical cue, as far as it stands on one side of it."""
    below = set(tree.subtree(cue))
    rest = [i for i in tree.subtree(tree[cue].head) if i not in below]
    before = [i for i in rest if i < cue]
    after = [i for i in rest if i > cue and tree[i].pos != "PUNCT"]
    if before and after:
        joined = _is_joined(tree, cue, below) and not _is_pronoun_said(tree, cue)
        if tree[after[0]].dep == "mark" or (tree[cue].head < cue and not joined):
            return tree.range_of(rest)
        if tree[cue].head < cue and tree[before[-1]].text != ",":
            return tree.range_of(before)
    return tree.range_of(before if len(before) >= len(rest) - len(before) else [i for i in rest if i > cue] or rest)


def _is_pronoun_said(tree: Tree, cue: int) -> bool:
    """ "The roads are closed, he said, and the markets are shut": set into what is all his."""
    return any(tree[s].text in ("he", "she", "they") for s in tree.kids(cue, "nsubj"))


def _is_joined(tree: Tree, cue: int, below: set[int]) -> bool:
    """Whether what follows the parenthesis is a clause of its own, and no more of the one before it."""
    after = [c for c in tree.children[tree[cue].head] if c > cue and c not in below]
    return any(tree[c].dep in ("cc", "conj", "ccomp", "parataxis", "dobj", "attr") for c in after)


def next_paragraph(text: str, sentence: Sentence, block: Range) -> list[Range]:
    """ "He said:" at the end of a paragraph: the whole of the next one."""
    if text[sentence.start : block[1]].rstrip()[-1:] != ":" or text[sentence.end : block[1]].strip():
        return []
    match = _NEXT.match(text, block[1])
    return [match.span(1)] if match else []


def with_quotations(
    text: str, found: list[Range], *, tree: Tree, cue: int, sentence: Sentence, quoted: Sequence[Range]
) -> list[Range]:
    """The contents with the quotations they stand in, and with those of the sentence where nothing else is said."""
    at = tree[cue].start
    outside = [q for q in quoted if not q[0] <= at < q[1]]
    if not found:
        near = [q for q in outside if q[0] < sentence.end and sentence.start <= q[1] + 3]
        found = [(a, b) for a, b in near if len(text[a:b].split()) >= MIN_QUOTED_WORDS or a < sentence.start][:1]
        if not found:
            return []
    last = max(b for _, b in found)
    found = [
        *found,
        *[q for q in outside if 0 <= q[0] - last <= 5 and text[last : q[0]].strip(_MARKS) in _LEADS_ON][:1],
    ]
    touched = [q for q in outside if any(a < q[1] and q[0] < b for a, b in found)]
    opened = [q for q in touched if any(a <= q[0] + 1 and q[0] - a <= 2 for a, b in found)] or touched
    for before, q in itertools.pairwise(outside):
        if q not in touched and before in touched and _follows(text, before, q, at):
            touched.append(q)
    return [*found, *(q for q in touched if q in opened or len(text[q[0] : q[1]].split()) >= MIN_QUOTED_WORDS)]


def _follows(text: str, before: Range, after: Range, cue: int) -> bool:
    """Whether a quotation goes on after the words of saying between its halves, or after another of its sentences."""
    between = text[before[1] : after[0]]
    if before[1] <= cue < after[0]:
        return True
    return len(between) <= 4


def quoted_before(text: str, tree: Tree, cue: int, speakers: Sequence[int], quoted: Sequence[Range]) -> Range | None:
    """The quotation that ends just before the speaker and the verb of saying ("“Go home,” he urged them")."""
    heads = [s for s in speakers if s < cue]
    first = tree.noun_phrase(heads[0])[0] if heads else tree[cue].start
    ended = [q for q in quoted if q[1] <= first and not text[q[1] : first].strip(_MARKS + ",”’'")]
    return ended[-1] if ended and len(text[slice(*ended[-1])].split()) >= MIN_QUOTED_WORDS else None


def hull(ranges: Sequence[Range]) -> Range:
    """From the first to the last of them."""
    return min(a for a, _ in ranges), max(b for _, b in ranges)


def after_that(tree: Tree, cue: int) -> list[Range]:
    """ "said during a visit that …": the clause behind the next "that", where the parse links it elsewhere."""
    for place in range(cue + 1, min(cue + 14, len(tree))):
        if tree[place].dep == "mark" and tree[place].text.casefold() == "that":
            return [tree.range_of([i for i in tree.subtree(tree[place].head) if i >= place])]
        if tree[place].tag in _FINITE or tree[place].text in (";", ":"):
            return []
    return []


def before_comma(tree: Tree, cue: int, speaker: int, sentence: Sentence) -> list[Range]:
    """ "The town fell, officials told reporters": what stands before the comma, where the parse links it elsewhere."""
    first = min(i for i in tree.subtree(speaker) if i <= speaker) if speaker < cue else cue
    place = first - 1
    if place < 3 or tree[place].text != "," or tree[0].pos in ("ADP", "SCONJ"):
        return []
    if tree.kids(cue, "attr", "acomp", "oprd"):
        return []
    if not any(tree[i].tag in _FINITE for i in range(place)) or (tree.kids(cue, "dobj") and cue + 2 < len(tree) - 2):
        return []
    return [(sentence.start, tree[place].start)]


def objects_of(tree: Tree, verb: int, labels: frozenset[str], prepositions: frozenset[str]) -> Range | None:
    """From the first to the last of the verb's arguments of these kinds, those after it alone; None without one."""
    wanted = [
        c
        for c in tree.children[verb]
        if c > verb
        and (
            _kind(tree, c) in labels
            or (tree[c].lemma in prepositions and tree[c].dep in ("prep", "dative", "prt"))
            or (tree[c].dep in _FOR_TO and any(tree[i].lemma in prepositions for i in tree.kids(c, "mark")))
        )
    ]
    if not wanted:
        return None
    given = [c for c in tree.children[verb] if c > verb and (c in wanted or tree[c].dep in _ARGUMENTS)]
    first = tree.subtree(given[0])
    inside = [i for i in first if i != given[0] or tree[i].dep not in ("prep", "prt")] or first
    return hull([tree.range_of(inside), *(tree.range_of(tree.subtree(c)) for c in given[1:])])


_FOR_TO = frozenset({"advcl", "ccomp", "xcomp"})
"""What "for X to do" below "call" may be."""
_ARGUMENTS = frozenset({"dobj", "xcomp", "ccomp", "prep", "oprd", "dative", "acomp", "attr"})


def _kind(tree: Tree, child: int) -> str:
    """ "clause", "infinitive", "object" or another label."""
    token = tree[child]
    if token.dep == "xcomp":
        return "infinitive" if any(tree[i].text.casefold() == "to" for i in tree.kids(child, "aux")) else "predicate"
    return {"ccomp": "clause", "dobj": "object", "oprd": "predicate", "acomp": "predicate"}.get(token.dep, token.dep)
