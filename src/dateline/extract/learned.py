"""Rules and the learned reader together: what it adds to the frames' triggers, what it retypes, what it silences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dateline.extract.governed import only_nears
from dateline.extract.infinitives import kept_from
from dateline.extract.parties import Found
from dateline.extract.predicates import Predicate
from dateline.extract.scene import ARMED_KINDS, Scene
from dateline.extract.supposed import is_left_so
from dateline.extract.telling import Telling
from dateline.extract.unpromised import is_no_promise
from dateline.extract.unrequested import is_no_request
from dateline.extract.unthreatening import is_no_threat
from dateline.extract.unyielding import is_no_yielding
from dateline.grammar import objects
from dateline.model import TriggerMention
from dateline.model.lexicon import Frame, LearnedRules

AHEAD = frozenset({"AGREE", "CONCEDE"})
"""Types that are about what lies ahead, and happen by being said."""
LEARNED = "learned."
_FORCEFUL = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
_NO_PARTY = ("object", "outlet")
_ONE_SIDED = frozenset({"PROTEST", "MOBILIZE", "RETREAT"})
_SPOKEN = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""PLOVER's verbal types: their words are ordinary ones, which only the sentence tells apart."""


def combined(scene: Scene, found: Sequence[Predicate]) -> list[Predicate]:
    """The sentence's triggers by both, in order."""
    rules = scene.rules.lexicon.learned
    gist = scene.sentence.gist
    if _is_dealing(scene):
        found = [p for p in found if p.frame.type not in _SPOKEN]
    found = [p for p in found if p.frame.type != "AGREE" or not is_no_promise(scene, p)]
    refused = {p.frame.type for p in found if _is_none(scene, p)}
    found = [p for p in found if not _is_none(scene, p)]
    if gist is None:
        return list(found)
    if gist.quiet >= rules.quiet and not scene.loud and not scene.brief:
        found = [p for p in found if p.frame.sure or _is_seen(scene, p)]
    kept = [_retyped(scene, predicate, rules) for predicate in found] if scene.brief else list(found)
    taken = {i for p in found for i in range(p.first, p.last + 1)}
    types = {p.frame.type for p in kept if not _is_barred(scene, p)} | refused
    for trigger in scene.triggers:
        if trigger.score < _least(scene, trigger, rules) or trigger.type in types or scene.domain is not None:
            continue
        predicate = _predicate(scene, trigger, rules)
        if predicate is not None and (
            _is_none(scene, predicate)
            or _was_refused(scene, predicate)
            or _only_governs(scene, predicate, kept)
            or _only_helps(scene, predicate, kept)
            or not _was_taught(scene, predicate)
        ):
            continue
        if predicate is not None and not taken & set(range(predicate.first, predicate.last + 1)):
            kept.append(predicate)
            taken |= set(range(predicate.first, predicate.last + 1))
            types.add(trigger.type)
    return sorted(kept, key=lambda p: p.index)


def _only_helps(scene: Scene, predicate: Predicate, kept: Sequence[Predicate]) -> bool:
    """ "backed by Kenyan drones", "supported with missiles": what somebody is helped with, and no strike."""
    tree, index = scene.tree, predicate.index
    way = tree[index].head
    helped = {p.index for p in kept if p.verbal and p.frame.type in ("SUPPORT", "AID", "COOPERATE")}
    means = tree[index].dep == "pobj" and tree[way].lemma in ("by", "with") and scene.weapon_at(index) is not None
    return means and tree[way].head in helped


def _is_none(scene: Scene, predicate: Predicate) -> bool:
    """Whether the words of a threat or a request make none."""
    return is_no_threat(scene, predicate) or is_no_request(scene, predicate)


def _is_barred(scene: Scene, predicate: Predicate) -> bool:
    """ "barred her from leaving": what somebody is kept from, beside which another deed of the type may be told."""
    lexicon = scene.rules.lexicon
    return kept_from(scene, predicate.index, lexicon.modality.negated | lexicon.classes["barring"])


def _least(scene: Scene, trigger: TriggerMention, rules: LearnedRules) -> float:
    """How sure the reader must be of a trigger that no frame knows."""
    if scene.brief:
        return rules.alone_brief
    return rules.alone_short if scene.short and trigger.type in rules.loud_types else rules.alone


