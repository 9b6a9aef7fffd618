"""How many were killed, injured, went missing or were held: each count by the word that governs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from dateline.extract.fates import Fate, fate
from dateline.extract.scene import Scene
from dateline.extract.victims import single_victims, with_one_more
from dateline.model import Count, PlaceMention, QuantityMention, Quote, TimeMention, Voice, quote
from dateline.model.lexicon import Frame
from dateline.model.record import Record

BARE = "assault.die"
"""The frame of a count that stands alone."""


class Toll(Record, frozen=True, kw_only=True):
    """A count of one property with its words, and the token of the word that governs it."""

    property: str
    count: Count
    quote: Quote
    governor: int
    total: bool = False
    """It sums up a war or a year, and is of no one happening."""
    lone: bool = False
    """One victim told with no number: a part of any greater count of the happening."""
    bare: Frame | None = None
    """What tells of it where its sentence tells of no assault; None where an accident is near."""
    voice: Voice | None = None
    """Who counts, where somebody else tells of the happening."""


_CORRECTED = re.compile(
    r"\b(?:an?|the|our)\s+(?:earlier|previous|original|first)\s+(?:version|edition)\s+of\s+(?:this|the|our)\b",
    re.IGNORECASE,
)


def tolls(scene: Scene) -> tuple[Toll, ...]:
    """The casualty counts of the sentence, in order; "three soldiers and two drivers" killed are five."""
    if scene.words & scene.rules.lexicon.counts.withdrawn or _CORRECTED.search(
        scene.text, scene.sentence.start, scene.sentence.end
    ):
        return ()
    found: list[tuple[int, Toll]] = []
    for quantity in scene.quantities:
        token = scene.token_at(quantity.start, quantity.end)
        if token is None or _BOTH.match(scene.text, quantity.end) is not None:
            continue
        guise = scene.tree[token].dep == "pobj" and scene.tree[scene.tree[token].head].lemma == "as"
        if guise and scene.tree[token].pos != "NUM":
            continue  # "a man posing as a nurse", but not "put the toll as 18"
        if _counts_things(scene, quantity, token) or _is_part(scene, quantity, token, found):
            continue
        became = fate(scene, token)
        if became is None:
            continue
        governed = _toll(scene, token, quantity, became)
        previous = found[-1] if found else None
        if previous is not None and _is_most(scene, previous[1], governed):
            found[-1] = (previous[0], _range(scene, previous[1], governed))
        elif previous is not None and _adds_to(scene, token, previous[0], governed, previous[1]):
            found[-1] = (previous[0], _sum(scene, previous[1], governed))
        else:
            found.append((token, governed))
    counted = {toll.governor for _, toll in found}
    every = (*(toll for _, toll in found), *(t for t in _alone(scene) if t.governor not in counted))
    frame = next((f for f in scene.rules.lexicon.frames if f.id == BARE), None) if every else None
    if frame is None or scene.near(frame.unless_near):
        return every
    return tuple(msgspec.structs.replace(t, bare=frame) for t in every)


def _toll(scene: Scene, token: int, quantity: QuantityMention, became: Fate) -> Toll:
    count = Count(low=quantity.low, high=quantity.high, approximate=quantity.approximate, who=quantity.who)
    return Toll(
        property=became.property, count=with_one_more(scene, token, count),
        quote=quote(scene.text, quantity.start, quantity.end), governor=became.governor,
    )  # fmt: skip


def _alone(scene: Scene) -> Iterator[Toll]:
    """One victim, or one of each of two nouns, told with no number."""
    for name, each, verb in single_victims(scene):
        who, many = scene.tree[each[0]].text, sum(2 if scene.tree[e].lemma in _TWO else 1 for e in each)
        words = quote(scene.text, scene.tree.noun_phrase(each[0])[0], scene.tree.noun_phrase(each[-1])[1])
        yield Toll(property=name, count=Count(low=many, high=many, who=who), quote=words, governor=verb, lone=True)


_TWO = frozenset({"couple", "pair"})
""" "A couple and their grandson died": three."""


def _adds_to(scene: Scene, token: int, first: int, toll: Toll, before: Toll) -> bool:
    """Whether the count is coordinated with the one before under the same word."""
    same = toll.property == before.property and toll.governor == before.governor
    return same and token in scene.tree.conjuncts(first) and token != first


_BOTH = re.compile(
    r"\s*(?:were\s+|people\s+|civilians\s+)?(?:dead|killed)\s+and\s+(?:injured|wounded|hurt|missing)\b", re.I
)
"""After a count, that it is of the dead and the hurt together ("dozens dead and injured")."""


def _is_most(scene: Scene, one: Toll, other: Toll) -> bool:
    """ "at least 27 and up to 30 people": whether the second count is the most that the first may be."""
    between = scene.text[one.quote.end : other.quote.start].split()
    most = other.quote.exact.casefold().startswith("up to ") and other.count.low > one.count.low
    return one.property == other.property and most and between in (["and"], ["and", "possibly"], ["or"])


def _range(scene: Scene, one: Toll, other: Toll) -> Toll:
    """From the first count to the second."""
    who = other.count.who or one.count.who
    span = Count(low=one.count.low, high=other.count.high or other.count.low, who=who)
    words = quote(scene.text, one.quote.start, other.quote.end)
    return Toll(property=one.property, count=span, quote=words, governor=one.governor)


def _sum(scene: Scene, one: Toll, other: Toll) -> Toll:
    """Both counts as one, with the words from the first to the second."""
    words = quote(scene.text, one.quote.start, other.quote.end)
    high = one.count.high + other.count.high if one.count.high is not None and other.count.high is not None else None
    who = " and ".join(w for w in (one.count.who, other.count.who) if w) or None
    count = Count(
        low=one.count.low + other.count.low,
        high=high,
        approximate=one.count.approximate or other.count.approximate,
        who=who,
    )
    return Toll(property=one.property, count=count, quote=words, governor=one.governor)


_PART_AFTER = re.compile(r"\s*of (?:them|whom|those|these)\b")
_PART_BEFORE = re.compile(r"(?:including|among them|among whom|of whom|of them)[\s,]*$")


_REST = re.compile(r"\bthe (?:other|remaining) \w+|\bthe \w+ (?:other|remaining)\b")
"""Those that are left of a count given before: "the two other members"."""


def _is_part(scene: Scene, quantity: QuantityMention, token: int, found: Sequence[tuple[int, Toll]]) -> bool:
    """ "three of them civilians", "including two children": part of a count already given.

    "40 of them were killed", "pursuers killed three of them" is a count of its own where none of its kind stands before
    it in the sentence.
    """
    if _REST.search(scene.text[max(scene.sentence.start, quantity.start - 4) : quantity.end].casefold()):
        return True
    head = scene.tree[scene.tree[token].head]
    governed = scene.tree[token].dep in ("nsubj", "nsubjpass", "dobj")
    own = scene.rules.lexicon.counts.property(head.lemma) if governed else None
    own = own or ("injured" if governed and head.lemma in ("suffer", "sustain") else None)
    if own is not None and head.tag in ("VBD", "VBN", "VBG") and all(own != toll.property for _, toll in found):
        return False
    before = scene.text[max(scene.sentence.start, quantity.start - 14) : quantity.start]
    inside = re.search(r"\bof (?:them|whom|those)\b", quantity.exact) is not None
    return inside or bool(_PART_AFTER.match(scene.text, quantity.end) or _PART_BEFORE.search(before))


def _counts_things(scene: Scene, quantity: QuantityMention, token: int) -> bool:
    """Whether it counts houses or hours, not people."""
    heads = {
        scene.tree[token].lemma,
        scene.tree[scene.tree[token].head].lemma if scene.tree[token].dep == "nummod" else "",
    }
    who = (quantity.who or "").casefold().partition(" of ")[0].split()
    if who:
        own = who if not scene.is_a(token, "@people") else who[-1:]  # "truck drivers"
        named = {w.rstrip("s") for w in own} & scene.rules.lexicon.counts.things
        return bool(named) or any(who[-1].rstrip("s") in scene.rules.lexicon.classes[c] for c in _BUILT)
    return bool(heads & scene.rules.lexicon.counts.things)


_BUILT = ("building", "infrastructure", "military", "ship", "vehicle")


def counted_there(scene: Scene, toll: Toll) -> tuple[tuple[PlaceMention, ...], tuple[TimeMention, ...]]:
    """The town and day right behind the count ("fourteen dead in Beni"), or the stretch that it sums ("since May").

    A verb has those of its own clause too, wherever they stand: "on the 9th two died on a ferry near Beni".
    """
    last = max(toll.quote.end, scene.tree[toll.governor].end)
    later = _LATER.search(scene.text, scene.sentence.start, scene.sentence.end) is not None
    towns = tuple(
        p
        for p in scene.places
        if p.place.precision in ("town", "area", "site")
        and (
            _THERE.fullmatch(scene.text, last, max(last, p.start))
            or (not later and _is_scene_of(scene, p, toll.governor))
        )
    )
    days = tuple(
        t
        for t in scene.times
        if t.period is not None
        and (
            t.since
            or (
                t.period.start == t.period.end
                and (
                    _THEN.fullmatch(scene.text, last, max(last, t.start))
                    or (towns and not later and _is_under(scene, t, toll.governor))
                )
            )
        )
    )
    return towns, days


_LATER = re.compile(r"\b(?:hospitals?|clinics?|surgery|wounds?|injuries|wounded|injured|operating)\b", re.IGNORECASE)
"""Words beside which people die elsewhere, and on another day, than where they were harmed."""


def _is_scene_of(scene: Scene, place: PlaceMention, governor: int) -> bool:
    """ "in Beni six died", "six died on a ferry near Beni": where it was, and not where somebody came from."""
    return _IN.search(scene.text, scene.sentence.start, place.start) is not None and _is_under(scene, place, governor)


_IN = re.compile(r"\b(?:in|at|near|outside|off)\s+(?:the\s+)?$", re.IGNORECASE)


def _is_under(scene: Scene, mention: PlaceMention | TimeMention, governor: int) -> bool:
    """Whether the mention stands in the clause of a verb, and in none below it."""
    tree, token = scene.tree, scene.token_at(mention.start, mention.end)
    if token is None or tree[governor].pos != "VERB":
        return False
    for index in tree.ancestors(token):
        if index == governor:
            return True
        if tree[index].pos in ("VERB", "AUX"):
            return False
    return False


_THERE = re.compile(r"\s+(?:in|at|near)\s+")
_THEN = re.compile(r"\s+(?:(?:in|at|near)\s+\S+\s+)?(?:on\s+)?")
