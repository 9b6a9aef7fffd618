"""Parses mended where the text leaves no doubt: a subject hung on a day of the week, a result hung on "police said"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

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
from dateline.annotate.found import found_harmed
from dateline.annotate.headline_repairs import (
    cut_down,
    deed_after_place,
    shot_and_hurt,
    shot_dead,
    shot_dead_there,
    shot_there,
)
from dateline.annotate.joined import (
    both_done_by_one,
    by_doing,
    done_in_saying,
    laid_on,
    object_before_and,
    object_of_dead,
    participle_after_and,
    said_and_urged,
    second_verb,
    speaker_after_quotation,
)
from dateline.annotate.listed import (
    doer_after_tool,
    list_read_as_aside,
    rest_of_list,
    subject_after_and,
    things_of_list,
)
from dateline.annotate.repair import Repair, held, repair
from dateline.annotate.swallowed import body_that_acts, charged_with, gone_on, held_of, set_on_fire, to_rebel_hands
from dateline.model import TimeMention, Token

_MISPLACED = frozenset({"conj", "appos", "dobj", "npadvmod", "dep", "nmod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def mended(tokens: tuple[Token, ...], times: Sequence[TimeMention]) -> tuple[Token, ...]:
    """The tokens with "On Wednesday, X, head of Y, urged …" given its subject back."""
    sentence = held(tokens)
    for one in _REPAIRS:
        found = one.mend(tokens) if one.may_mend(sentence) else tokens
        if found is not tokens:
            tokens = _kept_a_tree(found, instead=tokens)
            sentence = held(tokens)
    root = next((i for i, t in enumerate(tokens) if t.head == i), None)
    if root is None or tokens[root].tag not in _FINITE or _has_subject(tokens, root):
        return tokens
    for index in range(root):
        token = tokens[index]
        head = tokens[token.head]
        in_time = any(t.start <= head.start < t.end for t in times) and not any(
            t.start <= token.start < t.end for t in times
        )
        if token.pos in ("PROPN", "NOUN") and (
            (token.dep in _MISPLACED and in_time) or _after_day(tokens, index, times)
        ):
            with_subject = list(tokens)
            with_subject[index] = msgspec.structs.replace(token, dep="nsubj", head=root)
            return _kept_a_tree(tuple(with_subject), instead=tokens)
    return tokens


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
    if tokens[index].dep != "pobj" or index == 0 or tokens[tokens[index].head].text.casefold() != "on":
        return False
    day = next((t for t in times if t.start <= tokens[index - 1].start < t.end), None)
    return day is not None and tokens[index - 1].head == index and not day.start <= tokens[index].start < day.end


_LISTED = frozenset({"conj", "appos", "dep", "npadvmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST = 12
"""Words of a speaker between the last comma and "said"."""


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
            and tokens[have].tag in _FINITE
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


_SAYING = frozenset({"add", "announce", "confirm", "report", "say", "state", "tell", "write"})


@repair(_SAYING)
def _speaker_given_back(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "… killing twelve people, residents and a local group said": a speaker read as one more of those killed."""
    for cue, token in enumerate(tokens):
        if token.lemma not in _SAYING or token.tag != "VBD" or cue < 2:
            continue
        subjects = [
            i for i, t in enumerate(tokens) if t.head == cue and t.dep in ("nsubj", "nsubjpass", "csubj", "expl")
        ]
        if subjects and not (len(subjects) == 1 and _has_swallowed(tokens, subjects[0], cue)):
            continue
        named = tokens[cue - 1].text == ","
        commas = [i for i in range(cue - 1, max(0, cue - _LONGEST) - 1, -1) if tokens[i].text == ","]
        if len(commas) < (3 if named else 1):
            continue
        comma = commas[2 if named else 0]
        if subjects and subjects[0] > comma:
            continue
        if comma + 1 >= cue or tokens[comma + 1].pos in ("CCONJ", "SCONJ", "ADP", "ADV", "VERB", "AUX"):
            continue
        tops = [i for i in range(comma + 1, cue) if not comma < tokens[i].head < cue and tokens[i].pos != "PUNCT"]
        if named and len(tops) == 2 and commas[1] < tops[1] and tokens[tops[1]].pos == "PROPN":
            tops = tops[:1]
        if (
            len(tops) != 1 or tokens[tops[0]].pos not in _NOMINAL or tokens[tops[0]].dep not in _LISTED
            or tokens[tops[0]].head >= comma
            or any(t.tag in _FINITE and t.dep != "relcl" for t in tokens[comma + 1 : cue])
        ):  # fmt: skip
            continue
        found = list(tokens)
        found[tops[0]] = msgspec.structs.replace(tokens[tops[0]], dep="nsubj", head=cue)
        for i in range(tops[0] + 1, cue if named else 0):
            if tokens[i].head == tokens[tops[0]].head:
                found[i] = msgspec.structs.replace(tokens[i], head=tops[0])
        return tuple(found)
    return tokens


