"""What a sentence speaks of without telling that it happened: in general, as a question, as the matter of a text."""

from __future__ import annotations

import re

from dateline.extract.ended import is_ended, is_lifted
from dateline.extract.in_general import DEFINITE, is_description, is_habit, is_kind, is_routine, is_shunned, is_trade
from dateline.extract.practised import is_practice
from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.extract.trends import is_trend
from dateline.grammar import agents, is_passive, subjects

_WORK = (
    r"(?:[\w’'-]+\s+){0,3}?(?:films?|movie|novels?|play|thriller|drama|video\s+game|computer\s+game|comic|opera|musical"
    r"|series(?=,)|short\s+story|whodunn?it|sitcom|soap\s+opera|tv\s+series|television\s+series|screenplay|libretto|miniseries)"
)
_OF_FICTION = re.compile(
    rf"\W*(?:In\s+(?:the|this|a|an|his|her|their|its|one|another)\s+{_WORK}\b(?!\s+(?:theatre|theater|studio|festival|school))"
    rf"|(?:The|This|A|An|His|Her|Their|Its)\s+{_WORK}(?:\s+[\w’'-]+){{0,4}}?\s+(?:opens|begins|ends|tells|follows|depicts|shows"
    r"|stars|features|portrays|recounts|imagines|centres|centers|revolves|retells|is\s+set|is\s+about)\b)",
)


def unreal(scene: Scene, predicate: Predicate) -> str | None:
    """Why the trigger tells of no happening, though no word of doubt governs it; None where it may tell of one."""
    if _is_asked(scene, predicate):
        return "a question"
    if _OF_FICTION.match(scene.text, scene.sentence.start, scene.sentence.end):
        return "what a work of fiction tells"
    if is_practice(scene, predicate):
        return "done for practice"
    if is_description(scene, predicate) or is_routine(scene, predicate) or is_shunned(scene, predicate):
        return "what someone is said to do as a rule"
    if _is_held_ground(scene, predicate):
        return "how things lie"
    if not predicate.verbal:
        under = scene.tree[scene.tree[predicate.index].head].head
        if scene.tree[predicate.index].dep == "pobj" and _is_condition(scene, under):
            return "a statement about such things in general"
        if predicate.frame.type in ("COERCE", "SANCTION") and is_lifted(scene, predicate.index):
            return "what is lifted"
        if predicate.frame.type == "ASSAULT" and is_trade(scene, predicate.index):
            return "what someone is said to do as a rule"
        if is_kind(scene, predicate.index) or is_trend(scene, predicate.index):
            return "a statement about such things in general"
        if (
            _is_doubted(scene, predicate.index)
            or _is_option(scene, predicate.index)
            or _is_named_as_option(scene, predicate.index)
        ):
            return "said to be no more than possible"
        if _is_figure(scene, predicate):
            return "a figure of speech"
        if _is_supposed(scene, predicate.index):
            return "supposed, to say what would follow"
        if is_ended(scene, predicate):
            return "what is said to end"
        if predicate.frame.type == "THREATEN" and _looms(scene, predicate.index):
            return "a danger, and nobody's threat"
        return "what a text is about" if _is_matter(scene, predicate) else None
    if predicate.frame.content and any(scene.tree[s].lemma == "you" for s in subjects(scene.tree, predicate.index)):
        return "what the hearer is told of himself"
    if _is_condition(scene, predicate.index):
        return "a statement about such things in general"
    if _is_anyones(scene, predicate.index):
        return "a statement about such things in general"
    if _is_one_more(scene, predicate.index):
        return "one of a count of such things"
    if _is_aim(scene, predicate):
        return "striving for something"
    if _is_lie(scene, predicate):
        return "how things lie"
    return "a statement about such things in general" if is_habit(scene, predicate) else None


def _is_condition(scene: Scene, index: int) -> bool:
    """ "repairing weapons damaged in combat": which things are meant, and no happening of a day."""
    tree = scene.tree
    while tree[index].dep == "conj" and tree[tree[index].head].tag == "VBN":
        index = tree[index].head
    noun = tree[index].head
    hung = tree[index].dep == "acl" and tree[index].tag == "VBN" and not agents(tree, index)
    bare = tree[noun].tag == "NNS" and not tree.kids(noun, "det", "poss", "nummod")
    doing = tree[tree[noun].head]
    return hung and bare and doing.tag == "VBG" and doing.dep == "pcomp" and not scene.times


def _is_anyones(scene: Scene, index: int) -> bool:
    """ "You take the bridge and then everything changes": what anybody might do, told in the bare present."""
    tree = scene.tree
    bare = tree[index].tag == "VBP" and not tree.kids(index, "aux")
    return bare and any(tree[s].lemma == "you" for s in tree.kids(index, "nsubj"))


_RANKS = frozenset(
    {"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"}
    | {"latest", "last"}
)


