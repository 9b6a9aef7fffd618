"""Who speaks: the phrase that names a source, and the bare name inside it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.grammar import Tree, agents, is_passive, subjects
from dateline.model import Quote, Stance, quote
from dateline.model.speech import VoiceRules

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_IN_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP"})
_OPENS_NAME = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PRON", "NUM"})
_LONGEST = 25
"""Tokens of a phrase that may name a speaker."""
_NOT_YET = frozenset({"will", "would", "'ll", "’ll", "'d", "’d"})
_NOBODY = frozenset({"nobody", "none", "noone"})
_RELATIVE = frozenset({"who", "which", "that"})
OWN = frozenset({"i", "we", "you", "me", "us"})
"""Words by which whoever speaks or is spoken to names himself: inside what another says they name no further voice."""
PRONOUNS = OWN | frozenset(
    {
        "he",
        "she",
        "they",
        "it",
        "who",
        "which",
        "that",
        "one",
        "this",
        "these",
        "those",
        "him",
        "her",
        "them",
        "people",
        "somebody",
        "someone",
        "anybody",
        "anyone",
        "everybody",
        "everyone",
        "some",
        "many",
        "most people",
    }
)


def is_writer(source: str, rules: VoiceRules) -> bool:
    """Whether the words, outside quotation marks, are the page's own: "we", "our correspondent", "this newspaper"."""
    words = source.casefold().split()
    if len(words) == 1:
        return words[0] in ("we", "i")
    if words[0] == "this":
        return len(words) == 2 and rules.kinds.get(words[1]) == "media"
    return words[0] == "our" and any(rules.kinds.get(w) == "media" for w in words[1:4])


def speaking(tree: Tree, cue: int, rules: VoiceRules) -> list[int]:
    """Head tokens of those who speak by the verb `cue`: its subject, or its agent where it is passive."""
    found = agents(tree, cue) if is_passive(tree, cue) else subjects(tree, _speaking_clause(tree, cue, rules))
    if tree[cue].lemma == "read":
        found = tree.kids(cue, "nsubj") or tree.kids(cue, "dobj")
    if tree[cue].dep == "ccomp" and tree[tree[cue].head].lemma == "let":  # "let it be known that …"
        found = subjects(tree, tree[cue].head)
    found = _quoted_as(tree, cue) or _after_where(tree, cue) or _nearest(tree, cue, found)
    return [
        s
        for s in found
        if tree[s].pos in NOMINAL
        and not tree[s].text.endswith(("n't", "n’t"))
        and tree[s].lemma.casefold() not in _NOBODY
        and (len(tree[s].text) > 1 or tree[s].text.isupper())
    ]


def _quoted_as(tree: Tree, cue: int) -> list[int]:
    """ "The paper quoted police as saying that …", "police were quoted as saying": the police say it."""
    way = tree[cue].head
    quoting = tree[way].head
    if tree[cue].dep != "pcomp" or tree[way].lemma != "as" or tree[quoting].lemma not in ("quote", "cite"):
        return []
    return tree.kids(quoting, "dobj", "nsubjpass")


def _nearest(tree: Tree, cue: int, found: list[int]) -> list[int]:
    """ "Despite the ministry's shift, the army announced": of two subjects, no list, the one next to the verb."""
    own = [s for s in tree.kids(cue, "nsubj") if s < cue]
    if len(own) < 2 or not set(found) & set(own):
        return found
    return tree.conjuncts(own[-1])


def _after_where(tree: Tree, cue: int) -> list[int]:
    """ "…," wrote on Facebook the district's head: who stands after where it was written, read as its apposition."""
    if tree.kids(cue, "nsubj", "nsubjpass") or tree[cue].tag != "VBD":
        return []
    where = [p for c in tree.kids(cue, "prep") if c == cue + 1 and tree[c].lemma == "on" for p in tree.kids(c, "pobj")]
    named = (a for p in where for a in tree.kids(p, "appos"))
    return [a for a in named if not any(tree[i].text == "," for i in range(cue, a))][:1]


