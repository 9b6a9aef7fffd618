"""How many were killed, injured, went missing or were held: each count by the word that governs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from dateline.extract.scene import Scene
from dateline.extract.victims import (
    CARE,
    DEAD_AFTER,
    HARM,
    HURTS,
    harm,
    single_victims,
    sufferers,
    with_one_more,
    wound_with,
)
from dateline.grammar import is_passive, objects
from dateline.model import Count, PlaceMention, QuantityMention, Quote, TimeMention, Voice, quote
from dateline.model.lexicon import Frame
from dateline.model.record import Record

_REACHING = frozenset(
    {"rise", "reach", "climb", "stand", "increase", "grow", "go", "exceed", "pass", "hit", "bring"}
    | {"put", "raise", "jump", "mount", "be", "surpass", "give", "revise", "place", "top"}
)
REACH = 5
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
        if _counts_things(scene, quantity, token) or _is_part(scene, quantity, token, found):
            continue
        governed = _governor(scene, token, quantity)
        if governed is None:
            continue
        governed = msgspec.structs.replace(governed, count=with_one_more(scene, token, governed.count))
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


def _alone(scene: Scene) -> Iterator[Toll]:
    """One victim, or one of each of two nouns, told with no number."""
    for name, first, last, verb in single_victims(scene):
        who, many = scene.tree[first].text, 1 if first == last else len(scene.tree.conjuncts(first))
        words = quote(scene.text, scene.tree.noun_phrase(first)[0], scene.tree.noun_phrase(last)[1])
        yield Toll(property=name, count=Count(low=many, high=many, who=who), quote=words, governor=verb, lone=True)


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
        return bool({w.rstrip("s") for w in own} & scene.rules.lexicon.counts.things)
    return bool(heads & scene.rules.lexicon.counts.things)


def _governor(scene: Scene, token: int, quantity: QuantityMention) -> Toll | None:
    """The nearest word up the tree, or just after, that says what became of those counted."""
    tree = scene.tree
    if scene.rules.lexicon.counts.property(tree[token].lemma) and tree[token].pos == "NOUN":
        return _toll(scene, quantity, token)
    for below in tree.children[token]:
        if tree[below].lemma in scene.rules.lexicon.counts.words and tree[below].dep in (
            "acl",
            "amod",
            "appos",
            "relcl",
            "advmod",
        ):
            return _toll(scene, quantity, below)
    if tree[token].lemma == "name":  # "14 names of villagers who were killed"
        ends = (
            i
            for i in tree.subtree(token)
            if tree[i].dep == "relcl" and scene.rules.lexicon.counts.property(tree[i].lemma)
        )
        if (end := next(ends, None)) is not None:
            return _toll(scene, quantity, end)
    alive = scene.is_a(token, "@people") and tree[tree[tree[token].head].head].lemma not in _BODIES
    if alive and (hurt := wound_with(scene, token)) is not None:
        return _toll(scene, quantity, hurt, "injured")
    cared = (i for c in tree.kids(token, "acl") if (i := _suffered(scene, c, token)) is not None)
    if (harm := next(cared, None)) is not None:
        return _toll(scene, quantity, harm)
    place = token
    for _ in range(REACH):
        past = place != token and tree[token].dep == "nsubj" and tree.kids(place, "dobj", "npadvmod")
        sibling = None if past else _beside(scene, place)  # "a nurse counted eleven dead"
        if sibling is not None:
            return _toll(scene, quantity, sibling)
        head = tree[place].head
        if (
            head == place
            or tree[place].dep in ("relcl", "advcl", "ccomp")
            or tree[head].lemma in ("accord", "according")
        ):
            return None
        own = tree[token].head == place and tree[token].dep == "dobj"  # "killed two and freed nine"
        if tree[place].dep == "conj" and tree[place].pos == "VERB" and (own or tree.kids(place, "nsubj", "nsubjpass")):
            return None
        if tree[place].dep == "agent" or (place == token and _is_doer(scene, token)):
            return None  # "shot dead by a gunman", "two gunmen killed five"
        place = head
        if tree[place].lemma in _BODIES and tree[tree[place].head].lemma in _CARRYING:  # "20 bodies were brought in"
            return _toll(scene, quantity, tree[place].head, "killed")
        if tree[place].lemma in _NUMBERS and (told := _counted_in(scene, place)):
            return _toll(scene, quantity, told[0])  # "…, the number of the injured to 17"
        if (done := _harmed_by(scene, place, token)) is not None:
            return _toll(scene, quantity, place, done)
        if (also := _with_harm(scene, place, token)) is not None:
            return _toll(scene, quantity, also)
        counted = next((c for o in tree.kids(place, "nsubj", "nsubjpass", "dobj") for c in _counted_in(scene, o)), None)
        if (suffered := _suffered(scene, place, token)) is not None:
            return _toll(scene, quantity, suffered, _property_of(scene, suffered))
        dead = next((c for c in tree.kids(place, "acomp", "oprd", "advmod", "amod") if tree[c].lemma == "dead"), None)
        if tree[place].lemma in DEAD_AFTER and dead is not None:
            return _toll(scene, quantity, dead)
        if tree[place].lemma in _REACHING and counted is not None and tree[token].dep != "nsubj":
            return _toll(scene, quantity, counted)
        if scene.rules.lexicon.counts.property(tree[place].lemma):
            return _toll(scene, quantity, place)
    return None


_BODIES = frozenset({"body", "corpse"})
_CARRYING = frozenset({"find", "discover", "dump", "bring", "receive", "count"})


_HURTS = HURTS | {"bone", "limb"}
_MEETING = {
    "lose": frozenset({"life"}), "embrace": frozenset({"martyrdom", "death"}), "attain": frozenset({"martyrdom"}),
    "achieve": frozenset({"martyrdom"}), "meet": frozenset({"death"}), "suffer": _HURTS, "sustain": _HURTS,
    "receive": _HURTS,
}  # fmt: skip
"""What those counted meet with, by its verb: "eight lost their lives", "two sustained injuries"."""


def _property_of(scene: Scene, harm: int) -> str:
    """What a harm that somebody met with makes of them: killed by what they lost, or hurt."""
    lemma = scene.tree[harm].lemma
    return scene.rules.lexicon.counts.property(lemma) or ("killed" if lemma == "lose" else "injured")


def _suffered(scene: Scene, verb: int, token: int) -> int | None:
    """The harm that a verb of care or loss tells of: "treated for wounds", "lost ten men", "hacked ten to death"."""
    tree = scene.tree
    own = tree[token].lemma == "man" or scene.is_a(token, "@armed")
    if tree[verb].lemma == "lose" and tree[token].dep == "dobj" and own:
        return verb
    if tree[verb].lemma in _MEETING and tree[token].dep == "nsubj":
        return next((o for o in tree.kids(verb, "dobj") if tree[o].lemma in _MEETING[tree[verb].lemma]), None)
    if tree[token].dep in ("dobj", "nsubjpass") and tree[verb].pos == "VERB":
        ends = (o for p in tree.kids(verb, "prep") if tree[p].lemma == "to" for o in tree.kids(p, "pobj"))
        if (end := next((o for o in ends if tree[o].lemma == "death"), None)) is not None:
            return end
    return wound_with(scene, verb) if tree[verb].lemma in CARE else None


def _is_doer(scene: Scene, noun: int) -> bool:
    """Whether it is the subject of a verb of harm that has an object: those who killed or wounded others."""
    tree, verb = scene.tree, scene.tree[noun].head
    if tree[noun].dep != "nsubj" or tree[verb].lemma not in HARM or is_passive(tree, verb):
        return False
    return any(tree[o].pos in ("NOUN", "PROPN", "PRON", "NUM") for o in objects(tree, verb))


def _harmed_by(scene: Scene, verb: int, token: int) -> str | None:
    """ "three were gunned down", "burnt two drivers to death": what the verb's words together tell of those counted."""
    if scene.tree[verb].pos != "VERB" or scene.rules.lexicon.counts.property(scene.tree[verb].lemma):
        return None
    if token not in sufferers(scene, verb):
        return None
    return "killed" if scene.tree[verb].lemma in _WIPED and scene.is_a(token, "@people") else harm(scene, verb)