def _is_one_more(scene: Scene, index: int) -> bool:
    """ "…, the second reporter killed in the state this month": which one it is, told beside what befell him."""
    tree = scene.tree
    noun, token = tree[index].head, tree[index]
    if token.dep in ("acl", "relcl"):
        beside = tree[noun].dep in ("appos", "attr", "npadvmod", "dep", "conj")
    else:  # "…, police said, the second reporter killed there this month" read as a clause of its own
        noun = next(iter(tree.kids(index, "nsubj")), noun)
        first = tree.subtree(noun)[0]
        beside = (
            token.tag == "VBD" and not tree.kids(index, "dobj", "aux") and first > 0 and tree[first - 1].text == ","
        )
    return beside and any(tree[c].lemma in _RANKS for c in tree.kids(noun, "amod"))


_TELLING = frozenset(
    {"comment", "remark", "question", "detail", "details", "information", "light", "account", "footage"}
)


def is_given(scene: Scene, place: int, head: int) -> bool:
    """ "a request for comment on the raid", "it is not clear who planted it": what is spoken of as having been."""
    tree = scene.tree
    about = tree[place].dep == "prep" and tree[place].lemma in ("on", "about", "of", "regarding", "over")
    asked = tree[place].dep == "ccomp" and any(tree[s].tag in ("WP", "WRB", "WDT") for s in tree.children[place])
    return (about and tree[head].lemma in _TELLING) or (asked and tree[head].lemma == "be")


def _is_held_ground(scene: Scene, predicate: Predicate) -> bool:
    """ "the coast, occupied by Y": whose ground it is, where no day says when it was taken."""
    tree, index = scene.tree, predicate.index
    held = tree[index].lemma in ("occupy", "annex") and tree[index].tag == "VBN" and tree[index].dep in ("acl", "amod")
    below = tree.subtree(index)
    first, last = tree[below[0]].start, tree[below[-1]].end
    return held and not any(t.period is not None and first <= t.start < last for t in scene.times)


def _looms(scene: Scene, noun: int) -> bool:
    """ "the threat of strikes remains": a danger that is there, and no words of anybody's."""
    head = scene.tree[noun].head
    return scene.tree[noun].dep == "nsubj" and scene.tree[head].lemma in _THERE


_THERE = frozenset(
    {"remain", "persist", "exist", "loom", "grow", "rise", "increase", "diminish", "recede", "linger", "be"}
)


def _is_asked(scene: Scene, predicate: Predicate) -> bool:
    """Whether the sentence asks, and does not take the happening for given ("who is behind the attack?")."""
    tree, index = scene.tree, predicate.index
    if not scene.text[scene.sentence.start : scene.sentence.end].rstrip("\"”’')").endswith("?"):
        return False
    return predicate.verbal or not any(
        tree[c].lemma in DEFINITE or tree[c].dep == "poss" for c in tree.kids(index, "det", "poss")
    )


def _is_doubted(scene: Scene, index: int) -> bool:
    """ "an attack is imminent", "strikes remain possible"."""
    tree, rules = scene.tree, scene.rules.lexicon.modality
    if tree[index].dep != "nsubj":
        return False
    return any(
        tree[c].text.casefold() in rules.hypothetical_adjectives | rules.planned_adjectives | rules.doubted
        for c in tree.kids(tree[index].head, "acomp", "oprd")
    )


def _is_option(scene: Scene, index: int) -> bool:
    """ "One of the scenarios is an attack on Y": what is said to be a possibility."""
    tree = scene.tree
    if tree[index].dep != "attr" or tree[tree[index].head].lemma != "be":
        return False
    under = tree.kids(tree[index].head, "nsubj")
    named = [*under, *(p for s in under for c in tree.kids(s, "prep") for p in tree.kids(c, "pobj"))]
    doubtful = any(tree[i].lemma in scene.rules.lexicon.modality.doubtful_nouns for i in named)
    return doubtful or (tree[tree[index].head].tag == "VBZ" and any(tree[i].lemma == "they" for i in named[1:]))


def _is_named_as_option(scene: Scene, index: int) -> bool:
    """ "spoke of a raid on Y as one of the scenarios": what somebody calls a possibility."""
    tree = scene.tree
    above = [a for a in tree.ancestors(index) if tree[a].pos in ("VERB", "AUX")][:1]
    called = [c for i in (index, *above) for c in tree.kids(i, "prep") if tree[c].lemma == "as" and c > index]
    named = [p for c in called for p in tree.kids(c, "pobj")]
    named += [p for n in named for of in tree.kids(n, "prep") for p in tree.kids(of, "pobj") if tree[of].lemma == "of"]
    return any(tree[n].lemma in scene.rules.lexicon.modality.doubtful_nouns - {"threat"} for n in named)