def is_told_of(tree: Tree, cue: int, rules: VoiceRules) -> bool:
    """ "A fire said to be the worst in years": what stands before the verb is told of, and says nothing itself."""
    if tree[cue].lemma not in rules.told_of or tree[cue].tag not in ("VBD", "VBN") or cue + 2 >= len(tree):
        return False
    return tree[cue + 1].text == "to" and tree[cue + 2].text in ("be", "have")


SHOWING = frozenset({"show", "indicate", "suggest", "reveal", "demonstrate", "underline", "stress", "highlight"})
"""Verbs of what things make known."""
_ANYBODY = frozenset({"everyone", "everybody", "anyone", "anybody", "nobody"})


def stance_of(tree: Tree, cue: int, stance: Stance, rules: VoiceRules) -> Stance:
    """The stance of a cue as it stands: "did not confirm" only reports, "rejected the attack" condemns it."""
    if (tree.kids(cue, "neg") and stance == "confirms") or turns_down(tree, cue, rules):
        return "reports"
    return "accuses" if deplores(tree, cue, rules) else stance


def turns_down(tree: Tree, cue: int, rules: VoiceRules) -> bool:
    """ "The union rejected the ban": what was done is not denied, unlike "the union rejected the report of a ban"."""
    if tree[cue].lemma not in ("reject", "dismiss"):
        return False
    after = (t.lemma for t in tree.tokens[cue + 1 : cue + MEANT] if t.pos == "NOUN")
    return next((lemma in rules.measures for lemma in after if lemma in rules.measures | {*rules.nouns}), False)


def deplores(tree: Tree, cue: int, rules: VoiceRules) -> bool:
    """ "The ombudsman rejected the attack on Y": condemned is the attack itself, and nothing is denied."""
    return tree[cue].lemma == "reject" and any(tree[o].lemma in rules.deplored for o in tree.kids(cue, "dobj"))


MEANT = 9
"""Words behind "rejected" among which that stands which is rejected: "in form and in substance the measures"."""


def may_speak(tree: Tree, cue: int, rules: VoiceRules) -> bool:
    """Whether the verb tells of speaking done, not of what might be said ("a chance to say", "let him say")."""
    if tree[cue].lemma == "read" and not any(tree[n].lemma in rules.nouns for n in speaking(tree, cue, rules)):
        return False  # "the statement reads", "reads a statement by Y"; not "the minister read a statement"
    if tree[cue].lemma == "claim" and any(tree[o].lemma in ("life", "victim") for o in tree.kids(cue, "dobj")):
        return False  # "a raid on the ward, Sabon Gari, claimed six lives"
    while tree[cue].dep == "conj" and tree[cue].tag == "VB" and not tree.kids(cue, "nsubj", "nsubjpass", "aux"):
        cue = tree[cue].head
    token = tree[cue]
    shows = token.dep == "relcl" and token.lemma in SHOWING and cue > 1 and tree[cue - 2].text == ","
    if shows and any(tree[s].tag == "WDT" for s in tree.kids(cue, "nsubj")):
        return False  # "…, which indicates that": the writer's own inference
    bidden = any(tree[a].tag == "MD" for a in tree.kids(cue, "aux"))
    if bidden and any(tree[s].lemma.casefold() in _ANYBODY for s in tree.kids(cue, "nsubj")):
        return False  # "everyone should understand that"
    if token.dep == "csubj" or (token.dep == "pcomp" and tree[token.head].lemma == "without"):
        return False
    if token.tag != "VB":
        return True
    helped = [tree[i].text.casefold() for i in tree.kids(cue, "aux")]
    if not _NOT_YET.isdisjoint(helped) and not tree.kids(cue, "neg"):
        return False
    if "to" not in helped:
        return token.dep != "ccomp" or bool(helped)
    if token.dep == "xcomp":
        return tree[token.head].lemma in rules.leading
    return token.dep not in ("acl", "relcl", "advcl", "ccomp")


def follows_its_subject(tree: Tree, cue: int) -> bool:
    """Whether the verb tells of the noun before it ("posted a video showing the wounded")."""
    return tree[cue].tag == "VBG" and cue > 0 and tree[cue - 1].pos in ("NOUN", "PROPN") and not tree.kids(cue, "aux")


