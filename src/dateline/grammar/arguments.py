"""Subjects, objects and agents of a verb, through passives, coordination, control and relative clauses."""

from __future__ import annotations

import re

from dateline.grammar.relatives import said_to_be, that_agrees, who_is_there
from dateline.grammar.tree import CHARGING, Tree, answered_once

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = frozenset({"who", "which", "that", "whom"})


@answered_once
def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb suffers its subject: passive auxiliary, passive subject, or a bare participle after a noun."""
    token = tree[verb]
    if tree.kids(verb, "auxpass", "nsubjpass"):
        return True
    if token.dep == "csubj" and token.lemma in _HANDING and token.tag in ("VBD", "VBN"):
        return True  # "Refugees granted asylum are welcome"
    suffered = token.dep == "conj" and bool(tree.kids(token.head, "auxpass"))
    if token.tag in ("VBD", "VBN") and not suffered and shared_objects(tree, verb):
        return False
    reduced = bool(tree.kids(verb, "agent")) or token.dep in ("csubj", "csubjpass")
    if reduced and token.tag in ("VBD", "VBN") and not tree.kids(verb, "dobj", "aux"):
        return True  # "the women taken away by bandits will be back"
    if token.dep == "conj" and token.tag in ("VBN", "VBD") and not tree.kids(verb, "dobj", "aux", "prt"):
        return (
            not _stands_beside(tree, verb)
            and tree[token.head].pos == "VERB"
            and (bool(tree.kids(token.head, "auxpass")) or _is_headline(tree, token.head))
        )
    if token.tag == "VBD" and token.dep == "acl" and not tree.kids(verb, "nsubj", "aux"):
        return True
    if token.tag in ("VBD", "VBN") and (_is_reduced(tree, verb) or _is_headline(tree, verb)):
        return True
    if token.tag != "VBN":
        return False
    if token.dep in ("acl", "relcl", "amod", "advcl"):
        return not tree.kids(verb, "aux", "nsubj")
    if token.dep == "conj":
        return not tree.kids(verb, "nsubj", "aux") and is_passive(tree, token.head)
    if token.dep in ("xcomp", "oprd"):  # "were reported stolen"
        return bool(tree.kids(token.head, "auxpass")) and not tree.kids(verb, "nsubj", "aux")
    return bool(tree.kids(verb, "agent")) or (token.dep == "ROOT" and not tree.kids(verb, "nsubj", "aux"))


_HANDING = frozenset({"award", "deny", "give", "grant", "offer", "promise"})
"""Verbs that keep their object where whoever is given it is the subject."""


def _is_reduced(tree: Tree, verb: int) -> bool:
    """ "The men abducted in May were freed": a participle taken for the main verb, which follows with no subject."""
    if tree.kids(verb, "dobj", "aux", "prt") or not any(
        max(tree.subtree(s)) == verb - 1 for s in tree.kids(verb, "nsubj")
    ):
        return False
    return any(
        c > verb
        and tree[c].tag == "VBN"
        and any(tree[a].lemma == "be" for a in tree.kids(c, "auxpass"))
        and not tree.kids(c, "nsubj", "nsubjpass", "mark")
        and not any(tree[i].text == "," and verb < i < c for i in tree.kids(verb, "punct"))
        for c in tree.kids(verb, "ccomp", "conj")
    )


_SUFFERED = frozenset(
    {"abduct", "arrest", "behead", "detain", "displace", "execute", "gun", "hurt", "injure", "jail", "kidnap", "kill"}
    | {"massacre", "murder", "slay", "wound"}
)
"""Verbs that hardly stand without an object."""


def _is_headline(tree: Tree, verb: int) -> bool:
    """ "Three soldiers killed in ambush", "Two shot dead": a headline leaves out "were"."""
    token = tree[verb]
    dead = any(tree[c].lemma == "dead" for c in tree.kids(verb, "oprd", "acomp", "advmod"))
    if token.dep in ("relcl", "acl") or not (token.lemma in _SUFFERED or (token.lemma == "shoot" and dead)):
        return False
    if not tree.kids(verb, "nsubj") or tree.kids(verb, "dobj", "aux", "dative"):
        return False
    told = tree.kids(verb, "ccomp")  # before a stop it is a headline's other half: "Army frees pupils; two killed"
    if told and (told[0] > verb or not any(tree[i].text == ";" for i in range(told[0], verb))):
        return False
    ends = verb == max(i for i in range(len(tree)) if tree[i].pos != "PUNCT" or i == verb)  # "…; two gunmen killed"
    ends = ends and all(tree[s].pos == "NOUN" for s in tree.kids(verb, "nsubj"))
    if not ends and not any(c > verb and tree[c].pos != "PUNCT" for c in tree.children[verb]):
        return False
    also = [c for c in tree.kids(verb, "conj") if tree[c].pos == "VERB" and not tree.kids(c, "nsubj", "nsubjpass")]
    return not any(tree.kids(c, "dobj") or tree[c].lemma not in _SUFFERED for c in also)


def _stands_beside(tree: Tree, verb: int) -> bool:
    """ "One was killed, the mayor recalled": a clause with a subject of its own, set off by a comma alone."""
    return any(tree[min(tree.subtree(s)) - 1].text == "," for s in tree.kids(verb, "nsubj"))


def denied(tree: Tree, noun: int) -> bool:
    """ "no group", "it was not Chad that …": a noun that stands for none of its kind, or for whom it was not."""
    be = tree[noun].head
    if tree[noun].tag in ("WDT", "WP") and tree[tree[be].head].lemma == "be":
        return any(denied(tree, a) for a in tree.kids(tree[be].head, "attr"))
    cleft = tree[noun].dep == "attr" and tree[be].lemma == "be" and bool(tree.kids(be, "neg"))
    if cleft and any(tree[s].text.casefold() == "it" for s in tree.kids(be, "nsubj")):
        return not any(tree[i].lemma in ("only", "just", "merely") for i in range(be, noun))
    return any(tree[c].lemma in ("no", "neither") for c in tree.kids(noun, "det"))


def is_disowned(tree: Tree, noun: int, verbs: frozenset[str]) -> bool:
    """ "denied reports that …", "the charge was rejected": a noun of speech whose matter one of the verbs denies."""
    verb = tree[noun].head
    turned = tree[noun].dep in ("dobj", "nsubjpass") and tree[verb].lemma in verbs
    return turned and not tree.kids(verb, "neg") and not any(denied(tree, s) for s in tree.kids(verb, "nsubj"))


def subjects(tree: Tree, verb: int, *, control: frozenset[str] = frozenset(), depth: int = 0) -> list[int]:
    """Head tokens of the verb's grammatical subject, coordinated ones too, found through what governs it.

    `control` holds lemmas whose object is the subject of the clause below them ("force X to do").
    """
    own = tree.kids(verb, *SUBJECTS)
    if own:
        return _antecedents(tree, verb, _naming(tree, own))
    if depth > 6:
        return []
    return _governed_subjects(tree, verb, control, depth)


def _naming(tree: Tree, own: list[int]) -> int:
    """The first of a verb's subjects, or the names coordinated right after it ("old foes Kenya and Peru met")."""
    first, *more = own
    if more and _is_way_off(tree, first, more[-1]):
        return more[-1]
    if more and tree[min(first + 1, len(tree) - 1)].text == ":":
        return more[0]  # "Niger: Gunmen abducted …"
    named = [s for s in more[:1] if tree[s].pos == "PROPN" and tree[first].pos == "NOUN" and tree.kids(s, "conj")]
    return named[0] if named and named[0] - first <= 2 else first


