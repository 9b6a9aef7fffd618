"""The clause that a trigger stands in, and how far from it other words are."""

from __future__ import annotations

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene

FAR = 99
_LINKS = frozenset(
    {
        "dobj",
        "pobj",
        "prep",
        "conj",
        "nsubj",
        "nsubjpass",
        "xcomp",
        "agent",
        "compound",
        "appos",
        "acl",
        "pcomp",
        "attr",
        "oprd",
        "npadvmod",
        "amod",
        "nmod",
        "poss",
        "dep",
    }
)


def domain(scene: Scene, predicate: Predicate, *, meanwhile: bool = False) -> dict[int, int]:
    """Tokens that the trigger shares a clause with, upward, and how many steps away.

    `meanwhile` climbs out of "as …", "while …" clauses too: they share the time of the main clause, not its place.
    """
    steps = {predicate.index: 0}
    met = meanwhile and predicate.frame.type == "CONSULT" and _is_gone_for(scene, predicate.index)
    if not predicate.verbal and not predicate.frame.content and not met and _stands_aside(scene, predicate.index):
        return steps
    if not predicate.verbal:  # "the threat, issued on Monday"
        light = scene.rules.lexicon.light.agent
        steps |= {
            c: 1
            for c in scene.tree.kids(predicate.index, "acl")
            if scene.tree[c].tag == "VBN" and scene.tree[c].lemma in light
        }
    place, distance = predicate.index, 0
    while scene.tree[place].head != place and (
        scene.tree[place].dep in _LINKS or _is_participial(scene, place) or (meanwhile and _is_at_once(scene, place))
    ):
        if place != predicate.index and scene.tree[place].pos == "NOUN" and _stands_aside(scene, place):
            break
        relation, place = scene.tree[place].dep, scene.tree[place].head
        distance += 1
        steps[place] = distance
        if (
            scene.tree[place].pos in ("VERB", "AUX")
            and relation not in ("xcomp", "acl")
            and not _is_participial(scene, place)
            and not (meanwhile and (_is_at_once(scene, place) or _goes_on(scene, place)))
        ):
            break
    return steps


def _is_at_once(scene: Scene, index: int) -> bool:
    """A clause that shares the time of the one above it: "while …", "flew there to visit them"."""
    token = scene.tree[index]
    errand = token.dep == "advcl" and token.tag == "VB" and scene.tree[token.head].lemma in GOING
    return errand or _is_meanwhile(scene, index)


GOING = frozenset({"travel", "fly", "return", "go", "come", "arrive", "head", "drive"})
_PHASES = frozenset({"begin", "continue", "keep", "resume", "start"})


def _goes_on(scene: Scene, verb: int) -> bool:
    """ "continued to carry out attacks": what goes on is done when it goes on."""
    return scene.tree[verb].dep == "xcomp" and scene.tree[scene.tree[verb].head].lemma in _PHASES


def _is_gone_for(scene: Scene, noun: int) -> bool:
    """ "flew to Oslo on Monday for talks": what one goes for is held where and when one goes."""
    prep = scene.tree[noun].head
    return scene.tree[prep].lemma == "for" and scene.tree[scene.tree[prep].head].lemma in GOING


def _is_meanwhile(scene: Scene, index: int) -> bool:
    """ "as", "while" or "when" clauses."""
    return scene.tree[index].dep == "advcl" and any(
        scene.tree[c].lemma in ("as", "while", "when") for c in scene.tree.kids(index, "mark", "advmod")
    )


def _is_alongside(scene: Scene, index: int, near: dict[int, int]) -> bool:
    """ "detained two men while searching a house in the town": what was done at once was done there and then."""
    tree = scene.tree
    return (
        tree[index].dep == "advcl"
        and tree[index].tag == "VBG"
        and near.get(tree[index].head) == 0
        and any(tree[c].lemma in ("while", "when") for c in tree.kids(index, "mark", "advmod"))
    )


def _is_participial(scene: Scene, index: int) -> bool:
    """ "…, killing three": a participle that shares the circumstances of the clause it hangs from."""
    token = scene.tree[index]
    by = token.dep == "pcomp" and scene.tree[token.head].lemma == "by"  # "put them under pressure by detaining six"
    return token.tag == "VBG" and (by or (token.dep == "advcl" and not scene.tree.kids(index, "mark", "nsubj")))


def _stands_aside(scene: Scene, index: int) -> bool:
    """A noun in an adjunct ("in response to massacres") has only the circumstances that stand with it."""
    tree = scene.tree
    if tree[index].dep != "pobj":
        return False
    prep = tree[index].head
    verb = tree[tree[prep].head].lemma
    light = scene.rules.lexicon.light
    return tree[prep].lemma not in ("of", "under", "in", "with", "out") and verb not in light.patient | light.agent


