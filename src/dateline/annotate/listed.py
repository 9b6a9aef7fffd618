"""Parses mended where a list is read as an aside, or the subject of the next clause as one more of a list."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.annotate.joined import whole
from dateline.annotate.repair import repair
from dateline.model import Token

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_SUMMING = frozenset({"all", "both", "each"})
_HELPING = frozenset({"aux", "auxpass"})
_LEADING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


@repair({"and"}, relations={"appos", "conj"})
def list_read_as_aside(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "X, Y, and several Z condemned it": Y is no other name of X where "and" goes on and no comma ends it."""
    for second, token in enumerate(tokens):
        first = token.head
        if token.dep != "appos" or second < first or tokens[first].dep not in _LEADING:
            continue
        named = token.pos == "PROPN" and tokens[first].pos == "PROPN"
        kin = any(t.head == second and t.tag == "PRP$" for t in tokens)  # "a clerk, his wife and their baby"
        counted = all(any(t.head == i and t.dep == "nummod" for t in tokens) for i in (first, second))
        if not (named or kin or counted):  # "30 rockets, 12 drones, and 3 missiles"
            continue
        last = [i for i, t in enumerate(tokens) if t.head == second and t.dep == "conj"]
        joined = any(t.head == second and t.dep == "cc" and t.lemma == "and" for t in tokens)
        if not last or not joined or _is_closed(tokens, second):
            continue
        found = list(tokens)
        found[second] = msgspec.structs.replace(token, dep="conj")
        return tuple(found)
    return tokens


def _is_closed(tokens: Sequence[Token], second: int) -> bool:
    """Whether a comma ends what hangs on the token, as it ends an aside; "…, all" sums up a list."""
    after = _end(tokens, second)
    if after >= len(tokens) or tokens[after].text != ",":
        return False
    return after + 1 >= len(tokens) or tokens[after + 1].lemma not in _SUMMING


def _end(tokens: Sequence[Token], top: int) -> int:
    """The place after the last token that hangs on `top`, closing marks left out."""
    below = whole(tokens, top)
    while max(below) > top and tokens[max(below)].pos == "PUNCT":
        below.discard(max(below))
    return max(below) + 1


