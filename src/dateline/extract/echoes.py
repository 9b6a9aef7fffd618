"""Voices that speak of a happening already told without telling it anew: "police confirmed the attack"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.extract.agreement import period_of
from dateline.extract.antecedents import Antecedents
from dateline.extract.governed import is_unproven
from dateline.extract.leading import is_recalled
from dateline.extract.recounting import Onlookers, recounted
from dateline.extract.recounting import home as home_of
from dateline.extract.scene import Scene
from dateline.extract.telling import Telling
from dateline.extract.testimony import blames, testified
from dateline.extract.voices import speakers
from dateline.model import WRITER, Article, AttributionMention, quote

REACH = 6
"""Sentences back within which the happening must have been told."""
SPOKEN_OF = "spoken of by somebody"
"""Why an echo is taken for what happened: it tells nothing of it in its own words."""
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_IT = frozenset({"it", "this", "that"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HAPPENED = frozenset({"actual", "ongoing"})
_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"})
"""Types of what is done in words: "the gunmen asked for his name" tells of no other happening."""


def echoed(
    groups: Sequence[list[Telling]],
    *,
    article: Article,
    scenes: Sequence[Scene],
    attributions: Sequence[AttributionMention],
    antecedents: Antecedents,
) -> list[list[Telling]]:
    """The groups, each with the voices that speak of it where no happening is told."""
    kept = [list(group) for group in groups]
    told = [t.position for group in groups for t in group if t.type not in _WORDS]
    onlookers = Onlookers(scenes, attributions)
    numbered = sorted(scenes, key=lambda s: s.sentence.start)
    for said in attributions:
        scene = next((s for s in numbered if s.sentence.start <= said.content.start < s.sentence.end), None)
        if scene is None or not scene.sentence.tokens or scene.kind != "paragraph" or not _testifies(said):
            continue
        blame = blames(scene, said)
        if said.stance == "accuses" and (blame is None or scene.tree[blame].start in told):
            continue
        if any(said.content.start <= p < said.content.end for p in told):
            continue
        meant = next((m for m in (blame, _meant(scene, said), testified(scene, said)) if m is not None), None)
        home, only = (_home(scene, meant, groups) if meant is not None else None), False
        if home is None and (meant := recounted(scene, said)) is not None:
            home, only = home_of(scene, scene.tree[meant].start, said, groups), True
        if meant is None or home is None:
            continue
        voice = speakers(
            article, _inside(scene, meant, said), attributions=[said], actors=scene.actors,
            rules=scene.rules.lexicon.voices, antecedents=antecedents,
        )  # fmt: skip
        if only and (voice is None or not onlookers.has(scene, voice, said)):
            continue
        if voice is not None and voice.kind != "outlet" and voice.name != "unnamed":
            part = scene.is_word_of(meant, "denied") or scene.tree[meant].text.casefold() in _IT
            if is_unproven(scene, meant):
                voice = msgspec.structs.replace(voice, stance="denies")
            echo = _echo(groups[home], scene, meant, denied=voice.stance == "denies" and not part)
            kept[home].append(msgspec.structs.replace(echo, voice=voice, recounted=only))
    return [sorted(group, key=lambda t: t.position) for group in kept]


def _inside(scene: Scene, meant: int, said: AttributionMention) -> int:
    """A place inside what is said: the word itself, or where the words begin of which the verb of saying is no part."""
    return max(scene.tree[meant].start, said.content.start)


def _testifies(said: AttributionMention) -> bool:
    """Whether somebody other than the writer says it."""
    return said.source is not None and said.rule != WRITER


def _meant(scene: Scene, said: AttributionMention) -> int | None:
    """The noun in what is said that points back to a happening, or to whoever did it."""
    tree = scene.tree
    if said.stance in ("denies", "confirms") and said.content.exact.casefold() in _IT:  # "the army denied it"
        return scene.token_at(said.content.start, said.content.end)
    if _calls_it(scene, said):
        return scene.token_at(said.content.start, said.content.start + 2)
    for index, token in enumerate(tree.tokens):
        if token.pos != "NOUN" or not said.content.start <= token.start < said.content.end:
            continue
        if said.stance == "denies" and scene.is_word_of(index, "denied"):
            return index
        if _is_judged(scene, index):
            return index
        if not any(tree[c].lemma in _POINTING for c in tree.kids(index, "det")):
            continue
        named = scene.is_word_of(index, "deeds") or _types_of(scene, index) is not None
        if named and _is_spoken_of(scene, index, said):
            return index
        if token.text.casefold() in _HARMED and token.dep in _SUBJECTS and _has_happened(scene, token.head):
            return index  # "the victims were all traders"
        who = scene.is_word_of(index, "doers") or scene.is_word_of(index, "projectile")  # "the shells came from"
        if who and token.dep in _SUBJECTS and _has_happened(scene, token.head):
            return index
    return None


def _calls_it(scene: Scene, said: AttributionMention) -> bool:
    """ "called it “a flight”": what somebody makes of that which the sentence before has told."""
    it = scene.token_at(said.content.start, said.content.start + 2)
    return it is not None and said.stance == "reports" and _is_called(scene, it)


def _is_called(scene: Scene, it: int) -> bool:
    above = list(scene.tree.ancestors(it))[:2]
    return scene.tree[it].text.casefold() == "it" and any(scene.tree[v].lemma in _CALLING for v in above)


NEXT = 2
"""Sentences back within which that must have been told which somebody calls something."""


_CALLING = frozenset({"call", "describe", "hail", "label", "brand"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "AGREE", "SUPPORT"})
_HARMED = frozenset({"dead", "victims", "wounded", "injured", "casualties"})
_TAKEN_UP = {
    "taken_up_protest": {"PROTEST"},
    "taken_up_retreat": {"RETREAT", "CONCEDE"},
    "taken_up_accord": {"AGREE", "SUPPORT", "COOPERATE"},
}
"""Classes of nouns by which a page takes up what it has told of, and the types of that."""


def _types_of(scene: Scene, index: int) -> set[str] | None:
    """The types of what such a noun takes up; None where it is none."""
    return next((types for name, types in _TAKEN_UP.items() if scene.is_word_of(index, name)), None)


def _is_judged(scene: Scene, index: int) -> bool:
    """ "This was a massacre": what the speaker calls that which has been told."""
    tree, verb = scene.tree, scene.tree[index].head
    if tree[index].dep != "attr" or tree[verb].lemma != "be" or tree.kids(verb, "aux", "neg", "mark"):
        return False
    pointed = any(tree[s].text.casefold() in ("this", "that", "it") for s in tree.kids(verb, "nsubj"))
    return pointed and (scene.is_word_of(index, "deeds") or tree[index].lemma in _CRIMES)


_CRIMES = frozenset({"atrocity", "bloodbath", "crime", "murder", "terrorism"})


def _is_spoken_of(scene: Scene, index: int, said: AttributionMention) -> bool:
    """Whether the happening is what the verb of saying is about, or takes part in what is said to have been."""
    tree = scene.tree
    if said.word is not None and tree[tree[index].head].start == said.word.start and tree[index].dep == "dobj":
        return True
    for head in tree.ancestors(index):
        if tree[head].pos in ("VERB", "AUX"):
            inside = said.content.start <= tree[head].start < said.content.end
            reacts = scene.is_word_of(head, "reacting")
            return inside and not reacts and _has_happened(scene, head)
    return False


def _has_happened(scene: Scene, verb: int) -> bool:
    """Whether the verb tells of what was or is: no modal, no negation, no infinitive."""
    tree = scene.tree
    if tree[verb].tag in ("VB", "VBG") and not tree.kids(verb, "aux"):
        return False
    return not any(tree[c].tag in ("MD", "TO") or tree[c].dep == "neg" for c in tree.kids(verb, "aux", "neg"))


def _home(scene: Scene, meant: int, groups: Sequence[Sequence[Telling]]) -> int | None:
    """The happening told last before the noun: of a name with it, else the only one near, or of its paragraph."""
    types = (
        _types_of(scene, meant)
        or {
            scene.rules.lexicon.frames[number].type
            for number, before in scene.rules.lexicon.nouns.get(scene.tree[meant].lemma, ())
            if not before
        }
        or {"ASSAULT"}
    )
    at, reach = scene.tree[meant].start, REACH
    if _is_called(scene, meant):
        types, reach = set(_DEEDS), NEXT
    fitting: list[tuple[bool, bool, int, int]] = []
    for number, group in enumerate(groups):
        before = [t for t in group if not t.title and t.position < at and 0 <= scene.number - t.sentence <= reach]
        if not before or not _is_deed(group, types) or _is_elsewhen(scene, group):
            continue
        last = max(before, key=lambda t: t.position)
        alike = any(scene.tree[meant].lemma in t.trigger.exact.casefold().split() for t in group)
        fitting.append((alike, last.block == scene.sentence.block, last.position, number))
    if not fitting:
        return None
    fitting = [f for f in fitting if not is_recalled(groups[f[3]], groups)] or fitting
    best = max(fitting)
    certain = len(fitting) == 1 or best[1] or (best[0] and sum(f[0] for f in fitting) == 1)
    return best[3] if certain else None


def _is_deed(group: Sequence[Telling], types: set[str]) -> bool:
    """Whether the group tells of what was done, of one of the types."""
    spoken = any(f.content or f.claims for f in group[0].frames)
    return group[0].type in types and not spoken and any(t.modality in _HAPPENED for t in group)


def _is_elsewhen(scene: Scene, group: Sequence[Telling]) -> bool:
    """Whether the sentence names days, and none of them is the group's."""
    days = [t.period for t in scene.times if t.period is not None]
    own = [p for t in group if (p := period_of(t)) is not None]
    return bool(days and own) and not any(d.start <= p.end and p.start <= d.end for d in days for p in own)


def _echo(group: Sequence[Telling], scene: Scene, meant: int, *, denied: bool) -> Telling:
    """A telling that says no more than that it happened, or that it did not."""
    token = scene.tree[meant]
    return Telling(
        sentence=scene.number,
        position=token.start,
        frames=group[0].frames,
        trigger=quote(scene.text, token.start, token.end),
        evidence=quote(scene.text, scene.sentence.start, scene.sentence.end),
        type=group[0].type,
        mode=None,
        modality="negated" if denied else "actual",
        modality_why=SPOKEN_OF,
        definite=True,
        asserted=False,
        block=scene.sentence.block,
    )
