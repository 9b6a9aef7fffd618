"""Who acts and who is acted on: heads of the noun phrases around a trigger, by syntactic function."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.addressed import SUFFERING, TURNED, bidden, bidden_by_noun, is_deed
from dateline.extract.adrift import aimed, fired_near, main_doers, pressed, roughly, struck, what_hurt, who_met
from dateline.extract.attending import attending, marching, opposing
from dateline.extract.gerunds import is_gerund_noun, is_modified, is_nominal
from dateline.extract.lending import AIMED_AT, lent_by_verb, reached, senders, topmost
from dateline.extract.owners import attackers, opposed, opposed_rulers, owners, shared_owners
from dateline.extract.party_nouns import is_force, is_met, is_one_or_more, of_which
from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.grammar import agents, is_passive, objects, prepositional, shared_objects, subjects
from dateline.model.record import Record

_LEARNED = "learned."
_TWO_WAY = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types whose parties all act, with no recipient (PLOVER codebook)."""
_MADE_KNOWN = frozenset({"announce", "declare", "mark", "observe"})
"""Verbs that lend a happening their subject, but for a death or an arrest, which they only tell of."""
_SERVICES = frozenset({"force", "corps", "command", "wing"})
"""Heads of what a service under arms is called: "the air force" is who strikes, and not with what."""
_RESULTS = frozenset(
    {"assault.kill", "assault.injure", "assault.damage", "assault.destroy", "assault.burn", "assault.arson"}
)
"""Frames of what comes of an attack that a clause hung on its place may tell."""
_SHARED = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "SUPPORT"})
"""Types of verbs that hardly stand without an object, and may share the next verb's."""
_GUESTS = ("@office", "@diplomat", "@person", "@people", "delegation")
"""Whom one receives, named by the words of the trigger itself."""
_PREPOSITIONS = ("object", "subject", "none", "poss", "clause")


class Roles(Record, frozen=True, kw_only=True):
    """Head tokens: who acts, who suffers; `events` are other triggers' tokens found where a party was expected."""

    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    weapons: tuple[int, ...] = ()
    events: tuple[int, ...] = ()
    lent: bool = False
    """The doer is lent by a verb or stands after "by"."""


def roles(scene: Scene, predicate: Predicate, others: frozenset[int]) -> Roles:
    """The roles around the trigger; `others` are the tokens of the sentence's other triggers."""
    actors, recipients = _of_verb(scene, predicate) if predicate.verbal else _of_noun(scene, predicate)
    if predicate.frame.mutual and predicate.frame.type in _TWO_WAY and predicate.frame.mode != "visit":
        actors, recipients = [*actors, *recipients], []
    lent = not predicate.verbal and bool(
        agents(scene.tree, predicate.index)
        or any(lent_by_verb(scene, predicate.index))
        or (predicate.frame.type in _TWO_WAY and attending(scene, predicate.index))
    )
    actors, recipients = [*actors, *_included(scene, actors)], [*recipients, *_included(scene, recipients)]
    hurled = predicate.frame.mutual or (not predicate.verbal and scene.is_word_of(predicate.index, "salvo"))
    return _sorted_out(scene, actors, recipients, others=others, lent=lent, hurled=hurled)


def _included(scene: Scene, heads: Sequence[int]) -> list[int]:
    """ "several militias, including X and Y": the known ones among them, by name."""
    within = [i for h in heads for i in prepositional(scene.tree, h, "including", "include")]
    named = ((i, scene.actor_at(i)) for i in within if i not in heads)
    return [i for i, m in named if m is not None and m.actor.kind in ("state", "group", "force", "person")]


