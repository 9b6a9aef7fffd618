"""Drafts tellings: each trigger of a sentence with its parties, day, place, weapons and counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.extract.agreement import period_of
from dateline.extract.antecedents import Antecedents
from dateline.extract.attending import ahead_of
from dateline.extract.blamed import blamed
from dateline.extract.claimed_when import when_claimed
from dateline.extract.condemned import named_in_blame
from dateline.extract.domain import GOING
from dateline.extract.foreseen import LAID_DOWN
from dateline.extract.gapped import ungapped
from dateline.extract.governed import NEARLY
from dateline.extract.grounds import beside_country, border
from dateline.extract.intercepted import attack_stopped, met, sent_weapons
from dateline.extract.learned import AHEAD, LEARNED, combined, is_credible, is_vouched, is_whole
from dateline.extract.linking import joined, linked
from dateline.extract.loose_tolls import with_loose_tolls
from dateline.extract.meant import named_below
from dateline.extract.mentioned import several_just_told_of
from dateline.extract.modality import REFUSED, WILLING, modality
from dateline.extract.parties import Found, parties
from dateline.extract.predicates import Predicate, predicates
from dateline.extract.recipients import addressee, each_other, fit, is_material, of_others, options
from dateline.extract.repeated import beside, repetition
from dateline.extract.repelled import attack_repelled, of_the_attack
from dateline.extract.resolved import resolved, source_of
from dateline.extract.roles import Roles, roles
from dateline.extract.scene import Scene
from dateline.extract.sequence import DEATH, Aside, aside_at, asides, gap, timed
from dateline.extract.shares import shared_out
from dateline.extract.supposed import TURNED
from dateline.extract.telling import Telling
from dateline.extract.timing import Timing, timing
from dateline.extract.tolls import Toll, counted_there, tolls
from dateline.extract.totals import summed
from dateline.extract.unpromised import is_asked
from dateline.extract.weaponry import behind_weapon, weaponry
from dateline.extract.weight import governing, is_backdrop, is_definite, is_told_of, is_weak
from dateline.extract.whereabouts import scene_of_words, whereabouts
from dateline.grammar import denied, is_passive, subjects
from dateline.model import AttributionMention, quote


def tellings(scene: Scene, *, attributions: Sequence[AttributionMention], antecedents: Antecedents) -> list[Telling]:
    """The sentence's tellings, linked triggers ("killed 12 in an air strike") already one."""
    found = [p for p in combined(scene, predicates(scene)) if not is_backdrop(scene, p)]
    if not found:
        return _toll_alone(scene)
    indices = frozenset(p.index for p in found)
    counted = summed(scene, tolls(scene))
    ahead = frozenset(p.index for p in found if p.frame.type in AHEAD and p.frame.id.startswith(LEARNED))
    stretches = asides(scene, found, counted)
    drafts = {
        p.index: _draft(
            scene, p, indices, counted, attributions, antecedents, stretches,
            said_ahead=_is_below(scene, p.index, ahead),
        )
        for p in found
    }  # fmt: skip
    drafts = {i: (named_in_blame(scene, telling, drafts), who) for i, (telling, who) in drafts.items()}
    found = [p for p in found if is_whole(drafts[p.index][0]) and not _is_said_above(scene, p, found, drafts)]
    found = [p for p in found if not (_is_verdict(p) and _accuses_nobody(scene, *drafts[p.index]))]
    believed = {p.frame.type for p in found if is_credible(scene, p, drafts[p.index][0])}
    found = [p for p in found if p.frame.type in believed]
    if not found:
        return _toll_alone(scene)
    indices = frozenset(p.index for p in found)
    days = {p.index: period_of(drafts[p.index][0]) for p in found}
    groups = linked(scene, found, {p.index: drafts[p.index][1] for p in found}, days, stretches)
    whole = ungapped(scene, shared_out(scene, [joined([drafts[i][0] for i in sorted(group)]) for group in groups]))
    return shared_out(scene, with_loose_tolls(whole, counted, indices, stretches))


def _is_verdict(predicate: Predicate) -> bool:
    """ "Y was behind it", of which whoever says so accuses Y: said not to be so, it accuses nobody."""
    return predicate.frame.type == "ACCUSE" and predicate.frame.content and predicate.frame.agent == ("none",)


def _accuses_nobody(scene: Scene, verdict: Telling, who: Roles) -> bool:
    """ "Y was not behind it", "Y said that it was behind it": denied, weighed, or said of oneself."""
    named = (r for r in who.recipients if scene.tree[r].pos == "PRON" or scene.actor_at(r) is not None)
    of_oneself = not verdict.recipients and any(True for _ in named)
    return verdict.modality in ("negated", "hypothetical") or of_oneself