_OFF = re.compile(
    r"(?:nm|km|miles?|kilomet(?:er|re)s?)|[ns]?[news]{1,3}|(?:north|south)?-?(?:north|south|east|west)+", re.I
)


def _is_way_off(tree: Tree, first: int, last: int) -> bool:
    """ "89 NM SW of Brass, armed pirates boarded": a distance and a bearing are no subject where one follows them."""
    return _OFF.fullmatch(tree[first].text) is not None and bool(tree.kids(first, "prep", "nummod")) and last > first


def _governed_subjects(tree: Tree, verb: int, control: frozenset[str], depth: int) -> list[int]:
    """Subject taken over from the governor: coordination, control, participles, relative clauses."""
    token = tree[verb]
    head = token.head
    if head == verb:
        return []
    dep = token.dep
    if dep == "conj" and tree[head].pos in ("VERB", "AUX"):
        return subjects(tree, head, control=control, depth=depth + 1)
    if dep in ("xcomp", "ccomp") and tree[head].pos in ("VERB", "AUX", "ADJ"):
        objects_of_head = tree.kids(head, "dobj", "dative")
        if objects_of_head and tree[head].lemma in control:
            return [c for o in objects_of_head[:1] for c in tree.conjuncts(o)]
        if is_passive(tree, head) and tree[head].lemma in control:
            return subjects(tree, head, control=control, depth=depth + 1)
        return subjects(tree, head, control=control, depth=depth + 1)
    if dep in ("acomp", "oprd") and token.pos == "ADJ" and tree[head].pos in ("VERB", "AUX"):
        return subjects(tree, head, control=control, depth=depth + 1)
    if dep == "advcl" and tree[head].pos in ("VERB", "AUX") and token.tag in ("VBG", "VB", "VBN"):
        return subjects(tree, head, control=control, depth=depth + 1)
    if dep == "pcomp" and tree[tree[head].head].pos in ("VERB", "AUX"):
        accused = tree.kids(tree[head].head, "dobj", "nsubjpass")
        charged = tree[head].lemma == "with" and tree[tree[head].head].lemma in ("charge", "indict")
        if accused and (charged or tree[head].lemma in ("of", "for", "from", "into")):
            return _antecedents(tree, tree[head].head, accused[0])  # "those who were tried for it": they
        at = [p for a in tree.kids(tree[head].head, "prep") if tree[a].lemma == "at" for p in tree.kids(a, "pobj")]
        if at and at[0] < head and tree[head].lemma == "for":  # "lashed out at Y for arming the rebels"
            return tree.conjuncts(at[0])
        return subjects(tree, tree[head].head, control=control, depth=depth + 1)
    if dep == "pcomp" and tree[head].lemma == "for" and tree[tree[head].head].dep in ("dobj", "nsubjpass"):
        return tree.conjuncts(tree[head].head)  # "executed a man for killing two guards"
    if dep == "pcomp" and tree[head].lemma == "of" and tree[tree[head].head].dep == "conj":
        first = next((a for a in tree.ancestors(tree[head].head) if tree[a].dep != "conj"), head)
        charged = tree[first].dep == "dobj" and tree[tree[first].head].lemma in CHARGING
        return tree.conjuncts(first) if charged else []  # "accused X and Y of aiding"
    if dep == "acl" and token.tag == "VBG" and token.lemma in _ASKING and _is_sent(tree, head):
        return subjects(tree, tree[head].head, control=control, depth=depth + 1)
    if dep == "acl" and token.tag == "VB" and tree[head].lemma in _ENDEAVOURS:
        return _endeavouring(tree, head, control, depth)
    if dep in ("acl", "relcl") and token.tag in ("VBG", "VBN", "VBD", "VBZ", "VBP", "VB") and tree[head].pos in (
        "NOUN", "PROPN", "PRON", "NUM",
    ):  # fmt: skip
        return [head]
    return []


