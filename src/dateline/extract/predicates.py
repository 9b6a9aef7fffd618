"""Words of a sentence that tell of a happening, each with the frame whose conditions it meets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.scene import Scene
from dateline.grammar import agents, is_passive, objects, prepositional, subjects
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
_UNKNOWN_SUBJECTS = frozenset({"it", "they", "he", "she", "who", "which", "that", "we", "i", "you", "this"})
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
    return [p for p in found if _reason_of(scene, p) not in acts]


def _reason_of(scene: Scene, predicate: Predicate) -> int | None:
    """ "occupied the hall in protest at the fees": the verb of which "in protest" only gives the reason."""
    tree, index = scene.tree, predicate.index
    prep = tree[index].head
    why = tree[index].lemma == "protest" and tree[index].dep == "pobj" and tree[prep].lemma == "in"
    return tree[prep].head if why and not predicate.verbal else None


def _verb(scene: Scene, index: int) -> Predicate | None:
    token = scene.tree[index]
    if token.dep == "amod" or (token.dep == "compound" and token.pos != "VERB"):
        return None
    particles = {scene.tree[c].lemma for c in scene.tree.kids(index, "prt")} & _PARTICLES
    for number, rest in scene.rules.lexicon.verbs.get(token.lemma, ()):
        if not scene.words.issuperset(rest) or not particles.issubset(rest):
            continue
        frame = scene.rules.lexicon.frames[number]
        last = _rest_of_phrase(scene, index, rest)
        if last is not None and _is_stray(scene, index, frame, rest):
            continue
        if last is not None and _verb_conditions(scene, index, frame, rest):
            return Predicate(index=index, frame=frame, verbal=True, first=index, last=last, rest=rest)
    return None


def _is_stray(scene: Scene, index: int, frame: Frame, rest: Sequence[str]) -> bool:
    """ "give birth only in rooms": whether the particle of "give in" is but a preposition further on."""
    tree = scene.tree
    if len(rest) != 1 or rest[0] not in _PARTICLES - {"on", "over"} or rest[0] in frame.patient:
        return False
    beside = tree[min(index + 1, len(tree) - 1)].lemma == rest[0]
    return not beside and not any(tree[c].lemma == rest[0] for c in tree.kids(index, "prt", "advmod"))


def _rest_of_phrase(scene: Scene, index: int, rest: Sequence[str]) -> int | None:
    """Where the verb's further words end, or None where one is missing."""
    tree = scene.tree
    last = index
    for word in rest:
        reach = [i for i in tree.clause(index) if index < i <= index + PHRASE_REACH or tree[i].dep == "nsubjpass"]
        marks = [m for c in tree.kids(index, "ccomp") for m in tree.kids(c, "mark", "aux")]
        marks += [tree[index].head] if tree[index].dep == "relcl" else []  # "the measures that they took"
        near = (*reach, *range(index + 1, min(index + 3, len(tree))), *tree.kids(index, "advcl", "xcomp"), *marks)
        options = [i for i in near if tree[i].lemma == word and not _leads_to_time(scene, i)]
        if tree[index].lemma == "call" and word in ("for", "on", "upon"):  # not "called it a place for boats"
            options = [i for i in options if not tree.kids(index, "oprd") or tree[i].head == index]
        if not options:
            return None
        if len(rest) == 1 and options[0] > last and tree[options[0]].dep in ("prt", "prep"):
            last = options[0] if options[0] - index <= 2 else last
    return last


def _leads_to_time(scene: Scene, index: int) -> bool:
    """ "called Y on Friday": a preposition that only leads to a day belongs to no phrase of a verb with an object."""
    tree = scene.tree
    if not tree.kids(tree[index].head, "dobj"):
        return False
    after = tree.kids(index, "pobj") if tree[index].dep == "prep" else []
    return any(t.start <= tree[p].start < t.end for p in after for t in scene.times)


def _noun(scene: Scene, index: int) -> Predicate | None:
    token = scene.tree[index]
    mention = scene.actor_at(index)
    if mention is not None and mention.actor.kind not in ("descriptor", "state"):
        return None
    if any(t.start <= token.start < t.end for t in scene.times) or _spans_years(scene, index):
        return None
    states = token.dep == "attr" and token.lemma in ("threat", "danger") and scene.tree[token.head].lemma == "be"
    if states:  # "is the greatest threat to peace": a judgement, and nobody's threat
        return None
    if token.dep in ("compound", "nmod") and scene.tree[token.head].pos in _PARTICIPLE_NOUNS:
        if scene.tree[token.head].lemma not in _CARRIERS:
            return None
        if scene.tree[token.head].lemma in scene.rules.lexicon.nouns:
            return None
    for number, before in scene.rules.lexicon.nouns.get(token.lemma, ()):
        frame = scene.rules.lexicon.frames[number]
        first = index - len(before)
        if first < 0 or any(scene.tree[first + k].lemma != w for k, w in enumerate(before)):
            continue
        head = first if "of" in before else index
        if token.lemma in frame.bare and not before and (_is_countable(scene, index) or _is_ablaze(scene, index)):
            continue
        if _noun_conditions(scene, head, frame):
            return Predicate(index=head, frame=frame, verbal=False, first=first, last=index)
    return None


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