def _was_gone_for(scene: Scene, predicate: Predicate) -> bool:
    """ "returned to Y to visit his men": what one went for, where one went."""
    tree = scene.tree
    head = tree[tree[predicate.index].head]
    return tree[predicate.index].dep in ("advcl", "xcomp") and head.lemma in GOING and head.tag == "VBD"


def _is_below(scene: Scene, index: int, above: frozenset[int]) -> bool:
    """Whether one of the tokens governs the trigger: "is willing to withdraw" is told by its first words alone."""
    return bool(above) and any(a in above for a in scene.tree.ancestors(index))


def _toll_alone(scene: Scene) -> list[Telling]:
    """A sentence that only counts the dead or wounded adds them to what was told before."""
    counted = tuple(t for t in summed(scene, tolls(scene)) if t.property in ("killed", "injured", "missing"))
    frame = next(f for f in scene.rules.lexicon.frames if f.id == "assault.die")
    if not counted or scene.near(frame.unless_near):
        return []
    governor, (places, times) = scene.tree[counted[0].governor], counted_there(scene, counted[0])
    return [
        Telling(
            sentence=scene.number, position=governor.start, frames=(frame,), type=frame.type, mode=None,
            modality="actual",
            trigger=quote(scene.text, governor.start, governor.end),
            evidence=quote(scene.text, scene.sentence.start, scene.sentence.end),
            modality_why="a count", tolls=counted, weak=True, places=places, times=times,
            title=scene.kind == "title", block=scene.sentence.block,
            gist=scene.sentence.gist,
        )
    ]  # fmt: skip


def _marks_out(scene: Scene, verb: int) -> bool:
    """ "repairing guns damaged in Mali": a participle by which a thing is told from others, with nobody who did it."""
    tree = scene.tree
    top = tree[verb].head if tree[verb].dep == "conj" else verb
    alone = tree[verb].tag == tree[top].tag == "VBN" and tree[top].dep == "acl" and not tree.kids(verb, "agent", "aux")
    over = tree[top].head
    return alone and tree[over].dep == "dobj" and tree[tree[over].head].tag == "VBG"


