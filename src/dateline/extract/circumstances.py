"""When and where: which of a sentence's times and places belong to a trigger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

import msgspec

from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.model import AttributionMention, Period, PlaceMention, TimeMention
from dateline.model.record import Record

_NO_LOCATION = ("organisation", "modifier", "metonym")
"""Uses of a place name, as the annotator's rule tells them, that say nothing of where."""
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
_EVENT_PREPOSITIONS = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "off",
        "inside",
        "outside",
        "around",
        "across",
        "over",
        "into",
        "to",
        "from",
        "between",
        "along",
        "against",
        "within",
        "through",
        "toward",
        "towards",
        "of",
        "throughout",
        "beside",
        "north",
        "south",
        "east",
        "west",
    }
)


class Timing(Record, frozen=True, kw_only=True):
    """Times of the happening itself, and of its being told."""

    own: tuple[TimeMention, ...] = ()
    told: tuple[TimeMention, ...] = ()


def domain(scene: Scene, predicate: Predicate, *, meanwhile: bool = False) -> dict[int, int]:
    """Tokens that the trigger shares a clause with, upward, and how many steps away.

    `meanwhile` climbs out of "as …", "while …" clauses too: they share the time of the main clause, not its place.
    """
    steps = {predicate.index: 0}
    if not predicate.verbal and not predicate.frame.content and _stands_aside(scene, predicate.index):
        return steps
    place, distance = predicate.index, 0
    while scene.tree[place].head != place and (
        scene.tree[place].dep in _LINKS or _is_participial(scene, place) or (meanwhile and _is_meanwhile(scene, place))
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
            and not (meanwhile and _is_meanwhile(scene, place))
        ):
            break
    return steps


def _is_meanwhile(scene: Scene, index: int) -> bool:
    """ "as", "while" or "when" clauses."""
    return scene.tree[index].dep == "advcl" and any(
        scene.tree[c].lemma in ("as", "while", "when") for c in scene.tree.kids(index, "mark", "advmod")
    )


def _is_participial(scene: Scene, index: int) -> bool:
    """ "…, killing three": a participle that shares the circumstances of the clause it hangs from."""
    token = scene.tree[index]
    return token.dep == "advcl" and token.tag == "VBG" and not scene.tree.kids(index, "mark", "nsubj")


def _stands_aside(scene: Scene, index: int) -> bool:
    """A noun in an adjunct ("in response to massacres") has only the circumstances that stand with it."""
    tree = scene.tree
    if tree[index].dep != "pobj":
        return False
    prep = tree[index].head
    verb = tree[tree[prep].head].lemma
    light = scene.rules.lexicon.light
    return tree[prep].lemma not in ("of", "under", "in", "with", "out") and verb not in light.patient | light.agent


def timing(scene: Scene, predicate: Predicate, others: frozenset[int], saying: Sequence[AttributionMention]) -> Timing:
    """The times attached to the trigger, nearest first, and those attached to a verb of saying above it."""
    near = domain(scene, predicate, meanwhile=True)
    cues = {a.cue.start for a in saying if a.cue is not None}
    ranked: list[tuple[int, TimeMention]] = []
    told: list[TimeMention] = []
    for time in scene.times:
        if time.period is None or _is_name_part(scene, time) or (time.since and _is_record(scene, predicate.index)):
            continue
        token = scene.token_at(time.start, time.end)
        if token is not None and _in_lower_clause(scene, token, near) and not _hangs_from(scene, predicate.index, time):
            continue
        distance, by_cue = _distance(scene, time.start, time.end, near, others - {predicate.index}, cues)
        if not time.since and _since_clause(scene, time):
            time = msgspec.structs.replace(time, since=True)
        if _hangs_from(scene, predicate.index, time):
            return Timing(own=(msgspec.structs.replace(time, since=False),), told=tuple(told))
        if by_cue:
            told.append(time)
        elif distance < FAR:
            ranked.append((distance, time))
    ranked.sort(key=lambda r: (r[0], r[1].start))
    shifted = _shifted(scene, predicate)
    if shifted is not None:
        return Timing(own=(shifted,), told=tuple(told))
    return Timing(own=tuple(t for _, t in ranked), told=tuple(told))


_SHIFT = re.compile(r"P(\d+)([DW])$")


