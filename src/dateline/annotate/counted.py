"""Who gives a count: "the mayor put the toll at 21", "hospital staff listed three wounded"."""

from __future__ import annotations

from dateline.annotate.attributed import Attributed
from dateline.annotate.speakers import bare, is_writer, phrase
from dateline.grammar import Tree
from dateline.model import WRITER, quote
from dateline.model.speech import VoiceRules

_PUTTING = frozenset({"give", "put", "raise", "revise"})
"""Verbs whose object is the count itself."""
_LISTING = frozenset({"count", "document", "list", "log", "record", "register", "tally"})
"""Verbs whose object are those counted."""
_SPEAKING = frozenset({"boast", "speak", "talk"})
"""Verbs whose "of" leads to those counted: "the military speaks of 40 dead bandits"."""
COUNTING = _PUTTING | _LISTING | _SPEAKING
LISTED = "verb of listing"
"""The rule of an attribution to who lists the dead or hurt: a deed that others may tell of, and no words of its own."""
_COUNTS = frozenset({"count", "figure", "number", "toll"})
_COUNTED = frozenset(
    {"body", "casualty", "corpse", "dead", "death", "fatality", "hurt", "injured", "injury", "killed", "missing"}
    | {"victim", "wounded"}
)
_BUREAUS = frozenset({"office", "bureau"})
"""Words for who speaks where it is told whose they are: "the governor's office"."""
_NOBODY = frozenset({"it", "this", "that", "which", "what"})
_NEAR = 5
"""Words after the verb within which a number and those counted stand."""


def by_count(text: str, tree: Tree, verb: int, rules: VoiceRules) -> Attributed | None:
    """Who counts says how many."""
    listing = tree[verb].lemma not in _PUTTING
    speakers = [s for s in tree.kids(verb, "nsubj") if (listing and tree.children[s]) or _may_count(tree, s, rules)]
    if listing and speakers and tree[speakers[0]].pos == "PROPN" and not tree.children[speakers[0]]:
        return None  # "Yobe counts its dead": a bare name may be a place
    if not speakers or tree[speakers[0]].lemma in _NOBODY or tree[speakers[0]].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    if listing:
        if not _lists(tree, verb):
            return None
        own = [i for c in tree.children[verb] if c > verb for i in tree.subtree(c) if i > verb]
    else:
        told = [o for o in tree.kids(verb, "dobj") if tree[o].lemma in _COUNTS | _COUNTED]
        if not told:
            return None
        own = [o for c in tree.kids(verb, "dobj", "prep", "advcl", "npadvmod") for o in tree.subtree(c) if c >= told[0]]
    while own and tree[own[-1]].pos == "PUNCT":
        own.pop()
    if not own:
        return None
    content, word = tree.range_of(own), quote(text, tree[verb].start, tree[verb].end)
    source = phrase(text, tree, speakers[0], cue=verb, contents=[content])
    if source is None:
        return None
    plain = bare(text, tree, speakers[0])
    rule = WRITER if is_writer(source.exact, rules) else (LISTED if listing else "verb of counting")
    return Attributed(rule=rule, cue=word, word=word, content=content, source=source, speaker=plain)


def _may_count(tree: Tree, speaker: int, rules: VoiceRules) -> bool:
    """Whether it is a name, a pronoun, or a word for who speaks."""
    named = any(tree[i].pos == "PROPN" for i in tree.kids(speaker, "appos"))
    return (
        named
        or (tree[speaker].lemma in _BUREAUS and bool(tree.kids(speaker, "poss", "compound")))
        or tree[speaker].pos in ("PROPN", "PRON")
        or any(
            rules.kinds.keys() & {tree[i].text.casefold(), tree[i].lemma}
            for i in (speaker, *tree.kids(speaker, "compound"))
        )
    )


def _lists(tree: Tree, verb: int) -> bool:
    """Whether a number of dead or hurt follows the verb as its object."""
    near = range(verb + 1, min(verb + 1 + _NEAR, len(tree)))
    number = next((i for i in near if tree[i].pos == "NUM"), None)
    of = tree[verb].lemma in _SPEAKING and any(tree[p].lemma == "of" for p in tree.kids(verb, "prep"))
    if number is None or not (of or (tree[verb].lemma in _LISTING and tree.kids(verb, "dobj"))):
        return False
    return any(i > number and {tree[i].lemma, tree[i].text.casefold()} & _COUNTED for i in near)
