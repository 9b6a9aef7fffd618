"""Parses mended where an aside between commas has taken the clause's verb, or its subject's place."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.annotate.repair import below, repair
from dateline.model import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HELPED = frozenset({"aux", "auxpass", "agent"})
_TIMES = frozenset({"time", "day", "week", "month", "year", "morning", "night"})
_TELLING = frozenset({"acknowledge", "admit", "announce", "claim", "confirm", "deny", "report", "say", "state"})
_NOUNS = frozenset({"NOUN", "PROPN"})


@repair(relations={"acl", "appos", "dobj"})
def verb_after_aside(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Rebels of A, a group loyal to B, killed nine, the mayor said": who is explained killed, and not the "group"."""
    for verb, token in enumerate(tokens):
        aside = token.head
        if token.dep != "acl" or token.tag not in ("VBN", "VBD") or verb < 2 or tokens[verb - 1].text != ",":
            continue
        noun = tokens[aside].head
        explains = tokens[aside].dep == "appos" and noun < aside and tokens[noun].pos in _NOUNS
        if not explains or below(tokens, verb, _HELPED) or not below(tokens, verb, frozenset({"dobj"})):
            continue
        above = tokens[noun].head
        free = tokens[noun].dep == "dep" or (tokens[noun].dep in _SUBJECTS and _has_two(tokens, above))
        if noun != above and not (free and tokens[above].pos == "VERB" and above > verb):
            continue
        found = list(tokens)
        top = noun == above
        found[verb] = msgspec.structs.replace(
            token, dep="ROOT" if top else "ccomp", tag="VBD", head=verb if top else above
        )
        found[noun] = msgspec.structs.replace(tokens[noun], dep="nsubj", head=verb)
        return tuple(found)
    return tokens


@repair(_TELLING, {"among", "including"})
def speaker_after_those_among(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Nine were hurt, among them two clerks, the mayor, Ann Lee, said": the mayor said it, and not the clerks."""
    for verb, token in enumerate(tokens):
        subjects = below(tokens, verb, _SUBJECTS) if token.lemma in _TELLING else []
        if len(subjects) != 1 or subjects[0] > verb:
            continue
        among, start = subjects[0], _start(tokens, subjects[0])
        follows = [a for a in below(tokens, among, frozenset({"appos", "conj"})) if among < a < verb]
        led = start > 1 and (tokens[start - 1].text, tokens[start - 2].text) == ("them", "among")
        led = (
            led or tokens[start].text in ("among", "including") or (start > 0 and tokens[start - 1].text == "including")
        )
        if not led or not follows or tokens[_start(tokens, follows[0]) - 1].text != ",":
            continue
        found = list(tokens)
        found[follows[0]] = msgspec.structs.replace(tokens[follows[0]], dep="nsubj", head=verb)
        for later in follows[1:]:
            found[later] = msgspec.structs.replace(tokens[later], dep="appos", head=follows[0])
        said = next(iter(below(tokens, verb, frozenset({"ccomp"}))), verb)
        found[among] = msgspec.structs.replace(tokens[among], dep="npadvmod", head=said)
        return tuple(found)
    return tokens


@repair(_TELLING, _TIMES, {"that"}, relations={"relcl"})
def told_for_first_time(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Lee confirmed for the first time that the house had burned": what was confirmed, and no time that burned."""
    for clause, token in enumerate(tokens):
        time = token.head
        way = tokens[time].head
        if token.dep != "relcl" or tokens[time].dep != "pobj" or tokens[time].lemma not in _TIMES:
            continue
        verb = tokens[way].head
        that = time + 1
        opens = tokens[that].text.casefold() == "that" and tokens[that].dep in ("advmod", "mark")
        if not opens or tokens[verb].lemma not in _TELLING or not below(tokens, clause, _SUBJECTS):
            continue
        if below(tokens, verb, frozenset({"ccomp"})):  # "confirmed on the day that it burned that he was there"
            continue
        found = list(tokens)
        found[clause] = msgspec.structs.replace(token, dep="ccomp", head=verb)
        found[that] = msgspec.structs.replace(tokens[that], dep="mark", head=clause)
        return tuple(found)
    return tokens


@repair(relations={"advcl", "dobj"})
def named_before_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "As they buried one of them, a baker named Lee, two men opened fire": the baker is the one of them."""
    for verb, token in enumerate(tokens):
        if token.pos != "VERB":
            continue
        subjects = [i for i in below(tokens, verb, _SUBJECTS) if i < verb]
        if len(subjects) != 2:
            continue
        first, second = subjects
        starts = _start(tokens, first), _start(tokens, second)
        if any(start == 0 or tokens[start - 1].text != "," for start in starts) or starts[1] <= first:
            continue
        clauses = [c for c in below(tokens, verb, frozenset({"advcl"})) if c < starts[0]]
        objects = [o for c in clauses for o in below(tokens, c, frozenset({"dobj"})) if o < starts[0]]
        if objects:
            found = list(tokens)
            found[first] = msgspec.structs.replace(tokens[first], dep="appos", head=objects[-1])
            return tuple(found)
    return tokens


def _has_two(tokens: Sequence[Token], verb: int) -> bool:
    return len(below(tokens, verb, _SUBJECTS)) > 1


def _start(tokens: Sequence[Token], head: int) -> int:
    """Where the phrase of the noun begins."""
    first = head
    while first > 0 and _is_under(tokens, first - 1, head):
        first -= 1
    return first


def _is_under(tokens: Sequence[Token], index: int, over: int) -> bool:
    for _ in tokens:
        if index == over:
            return True
        if tokens[index].head == index:
            return False
        index = tokens[index].head
    return False
