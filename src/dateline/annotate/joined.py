"""Parses mended where a second verb, or "on", is joined to the wrong word: "accused Y of lying and denies …"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.annotate.repair import below, repair
from dateline.model import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_PARTS = frozenset({"VBN", "VBG"})


@repair(relations={"conj"})
def second_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "X accused Y of lying and denies …", "spoke of a war that may last and threatened Z": X denies, X threatened.

    A finite verb without a subject goes with the last finite verb before it that has one, and not with a participle, an
    infinitive or a passive that stands between.
    """
    for verb, token in enumerate(tokens):
        if token.dep != "conj" or token.pos != "VERB" or token.tag not in _FINITE or token.head >= verb:
            continue
        own = {t.dep for t in tokens if t.head == verb}
        several = {token.tag, tokens[token.head].tag} == {"VBZ", "VBP"}  # "thanks those who help and calls for more"
        if own & {*_SUBJECT, "aux", "auxpass"} or not (several or _cannot_join(tokens, token.head, own)):
            continue
        above = _finite_above(tokens, token.head)
        if above is not None and not _SUBJECT.isdisjoint(t.dep for t in tokens[:verb] if t.head == above):
            found = list(tokens)
            found[verb] = msgspec.structs.replace(token, head=above)
            return tuple(found)
    return tokens


def _cannot_join(tokens: Sequence[Token], head: int, own: set[str]) -> bool:
    """Whether a finite verb with these relations below it can be no second to the verb."""
    helpers = [t for t in tokens if t.head == head and t.dep in ("aux", "auxpass")]
    if tokens[head].tag == "VBG":
        return not any(t.tag in _FINITE for t in helpers)
    if tokens[head].tag == "VB":
        return any(t.tag == "TO" for t in helpers)
    return (
        tokens[head].tag == "VBN"
        and "dobj" in own
        and any(t.dep == "auxpass" and t.tag in ("VB", "VBG") for t in helpers)
    )  # "a hall where a feast was being held and took two guests"


def _finite_above(tokens: Sequence[Token], start: int) -> int | None:
    """The nearest verb above that is finite by itself or by a helper."""
    at = start
    while tokens[at].head != at:
        at = tokens[at].head
        helped = any(t.head == at and t.dep in ("aux", "auxpass") and t.tag in _FINITE for t in tokens)
        if tokens[at].pos in ("VERB", "AUX") and (tokens[at].tag in _FINITE or (tokens[at].tag in _PARTS and helped)):
            return at
    return None


_LAYING = frozenset({"blame", "pin"})
"""Verbs by which a deed is laid on somebody."""
_PHRASE = frozenset({"NOUN", "PROPN", "ADP", "DET", "ADJ", "NUM", "PART"})