def _draft(
    scene: Scene, predicate: Predicate, indices: frozenset[int], counted: Sequence[Toll],
    attributions: Sequence[AttributionMention], antecedents: Antecedents, stretches: Sequence[Aside], *,
    said_ahead: bool,
) -> tuple[Telling, Roles]:  # fmt: skip
    tree, frame = scene.tree, predicate.frame
    who = roles(scene, predicate, indices - {predicate.index})
    stopped = sent_weapons(scene, predicate)
    doing_it = who.actors
    who = attack_stopped(scene, stopped, who) if stopped else who
    sources = [(a.source.start, a.source.end) for a in attributions if a.source is not None]
    when = when_claimed(scene, predicate, timing(scene, predicate, indices, attributions))
    when = timed(scene, tree[predicate.index].start, when, stretches)
    state, why = modality(scene, predicate, times=when.own)
    if state in ("ongoing", "planned") and _is_verdict(predicate):
        state = "actual"
    if frame.type == "CONSULT" and state == "planned" and _was_gone_for(scene, predicate):
        state, why = "actual", "gone for"
    if frame.type == "CONSULT" and state == "actual" and ahead_of(scene, predicate.index) is not None:
        state, why = "planned", "ahead of"
    if frame.type == "MOBILIZE" and state == "planned" and not predicate.verbal and why.casefold() == "ordered":
        state, why = "actual", "ordered"
    if frame.type == "SANCTION" and state == "planned" and why.casefold() == "decided":
        state = "actual"  # a body's decision is the measure
    if state == "planned" and frame.type == "CONSULT" and is_asked(scene, predicate.index):
        state, why = "requested", "should"  # "should show that it is ready to talk"
    if frame.id == DEATH and not predicate.verbal and tree[predicate.index].dep == "nsubj":
        rose = [t for t in when.own if t.type != "DURATION" and not t.since]  # the day on which the toll rose
        when = Timing(own=tuple(t for t in when.own if t not in rose), told=(*when.told, *rose), undated=when.undated)
    laid_down = why.startswith(LAID_DOWN)
    open_still = laid_down or why.casefold() in NEARLY | TURNED
    if not frame.examples and frame.type in AHEAD and state in ("planned", "hypothetical") and not open_still:
        state, why = "actual", "said of what lies ahead"
    ahead = state, why
    plain = _plain(scene, predicate, who, state, why) if not (said_ahead or laid_down) else None
    if plain is not None:
        state, why = "actual", f"{why}: {plain} rather than {frame.type} ahead"
    doers = [a for a in who.actors if not denied(tree, a)]
    doing = parties(scene, doers)
    actors = resolved(doing, scene, attributions, antecedents, told=not frame.content)
    if not actors and frame.content:
        described = [(antecedents.describer(d), named_below(d, scene)) for d in doing if d.pronoun]
        actors = tuple(m for m, named in described if m is not None and m.party.id not in named)
    they = next((d for d in doing if d.pronoun and d.party.text == "They"), None)
    if they is not None and not actors and (told := several_just_told_of(antecedents.unnamed, they.quote.start)):
        actors = tuple(p for p in parties(told[0], [told[1]]) if p.kind == "descriptor")
    armed = resolved(tuple(p for w in who.weapons for p in behind_weapon(scene, w)), scene, attributions, antecedents)
    armed = tuple(a for a in armed if not stopped or a.kind != "descriptor")  # "enemy drones" names no one
    actors = tuple(a for a in actors if a.kind != "object")
    if not actors and not armed and (held := blamed(scene, predicate)):
        actors = resolved(parties(scene, held), scene, attributions, antecedents)
    if plain == "THREATEN" and _is_foretold(scene, predicate.index, actors):
        plain, (state, why) = None, ahead
    material = is_material(frame)
    token = tree[predicate.index]
    if frame.content and predicate.verbal and not (frame.type == "THREATEN" and is_passive(tree, predicate.index)):
        said = source_of(scene, token.start, attributions, antecedents)
        actors = actors or tuple(a for a in said if a.kind != "object")
    offered = options(scene, predicate, who.recipients)
    suffering = (_others(o, actors, predicate, scene, attributions, antecedents) for o in offered)
    recipients = next((found for found in suffering if found), ())
    if plain is not None and frame.mutual and predicate.verbal:  # "is ready to meet Y", "refused to meet Y"
        recipients = recipients or tuple(a for a in actors if a.quote.start > token.end)
        actors = tuple(a for a in actors if a not in recipients)
    if stopped and set(who.recipients) <= set(doing_it):
        recipients = met(scene, recipients)
    recipients = recipients or each_other(scene, predicate, actors)
    if frame.content and frame.type not in AHEAD and not recipients and not who.recipients:
        recipients = addressee(scene, predicate, actors)
    done = (material and plain != "REJECT") or frame.mutual or frame.mode == "visit"
    telling = Telling(
        sentence=scene.number,
        position=token.start,
        frames=(frame,),
        trigger=quote(scene.text, tree[predicate.first].start, tree[predicate.last].end),
        evidence=quote(scene.text, scene.sentence.start, scene.sentence.end),
        type=plain or frame.type,
        mode=None if plain else frame.mode,
        modality=state,
        modality_why=why,
        actors=(*actors, *(a for a in armed if a not in actors)),
        recipients=recipients,
        places=(
            whereabouts(scene, predicate, indices, actors=who.actors, recipients=who.recipients, sources=sources)
            or beside_country(scene, predicate, indices)
        ) if done else scene_of_words(scene, predicate, who.recipients),
        ground=() if frame.content else border(scene, predicate),
        times=when.own,
        told=when.told,
        undated=when.undated,
        weapons=weaponry(scene, predicate, who),
        tolls=tuple(
            t for t in counted
            if t.governor == predicate.index and not (frame.type == "AID" and t.property in _HARM)
        ),
        definite=is_definite(scene, predicate),
        plural=not predicate.verbal and token.tag in ("NNS", "NNPS"),
        title=scene.kind == "title",
        weak=is_weak(scene, predicate),
        asserted=who.lent or is_told_of(scene, predicate.index)
        or (predicate.verbal and not _marks_out(scene, predicate.index)),
        repeats=repetition(scene),
        beside=beside(scene),
        above=governing(scene, predicate.index),
        nearby=tuple(t.period for t in scene.times if t.period is not None),
        apart=(aside := aside_at(stretches, token.start)) is not None,
        gap=gap(scene, aside),
        begins=token.dep == "xcomp" and tree[token.head].lemma in ("begin", "start") and tree[token.head].tag == "VBD",
        block=scene.sentence.block,
        spoken=_is_spoken(scene, predicate),
        listed=scene.kind == "list",
        gist=scene.sentence.gist,
        brief=scene.brief,
        short=scene.short and (plain or frame.type) in scene.rules.lexicon.learned.loud_types,
        vouched=state in ("actual", "ongoing") and is_vouched(scene, predicate),
    )  # fmt: skip
    if attack_repelled(scene, predicate, indices) is not None:
        telling = of_the_attack(telling)
    return telling, who


def _is_spoken(scene: Scene, predicate: Predicate) -> bool:
    """Whether its doer is who says it; "Y's threats are growing" and "backed Y with arms" are another's words."""
    if predicate.frame.type == "THREATEN":
        return predicate.verbal
    if predicate.frame.type != "SUPPORT":
        return True
    return _is_speech(scene, predicate.index) if predicate.verbal else predicate.frame.content


