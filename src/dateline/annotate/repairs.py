"""Parses mended where the text leaves no doubt: a subject hung on a day of the week, a result hung on "police said"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.annotate.activity import has_subject, is_active
from dateline.annotate.asides import (
    named_before_subject,
    speaker_after_those_among,
    told_for_first_time,
    verb_after_aside,
)
from dateline.annotate.clipped import (
    clause_given_back,
    doer_taken_for_aside,
    object_given_back,
    subject_given_back,
    verb_before_bare_noun,
)
from dateline.annotate.deeds import deed_given_back
from dateline.annotate.found import found_harmed, seen_doing
from dateline.annotate.headline_repairs import (
    cut_down,
    deed_after_place,
    freed_there,
    shot_and_hurt,
    shot_dead,
    shot_dead_there,
    shot_dead_whom,
    shot_there,
)
from dateline.annotate.joined import (
    both_done_by_one,
    by_doing,
    done_in_saying,
    laid_on,
    name_before_noun,
    object_before_and,
    object_of_dead,
    participle_after_and,
    said_and_urged,
    second_subject,
    second_verb,
    speaker_after_quotation,
    whole,
)
from dateline.annotate.listed import (
    aims_of_list,
    counts_of_list,
    doer_after_tool,
    list_read_as_aside,
    rest_of_list,
    subject_after_and,
    things_of_list,
)
from dateline.annotate.misread import clause_after_as, one_of_a_people, place_before_sayer, state_of_a_place
from dateline.annotate.participles import (
    accused_of,
    bound_for,
    done_to_object,
    those_who_march,
    town_after_verb,
    verb_taken_for_adjective,
)
from dateline.annotate.prefixes import prefix_of_noun
from dateline.annotate.repair import Repair, below, held, repair
from dateline.annotate.sayers import (
    FINITE,
    name_that_opens,
    named_so,
    next_speaker,
    results_of_what_is_said,
    speaker_given_back,
    two_subjects,
)
from dateline.annotate.ship_headlines import ship_taken
from dateline.annotate.swallowed import (
    body_that_acts,
    charged_with,
    gone_on,
    held_of,
    object_of_a_noun,
    posing_as,
    set_on_fire,
    to_rebel_hands,
)
from dateline.model import TimeMention, Token

_MISPLACED = frozenset({"conj", "appos", "dobj", "npadvmod", "dep", "nmod"})


def mended(tokens: tuple[Token, ...], times: Sequence[TimeMention]) -> tuple[Token, ...]:
    """The tokens with "On Wednesday, X, head of Y, urged …" given its subject back."""
    tokens = _kept_a_tree(_days_set_free(tokens, times), instead=tokens)
    sentence = held(tokens)
    for one in _REPAIRS:
        found = one.mend(tokens) if one.may_mend(sentence) else tokens
        if found is not tokens:
            tokens = _kept_a_tree(found, instead=tokens)
            sentence = held(tokens)
    root = next((i for i, t in enumerate(tokens) if t.head == i), None)
    if root is None or tokens[root].tag not in FINITE or has_subject(tokens, root):
        return tokens
    for index in range(root):
        token = tokens[index]
        head = tokens[token.head]
        in_time = any(t.start <= head.start < t.end for t in times) and not any(
            t.start <= token.start < t.end for t in times
        )
        if token.pos in ("PROPN", "NOUN") and (
            (token.dep in _MISPLACED and in_time)
            or _after_day(tokens, index, times)
            or _after_phrase(tokens, index, root)
        ):
            with_subject = list(tokens)
            with_subject[index] = msgspec.structs.replace(token, dep="nsubj", head=root)
            return _kept_a_tree(tuple(with_subject), instead=tokens)
    return tokens


def _days_set_free(tokens: tuple[Token, ...], times: Sequence[TimeMention]) -> tuple[Token, ...]:
    """ "On the 9th six robbers boarded": the day that was read as a modifier of those who did it."""
    if not any(_ORDINAL.fullmatch(t.text) and t.dep in ("amod", "compound", "nummod") for t in tokens):
        return tokens
    found = list(tokens)
    for day, token in enumerate(tokens):
        noun, prep = token.head, tokens[token.head].head
        if not (_ORDINAL.fullmatch(token.text) and day < noun and tokens[noun].dep == "pobj" and prep < day):
            continue
        inside = [t for t in times if t.start <= token.start < t.end]
        if not inside or inside[0].start <= tokens[noun].start < inside[0].end:
            continue
        verb = tokens[prep].head
        while tokens[verb].pos not in ("VERB", "AUX") and tokens[verb].head != verb:
            verb = tokens[verb].head
        if tokens[verb].pos != "VERB" or verb < noun or has_subject(tokens, verb):
            continue
        passive = bool(below(tokens, verb, ("auxpass",)))
        found[noun] = msgspec.structs.replace(tokens[noun], dep="nsubjpass" if passive else "nsubj", head=verb)
        found[day] = msgspec.structs.replace(token, dep="pobj", head=prep)
        for i in range(prep + 1, day):
            if tokens[i].head == noun:
                found[i] = msgspec.structs.replace(tokens[i], head=day)
    return tuple(found)


_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")


def _kept_a_tree(tokens: tuple[Token, ...], *, instead: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, or `instead` where heads run in a circle: no word may come to govern what governs it."""
    rooted: set[int] = set()
    for start in range(len(tokens)):
        path: list[int] = []
        at = start
        while at not in rooted and tokens[at].head != at:
            path.append(at)
            at = tokens[at].head
            if len(path) > len(tokens):
                return instead
        rooted.update(path, (at,))
    return tokens