@repair(_LAYING, {"on"})
def laid_on(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "blamed the bombing on Y": the blame is on Y, and the bombing not."""
    for on, token in enumerate(tokens):
        deed = token.head
        if token.dep != "prep" or token.lemma != "on" or tokens[deed].dep != "dobj" or on < deed:
            continue
        verb = tokens[deed].head
        if tokens[verb].lemma in _LAYING and all(t.pos in _PHRASE for t in tokens[deed:on]):
            found = list(tokens)
            found[on] = msgspec.structs.replace(token, head=verb)
            return tuple(found)
    return tokens


@repair({"dead"}, {"shoot"})
def object_of_dead(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "shooting dead the priest": the priest was shot, and is no object of "dead"."""
    for noun, token in enumerate(tokens):
        dead = token.head
        if (
            token.dep in ("dobj", "pobj")
            and tokens[dead].text.casefold() == "dead"
            and tokens[tokens[dead].head].lemma == "shoot"
        ):
            found = list(tokens)
            found[noun] = msgspec.structs.replace(token, head=tokens[dead].head, dep="dobj")
            return tuple(found)
    return tokens


_DONE = frozenset(
    {"loot", "steal", "burn", "torch", "kill", "kidnap", "abduct", "rape", "beat", "rob", "wound", "injure"}
)
"""Verbs whose participle before a noun tells what was done to it, after one that tells of another deed."""


@repair(relations={"conj", "dobj"})
def participle_after_and(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "burning homes and looting cattle": a second deed, read as one more kind of thing that was burned."""
    for noun, token in enumerate(tokens[1:], 1):
        doing, first = tokens[noun - 1], tokens[token.head]
        verb = first.head
        if token.dep != "conj" or first.dep != "dobj" or tokens[verb].tag != "VBG" or doing.head != noun:
            continue
        stem = doing.text.casefold().removesuffix("ing")
        lemma = next((v for v in (stem, stem + "e", stem[:-1]) if v in _DONE), None)
        if lemma is not None and doing.text.casefold().endswith("ing") and doing.dep in ("compound", "amod"):
            found = list(tokens)
            found[noun - 1] = msgspec.structs.replace(doing, dep="conj", head=verb, pos="VERB", tag="VBG", lemma=lemma)
            found[noun] = msgspec.structs.replace(token, dep="dobj", head=noun - 1)
            return tuple(found)
    return tokens


_SPEAKING = frozenset(
    {"urge", "call", "accuse", "demand", "warn", "praise", "condemn", "denounce", "criticise", "criticize", "thank"}
    | {"vow", "pledge", "promise", "reject", "deny", "insist", "appeal", "ask", "blame", "dismiss", "reiterate"}
    | {"welcome", "express", "threaten", "announce", "order", "invite"}
)
_SAYING = frozenset({"warn", "say", "tell", "add", "note", "state", "argue", "explain", "stress", "write", "claim"})


@repair(_SPEAKING, _SAYING, relations={"conj", "ccomp"})
def said_and_urged(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "X said Y was gaining and urged Z to act": X urged; a plain past does not go on from "was" or "would"."""
    for verb, token in enumerate(tokens):
        clause = token.head
        if token.dep != "conj" or token.tag != "VBD" or token.lemma not in _SPEAKING or clause >= verb:
            continue
        saying = tokens[clause].head
        if tokens[clause].dep != "ccomp" or tokens[saying].lemma not in _SAYING or tokens[saying].tag != "VBD":
            continue
        own = {t.dep for t in tokens if t.head == verb}
        if own & {*_SUBJECT, "aux", "auxpass", "mark"} or saying > clause or not _is_state(tokens, clause):
            continue
        found = list(tokens)
        found[verb] = msgspec.structs.replace(token, head=saying)
        return tuple(found)
    return tokens


def _is_state(tokens: Sequence[Token], verb: int) -> bool:
    """ "was a threat", "was gaining", "would fall": no deed in the plain past."""
    helpers = [t for t in tokens if t.head == verb and t.dep == "aux"]
    if tokens[verb].lemma == "be" and tokens[verb].tag in _FINITE:
        return True
    return tokens[verb].tag in ("VB", "VBG") and any(t.tag == "MD" or t.lemma == "be" for t in helpers)


@repair(_SAYING, {","}, relations={"ccomp"})
def both_done_by_one(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Villagers bury 17, say bombs fell on market": the villagers say it, and nobody says that they bury."""
    for saying, token in enumerate(tokens):
        if token.lemma not in _SAYING or token.head != saying or token.tag not in _FINITE or saying < 3:
            continue
        if tokens[saying - 1].text != "," or any(t.head == saying and t.dep in _SUBJECT for t in tokens):
            continue
        clauses = [i for i, t in enumerate(tokens) if t.head == saying and t.dep == "ccomp"]
        first = next((i for i in clauses if i < saying and tokens[i].tag == token.tag), None)
        told = any(i > saying and any(t.head == i and t.dep in _SUBJECT for t in tokens) for i in clauses)
        if first is None or not told or not any(t.head == first and t.dep == "nsubj" for t in tokens):
            continue
        found = list(tokens)
        found[first] = msgspec.structs.replace(tokens[first], head=first, dep="ROOT")
        found[saying] = msgspec.structs.replace(token, head=first, dep="conj")
        return tuple(found)
    return tokens


_TO_SOMEONE = frozenset(
    {
        "free",
        "release",
        "kill",
        "arrest",
        "attack",
        "shell",
        "capture",
        "expel",
        "seize",
        "bomb",
        "hit",
        "strike",
        "deploy",
    }
    | {
        "recall",
        "wound",
        "injure",
        "abduct",
        "kidnap",
        "detain",
        "execute",
        "condemn",
        "summon",
        "shoot",
        "storm",
        "raid",
    }
    | {"jail", "hang", "deport", "evacuate", "exchange", "return", "send", "fire", "close", "occupy", "invade", "bury"}
)
"""Verbs that want an object, and say nothing of what another clause tells."""


@repair(_TO_SOMEONE, {"and"}, relations={"ccomp", "conj", "nsubj"})
def object_before_and(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Chad freed seven soldiers and Niger released two": the soldiers were freed, and did not release anybody."""
    for verb, token in enumerate(tokens):
        if token.lemma not in _TO_SOMEONE or token.tag not in _FINITE or _has(tokens, verb, "dobj"):
            continue
        clause = next((i for i, t in enumerate(tokens) if t.head == verb and t.dep == "ccomp" and i > verb), None)
        if clause is None or tokens[clause].tag not in _FINITE or _has(tokens, clause, "mark"):
            continue
        done_to = next((i for i, t in enumerate(tokens) if t.head == clause and t.dep == "nsubj"), None)
        other = next((i for i, t in enumerate(tokens) if t.head == done_to and t.dep == "conj"), None)
        joint = next((i for i, t in enumerate(tokens) if t.head == done_to and t.dep == "cc"), None)
        if done_to is None or other is None or joint is None or not verb < done_to < joint < other < clause:
            continue
        if not _has(tokens, verb, "nsubj") or min(whole(tokens, done_to)) != verb + 1:
            continue
        found = list(tokens)
        found[done_to] = msgspec.structs.replace(tokens[done_to], head=verb, dep="dobj")
        found[joint] = msgspec.structs.replace(tokens[joint], head=verb)
        found[other] = msgspec.structs.replace(tokens[other], head=clause, dep="nsubj")
        found[clause] = msgspec.structs.replace(tokens[clause], dep="conj")
        return tuple(found)
    return tokens


def _has(tokens: Sequence[Token], head: int, dep: str) -> bool:
    return any(t.head == head and t.dep == dep for t in tokens)


@repair(_SAYING, {","}, relations={"xcomp"})
def done_in_saying(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Y is using them, he said, lashing out at Z": who says it lashes out, and not the one it is said of."""
    for doing, token in enumerate(tokens):
        if token.tag != "VBG" or token.dep != "xcomp" or doing < 3 or tokens[doing - 1].text != ",":
            continue
        saying = doing - 2
        spoken = tokens[saying].lemma in _SAYING and any(t.head == saying and t.dep == "nsubj" for t in tokens)
        if spoken and tokens[saying].dep in ("parataxis", "ccomp", "ROOT") and token.head < saying:
            found = list(tokens)
            found[doing] = msgspec.structs.replace(token, head=saying, dep="advcl")
            return tuple(found)
    return tokens


_ASKING = frozenset({"urge", "ask", "order", "tell", "call", "press", "invite", "advise", "beg", "instruct", "require"})


@repair(_ASKING, {"by"}, relations={"xcomp", "pcomp"})
def by_doing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "urged Y to calm the border by withdrawing": Y is to withdraw, and nobody urges by withdrawing."""
    for by, token in enumerate(tokens):
        asked = token.head
        if token.lemma != "by" or token.dep != "prep" or tokens[asked].lemma not in _ASKING:
            continue
        done = [i for i, t in enumerate(tokens[:by]) if t.head == asked and t.dep == "xcomp" and asked < i]
        if done and any(t.head == by and t.dep == "pcomp" for t in tokens):
            found = list(tokens)
            found[by] = msgspec.structs.replace(token, head=done[-1])
            return tuple(found)
    return tokens


@repair(_SAYING)
def speaker_after_quotation(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "They did not fire,” the army's spokesman, Ann Lee, said": who stands between commas and "said" says it."""
    for cue, token in enumerate(tokens):
        if token.lemma not in _SAYING or token.tag != "VBD" or cue < 3 or tokens[cue - 1].text != ",":
            continue
        if any(t.head == cue and t.dep in _SUBJECT for t in tokens):
            continue
        noun = next((i for i in range(cue - 2, 0, -1) if _is_taken(tokens, i, cue)), None)
        if noun is None:
            continue
        first = min(whole(tokens, noun))
        if first > 1 and tokens[first - 1].text == "," and tokens[noun].head < first - 1:
            found = list(tokens)
            found[noun] = msgspec.structs.replace(tokens[noun], dep="nsubj", head=cue)
            return tuple(found)
    return tokens


def _is_taken(tokens: Sequence[Token], noun: int, cue: int) -> bool:
    """Whether the noun, which reaches up to the verb of saying, is made the object of what stands before it."""
    token = tokens[noun]
    if token.dep not in ("dobj", "pobj", "conj", "npadvmod") or token.pos not in ("NOUN", "PROPN"):
        return False
    return max(whole(tokens, noun)) >= cue - 2


def whole(tokens: Sequence[Token], noun: int) -> set[int]:
    """The places of the noun and of all that hangs on it."""
    found, grown = {noun}, True
    while grown:
        more = {i for i, t in enumerate(tokens) if t.head in found} - found
        found, grown = found | more, bool(more)
    return found


@repair(relations={"pobj"})
def name_before_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "after Kenyan-Ugandan strikes on Y": a name right before a noun under one preposition says whose it is."""
    for name, token in enumerate(tokens[:-1]):
        noun = tokens[name + 1]
        if token.dep == noun.dep == "pobj" and token.head == noun.head and token.pos == "PROPN" and noun.pos == "NOUN":
            found = list(tokens)
            found[name] = msgspec.structs.replace(token, dep="compound", head=name + 1)
            return tuple(found)
    return tokens


@repair({"and"}, relations={"cc"})
def second_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "A couple and their grandson died": a second subject right after "and" is one more of the first."""
    for second, token in enumerate(tokens):
        if token.dep not in ("nsubj", "nsubjpass") or token.head < second:
            continue
        first = next((i for i in range(second) if tokens[i].dep == token.dep and tokens[i].head == token.head), None)
        if first is None:
            continue
        helped = [tokens[i].tag for i in below(tokens, token.head, {"aux", "auxpass"})]
        reports = below(tokens, token.head, {"ccomp", "parataxis"})  # "The town fell and the mayor fled, X said"
        if reports or not _FINITE.intersection((tokens[token.head].tag, *helped)):
            continue
        joins = [i for i in below(tokens, first, {"cc"}) if tokens[i].lemma == "and" and i < second]
        if joins and all(tokens[i].head == second for i in range(joins[-1] + 1, second)):
            found = list(tokens)
            found[second] = msgspec.structs.replace(token, dep="conj", head=first)
            return tuple(found)
    return tokens
