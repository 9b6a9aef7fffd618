"""What the word above a trigger makes of it: a plan, a demand, a risk, an attempt that came to nothing."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.foreseen import says_nothing, turned_down
from dateline.extract.infinitives import is_bidden, is_infinitive, is_sought
from dateline.extract.scene import Scene
from dateline.grammar import denied, is_passive, objects, subjects
from dateline.model import Modality
from dateline.model.word_rules import ModalityRules


def by_governor(
    scene: Scene, place: int, head: int, rules: ModalityRules, *, first: bool, verbal: bool
) -> tuple[Modality, str] | None:
    """The modality that the word `head` gives what hangs on it at `place`, and why; None where it gives none."""
    tree = scene.tree
    below, token = tree[place], tree[head]
    if below.dep == "pobj" and token.lemma in ("of", "for", "against", "about", "over", "to", "on") and not verbal:
        noun = tree[token.head]
        if token.lemma == "on" or noun.lemma == "as":  # "the decision on, or as to, the offensive"
            noun = tree[noun.head] if noun.lemma == "as" else noun
            return ("hypothetical", noun.text) if noun.lemma in rules.deciding else None
        if noun.pos == "NOUN" and noun.lemma in rules.endeavours and (foiled := _foiled(scene, token.head, rules)):
            return "negated", foiled
        if is_unproven(scene, place):
            return "negated", f"no {noun.text}"
        if noun.pos == "NOUN" and (noun.lemma in rules.doubtful_nouns or _is_in_case(scene, token.head)):
            return "hypothetical", noun.text
        if is_recalled(scene, place):
            return "historical", noun.text
        if noun.pos == "NOUN" and noun.lemma in rules.plan_nouns:
            return "planned", noun.text
        if noun.pos == "VERB" and noun.lemma in rules.requested and token.lemma not in ("about", "over"):
            return "requested", noun.text
        if noun.pos == "VERB" and noun.lemma == "prepare" and token.lemma == "for":
            return "planned", noun.text
        if noun.pos == "VERB" and noun.lemma in rules.wished and token.lemma == "for":
            return "hypothetical", noun.text
    if below.dep == "attr" and token.lemma == "be" and not verbal:  # "one of the scenarios is an attack on Y"
        about = list(subjects(tree, head))
        about += [p for s in about for prep in tree.kids(s, "prep") for p in tree.kids(prep, "pobj")]
        doubtful = next((tree[s].text for s in about if tree[s].lemma in rules.doubtful_nouns), None)
        if doubtful is not None:
            return "hypothetical", doubtful
        named = [s for s in subjects(tree, head) if tree[s].dep == "nsubj"]
        if any(tree[s].lemma in _TERMS for s in named):  # "the condition is the withdrawal of Y"
            return "requested", tree[named[0]].text
        if any(tree[s].lemma in rules.goals for s in named):
            return "planned", tree[named[0]].text
    if below.dep == "nsubj" and token.lemma == "be" and not verbal:  # "the seizure of Y has been his goal"
        goal = next((tree[a].text for a in tree.kids(head, "attr") if tree[a].lemma in rules.goals), None)
        if goal is not None:
            return "planned", goal
    asked = verbal and token.pos == "VERB" and token.lemma in rules.requested and not tree.kids(head, "prt")
    if asked and below.dep == "prep" and below.lemma == "for":  # "appealed for help in sending tents"
        return "requested", token.text
    if below.dep in ("pcomp", "pobj") and token.lemma == "to" and tree[token.head].lemma in _CLOSE:
        return "hypothetical", tree[token.head].text  # "are close to signing a pact", "closer to a truce"
    if below.dep == "pcomp" and tree[token.head].lemma in rules.goals:
        return "planned", tree[token.head].text
    if below.dep == "pcomp" and tree[token.head].lemma in rules.doubtful_nouns | rules.habits | rules.wished:
        return "hypothetical", tree[token.head].text
    fought = below.dep == "xcomp" and token.lemma in rules.beginning and is_infinitive(scene, place)
    if fought and any(scene.is_a(s, "@event") for s in subjects(tree, head)):
        return "planned", token.text  # "a battle has begun to retake Y"
    if (
        below.dep == "xcomp"
        and token.lemma == "be"
        and any(tree[a].lemma in rules.hard for a in tree.kids(head, "acomp"))
    ):
        return "hypothetical", "hard"  # "would be hard to prosecute"
    if below.dep == "ccomp" and token.lemma == "be" and tree.kids(head, "expl"):  # "there is a risk that …"
        doubtful = next((tree[a].text for a in tree.kids(head, "attr") if tree[a].lemma in rules.doubtful_nouns), None)
        if doubtful is not None:
            return "hypothetical", doubtful
    if below.dep == "xcomp" and token.lemma == "be" and is_infinitive(scene, place) and below.lemma != "blame":
        plans = any(scene.is_word_of(s, "intents") or scene.is_a(s, "@abstract") for s in subjects(tree, head))
        return "planned", f"to {below.text}" if plans else f"{token.text} to {below.text}"
    if below.dep == "xcomp" and token.lemma == "go" and token.tag == "VBG" and is_infinitive(scene, place):
        be = next((tree[a] for a in tree.kids(head, "aux") if tree[a].lemma == "be"), None)
        if be is not None:  # "are going to attack", "was going to attack"
            idle = be.tag == "VBD" and token.dep != "ccomp"  # and not "said that it was going to attack"
            return ("hypothetical" if idle else "planned"), f"{token.text} to {below.text}"
    which = (
        below.dep == "relcl"
        and not is_passive(tree, place)
        and not any(tree[m].lemma in _UNIQUE for m in tree.kids(head, "amod"))
    )
    if token.pos == "NOUN" and (below.dep == "acl" or which) and is_infinitive(scene, place):
        if token.lemma in rules.endeavours and (foiled := _foiled(scene, head, rules)):
            return "negated", foiled
        if token.lemma in rules.refusals:  # "his refusal to hold talks"
            return "negated", token.text
        if token.lemma == "vote" and below.lemma in scene.rules.lexicon.voices.cues:
            return None  # "the vote to condemn Y": by it Y was condemned
        idle = token.lemma in rules.doubtful_nouns or turned_down(scene, head)
        return ("hypothetical" if idle else "planned"), token.text
    if token.pos == "NOUN" and below.dep == "relcl" and token.lemma in rules.doubtful_nouns and below.tag != "VBD":
        return "hypothetical", token.text  # "a scenario in which Y resigns"
    that = below.dep in ("acl", "ccomp") and any(tree[m].lemma == "that" for m in tree.kids(place, "mark"))
    if token.pos == "NOUN" and that and token.lemma in rules.doubtful_nouns and below.tag in ("VBP", "VBZ", "VB"):
        return "hypothetical", token.text  # "the risk that they strike again"
    if token.lemma in rules.wished and below.dep == "ccomp" and below.tag in ("VBP", "VBZ", "VB"):
        return "hypothetical", token.text  # "prays that no bombs fall"
    if token.pos == "NOUN" and below.dep == "advcl" and is_infinitive(scene, place):  # "arms for Y to mount a raid"
        return "planned", f"to {below.text}"
    if token.pos not in ("VERB", "AUX", "ADJ"):
        return None
    for_whom = below.dep in ("advcl", "ccomp") and any(tree[m].lemma == "for" for m in tree.kids(place, "mark"))
    if (below.dep == "xcomp" or for_whom) and token.pos == "ADJ" and token.lemma in rules.hard:
        return "hypothetical", token.text  # "would be hard to fight"
    if below.dep == "xcomp" and token.lemma == "use" and token.tag in ("VBZ", "VBP"):  # "which they use to hit convoys"
        return "hypothetical", "use to"
    told = not first and below.lemma in scene.rules.lexicon.voices.cues  # "went on air to say that …"
    told = told or token.lemma in rules.requested  # "called on Y to ensure a withdrawal"
    if below.dep == "advcl" and is_infinitive(scene, place) and not told and not _is_done_too(scene, head, place):
        return "planned", f"to {below.text}"
    bare = below.dep == "conj" and below.tag == "VB" and not tree.kids(place, "aux", "nsubj")
    if bare and token.lemma in rules.requested and token.tag in ("VBD", "VBZ", "VBN"):
        return "requested", token.text  # "called for a truce and stop the shelling"
    given_up = (
        token.lemma == "give" and below.lemma == "on" and any(tree[p].lemma == "up" for p in tree.kids(head, "prt"))
    )
    if (token.lemma in _CEASING or given_up) and tree.kids(head, "neg"):  # "will not stop shelling", "did not cease to"
        ahead = any(tree[a].text.casefold() in ("will", "wo", "would") for a in tree.kids(head, "aux"))
        return ("hypothetical" if ahead else "ongoing"), f"not {token.text}"
    if below.dep not in ("xcomp", "ccomp", "dobj", "pcomp", "nsubjpass", "advcl") or token.lemma in rules.factive:
        return None
    if below.dep == "ccomp" and place < head and tree.kids(head, "dobj"):  # "Army retakes town, rebels deny loss"
        return None
    came_of_it = below.dep == "advcl" and below.tag == "VBG" and head < place
    if came_of_it and token.lemma in rules.negated | rules.requested:  # "foiled an ambush, killing eight militants"
        return None
    if token.lemma == "have" and below.dep == "xcomp" and token.tag in ("VBZ", "VBP") and is_infinitive(scene, place):
        return "requested", f"{token.text} to"  # "has to be ratified"
    if token.lemma == "need" and tree.kids(head, "dobj") and is_infinitive(scene, place):
        return "hypothetical", token.text  # "needs missiles to strike Y"
    if below.dep == "advcl" and tree.kids(place, "nsubj", "nsubjpass"):  # "abandoned the talks after they attacked"
        return None
    return _by_lemma(scene, place, head, rules, first=first)


def only_nears(scene: Scene, index: int, inside: Sequence[int]) -> bool:
    """ "are close to signing a deal", "is nearing a deal": words that say that it is not there yet."""
    tree = scene.tree
    close = any(
        tree[i].lemma in _CLOSE and tree[i].pos in ("ADJ", "ADV") for i in (*inside, *tree.kids(index, "acomp"))
    )
    return close or (tree[index].pos == "VERB" and tree[index].lemma == "near")


def _is_to_end(scene: Scene, place: int, head: int, rules: ModalityRules) -> bool:
    """ "to weaken Y to stop it attacking others": what is to be ended or kept from being, if it is; not yet so."""
    tree = scene.tree
    managed = tree[tree[head].head].lemma in rules.factive
    return tree[place].tag == "VBG" and is_infinitive(scene, head) and not managed


_CLOSE = frozenset({"close", "closer", "near", "nearer"})
NEARLY = _CLOSE | {"brink", "cusp", "nearing", "nears", "verge"}
"""Why an act is hypothetical that is about to come to be, and has not."""
_UNIQUE = frozenset({"first", "second", "third", "last", "latest", "next", "only", "sole"})
""" "the first country to send tanks": it has sent them."""
_TERMS = frozenset({"condition", "precondition", "demand", "requirement", "priority"})
_CEASING = frozenset({"stop", "cease", "halt", "quit"})
_OBLIGING = frozenset({"oblige", "obligate", "require", "bind"})
_WHO = ("@armed", "@people", "@person", "@organisation", "@group", "@office", "place")


def is_unproven(scene: Scene, index: int) -> bool:
    """ "there is no evidence of the withdrawal": said to be shown by nothing."""
    tree = scene.tree
    sign = tree[tree[index].head].head
    of = tree[index].dep == "pobj" and tree[tree[index].head].lemma == "of"
    return of and tree[sign].lemma in scene.rules.lexicon.modality.signs and denied(tree, sign)


def is_recalled(scene: Scene, index: int) -> bool:
    """ "on the anniversary of the massacre": named only for what is held in its memory."""
    tree = scene.tree
    prep = tree[index].head
    marked = tree[tree[prep].head]
    known = scene.rules.lexicon.modality.commemorations
    return tree[index].dep == "pobj" and tree[prep].lemma == "of" and marked.pos == "NOUN" and marked.lemma in known


def _foiled(scene: Scene, noun: int, rules: ModalityRules) -> str | None:
    """The word that says that an attempt or a plot came to nothing: "foiled an attempt to", "a failed bid to"."""
    tree = scene.tree
    for child in tree.kids(noun, "amod", "compound", "nmod"):
        if tree[child].text.casefold() in rules.negated_determiners:
            return tree[child].text.casefold()
    verb = tree[tree[noun].head]
    if tree[noun].dep in ("dobj", "nsubjpass") and verb.lemma in rules.negated - {"deny", "refuse", "abandon"}:
        return None if is_sought(scene, tree[noun].head) else verb.lemma
    return None


def _is_done_too(scene: Scene, verb: int, below: int) -> bool:
    """ "used tear gas to disperse a march", "went on to kill Y", "fled only to be shot": what was used for was done."""
    tree = scene.tree
    if tree[verb].lemma == "go" and any(tree[p].lemma == "on" for p in tree.kids(verb, "prt", "advmod")):
        return True
    if any(tree[a].lemma == "only" and a < below for a in tree.kids(below, "advmod")):
        return True
    armed = [
        o
        for o in objects(tree, verb)
        if scene.weapon_at(o) is not None or tree[o].lemma in scene.rules.lexicon.modality.means
    ]
    return bool(armed) and tree[verb].lemma in scene.rules.lexicon.light.hurl | {"employ"}


def _is_in_case(scene: Scene, noun: int) -> bool:
    """ "in the event of"."""
    token = scene.tree[noun]
    return token.text == "event" and token.dep == "pobj" and scene.tree[token.head].lemma == "in"


def _by_lemma(scene: Scene, place: int, head: int, rules: ModalityRules, *, first: bool) -> tuple[Modality, str] | None:
    """The governor's own meaning; a finite complement of a plan verb is taken as stated."""
    tree = scene.tree
    lemma = tree[head].lemma
    if lemma == "deny" and any(tree[n].lemma == "neither" for n in tree.kids(tree[head].head, "preconj")):
        return "hypothetical", "neither"  # "neither confirmed nor denied striking Y"
    finite = tree[place].dep == "ccomp" and not (is_infinitive(scene, place) or is_bidden(scene, place))
    nominal = tree[place].dep in ("dobj", "nsubjpass")
    if lemma in rules.negated and not first and says_nothing(scene, place):
        return None
    if lemma in rules.negated and not (finite and lemma in ("rule",)):
        sought = (nominal or _is_to_end(scene, place, head, rules)) and is_sought(scene, head)
        return ("hypothetical" if sought else "negated"), tree[head].text
    if lemma in rules.threatened and not finite:
        return "threatened", tree[head].text
    wished = lemma in scene.rules.lexicon.learned.wishing and lemma != "expect"
    of_another = wished and bool(tree.kids(place, "nsubj", "nsubjpass"))
    if lemma == "call" and any(tree[p].lemma == "off" for p in tree.kids(head, "prt")):
        return "negated", "called off"
    named = lemma == "call" and nominal and first and not tree.kids(head, "prt", "prep")  # "called the attack a crime"
    if (lemma in rules.requested or of_another) and not finite and not named:
        return "requested", tree[head].text
    if (
        lemma in rules.hypothetical
        and not (finite and lemma in ("suspect", "consider"))
        and not (nominal and lemma == "consider" and first)
    ):
        return (
            ("hypothetical", tree[head].text)
            if not finite or lemma in ("fear", "worry", "imagine", "suppose", "anticipate", "predict", "speculate")
            else None
        )
    if (finite and lemma in ("expect", "hope")) or (lemma == "expect" and tree.kids(place, "nsubj", "nsubjpass")):
        return "hypothetical", tree[head].text
    if lemma in rules.enabling and tree[head].tag in ("VB", "VBP", "VBZ") and not nominal:
        return "hypothetical", tree[head].text  # "allows Y to strike any port"
    above = tree[head].head
    if lemma == "see" and nominal and tree[above].lemma in scene.rules.lexicon.learned.wishing:
        return "hypothetical", f"{tree[above].text} to see"
    if lemma in _OBLIGING and is_passive(tree, head) and is_infinitive(scene, place):
        return "requested", tree[head].text  # "is obliged to arrest Y"
    thing = [s for s in subjects(tree, head) if tree[s].pos == "NOUN" and not scene.any_is([s], _WHO)]
    if thing and lemma in rules.enabling and tree[head].tag == "VBD" and tree[place].lemma in rules.beginning:
        return None  # "the vote allowed Y to start raids"
    if lemma in rules.offering and not finite and not nominal:
        return "planned", tree[head].text
    enabled = lemma in rules.enabling and tree[head].tag in ("VBD", "VBN") and not is_passive(tree, head)
    if enabled and any(scene.is_word_of(s, "weapon") or tree[s].tag == "WDT" for s in subjects(tree, head)):
        return None  # "the shells that have allowed Y to hit depots"
    bidden = lemma == "order" and nominal and tree[head].tag == "VBD" and not is_passive(tree, head)
    if bidden and any(tree[d].lemma == "the" for d in tree.kids(place, "det")):
        return None  # "ordered the invasion of Y"
    if lemma == "face" and nominal and first:
        return ("planned", tree[head].text) if tree[place].lemma in scene.rules.lexicon.classes["faced"] else None
    if lemma in rules.planned and not finite and not (nominal and is_passive(tree, head) and lemma in ("order", "set")):
        return "planned", tree[head].text
    if lemma in rules.historical and nominal:
        return "historical", tree[head].text
    return None
