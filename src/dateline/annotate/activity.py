"""Whether a verb has a subject, and whether a participle is in truth a past tense with an object of its own."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Token


def has_subject(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a subject of any kind hangs on the verb."""
    return any(t.head == verb and t.dep in ("nsubj", "nsubjpass", "csubj", "expl") for t in tokens)


_GIVING = frozenset(
    {"give", "hand", "award", "grant", "offer", "pay", "send", "show", "tell", "teach", "deny", "name", "call"}
    | {"elect", "appoint", "allow", "sell", "owe", "lend", "make", "charge", "fine", "ask", "declare", "consider"}
    | {"leave"}
)
"""Verbs whose passive keeps an object ("a man given two years")."""
_TRYING = frozenset({"attempt", "try", "manage", "fail", "begin", "start", "continue", "threaten", "refuse"})
"""Verbs before "to …" that nobody is: "men attempted to board" is no passive."""


def is_active(tokens: Sequence[Token], verb: int) -> bool:
    """ "A lorry packed with sand injured nine", "bandits made off with": a participle with an object, or "off with"."""
    below = [t for t in tokens if t.head == verb]
    to_do = [t for i, t in enumerate(tokens) if t.head == verb and t.dep == "advcl" and t.tag == "VB" and i > verb]
    if any(t.dep in ("agent", "auxpass", "aux") for t in below):
        return False
    parted = any(t.dep == "prt" for t in below) and any(t.dep == "prep" and t.lemma == "with" for t in below)
    tried = tokens[verb].lemma in _TRYING and (bool(to_do) or any(t.dep == "xcomp" for t in below))
    return parted or tried or (tokens[verb].lemma not in _GIVING and any(t.dep == "dobj" for t in below))
