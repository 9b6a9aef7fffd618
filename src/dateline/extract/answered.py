"""Whom an answer goes to: those who asked, offered or did what a page has just told ("Chad refused that demand")."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.extract.invasions import invaders
from dateline.extract.likeness import HAPPENED
from dateline.extract.parties import Found, from_mention
from dateline.extract.proposals import proposers
from dateline.extract.scene import Scene
from dateline.extract.steps import STEPS, whose_step
from dateline.extract.telling import Telling
from dateline.grammar import is_passive, objects, subjects
from dateline.model import AttributionMention

NEAR = 300
"""Code points before a sentence within which a claim that it takes up must have been made."""
REACH = 2
"""Sentences back within which what is answered must have been told."""
_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "both", "all"})
_TO_WORDS = frozenset({"REQUEST", "ACCUSE", "AGREE", "THREATEN"})
_DONE = HAPPENED | {"planned"}
_DUE = frozenset({"must", "should", "ought"})
_TO_DEEDS = {
    "ACCUSE": frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "REJECT", "THREATEN"}),
    "SUPPORT": frozenset({"AGREE", "AID", "COOPERATE", "RETREAT", "CONCEDE", "SANCTION", "MOBILIZE"}),
    "REJECT": frozenset({"SANCTION", "COERCE", "AGREE", "CONCEDE"}),
}
"""By type of the answer, the types of the deeds that it may be about."""


def with_addressees(
    groups: Sequence[list[Telling]], scenes: Sequence[Scene], attributions: Sequence[AttributionMention]
) -> list[list[Telling]]:
    """The groups; an answer to nobody named goes to whoever did or said what it answers."""
    by_number = {s.number: s for s in scenes}
    before = sorted((t for group in groups for t in group), key=lambda t: t.position)
    return [
        group if group[0].type not in _TO_DEEDS
        else [_to_the_pleader(t, by_number[t.sentence], before) for t in group] if any(t.recipients for t in group)
        else [_addressed(t, scenes, by_number[t.sentence], groups, before, attributions) for t in group]
        for group in groups
    ]  # fmt: skip


def _to_the_pleader(telling: Telling, scene: Scene, before: Sequence[Telling]) -> Telling:
    """ "Chad called for a halt to all raids by both sides, which Niger rejected": rejected is the call, and Chad's."""
    index = scene.token_at(telling.trigger.start, telling.trigger.end)
    if telling.type != "REJECT" or index is None or scene.tree[index].dep != "relcl":
        return telling
    which = any(scene.tree[o].tag == "WDT" for o in scene.tree.kids(index, "dobj"))
    above = {scene.tree[a].start for a in scene.tree.ancestors(index)}
    asking = [t for t in before if t.sentence == telling.sentence and t.type == "REQUEST" and t.position in above]
    if not which or not asking or any(r.party.id is not None for r in telling.recipients):
        return telling
    return msgspec.structs.replace(telling, recipients=asking[-1].actors) if asking[-1].actors else telling


def _addressed(
    telling: Telling, scenes: Sequence[Scene], scene: Scene, groups: Sequence[Sequence[Telling]],
    before: Sequence[Telling], attributions: Sequence[AttributionMention],
) -> Telling:  # fmt: skip
    thing = _answered(scene, telling)
    if thing is None and (asking := _refused(telling, scene, before)):
        return msgspec.structs.replace(telling, recipients=asking)
    if thing is None or scene.tree.kids(thing, "conj"):
        return _of_doers(telling, scene, groups) or _with_invader(telling, scene, scenes)
    classes = scene.rules.lexicon.classes
    lemma = scene.tree[thing].lemma
    found: tuple[Found, ...] = ()
    if lemma in classes["asked_for"] and telling.type == "REJECT":
        put = proposers(scenes, scene, thing)
        asked = [t for t in _near(telling, before, _TO_WORDS) if put is None or t.position > put[1]]
        found = put[0] if put is not None and not asked else ()
        found = found or _doers(telling, before, _TO_WORDS) or _claimants(telling, scene, attributions)
    elif lemma in classes["claimed"] and telling.type in ("REJECT", "ACCUSE"):
        found = _claimants(telling, scene, attributions)
    elif lemma in classes["pointing_deeds"] and telling.type in _TO_DEEDS:
        at = scene.tree[thing].start
        same = next((g for g in groups if any(t.trigger.start <= at < t.trigger.end for t in g)), None)
        if same is not None:
            found = tuple(a for t in same for a in t.actors)
        elif not scene.tree.kids(thing, "prep"):
            found = _doers(telling, before, _TO_DEEDS[telling.type]) or _still_blamed(telling, scene, before, thing)
            found = found or whose_step(scenes, scene, thing)
    if not found:
        return _with_invader(telling, scene, scenes)
    own = {(a.party.id, a.party.name) for a in telling.actors}
    named = {f.party.id or f.party.name: f for f in reversed(found)}
    others = tuple(
        f
        for f in reversed(named.values())
        if (f.party.id, f.party.name) not in own and f.kind != "object" and not f.pronoun
    )
    return msgspec.structs.replace(telling, recipients=others) if others else telling


def _refused(telling: Telling, scene: Scene, before: Sequence[Telling]) -> tuple[Found, ...]:
    """ "Chad demanded a truce, but Niger refused": whoever asked just before for what is refused with no more said."""
    tree = scene.tree
    index = scene.token_at(telling.trigger.start, telling.trigger.end)
    if telling.type != "REJECT" or index is None or tree[index].pos != "VERB" or is_passive(tree, index):
        return ()
    if objects(tree, index) or tree.kids(index, "xcomp", "ccomp", "prep", "advcl", "acl") or tree[index].dep == "relcl":
        return ()
    asked = [t for t in _near(telling, before, frozenset({"REQUEST"})) if telling.sentence - t.sentence <= 1]
    own = {(a.party.id, a.party.name) for a in telling.actors}
    asking = asked[-1].actors if asked else ()
    return () if any((a.party.id, a.party.name) in own for a in asking) else asking


