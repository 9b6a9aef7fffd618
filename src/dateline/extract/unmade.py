"""What nobody has in mind, or has yet to settle or to come: "no plans to attack", "whether to", "coming soon"."""

from __future__ import annotations

from dateline.extract.infinitives import is_infinitive
from dateline.extract.lending import topmost
from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.grammar import prepositional
from dateline.model import Modality

_NONE = frozenset({"no", "any", "little", "zero"})
_ASKING = frozenset({"whether", "how", "when", "where", "if"})


def unmade(scene: Scene, predicate: Predicate) -> tuple[Modality, str] | None:
    """The modality of what is only thought of, and the word that says so; None where nothing says it."""
    index = predicate.index
    if not predicate.verbal:
        return _spurned(scene, predicate) or _is_coming(scene, index)
    rules = (_ruled_out, _meant_by_no_one, _is_weighed, _turned_away, _unseen, _doubted, _mooted, _is_term, _of_another)
    found = (rule(scene, index) for rule in rules)
    return next((f for f in found if f is not None), None)


def _spurned(scene: Scene, predicate: Predicate) -> tuple[Modality, str] | None:
    """ "rejected the peace deal with Y": what the two sides would have had."""
    tree, index = scene.tree, predicate.index
    verb = tree[tree[index].head]
    done = predicate.frame.type in ("AGREE", "COOPERATE") and tree[index].dep in ("dobj", "nsubjpass")
    return ("negated", verb.text) if done and verb.lemma in _SPURNING else None


_SPURNING = frozenset({"reject", "refuse", "rebuff", "spurn", "veto", "scrap", "decline"})


def _ruled_out(scene: Scene, verb: int) -> tuple[Modality, str] | None:
    """ "lifting the ban is out of the question", "sending troops is unthinkable": done by nobody who says so."""
    tree, head = scene.tree, scene.tree[verb].head
    if tree[verb].dep != "csubj" or tree[verb].tag != "VBG" or tree[head].lemma != "be":
        return None
    said = [tree[c].lemma for c in tree.kids(head, "acomp", "attr")]
    said += [tree[p].lemma for p in prepositional(tree, head, "out")]
    said += [tree[q].lemma for c in tree.kids(head, "prep") for o in tree.kids(c, "prep") for q in tree.kids(o, "pobj")]
    word = next((w for w in said if w in _IMPOSSIBLE), None)
    return ("negated", word) if word is not None and not tree.kids(head, "neg") else None


_IMPOSSIBLE = frozenset({"question", "unthinkable", "impossible", "unacceptable", "inconceivable"})


def _meant_by_no_one(scene: Scene, verb: int) -> tuple[Modality, str] | None:
    """ "had no intention of attacking", "do not have any plans to attack"."""
    tree = scene.tree
    way = tree[verb].head
    of = tree[verb].dep == "pcomp" and tree[way].lemma in ("of", "in", "for")
    noun = tree[way].head if of else way
    if not of and not (tree[verb].dep in ("acl", "relcl") and is_infinitive(scene, verb)):
        return None
    if tree[noun].pos != "NOUN" or not scene.is_word_of(noun, "intents"):
        return None
    none = next((tree[d].text for d in tree.kids(noun, "det") if tree[d].lemma in _NONE), None)
    if none is None or (none.casefold() == "any" and not tree.kids(tree[noun].head, "neg")):
        return None
    return "negated", f"{none} {tree[noun].text}"


def _is_weighed(scene: Scene, verb: int) -> tuple[Modality, str] | None:
    """ "talked about whether, and how, to attack": what has yet to be settled."""
    tree = scene.tree
    if not is_infinitive(scene, verb):
        return None
    below = [i for i in tree.children[verb] if i < verb]
    above = tree[verb].head
    beside = [i for i in tree.children[above] if above < i < verb] if tree[verb].dep == "pcomp" else []
    asking = next((tree[i].text for i in (*below, *beside) if tree[i].lemma in _ASKING), None)
    if asking is None:
        return None
    return ("hypothetical" if asking.casefold() in ("whether", "if") else "planned"), asking


def _turned_away(scene: Scene, verb: int) -> tuple[Modality, str] | None:
    """ "argued against sending arms", "a move aimed at deterring Y": what one is against, or only after."""
    tree = scene.tree
    way = tree[verb].head
    above = tree[way].head
    if tree[verb].dep != "pcomp":
        return None
    if tree[way].lemma == "against" and scene.is_word_of(above, "opposing"):
        return "negated", "against"
    aimed = tree[way].lemma == "at" and tree[above].lemma == "aim"
    return ("planned", f"to {tree[verb].lemma}") if aimed else None


