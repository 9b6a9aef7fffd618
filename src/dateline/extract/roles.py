"""Who acts and who is acted on: heads of the noun phrases around a trigger, by syntactic function."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.predicates import Predicate
from dateline.extract.qualified import is_opposed, is_qualifier
from dateline.extract.scene import Scene
from dateline.grammar import agents, is_passive, objects, prepositional, subjects
from dateline.model.record import Record

_LEARNED = "learned."
_TWO_WAY = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types whose parties all act, with no recipient (PLOVER codebook)."""
_PREPOSITIONS = ("object", "subject", "none", "poss")


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
    lent = not predicate.verbal and bool(agents(scene.tree, predicate.index) or any(_lent(scene, predicate.index)))
    return _sorted_out(scene, actors, recipients, others=others, lent=lent, mutual=predicate.frame.mutual)


def _of_verb(scene: Scene, predicate: Predicate) -> tuple[list[int], list[int]]:
    tree, index, frame = scene.tree, predicate.index, predicate.frame
    passive = is_passive(tree, index)
    under = subjects(tree, index, control=scene.rules.lexicon.modality.object_control)
    actors = agents(tree, index) if passive else under
    if frame.id.startswith(_LEARNED) and (givers := _givers(scene, index)):
        return givers, under
    if _is_gerund_noun(scene, index):
        actors = _owners(scene, index - 1, first=index)
    recipients: list[int] = []
    if "object" in frame.agent:
        actors = under if passive else objects(tree, index)
    if "none" in frame.agent:
        actors = [a for a in actors if scene.is_a(a, "@weapon") and scene.actor_at(a) is None]
    if "subject" in frame.patient:
        recipients += under
    if "object" in frame.patient:
        recipients += under if passive else _plain_objects(scene, index, predicate)
    if not recipients or "object" not in frame.patient:
        after = prepositional(tree, index, *(p for p in frame.patient if p not in _PREPOSITIONS))
        recipients += [p for p in after if p > index]
        for noun in objects(tree, index):
            recipients += prepositional(tree, noun, *(p for p in frame.patient if p not in _PREPOSITIONS))
    return actors, recipients


def _givers(scene: Scene, index: int) -> list[int]:
    """ "received a warning from X", "faces pressure from X": who does what the subject meets with."""
    met = objects(scene.tree, index)
    if not met or is_passive(scene.tree, index) or scene.tree[index].lemma not in scene.rules.lexicon.light.patient:
        return []
    return [p for word in (index, *met) for p in prepositional(scene.tree, word, "from", "by")]


def _is_gerund_noun(scene: Scene, index: int) -> bool:
    """ "died in Kenyan artillery shelling": a noun in -ing after its modifiers, read as a clause of the sufferers."""
    tree = scene.tree
    before = tree[index - 1] if index else None
    noun = (
        tree[index].tag == "VBG"
        and tree[index].dep == "advcl"
        and tree[index].text.casefold() in scene.rules.lexicon.nouns
    )
    return noun and before is not None and before.dep == "pobj" and tree[before.head].head == tree[index].head


def _plain_objects(scene: Scene, index: int, predicate: Predicate) -> list[int]:
    """Objects of the verb, without those that belong to the trigger's own words."""
    return [o for o in objects(scene.tree, index) if scene.tree[o].lemma not in predicate.rest]


def _of_noun(scene: Scene, predicate: Predicate) -> tuple[list[int], list[int]]:
    tree, index, frame = scene.tree, predicate.index, predicate.frame
    actors = _owners(scene, index, first=predicate.first)
    actors += agents(tree, index)
    actors += [
        a for p in frame.agent if p not in ("subject", "by", *_PREPOSITIONS) for a in prepositional(tree, index, p)
    ]
    if frame.mutual:
        actors += prepositional(tree, index, "between")
    recipients = _opposed(scene, index)
    recipients += prepositional(tree, index, *(p for p in frame.patient if p not in _PREPOSITIONS))
    lent_actors, lent_recipients = _lent(scene, index)
    governor = tree[index].head
    if not recipients and tree[index].dep == "dobj" and tree[governor].lemma in scene.rules.lexicon.light.agent:
        recipients = prepositional(tree, governor, "on", "against", "at", "upon", "towards", "toward")
    if lent_recipients and not lent_actors and tree[index].dep == "dobj":
        lent_actors = prepositional(tree, index, "from")  # "faces pressure from X"
        recipients = [r for r in recipients if r not in lent_actors]
    return actors or lent_actors, recipients or lent_recipients


