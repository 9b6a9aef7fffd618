"""Whom a pronoun means in what somebody says: mostly the one who says it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.after_words import of_sufferer
from dateline.extract.antecedents import Antecedents
from dateline.extract.new_to_it import (
    TURNED_ON,
    newly_told,
    of_clause_around,
    of_clause_before,
    of_fronted_clause,
    of_main_clause,
    of_object_above,
    other_side,
    punished,
    whose_lot,
)
from dateline.extract.parties import PRONOUNS, Found, from_mention, parties
from dateline.extract.party_nouns import are_several
from dateline.extract.scene import Scene
from dateline.grammar import prepositional
from dateline.model import WRITER, ActorMention, AttributionMention, Party, Quote


def accuser(pronoun: Quote, scene: Scene, attributions: Sequence[AttributionMention]) -> Found | None:
    """Whose things they are that somebody is accused of harming ("accused X of ramming one of its ships")."""
    around = [a for a in attributions if a.stance == "accuses" and a.content.start <= pronoun.start < a.content.end]
    said = [
        m for m in scene.actors for a in around if a.source is not None and a.source.start <= m.start < a.source.end
    ]
    return from_mention(scene.text, said[0]) if said else None


def _charged(scene: Scene, token: int) -> int | None:
    """ "blamed X for its attack", "accused X of a lie in its raid on Y": the one accused, whose deed it is."""
    tree = scene.tree
    own = tree[token].tag == "PRP$" or tree[token].lemma in ("it", "they")
    for above in tree.ancestors(token) if own else ():
        accused = tree.kids(tree[above].head, "dobj")
        if accused and tree[above].dep == "ccomp" and tree[tree[above].head].lemma == "accuse":
            return accused[0] if accused[0] < above else None
        if tree[token].tag == "PRP$" and (met := punished(scene, above)) is not None:
            return met
        prep = tree[above].dep == "prep" and tree[above].lemma in ("of", "for")
        accused = tree.kids(tree[above].head, "dobj") if prep and tree[tree[above].head].pos == "VERB" else []
        if accused and accused[0] < above:
            known = scene.actor_at(accused[0]) is not None or scene.is_a(accused[0], "@armed")
            return accused[0] if known else None
        which = tree[above].dep == "relcl" and any(tree[o].tag == "WDT" for o in tree.kids(above, "dobj"))
        if tree[above].dep in ("ccomp", "relcl", "ROOT") and not which:  # "accused Y of a raid, which it denied"
            return None
    return None


def named_below(party: Found, scene: Scene) -> frozenset[str]:
    """The ids of those named in the clause of which the pronoun is the subject: no "he" means them."""
    token = scene.token_at(party.quote.start, party.quote.end) if party.pronoun else None
    if token is None or scene.tree[token].dep not in ("nsubj", "nsubjpass"):
        return frozenset()
    below = set(scene.tree.subtree(scene.tree[token].head))
    named = ((scene.token_at(m.start, m.end), m) for m in scene.actors if m.start >= party.quote.end)
    return frozenset(m.actor.id for at, m in named if at in below and m.actor.id and m.rule != "demonym")


def _own_subject(scene: Scene, token: int) -> int | None:
    """ "The office said rebels tortured men held during their raid": those the clause is about, not who says it."""
    tree = scene.tree
    if tree[token].tag != "PRP$" or tree[token].lemma not in ("its", "their"):
        return None
    verb = next((a for a in tree.ancestors(token) if tree[a].pos == "VERB" and tree.kids(a, "nsubj")), None)
    if verb is None or tree[verb].lemma in scene.rules.lexicon.voices.cues:
        return None
    subject = tree.kids(verb, "nsubj")[0]
    several = tree[subject].tag in ("NNS", "NNPS") or bool(tree.kids(subject, "conj"))
    armed = scene.actor_at(subject) is not None or scene.is_a(subject, "@armed")
    apart = subject not in tree.ancestors(token)
    return subject if apart and armed and several == (tree[token].lemma == "their") else None


def in_sentence(party: Found, scene: Scene) -> int | None:
    """Whom "him" takes up: the one to whom something was done earlier in the sentence ("caught a man, beat him")."""
    wanted = {"him": "NN", "her": "NN", "them": "NNS"}.get(party.party.text.casefold())
    if not party.pronoun:
        return None
    own = scene.token_at(party.quote.start, party.quote.end)
    if own is not None and (accused := _charged(scene, own)) is not None:
        return accused
    if own is not None and (convict := whose_lot(scene, own)) is not None:
        return convict
    if own is not None and (joined := _of_those_named_with_it(scene, own)) is not None:
        return joined
    if own is not None and (doer := _own_subject(scene, own)) is not None:
        return doer
    if own is not None and (beside := _done_to_alike(scene, own)) is not None:
        return beside
    if own is not None and (thing := _thing_met(scene, own)) is not None:
        return thing
    if own is not None and (sufferer := of_sufferer(scene, own)) is not None:
        return sufferer
    if own is not None and (same := of_clause_before(scene, own) or of_main_clause(scene, own)) is not None:
        return same
    if own is not None and (new := newly_told(scene, own)) is not None:
        return new
    around = of_clause_around(scene, own) if own is not None else None
    around = around if around is not None or own is None else of_fronted_clause(scene, own)
    around = around if around is not None or own is None else of_object_above(scene, own)
    if around is not None:
        return around
    if wanted is None:
        return None
    before = range(own if own is not None else 0)
    fitting = [
        i
        for i in before
        if scene.tree[i].tag == wanted
        and scene.tree[i].dep in ("dobj", "nsubjpass")
        and (scene.is_a(i, "@people") or scene.is_a(i, "@armed"))
    ]
    if fitting:
        return fitting[-1]
    return _subject_before(scene, own) if own is not None and wanted == "NNS" else None


def _of_those_named_with_it(scene: Scene, pronoun: int) -> int | None:
    """ "the report is about Chad and its war on Togo": whose the war is, named in one breath with it."""
    tree = scene.tree
    thing = tree[pronoun].head
    first = tree[thing].head
    if (
        tree[pronoun].dep != "poss"
        or tree[thing].dep != "conj"
        or tree[pronoun].text.casefold() not in ("its", "their")
    ):
        return None
    return first if first < pronoun and scene.actor_at(first) is not None else None


def _subject_before(scene: Scene, pronoun: int) -> int | None:
    """ "Marchers burned tyres, and police shot five of them", "two guards fled and one of them fell": the former."""
    tree = scene.tree
    verb = next((i for i in tree.ancestors(pronoun) if tree[i].pos == "VERB"), None)
    if verb is None or tree[verb].dep != "conj" or not tree.kids(verb, "nsubj", "nsubjpass"):
        return None
    before = [s for s in tree.kids(tree[verb].head, "nsubj", "nsubjpass") if tree[s].tag in ("NNS", "CD")]
    before = [p for s in before for p in (prepositional(tree, s, "of") if tree[s].tag == "CD" else [s])]
    return next((s for s in before if scene.is_a(s, "@people") or scene.is_a(s, "@armed")), None)


_GROUNDED = ("@building", "@infrastructure", "@vehicle", "@ship", "@aircraft", "@settlement")
_ONTO = frozenset({"against", "at", "in", "into", "on", "onto"})


def _thing_met(scene: Scene, own: int) -> int | None:
    """ "Debris fell on a store and set it on fire": the thing that the verb before, of the same subject, met with."""
    tree, verb = scene.tree, scene.tree[own].head
    if tree[own].text.casefold() != "it" or tree[own].dep not in ("dobj", "nsubj") or tree[verb].dep != "conj":
        return None
    first = tree[verb].head
    met = [*tree.kids(first, "dobj"), *(p for p in prepositional(tree, first, *_ONTO))]
    things = [m for m in met if m < own and scene.any_is([m], _GROUNDED)]
    return things[-1] if things and not tree.kids(verb, "nsubjpass") else None


def _done_to_alike(scene: Scene, pronoun: int) -> int | None:
    """ "Chad accused Sudan of lying, and Niger accuses it of theft": the one to whom the verb before does the same."""
    tree = scene.tree
    verb = tree[pronoun].head
    before = tree[verb].head
    if tree[pronoun].text.casefold() == "it" and tree[verb].tag == "VBG" and tree[verb].dep == "advcl":
        if tree[verb].lemma in TURNED_ON:
            return other_side(scene, before, pronoun)
        things = [o for o in tree.kids(before, "dobj") if tree[o].tag == "NN" and not tree.kids(o, "conj")]
        return things[0] if things and tree[pronoun].dep == "dobj" else None  # "hit a ship, setting it on fire"
    if tree[pronoun].dep != "dobj" or tree[verb].dep != "conj" or not tree.kids(verb, "nsubj"):
        return None
    sufferers = [o for o in tree.kids(before, "dobj") if tree[o].pos in ("NOUN", "PROPN")]
    alike = tree[verb].lemma == tree[before].lemma and tree[pronoun].text.casefold() in ("it", "him", "her", "them")
    return sufferers[0] if alike and sufferers else None


def speakers_meant(
    party: Found, scene: Scene, attributions: Sequence[AttributionMention]
) -> tuple[Found, ...]:  # fmt: skip
    """ "X and Y claimed that they …": all who say it together, where each is known by name."""
    if not party.pronoun or party.party.text.casefold() not in ("they", "their", "we", "our"):
        return ()
    around = [a for a in attributions if a.source is not None and a.content.start <= party.quote.start < a.content.end]
    if not around:
        return ()
    source = min(around, key=lambda a: a.content.end - a.content.start).source
    head = scene.token_at(source.start, source.end) if source is not None else None
    heads = scene.tree.conjuncts(head) if head is not None else []
    named = [m for h in heads if (m := scene.actor_at(h)) is not None and m.actor.id and m.rule != "demonym"]
    return tuple(from_mention(scene.text, m) for m in named) if len(named) == len(heads) > 1 else ()


def spoken_from(attribution: AttributionMention) -> int:
    """From where to look back for who "he" is that speaks: nobody named only in what he says."""
    assert attribution.source is not None
    return min(attribution.source.start, attribution.content.start)


def _is_told_before(scene: Scene, party: Found, inner: AttributionMention) -> bool:
    """ "Troops tortured men over their raid, the UN said": whether "their" takes up those told of before it."""
    source = inner.source
    if inner.direct or source is None or source.start < party.quote.start:
        return False
    told = (m for m in scene.actors if inner.content.start <= m.start and m.end <= party.quote.start)
    several = party.party.text.casefold() in ("they", "their", "them")
    return several and any(m.rule != "demonym" and m.actor.kind in ("force", "group", "descriptor") for m in told)


def speaker_meant(
    party: Found, scene: Scene, attributions: Sequence[AttributionMention], antecedents: Antecedents
) -> Found | None:
    """A pronoun inside what someone says mostly means the one who says it ("the army said it had …")."""
    if not party.pronoun or party.party.text.casefold() in _NOT_THE_SPEAKER:
        return None
    around = [a for a in attributions if a.source is not None and a.content.start <= party.quote.start < a.content.end]
    if not around:
        return None
    ours = party.party.text.casefold() in OURS
    inner = min(around, key=lambda a: (a.content.end - a.content.start, ours and _is_outlet(a.source, antecedents)))
    if inner.direct and not ours:
        return None
    source = inner.source
    assert source is not None
    if party.party.text.casefold() in ("it", "itself") and are_several(scene, source):
        return None
    if _is_text(scene, source) or _is_suffered(scene, party, source) or _is_of_other_sex(party, source):
        return None
    if inner.stance == "accuses" and inner.cue is not None:
        accused = [m for m in scene.actors if inner.cue.end <= m.start < party.quote.start and m.rule != "demonym"]
        return from_mention(scene.text, accused[0]) if accused else None
    if _is_told_before(scene, party, inner):
        return None
    inside = [m for m in scene.actors if source.start <= m.start and m.end <= source.end and m.rule != "demonym"]
    if ours and source.start < scene.sentence.start:  # who began to speak before this sentence
        inside = [m for m, _, _ in antecedents.named if source.start <= m.start and m.end == source.end]
    if party.party.text.casefold() in _ONE and _is_body(scene, source):
        return _sufferer(party, scene, source)
    if inside:
        thing = party.party.text.casefold() in _THINGS
        someone = inside[-1].actor.kind == "person" or _is_someone(scene, inside[-1])
        return None if thing and someone else from_mention(scene.text, inside[-1])
    if inner.rule == WRITER or source.exact.casefold() in OURS:
        return None
    capital = scene.token_at(source.start, source.end)
    if capital is not None and not scene.tree.children[capital]:  # "Lima says it has …"
        stands_for = [p for p in parties(scene, [capital]) if p.kind == "state"]
        if stands_for:
            return stands_for[0]
    meant = antecedents.persons.speaks_on(source) or antecedents.speaker(source.exact, before=spoken_from(inner))
    if meant is not None and meant.kind == "person" and party.party.text.casefold() in _THINGS:
        return None
    nameless = source.exact.casefold() in PRONOUNS
    if meant is None and not nameless and party.party.text.casefold() in OURS and scene.text[source.start].isupper():
        return Found(party=Party(name=source.exact, text=source.exact), quote=source, kind="person")
    return meant or _itself(party, scene, source)


def _is_outlet(source: Quote | None, antecedents: Antecedents) -> bool:
    """Whether it is an outlet, which passes on what others say."""
    named = (m for m, _, _ in antecedents.named if m.actor.kind == "outlet" or m.actor.sector == "JRN")
    return source is not None and any(source.start <= m.start and m.end <= source.end for m in named)


def _is_of_other_sex(pronoun: Found, source: Quote) -> bool:
    """ "She added that a judge had ordered his arrest": another than she."""
    own, other = (_SEX.get(word.casefold()) for word in (source.exact, pronoun.party.text))
    return own is not None and other is not None and own != other


_SEX = {"he": "man", "him": "man", "his": "man", "she": "woman", "her": "woman"}


def _is_suffered(scene: Scene, pronoun: Found, source: Quote) -> bool:
    """ "The group urged judges to quash their convictions": what befalls others, and not the one body that says it."""
    token = scene.token_at(pronoun.quote.start, pronoun.quote.end)
    if token is None or scene.tree[token].lemma != "their" or not scene.is_word_of(scene.tree[token].head, "undergone"):
        return False
    head = scene.token_at(source.start, source.end)
    return head is not None and scene.tree[head].tag in ("NN", "NNP") and not scene.tree.kids(head, "conj")


def _is_someone(scene: Scene, mention: ActorMention) -> bool:
    """ "the minister", "a spokeswoman": one man or woman of no name."""
    head = scene.token_at(mention.start, mention.end)
    single = head is not None and mention.actor.kind == "descriptor" and scene.tree[head].tag == "NN"
    return head is not None and single and scene.any_is([head], ("@office", "@person", "@diplomat"))


def _is_text(scene: Scene, source: Quote) -> bool:
    """ "a UN report said they had …": no text means itself, nor whom it names."""
    head = scene.token_at(source.start, source.end)
    return (
        head is not None
        and scene.tree[head].pos == "NOUN"
        and scene.tree[head].lemma in scene.rules.lexicon.voices.nouns
    )


def _itself(pronoun: Found, scene: Scene, source: Quote) -> Found | None:
    """ "the army said it had", "residents said they were": the source, where the number agrees."""
    head = scene.token_at(source.start, source.end)
    if head is None or scene.tree[head].pos != "NOUN":
        return None
    several = scene.tree[head].tag == "NNS" or scene.tree[head].lemma == "police"
    word = pronoun.party.text.casefold()
    if word in OURS:
        return next((p for p in parties(scene, [head]) if not p.pronoun and p.kind != "object"), None)
    if word in _ONE and not several and scene.any_is([head], ("@office", "@person", "@diplomat")):
        return next((p for p in parties(scene, [head]) if not p.pronoun and p.kind != "object"), None)
    if (word == "they") != several or word not in ("it", "they"):
        return None
    return next((p for p in parties(scene, [head]) if not p.pronoun and p.kind != "object"), None)


_ONE = frozenset({"he", "she"})
_BODY = ("@organisation", "police", "army", "military", "navy", "force", "militia", "authority")


def _is_body(scene: Scene, source: Quote) -> bool:
    """ "police", "officials", "the ministry": those whom no "she" means."""
    head = scene.token_at(source.start, source.end)
    return head is not None and (scene.tree[head].tag in ("NNS", "NNPS") or scene.any_is([head], _BODY))


def _sufferer(pronoun: Found, scene: Scene, source: Quote) -> Found | None:
    """ "Ida Moll was found dead; police said she had been shot": the one person the sentence is about."""
    before = (i for i, t in enumerate(scene.tree.tokens) if t.start < min(source.start, pronoun.quote.start))
    named = [
        i for i in before
        if scene.tree[i].dep in ("nsubjpass", "dobj", "nsubj") and scene.place_at(i) is None
        and (scene.tree[i].tag == "NNP" or (scene.tree[i].tag == "NN" and scene.is_a(i, "@people")))
    ]  # fmt: skip
    return next((p for p in parties(scene, named) if not p.pronoun and p.party.id is None), None)


_THINGS = frozenset({"it", "its"})
"""Pronouns that no one person is meant by."""
_NOT_THE_SPEAKER = frozenset(
    {"them", "him", "her", "us", "you", "this", "these", "those", "who", "what", "some", "many", "several", "others"}
    | {"most", "few", "none", "all", "one", "another", "both", "any", "each", "everyone", "someone", "anyone", "nobody"}
)
OURS = frozenset({"i", "we"})
"""Pronouns that only a speaker is meant by."""
