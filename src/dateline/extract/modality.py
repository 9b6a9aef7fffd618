"""Did it happen: what the words above and around a trigger make of it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.foreseen import laid_down, under_text
from dateline.extract.governed import by_governor
from dateline.extract.infinitives import is_done_beside, is_infinitive, kept_from
from dateline.extract.lasting import is_ongoing, is_series
from dateline.extract.on_condition import follows, is_helped_by_would, is_on_condition
from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.extract.supposed import supposed
from dateline.extract.unmade import unmade
from dateline.extract.unreal import is_given, unreal
from dateline.grammar import denied, is_disowned, is_passive, subjects
from dateline.model import Modality, TimeMention
from dateline.model.word_rules import ModalityRules

_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "should"})
_HAPPENING = frozenset(
    {"happen", "occur", "take", "include", "involve", "ensue", "begin", "start", "commence"}
    | {"materialise", "materialize"}
)
"""Verbs whose subject happens as far as they say: "the attack will take place", "an attack would include shelling"."""
ATTEMPTED = "attempted"
"""Why an act is negated that was tried and failed, where trying is a hostile act too."""
REFUSED = "will not"
"""Why an act is negated that its doer says will not be done."""
FORSWORN = "undertakes not to"
"""Why an act is negated that one binds oneself not to do."""
WILLING = frozenset({"will", "wo", "'ll", "’ll", "shall", "sha", "would"})
"""Helpers by which one says what one will do."""
_TRIED = frozenset({"attempt", "attempted", "attempting", "try", "tried", "trying"})
_UP = frozenset(
    {"xcomp", "dobj", "pcomp", "acl", "conj", "advcl", "ccomp", "nsubjpass", "nsubj", "pobj", "prep", "oprd"}
    | {"attr", "relcl", "appos", "dep", "parataxis"}
)


def modality(scene: Scene, predicate: Predicate, *, times: Sequence[TimeMention]) -> tuple[Modality, str]:
    """The modality of the trigger and the words or relation that decided it."""
    rules = scene.rules.lexicon.modality
    if predicate.verbal and (no := _nothing(scene, predicate.index)) is not None:
        return "negated", no
    if predicate.verbal and not predicate.frame.content and _is_done_to_none(scene, predicate.index):
        return "negated", "no"
    if predicate.verbal and _is_command(scene, predicate.index):
        return "requested", "a command"
    if (idle := unmade(scene, predicate) or supposed(scene, predicate)) is not None:
        return idle
    why = unreal(scene, predicate)
    if why is not None:
        return "hypothetical", why
    found = (
        _own(scene, predicate.index, rules)
        or _of_object(scene, predicate)
        or (under_text(scene, predicate.index) if predicate.verbal else None)
    )
    open_still = found is not None and (found[0] == "planned" or found == ("negated", REFUSED))
    if found is None or open_still:  # "expects that they will attack", "the risk that they will not pay"
        above = _governed(scene, predicate, rules)
        found = above if found is None or (above is not None and above[0] == "hypothetical") else found
    if predicate.frame.attempted and _is_attempt(scene, predicate.index, found):
        return "negated", ATTEMPTED
    if predicate.frame.id == "assault.intercept" and found is not None and found[0] in ("negated", "planned"):
        return "hypothetical", "not stopped"  # "those that Y did not intercept", "drones to intercept drones"
    if found is not None and found[0] == "negated" and _is_in_trigger(scene, predicate):
        return "actual", "denied in its own words"
    if found is not None:
        word = found[1].casefold()
        return ("actual", word) if word in rules.modals and word in predicate.frame.only_near else found
    if is_ongoing(scene, predicate.index, rules):
        return "ongoing", "progressive or continuing"
    if is_series(scene, predicate, times):
        return "ongoing", "several, told in the perfect with no day"
    return "actual", "plain statement"


def _of_object(scene: Scene, predicate: Predicate) -> tuple[Modality, str] | None:
    """ "enters any possible talks": what the noun in the trigger's own words is said to be."""
    tree, rules = scene.tree, scene.rules.lexicon.modality
    if not predicate.verbal or not predicate.rest:
        return None
    own = [o for o in tree.kids(predicate.index, "dobj") if tree[o].lemma in predicate.rest]
    words = [tree[m].text.casefold() for o in own for m in tree.kids(o, "amod")]
    return next((("hypothetical", w) for w in words if w in rules.hypothetical_adjectives), None)