def _verb_conditions(scene: Scene, index: int, frame: Frame, rest: Sequence[str]) -> bool:
    tree = scene.tree
    passive = is_passive(tree, index)
    under = subjects(tree, index)
    doers = [_counted(scene, d) for d in (agents(tree, index) if passive else under)]
    sufferers = [_counted(scene, s) for s in (under if passive else objects(tree, index))]
    own = [o for o in sufferers if tree[o].lemma in rest]
    if own and not scene.any_is(own, frame.only_object):
        preps = [p for p in frame.patient if p not in ("object", "subject")]
        sufferers = [p for o in own for p in prepositional(tree, o, *preps)] or [o for o in sufferers if o not in own]
    if "clause" in frame.patient:
        sufferers = [s for c in tree.kids(index, "ccomp") for s in subjects(tree, c)]
    if frame.only_object == ("none",):
        fits = not sufferers
    else:
        if not sufferers and not passive:
            sufferers = _in_phrases(scene, index, frame)
        fits = _object_fits(scene, frame, sufferers)
    if not fits:
        return False
    if not _subject_fits(scene, frame, doers, passive=passive, index=index):
        return False
    if tree[index].lemma == "clash" and _is_dispute(scene, index):
        return False
    if tree[index].lemma == "rain" and any(tree[d].lemma == "it" for d in doers):
        return False
    if frame.warning and tree[index].tag == "VBG" and not tree.kids(index, "dobj", "ccomp", "xcomp", "prep", "aux"):
        return False  # "the future looks promising"
    if frame.warning and (_warns_of_others(scene, index, doers) or _forswears(scene, index)):
        return False
    return _surroundings_fit(scene, frame, index)


def _in_phrases(scene: Scene, index: int, frame: Frame) -> list[int]:
    """What stands in the frame's own phrases ("on", "against"); no day does ("an approach on Sunday")."""
    found = prepositional(scene.tree, index, *(p for p in frame.patient if p not in ("object", "subject")))
    return [i for i in found if not any(t.start <= scene.tree[i].start < t.end for t in scene.times)]


def _is_dispute(scene: Scene, index: int) -> bool:
    """ "clashed over its pledges": a quarrel over a matter, and not over a hill."""
    over = prepositional(scene.tree, index, "over", "about")
    ground = ("@land", "@settlement", "@infrastructure", "@building", "@military", "@goods", "@people", "place")
    armed = scene.any_is(
        subjects(scene.tree, index), ("soldier", "troops", "fighter", "militia", "gang", "rebel", "herder")
    )
    return (
        bool(over) and not armed and not scene.any_is(over, ground) and not scene.near(("@weapon",), apart_from=index)
    )


def _counted(scene: Scene, doer: int) -> int:
    """ "a number of robbers": those whose number it is."""
    of = prepositional(scene.tree, doer, "of") if scene.is_word_of(doer, "quantity") else []
    return of[0] if of else doer


def _warns_of_others(scene: Scene, index: int, doers: Sequence[int]) -> bool:
    """Whether what is warned of would be done by another country's actor, or the hearers are told what to do."""
    tree = scene.tree
    if tree.kids(index, "xcomp") and tree.kids(index, "dobj") and tree[index].lemma in ("warn", "caution"):
        return True
    if _tells_hearer(scene, index):
        return True
    own = {m.actor.country for d in doers for i in tree.subtree(d) if (m := scene.actor_at(i)) is not None}
    for clause in tree.kids(index, "ccomp"):
        if tree[index].lemma in ("warn", "caution") and _goes_on(scene, clause):
            return True
        for subject in tree.kids(clause, "nsubj", "nsubjpass"):
            mention = scene.actor_at(subject)
            if mention is not None and mention.actor.country is not None and own and mention.actor.country not in own:
                return True
    return False


def _tells_hearer(scene: Scene, index: int) -> bool:
    """ "warned Lee he was playing with fire": what the one who is warned does, and not what is held out to him."""
    tree = scene.tree
    said = [s for c in tree.kids(index, "ccomp") if _goes_on(scene, c) for s in tree.kids(c, "nsubj")]
    return bool(tree.kids(index, "dobj")) and any(tree[s].lemma in ("he", "she", "they", "you") for s in said)


def _forswears(scene: Scene, index: int) -> bool:
    """ "pledged not to attack": force renounced, and not held out."""
    tree = scene.tree
    renounced = [c for c in tree.kids(index, "xcomp", "ccomp") if tree.kids(c, "neg")]
    return any(scene.is_word_of(c, "violence") or tree[c].lemma in _FORCE for c in renounced)


