"""Those named after an act of speech to whom nothing is said: sources, occasions, places, those who answer it."""

from __future__ import annotations

from dateline.extract.addressed import is_deed
from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.extract.undertaken import undergoes
from dateline.model import ActorMention


def is_to_suffer(scene: Scene, mention: ActorMention) -> bool:
    """ "said that Y must be driven out", "costs if Y is raided": to whom something is done, and nothing is said."""
    token = scene.token_at(mention.start, mention.end)
    while token is not None and scene.tree[token].dep in ("amod", "compound", "poss"):
        token = scene.tree[token].head
    if token is None or not undergoes(scene, token):
        return False
    verb = scene.tree[token].head
    if any(scene.tree[m].lemma == "if" for m in scene.tree.kids(verb, "mark")):
        return True
    return any(scene.tree[a].lemma in ("must", "should") for a in scene.tree.kids(verb, "aux"))


def is_apart(scene: Scene, mention: ActorMention, predicate: Predicate) -> bool:
    """ "called on men to leave Y", "the ultimatum came after Y had spoken": in what others are to do, or did before."""
    tree, token = scene.tree, scene.token_at(mention.start, mention.end)
    if token is None or predicate.frame.type not in ("REQUEST", "THREATEN"):
        return False
    above = [token, *tree.ancestors(token)]
    between = above[: above.index(predicate.index)] if predicate.index in above else above
    asked = predicate.frame.type == "REQUEST" and predicate.verbal
    if asked and (between is above or (tree[token].dep == "dobj" and tree[token].head in between)):
        return True
    return any(tree[a].dep in ("advcl", "pcomp", "ccomp") and _is_when(scene, a) for a in between)


def _is_when(scene: Scene, clause: int) -> bool:
    """Whether the clause tells when: "after Y had spoken"."""
    tree, above = scene.tree, scene.tree[clause].head
    marks = [*tree.kids(clause, "mark"), *([above] if tree[above].dep == "prep" else [])]
    return any(tree[m].lemma in ("after", "before", "since", "as", "following") for m in marks)


def is_in_deed(scene: Scene, mention: ActorMention, predicate: Predicate) -> bool:
    """ "hailed what they did in refusing to join Y": who stands in what others do, and is not the one praised."""
    tree, token = scene.tree, scene.token_at(mention.start, mention.end)
    if token is None:
        return False
    above = list(tree.ancestors(token))
    between = above[: above.index(predicate.index)] if predicate.index in above else []
    return any(tree[a].pos == "VERB" and tree[a].dep in ("xcomp", "pcomp") for a in between)


def answers(scene: Scene, mention: ActorMention) -> bool:
    """ "called for a truce, which Y rejected": who does what a clause hung on it tells."""
    token = scene.token_at(mention.start, mention.end)
    if token is None:
        return False
    while scene.tree[token].dep == "conj":
        token = scene.tree[token].head
    verb = scene.tree[token].head
    which = any(scene.tree[o].tag == "WDT" for o in scene.tree.kids(verb, "dobj"))
    return scene.tree[token].dep == "nsubj" and scene.tree[verb].dep == "relcl" and which


def is_where(scene: Scene, mention: ActorMention, predicate: Predicate) -> bool:
    """ "called for an end to the war in Y": where it is, and not to whom it is said; "threatened a raid in Y" is."""
    token = scene.token_at(mention.start, mention.end)
    if token is None or mention.rule != "country name" or scene.tree[token].dep not in ("pobj", "conj"):
        return False
    while scene.tree[token].dep == "conj":
        token = scene.tree[token].head
    prep = scene.tree[token].head
    if scene.tree[scene.tree[prep].head].lemma == "peace":  # "appealed for peace in Y"
        return False
    threatened = predicate.frame.type == "THREATEN" and is_deed(scene, scene.tree[prep].head)
    return not threatened and scene.tree[prep].lemma in ("in", "inside", "across", "within", "throughout")


_SITTINGS = frozenset({"session", "meeting", "summit", "conference", "debate", "hearing", "assembly", "vote"})


def is_occasion(scene: Scene, mention: ActorMention, predicate: Predicate) -> bool:
    """ "during a session of the Council": when something is said, and not to whom."""
    reasons = _REASONS | {"over"} if predicate.frame.type == "REQUEST" else _REASONS
    token = scene.token_at(mention.start, mention.end)
    above = [] if token is None else scene.tree.ancestors(token)
    return any(
        scene.tree[a].dep == "prep"
        and (
            scene.tree[a].lemma in reasons
            or (
                scene.tree[a].lemma in ("during", "before", "since")
                and any(scene.tree[p].lemma in _SITTINGS for p in scene.tree.kids(a, "pobj"))
            )
        )
        for a in above
    )


_REASONS = frozenset({"due", "because", "amid", "despite", "owing"})
"""What leads to why something is said: "called for caution due to Y's raids"."""


def is_source(scene: Scene, mention: ActorMention, *, before: int) -> bool:
    """ "according to Y's news agency", "…, said Lee of Y's party": who tells of it, and not to whom it was said."""
    token = scene.token_at(mention.start, mention.end)
    above = [] if token is None else [token, *scene.tree.ancestors(token)]
    for noun in (a for a in above if scene.tree[a].dep == "nsubj"):
        verb = scene.tree[noun].head
        said = set(scene.tree.subtree(verb)) - set(scene.tree.subtree(noun))
        if scene.tree[verb].lemma in scene.rules.lexicon.voices.cues and before in said:
            return True
    return any(scene.tree[a].lemma in ("accord", "according") for a in above)
