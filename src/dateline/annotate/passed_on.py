"""Voices that reach the page by another's: "the agency, quoting a priest, said", "in the governor's words"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.attributed import Attributed
from dateline.annotate.speakers import PRONOUNS, bare, phrase
from dateline.grammar import Tree
from dateline.model import quote
from dateline.model.speech import VoiceRules

_CITING = frozenset({"cite", "quote"})
_WORDS = frozenset({"account", "count", "estimate", "opinion", "reckoning", "telling", "view", "word"})
_LEADING = frozenset({"by", "from", "in"})


def cited(
    text: str, tree: Tree, cue: int, speakers: Sequence[int], main: Attributed, rules: VoiceRules
) -> Attributed | None:
    """ "The agency, quoting a priest, said that …": the priest says it, and the agency passes it on.

    Satellite images and reasons are cited too, and say nothing.
    """
    hung = [*tree.kids(cue, "advcl"), *(c for s in speakers for c in tree.kids(s, "acl"))]
    for verb in hung:
        if tree[verb].lemma not in _CITING or tree[verb].tag != "VBG":
            continue
        for heard in tree.kids(verb, "dobj"):
            source = phrase(text, tree, heard, cue=verb, contents=[main.content])
            if source is not None and (tree[heard].pos == "PROPN" or tree[heard].lemma in rules.kinds):
                word = quote(text, tree[verb].start, tree[verb].end)
                plain = bare(text, tree, heard)
                return main._replace(rule="citing", cue=word, word=word, source=source, speaker=plain, others=())
    return None


def in_words(text: str, tree: Tree, noun: int) -> Attributed | None:
    """ "In the governor's words, gunmen came at night": what follows is the governor's."""
    prep = tree[noun].head
    opens = prep == 0 and tree[prep].lemma in _LEADING and tree[noun].dep == "pobj"
    owners = tree.kids(noun, "poss")
    after = max(tree.subtree(noun)) + 1
    if tree[noun].lemma not in _WORDS or not opens or not owners or after + 2 >= len(tree) or tree[after].text != ",":
        return None
    if tree[owners[0]].text.casefold() in PRONOUNS - {"his", "her"}:
        return None
    content = tree.range_of([i for i in range(after + 1, len(tree)) if tree[i].pos != "PUNCT"])
    cue = quote(text, tree[prep].start, tree[noun].end)
    plain = bare(text, tree, owners[0])
    return Attributed(rule="according to", cue=cue, word=cue, content=content, source=plain, speaker=plain)