def _is_speech(scene: Scene, index: int) -> bool:
    """ "hailed the move": support that is given in words; "backed Y with weapons" is none."""
    return scene.tree[index].lemma in scene.rules.lexicon.voices.cues or scene.is_word_of(index, "praising")


def _others(
    found: Sequence[Found], actors: Sequence[Found], predicate: Predicate, scene: Scene,
    attributions: Sequence[AttributionMention], antecedents: Antecedents,
) -> tuple[Found, ...]:  # fmt: skip
    """Those that can suffer it beside the doer: "the government" that would be the doer himself is another."""
    kind = predicate.frame.type
    doing = frozenset(a.party.id for a in actors if a.party.id is not None)
    meant = resolved(found, scene, attributions, antecedents, told=True, others=doing)
    named = of_others(fit(meant, kind), actors, predicate)
    plain = [f for f in found if not f.pronoun and f.owner is None and f.party.text.casefold().startswith("the ")]
    return named or of_others(fit(plain, kind), actors, predicate)


def _plain(scene: Scene, predicate: Predicate, who: Roles, state: str, why: str) -> str | None:
    """The type that the act amounts to as one of speech: what is refused, promised or announced."""
    kind, table = predicate.frame.type, scene.rules.lexicon.plain
    if why == REFUSED:
        return table.get(f"{kind}.refused")
    word = why.casefold()
    said = "will" if word in WILLING else next((v for v in _PROMISING if word.startswith(v)), None)
    if said is not None and scene.any_is(who.actors, ("@court",)):
        return None  # "the court will sentence him in May" threatens nobody
    if state == "planned" and predicate.verbal and said is not None and (own := table.get(f"{kind}.{said}")):
        return own if own != "THREATEN" or scene.any_is(who.actors, _THREATENING) else None
    if word.startswith((*_FORESEEN, *_UNDECIDED)):  # "is expected to meet Y": nobody undertakes it
        return None
    return table.get(f"{kind}.{state}")


def _is_foretold(scene: Scene, index: int, actors: Sequence[Found]) -> bool:
    """ "Critics said it would outlaw marches": what others say that somebody will do is no threat of theirs."""
    tree, head = scene.tree, scene.tree[index].head
    if tree[index].dep != "ccomp" or tree[head].lemma not in scene.rules.lexicon.voices.cues:
        return False
    saying = [s for s in subjects(tree, head) if tree[s].pos != "PRON"]
    ruling = any(tree[s].pos == "PROPN" or scene.actor_at(s) is not None for s in saying)
    ruling = ruling or scene.any_is(saying, _RULING)
    return bool(saying and actors) and not ruling


_RULING = ("@armed", "@office", "@organisation", "@court")
"""Those who may speak of what they or their own will do."""


def _is_said_above(
    scene: Scene, predicate: Predicate, found: Sequence[Predicate], drafts: Mapping[int, tuple[Telling, Roles]]
) -> bool:
    """ "agreed to reopen it": what is agreed on or ordered, where a trigger tells of agreeing or ordering."""
    own = drafts[predicate.index][0].type
    if predicate.frame.type == "CONSULT" and scene.tree[predicate.index].dep in ("advcl", "xcomp"):
        governor = scene.tree[predicate.index].head  # "travelled there to meet Y"
        if any(p.index == governor and p.frame.type == "CONSULT" for p in found):
            return True
    ahead = drafts[predicate.index][0].modality == "planned"
    if ahead and not predicate.verbal and scene.tree[predicate.index].dep == "dobj":  # "ordered a night curfew"
        above = scene.tree[predicate.index].head
        return any(p.index == above and p.verbal and p.frame.id == predicate.frame.id for p in found)
    if own == predicate.frame.type or scene.tree[predicate.index].dep != "xcomp":
        return False
    head = scene.tree[predicate.index].head
    return any(p.index == head and p.verbal and drafts[head][0].type == own for p in found)


_HARM = ("killed", "injured")  # counts that belong to what did the harm, and not to those who come to help
_THREATENING = ("@armed", "@office", "@organisation", "@court", "place", "it")
_FORESEEN = ("expect", "schedule", "due")
"""Stems of words by which what is ahead is told, and by nobody promised."""
_UNDECIDED = (
    "to ",
    "where",
    "whether",
    "weigh",
    "consider",
    "mull",
    "hope",
    "hoping",
    "want",
    "seek",
    "sought",
    "propos",
    "urge",
)
"""How it begins why an act is ahead of which nobody yet says that it will be: "where to send aid", "a plan to"."""
_PROMISING = ("agree", "offer", "promise", "pledge", "ready", "willing")
"""Stems of verbs by which one binds oneself."""
