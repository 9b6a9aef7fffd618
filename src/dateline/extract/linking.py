"""Which triggers of one sentence tell of the same happening, and the one telling that they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.extract.adrift import what_hurt
from dateline.extract.governed import is_recalled
from dateline.extract.own_deeds import is_of_its_victim
from dateline.extract.predicates import Predicate
from dateline.extract.repelled import attack_repelled
from dateline.extract.roles import Roles
from dateline.extract.scene import Scene
from dateline.extract.sequence import Aside, aside_at
from dateline.extract.telling import Telling
from dateline.extract.totals import without_totals
from dateline.extract.victims import harm
from dateline.grammar import agents, is_passive, objects, prepositional
from dateline.model import Period

_TOLL_VERBS = frozenset({
    "assault.kill", "assault.neutralise", "assault.injure", "assault.die", "assault.damage", "assault.arson",
    "assault.destroy", "assault.burn", "assault.battlefield",
})  # fmt: skip
_TAKINGS = frozenset({"assault.capture-people", "assault.take-people", "assault.carry-off", "assault.taken-from"})
_WARDING = "assault.intercept"
"""Who wards off an attack is not who attacks."""
_SUCCEEDING = frozenset({"follow", "precede", "prompt", "trigger", "provoke", "avenge"})
"""Verbs between two happenings: "the raid followed an ambush"."""
_JOINING = frozenset(
    {"in", "by", "during", "from", "after", "when", "of", "as", "with", "following", "through", "under", "amid"}
)


def linked(
    scene: Scene, found: Sequence[Predicate], roles_of: dict[int, Roles], days: Mapping[int, Period | None],
    stretches: Sequence[Aside] = (),
) -> list[set[int]]:  # fmt: skip
    """Groups of triggers that tell of the same happening; none reaches into a stretch that is of another.

    What a day recalls is not what was done on it.

    `days` are those that each has of its own.
    """
    groups: dict[int, set[int]] = {p.index: {p.index} for p in found}
    frames = {p.index: p.frame for p in found}
    counts = {p.index for p in found if p.frame.weak and not p.verbal}  # "the toll rose on Friday"
    recalled = {p.index for p in found if not p.verbal and is_recalled(scene, p.index)}
    sides = {p.index: aside_at(stretches, scene.tree[p.index].start) for p in found}

    def join(one: int, other: int) -> None:
        if sides[one] is not sides[other] or (one in recalled) != (other in recalled):
            return
        own = [[i for i in groups[at] if i not in counts] for at in (one, other)]
        apart = any(
            _on_other_days(days[a], days[b], late=(frames[a].weak, frames[b].weak)) for a in own[0] for b in own[1]
        )
        apart = apart or any(is_of_its_victim(scene, a, b) for a in own[0] for b in own[1])
        if frames[one].type == frames[other].type and groups[one] is not groups[other] and not apart:
            groups[one] |= groups[other]
            for member in groups[one]:
                groups[member] = groups[one]

    for predicate in found:
        for event in roles_of[predicate.index].events:
            if event in groups and scene.tree[scene.tree[event].head].lemma not in _SUCCEEDING:
                join(predicate.index, event)
        if _is_manner(scene, predicate) and (
            main := next((p for p in found if p.verbal and p.frame.type == predicate.frame.type), None)
        ):
            join(main.index, predicate.index)
        alike = [o for o in found if o.index != predicate.index and _same_happening(scene, predicate, o)]
        for other in _nearest(scene, predicate, alike) or _within(predicate, found, sides):
            join(predicate.index, other.index)
    unique: list[set[int]] = []
    for group in groups.values():
        if group not in unique:
            unique.append(group)
    return unique


def _within(predicate: Predicate, found: Sequence[Predicate], sides: Mapping[int, Aside | None]) -> Sequence[Predicate]:
    """ "the bombing on Tuesday, in which eight were killed": the one attack that a stretch names, for its dead."""
    side = sides[predicate.index]
    if side is None or predicate.frame.id not in _TOLL_VERBS:
        return ()
    named = [p for p in found if sides[p.index] is side and not p.verbal and p.frame.type == "ASSAULT"]
    return named if len(named) == 1 else ()


def _on_other_days(one: Period | None, other: Period | None, *, late: tuple[bool, bool]) -> bool:
    """ "Six died on Monday; the next day a drone killed a rescuer": each has a day of its own.

    What only counts may come `late`: "they shot a priest on Sunday, and two days later he died".
    """
    if one is None or other is None:
        return False
    return (one.end < other.start and not late[1]) or (other.end < one.start and not late[0])


def _nearest(scene: Scene, predicate: Predicate, alike: Sequence[Predicate]) -> Sequence[Predicate]:
    """Of several happenings named by nouns a bare count is of one: the one governing it, else the nearest before."""
    nouns = [o for o in alike if not o.verbal and o.frame.type == "ASSAULT"]
    if not predicate.frame.weak or not predicate.frame.toll or len(nouns) < 2 or len(nouns) < len(alike):
        return alike
    above = list(scene.tree.ancestors(predicate.index))
    governing = sorted((o for o in nouns if o.index in above), key=lambda o: above.index(o.index))
    before = [o for o in nouns if o.index < predicate.index]
    return governing[:1] or before[-1:] or nouns[:1]


def _is_manner(scene: Scene, predicate: Predicate) -> bool:
    """ "…, in an attack that X claimed": an indefinite noun that sums up the sentence it ends."""
    tree = scene.tree
    if predicate.verbal or tree[predicate.index].dep != "pobj" or predicate.frame.type != "ASSAULT":
        return False
    article = any(tree[c].lemma in ("a", "an", "what", "one") for c in tree.kids(predicate.index, "det", "nummod"))
    aimed = any(tree[c].lemma in ("on", "against", "at") for c in tree.kids(predicate.index, "prep"))
    return article and not aimed and tree[tree[predicate.index].head].lemma == "in"


def _same_happening(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """Whether `one` is a consequence told beside `other`: a toll clause, a participle, "in an attack"."""
    tree = scene.tree
    if _carries_on(scene, one, other) or _is_result(scene, one, other) or _is_hurt(scene, one, other):
        return True
    if _came_of_it(scene, one, other):
        return True
    if _is_beside(scene, one, other) or _is_errand(scene, one, other) or _is_of_stopped(scene, one, other):
        return True
    if _is_set_alight(scene, one, other) or _is_aimed(scene, one, other) or _is_claimed(scene, one, other):
        return True
    if attack_repelled(scene, one, (other.index,)) is not None:
        return True
    if one.frame.id not in _TOLL_VERBS and not (one.frame.weak or other.frame.weak):
        kind = one.frame.type
        named = kind == "ASSAULT" and _names_it(scene, one, other)
        return named or (kind in ("ASSAULT", "COERCE") and _done_in(scene, one, other))
    if one.frame.weak and one.frame.toll and not other.verbal and other.frame.type == "ASSAULT":
        return True
    if one.frame.id in _TOLL_VERBS and other.frame.id in _TOLL_VERBS and one.frame.toll and other.frame.toll:
        return True
    chain = list(tree.ancestors(other.index))
    if one.index in chain and not other.verbal:
        between = chain[: chain.index(one.index)]
        if any(tree[b].lemma in _JOINING for b in between) and not any(
            tree[b].dep in ("relcl", "ccomp") for b in (other.index, *between)
        ):
            return True
    up = tree[one.index]
    if other.first <= up.head <= other.last and up.dep in ("advcl", "conj", "acl", "relcl", "ccomp", "xcomp", "dep"):
        return True
    if not other.verbal or tree[other.index].dep != "advcl" or other.frame.type != "ASSAULT":
        return False
    above = tree[other.index].head
    when = any(tree[c].lemma in ("when", "as") for c in tree.kids(other.index, "advmod", "mark"))
    return above == one.index or (when and above in tree.conjuncts(one.index))


def _is_of_stopped(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """ "intercepted two drones launched from Y": the launch of what was stopped is the attack that was stopped."""
    tree, launch = scene.tree, scene.tree[one.index]
    beside = one.verbal and launch.dep == "conj" and launch.head == other.index and is_passive(tree, one.index)
    if other.frame.id == _WARDING and beside and not agents(tree, one.index):
        return True  # "three drones were intercepted, but a tower was hit"
    return other.frame.id == _WARDING and one.verbal and launch.dep in ("acl", "relcl") and other.index < launch.head


def _is_set_alight(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """ "caught fire after being struck by a missile": what came of the strike that the clause names."""
    tree, after = scene.tree, scene.tree[other.index].head
    struck = other.verbal and tree[other.index].dep == "pcomp" and is_passive(tree, other.index)
    came = tree[after].lemma in ("after", "from") and tree[after].head == one.index
    return struck and came and one.frame.id.startswith(("assault.catches", "assault.fire-on", "assault.burn"))


def _is_aimed(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """ "launched drones and missiles targeting Y", "fired a salvo of rockets that hit Y": where what was sent went."""
    tree = scene.tree
    if not one.verbal or tree[one.index].dep not in ("acl", "relcl") or is_passive(tree, one.index):
        return False
    sent = tree[one.index].head
    named = tree.kids(one.index, "nsubj")
    if not scene.any_is([sent], ("@projectile", "@weapon")) or any(tree[s].tag not in ("WDT", "WP") for s in named):
        return False
    while tree[sent].dep == "conj":
        sent = tree[sent].head
        if tree.kids(sent, "acl", "relcl"):
            return False  # "six drones targeting A and two rockets targeting B": B is another's
    if tree[sent].dep == "pobj" and tree[tree[sent].head].lemma == "of":  # "a barrage of missiles"
        sent = tree[tree[sent].head].head
    if not other.verbal:
        return sent == other.index
    return tree[sent].dep == "dobj" and tree[sent].head == other.index


def _is_claimed(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """ "claimed two attacks on Y", "claimed responsibility for an attack": the attacks that are claimed."""
    if not (one.verbal and one.frame.claims and other.frame.type == one.frame.type and not other.verbal):
        return False
    met = objects(scene.tree, one.index)
    return other.index in (*met, *(p for n in (one.index, *met) for p in prepositional(scene.tree, n, "for")))


def _is_beside(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """ "Missiles struck three towns, with Lima enduring the worst barrage": one more word for what struck them."""
    tree = scene.tree
    if one.verbal or not other.verbal or one.frame.type != "ASSAULT" or tree[one.index].dep != "dobj":
        return False
    verb = tree[one.index].head
    absolute = tree[verb].dep == "pcomp" and tree[tree[verb].head].lemma == "with" and tree.kids(verb, "nsubj")
    return bool(absolute) and tree[tree[verb].head].head == other.index


def _is_errand(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """ "arrived in Accra for talks with Y": what one came for, where one came."""
    if one.verbal and not other.verbal and one.frame.id == other.frame.id and scene.tree[other.index].head == one.index:
        return scene.tree[other.index].dep == "dobj"  # "after holding talks with Y"
    prep = scene.tree[other.index].head
    came_for = (
        one.verbal and not other.verbal and scene.tree[prep].lemma == "for" and scene.tree[prep].head == one.index
    )
    return came_for and one.frame.type == other.frame.type == "CONSULT"


def _is_hurt(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """ "opened fire on a boat; one man was hit in the leg": what came of it to one of those there."""
    tree = scene.tree
    if not one.verbal or one.frame.id not in ("assault.strike", "assault.shoot") or other.frame.type != "ASSAULT":
        return False
    if other.index > one.index or not is_passive(tree, one.index) or agents(tree, one.index):
        return False
    return harm(scene, one.index) == "injured" and tree[one.index].head in (other.index, tree[other.index].head)


def _came_of_it(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """ "A drone hit tanks at a port in Oman, which set several alight": a result that "which" hangs on the land."""
    tree, head = scene.tree, scene.tree[one.index].head
    hung = one.verbal and one.frame.id in _TOLL_VERBS and tree[one.index].dep == "relcl"
    main = next((a for a in tree.ancestors(one.index) if tree[a].pos == "VERB"), None) if hung else None
    return main == other.index and what_hurt(scene, one.index, [head]) != [head]


_HUNG = frozenset({"advcl", "acl", "dep", "pcomp"})


def _is_result(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """ "It is a mile from where a bus was blown up, killing five": a result hung above the deed just before it."""
    tree = scene.tree
    token = tree[one.index]
    if one.frame.id not in _TOLL_VERBS or token.tag != "VBG" or token.dep not in _HUNG or tree.kids(one.index, "nsubj"):
        return False
    if other.frame.type != "ASSAULT" or not token.head < other.index < one.index or tree[one.index - 1].text != ",":
        return False
    return other.verbal and token.head in tree.ancestors(other.index)


def _carries_on(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """ "shot those who ran and set fire to houses": one doer's further act, at no other place or time."""
    tree = scene.tree
    if not (
        one.verbal and other.verbal and one.frame.type == other.frame.type == "ASSAULT" and other.index < one.index
    ):
        return False
    if tree[one.index].dep != "conj" or tree[one.index].head != other.index:
        return False
    below = tree.subtree(one.index)
    if tree.kids(one.index, "nsubj", "nsubjpass") or not tree.kids(other.index, "nsubj", "nsubjpass", "conj"):
        return False
    start, end = tree[one.index].start, tree[max(below)].end
    fine = [p.start for p in scene.places if p.place.precision not in ("country", "continent", "region", "sea")]
    return not any(start <= at < end for at in (*fine, *(t.start for t in scene.times if t.period is not None)))