def _is_supposed(scene: Scene, index: int) -> bool:
    """ "An attack would mean war", "her arrest would not end it": what follows is weighed, of no day."""
    tree = scene.tree
    if tree[index].dep not in ("nsubj", "nsubjpass") or any(t.period is not None for t in scene.times):
        return False
    helpers = {tree[a].lemma for a in tree.kids(tree[index].head, "aux")}
    risked = tree[tree[index].head].tag in ("VBZ", "VBP") and not tree.kids(index, "det", "poss", "nummod")
    risks = scene.rules.lexicon.modality.doubtful_nouns
    if risked and any(tree[o].lemma in risks for o in tree.kids(tree[index].head, "dobj")):
        return True  # "a land invasion carries risks"
    return "would" in helpers and "have" not in helpers


def _is_figure(scene: Scene, predicate: Predicate) -> bool:
    """ "his first “attack” was a tax", "a front of the attack is sanctions": words in quotation marks, or glossed."""
    tree, index = scene.tree, predicate.index
    if predicate.frame.type != "ASSAULT" or scene.near(
        ("@weapon", "killed", "wounded", "injured", "dead"), apart_from=index
    ):
        return False
    first = index
    while first and tree[first - 1].lemma in _STRAIGHT:
        first -= 1
    before = scene.text[max(0, tree[first].start - 1) : tree[first].start]
    after = scene.text[tree[index].end : tree[index].end + 1]
    if (before, after) in _MARKS:
        return True
    top = index
    while tree[top].dep == "pobj" and tree[tree[top].head].lemma == "of" and tree[tree[top].head].dep == "prep":
        top = tree[tree[top].head].head
    said = tree.kids(tree[top].head, "attr") if tree[top].dep == "nsubj" and tree[tree[top].head].lemma == "be" else ()
    return any(tree[s].lemma in _BLOODLESS for s in said)


_STRAIGHT = frozenset({"direct", "full", "frontal", "all-out"})
_MARKS = frozenset({('"', '"'), ("“", "”"), ("‘", "’"), ("'", "'")})
_BLOODLESS = frozenset({"sanction", "tariff", "tax", "propaganda", "disinformation", "lie", "boycott", "embargo"})


def _is_matter(scene: Scene, predicate: Predicate) -> bool:
    """ "this update will focus on strikes", "we cover unrest": what a text or programme says that it deals with."""
    tree, rules = scene.tree, scene.rules.lexicon.modality
    if any(t.period is not None for t in scene.times if t.start > tree[predicate.index].start):
        return False
    for head in tree.ancestors(predicate.index):
        if tree[head].pos not in ("VERB", "AUX"):
            continue
        return tree[head].lemma in rules.treating and any(tree[s].lemma in rules.texts for s in subjects(tree, head))
    return False


def _is_ground(scene: Scene, noun: int) -> bool:
    """ "fought for Lalibela", "for control of Lalibela"; "for a third day" is how long."""
    tree = scene.tree
    below = [p for c in tree.kids(noun, "prep") if tree[c].lemma == "of" for p in tree.kids(c, "pobj")]
    held = tree[noun].lemma == "control" and any(scene.place_at(p) or scene.is_a(p, "@settlement") for p in below)
    return scene.place_at(noun) is not None or held or tree[noun].lemma in _SPANS


_SPANS = frozenset({"hour", "day", "night", "week", "month", "year", "minute", "time"})


def _is_lie(scene: Scene, predicate: Predicate) -> bool:
    """ "the trees surrounding the square", "a house surrounded by fields": what stands around, and not under arms."""
    tree, index = scene.tree, predicate.index
    if tree[index].lemma not in scene.rules.lexicon.modality.lying or tree[index].tag not in ("VBG", "VBN"):
        return False
    around = agents(tree, index) if is_passive(tree, index) else subjects(tree, index)
    return bool(around) and not any(
        scene.is_a(one, "@armed") or scene.is_a(one, "@people") or scene.actor_at(one) is not None for one in around
    )


def _is_aim(scene: Scene, predicate: Predicate) -> bool:
    """ "fights for fair pay", "battled to keep the school open": striving, with nobody on the other side."""
    tree, index = scene.tree, predicate.index
    if tree[index].lemma not in scene.rules.lexicon.modality.striving or predicate.rest:
        return False
    against = [c for c in tree.kids(index, "prep") if tree[c].lemma in ("against", "with", "in", "near", "at", "on")]
    if tree.kids(index, "dobj", "nsubjpass", "auxpass") or against or scene.near(("@weapon",)):
        return False
    purpose = [c for c in tree.kids(index, "xcomp", "advcl") if any(tree[t].tag == "TO" for t in tree.kids(c, "aux"))]
    return bool(purpose) or any(
        tree[c].lemma == "for" and not any(_is_ground(scene, p) for p in tree.kids(c, "pobj"))
        for c in tree.kids(index, "prep")
    )
