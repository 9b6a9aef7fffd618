"""Whether a word stands as its frame asks: with such doers and sufferers, and such words near it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.scene import Scene
from dateline.grammar import agents, is_passive, objects, prepositional, subjects
from dateline.model.lexicon import Frame

_UNKNOWN_SUBJECTS = frozenset({"it", "they", "he", "she", "who", "which", "that", "we", "i", "you", "this"})


def verb_fits(scene: Scene, index: int, frame: Frame, rest: Sequence[str]) -> bool:
    """Whether a verb has the doers, sufferers and surroundings that its frame asks; `rest` are its further words."""
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
    if tree[index].lemma == "send" and frame.type in ("MOBILIZE", "AID"):
        arms = [o for o in objects(tree, index) if scene.is_word_of(o, "arms_given")]
        if arms and (frame.type == "AID") != _is_to_another(scene, index):
            return False  # "sent tanks to Y" helps Y; "sent tanks to the border" does not
    if (
        frame.type == "AID"
        and tree[index].lemma == "train"
        and any(tree[p].tag == "PRP$" for o in objects(tree, index) for p in tree.kids(o, "poss"))
    ):
        return False  # "train their army": their own
    shown = frame.type == "PROTEST" and tree[index].lemma == "demonstrate"
    if shown and tree.kids(index, "ccomp", "dobj"):  # "demonstrated that …"
        return False
    held = frame.type == "REQUEST" and tree[index].lemma == "call"
    if held and scene.any_is(tree.kids(index, "dobj"), ("@event",)):  # "called a strike for Monday"
        return False
    if tree[index].lemma == "agree" and _is_after_quote(scene, index):
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


def _is_to_another(scene: Scene, index: int) -> bool:
    """Whether it goes to another state, or to its army: "sent 14 tanks to Peru", "will send Peru tanks"."""
    tree = scene.tree
    given = [*prepositional(tree, index, "to"), *tree.kids(index, "dative")]
    given += [p for o in objects(tree, index) for p in prepositional(tree, o, "to")]
    to = [m.actor for g in given if (m := scene.actor_at(g)) is not None and m.actor.kind not in ("object", "outlet")]
    own = {m.actor.country for s in subjects(tree, index) if (m := scene.actor_at(s)) is not None} - {None}
    return any(actor.country not in own for actor in to)


def _in_phrases(scene: Scene, index: int, frame: Frame) -> list[int]:
    """What stands in the frame's own phrases ("on", "against"); no day does ("an approach on Sunday")."""
    found = prepositional(scene.tree, index, *(p for p in frame.patient if p not in ("object", "subject")))
    return [i for i in found if not any(t.start <= scene.tree[i].start < t.end for t in scene.times)]


def _is_after_quote(scene: Scene, index: int) -> bool:
    """ "“Y must yield,” they agreed": what was said in one voice, and no pact."""
    tree = scene.tree
    said = [c for c in tree.kids(index, "ccomp", "parataxis") if c < index]
    first = min((i for s in subjects(tree, index) for i in tree.subtree(s)), default=index)
    return bool(said) and any(m in scene.text[max(0, tree[first].start - 3) : tree[first].start] for m in '"”’')


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
        violent = passive and frame.type != "PROTEST" and scene.near(("@violence",), apart_from=index)
        return "none" in frame.only_subject or violent
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


def _titles(scene: Scene, doer: int) -> list[int]:
    """What a doer is called beside the name: "Lee, the minister", "Minister Lee"."""
    before = scene.tree.kids(doer, "compound") if scene.tree[doer].pos == "PROPN" else []
    return [*scene.tree.kids(doer, "appos"), *(b for b in before if scene.any_is([b], ("@office", "@diplomat")))]


def noun_fits(scene: Scene, index: int, frame: Frame) -> bool:
    """Whether a noun has the modifiers, sufferers and surroundings that its frame asks."""
    tree = scene.tree
    modifiers = tree.kids(index, "amod", "compound", "nmod", "poss")
    if any(
        tree[m].lemma in frame.unless_modifier or tree[m].text.casefold() in frame.unless_modifier for m in modifiers
    ):
        return False
    if frame.unless_doer:
        doers = [*tree.kids(index, "poss"), *prepositional(tree, index, "of", "by")]  # "the judges' strike"
        doers += [c for d in doers for c in tree.kids(d, "nmod", "compound") if tree[c].tag == "NNS"]  # verb swallowed
        doers += subjects(tree, tree[index].head) if tree[index].dep == "dobj" else []
        if scene.any_is(doers, frame.unless_doer):
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