_ENDEAVOURS = frozenset({"attempt", "bid", "effort", "plan", "plot", "scheme"})
_MAKING = frozenset({"make", "launch", "mount", "announce", "have", "unveil", "hatch", "begin", "abandon", "drop"})


def _endeavouring(tree: Tree, noun: int, control: frozenset[str], depth: int) -> list[int]:
    """ "an attempt by raiders to blow up a bridge", "made a bid to seize it": they whose attempt it is, if told."""
    by = [p for c in tree.kids(noun, "prep", "agent") if tree[c].lemma in ("by", "of") for p in tree.kids(c, "pobj")]
    if own := by or tree.kids(noun, "poss"):
        return [c for o in own for c in tree.conjuncts(o)]
    made = tree[noun].dep == "dobj" and tree[tree[noun].head].lemma in _MAKING
    return subjects(tree, tree[noun].head, control=control, depth=depth + 1) if made else []


_ASKING = frozenset(
    {"ask", "demand", "request", "seek", "threaten", "urge", "warn", "call", "accuse", "blame", "condemn"}
)
_ASKING |= {"criticise", "criticize", "denounce", "reject", "welcome", "praise", "oppose"}
_SENDING = frozenset({"address", "deliver", "send", "submit", "write", "release", "issue", "publish", "sign", "adopt"})


def _is_sent(tree: Tree, noun: int) -> bool:
    """ "sent Y a letter asking for help": whoever sent it asks."""
    return tree[noun].dep == "dobj" and tree[tree[noun].head].lemma in _SENDING


def _antecedents(tree: Tree, verb: int, subject: int) -> list[int]:
    """The noun that a relative pronoun stands for, else the subject itself with its coordination."""
    if tree[subject].lemma in _RELATIVE and tree[verb].dep == "relcl" and (own := said_to_be(tree, tree[verb].head)):
        return own
    if tree[subject].lemma in _RELATIVE and tree[verb].dep == "relcl":
        noun = that_agrees(tree, verb, who_is_there(tree, tree[verb].head))
        every = any(tree[c].lemma in ("both", "all") for c in tree.kids(verb, "dep", "det", "advmod", "appos"))
        while every and tree[noun].dep == "conj":  # "X and Y, who both condemned it"
            noun = tree[noun].head
        return tree.conjuncts(noun) if tree[noun].dep != "conj" else [noun]
    return tree.conjuncts(subject)


def objects(tree: Tree, verb: int) -> list[int]:
    """Head tokens of the verb's direct object, coordinated ones too."""
    own = tree.kids(verb, "dobj")
    if own and tree[own[0]].lemma in _RELATIVE and (clause := _relative_above(tree, verb)) is not None:
        return [tree[clause].head] if tree[tree[clause].head].dep == "conj" else tree.conjuncts(tree[clause].head)
    if not own and tree[verb].dep == "relcl":
        return [tree[verb].head] if _object_relative(tree, verb) else []
    own = own or _controlled(tree, verb)
    return [c for o in own[:1] for c in tree.conjuncts(o)]