def _of_verb(scene: Scene, predicate: Predicate) -> tuple[list[int], list[int]]:
    tree, index, frame = scene.tree, predicate.index, predicate.frame
    passive = is_passive(tree, index)
    under = who_met(scene, index, subjects(tree, index, control=scene.rules.lexicon.modality.object_control))
    if frame.id in _RESULTS:
        under = what_hurt(scene, index, under)
    if frame.type in ("SUPPORT", "AID", "AGREE", "ACCUSE", "REJECT", "REQUEST"):
        under = main_doers(scene, index) or under
    if frame.type == "REQUEST" and _is_due(scene, index):
        return [], agents(tree, index) if passive else under
    if frame.type == "ASSAULT" and tree[index].lemma == "lose":  # "the attackers had lost ten men"
        return [], under
    if frame.type == "ACCUSE" and _is_to_blame(scene, index):
        return [], under
    actors = agents(tree, index) if passive or is_nominal(scene, index) else under
    if frame.id.startswith(_LEARNED) and (givers := _givers(scene, index)):
        return givers, under
    if frame.type == "AID" and not passive and not any(is_force(scene, u) for u in under):
        actors = [a for u in under for a in senders(scene, u)] or actors
    if tree[index].dep == "pcomp" and tree[tree[index].head].dep == "agent":  # "were killed by shelling"
        return [], under
    if is_gerund_noun(scene, index):
        actors = owners(scene, index - 1, first=index)
    elif not actors and is_modified(scene, index):
        actors = owners(scene, index, first=index)
    if passive and not actors and tree[index].lemma in scene.rules.lexicon.light.hurl:
        actors = [u for u in under if scene.is_a(u, "@projectile") and scene.actor_at(u) is None]
    to_safety = frame.type == "AID" and scene.is_word_of(index, "evacuating") and scene.any_is(under, ("@people",))
    if passive and not actors and frame.type in ("MOBILIZE", "AID") and not (objects(tree, index) or to_safety):
        actors = [u for u in under if is_force(scene, u)]
    invited = (
        frame.type == "CONSULT" and tree[index].dep in ("xcomp", "advcl") and tree[tree[index].head].lemma == "invite"
    )
    if invited and any(scene.actor_at(a) is not None or tree[a].pos == "PROPN" for a in actors):
        actors = [*actors, *(s for s in subjects(tree, tree[index].head) if s not in actors)]
    recipients: list[int] = []
    if "object" in frame.agent:
        actors = under if passive else objects(tree, index)
    elif not {"subject", "by", "none"} & set(frame.agent):  # "received weapons from X"
        actors = [p for n in (index, *objects(tree, index)) for p in prepositional(tree, n, *frame.agent)]
    if "none" in frame.agent:
        actors = [a for a in actors if _is_arms(scene, a)]
    if "subject" in frame.patient:
        recipients += under
    if "clause" in frame.patient:  # "said that X must …"
        said = tree.kids(index, "ccomp")
        recipients += [s for c in said for s in (agents(tree, c) if is_passive(tree, c) else subjects(tree, c))]
    if "object" in frame.patient or (passive and to_safety):
        recipients += under if passive else _plain_objects(scene, index, predicate)
    if not recipients or "object" not in frame.patient:
        led = [p for p in frame.patient if p not in _PREPOSITIONS]
        if any(tree[a].lemma in ("together", "alongside") for a in tree.kids(index, "advmod")):
            led = [p for p in led if p != "with"]  # "fought together with the rebels"
        recipients += [p for p in prepositional(tree, index, *led) if p > index]
        for noun in (n for o in objects(tree, index) for n in tree.conjuncts(o)):
            spoken_of = frame.type in TURNED and is_deed(scene, noun)
            recipients += prepositional(tree, noun, *(p for p in led if not (spoken_of and p in SUFFERING)))
        if frame.type in ("ASSAULT", "THREATEN") and not passive:
            on = aimed(scene, index, led) if all(_is_day(scene, r) for r in recipients) else []
            recipients = on or fired_near(scene, index, recipients) or recipients
    if is_modified(scene, index) and not passive:  # "trapped under Kenyan shelling"
        recipients = recipients or lent_by_verb(scene, index)[1]
    if frame.type == "ACCUSE" and (blamed := _blamed(scene, index)):
        recipients = blamed
    if frame.type == "ASSAULT" and passive:  # "was killed alongside a colleague"
        recipients += [p for p in prepositional(tree, index, "alongside") if p not in recipients]
    if frame.type == "REQUEST" and not any(not _is_day(scene, r) for r in recipients):
        recipients = bidden(scene, index)
    if frame.type == "AGREE" or (frame.content and not recipients):  # "promised herders food and ten days to leave"
        recipients = [d for d in tree.kids(index, "dative") if tree[d].pos in ("NOUN", "PROPN")] or recipients
    if frame.mode == "crowd-control":
        recipients = [r for r in recipients if not _is_day(scene, r)]
        if not any(scene.weapon_at(r) is None for r in recipients):  # "fired tear gas to break up a march of students"
            dispersed = [o for c in tree.kids(index, "advcl", "xcomp") if tree[c].tag == "VB" for o in objects(tree, c)]
            recipients += [p for o in dispersed for p in (prepositional(tree, o, "of", "by") or [o])]
    if frame.mutual and frame.type in _TWO_WAY:
        recipients += [
            p for p in prepositional(tree, index, "with") if p > index and p not in recipients and is_met(scene, p)
        ]
    if frame.mutual and passive:  # "a meeting between X and Y was held"
        actors += [p for u in under if tree[u].lemma in predicate.rest for p in prepositional(tree, u, "between")]
    if frame.mutual and not recipients:  # "talked about the truce by phone with Y"
        means = prepositional(tree, index, "by", "over", "on", "in")
        recipients = [p for m in means for p in prepositional(tree, m, "with")]
    hands = [h for h in prepositional(tree, index, "at") if tree[h].lemma == "hand"]
    if behind := [o for h in hands for o in prepositional(tree, h, "of")]:  # "died at the hands of the rebels"
        actors, recipients = behind, [r for r in recipients if r not in hands]
    return actors, recipients