def _has_swallowed(tokens: Sequence[Token], subject: int, cue: int) -> bool:
    """Whether the subject of "said" is that of another clause, whose verb was read as a participle told of it."""
    verb = next((i for i, t in enumerate(tokens) if t.head == subject and t.dep == "acl"), None)
    if verb is None or not subject < verb < cue or tokens[verb].tag not in ("VBD", "VBN"):
        return False
    return _is_active(tokens, verb) or tokens[verb].tag == "VBD"


_MEASURES = frozenset({"kilometer", "kilometre", "km", "league", "meter", "metre", "mile", "nm", "yard"})


@repair(_MEASURES, relations={"nummod"})
def _distance_set_apart(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "hit by a drone 60 nautical miles south of Aden": the drone hit it, the miles say where."""
    for index, token in enumerate(tokens):
        if token.lemma.casefold() not in _MEASURES or token.dep not in ("pobj", "dobj"):
            continue
        number = next((i for i, t in enumerate(tokens) if t.head == index and t.dep == "nummod"), None)
        nouns = [
            i for i, t in enumerate(tokens)
            if t.head == index and t.pos in ("NOUN", "PROPN") and t.dep in ("nmod", "compound", "amod")
        ]  # fmt: skip
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
        found[index] = msgspec.structs.replace(token, head=verb, dep="npadvmod")
        return tuple(found)
    return tokens


@repair(_SAYING, relations={"acl"})
def _two_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Armed gangs kidnapped 36 people in Kankara, police said": who did it read as one more of those who say it."""
    for cue, token in enumerate(tokens):
        saying = token.lemma in _SAYING and token.pos == "VERB"
        subjects = [i for i, t in enumerate(tokens[:cue]) if t.head == cue and t.dep == "nsubj"] if saying else []
        if len(subjects) != 2 or not any(t.text == "," for t in tokens[subjects[0] : subjects[1]]):
            continue
        doer = subjects[0]
        verb = next(
            (i for i, t in enumerate(tokens) if t.head == doer and t.dep == "acl" and t.tag in ("VBN", "VBD")), None
        )
        if verb is None or not doer < verb < subjects[1] or not _is_active(tokens, verb):
            continue
        found = list(tokens)
        found[verb] = msgspec.structs.replace(tokens[verb], dep="ccomp", tag="VBD", head=cue)
        found[doer] = msgspec.structs.replace(tokens[doer], head=verb)
        return tuple(found)
    return tokens


_RESULTS = frozenset(
    {"burn", "cause", "damage", "destroy", "force", "hurt", "ignite", "injure", "kill", "leave", "prompt", "set"}
    | {"shatter", "spark", "trigger", "wound"}
)
"""Verbs for what a happening leads to, no one's words."""
_BEFORE_SAYING = frozenset({"conj", "parataxis", "dep"})


@repair(_RESULTS, _SAYING, relations={"advcl"})
def _results_of_what_is_said(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Rebels shelled the port, the mayor said, killing four": the shelling killed them, not the mayor."""
    found = list(tokens)
    changed = False
    for index, token in enumerate(tokens):
        saying = tokens[token.head]
        if (
            token.tag != "VBG" or token.dep != "advcl" or token.lemma not in _RESULTS
            or saying.lemma not in _SAYING or index == 0 or tokens[index - 1].text != ","
        ):  # fmt: skip
            continue
        told = next((i for i in range(token.head) if tokens[i].head == token.head and tokens[i].dep == "ccomp"), None)
        if told is None and saying.dep in _BEFORE_SAYING and saying.head < token.head:
            joined = any(t.dep == "cc" and t.head == saying.head for t in tokens[saying.head : token.head])
            told = None if joined else saying.head
        if told is not None and _has_subject(tokens, token.head):
            found[index] = msgspec.structs.replace(token, head=told)
            changed = True
    return tuple(found) if changed else tokens


def _has_subject(tokens: Sequence[Token], verb: int) -> bool:
    return any(t.head == verb and t.dep in ("nsubj", "nsubjpass", "csubj", "expl") for t in tokens)


_GIVING = frozenset(
    {"give", "hand", "award", "grant", "offer", "pay", "send", "show", "tell", "teach", "deny", "name", "call"}
    | {
        "elect",
        "appoint",
        "allow",
        "sell",
        "owe",
        "lend",
        "make",
        "charge",
        "fine",
        "ask",
        "declare",
        "consider",
        "leave",
    }
)
"""Verbs whose passive keeps an object ("a man given two years")."""


_TRYING = frozenset({"attempt", "try", "manage", "fail", "begin", "start", "continue", "threaten", "refuse"})
"""Verbs before "to …" that nobody is: "men attempted to board" is no passive."""


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
        if token.dep != "acl" or _has_subject(tokens, index):
            continue
        if (token.tag == "VBD") or (token.tag == "VBN" and _is_active(tokens, index)):
            found = list(tokens)
            for i, other in enumerate(tokens):
                if other.head == root and i < root and other.dep in ("prep", "npadvmod", "advmod", "punct"):
                    found[i] = msgspec.structs.replace(other, head=index)
            found[index] = msgspec.structs.replace(token, dep="ROOT", tag="VBD", head=index)
            found[root] = msgspec.structs.replace(tokens[root], dep="nsubj", head=index)
            return tuple(found)
    return tokens


def _is_active(tokens: Sequence[Token], verb: int) -> bool:
    """ "A lorry packed with sand injured nine", "bandits made off with": a participle with an object, or "off with"."""
    below = [t for t in tokens if t.head == verb]
    to_do = [t for i, t in enumerate(tokens) if t.head == verb and t.dep == "advcl" and t.tag == "VB" and i > verb]
    if any(t.dep in ("agent", "auxpass", "aux") for t in below):
        return False
    parted = any(t.dep == "prt" for t in below) and any(t.dep == "prep" and t.lemma == "with" for t in below)
    tried = tokens[verb].lemma in _TRYING and (bool(to_do) or any(t.dep == "xcomp" for t in below))
    return parted or tried or (tokens[verb].lemma not in _GIVING and any(t.dep == "dobj" for t in below))


_REPAIRS: tuple[Repair, ...] = (
    deed_after_place,
    shot_dead, shot_dead_there, shot_and_hurt, cut_down, shot_there,
    to_rebel_hands, body_that_acts, gone_on, held_of,
    charged_with, found_harmed,
    deed_given_back, verb_after_aside,
    _verb_made_root, _helper_given_back, _speaker_given_back, _two_subjects, _distance_set_apart,
    _results_of_what_is_said, set_on_fire,
    verb_before_bare_noun, object_given_back, subject_given_back, doer_taken_for_aside, clause_given_back,
    speaker_after_quotation, second_verb, said_and_urged, done_in_saying, by_doing, laid_on, object_of_dead,
    both_done_by_one, object_before_and,
    participle_after_and,
    list_read_as_aside, rest_of_list, doer_after_tool, subject_after_and, things_of_list,
    named_before_subject, told_for_first_time, speaker_after_those_among,
)  # fmt: skip
"""In the order in which they are tried: later ones may need what earlier ones mend."""