_FORM = {"VBD": "past", "VBN": "past", "VBG": "ing", "VB": "bare", "VBP": "bare", "VBZ": "bare"}
"""By tag what form a verb has; past and participle look alike."""


def shared_objects(tree: Tree, verb: int) -> list[int]:
    """ "arrested and beat marchers", "stormed, looted and burned a school": the object of the verb's last fellow."""
    for other in tree.kids(verb, "conj", "advcl"):
        between = [i for i in range(verb + 1, other) if tree[i].pos not in ("CCONJ", "PUNCT", "ADV", "PART")]
        alike = _FORM.get(tree[other].tag) == _FORM.get(tree[verb].tag) and not tree.kids(
            other, "nsubj", "nsubjpass", "mark", "aux"
        )
        if alike and not between:
            return objects(tree, other) or shared_objects(tree, other)
    return []


def _controlled(tree: Tree, verb: int) -> list[int]:
    """ "forbade boats to land", "let the men go": the subject of a bare infinitive below the verb is its object."""
    below = [c for c in tree.kids(verb, "ccomp") if tree[c].tag == "VB" and not tree.kids(c, "mark")]
    helpers = [a for c in below for a in tree.kids(c, "aux") if tree[a].tag != "TO"]
    return [s for c in below for s in tree.kids(c, "nsubj") if verb < s][:1] if not helpers else []


def _relative_above(tree: Tree, verb: int) -> int | None:
    """The verb of the relative clause: itself, or "tried" in "the hill, which they had tried to take"."""
    while tree[verb].dep == "xcomp":
        verb = tree[verb].head
    return verb if tree[verb].dep == "relcl" else None


def _object_relative(tree: Tree, verb: int) -> bool:
    """ "the town that rebels attacked": the antecedent is the object; not so "the claim that rebels attacked"."""
    return (
        not tree.kids(verb, "mark")
        and bool(tree.kids(verb, "nsubj"))
        and all(tree[s].lemma not in _RELATIVE for s in tree.kids(verb, "nsubj"))
    )


def agents(tree: Tree, head: int) -> list[int]:
    """Head tokens of "by" phrases below a verb or noun."""
    found: list[int] = []
    if _is_news_told(tree, head):
        return found
    for by in [*tree.kids(head, "agent"), *(p for p in tree.kids(head, "prep") if tree[p].lemma == "by")]:
        for noun in tree.kids(by, "pobj"):
            if tree[noun].lemma not in _RECKONINGS:
                found.extend(tree.conjuncts(noun))
    return found


_RECKONINGS = frozenset(
    {"count", "estimate", "tally", "reckoning", "account", "figure", "calculation", "admission", "name"}
    | {"telephone", "phone", "letter", "post", "road", "sea", "air", "canoe", "foot"}
)
"""Nouns after "by" that name no doer: "killed, by the union's count", "threatened by name"."""


def _is_news_told(tree: Tree, noun: int) -> bool:
    """ "was informed of the raid by the army": a happening of which somebody is told, by whoever stands after it."""
    prep = tree[noun].head
    if tree[noun].dep != "pobj" or tree[prep].lemma not in ("of", "about"):
        return False
    return tree[tree[prep].head].lemma in _TELLING and is_passive(tree, tree[prep].head)


_TELLING = frozenset({"inform", "tell", "notify", "warn", "brief", "advise"})


def prepositional(tree: Tree, head: int, *prepositions: str) -> list[int]:
    """Head tokens of the objects of these prepositions directly below `head`, coordinated ones too."""
    found: list[int] = []
    below = tree.kids(head, "prep", "prt", "dative", "agent")
    for prep in [p for b in below for p in (b, *_repeated(tree, b))]:
        if tree[prep].lemma in prepositions:
            for noun in tree.kids(prep, "pobj"):
                found.extend(tree.conjuncts(noun))
            for nested in tree.kids(prep, "prep"):
                for noun in tree.kids(nested, "pobj"):
                    found.extend(tree.conjuncts(noun))
    return found


def _repeated(tree: Tree, prep: int) -> list[int]:
    """ "sanctions on Y and on Z": the same preposition again, joined by "and" to the first or to what governs both."""
    first = tree[prep].head
    if tree[prep].lemma == "with":  # "clashed with Y and with Z": two clashes
        return []
    joined = [*tree.kids(prep, "conj"), *tree.kids(tree[first].head if tree[first].dep == "dobj" else first, "conj")]
    return [c for c in dict.fromkeys(joined) if c > prep and tree[c].pos == "ADP" and tree[c].lemma == tree[prep].lemma]