def is_whole(telling: Telling) -> bool:
    """Whether a telling that no frame vouches for says enough to count.

    It names parties on both sides, at least one of them known, but for what may be done with nobody opposite. A page
    of hardly more than a sentence is about what that sentence says: there it is enough to know who acts, or suffers.
    """
    parties = (*telling.actors, *telling.recipients)
    if telling.type == "CONSULT" and any(p.kind == "outlet" for p in parties):
        return False  # an interview
    if not telling.frames[0].id.startswith(LEARNED):
        return True
    actors = [p for p in telling.actors if p.kind not in _NO_PARTY]
    recipients = [p for p in telling.recipients if p.kind not in _NO_PARTY]
    if telling.brief:
        return bool(actors) if telling.type in _SPOKEN else bool(actors or recipients)
    if telling.short:
        return bool(actors or recipients or telling.tolls)
    both = len(actors) > 1 or bool(actors and recipients and not telling.frames[0].mutual)
    named = any(p.party.id or p.party.country for p in (*actors, *recipients))
    return (both or (telling.type in _ONE_SIDED and bool(actors))) and named


def is_vouched(scene: Scene, predicate: Predicate) -> bool:
    """Whether the learned reader is sure of the trigger and its type, on a page of hardly more than a sentence."""
    if predicate.frame.type in _SPOKEN or not scene.brief:
        return False
    start, end = scene.tree[predicate.first].start, scene.tree[predicate.last].end
    sure = scene.rules.lexicon.learned.vouched
    return any(
        t.start < end and start < t.end and t.type == predicate.frame.type and t.score >= sure for t in scene.triggers
    )


def _is_seen(scene: Scene, predicate: Predicate) -> bool:
    """Whether the learned reader too takes a word of the trigger for one."""
    return any(True for _ in _beneath(scene, predicate))


def _beneath(scene: Scene, predicate: Predicate) -> Iterator[TriggerMention]:
    """The reader's triggers that share a word with this one."""
    start, end = scene.tree[predicate.first].start, scene.tree[predicate.last].end
    return (t for t in scene.triggers if t.start < end and start < t.end)


def is_credible(scene: Scene, predicate: Predicate, telling: Telling) -> bool:
    """Whether a deed told on a page with a quiet opening is one: the reader sees it too, or its words leave no doubt.

    "Take", "march" and "fight" are mostly ordinary words there. A count of the dead or hurt, a weapon, a position in
    degrees, or an armed side against another speak for it where the reader is blind. Else it needs a known or armed
    party, a place or a day: one of these if the reader sees the deed, two if it sees another, all three if it sees
    none.
    """
    rules = scene.rules.lexicon.learned
    if telling.type == "REJECT" and predicate.frame.id.startswith(LEARNED) and _notes(scene, predicate):
        return False
    unheard = predicate.frame.sure or (scene.sentence.gist is None and not scene.deedless)
    if scene.loud or scene.brief or scene.short or scene.opening or unheard or telling.type not in rules.loud_types:
        return True
    if telling.tolls or any(scene.weapon_at(i) is not None for i in range(len(scene.tree))):
        return True
    if any(p.place.precision == "position" for p in scene.places):
        return True
    if telling.type == "MOBILIZE" and scene.any_is(objects(scene.tree, predicate.index), ("@troops",)):
        return True  # "would send 600 soldiers to the valley"
    sides = [{p.kind for p in side if p.party.id} & ARMED_KINDS for side in (telling.actors, telling.recipients)]
    if all(sides) and (telling.type == "ASSAULT" or (sides[0] | sides[1]) - {"state"}):
        return True
    seen = {t.type for t in _beneath(scene, predicate) if t.type in rules.loud_types and t.score >= rules.seen}
    parties = [p for p in (*telling.actors, *telling.recipients) if p.kind not in _NO_PARTY]
    named = any(p.party.id or p.party.country or p.kind == "person" or _is_armed(scene, p) for p in parties)
    needed = 1 if telling.type in seen else (2 if seen else 3)
    return named + bool(telling.places) + bool(telling.times) >= needed


_NOTING = frozenset({"record", "register", "document", "observe", "detect", "log"})


def _notes(scene: Scene, predicate: Predicate) -> bool:
    """ "did not record any protests": what nobody noted is turned down by nobody."""
    return scene.tree[predicate.index].lemma in _NOTING


def _is_armed(scene: Scene, party: Found) -> bool:
    """Whether the party's words, in this sentence, mean people under arms ("rebels", "police")."""
    head = scene.token_at(party.quote.start, party.quote.end)
    return head is not None and (scene.is_a(head, "@armed") or party.quote.exact.casefold().startswith("armed "))


