"""Weapons stopped in flight: the attack is theirs who sent them, and those who stopped it met it (ADR 0014)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.about import meant
from dateline.extract.lending import PLACING
from dateline.extract.parties import Found
from dateline.extract.predicates import Predicate
from dateline.extract.roles import Roles
from dateline.extract.scene import Scene
from dateline.grammar import agents, is_passive, objects, prepositional, subjects
from dateline.model import Party

_FRAME = "assault.intercept"
_DESTROYING = frozenset({"assault.destroy", "assault.damage"})
_MANY = ("NNS", "NNPS")


def sent_weapons(scene: Scene, predicate: Predicate) -> list[int]:
    """The weapons that a trigger of interception says were stopped; none where an aircraft was shot down.

    One drone that is shot down may be anyone's machine; one that is intercepted was on its way, as several are.
    """
    if predicate.frame.id != _FRAME and not (
        predicate.frame.id in _DESTROYING
        and (
            _is_after_stopping(scene, predicate.index)
            or _is_of_launched(scene, predicate)
            or scene.near(scene.rules.lexicon.interception.in_flight)
        )
    ):
        return []
    tree, index = scene.tree, predicate.index
    if not predicate.verbal:
        things = prepositional(tree, index, "of")
    else:
        things = subjects(tree, index) if is_passive(tree, index) else objects(tree, index)
    things = [meant(scene, t) for t in things]
    things += [w for t in things if tree[t].pos == "NUM" and (w := _counted(scene, t)) is not None]
    flown = [t for t in things if scene.is_a(t, "@projectile") or tree[t].lemma == "drone"]
    nobody = predicate.verbal and is_passive(tree, index) and not agents(tree, index)  # "a drone downed in May"
    known = nobody or (predicate.verbal and tree[index].lemma == "intercept")
    return [t for t in flown if known or tree[t].lemma != "drone" or tree[t].tag in _MANY]


def _is_after_stopping(scene: Scene, verb: int) -> bool:
    """ "were intercepted and destroyed": whether it is told of what the verb before it says was stopped."""
    return scene.tree[verb].dep == "conj" and scene.tree[scene.tree[verb].head].lemma == "intercept"


def _is_of_launched(scene: Scene, predicate: Predicate) -> bool:
    """ "destroyed a missile launched by Y": whether it is told of what was destroyed that somebody had sent it."""
    tree, sending = scene.tree, scene.rules.lexicon.light.hurl | scene.rules.lexicon.interception.sending
    things = objects(tree, predicate.index) if predicate.verbal else []
    sent = [v for t in things for v in tree.kids(t, "acl") if tree[v].lemma in sending and tree[v].tag == "VBN"]
    return any(agents(tree, v) for v in sent)


def _counted(scene: Scene, number: int) -> int | None:
    """ "shot down missiles, disabling 16 of the 36": the weapons, named before, of which the number is."""
    tree = scene.tree
    before = [i for i in range(number) if scene.is_a(i, "@projectile") or tree[i].lemma == "drone"]
    return before[-1] if before and tree[before[-1]].tag in _MANY else None


def _aimed_at(scene: Scene, index: int) -> list[int]:
    """What "at" or "towards" leads to, and no day."""
    found = prepositional(scene.tree, index, *scene.rules.lexicon.interception.towards)
    return [a for a in found if not any(t.start <= scene.tree[a].start < t.end for t in scene.times)]


def attack_stopped(scene: Scene, weapons: list[int], who: Roles) -> Roles:
    """Who sent the weapons, on whom; where the text names no one aimed at, those who stopped them."""
    tree, words = scene.tree, scene.rules.lexicon.interception
    senders: list[int] = []
    aimed: list[int] = []
    for weapon in weapons:
        aimed += _aimed_at(scene, weapon)
        for verb in tree.kids(weapon, "acl", "relcl"):
            sent = tree[verb].lemma in PLACING | scene.rules.lexicon.light.hurl | words.sending
            if sent:
                senders += agents(tree, verb) if is_passive(tree, verb) else subjects(tree, verb)
            aimed += [*_aimed_at(scene, verb), *(objects(tree, verb) if tree[verb].lemma in words.aiming else ())]
    aimed = [a for a in aimed if a not in weapons]
    stopping = [
        a
        for a in who.actors
        if scene.actor_at(a) is not None or tree[a].pos in ("PRON", "PROPN") or scene.any_is([a], ("@people", "troop"))
    ]
    return Roles(actors=tuple(senders), recipients=tuple(aimed or stopping), weapons=tuple(weapons), events=who.events)


def met(scene: Scene, stopping: Sequence[Found]) -> tuple[Found, ...]:
    """Who met the attack: for air defences, and for a ministry that tells of it, the state that they guard."""
    return tuple(_guarded(scene, s) for s in stopping)


_OVERHEAD = re.compile(r"\s+(?:air\s?space|skies|territory)\b", re.IGNORECASE)


def _guarded(scene: Scene, stopping: Found) -> Found:
    state = scene.rules.table.by_id.get(f"state:{stopping.party.country}")
    words = set(stopping.party.name.casefold().split())
    at_home = any(p.place.country == stopping.party.country for p in scene.places) or any(
        m.actor.country == stopping.party.country and _OVERHEAD.match(scene.text, m.end) for m in scene.actors
    )
    guards = "forces" not in words and bool(scene.rules.lexicon.interception.guards & words)
    if state is None or not (guards or at_home):
        return stopping
    party = Party(name=state.name, text=stopping.party.text, id=state.id, country=state.country, sector=state.sector)
    return Found(party=party, quote=stopping.quote, kind="state")