def _opposed(scene: Scene, index: int) -> list[int]:
    """ "anti-Peruvian protests": whom the happening is turned against."""
    modifiers = scene.tree.kids(index, "compound", "amod", "nmod")
    mentions = [(m, scene.actor_at(m)) for m in modifiers]
    return [m for m, mention in mentions if mention is not None and is_opposed(scene.text, mention)]


def _owners(scene: Scene, index: int, *, first: int) -> list[int]:
    """Modifiers of the noun that name who does it: possessors, demonyms and names before it, coordinated ones too."""
    found: list[int] = []
    for modifier in scene.tree.kids(index, "poss", "compound", "amod", "nmod"):
        for token in scene.tree.subtree(modifier):
            mention = scene.actor_at(token)
            known = mention is not None and mention.actor.kind != "object" and not first <= token < index
            if mention is not None and is_qualifier(scene.text, mention):
                continue
            if mention is not None and known and _is_scene(scene, token, index):
                continue
            if known or scene.tree[token].tag == "PRP$":
                found.append(token)
    return found


def _is_scene(scene: Scene, token: int, noun: int) -> bool:
    """ "Pakistan market bombing": a country's plain name before what happened there; "US strikes" is who does it."""
    mention = scene.actor_at(token)
    if mention is None or mention.rule != "country name" or scene.tree[token].dep not in ("compound", "amod", "nmod"):
        return False
    return scene.is_word_of(noun, "suffered") and not mention.exact.replace(".", "").isupper()


def _lent(scene: Scene, index: int) -> tuple[list[int], list[int]]:
    """Parties that the governing verb lends the noun: "X launched a …", "X came under …", "the … hit Y"."""
    tree, light = scene.tree, scene.rules.lexicon.light
    control = scene.rules.lexicon.modality.object_control
    for verb in tree.kids(index, "acl", "relcl"):
        if tree[verb].lemma in light.agent and is_passive(tree, verb):
            return agents(tree, verb), []
        if tree[verb].lemma in light.effect and not is_passive(tree, verb):
            return [], objects(tree, verb)
    chain = index
    while tree[chain].dep in ("conj", "appos") or (tree[chain].dep == "pobj" and tree[tree[chain].head].lemma == "of"):
        chain = tree[chain].head if tree[chain].dep != "pobj" else tree[tree[chain].head].head
    head, dep = tree[chain].head, tree[chain].dep
    governor = tree[head]
    if governor.pos not in ("VERB", "AUX") and dep == "pobj":
        verb = governor.head
        if tree[verb].lemma in light.patient and governor.lemma in ("under", "in", "to"):
            return agents(tree, verb), subjects(tree, verb)
        if tree[verb].lemma in (
            "engage",
            "take",
            "participate",
            "involve",
            "carry",
            "go",
            "respond",
            "begin",
        ) and governor.lemma in ("in", "part", "out", "with"):
            return subjects(tree, verb, control=control), []
        return [], []
    if dep == "dobj" and governor.lemma in light.agent:
        return subjects(tree, head, control=control), []
    if dep == "dobj" and governor.lemma in light.patient:
        return [], subjects(tree, head)
    if dep == "nsubjpass" and governor.lemma in light.agent:
        return agents(tree, head), []
    if dep == "nsubj" and governor.lemma in light.effect:
        return [], [o for o in objects(tree, head) if tree[o].lemma not in ("place", "effect", "hold", "form")]
    return [], []


def _sorted_out(
    scene: Scene, actors: Sequence[int], recipients: Sequence[int], *, others: frozenset[int], lent: bool, mutual: bool
) -> Roles:
    """Weapons and other happenings in party positions set apart; what remains are parties."""
    parties: list[int] = []
    weapons: list[int] = []
    events: list[int] = []
    for head in actors:
        happens = scene.is_a(head, "@event")
        if head in others or happens:
            events.append(head)
        if happens or (head in others and not scene.is_a(head, "@people")):
            continue
        if scene.is_a(head, "@weapon") and scene.actor_at(head) is None:
            weapons.append(head)
        elif scene.tree[head].pos != "NUM":
            parties.append(head)
    suffering: list[int] = []
    for head in recipients:
        if head in others:
            events.append(head)
        elif mutual and scene.is_a(head, "@weapon") and scene.actor_at(head) is None:
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
