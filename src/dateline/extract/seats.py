"""Places that are no scene: where a word or a person comes from, a power named by its seat, a scholar's chair."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.scene import Scene
from dateline.extract.spoken_where import is_where_spoken
from dateline.model import PlaceMention
from dateline.model.actors_table import alias_key


def is_seat(scene: Scene, place: PlaceMention) -> bool:
    """ "a sign from Kampala that …": whether the place is only where a word, or a person, comes from."""
    tree, token = scene.tree, scene.token_at(place.start, place.end)
    if token is None or tree[token].dep != "pobj":
        return False
    above = tree[tree[token].head].head
    if _is_chair(scene, token):
        return True
    if tree[tree[token].head].lemma != "from":
        return False
    return is_word(scene, above) or is_someone(scene, above)


def _is_chair(scene: Scene, place: int) -> bool:
    """ "Ann Lee, a professor at the college in Utrecht": where one teaches who explains what happens elsewhere."""
    tree = scene.tree
    for above in tree.ancestors(place):
        if tree[above].pos not in ("NOUN", "PROPN", "ADP"):
            return False
        if scene.is_word_of(above, "learned"):
            return tree[above].dep in ("appos", "nsubj", "compound")
    return False


def is_power(scene: Scene, place: PlaceMention) -> bool:
    """ "accused Washington", "Moscow says": a seat of government that stands in no phrase of place."""
    token = scene.token_at(place.start, place.end)
    seats = scene.rules.table.metonyms
    if alias_key(place.exact) not in seats:
        return False
    if token is None:  # a sentence that is not parsed
        return not scene.tree.tokens and _WITHIN.search(scene.text, scene.sentence.start, place.start) is None
    tree = scene.tree
    while tree[token].dep == "conj" and alias_key(tree[tree[token].head].text) in seats:
        token = tree[token].head
    if place.place.precision == "site" and not (tree[token].dep == "pobj" and tree[tree[token].head].lemma in _AT):
        return True  # "the Kremlin said": a house that speaks
    if tree[token].dep == "poss":  # "Moscow’s plans"; no "Moscow's suburbs"
        ground = ("@settlement", "@land", "@building", "@infrastructure", "@military")
        return not scene.any_is([tree[token].head], ground)
    return tree[token].dep in ("nsubj", "nsubjpass", "dobj")


_WITHIN = re.compile(
    r"\b(?:in|inside|into|across|throughout|around|within|near|of|from|to|at|over|off|outside|[a-z]+ern|central)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a place where something is or goes."""
_TO = re.compile(r"\b(\w+)\s+(?:to|for|towards)\s+(?:the\s+)?$")
_WENT = frozenset({"fled", "went", "came", "drove", "flew", "gone", "driven", "flown"})


def is_goal(scene: Scene, place: PlaceMention) -> bool:
    """ "Our teams moved to Bunia": where somebody went, and not where what is told next was done.

    A sentence that tells of no happening is not parsed, so only the words are looked at.
    """
    to = _TO.search(scene.text, max(scene.sentence.start, place.start - 40), place.start)
    if to is None or re.search(r"\bthere\b", scene.text[place.end : scene.sentence.end]):
        return False  # "went to Izium, where people there …"
    word = to[1].casefold()
    moving = scene.rules.lexicon.classes["moving"]
    return word in _WENT or any(word.startswith(verb.removesuffix("e")) for verb in moving if len(verb) > _SHORT)


_SHORT = 3
"""Letters of a verb that is no stem to go by: "go"."""


_AT = frozenset({"in", "at", "near", "on", "outside", "inside", "over", "of", "by", "around"})