def _shifted(scene: Scene, predicate: Predicate) -> TimeMention | None:
    """ "on 3 March, a day after X threatened": the happening in the clause lies that far from the day named beside it."""
    tree = scene.tree
    for index in (predicate.index, *tree.ancestors(predicate.index)):
        marks = [tree[c].lemma for c in tree.kids(index, "mark")] + (
            [tree[tree[index].head].lemma] if tree[index].dep in ("pobj", "pcomp") else []
        )
        order = next((m for m in marks if m in ("after", "before")), None)
        if order is None:
            continue
        begin = tree[min(tree.subtree(index))].start
        for length in scene.times:
            match = _SHIFT.match(length.value) if length.type == "DURATION" else None
            if match is None or not -40 <= length.end - begin <= 25:
                continue
            day = next(
                (
                    t
                    for t in reversed(scene.times)
                    if t.end <= length.start and t.period is not None and t.period.start == t.period.end
                ),
                None,
            )
            if day is not None and day.period is not None:
                return _moved(
                    day, length, int(match[1]) * (7 if match[2] == "W" else 1), back=order == "after", text=scene.text
                )
    return None


def _moved(day: TimeMention, length: TimeMention, days: int, *, back: bool, text: str) -> TimeMention:
    """The day, so many days on or back, with the words that say so."""
    assert day.period is not None
    moved = day.period.start + timedelta(days=-days if back else days)
    start, end = min(day.start, length.start), max(day.end, length.end)
    return TimeMention(
        start=start, end=end, exact=text[start:end], rule="so many days from a named day", type="DATE", value=moved.isoformat(),
        period=Period(start=moved, end=moved, precision="day"), basis="relative to text",
    )  # fmt: skip


def _is_record(scene: Scene, index: int) -> bool:
    """ "the gravest assault since last autumn": the stretch is that of the comparison."""
    return any(
        scene.tree[c].tag in ("JJS", "RBS") or scene.tree[c].lemma in ("first", "worst", "deadliest", "bloodiest")
        for c in scene.tree.kids(index, "amod", "advmod")
    )


def _is_name_part(scene: Scene, time: TimeMention) -> bool:
    """ "the Friday mosque": a day that only names a thing."""
    token = scene.token_at(time.start, time.end)
    if token is None or scene.tree[token].dep not in ("compound", "nmod", "amod"):
        return False
    head = scene.tree[scene.tree[token].head]
    return (
        head.pos == "NOUN"
        and not any(t.start <= head.start < t.end for t in scene.times)
        and not scene.is_a(scene.tree[token].head, "@event")
        and head.text[:1].islower()
        and head.lemma not in ("night", "morning", "evening", "afternoon", "report", "statement")
    )


def _hangs_from(scene: Scene, index: int, time: TimeMention) -> bool:
    """ "since Monday, when rebels attacked": the clause of the trigger hangs from the day."""
    for place in (index, *scene.tree.ancestors(index)):
        if scene.tree[place].dep in ("relcl", "advcl") and any(
            scene.tree[c].lemma == "when" for c in scene.tree.kids(place, "advmod", "mark")
        ):
            head = scene.tree[scene.tree[place].head]
            return time.start <= head.start < time.end
    return False


def _since_clause(scene: Scene, time: TimeMention) -> bool:
    """ "since the attacks began on …": the time opens a stretch that lasts."""
    place = scene.token_at(time.start, time.end)
    if place is None:
        return False
    for index in (place, *scene.tree.ancestors(place)):
        if scene.tree[index].dep == "advcl":
            return any(scene.tree[c].lemma == "since" for c in scene.tree.kids(index, "mark"))
    return False