def _is_in_trigger(scene: Scene, predicate: Predicate) -> bool:
    """ "does not agree" as the words of a refusal: the "not" is what refuses."""
    own = range(predicate.first, predicate.last + 1)
    return predicate.frame.type == "REJECT" and any(n in own for n in scene.tree.kids(predicate.index, "neg"))


def _nothing(scene: Scene, index: int) -> str | None:
    """ "Nothing was reported stolen", "took nothing": the word that says that it was done to nothing."""
    tree = scene.tree
    about = [*tree.kids(index, "dobj"), *subjects(tree, index)]
    about += [p for prep in tree.kids(index, "prep") if tree[prep].lemma == "for" for p in tree.kids(prep, "pobj")]
    return next((tree[i].text for i in about if tree[i].lemma in ("nothing", "nobody")), None)


def _is_command(scene: Scene, index: int) -> bool:
    """ "Send tanks to Y": a bare verb that opens its sentence, or what stands after a colon."""
    tree = scene.tree
    if tree[index].tag != "VB" or tree.kids(index, "nsubj", "nsubjpass", "aux", "mark", "expl"):
        return False
    if tree[index].dep == "ROOT":
        return True
    before = index - 1
    while before >= 0 and tree[before].pos in ("PUNCT", "ADV", "INTJ") and tree[before].text != ":":
        before -= 1
    return before < 0 or tree[before].text == ":"


def _is_done_to_none(scene: Scene, index: int) -> bool:
    """ "No soldier was killed", "arrested no one": those to whom it would have been done are none."""
    tree = scene.tree
    sufferers = subjects(tree, index) if is_passive(tree, index) else tree.kids(index, "dobj")
    return bool(sufferers) and all(denied(tree, s) for s in sufferers)


def _is_attempt(scene: Scene, index: int, found: tuple[Modality, str] | None) -> bool:
    """ "tried to board", "an attempted boarding": told as having been attempted."""
    tree = scene.tree
    if found is None:
        return any(tree[c].text.casefold() == ATTEMPTED for c in tree.kids(index, "amod", "compound", "nmod"))
    governor = tree[tree[index].head]
    told = governor.tag in ("VBD", "VBN", "VBG") or governor.pos == "NOUN"
    return found[0] == "hypothetical" and found[1].casefold() in _TRIED and told


def _is_headed_for(scene: Scene, index: int) -> bool:
    """ "Kenya to send troops": a headline's infinitive after its subject, with no verb above it."""
    tree = scene.tree
    top = tree[index].head == index or tree[index].dep == "ROOT"
    bare = tree[index].tag == "VB" and bool(tree.kids(index, "nsubj")) and is_infinitive(scene, index)
    return top and bare and not any(tree[m].lemma == "for" for m in tree.kids(index, "mark"))


def _own(scene: Scene, index: int, rules: ModalityRules) -> tuple[Modality, str] | None:
    """Negation, modal verbs and modifiers that stand with the trigger itself."""
    tree = scene.tree
    if any(tree[c].lemma == "neither" for s in tree.kids(index, "nsubj", "nsubjpass") for c in (s, *tree.children[s])):
        return "negated", "neither"
    joined = tree[index].head if tree[index].dep == "conj" else index  # "neither confirmed nor denied"
    if any(tree[n].lemma == "neither" for n in tree.kids(joined, "preconj")) and tree[index].pos == "VERB":
        return "negated", "neither"
    if _is_headed_for(scene, index):
        return "planned", f"is to {tree[index].text}"
    for child in tree.children[index]:
        token = tree[child]
        word = token.text.casefold()
        if token.dep == "neg" and not (is_helped_by_would(scene, index) and is_on_condition(scene, index)):
            return "negated", FORSWORN if _is_forsworn(scene, index, rules) else word
        if token.dep == "aux" and word == "would" and is_on_condition(scene, index) and not _is_said(scene, index):
            return "hypothetical", word
        if token.dep == "aux" and word == "would" and any(tree[a].text == "have" for a in tree.kids(index, "aux")):
            return "hypothetical", "would have"  # "would never have met Y": what did not come to be
        if token.dep == "aux" and word in WILLING and tree.kids(index, "neg"):
            return "negated", REFUSED
        if token.dep == "aux" and word == "would" and _is_said(scene, index):
            return ("hypothetical" if is_on_condition(scene, index) else "planned"), word
        if token.dep == "aux" and word in rules.modals:
            return _modal(rules.modals[word]), word
        if token.dep in ("amod", "det", "advmod", "compound", "nmod"):
            if word in rules.negated_determiners:
                return "negated", word
            if word in rules.planned_adjectives:
                return "planned", word
            if word in rules.hypothetical_adjectives:
                return "hypothetical", word
        if token.dep in ("mark", "advmod") and word in _CONDITIONS:
            return "hypothetical", word
        if (
            token.dep == "relcl"
            and token.lemma in _SCHEDULED
            and tree[index].pos == "NOUN"
            and _is_to_come(scene, child)
        ):
            return "planned", word
    if tree[index].pos == "NOUN" and (due := _due(scene, index)) is not None:
        return "planned", due
    return _of_first(scene, index, rules)