def _retyped(scene: Scene, predicate: Predicate, rules: LearnedRules) -> Predicate:
    """A trigger of a verbal type with the reader's type, where the reader is sure of another verbal type.

    A phrase ("accept demands") leaves less doubt than the reader does, and what lies ahead its modality tells.
    """
    if predicate.rest:
        return predicate
    tree = scene.tree
    start, end = tree[predicate.first].start, tree[predicate.last].end
    for trigger in scene.triggers:
        if trigger.start < end and start < trigger.end:
            ahead, lexicon = f"{predicate.frame.type}.planned", scene.rules.lexicon
            if trigger.type in (lexicon.plain.get(ahead), lexicon.codebook.get(ahead)):
                continue
            spoken = {trigger.type, predicate.frame.type} <= _SPOKEN
            if spoken and trigger.type != predicate.frame.type and trigger.score >= rules.other_type:
                frame = msgspec.structs.replace(_frame(trigger, rules), id=predicate.frame.id)
                return msgspec.structs.replace(predicate, frame=frame)
    return predicate


def _predicate(scene: Scene, trigger: TriggerMention, rules: LearnedRules) -> Predicate | None:
    index = scene.token_at(trigger.start, trigger.end)
    if index is None:
        return None
    named = scene.actor_at(index)
    if named is not None and named.actor.kind != "descriptor":
        return None
    if scene.tree[index].dep in ("aux", "auxpass"):
        index = scene.tree[index].head
        start = scene.tree[index].start
        if any(t.start <= start < t.end for t in scene.triggers):
            return None  # "will": the verb itself is one
    token = scene.tree[index]
    if trigger.type == "AGREE" and token.lemma in rules.calling and token.pos == "VERB":  # "will travel to Y on Monday"
        trigger = msgspec.structs.replace(trigger, type="CONSULT", mode="visit")
    inside = [i for i, t in enumerate(scene.tree.tokens) if t.start < trigger.end and trigger.start < t.end]
    return Predicate(
        index=index, frame=_frame(trigger, rules), verbal=token.pos in ("VERB", "AUX"), first=inside[0],
        last=inside[-1], rest=tuple(scene.tree[i].lemma for i in inside if i > index),
    )  # fmt: skip


def _was_refused(scene: Scene, predicate: Predicate) -> bool:
    """Whether the word only lends its subject, reports, tells of an accident, or is known to a frame that refused it.

    On a page of one sentence the last two do not count.
    """
    lexicon = scene.rules.lexicon
    index = lexicon.verbs if predicate.verbal else lexicon.nouns
    lemma = scene.tree[predicate.index].lemma
    known = index.get(lemma, ())
    cue = lexicon.voices.cues.get(lemma)
    inside = range(predicate.first, predicate.last + 1)
    words = {scene.tree[i].lemma for i in (*inside, *scene.tree.kids(predicate.index, "acomp", "attr", "dobj"))}
    if words & lexicon.learned.unlike.get(predicate.frame.type, frozenset()) or _only_wishes(scene, predicate):
        return True
    nears = only_nears(scene, predicate.index, inside)
    if predicate.frame.type in _SPOKEN | {"COOPERATE"} and (nears or _is_dealing(scene)):
        return True
    if predicate.frame.type == "AGREE" and is_no_promise(scene, predicate):
        return True
    if predicate.frame.type == "REJECT" and (_would_not_be(scene, predicate.index) or _goes_on(scene, predicate.index)):
        return True
    if is_no_yielding(scene, predicate):
        return True
    held = lemma == "call" and any(scene.is_a(o, "@event") for o in scene.tree.kids(predicate.index, "dobj"))
    if predicate.frame.type == "REQUEST" and held:  # "called a strike"
        return True
    reports = cue is not None and cue.stance == "reports" and not scene.brief
    if reports or (lemma in lexicon.light.agent and predicate.frame.type in _FORCEFUL):
        return True
    if predicate.frame.type == "ASSAULT" and _is_accident(scene):
        return True
    if scene.brief:
        return False
    if lexicon.counts.property(lemma) is not None:
        return True
    if any(t.score >= 0.95 and t.type == predicate.frame.type for t in _beneath(scene, predicate)):
        return False
    return any(lexicon.frames[number].type == predicate.frame.type for number, _ in known)


def _was_taught(scene: Scene, predicate: Predicate) -> bool:
    """Whether a word of the trigger is one that the reader was taught for its type ("give birth" yields nothing).

    On a page of hardly more than a few sentences the reader is believed about other words too.
    """
    if scene.brief or scene.short:
        return True
    taught = scene.rules.lexicon.learned.marked[predicate.frame.type]
    return any(scene.tree[i].lemma in taught for i in range(predicate.first, predicate.last + 1))


def _is_dealing(scene: Scene) -> bool:
    """Whether the sentence is about firms' deals, or a player's, and names no known party and nobody in office."""
    known = any(m.actor.kind not in (*_NO_PARTY, "descriptor") for m in scene.actors)
    return not known and scene.near(("@dealing",)) and not scene.near(("@armed", "@diplomat", "@court", "@weapon"))


