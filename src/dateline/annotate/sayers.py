"""Parses mended around "said": a speaker read as one more of those killed, a doer as one of those who speak."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.annotate.activity import has_subject, is_active
from dateline.annotate.repair import below, repair
from dateline.model import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LISTED = frozenset({"conj", "appos", "dep", "npadvmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST = 12
"""Words of a speaker between the last comma and "said"."""
_SAYING = frozenset({"add", "announce", "confirm", "report", "say", "state", "tell", "write"})


@repair(_SAYING)
def speaker_given_back(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
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
            or any(t.tag in FINITE and t.dep != "relcl" for t in tokens[comma + 1 : cue])
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
    return is_active(tokens, verb) or tokens[verb].tag == "VBD"


@repair(_SAYING, relations={"acl"})
def two_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Armed gangs kidnapped 36 people in Kankara, police said": who did it read as one more of those who say it."""
    for cue, token in enumerate(tokens):
        saying = token.lemma in _SAYING and token.pos == "VERB"
        before = [i for i, t in enumerate(tokens[:cue]) if t.head == cue] if saying else []
        subjects = [i for i in before if tokens[i].dep in ("nsubj", "dep")]
        if (
            len(subjects) != 2
            or tokens[subjects[1]].dep != "nsubj"
            or not any(t.text == "," for t in tokens[subjects[0] : subjects[1]])
        ):
            continue
        doer = subjects[0]
        hung = [i for i in range(doer + 1, subjects[1]) if tokens[i].dep == "acl" and tokens[i].tag in ("VBN", "VBD")]
        verb = next((i for i in hung if _hangs_on(tokens, i, doer) and is_active(tokens, i)), None)
        if verb is None:
            continue
        found = list(tokens)
        found[verb] = msgspec.structs.replace(tokens[verb], dep="ccomp", tag="VBD", head=cue)
        found[doer] = msgspec.structs.replace(tokens[doer], head=verb, dep="nsubj")
        return tuple(found)
    return tokens


def _hangs_on(tokens: tuple[Token, ...], verb: int, noun: int) -> bool:
    """Whether the verb modifies the noun, or what those do whom it names: "men riding motorbikes killed …"."""
    above = tokens[verb].head
    if above == noun:
        return True
    riding = tokens[above].head
    if tokens[above].dep == "pobj":
        riding = tokens[riding].head
    return tokens[riding].dep == "acl" and tokens[riding].head == noun and tokens[riding].tag == "VBG"


_RESULTS = frozenset(
    {"burn", "cause", "damage", "destroy", "force", "hurt", "ignite", "injure", "kill", "leave", "prompt", "set"}
    | {"shatter", "spark", "trigger", "wound"}
)
"""Verbs for what a happening leads to, no one's words."""


_BEFORE_SAYING = frozenset({"conj", "parataxis", "dep"})


@repair(_RESULTS, _SAYING, relations={"advcl"})
def results_of_what_is_said(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
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
        if told is not None and has_subject(tokens, token.head):
            found[index] = msgspec.structs.replace(token, head=told)
            changed = True
    return tuple(found) if changed else tokens


_NAMING = frozenset({"call", "brand", "label", "name", "declare", "deem", "term", "dub"})


@repair(_NAMING, relations={"oprd"})
def named_so(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "called the leader of Togo a criminal": of two names for somebody, the first is who is called the second."""
    for verb, token in enumerate(tokens):
        names = below(tokens, verb, {"oprd"}) if token.lemma in _NAMING else []
        if len(names) == 2 and verb < names[0] and not below(tokens, verb, {"dobj", "auxpass"}):
            found = list(tokens)
            found[names[0]] = msgspec.structs.replace(tokens[names[0]], dep="dobj")
            return tuple(found)
    return tokens


_SPEAKING = (_SAYING - {"tell", "write"}) | {"claim", "explain", "insist", "note", "warn"}
_SPOKE = frozenset({"VBD", "VBZ"})
_SUBJECT_OF = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


@repair(_SPEAKING, relations={"advmod"})
def name_that_opens(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Baerbock said that …": a name that opens the sentence, right before the verb, read as an adverb."""
    opens = len(tokens) > 1 and tokens[0].tag == "NNP" and tokens[0].dep == "advmod" and tokens[0].head == 1
    if not opens or tokens[1].lemma not in _SPEAKING or tokens[1].tag not in _SPOKE or below(tokens, 1, _SUBJECT_OF):
        return tokens
    return (msgspec.structs.replace(tokens[0], dep="nsubj"), *tokens[1:])


@repair(_SPEAKING, {"and", "while", "but"}, relations={"conj"})
def next_speaker(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "X said it would defend the town and its army said …": the army says, and is no more of what is defended."""
    for cue in range(3, len(tokens)):
        token, noun = tokens[cue], tokens[cue - 1]
        if token.lemma not in _SPEAKING or token.tag not in _SPOKE or below(tokens, cue, _SUBJECT_OF):
            continue
        if noun.dep != "conj" or noun.pos not in ("NOUN", "PROPN") or not below(tokens, cue, {"ccomp"}):
            continue
        joins = [i for i in below(tokens, noun.head, {"cc"}) if noun.head < i < cue]
        above = token.head if token.head < cue else cue
        if not joins or above == cue or tokens[above].pos != "VERB":
            continue
        found = list(tokens)
        found[cue - 1] = msgspec.structs.replace(noun, dep="nsubj", head=cue)
        found[cue] = msgspec.structs.replace(token, dep="conj", head=above)
        found[joins[-1]] = msgspec.structs.replace(tokens[joins[-1]], head=above)
        return tuple(found)
    return tokens