_STARTING = frozenset({"start", "begin", "happen", "occur", "take"})


def _due(scene: Scene, index: int) -> str | None:
    """ "the attack on Y from the land of Z that was supposed to start on Friday": what is said to have been due."""
    tree = scene.tree
    for verb in tree.subtree(index):
        planned = tree[verb].dep == "relcl" and tree[verb].lemma in _SCHEDULED and _is_to_come(scene, verb)
        if planned and any(tree[c].lemma in _STARTING for c in tree.kids(verb, "xcomp")):
            return tree[verb].text.casefold()
    return None


_SCHEDULED = frozenset({"suppose", "schedule", "plan", "expect", "intend", "set", "due"})


def _is_to_come(scene: Scene, verb: int) -> bool:
    """ "an attack that was supposed to start on Friday"."""
    return any(is_infinitive(scene, c) for c in scene.tree.kids(verb, "xcomp"))


def _of_first(scene: Scene, index: int, rules: ModalityRules) -> tuple[Modality, str] | None:
    """ "a possible gas attack, a raid on the port": what is said of the first noun of a list goes for the others."""
    tree = scene.tree
    first = tree[index].head
    if tree[index].dep not in ("conj", "appos") or tree[index].pos != "NOUN" or tree[first].pos != "NOUN":
        return None
    if any(tree[d].lemma == "the" for d in tree.kids(index, "det")):
        return None
    words = [tree[m].text.casefold() for m in tree.kids(first, "amod")]
    return next((("hypothetical", w) for w in words if w in rules.hypothetical_adjectives), None)


def _is_forsworn(scene: Scene, index: int, rules: ModalityRules) -> bool:
    """ "pledged not to attack": what one binds oneself not to do."""
    return is_infinitive(scene, index) and scene.tree[scene.tree[index].head].lemma in rules.undertaking


def _is_said(scene: Scene, index: int) -> bool:
    """ "announced that it would": the future as told in the past."""
    token = scene.tree[index]
    head = scene.tree[token.head]
    direct = any(mark in scene.text[token.end : head.start] for mark in '"”')  # "they would not if they knew," he said
    past = head.tag in ("VBD", "VBN") and head.lemma in scene.rules.lexicon.voices.cues
    return token.dep == "ccomp" and past and not direct


def _modal(name: str) -> Modality:
    if name == "planned":
        return "planned"
    return "requested" if name == "requested" else "hypothetical"