def _only_wishes(scene: Scene, predicate: Predicate) -> bool:
    """ "wanted the offensive to end the war": what is wished of no party is asked of nobody."""
    tree, index = scene.tree, predicate.index
    if predicate.frame.type != "REQUEST" or tree[index].lemma not in scene.rules.lexicon.learned.wishing:
        return False
    below = [s for c in tree.kids(index, "ccomp", "xcomp") for s in tree.kids(c, "nsubj", "nsubjpass")]
    wanted = [*objects(tree, index), *below]
    own = not wanted and any(tree[c].tag == "VB" for c in tree.kids(index, "xcomp"))  # "wants to help Y"
    return own or (bool(wanted) and not scene.any_is(wanted, _ASKED))


_ASKED = ("@armed", "@people", "@person", "@organisation", "@group", "@office")


def _would_not_be(scene: Scene, index: int) -> bool:
    """ "they would not back it if they knew", "her arrest would not end it": what would not be so, and no refusal."""
    tree = scene.tree
    verb = next((i for i in (index, *tree.ancestors(index)) if tree[i].pos in ("VERB", "AUX")), index)
    if not tree.kids(verb, "neg") or not any(tree[a].lemma == "would" for a in tree.kids(verb, "aux")):
        return False
    supposed = any(tree[m].lemma == "if" for c in tree.kids(verb, "advcl") for m in tree.kids(c, "mark"))
    under = tree.kids(verb, "nsubj")
    things = any(tree[s].pos == "NOUN" and not scene.any_is([s], (*_ASKED, "place")) for s in under)
    return supposed or things or any(tree[s].lemma in ("something", "that", "which", "this") for s in under)


def _goes_on(scene: Scene, index: int) -> bool:
    """ "will not rest", "will not leave Y defenceless": who means to go on refuses nobody."""
    tree = scene.tree
    verb = next((i for i in (index, *tree.ancestors(index)) if tree[i].pos in ("VERB", "AUX")), index)
    denied = bool(tree.kids(verb, "neg"))
    idle = denied and tree[verb].lemma in ("stop", "rest", "tire") and not tree.kids(verb, "dobj", "xcomp", "ccomp")
    return idle or (denied and is_left_so(scene, verb))


def _is_accident(scene: Scene) -> bool:
    """Whether the sentence tells of an accident, or of works where things burst, and of no weapon."""
    works = scene.near(("@industrial",)) and not scene.near(("@weapon",))
    return works or scene.near(("@accident",))


def _only_governs(scene: Scene, predicate: Predicate, others: Sequence[Predicate]) -> bool:
    """ "plans to attack", "conduct strikes": a word that says how far another has come, or that it is done."""
    lemma, lexicon = scene.tree[predicate.index].lemma, scene.rules.lexicon
    below = [scene.tree[p.index].dep for p in others if scene.tree[p.index].head == predicate.index]
    lends = lemma in lexicon.light.agent and lemma not in lexicon.voices.cues
    done = lends and predicate.frame.type in _SPOKEN and "dobj" in below
    fought = [p for p in others if p.frame.type == "ASSAULT" and scene.tree[p.index].head == predicate.index]
    done = done or (lends and predicate.frame.type == "COOPERATE" and bool(fought))  # "traded air strikes"
    cue = lexicon.voices.cues.get(lemma)
    told = [c for c in scene.tree.kids(predicate.index, "ccomp") if any(p.index == c for p in others)]
    if cue is not None and cue.stance == "claims":  # "claimed that it had shelled Y": another's deed is laid to him
        told = [c for c in told if any(scene.tree[s].tag == "PRP" for s in scene.tree.kids(c, "nsubj"))]
    if any(p.index in told and p.frame.content and p.frame.agent == ("none",) for p in others):
        return True  # "said that it was out of the question": the clause tells what is said
    if told and cue is not None and cue.stance in ("claims", "denies", "confirms"):
        return any(p.frame.type not in _SPOKEN for p in others if p.index in told)
    unsaid = [c for c in scene.tree.kids(predicate.index, "xcomp") if scene.tree[c].lemma in lexicon.voices.cues]
    if unsaid and lemma in lexicon.modality.negated and predicate.frame.type == "REJECT":
        return True  # "declined to comment"
    return done or (bool(below) and lemma in lexicon.modality.planned | lexicon.modality.hypothetical)


def _frame(trigger: TriggerMention, rules: LearnedRules) -> Frame:
    return msgspec.structs.replace(rules.frames[trigger.type], mode=trigger.mode)
