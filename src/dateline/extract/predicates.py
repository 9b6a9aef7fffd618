"""Words of a sentence that tell of a happening, each with the frame whose conditions it meets."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.conditions import noun_fits, verb_fits
from dateline.extract.scene import Scene
from dateline.grammar import Tree, prepositional
from dateline.model.lexicon import Frame
from dateline.model.record import Record

_CARRIERS = frozenset(
    {
        "campaign",
        "wave",
        "spree",
        "series",
        "operation",
        "attempt",
        "plot",
        "incident",
        "attack",
        "victim",
        "offensive",
        "effort",
        "bid",
    }
)
_PARTICLES = frozenset({"off", "back", "out", "over", "in", "on", "away"})
"""Particles that make a bare verb another one ("beat off", "hold out"), unless a frame names them."""
PHRASE_REACH = 8
"""Words within which the rest of a phrase such as "take … hostage" must follow its verb."""
_PARTICIPLE_NOUNS = ("NOUN", "PROPN", "NUM", "PRON")


class Predicate(Record, frozen=True, kw_only=True):
    """A trigger: its token, its frame, whether it is a verb, and the first and last token of its words."""

    index: int
    frame: Frame
    verbal: bool
    first: int
    last: int
    rest: tuple[str, ...] = ()
    """Lemmas of the trigger's words after a verb."""


def predicates(scene: Scene) -> list[Predicate]:
    """The triggers of the sentence in order; at most one frame a token."""
    found: list[Predicate] = []
    taken: set[int] = set()
    for index, token in enumerate(scene.tree.tokens):
        if token.pos in ("VERB", "AUX") or token.tag in ("VBD", "VBG", "VBN", "VBZ", "VBP"):
            predicate = _verb(scene, index)
        elif token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and token.tag.startswith("N")):
            predicate = _noun(scene, index)
        else:
            continue
        if predicate is not None and not taken & set(range(predicate.first, predicate.last + 1)):
            found.append(predicate)
            taken.update(range(predicate.first, predicate.last + 1))
    acts = {p.index for p in found if p.verbal and p.frame.type == "PROTEST"}
    why = [_reason_of(scene, p) for p in found]
    return [p for p, v in zip(found, why, strict=True) if v is None or (v not in acts and not _is_of_state(scene, v))]


def _is_of_state(scene: Scene, verb: int) -> bool:
    """ "Norland recalled its envoy in protest": a state's displeasure, and no march."""
    doers = (scene.actor_at(s) for s in scene.tree.kids(verb, "nsubj"))
    return any(d is not None and d.actor.kind in ("state", "force") for d in doers)


def _reason_of(scene: Scene, predicate: Predicate) -> int | None:
    """ "occupied the hall in protest at the fees": the verb of which "in protest" only gives the reason."""
    tree, index = scene.tree, predicate.index
    prep = tree[index].head
    why = tree[index].lemma == "protest" and tree[index].dep == "pobj" and tree[prep].lemma == "in"
    return tree[prep].head if why and not predicate.verbal else None


def _verb(scene: Scene, index: int) -> Predicate | None:
    token = scene.tree[index]
    entries = scene.rules.lexicon.verbs.get(token.lemma)
    if entries is None or token.dep == "amod" or (token.dep == "compound" and token.pos != "VERB"):
        return None
    particles = {scene.tree[c].lemma for c in scene.tree.kids(index, "prt")} & _PARTICLES
    beside: list[int] = []
    for number, rest in entries:
        if not scene.words.issuperset(rest) or not particles.issubset(rest):
            continue
        frame = scene.rules.lexicon.frames[number]
        beside = beside or (_beside(scene.tree, index) if rest else [])
        last = _rest_of_phrase(scene, index, rest, beside)
        if last is not None and _is_stray(scene, index, frame, rest):
            continue
        if last is not None and verb_fits(scene, index, frame, rest):
            return Predicate(index=index, frame=frame, verbal=True, first=index, last=last, rest=rest)
    return None


def _is_stray(scene: Scene, index: int, frame: Frame, rest: Sequence[str]) -> bool:
    """ "give birth only in rooms": whether the particle of "give in" is but a preposition further on."""
    tree = scene.tree
    if len(rest) != 1 or rest[0] not in _PARTICLES - {"on", "over"} or rest[0] in frame.patient:
        return False
    beside = tree[min(index + 1, len(tree) - 1)].lemma == rest[0]
    return not beside and not any(tree[c].lemma == rest[0] for c in tree.kids(index, "prt", "advmod"))


def _rest_of_phrase(scene: Scene, index: int, rest: Sequence[str], beside: Sequence[int]) -> int | None:
    """Where the verb's further words end, or None where one is missing; `beside` says where they may stand."""
    tree = scene.tree
    last = index
    for word in rest:
        led = [o for p in tree.kids(index, "prep") if tree[p].lemma in rest for o in tree.kids(p, "pobj")]
        options = [i for i in (*beside, *led) if tree[i].lemma == word and not _leads_to_time(scene, i)]
        if tree[index].lemma == "call" and word in ("for", "on", "upon"):  # not "called it a place for boats"
            options = [i for i in options if not tree.kids(index, "oprd") or tree[i].head == index]
        if not options:
            return None
        if len(rest) == 1 and options[0] > last and tree[options[0]].dep in ("prt", "prep"):
            last = options[0] if options[0] - index <= 2 else last
    return last