def _unseen(scene: Scene, verb: int) -> tuple[Modality, str] | None:
    """ "have not seen Y send arms": what nobody has seen done."""
    tree = scene.tree
    first = tree[verb].head if tree[verb].dep == "conj" else verb
    above = tree[first].head
    bare = tree[first].tag == "VB" and not is_infinitive(scene, first)
    seen = tree[first].dep == "ccomp" and tree[above].lemma in ("see", "observe", "witness", "watch")
    return ("negated", "not " + tree[above].text) if bare and seen and tree.kids(above, "neg") else None


def _doubted(scene: Scene, verb: int) -> tuple[Modality, str] | None:
    """ "I do not believe that Y is ready to yield": what somebody holds to be untrue."""
    tree = scene.tree
    at = verb
    while tree[at].dep in ("xcomp", "ccomp", "acomp", "pcomp") and tree[at].head != at:
        at = tree[at].head
        if tree[at].lemma in ("believe", "think", "expect", "suppose", "imagine") and tree.kids(at, "neg"):
            return "negated", f"not {tree[at].lemma}"
    return None


def _mooted(scene: Scene, verb: int) -> tuple[Modality, str] | None:
    """ "the prospect of Y and Z sending troops": no more than a possibility."""
    tree = scene.tree
    noun = tree[verb].head
    if tree[verb].tag != "VBG" or tree[verb].dep not in ("acl", "pcomp"):
        return None
    of = noun
    while tree[of].dep in ("conj", "pobj") and tree[of].pos != "ADP":
        of = tree[of].head
    if tree[of].lemma != "of" or not scene.is_word_of(tree[of].head, "possibilities"):
        return None
    return "hypothetical", tree[tree[of].head].text


def _is_term(scene: Scene, verb: int) -> tuple[Modality, str] | None:
    """ "will only end when Y's forces withdraw": what has to come first."""
    tree = scene.tree
    above = tree[verb].head
    if tree[verb].dep != "advcl" or tree[verb].tag not in ("VBP", "VBZ", "VB"):
        return None
    term = next((tree[c].text for c in tree.kids(verb, "advmod", "mark") if tree[c].lemma in _TERMS), None)
    ahead = any(tree[a].lemma in _AHEAD for a in tree.kids(above, "aux"))
    return ("hypothetical", term) if term is not None and ahead else None


_TERMS = frozenset({"when", "once", "until", "till", "unless", "if"})
_AHEAD = frozenset({"will", "would", "can", "could", "may", "might", "shall", "wo", "'ll"})


def _is_coming(scene: Scene, noun: int) -> tuple[Modality, str] | None:
    """ "a big wave of strikes is coming soon": what is still to be."""
    tree = scene.tree
    top = topmost(scene, noun)
    verb = tree[top].head
    comes = tree[top].dep == "nsubj" and tree[verb].lemma in ("come", "loom", "await") and tree[verb].tag == "VBG"
    present = any(tree[a].tag in ("VBZ", "VBP") for a in tree.kids(verb, "aux"))
    return ("planned", tree[verb].text) if comes and present else None


_ONLY = frozenset({"only", "just", "alone", "merely", "simply", "solely"})


def _of_another(scene: Scene, verb: int) -> tuple[Modality, str] | None:
    """ "Chad is not the state that attacked Y", "it is not a war that Chad wants": not by it, or not that."""
    tree = scene.tree
    clause = next((i for i in (verb, *tree.ancestors(verb)) if tree[i].dep == "relcl"), None)
    if clause is None:
        return None
    noun = tree[clause].head
    be = tree[noun].head
    if tree[noun].dep != "attr" or tree[be].lemma != "be" or not (no := tree.kids(be, "neg")):
        return None
    if any(tree[i].lemma in _ONLY for i in (*tree.kids(be, "advmod"), *tree.kids(noun, "advmod", "amod"))):
        return None
    who = any(tree[s].tag in ("WP", "WDT") for s in tree.kids(clause, "nsubj", "nsubjpass"))
    return ("negated", tree[no[0]].text) if who or scene.is_a(noun, "@event") or tree[noun].lemma == "war" else None