def _of_doers(telling: Telling, scene: Scene, groups: Sequence[Sequence[Telling]]) -> Telling | None:
    """ "condemned the attack and the killing of Lee": those who did either, as the page tells of it elsewhere."""
    index = scene.token_at(telling.trigger.start, telling.trigger.end)
    if telling.type != "ACCUSE" or index is None:
        return None
    starts = {scene.tree[o].start for o in objects(scene.tree, index)}
    told = [g for g in groups if any(t.trigger.start in starts and t.sentence == telling.sentence for t in g)]
    own = {(a.party.id, a.party.name) for a in telling.actors}
    doing = {(a.party.id, a.party.name): a for g in told for t in g for a in t.actors if a.kind != "object"}
    others = tuple(a for key, a in doing.items() if key not in own)
    return msgspec.structs.replace(telling, recipients=others) if others else None


def _answered(scene: Scene, telling: Telling) -> int | None:
    """The noun for what is answered, if it points back: "that demand", "a claim rejected by Y", "which Y refused"."""
    tree = scene.tree
    index = scene.token_at(telling.trigger.start, telling.trigger.end)
    if index is None or tree[index].pos != "VERB":
        return None
    things = subjects(tree, index) if is_passive(tree, index) else objects(tree, index)
    if tree[index].dep in ("acl", "relcl") and tree[tree[index].head].pos == "NOUN":
        taken = not things or all(t == tree[index].head or tree[t].tag in ("WDT", "WP") for t in things)
        passive = tree[index].tag == "VBN" and tree[index].dep == "acl"
        if taken or passive:
            return tree[index].head
    pointing = (t for t in things if tree[t].pos == "NOUN" and _points(scene, t))
    return next(pointing, None)


def _points(scene: Scene, noun: int) -> bool:
    """Whether it is "the" or "that" one, and nothing behind it says whose or which."""
    tree = scene.tree
    determined = any(tree[d].lemma in _POINTING for d in tree.kids(noun, "det"))
    said = tree.kids(noun, "poss", "relcl", "acl") or any(
        tree[p].lemma in ("by", "of") for p in tree.kids(noun, "prep")
    )
    return determined and not said and not any(scene.actor_at(c) for c in tree.kids(noun, "compound", "amod"))


def _doers(telling: Telling, before: Sequence[Telling], types: frozenset[str]) -> tuple[Found, ...]:
    """Who did the nearest deed of these types, told before in the sentence or in the few before it."""
    near = _near(telling, before, types)
    return near[-1].actors if near else ()


def _near(telling: Telling, before: Sequence[Telling], types: frozenset[str]) -> list[Telling]:
    return [
        t for t in before
        if t.position < telling.position and t.sentence >= telling.sentence - REACH and t.type in types
        and (t.modality in _DONE or t.frames[0].content) and t.actors and t.modality_why.casefold() not in _DUE
    ]  # fmt: skip


def _still_blamed(telling: Telling, scene: Scene, before: Sequence[Telling], thing: int) -> tuple[Found, ...]:
    """ "Lee slammed Chad's decision. He condemned the move": those whose step has just been blamed in another word."""
    if scene.tree[thing].lemma not in STEPS:
        return ()
    near = [t for t in before if t.position < telling.position and t.sentence >= telling.sentence - 1]
    alike = [t for t in near if t.type == telling.type and t.recipients]
    return alike[-1].recipients if alike else ()


def _with_invader(telling: Telling, scene: Scene, scenes: Sequence[Scene]) -> Telling:
    """ "Peru condemned the invasion": of the one state that, as the page tells, has invaded."""
    tree = scene.tree
    index = scene.token_at(telling.trigger.start, telling.trigger.end)
    if telling.type != "ACCUSE" or telling.recipients or index is None or tree[index].pos not in ("VERB", "AUX"):
        return telling
    said = [s for c in (index, *tree.kids(index, "ccomp")) for s in tree.kids(c, "nsubj")]
    if not any(scene.is_word_of(t, "warlike") and tree[t].pos == "NOUN" for t in (*objects(tree, index), *said)):
        return telling
    invading = {f.party.country: f for s in scenes if s.sentence.tokens for f in invaders(s)}
    own = {a.party.country for a in telling.actors}
    if len(invading) != 1 or own & set(invading):
        return telling
    return msgspec.structs.replace(telling, recipients=tuple(invading.values()))


def _claimants(telling: Telling, scene: Scene, attributions: Sequence[AttributionMention]) -> tuple[Found, ...]:
    """Who said, before in this sentence or just before it, what is called a claim."""
    own = {q.quote.start for q in telling.actors}
    said = [
        a for a in attributions
        if a.source is not None and scene.sentence.start - NEAR <= a.source.start < telling.position
        and a.content.start < telling.position and a.source.start not in own
    ]  # fmt: skip
    for attribution in reversed(said):
        source = attribution.source
        assert source is not None
        inside = [m for m in scene.actors if source.start <= m.start and m.end <= source.end and m.rule != "demonym"]
        if inside and inside[-1].actor.kind not in ("object", "outlet"):
            return (from_mention(scene.text, inside[-1]),)
    return ()