_WIPED = frozenset({"destroy", "wipe"})
"""Verbs for things that armies use of men: "20 servicemen were destroyed"."""


def _with_harm(scene: Scene, verb: int, token: int) -> int | None:
    """ "three were ambushed and killed": the harm that a later verb tells of those the first one is about."""
    tree = scene.tree
    if tree[token].head != verb or tree[token].dep not in ("nsubjpass", "dobj") or tree[verb].pos != "VERB":
        return None
    if scene.rules.lexicon.counts.property(tree[verb].lemma):
        return None
    alike = [
        c
        for c in tree.kids(verb, "conj")
        if tree[c].tag in ("VBN", "VBD") and harm(scene, c) is not None and not tree.kids(c, "nsubj", "nsubjpass")
    ]
    mine = [c for c in alike if is_passive(tree, c) == (tree[token].dep == "nsubjpass") and not _other_object(scene, c)]
    return mine[0] if mine else None


def _other_object(scene: Scene, verb: int) -> bool:
    """Whether it is done to others than "them" ("kidnapped three men and killed a guard")."""
    return any(scene.tree[o].text.casefold() != "them" for o in scene.tree.kids(verb, "dobj"))


_NUMBERS = frozenset({"number", "figure", "count", "total", "tally"})


def _counted_in(scene: Scene, noun: int) -> list[int]:
    """What a "number of wounded soldiers" or a "death toll" counts."""
    tree = scene.tree
    if scene.rules.lexicon.counts.property(tree[noun].lemma):
        return [noun]
    if tree[noun].lemma not in _NUMBERS or tree[noun].pos == "VERB":
        return []
    return [i for i in tree.subtree(noun) if scene.rules.lexicon.counts.property(tree[i].lemma)]