def _beside(tree: Tree, index: int) -> list[int]:
    """Where the further words of the verb's phrase may stand."""
    reach = [i for i in tree.clause(index) if index < i <= index + PHRASE_REACH or tree[i].dep == "nsubjpass"]
    marks = [m for c in tree.kids(index, "ccomp") for m in tree.kids(c, "mark", "aux")]
    marks += [tree[index].head] if tree[index].dep == "relcl" else []  # "the measures that they took"
    marks += tree.kids(index, "ccomp") if tree[index].lemma == "let" else []  # "let two of them go"
    near = (*reach, *range(index + 1, min(index + 3, len(tree))), *tree.kids(index, "advcl", "xcomp"), *marks)
    below = [c for c in tree.kids(index, "ccomp") if tree.kids(c, "mark")]
    # "conveyed that support for Y is dear": told of, and not conveyed
    return [i for i in near if tree[i].dep != "nsubj" or tree[i].head not in below]


def _leads_to_time(scene: Scene, index: int) -> bool:
    """ "called Y on Friday": a preposition that only leads to a day belongs to no phrase of a verb with an object."""
    tree = scene.tree
    if not tree.kids(tree[index].head, "dobj"):
        return False
    after = tree.kids(index, "pobj") if tree[index].dep == "prep" else []
    return any(t.start <= tree[p].start < t.end for p in after for t in scene.times)


def _noun(scene: Scene, index: int) -> Predicate | None:
    token = scene.tree[index]
    entries = scene.rules.lexicon.nouns.get(token.lemma)
    if entries is None:
        return None
    mention = scene.actor_at(index)
    if mention is not None and mention.actor.kind not in ("descriptor", "state"):
        return None
    if any(t.start <= token.start < t.end for t in scene.times) or _spans_years(scene, index):
        return None
    if _is_at_large(scene, index) or _is_charge(scene, index):
        return None
    states = token.dep == "attr" and token.lemma in ("threat", "danger") and scene.tree[token.head].lemma == "be"
    if states:  # "is the greatest threat to peace": a judgement, and nobody's threat
        return None
    if token.dep in ("compound", "nmod") and scene.tree[token.head].pos in _PARTICIPLE_NOUNS:
        if scene.tree[token.head].lemma not in _CARRIERS:
            return None
        if scene.tree[token.head].lemma in scene.rules.lexicon.nouns:
            return None
    for number, before in entries:
        frame = scene.rules.lexicon.frames[number]
        first = index - len(before)
        if first < 0 or any(
            w not in (scene.tree[first + k].lemma, scene.tree[first + k].text.casefold()) for k, w in enumerate(before)
        ):
            continue
        head = first if "of" in before else index
        if token.lemma in frame.bare and not before and (_is_countable(scene, index) or _is_ablaze(scene, index)):
            continue
        if noun_fits(scene, head, frame):
            return Predicate(index=head, frame=frame, verbal=False, first=first, last=index)
    return None


def _is_at_large(scene: Scene, index: int) -> bool:
    """ "weapons damaged in combat": fighting at large, and no one fight."""
    tree, bare = scene.tree, not scene.tree.kids(index, "det", "amod", "compound", "nmod", "poss", "nummod")
    return (
        bare
        and tree[index].dep == "pobj"
        and tree[tree[index].head].lemma == "in"
        and scene.is_word_of(index, "at_large")
    )


_CHARGING = frozenset({"charge", "indict", "arraign"})


def _is_charge(scene: Scene, index: int) -> bool:
    """ "was charged with murder on Monday": the name of a crime, with nobody told to whom it was done."""
    tree, way = scene.tree, scene.tree[index].head
    bare = tree[index].dep == "pobj" and tree[way].lemma == "with" and tree[tree[way].head].lemma in _CHARGING
    return bare and not tree.kids(index, "det", "poss") and not prepositional(tree, index, "of")


_LONG = frozenset({"year", "decade", "month"})


def _is_ablaze(scene: Scene, index: int) -> bool:
    """ "set part of it on fire", "was on fire": what burns, and nobody's shots."""
    tree = scene.tree
    on = tree[index].head
    above = (tree[on].head, tree[tree[on].head].head)
    return tree[index].dep == "pobj" and tree[on].lemma == "on" and any(tree[a].lemma in ("set", "be") for a in above)


def _spans_years(scene: Scene, index: int) -> bool:
    """ "two years of missile attacks": a time, told by what filled it."""
    tree = scene.tree
    head = tree[index].head
    while tree[head].pos == "NOUN" and tree[index].dep in ("conj", "compound"):
        index, head = head, tree[head].head
    return tree[index].dep == "pobj" and tree[head].lemma == "of" and tree[tree[head].head].lemma in _LONG


def _is_countable(scene: Scene, index: int) -> bool:
    """A noun in the plural, or with an article: one thing of a kind ("a fire"), not the doing of it ("under fire").

    A plural before "at" or "on" is a headline's verb misread ("X fires at Y").
    """
    tree = scene.tree
    verb = index + 1 < len(tree) and tree[index + 1].lemma in ("at", "on", "upon")
    return bool(tree.kids(index, "det", "nummod", "poss")) or (tree[index].tag == "NNS" and not verb)