def _distance(
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
        if place in others and scene.tree[place].pos in ("VERB", "NOUN", "PROPN") and steps > 0:
            return FAR, False
        if scene.tree[place].head == place or _is_of_another_clause(scene, place, near):
            return FAR, False
        place = scene.tree[place].head
        steps += 1


def _is_of_another_clause(scene: Scene, place: int, near: dict[int, int]) -> bool:
    """A subject tells its own verb's circumstances ("hardliners in the capital said"), not its neighbour's."""
    token = scene.tree[place]
    return (
        token.dep in ("nsubj", "nsubjpass")
        and near.get(token.head) != 0
        and scene.tree[token.head].pos in ("VERB", "AUX")
    )


def _in_lower_clause(scene: Scene, token: int, near: dict[int, int]) -> bool:
    """Whether a verb of its own stands between the place and the happening ("a request to draw water from the river")."""
    place = token
    while place not in near and scene.tree[place].head != place:
        if scene.tree[place].dep in ("relcl", "acl", "ccomp", "advcl") and scene.tree[place].pos in ("VERB", "AUX"):
            return scene.tree[place].lemma not in _STANDING
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


def whereabouts(
    scene: Scene,
    predicate: Predicate,
    others: frozenset[int],
    *,
    actors: Sequence[int],
    recipients: Sequence[int],
    sources: Sequence[tuple[int, int]],
) -> tuple[PlaceMention, ...]:
    """The places of the happening, nearest first: not the speaker's, not the actor's."""
    near = domain(scene, predicate)
    below_actor = {i for a in actors for i in scene.tree.subtree(a)} - {
        i for r in recipients for i in scene.tree.subtree(r)
    }
    ranked: list[tuple[int, PlaceMention]] = []
    for place in scene.places:
        if any(s <= place.start < e for s, e in sources) or any(r in place.rule for r in _NO_LOCATION):
            continue
        token = scene.token_at(place.start, place.end)
        if token is None or token in below_actor or _is_possessor(scene, token, recipients):
            continue
        if not _can_locate(scene, token, recipients):
            continue
        if _in_lower_clause(scene, token, near):
            continue
        if token in recipients:
            ranked.append((0, place))
            continue
        distance, told = _distance(scene, place.start, place.end, near, others - {predicate.index}, set())
        if distance < FAR and not told:
            ranked.append((distance, place))
    ranked.sort(key=lambda r: (r[0], r[1].start))
    if not ranked:
        return tuple(p for p in scene.places if scene.token_at(p.start, p.end) in below_actor and _is_town(p))[:1]
    return tuple(p for _, p in ranked)


def _is_town(mention: PlaceMention) -> bool:
    """ "the governor of Gao": where the one who acts has charge, if it is no whole country."""
    usable = not any(r in mention.rule for r in _NO_LOCATION)
    return usable and mention.place.precision in ("town", "site", "area", "region")


def _is_possessor(scene: Scene, token: int, recipients: Sequence[int]) -> bool:
    """ "Israel's war": a possessor of something that is not the recipient says nothing of where."""
    return scene.tree[token].dep == "poss" and scene.tree[token].head not in recipients


def _can_locate(scene: Scene, token: int, recipients: Sequence[int]) -> bool:
    """Whether the place stands in a locating phrase, in what was acted on, or as a modifier of the happening."""
    tree = scene.tree
    mention = scene.place_at(token)
    owner = tree[token].dep in ("compound", "poss", "nmod", "amod")
    if owner and mention is not None and mention.place.precision in ("country", "continent"):
        return False
    if token in recipients or (mention is not None and mention.place.relation and " of" in mention.place.relation):
        return True
    place = token
    for _ in range(8):
        dep, head = tree[place].dep, tree[place].head
        if head in recipients and dep in ("compound", "poss", "nmod", "appos", "conj"):
            return True
        if dep == "pobj":
            if not _is_locating(scene, head):
                return False
            return True
        if dep in ("npadvmod", "ROOT"):
            return True
        if dep not in ("compound", "conj", "appos", "nmod", "poss", "amod", "dep"):
            return False
        if dep == "compound" and tree[head].pos == "NOUN":
            return True
        place = head
    return False


def _is_locating(scene: Scene, preposition: int) -> bool:
    """Whether the preposition says where; "of" does so after a town, a coast, an attack, not after "support"."""
    tree = scene.tree
    if tree[preposition].lemma == "to" and tree[tree[preposition].head].lemma in (
        "road",
        "way",
        "route",
        "transfer",
        "trip",
    ):
        return False
    if tree[preposition].lemma != "of":
        return tree[preposition].lemma in _EVENT_PREPOSITIONS
    whole = tree[preposition].head
    return any(
        scene.is_a(whole, c) for c in ("@settlement", "@event", "@land", "@infrastructure", "@building", "place")
    ) or tree[whole].tag in ("VBG", "NNP")
