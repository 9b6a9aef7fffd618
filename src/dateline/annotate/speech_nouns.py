"""Whose words a noun of speech brings: "the army's claim that …", "rejected the accusation that …"."""

from __future__ import annotations

import re

from dateline.annotate.attributed import Attributed
from dateline.annotate.speakers import bare
from dateline.grammar import Tree, agents, denied, is_disowned, is_passive, subjects
from dateline.model import quote
from dateline.model.speech import VoiceRules


def by_noun(text: str, tree: Tree, index: int, rules: VoiceRules) -> Attributed | None:
    """The possessor or agent of a speech noun, or who turns down what it says."""
    clauses = [c for c in tree.kids(index, "acl", "ccomp", "relcl") if tree.kids(c, "mark")]
    if not clauses:
        return _with_quotation(text, tree, index)
    owners = [*tree.kids(index, "poss"), *agents(tree, index), *(
        p for prep in tree.kids(index, "prep") if tree[prep].lemma in ("of", "from") for p in tree.kids(prep, "pobj")
    )]  # fmt: skip
    verb = tree[index].head
    stance = rules.nouns[tree[index].lemma]
    if not owners and is_disowned(tree, index, rules.denying):
        owners, stance = (agents(tree, verb) if is_passive(tree, verb) else subjects(tree, verb))[:1], "denies"
    elif not owners and tree[index].dep == "dobj" and tree[verb].lemma in rules.lending:
        owners = subjects(tree, verb)[:1]
    source = bare(text, tree, owners[0]) if owners else None
    content = tree.range_of(tree.subtree(clauses[0]))
    word = quote(text, tree[index].start, tree[index].end)
    lent = bool(owners) and tree[owners[0]].head == verb and verb < index
    cue = quote(text, tree[verb].start, word.end) if lent else word
    return Attributed(
        rule="speech noun", cue=cue, word=word, content=content, source=source, speaker=source, stance=stance,
    )  # fmt: skip


_HAVING = frozenset({"have", "give", "offer", "tell"})
_QUOTATION = re.compile(r":\s*(?:“([^“”]+)”|\"([^\"]+)\")")


def _with_quotation(text: str, tree: Tree, index: int) -> Attributed | None:
    """ "A teacher has another account: “They fled”": the words that follow a noun of speech which somebody has."""
    verb = tree[index].head
    speakers = tree.kids(verb, "nsubj")
    if tree[index].dep != "dobj" or tree[verb].lemma not in _HAVING or not speakers:
        return None
    if tree.kids(verb, "neg") or denied(tree, index):
        return None
    quoted = _QUOTATION.match(text, tree[tree.subtree(index)[-1]].end)
    if quoted is None or tree[speakers[0]].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    word = quote(text, tree[index].start, tree[index].end)
    return Attributed(
        rule="speech noun", cue=quote(text, tree[verb].start, word.end), word=word,
        content=quoted.span(1 if quoted[1] else 2), source=bare(text, tree, speakers[0]),
        speaker=bare(text, tree, speakers[0]), direct=True,
    )  # fmt: skip