def _governed(scene: Scene, predicate: Predicate, rules: ModalityRules) -> tuple[Modality, str] | None:
    """What the governors make of it, up to the clause that asserts something of its own."""
    tree = scene.tree
    place = predicate.index
    for head in tree.ancestors(predicate.index):
        below, token = tree[place], tree[head]
        if below.dep not in _UP:
            return None
        if not predicate.verbal and (_speaks_of(scene, head) or _takes_for_given(scene, head, rules)):
            return None
        if token.lemma == "like" and below.dep == "pcomp":
            return "hypothetical", "like"  # "it will be like letting the men walk free"
        if token.pos in ("ADP", "SCONJ") and any(tree[m].lemma == "whether" for m in tree.kids(head, "mark")):
            return "hypothetical", "whether"  # "whether by sending troops or …"
        if token.lemma == "without" or kept_from(scene, place, rules.negated | scene.rules.lexicon.classes["barring"]):
            return "negated", token.text
        if is_given(scene, place, head):
            return None
        voices = scene.rules.lexicon.voices
        if token.lemma in voices.nouns and tree.kids(place, "mark") and is_disowned(tree, head, voices.denying):
            return "negated", tree[token.head].text  # "rejected accusations that it had shelled Y"
        if token.pos == "VERB" and below.dep != "nsubj" and (text := laid_down(scene, head)) is not None:
            return text
        if is_done_beside(scene, predicate.index, place, head):
            return None
        if below.dep == "prep" and below.lemma == "by" and _is_general(scene, head):
            return "hypothetical", "by which one would"
        if below.dep == "advcl" and below.tag == "VBG" and predicate.frame.content and _is_set_off(scene, place):
            return None  # "tried to calm the land, blaming Y for the war"
        found = by_governor(scene, place, head, rules, first=place == predicate.index, verbal=predicate.verbal)
        if found is not None:
            if found[0] == "planned" and (own := _own(scene, head, rules)) is not None and own[0] == "hypothetical":
                return own  # "may be preparing to send"
            if found[0] == "planned" and token.dep == "attr" and tree[token.head].pos in ("VERB", "AUX"):
                own = _own(scene, token.head, rules)  # "could be a reason to send"
                if own is not None and own[0] == "hypothetical":
                    return own
            if found[0] == "planned" and token.pos == "ADJ" and tree.kids(token.head, "neg"):
                return "negated", REFUSED  # "is not willing to leave"
            unwanted = found[0] in ("planned", "requested") and token.pos == "VERB" and tree.kids(head, "neg")
            return ("negated", REFUSED) if unwanted and below.dep == "xcomp" else found
        aside = below.dep in ("relcl", "advcl") and below.tag != "VB" and not _goes_on(scene, place, head)
        if aside or (below.dep == "acl" and below.tag == "VBN"):
            return None  # "vowed to avenge men killed in a raid": they were
        if below.dep in ("nsubj", "nsubjpass") and token.lemma not in rules.negated | _HAPPENING:
            return None
        if token.pos == "VERB" and follows(scene, head):
            return "hypothetical", "if"  # "if Y attacks, it begins with raids"
        if token.pos in ("VERB", "AUX"):
            own = _own(scene, head, rules)
            happens = below.dep != "nsubj" or token.lemma in _HAPPENING
            fits = below.dep != "advcl" or _goes_on(scene, place, head)
            if own is not None and fits and happens and not _asserts_anew(scene, place, head):
                return None if own[0] == "negated" and _is_clause_apart(scene, place) else own
        place = head
    return None


def _is_set_off(scene: Scene, clause: int) -> bool:
    """Whether a comma sets the clause off from what stands before it, and nothing above it is still to come."""
    tree, rules, first = scene.tree, scene.rules.lexicon.modality, scene.tree.subtree(clause)[0]
    above = [a for a in tree.ancestors(clause) if tree[a].pos == "VERB"]
    ahead = any(tree[a].lemma in rules.planned - {"prepare", "seek"} or tree.kids(a, "neg") for a in above)
    ahead = ahead or any(tree[h].text.casefold() in rules.modals for a in above for h in tree.kids(a, "aux"))
    return first > 0 and tree[first - 1].text == "," and not ahead


def _takes_for_given(scene: Scene, verb: int, rules: ModalityRules) -> bool:
    """ "refused to discuss the raid": it was; what somebody "refused to join" is not of his doing."""
    lemma = scene.tree[verb].lemma
    return lemma in rules.presupposing and not (lemma == "join" and is_infinitive(scene, verb))


def _is_clause_apart(scene: Scene, place: int) -> bool:
    """ "X did not reply, and Y sent troops": a clause joined to one that denies, with a subject of its own."""
    return scene.tree[place].dep == "conj" and bool(scene.tree.kids(place, "nsubj", "nsubjpass"))


def _goes_on(scene: Scene, place: int, head: int) -> bool:
    """ "would go on shelling": one act, though the parse makes two of it."""
    on = any(scene.tree[p].lemma == "on" for p in scene.tree.kids(head, "prt"))
    return scene.tree[place].tag == "VBG" and on and scene.tree[head].lemma in ("go", "carry", "keep")


def _is_general(scene: Scene, verb: int) -> bool:
    """ "Y wins by taking the bridge": the bare present, in the body of an article, tells no deed of a day."""
    token = scene.tree[verb]
    bare = token.tag in ("VBZ", "VBP") and not scene.tree.kids(verb, "aux")
    return bare and scene.kind != "title" and not (scene.brief or scene.short)


def _speaks_of(scene: Scene, head: int) -> bool:
    """ "did not condemn the attack": what a verb of blame or praise is about is taken as having happened."""
    cue = scene.rules.lexicon.voices.cues.get(scene.tree[head].lemma)
    return cue is not None and cue.stance == "accuses"


def _asserts_anew(scene: Scene, place: int, head: int) -> bool:
    """A finite clause under a verb of saying stands on its own: "did not say who attacked" asserts the attack."""
    return scene.tree[place].dep == "ccomp" and scene.tree[head].lemma in scene.rules.lexicon.voices.cues