def _after_day(tokens: Sequence[Token], index: int, times: Sequence[TimeMention]) -> bool:
    """ "On 9 May robbers boarded": a noun that "on" governs only because the day before it was read as its modifier."""
    if tokens[index].dep != "pobj" or index == 0 or tokens[tokens[index].head].text.casefold() not in ("on", "of"):
        return False
    day = next((t for t in times if t.start <= tokens[index - 1].start < t.end), None)
    head = tokens[tokens[index].head]
    if day is None or not (head.text.casefold() == "on" or day.start <= head.start):
        return False
    return tokens[index - 1].head == index and not day.start <= tokens[index].start < day.end


def _after_phrase(tokens: Sequence[Token], index: int, root: int) -> bool:
    """ "On the sidelines of the forum, the chairman of Y met Z": a noun right after the comma that ends the phrase."""
    first = min(whole(tokens, index))
    opens = tokens[0].pos == "ADP" and first > 1 and tokens[first - 1].text == ","
    alone = not any(t.text in (",", ";", ":") for t in (*tokens[1 : max(1, first - 1)], *tokens[first:root]))
    return opens and alone and tokens[index].dep == "appos" and tokens[index].head < first - 1


_SPANS = frozenset({"day", "night", "morning", "afternoon", "evening", "week", "month", "year", "hour"})
_RELATIVE = frozenset({"previous", "same", "following", "other"})


