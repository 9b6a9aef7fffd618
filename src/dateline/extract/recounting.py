"""Those on the spot who tell what was, with no word for the deed: "I was in the back," the driver said."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.agreement import SHORT_DAYS, period_of, span_days
from dateline.extract.leading import is_recalled
from dateline.extract.scene import Scene
from dateline.extract.telling import Telling
from dateline.extract.testimony import of_a_thing
from dateline.extract.voices import kind_of
from dateline.model import ActorMention, AttributionMention, Voice

REACH = 8
"""Sentences back within which the happening must have been told."""
FEWEST = 3
"""Words of a saying without a verb ("The same hand, the same hole")."""
_HAPPENED = frozenset({"actual", "ongoing"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "AID"})
_FINE = frozenset({"town", "site", "area", "position", "region"})
"""How narrowly the deed's place is told: who speaks of a war in a whole country was not there."""
_TAKEN_UP = frozenset(
    {
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "that",
        "this",
        "there",
        "what",
        "who",
        "one",
        "all",
        "most",
        "some",
        "nobody",
        "everybody",
        "none",
    }
)
_SORTS = ("@people", "@armed", "@person", "@captive", "@projectile", "@vehicle", "@event")
"""What somebody on the spot tells of where they say what it was."""
_POINTING = frozenset({"the", "this", "that", "these", "those", "their", "our", "my", "her", "his", "no"})
_IDLE = frozenset({"know", "think", "want", "like", "need", "believe", "hope", "feel", "seem"})
"""Verbs of what is in the mind."""


def recounted(scene: Scene, said: AttributionMention) -> int | None:
    """The word by which the speaker tells what was; None where they do not."""
    if said.source is None or said.stance not in ("reports", "claims", "confirms") or said.attitude:
        return None
    tree = scene.tree
    inside = [i for i, t in enumerate(tree.tokens) if said.content.start <= t.start < said.content.end]
    verbs = [i for i in inside if tree[i].pos in ("VERB", "AUX") and tree[i].dep not in ("aux", "auxpass")]
    if not verbs:
        words = [i for i in inside if tree[i].pos != "PUNCT"]
        return words[0] if said.direct and len(words) >= FEWEST else None
    return next((v for v in verbs if _tells_of_the_past(scene, v)), None)


class Onlookers:
    """Who of those quoted was on the spot: a witness, a helper, an officer of the place, somebody unlisted."""

    def __init__(self, scenes: Sequence[Scene], attributions: Sequence[AttributionMention]) -> None:
        self._rules = scenes[0].rules.lexicon if scenes else None
        self._known = {m.actor.name.split()[-1] for s in scenes for m in s.actors if _is_known(m)}
        self._phrases = [a.source.exact for a in attributions if a.source is not None]

    def has(self, scene: Scene, voice: Voice, said: AttributionMention) -> bool:
        """Whether the voice is one of them; by surname or pronoun, as the page told of them before."""
        last = voice.name.split()[-1:] or [""]
        if self._rules is None or said.source is None or last[0] in self._known:
            return False
        source = said.source
        if any(m.actor.kind == "state" and source.start <= m.start < source.end for m in scene.actors):
            return False  # "Ukraine's leader"
        phrase = f"{said.source.exact} {voice.name}"
        words = phrase.split()
        for other in self._phrases:
            if last[0][:1].isupper() and last[0] in other.split():
                words += other.split()
        said_of = {w.strip(".,’'\"“”").removesuffix("’s").removesuffix("'s").casefold() for w in words}
        classes = self._rules.classes
        if said_of & (classes["far_off"] | classes["body"]):
            return False
        if kind_of(phrase, None, self._rules.voices) in ("witness", "medical") or said_of & self._rules.on_the_spot:
            return True
        capitals = [w for w in dict.fromkeys(words) if w[:1].isupper() and w not in ("The", "A", "He", "She", "They")]
        return voice.kind in ("unknown", "witness") and len(capitals) > 1


def _is_known(mention: ActorMention) -> bool:
    """A man or woman whom the table lists, a state, a group: those who speak for more than a place."""
    return mention.rule in ("actor table", "demonym", "country name") and mention.actor.kind != "descriptor"


def _tells_of_the_past(scene: Scene, verb: int) -> bool:
    """Whether it tells of what was, of those told of before or of nobody by name."""
    tree = scene.tree
    token = tree[verb]
    helpers = [tree[c] for c in tree.kids(verb, "aux", "auxpass")]
    if any(h.tag in ("MD", "TO", "VBZ", "VBP") for h in helpers) or any(
        tree[m].lemma in ("if", "unless") for m in tree.kids(verb, "mark")
    ):
        return False
    past = token.tag == "VBD" or (token.tag in ("VBN", "VBG") and any(h.tag == "VBD" for h in helpers))
    of = token.lemma == "hear" and any(tree[p].lemma == "of" for p in tree.kids(verb, "prep"))
    if not past or of or token.lemma in _IDLE or of_a_thing(scene, verb):
        return False
    return any(_is_taken_up(scene, s) for s in tree.kids(verb, "nsubj", "nsubjpass", "expl"))


def _is_taken_up(scene: Scene, subject: int) -> bool:
    tree = scene.tree
    if tree[subject].text.casefold() in _TAKEN_UP:
        return True
    pointed = any(tree[d].lemma in _POINTING for d in tree.kids(subject, "det", "poss"))
    pointed = pointed or bool(tree.kids(subject, "nummod"))
    return pointed and scene.actor_at(subject) is None and scene.any_is([subject], _SORTS)


def home(scene: Scene, at: int, said: AttributionMention, groups: Sequence[Sequence[Telling]]) -> int | None:
    """The deed that it is of: one that the page opens with, the last of its paragraph or the only one."""
    own_words = said.content if said.direct else None  # "on Monday they said sorry": of another day, and of the deed
    days = [
        t.period for t in scene.times
        if t.period is not None and not (own_words is not None and own_words.start <= t.start < own_words.end)
    ]  # fmt: skip
    fitting: list[tuple[bool, int, int]] = []
    for number, group in enumerate(groups):
        before = [t for t in group if not t.title and t.position < at and 0 <= scene.number - t.sentence <= REACH]
        told = group[0].type in _DEEDS and any(t.modality in _HAPPENED for t in group)
        own = [p for t in group if (p := period_of(t)) is not None]
        apart = days and own and not any(d.start <= p.end and p.start <= d.end for d in days for p in own)
        local = any(p.place.precision in _FINE for t in group for p in (*t.places, *t.places_before))
        dated = any(span_days(p) <= SHORT_DAYS for p in own)
        if before and told and local and dated and not apart and not is_recalled(group, groups):
            last = max(before, key=lambda t: t.position)
            fitting.append((last.block == scene.sentence.block, last.position, number))
    first = min((t.block for g in groups for t in g if not t.title), default=0)
    leading = [f for f in fitting if any(t.title or t.block == first for t in groups[f[2]])]
    beside = [f for f in leading if f[0]] or ([] if len(leading) > 1 else leading)
    return max(beside)[2] if beside else None