_RELATIONS = frozenset(
    {"conflict", "crisis", "dispute", "feud", "friction", "hostility", "relation", "relationship", "rift", "rivalry"}
    | {"row", "situation", "spat", "standoff", "tension", "tie", "war"}
)
"""What is between two countries, wherever something is done because of it."""
_LEANING = frozenset({"depend", "dependence", "dependency", "dependent", "lean", "reliance", "reliant", "rely"})
"""What one does on another: "made it more dependent on Y"."""
_TURNING = frozenset({"apologise", "apologize", "appeal", "complain", "look", "speak", "talk", "turn", "write"})


def is_no_scene(scene: Scene, token: int) -> bool:
    """ "not in Jos", "amid the tension between X and Y", "appealed to Y": what is no scene."""
    tree = scene.tree
    while tree[token].dep in ("conj", "compound"):
        token = tree[token].head
    preposition = tree[token].head
    if tree[token].dep != "pobj":
        return False
    before = tree[preposition - 1].lemma if preposition else ""
    if before == "not" or tree.kids(preposition, "neg"):
        return True
    above = tree[tree[preposition].head].lemma
    if tree[preposition].lemma == "in" and _is_record(scene, tree[preposition].head):
        return True
    said = tree[preposition].lemma == "to" and above in _TURNING
    if tree[preposition].lemma in ("on", "upon") and above in _LEANING:
        return True
    return said or (tree[preposition].lemma == "between" and above in _RELATIONS)


def _is_record(scene: Scene, noun: int) -> bool:
    """ "serves as its largest port in the Middle East": among what a thing is the largest, not where a deed was."""
    tree = scene.tree
    most = any(tree[c].tag == "JJS" or tree[c].lemma in ("most", "least") for c in tree.kids(noun, "amod", "advmod"))
    while tree[noun].dep == "pobj" and tree[tree[noun].head].lemma == "of":
        noun = tree[tree[noun].head].head
        most = most or any(tree[c].tag == "JJS" for c in tree.kids(noun, "amod"))
    stands = tree[noun].dep == "attr" or (tree[noun].dep == "pobj" and tree[tree[noun].head].lemma == "as")
    return most and stands and not scene.is_a(noun, "@event")


_UNITS = frozenset({"battalion", "brigade", "corps", "division", "regiment", "squadron", "unit"})


def is_of_unit(scene: Scene, token: int) -> bool:
    """ "the 4th Jos Brigade": a place in the name of men who may be anywhere."""
    tree = scene.tree
    while tree[token].dep in ("compound", "nmod") and tree[tree[token].head].tag in ("NNP", "NNPS"):
        token = tree[token].head
        if tree[token].lemma.casefold() in _UNITS:
            return True
    return False


def _names_unit(scene: Scene, place: PlaceMention) -> bool:
    token = scene.token_at(place.start, place.end)
    return token is not None and is_of_unit(scene, token)


def seats_of(scenes: Sequence[Scene]) -> frozenset[PlaceMention]:
    """The places that are only where a word or a person comes from, in the title too: "Leeds man freed"."""
    seats = {
        p for s in scenes for p in s.places
        if is_seat(s, p) or is_power(s, p) or _names_unit(s, p) or is_where_spoken(s, p)
    }  # fmt: skip
    homes = {p.place.id for p in seats} - {
        p.place.id for s in scenes if s.kind != "title" for p in s.places if p not in seats
    }
    return frozenset(seats) | {p for s in scenes if s.kind == "title" for p in s.places if p.place.id in homes}


def is_word(scene: Scene, token: int) -> bool:
    """Whether the token is a noun for what is said or shown."""
    told = scene.is_word_of(token, "word") or scene.tree[token].lemma in scene.rules.lexicon.voices.nouns
    return told and scene.tree[token].pos == "NOUN"


def is_someone(scene: Scene, token: int) -> bool:
    """A person, of whom "from Leeds" says where they come from."""
    if scene.tree[token].pos == "NUM" and scene.tree[token].dep == "appos":  # "John Smith, 52, from Leeds"
        token = scene.tree[token].head
    named = scene.tree[token].pos == "PROPN" and scene.place_at(token) is None
    return named or scene.is_a(token, "@people")