def _is_trained(scene: Scene, owner: int) -> bool:
    """ "training Y's army": whose the men are, where a phrase of the trigger holds them; no "Y's support for Z"."""
    if prepositional(scene.tree, scene.tree[owner].head, "for", "to"):
        return False
    mention = scene.actor_at(owner)
    return scene.tree[owner].dep == "poss" and mention is not None and mention.actor.kind == "state"


def _blamed(scene: Scene, index: int) -> list[int]:
    """ "blaming it on Y": on whom it is laid."""
    laid = scene.tree[index].lemma in ("blame", "pin")
    laid = laid and (is_passive(scene.tree, index) or bool(objects(scene.tree, index)))
    return [p for p in prepositional(scene.tree, index, "on") if p > index and not _is_day(scene, p)] if laid else []


def _is_to_blame(scene: Scene, index: int) -> bool:
    """ "said that Y was to blame": the one of whom it is said is accused, and accuses nobody."""
    tree = scene.tree
    to_be = tree[index].dep == "xcomp" and tree[tree[index].head].lemma == "be"
    return to_be and tree[index].lemma == "blame" and not tree.kids(index, "dobj")


def _is_due(scene: Scene, index: int) -> bool:
    """ "The world must act": what is asked of the subject by whoever says so."""
    helpers = {scene.tree[a].lemma for a in scene.tree.kids(index, "aux")}
    return bool(helpers & {"must", "should", "ought"})


def _is_day(scene: Scene, index: int) -> bool:
    """Whether the token stands in words for a time."""
    return any(t.start <= scene.tree[index].start < t.end for t in scene.times)


def _givers(scene: Scene, index: int) -> list[int]:
    """ "received a warning from X", "faces pressure from X": who does what the subject meets with."""
    met = objects(scene.tree, index)
    handed = scene.tree[index].lemma == "receive"  # "has received by courier money from X"
    if (
        not (met or handed)
        or is_passive(scene.tree, index)
        or scene.tree[index].lemma not in scene.rules.lexicon.light.patient
    ):
        return []
    return [p for word in (index, *met) for p in prepositional(scene.tree, word, "from", "by")]


