"""Names that only qualify another word: "Kenyan-made", "Nimitz-class", "anti-Peruvian"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.extract.scene import Scene
from dateline.model import ActorMention, PlaceMention
from dateline.model.actors_table import alias_key

_AFTER = re.compile(
    r"[-‐‑–](?:linked|backed|affiliated|aligned|allied|inspired|trained|funded|supported|sponsored|flagged|occupied|held|"
    r"friendly|leaning|speaking|oriented|skeptic|sceptic|born|based|controlled|class|made|built|style|era|designed|supplied|produced|manufactured|type|bound|owned)\b"
)
_BEFORE = re.compile(r"\b(?P<side>anti|pro|non|counter|ex)\s?[-‐‑–]\s?$", re.IGNORECASE)
REACH = 12
"""Code points before a name within which such a prefix begins."""


def is_qualifier(text: str, mention: ActorMention | PlaceMention) -> bool:
    """Whether the name tells only what sort another thing is, and whose doing nothing."""
    return _AFTER.match(text, mention.end) is not None or prefix(text, mention) is not None


def is_opposed(text: str, mention: ActorMention) -> bool:
    """ "anti-Peruvian": whether what follows is turned against the party."""
    return prefix(text, mention) == "anti"


def prefix(text: str, mention: ActorMention | PlaceMention) -> str | None:
    """The prefix that a hyphen ties to the name, in lower case."""
    match = _BEFORE.search(text[max(0, mention.start - REACH) : mention.start])
    return match["side"].casefold() if match is not None else None


_HELD = frozenset({"allege", "believe", "presume", "report", "say", "suppose", "suspect", "think"})


def held_to_be(scene: Scene, noun: int) -> int | None:
    """ "men believed to be members of Y": the noun for what those are held to be, by which the page calls them."""
    tree = scene.tree
    for held in tree.kids(noun, "acl"):
        if tree[held].lemma in _HELD:
            for being in tree.kids(held, "xcomp"):
                called = [a for a in tree.kids(being, "attr") if tree[a].tag in ("NN", "NNS", "NNP", "NNPS")]
                if tree[being].lemma == "be" and called and any(scene.is_a(called[0], k) for k in _GROUPS):
                    return called[0]
    return None


_GROUPS = ("@armed", "@people", "@group")


def glossed_by(scene: Scene, pronoun: int) -> int | None:
    """ "they [Kenya] are threatening": the one whom an editor's brackets name after the pronoun."""
    tree = scene.tree
    for named in range(pronoun + 1, min(pronoun + 3, len(tree))):
        bracketed = scene.text[tree[pronoun].end : tree[named].start].strip() == "["
        if bracketed and scene.actor_at(named) is not None:
            return named
    return None


def is_one_member(scene: Scene, head: int, owner: ActorMention) -> bool:
    """ "one of the members of the bloc", "an EU state": one of those in a body, which is not the body."""
    tree = scene.tree
    if owner.actor.sector not in ("IGO", "NGO") or not (
        scene.is_word_of(head, "states") or tree[head].lemma == "member"
    ):
        return False
    prep = tree[head].head
    of_one = tree[prep].lemma == "of" and tree[prep].dep == "prep" and tree[tree[prep].head].lemma == "one"
    return of_one or tree[head].tag == "NN"


def is_list(text: str, mentions: Sequence[ActorMention]) -> bool:
    """ "leaders of X, Y and the union": whether each but the first is named in one breath with the one before."""
    between = [text[one.end : other.start] for one, other in pairwise(mentions)]
    return bool(between) and all(_AND.fullmatch(words) for words in between)


_AND = re.compile(r"\s*(?:,|,? and|&)(?: the)? ")


def users(scene: Scene, thing: int) -> list[int]:
    """ "an aircraft flown by Y's air force": by whom the thing is used, whose it is as good as."""
    tree = scene.tree
    used = [a for a in tree.kids(thing, "acl") if tree[a].lemma in _USED]
    return [p for a in used for by in tree.kids(a, "agent") for p in tree.kids(by, "pobj")]


_USED = frozenset({"use", "own", "operate", "fly", "run", "man", "hold", "control", "drive", "occupy", "staff"})


def branch_of(scene: Scene, head: int) -> ActorMention | None:
    """ "Amnesty Peru": a body by name right before the country that it works in, which is not the country."""
    named, before = scene.actor_at(head), scene.tree.kids(head, "compound", "nmod")
    if named is None or named.rule != "country name" or not before or before[-1] != head - 1:
        return None
    body = scene.actor_at(before[-1])
    return body if body is not None and body.actor.kind == "organisation" and body.end < named.start else None


def is_written(scene: Scene, head: int) -> bool:
    """ "a report by X accused Y": a text of which it is told what it says."""
    voices, tree = scene.rules.lexicon.voices, scene.tree
    return tree[head].lemma in voices.nouns and tree[tree[head].head].lemma in voices.cues


def as_before(scene: Scene, others: int) -> int | None:
    """ "held four militants and killed six others": the noun of the clause before that tells what others they are."""
    tree = scene.tree
    verb = tree[others].head
    if tree[others].dep not in ("dobj", "nsubjpass") or tree[verb].dep != "conj":
        return None
    alike = tree.kids(tree[verb].head, tree[others].dep)
    named = [a for a in alike if tree[a].tag == "NNS" or tree[a].lemma in ("individual", "person", "civilian")]
    return named[0] if named and tree[named[0]].lemma != "other" else None


def seat_of(scene: Scene, place: int, head: int) -> ActorMention | None:
    """ "Kampala's troops": the state whose capital stands for it, before a word for its soldiers or ministers."""
    token = scene.tree[place]
    actor = scene.rules.table.metonyms.get(alias_key(token.text))
    if actor is None or not (scene.is_word_of(head, "troops") or scene.tree[head].lemma in _OF_A_STATE):
        return None
    if scene.tree[head].lemma == "minister" and not scene.tree.kids(head, "amod", "compound"):
        return None
    return ActorMention(start=token.start, end=token.end, exact=token.text, rule="seat", actor=actor)


_OF_A_STATE = frozenset(
    {"army", "force", "military", "navy", "troops", "government", "minister", "warplane", "invasion"}
)


def told_once(scene: Scene, head: int) -> list[ActorMention]:
    """ "Kenyan soldiers and positions", "Chadian towns and villages": whose the things are, told once before both."""
    tree, first = scene.tree, head
    while tree[first].dep == "conj":
        first = tree[first].head
    own = [c for c in tree.children[head] if tree[c].dep not in _SHARING and tree[c].tag != "NN"]
    if first == head or own or tree[head].tag != "NNS" or scene.any_is([head], ("@people", "@armed")):
        return []
    before = [scene.actor_at(c) for c in tree.kids(first, "amod", "compound", "nmod")]
    covering = scene.actor_at(first)
    before = [covering, *before] if covering is not None and covering.rule == "demonym and role" else before
    named = [m for m in before if m is not None and m.actor.kind in ("state", "force", "group") and m.actor.id]
    return [m for m in named if not is_qualifier(scene.text, m)][:1]


_SHARING = frozenset({"cc", "conj", "punct", "prep", "amod", "relcl", "acl"})
"""What may stand beside a noun that shares what stands before its fellow."""