@repair(_SPANS, _RELATIVE, {"have"})
def _helper_given_back(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The group had the previous day fired on a market": "had" helps the verb that follows the time between them."""
    for verb in range(2, len(tokens)):
        time = tokens[verb].head
        have = tokens[time].head
        if (
            tokens[verb].dep in ("acl", "relcl")
            and tokens[verb].tag in ("VBD", "VBN")
            and time == verb - 1
            and tokens[time].lemma in _SPANS
            and tokens[time].dep in ("dobj", "npadvmod", "attr")
            and any(t.head == time and t.lemma in _RELATIVE for t in tokens)
            and tokens[have].lemma == "have"
            and tokens[have].tag in FINITE
            and have < time
        ):
            found = list(tokens)
            top = verb if tokens[have].head == have else tokens[have].head
            for index, token in enumerate(tokens):
                if token.head == have and index not in (have, time):
                    found[index] = msgspec.structs.replace(token, head=verb)
            found[verb] = msgspec.structs.replace(tokens[verb], dep=tokens[have].dep, head=top, tag="VBN")
            found[have] = msgspec.structs.replace(tokens[have], dep="aux", pos="AUX", head=verb)
            found[time] = msgspec.structs.replace(tokens[time], dep="npadvmod", head=verb)
            return tuple(found)
    return tokens


_MEASURES = frozenset({"kilometer", "kilometre", "km", "league", "meter", "metre", "mile", "nm", "yard"})


@repair(_MEASURES, relations={"nummod"})
def _distance_set_apart(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "hit by a drone 60 nautical miles south of Aden": the drone hit it, the miles say where."""
    for index, token in enumerate(tokens):
        if token.lemma.casefold() not in _MEASURES or token.dep not in ("pobj", "dobj"):
            continue
        nouns = [
            i for i, t in enumerate(tokens)
            if t.head == index and t.pos in ("NOUN", "PROPN") and t.dep in ("nmod", "compound", "amod")
        ]  # fmt: skip
        near = (index, *nouns[-1:])  # "a missile 25 nautical miles west": the number hung on the missile
        number = next((i for i, t in enumerate(tokens) if t.head in near and t.dep == "nummod" and i < index), None)
        if number is None or not nouns or nouns[-1] > number:
            continue
        thing, verb = nouns[-1], token.head
        while tokens[verb].pos not in ("VERB", "AUX") and tokens[verb].head != verb:
            verb = tokens[verb].head
        found = list(tokens)
        for i in range(thing):
            if tokens[i].head == index:
                found[i] = msgspec.structs.replace(tokens[i], head=thing)
        found[thing] = msgspec.structs.replace(tokens[thing], head=token.head, dep=token.dep)
        found[number] = msgspec.structs.replace(tokens[number], head=index)
        found[index] = msgspec.structs.replace(token, head=verb, dep="npadvmod")
        return tuple(found)
    return tokens


@repair(relations={"acl"})
def _verb_made_root(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A sentence taken for a noun phrase ("Rival militias, loyal to the same side, fought …") given its verb back.

    A past tense never modifies a noun before it without a subject of its own; nor does a participle with an object.
    """
    root = next((i for i, t in enumerate(tokens) if t.head == i), None)
    if root is None or tokens[root].pos not in ("NOUN", "PROPN"):
        return tokens
    for index in range(root + 1, len(tokens)):
        token = tokens[index]
        if token.dep != "acl" or has_subject(tokens, index):
            continue
        if (token.tag == "VBD") or (token.tag == "VBN" and is_active(tokens, index)):
            found = list(tokens)
            for i, other in enumerate(tokens):
                if other.head == root and i < root and other.dep in ("prep", "npadvmod", "advmod", "punct"):
                    found[i] = msgspec.structs.replace(other, head=index)
            found[index] = msgspec.structs.replace(token, dep="ROOT", tag="VBD", head=index)
            found[root] = msgspec.structs.replace(tokens[root], dep="nsubj", head=index)
            return tuple(found)
    return tokens


_REPAIRS: tuple[Repair, ...] = (
    prefix_of_noun, deed_after_place, one_of_a_people, state_of_a_place, clause_after_as, place_before_sayer,
    shot_dead, shot_dead_there, shot_dead_whom, shot_and_hurt, cut_down, shot_there, freed_there, ship_taken,
    to_rebel_hands, body_that_acts, gone_on, held_of, object_of_a_noun, posing_as, bound_for, done_to_object,
    verb_taken_for_adjective, town_after_verb, those_who_march, accused_of,
    charged_with, found_harmed, seen_doing, named_so,
    deed_given_back, verb_after_aside,
    name_that_opens, next_speaker,
    object_of_dead, _verb_made_root, _helper_given_back, speaker_given_back, two_subjects, _distance_set_apart,
    results_of_what_is_said, set_on_fire,
    verb_before_bare_noun, object_given_back, subject_given_back, doer_taken_for_aside, clause_given_back,
    speaker_after_quotation, second_verb, said_and_urged, done_in_saying, by_doing, laid_on,
    both_done_by_one, object_before_and, name_before_noun,
    participle_after_and, second_subject,
    list_read_as_aside, rest_of_list, doer_after_tool, subject_after_and, things_of_list, counts_of_list, aims_of_list,
    named_before_subject, told_for_first_time, speaker_after_those_among,
)  # fmt: skip
"""In the order in which they are tried: later ones may need what earlier ones mend."""