def _plain_objects(scene: Scene, index: int, predicate: Predicate) -> list[int]:
    """Objects of the verb, without those that belong to the trigger's own words ("took the crew hostage")."""
    tree, found = scene.tree, list[int]()
    own_objects = objects(tree, index) or roughly(scene, index)
    own_objects = own_objects or (shared_objects(tree, index) if predicate.frame.type in _SHARED else [])
    for noun in own_objects:
        mention = scene.actor_at(noun)
        named = predicate.frame.type == "ACCUSE" and mention is not None and mention.actor.country is not None
        crowd = predicate.frame.mode == "crowd-control" and scene.weapon_at(noun) is None  # "broke up a rally"
        named = named or crowd or predicate.frame.mode == "release"  # "exchanged prisoners"
        named = named or (predicate.frame.type == "CONSULT" and scene.any_is([noun], _GUESTS))  # "hosted a minister"
        named = named or (predicate.frame.type == "AID" and scene.any_is([noun], ("@people", "@armed")))
        own = tree[noun].lemma in predicate.rest and not named  # "summoned the Kenyan ambassador"
        before = tree.kids(noun, "compound", "nmod", "poss") if own else []
        before = [c for c in before if tree[c].tag != "PRP$" and (scene.is_a(c, "@people") or _is_trained(scene, c))]
        if own and scene.is_a(noun, "@diplomat"):  # "summoned the ambassador of Y"
            before += [p for p in prepositional(tree, noun, "of") if scene.actor_at(p) is not None]
        found += before if own else [noun]
    return found


def _of_noun(scene: Scene, predicate: Predicate) -> tuple[list[int], list[int]]:
    tree, index, frame = scene.tree, predicate.index, predicate.frame
    actors = owners(scene, index, first=predicate.first)
    actors += agents(tree, index)
    actors += [
        a for p in frame.agent if p not in ("subject", "by", *_PREPOSITIONS) for a in prepositional(tree, index, p)
    ]
    if frame.mutual and prepositional(tree, index, "with"):  # "the talks of X with Y"
        actors += [p for p in prepositional(tree, index, "of") if is_met(scene, p)]
    if frame.mutual:
        own = dict.fromkeys((index, predicate.last))  # "exchanges of prisoners between X and Y"
        actors += [a for noun in own for a in prepositional(tree, noun, "between")] or opposing(scene, index)
    actors = actors or shared_owners(scene, predicate.first)
    recipients = opposed(scene, index)
    if frame.type == "REQUEST":
        recipients += bidden_by_noun(scene, index)
    led = prepositional(tree, index, *(p for p in frame.patient if p not in _PREPOSITIONS))
    recipients = [*recipients, *led] or struck(scene, index, frame.patient)
    if not recipients and "of" in frame.patient:  # "the arrest in absentia of a writer"
        inner = [p for p in prepositional(tree, index, "in") if tree[p].lemma in ("absentia", "custody", "public")]
        recipients += [o for p in inner for o in prepositional(tree, p, "of")]
        doing = [a for a in agents(tree, index) if is_force(scene, a) and tree[a].pos == "PROPN"]
        recipients += [o for a in doing for o in prepositional(tree, a, "of")]  # "the killing by Y of nine men"
    burst = _burst_in(scene, index) if frame.type == "ASSAULT" else []  # "explosions occurred in the base of Y"
    if burst:
        recipients = [*dict.fromkeys((*recipients, *burst, *lent_by_verb(scene, index)[1]))]
    reason = frame.type == "PROTEST" and tree[tree[index].head].lemma == "in"  # "in protest at a remark by the mayor"
    actors = actors or [d for r in recipients if not reason for d in prepositional(tree, r, "by") if d > r]
    if not actors and frame.type == "ASSAULT":
        actors, recipients = attackers(scene, index) or ([], recipients)
    lent_actors, lent_recipients = lent_by_verb(scene, index)
    if scene.is_word_of(index, "undergone"):
        if tree[tree[index].head].lemma in _MADE_KNOWN:
            lent_actors = []
        undergoing = [] if recipients else [o for o in tree.kids(index, "poss") if is_one_or_more(scene, o)]
        actors = [a for a in actors if a not in undergoing]
        recipients = recipients or undergoing
    if frame.type == "REQUEST" and tree[index].dep == "dobj" and scene.is_word_of(tree[index].head, "heeding"):
        recipients = subjects(tree, tree[index].head, control=scene.rules.lexicon.modality.object_control)
    if frame.mutual and frame.type in _TWO_WAY:
        lent_actors = lent_actors or attending(scene, index)
    if frame.type == "PROTEST":
        lent_actors = lent_actors or marching(scene, index)
    governor = tree[index].head
    if not recipients and tree[index].dep == "dobj" and tree[governor].lemma in scene.rules.lexicon.light.agent:
        recipients = prepositional(tree, governor, "on", "against", "at", "upon", "towards", "toward")
    if tree[index].dep == "dobj" and all(_is_day(scene, r) for r in recipients):
        recipients = pressed(scene, governor) or recipients
    if frame.type == "ASSAULT" and tree[index].dep == "pobj" and tree[governor].lemma == "under":
        lent_actors = lent_actors or prepositional(tree, index, "from", "by")  # "under fire from Y, troops left"
        recipients = recipients or subjects(tree, tree[governor].head)
    if lent_recipients and not lent_actors and tree[index].dep == "dobj":
        lent_actors = prepositional(tree, index, "from")  # "faces pressure from X"
        recipients = [r for r in recipients if r not in lent_actors]
    if frame.type == "AID":
        actors = actors or senders(scene, index)
        recipients = recipients or reached(scene, index)
    if frame.type == "AID" and lent_actors and not recipients:  # "announced a sum in aid to Y"
        chain = topmost(scene, index)
        recipients = [p for n in (chain, tree[chain].head) for p in prepositional(tree, n, "to", "for") if p > index]
    if lent_actors and all(tree[a].tag == "PRP$" for a in actors):  # "voiced its rejection"
        actors = lent_actors
    if lent_recipients and (not recipients or tree[topmost(scene, index)].lemma in AIMED_AT):
        recipients = lent_recipients
    if frame.type == "PROTEST" and (actors or lent_actors) and all(_is_day(scene, r) for r in recipients):
        recipients = opposed_rulers(scene, index) or recipients
    return actors or lent_actors, recipients