def _done_in(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """ "targeted commanders in a strike on a hotel": the noun is the way in which the verb was done."""
    tree = scene.tree
    if not one.verbal or other.verbal or tree[other.index].dep != "pobj":
        return False
    prep = tree[tree[other.index].head]
    return prep.lemma in ("in", "with", "during", "by") and (
        prep.head == one.index or (tree[prep.head].dep == "dobj" and tree[prep.head].head == one.index)
    )


def _names_it(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """ "carried out an attack, shelling …": a verb and the noun that it lends its subject."""
    tree, named = scene.tree, other.index
    while tree[named].dep == "conj":  # "launched missile and drone attacks"
        named = tree[named].head
    if _goes_about(scene, one, other):
        return True
    return (
        one.verbal and not other.verbal and tree[named].head == one.index and tree[named].dep in ("dobj", "attr")
    ) or (
        not one.verbal
        and not other.verbal
        and tree[one.index].dep == "compound"
        and tree[one.index].head == other.index
    )


def _goes_about(scene: Scene, one: Predicate, other: Predicate) -> bool:
    """ "launched counterattacks, firing drones at Y": how the deed was done that the verb above lends its subject."""
    tree, named = scene.tree, other.index
    token = tree[one.index]
    fires = one.verbal and token.tag == "VBG" and token.dep == "advcl" and token.head < named < one.index
    lent = tree[named].dep == "dobj" and tree[named].head == token.head
    return fires and lent and not tree.kids(one.index, "nsubj", "mark")


def joined(members: Sequence[Telling]) -> Telling:
    """One telling of several linked ones: the first strong trigger leads, slots are filled from the others."""
    if len(members) == 1:
        return members[0]
    follows = _TOLL_VERBS | _TAKINGS | {_WARDING}
    lead = min(members, key=lambda m: (m.weak, m.frames[0].id in follows, m.position))
    rest = [m for m in members if m is not lead]
    warding = all(m.frames[0].id == _WARDING for m in (lead, *rest) if m.actors)
    doing = [m for m in rest if m.frames[0].id != _WARDING or lead.frames[0].id == _WARDING or not m.actors or warding]
    deadly = any(f.toll == "killed" for m in members for f in m.frames)
    once = any(m.weapons and m.asserted and m.trigger.exact.endswith("ing") for m in rest)  # "attacks, firing drones"
    mode = lead.mode or next((m.mode for m in rest if m.mode and not (deadly and m.mode == "abduct")), None)
    return Telling(
        sentence=lead.sentence, position=lead.position, frames=tuple(f for m in (lead, *rest) for f in m.frames),
        trigger=lead.trigger, evidence=lead.evidence, type=lead.type, mode=mode, modality=lead.modality,
        modality_why=lead.modality_why,
        actors=_first(lead, doing, "actors"), recipients=_union([m.recipients for m in (lead, *doing)]),
        places=_union([m.places for m in (lead, *rest)]), ground=_first(lead, rest, "ground"),
        times=_first(lead, rest, "times"), told=_first(lead, rest, "told"),
        weapons=_union([m.weapons for m in (lead, *rest)]),
        tolls=without_totals(_union([m.tolls for m in (lead, *rest)])), listed=lead.listed,
        definite=lead.definite, plural=lead.plural and not once, title=lead.title,
        repeats=lead.repeats, block=lead.block,
        weak=all(m.weak for m in members), asserted=any(m.asserted for m in members), gist=lead.gist,
        vouched=any(m.vouched for m in members), brief=lead.brief, short=lead.short, above=lead.above, apart=lead.apart,
        undated=lead.undated, nearby=lead.nearby,
    )  # fmt: skip


def _first(lead: Telling, rest: Sequence[Telling], slot: str) -> tuple:  # type: ignore[type-arg]
    """The lead's values of a slot, else the first other's that has any."""
    return next((v for m in (lead, *rest) if (v := getattr(m, slot))), ())


def _union(values: Sequence[tuple]) -> tuple:  # type: ignore[type-arg]
    found: list[object] = []
    for group in values:
        found.extend(v for v in group if v not in found)
    return tuple(found)