def distance_to(
    scene: Scene, start: int, end: int, near: dict[int, int], others: frozenset[int], cues: set[int]
) -> tuple[int, bool]:
    """Steps from a mention up to the trigger's clause; second value True where a verb of saying comes first."""
    place = scene.token_at(start, end)
    if place is None:
        return FAR, False
    steps = 0
    while True:
        if place in near and scene.tree[place].start not in cues:
            return steps + 2 * near[place], False
        if place in near and near[place] == 0:
            return steps, False
        if scene.tree[place].start in cues:
            return FAR, True
        apart = place in others and scene.tree[place].pos in ("VERB", "NOUN", "PROPN") and steps > 0
        if apart and not _is_during(scene, place):
            return FAR, False
        if scene.tree[place].head == place or _is_of_another_clause(scene, place, near):
            return FAR, False
        place = scene.tree[place].head
        steps += 1


def _is_during(scene: Scene, noun: int) -> bool:
    """ "shot during Saturday's march", "agreed in a call on Monday": what went on, and when, tells when it was done."""
    token = scene.tree[noun]
    before = scene.tree[token.head].lemma if token.dep == "pobj" else ""
    talk = before in ("in", "on") and token.lemma in _TALKS
    return before == "during" or (before == "at" and token.lemma in _GATHERINGS) or talk


_GATHERINGS = frozenset(
    {"celebration", "demonstration", "festival", "funeral", "gathering", "march", "parade", "procession", "protest"}
    | {"rally", "sit-in", "vigil", "wake", "wedding"}
)
_TALKS = frozenset({"address", "briefing", "call", "conversation", "interview", "meeting", "speech", "talk"})
"""In what, or on what, somebody says or agrees something."""


def _is_of_another_clause(scene: Scene, place: int, near: dict[int, int]) -> bool:
    """A subject tells its own verb's circumstances ("hardliners in the capital said"), not its neighbour's."""
    token = scene.tree[place]
    if token.dep == "conj" and token.pos == "VERB" and near.get(place) is None:
        doers = [m for s in scene.tree.kids(place, "nsubj") if (m := scene.actor_at(s)) is not None]
        if any(m.actor.kind not in ("descriptor", "object") for m in doers):
            return True  # "X sent troops to Goma, and Y shelled Beni"
        if scene.tree.kids(place, "auxpass") and token.head in near and not _is_passive(scene, token.head):
            return True  # "killed 30 and was called a crime in Vienna"
    return (
        token.dep in ("nsubj", "nsubjpass")
        and near.get(token.head) != 0
        and scene.tree[token.head].pos in ("VERB", "AUX")
    )


def _is_passive(scene: Scene, verb: int) -> bool:
    return bool(scene.tree.kids(verb, "auxpass")) or scene.tree[verb].tag != "VBD"


def in_lower_clause(scene: Scene, token: int, near: dict[int, int]) -> bool:
    """Whether a verb of its own stands between place and happening ("a request to draw water from the river")."""
    place = token
    while place not in near and scene.tree[place].head != place:
        if scene.tree[place].dep in ("relcl", "acl", "ccomp", "advcl") and scene.tree[place].pos in ("VERB", "AUX"):
            someone = any(scene.tree[s].lemma == "who" for s in scene.tree.kids(place, "nsubj"))
            ahead = someone and scene.tree.kids(place, "xcomp")  # "killed a man who was to fly to Nairobi"
            stands = scene.tree[place].lemma in _STANDING and not ahead
            return not stands and not _is_alongside(scene, place, near)
        place = scene.tree[place].head
    return False


_STANDING = frozenset(
    [
        "locate",
        "situate",
        "base",
        "lie",
        "stand",
        "station",
        "house",
        "name",
        "call",
        "park",
        "anchor",
        "moor",
        "dock",
        "be",
    ]
)
"""Verbs that only say where a thing is ("a depot located in …")."""


def is_led_by(scene: Scene, trigger: int, verb: int) -> bool:
    """Whether the trigger's clause is joined by "and" to the clause of the verb before it."""
    tree = scene.tree
    for place in (trigger, *tree.ancestors(trigger)):
        if tree[place].dep in ("advcl", "relcl", "acl"):
            return False
        if tree[place].dep == "conj" and tree[place].head == verb:
            return tree[verb].start < tree[place].start and tree[verb].tag in ("VBD", "VBN", "VBP", "VBZ")
    return False