_BURSTS = frozenset({"explosion", "blast", "detonation"})


def _burst_in(scene: Scene, index: int) -> list[int]:
    """What a blast was in: a building, a base or works, by its own words or those of the verb that tells of it."""
    tree, top = scene.tree, topmost(scene, index)
    if tree[index].lemma not in _BURSTS:
        return []
    told = tree[top].head if tree[top].dep == "nsubj" and tree[tree[top].head].lemma in _OCCURRING else index
    inside = [p for n in dict.fromkeys((index, top, told)) for p in prepositional(tree, n, "at", "in", "inside")]
    return [p for p in inside if scene.any_is([p], ("@military", "@building", "@infrastructure"))]


_OCCURRING = frozenset({"occur", "happen", "take", "be", "ring", "erupt"})


def _sorted_out(
    scene: Scene, actors: Sequence[int], recipients: Sequence[int], *, others: frozenset[int], lent: bool, hurled: bool
) -> Roles:
    """Weapons and other happenings in party positions set apart; what remains are parties."""
    parties: list[int] = []
    weapons: list[int] = []
    events: list[int] = []
    for head in (of_which(scene, a) for a in actors):
        happens = scene.is_a(head, "@event")
        if head in others or happens:
            events.append(head)
        if happens or (head in others and not scene.is_a(head, "@people")):
            continue
        if _is_arms(scene, head) and scene.tree[head].lemma not in _SERVICES:
            weapons.append(head)
        elif scene.tree[head].pos != "NUM":
            parties.append(head)
    suffering: list[int] = []
    for head in recipients:
        if head in others and not (scene.is_a(head, "@people") and scene.tree[head].tag == "NNS"):
            events.append(head)
        elif hurled and scene.is_a(head, "@weapon") and scene.actor_at(head) is None:
            weapons.append(head)
        elif scene.tree[head].pos != "NUM" or scene.tree.children[head]:
            suffering.append(head)
    return Roles(
        actors=tuple(parties),
        recipients=tuple(dict.fromkeys(suffering)),
        weapons=tuple(weapons),
        events=tuple(events),
        lent=lent,
    )


def _is_arms(scene: Scene, head: int) -> bool:
    """Whether the noun is a weapon, or what one left: "Kenyan drone fragments", "debris of a Kenyan missile"."""
    parts = [*scene.tree.kids(head, "compound", "nmod"), *prepositional(scene.tree, head, "of", "from")]
    left = scene.is_word_of(head, "remains") and any(scene.weapon_at(p) is not None for p in parts)
    return (left or scene.is_a(head, "@weapon")) and scene.actor_at(head) is None