def _beside(scene: Scene, place: int) -> int | None:
    """ "left 12 dead": a result beside the counted noun."""
    tree = scene.tree
    for index in (place + 1, place + 2):
        if index == len(tree):
            break
        result = {tree[index].lemma, tree[index].text.casefold()} & {"dead", "wounded", "injured", "missing"}
        near = index == place + 1 or tree[place + 1].pos in ("NOUN", "AUX")
        if result and near and tree[index].pos in ("ADJ", "VERB", "NOUN", "ADV"):
            return index
    return None


def _toll(scene: Scene, quantity: QuantityMention, governor: int, name: str | None = None) -> Toll | None:
    name = name or scene.rules.lexicon.counts.property(scene.tree[governor].lemma)
    if not name:
        return None
    count = Count(low=quantity.low, high=quantity.high, approximate=quantity.approximate, who=quantity.who)
    return Toll(property=name, count=count, quote=quote(scene.text, quantity.start, quantity.end), governor=governor)


def counted_there(scene: Scene, toll: Toll) -> tuple[tuple[PlaceMention, ...], tuple[TimeMention, ...]]:
    """The town and day right behind the count ("fourteen dead in Beni"), or the stretch that it sums ("since May")."""
    last = max(toll.quote.end, scene.tree[toll.governor].end)
    towns = tuple(
        p
        for p in scene.places
        if p.place.precision in ("town", "area", "site") and _THERE.fullmatch(scene.text, last, max(last, p.start))
    )
    days = tuple(
        t
        for t in scene.times
        if t.period is not None
        and (t.since or (t.period.start == t.period.end and _THEN.fullmatch(scene.text, last, max(last, t.start))))
    )
    return towns, days


_THERE = re.compile(r"\s+(?:in|at|near)\s+")
_THEN = re.compile(r"\s+(?:(?:in|at|near)\s+\S+\s+)?(?:on\s+)?")