def only_holds(tree: Tree, cue: int, rules: VoiceRules) -> bool:
    """Whether the verb tells what someone not named holds or does not hold ("nobody knows", "we don't think")."""
    if tree[cue].lemma not in rules.holding or is_passive(tree, cue):
        return False
    named = any(tree[s].pos in ("NOUN", "PROPN") for s in subjects(tree, cue))
    return not named or bool(tree.kids(cue, "neg"))


def _speaking_clause(tree: Tree, cue: int, rules: VoiceRules) -> int:
    """The verb whose subject speaks: for "…, accusing X", inside what someone says, the verb of saying above it."""
    if (verb := lender(tree, cue, rules)) is not None:
        return verb
    apart = cue > 0 and tree[cue - 1].text == ","
    if tree[cue].tag != "VBG" or tree.kids(cue, "nsubj") or not (
        tree[cue].dep == "advcl" or (tree[cue].dep == "acl" and apart)
    ):  # fmt: skip
        return cue
    below, inside = cue, False
    for head in tree.ancestors(cue):
        inside = inside or tree[below].dep in ("ccomp", "acl")
        if head < cue and inside and tree[head].pos == "VERB" and (
            tree[head].lemma in rules.cues or (apart and tree[head].lemma in rules.attitudes)
        ):  # fmt: skip
            return head
        below = head
    return cue


def lender(tree: Tree, cue: int, rules: VoiceRules) -> int | None:
    """The verb whose subject speaks by a thing said: "issued a statement saying that …"."""
    noun = tree[cue].head
    if tree[cue].tag != "VBG" or tree[cue].dep != "acl" or tree[noun].dep != "dobj":
        return None
    told = tree[noun].lemma in rules.nouns or tree[noun].lemma in rules.settings
    return tree[noun].head if told and tree[tree[noun].head].lemma in rules.lending else None


def phrase(text: str, tree: Tree, speaker: int, *, cue: int, contents: Sequence[tuple[int, int]]) -> Quote | None:
    """The phrase headed by `speaker`, with apposition, coordination and what is told of it; None inside `contents`."""
    start, end = tree.noun_phrase(speaker)
    if any(a <= start < b for a, b in contents):
        return None
    below = {i for i in tree.subtree(speaker) if i != cue}
    if cue in tree.subtree(speaker):
        below -= set(tree.subtree(cue)) - ({i for i in tree.kids(cue, "nsubj") if tree[i].lemma in _RELATIVE})
    run = [speaker]
    for step in (-1, 1):
        at = speaker + step
        while at in below and not any(a <= tree[at].start < b for a, b in contents):
            run.append(at)
            at += step
    begin, stop = tree.range_of(sorted(run))
    return quote(text, min(begin, start), max(stop, end))


def beside(text: str, tree: Tree, cue: int, contents: Sequence[tuple[int, int]]) -> tuple[Quote, Quote] | None:
    """The phrase between what is said and the cue, or after it, and its bare name, where the parse gives no speaker."""
    said = [i for i in range(cue) if any(a <= tree[i].start < b for a, b in contents)]
    first = said[-1] + 1 if said else cue
    while first < cue and tree[first].pos == "PUNCT":
        first += 1
    last = cue - 1
    if first >= cue:
        first, last = cue + 1, cue + 1
        while last < len(tree) and tree[last].pos in _IN_NAMES | {"NUM", "PRON"}:
            last += 1
        last -= 1
    while last > first and tree[last].pos in ("PUNCT", "AUX", "ADV"):
        last -= 1
    if not 0 <= last - first <= _LONGEST or tree[first].pos not in _OPENS_NAME:
        return None
    run = range(first, last + 1)
    head = next((i for i in run if tree[i].pos in ("NOUN", "PROPN", "PRON")), None)
    if head is None or any(tree[i].pos == "VERB" and tree[i].tag in ("VBD", "VBZ", "VBP") for i in run):
        return None
    if head > cue and tree[head].dep == "nsubj" and cue < tree[head].head in tree.kids(cue, "ccomp"):
        before = [i for i in range(cue) if tree[i].dep == "nsubj" and tree[i].pos in NOMINAL]
        return (bare(text, tree, before[-1]),) * 2 if before else None  # "Villagers flee, say bombs fell on the mill"
    while head < last and tree[head + 1].pos in ("NOUN", "PROPN"):
        head += 1
    return quote(text, tree[first].start, tree[last].end), quote(text, tree[first].start, tree[head].end)