@repair({"by"}, {"with"}, relations={"auxpass"})
def doer_after_tool(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "were hacked to death with machetes by attackers": by whom it was done, and not whose the tool is."""
    for by, token in enumerate(tokens):
        tool = token.head
        verb = tokens[tokens[tool].head].head
        used = tokens[tool].dep == "pobj" and tokens[tokens[tool].head].lemma == "with"
        if token.lemma != "by" or token.dep != "prep" or not used or tokens[verb].pos != "VERB":
            continue
        if any(t.head == verb and t.dep == "auxpass" for t in tokens) and not any(
            t.head == verb and t.dep == "agent" for t in tokens
        ):
            found = list(tokens)
            found[by] = msgspec.structs.replace(token, head=verb, dep="agent")
            return tuple(found)
    return tokens


@repair({"with"})
def rest_of_list(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "met with X, Y and Z": names after the comma that the parse hung on the verb go on with the list."""
    for more, token in enumerate(tokens):
        if token.dep not in ("dep", "appos") or token.pos != "PROPN" or token.head > more:
            continue
        start = min(whole(tokens, more))
        if start < 2 or tokens[start - 1].text != ",":
            continue
        first = next((i for i in range(start - 2, token.head, -1) if _is_met(tokens, i, start - 1)), None)
        if first is None:
            continue
        found = list(tokens)
        found[more] = msgspec.structs.replace(token, dep="conj", head=first)
        return tuple(found)
    return tokens


def _is_met(tokens: Sequence[Token], noun: int, end: int) -> bool:
    """Whether it is a name after "with", whose phrase ends at `end`."""
    after = tokens[noun].dep == "pobj" and tokens[tokens[noun].head].lemma == "with"
    return after and (tokens[noun].pos == "PROPN") and _end(tokens, noun) == end


@repair({"and"}, relations={"conj"})
def subject_after_and(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "was condemned by X and its leaders should be held to account": the leaders are held, and did not condemn."""
    for verb, token in enumerate(tokens):
        if token.dep != "conj" or token.pos not in ("VERB", "AUX") or token.head > verb:
            continue
        if any(t.head == verb and t.dep in _SUBJECT for t in tokens):
            continue
        helpers = [i for i, t in enumerate(tokens) if t.head == verb and t.dep in _HELPING and i < verb]
        first = helpers[0] if helpers else verb
        noun = _last_of_list(tokens, first)
        if noun is None or tokens[noun].head <= token.head or not (helpers or _is_finite_after(tokens, noun, verb)):
            continue
        found = list(tokens)
        passive = any(tokens[h].dep == "auxpass" for h in helpers)
        found[noun] = msgspec.structs.replace(tokens[noun], dep="nsubjpass" if passive else "nsubj", head=verb)
        return tuple(found)
    return tokens


def _is_finite_after(tokens: Sequence[Token], noun: int, verb: int) -> bool:
    """ "met Y in Chad and the envoy met Z": a plain past or present after a list that says where, when or with what.

    Whoever says something is no more of those to whom a thing was done ("shut the port and its owner said").
    """
    first = tokens[noun].head
    if tokens[verb].lemma == "say" and noun == verb - 1 and tokens[first].dep == "dobj":
        return tokens[verb].tag in ("VBD", "VBZ")
    way = tokens[tokens[first].head]
    located = tokens[first].dep == "pobj" and way.dep == "prep" and way.lemma in ("in", "at", "on", "near")
    return located and noun == verb - 1 and tokens[verb].tag in ("VBD", "VBZ")


@repair({"and"}, {","}, relations={"dobj", "conj"})
def things_of_list(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "hit a port, an oil field in Y, the base at Z, and the seat of W": all were hit, and nothing is an aside."""
    for thing, token in enumerate(tokens):
        verb = token.head
        if token.dep != "dobj" or thing < verb or tokens[verb].pos != "VERB":
            continue
        last = _last_thing(tokens, thing)
        if last is None:
            continue
        joined = next((i for i in range(last - 1, thing, -1) if tokens[i].dep == "cc"), None)
        first = tokens[joined].head if joined is not None else thing
        if first > thing and tokens[first].dep == "dobj":  # "told of raids that hit a port, …, and a ship"
            continue
        between = [i for i in range(thing + 1, last) if _is_item(tokens, i, verb)]
        if not between:
            continue
        found = list(tokens)
        for i in (*between, last):
            found[i] = msgspec.structs.replace(tokens[i], dep="conj", head=thing)
        return tuple(found)
    return tokens


@repair(relations={"acl", "nummod"})
def counts_of_list(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "six drones aimed at A, two rockets aimed at B and …": what was counted next is no other name for A."""
    for more, token in enumerate(tokens):
        if token.dep == "conj" and token.pos == "NOUN" and tokens[token.head].pos == "VERB":
            things = [i for i, t in enumerate(tokens) if t.head == token.head < i < more and t.dep == "dobj"]
            if things and all(_is_counted(tokens, i) for i in (things[0], more)):
                found = list(tokens)
                found[more] = msgspec.structs.replace(token, head=things[0])
                return tuple(found)
        if token.dep != "appos" or token.pos != "NOUN" or not (_is_counted(tokens, more) or _joins(tokens, more)):
            continue
        above, at = token.head, more
        while at != above and not (tokens[above].pos == "NOUN" and _is_counted(tokens, above)):
            at, above = above, tokens[above].head
        if at == above or not any(_is_counted(tokens, i) for i in (more, *_joined(tokens, more))):
            continue
        found = list(tokens)
        found[more] = msgspec.structs.replace(token, dep="conj", head=above)
        return tuple(found)
    return tokens


@repair({"to"}, {","}, relations={"xcomp"})
def aims_of_list(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "goes on urging Y to keep the truce, to end the siege and to leave": Y is to end it, as Y is to keep it."""
    for more, token in enumerate(tokens):
        if token.dep != "xcomp" or not _is_aim(tokens, more) or token.head > more:
            continue
        before = [i for i in range(token.head + 1, more) if tokens[i].head == token.head and _is_aim(tokens, i)]
        if not before or tokens[min(whole(tokens, more)) - 1].text != ",":
            continue
        first = before[0]
        while below := [i for i in range(first + 1, more) if tokens[i].head == first and _is_aim(tokens, i)]:
            first = below[0]
        if first == before[0]:
            continue
        found = list(tokens)
        found[more] = msgspec.structs.replace(token, dep="conj", head=first)
        return tuple(found)
    return tokens


def _is_aim(tokens: Sequence[Token], verb: int) -> bool:
    """ "to keep": an infinitive that completes a verb."""
    to = any(t.head == verb and t.dep == "aux" and t.text.casefold() == "to" for t in tokens)
    return to and tokens[verb].dep == "xcomp"


def _is_counted(tokens: Sequence[Token], noun: int) -> bool:
    """ "six drones aimed at Y": a noun with its number, and a participle that tells more of it."""
    return {"nummod", "acl"} <= {t.dep for i, t in enumerate(tokens) if t.head == noun and i != noun}


def _joined(tokens: Sequence[Token], noun: int) -> list[int]:
    """The nouns that "and" joins to it."""
    return [i for i, t in enumerate(tokens) if t.head == noun and t.dep == "conj" and i != noun]


def _joins(tokens: Sequence[Token], noun: int) -> bool:
    """ "six drones and five missiles aimed at Y": counted, and what is told of the last of them is of all."""
    number = any(t.head == noun and t.dep == "nummod" for t in tokens)
    return number and any(_is_counted(tokens, i) for i in _joined(tokens, noun))


def _last_thing(tokens: Sequence[Token], thing: int) -> int | None:
    """The noun after ", and" that the parse hung on what stands before the verb, and that no verb takes up."""
    for last in range(len(tokens) - 1, thing, -1):
        token = tokens[last]
        if token.dep != "conj" or token.pos not in _NOMINAL or token.head > last:
            continue
        start = min(i for i in whole(tokens, last) if i > thing)
        listed = start > 1 and tokens[start - 1].lemma == "and" and tokens[start - 2].text == ","
        if listed and not any(t.head == last and t.pos == "VERB" for t in tokens):
            return last
    return None


def _is_item(tokens: Sequence[Token], noun: int, verb: int) -> bool:
    """Whether a comma and an article begin the noun's phrase, which the parse took for an aside."""
    token = tokens[noun]
    if token.pos not in _NOMINAL or token.dep not in ("appos", "npadvmod", "conj"):
        return False
    if token.dep == "npadvmod" and token.head != verb:
        return False
    start = min(i for i in whole(tokens, noun) if i > verb)
    town = start > 1 and tokens[start - 2].pos == "PROPN" and tokens[start - 2].dep == "pobj"
    if town and token.pos == "PROPN" and start == noun - 1:  # "a ship near Basra, the UAE, and …"
        return False
    return tokens[start - 1].text == "," and tokens[start].tag in ("DT", "CD")


def _last_of_list(tokens: Sequence[Token], first: int) -> int | None:
    """The noun joined by "and" to another before it, whose phrase ends right before `first`; None where none is."""
    for noun in range(first - 1, 0, -1):
        if tokens[noun].dep == "conj" and tokens[noun].pos in _NOMINAL and _end(tokens, noun) == first:
            below = [i for i, t in enumerate(tokens) if t.head == noun]
            start = min([noun, *below])
            return noun if tokens[start - 1].lemma == "and" and tokens[start - 1].head == tokens[noun].head else None
    return None