_FORCE = frozenset({"use", "threaten", "target", "harm", "escalate", "retaliate", "resort", "invade", "seek", "hit"})


def _goes_on(scene: Scene, clause: int) -> bool:
    """Whether the clause tells of what is, or was: with no helper, or only those of the present and the past."""
    helpers = [scene.tree[a].lemma for a in scene.tree.kids(clause, "aux")]
    return scene.tree[clause].tag != "VB" and all(h in ("be", "have", "do") for h in helpers)


def _object_fits(scene: Scene, frame: Frame, sufferers: Sequence[int]) -> bool:
    if frame.only_object:
        if not sufferers:
            return "none" in frame.only_object
        return scene.any_is(sufferers, frame.only_object) or (
            "@people" in frame.only_object and any(_is_somebody(scene, s) for s in sufferers)
        )
    if not frame.unless_object or not sufferers:
        return True
    named = any(scene.actor_at(i) or scene.place_at(i) for i in sufferers)
    return named or not scene.any_is(sufferers, frame.unless_object)


def _is_somebody(scene: Scene, noun: int) -> bool:
    """ "her", "whom": a pronoun for a person."""
    return scene.tree[noun].text.casefold() in _SOMEBODY


_SOMEBODY = frozenset({"he", "she", "him", "her", "me", "us", "whom", "somebody", "someone", "everyone", "everybody"})


def _subject_fits(scene: Scene, frame: Frame, doers: Sequence[int], *, passive: bool, index: int) -> bool:
    if doers and scene.any_is(doers, frame.unless_subject):
        return False
    if not frame.only_subject:
        return True
    if not doers:
        return "none" in frame.only_subject or (passive and frame.type != "PROTEST" and _is_of_violence(scene, index))
    if any(scene.tree[d].lemma in _UNKNOWN_SUBJECTS for d in doers):
        return True
    if scene.any_is([*doers, *(t for d in doers for t in _titles(scene, d))], frame.only_subject):
        return True
    named = any(
        mention.actor.kind not in ("descriptor", "object")
        for d in doers
        for c in prepositional(scene.tree, d, "of")
        if (mention := scene.actor_at(c)) is not None
    )
    return (
        named
        or any(
            scene.actor_at(c) is not None or scene.is_a(c, "@armed")
            for d in doers
            for c in scene.tree.kids(d, "compound", "amod", "poss", "nmod")
        )
    ) and ("@armed" in frame.only_subject or "@organisation" in frame.only_subject)


def _is_of_violence(scene: Scene, index: int) -> bool:
    """Whether other words of the sentence speak of violence."""
    return scene.near(("@violence",), apart_from=index)


def _titles(scene: Scene, doer: int) -> list[int]:
    """What a doer is called beside the name: "Lee, the minister", "Minister Lee"."""
    before = scene.tree.kids(doer, "compound") if scene.tree[doer].pos == "PROPN" else []
    return [*scene.tree.kids(doer, "appos"), *(b for b in before if scene.any_is([b], ("@office", "@diplomat")))]


def _noun_conditions(scene: Scene, index: int, frame: Frame) -> bool:
    tree = scene.tree
    modifiers = tree.kids(index, "amod", "compound", "nmod", "poss")
    if any(
        tree[m].lemma in frame.unless_modifier or tree[m].text.casefold() in frame.unless_modifier for m in modifiers
    ):
        return False
    if (
        frame.unless_doer
        and tree[index].dep == "dobj"
        and scene.any_is(subjects(tree, tree[index].head), frame.unless_doer)
    ):
        return False
    sufferers = _in_phrases(scene, index, frame)
    if frame.only_object and sufferers and not scene.any_is(sufferers, frame.only_object):
        return False
    named = any(scene.actor_at(i) or scene.place_at(i) for i in sufferers)
    if frame.unless_object and sufferers and not named and scene.any_is(sufferers, frame.unless_object):
        return False
    return _surroundings_fit(scene, frame, index)


def _surroundings_fit(scene: Scene, frame: Frame, index: int) -> bool:
    if scene.domain is not None or (frame.soft and _about_games(scene)):
        return False
    if (frame.only_near or frame.only_page) and not (
        scene.near(frame.only_near, apart_from=index) or scene.on_page(frame.only_page)
    ):
        return False
    return not (frame.unless_near and scene.near(frame.unless_near, apart_from=index))


def _about_games(scene: Scene) -> bool:
    """Two or more words of sport in one sentence, or one beside a score."""
    known = len(scene.words & scene.rules.lexicon.genres.words["sport"])
    return known >= 2 or (
        known == 1 and _SCORE.search(scene.text, scene.sentence.start, scene.sentence.end) is not None
    )


_SCORE = re.compile(r"(?<![\d-])\d{1,2}[-–]\d{1,2}(?![\d-])")
