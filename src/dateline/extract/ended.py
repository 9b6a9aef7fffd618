"""What a sentence says is over: a measure lifted, a pact ended, a meeting left."""

from __future__ import annotations

import re

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene

_LIFTING = frozenset(
    {
        "lift",
        "ease",
        "relax",
        "remove",
        "waive",
        "revoke",
        "rescind",
        "scrap",
        "suspend",
        "loosen",
        "end",
        "abolish",
        "repeal",
    }
)


_OVER = frozenset(
    {
        "lifting",
        "easing",
        "removal",
        "suspension",
        "revocation",
        "scrapping",
        "relaxation",
        "end",
        "abolition",
        "repeal",
    }
)


def is_lifted(scene: Scene, index: int) -> bool:
    """ "lifted a curfew", "the lifting of the blockade": a measure that is over, or no longer so hard."""
    token = scene.tree[index]
    verb = scene.tree[token.head]
    if token.dep == "pobj" and verb.lemma == "of":
        over = scene.tree[verb.head]
        return over.lemma in _OVER or (over.tag == "VBG" and over.lemma in _LIFTING)
    return token.dep in ("dobj", "nsubjpass") and verb.lemma in _LIFTING and verb.pos == "VERB"


_STANDING = frozenset({"AGREE", "SUPPORT", "COOPERATE", "COERCE", "SANCTION"})
"""Types whose nouns name what stands until it is lifted: a pact, a ban, an embargo."""


_BREAKING = frozenset(
    {"break", "violate", "breach", "flout", "shatter", "undermine", "sabotage", "jeopardise", "jeopardize"}
)


_LEFT = re.compile(
    r"\b(?:(?:walk|storm|pull|back|drop)(?:s|ed|ing|ped|ping)? out of|withdr(?:e|a)w(?:s|n|ing)? from|quit(?:s|ting)?"
    r"|le(?:ft|aves?|aving)|abandon(?:s|ed|ing)?|boycott(?:s|ed|ing)?"
    r"|skip(?:s|ped|ping)?|snub(?:s|bed|bing)?|shun(?:s|ned|ning)?) (?:[\w’'-]+ ){0,3}\Z",
    re.IGNORECASE,
)
"""How those leave a meeting, or stay away, who hold none ("walked out of the summit")."""


def is_ended(scene: Scene, predicate: Predicate) -> bool:
    """ "ended its peace deal", "the ban was lifted": the deed is that it ends."""
    tree, index = scene.tree, predicate.index
    if predicate.frame.type == "CONSULT" and _LEFT.search(
        scene.text, scene.sentence.start, tree[predicate.first].start
    ):
        return True
    if predicate.frame.mode == "ceasefire" and tree[tree[index].head].lemma in _BREAKING and tree[index].dep == "dobj":
        return True
    if predicate.frame.type not in _STANDING or tree[index].dep not in ("dobj", "nsubjpass"):
        return False
    return scene.is_word_of(tree[index].head, "ending")