def bare(text: str, tree: Tree, speaker: int) -> Quote:
    """The name or noun phrase of a speaker, with whom it speaks for, without what else is told of it."""
    start, end = tree.noun_phrase(speaker)
    if tree[speaker].pos == "NOUN":  # "the aid group Medair"
        names = [a for a in tree.kids(speaker, "appos") if tree[a].pos == "PROPN"]
        end = max([end, *(tree[a].end for a in names if not text[end : tree.noun_phrase(a)[0]].strip())])
        of = [p for c in tree.kids(speaker, "prep") if tree[c].lemma == "of" for p in tree.kids(c, "pobj")]
        names += [a for p in of for a in tree.kids(p, "appos") if tree[a].pos == "PROPN"]
        end = max([end, *(tree[a].end for a in names if _is_own_name(text, tree, speaker, a))])
    served = [p for c in tree.kids(speaker, "prep") if tree[c].lemma == "for" for p in tree.kids(c, "pobj")]
    return quote(text, start, max([end, *(tree.noun_phrase(p)[1] for p in served)]))


def _is_own_name(text: str, tree: Tree, speaker: int, name: int) -> bool:
    """ "the governor, Amina Okello, said": a name of two words or more between commas, of one with no name before."""
    start, _ = tree.noun_phrase(name)
    parts = [i for i in tree.subtree(name) if start <= tree[i].start <= tree[name].start]
    if len(parts) < 2 or any(tree[i].pos != "PROPN" for i in parts):
        return False
    between = text[tree[speaker].end : start]
    acts = any(tree[i].pos == "VERB" for i in range(speaker + 1, parts[0]))
    return between.endswith(", ") and between.count(",") == 1 and not acts


def fellows(text: str, tree: Tree, speakers: Sequence[int], source: Quote | None) -> tuple[Quote, ...]:
    """The bare names of those coordinated with the first speaker in the source phrase."""
    named = [bare(text, tree, s) for s in speakers[1:] if tree[s].pos in ("NOUN", "PROPN")]
    return tuple(q for q in named if source is not None and source.start < q.start and q.end <= source.end)


def owner(text: str, tree: Tree, thing: int) -> Quote | None:
    """Who is behind a thing said that stands as a speaker: "the UN's report", "a Reuters report", "a letter from X"."""
    found = [*tree.kids(thing, "poss"), *agents(tree, thing)]
    found += [p for c in tree.kids(thing, "prep") if tree[c].lemma in ("from", "by") for p in tree.kids(c, "pobj")]
    found += [a for c in tree.kids(thing, "acl") for a in agents(tree, c)]
    if found:
        return bare(text, tree, found[0])
    names = [i for i in tree.kids(thing, "compound", "nmod") if tree[i].pos == "PROPN"]
    if not names:
        return None
    run = [i for i in tree.subtree(names[-1]) if i < thing]
    return quote(text, tree[min([*run, *names])].start, tree[names[-1]].end)


def name_before(tree: Tree, cue: int) -> tuple[int, int] | None:
    """ "…, the head of the district, Ann Lee, reported": the name between commas that the parse has hung elsewhere."""
    place = cue - 1
    if place < 0 or tree[place].text != ",":
        return None
    while place > 0 and (tree[place].pos in _IN_NAMES or tree[place].text == ","):
        place -= 1
    first = next((i for i in range(place, cue) if tree[i].text == ","), cue)
    inside = range(first + 1, cue - 1)
    if not inside or not any(tree[i].pos == "PROPN" for i in inside) or tree[inside[0]].pos == "ADP":
        return None
    return tree[inside[0]].start, tree[inside[-1]].end
