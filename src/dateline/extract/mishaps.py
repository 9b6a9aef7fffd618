"""Blasts and deaths of which the page says elsewhere that nobody willed them: "a boiler burst during the shift"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.telling import Telling
from dateline.model import Article, Rejected
from dateline.model.lexicon import Lexicon
from dateline.model.words import distinct

_HARM = frozenset(
    {
        "assault.blasts",
        "assault.blow-up",
        "assault.burn",
        "assault.damage",
        "assault.arson",
        "assault.destroy",
        "assault.die",
    }
    | {"assault.explosion", "assault.goes-off", "assault.injure", "assault.kill", "assault.sets-fire"}
    | {"assault.strike", "assault.falls", "learned.assault"}
)
"""Frames of what may come of a gas bottle as of a bomb."""


def without_mishaps(
    groups: Sequence[list[Telling]], article: Article, lexicon: Lexicon
) -> tuple[list[list[Telling]], list[Rejected]]:
    """The groups without bursts and deaths by nobody, on a page that tells of an accident and of no deed; those set
    aside with the reason."""
    if not groups:
        return [], []
    said = distinct(article.text)
    mishap = said & _mishaps(lexicon)
    if not mishap or said & lexicon.classes["deliberate"]:
        return list(groups), []
    kept: list[list[Telling]] = []
    aside: list[Rejected] = []
    for group in groups:
        if any(t.actors or t.weapons or t.frames[0].type != "ASSAULT" or _frames(t) - _HARM for t in group):
            kept.append(group)
        else:
            why = f"ASSAULT: an accident, as “{min(mishap)}” says"
            aside += [Rejected(property="occurrence", text=t.trigger.exact, why=why) for t in group]
    return kept, aside


def _mishaps(lexicon: Lexicon) -> frozenset[str]:
    classes = lexicon.classes
    return (classes["accident"] - classes["disease"]) | classes["industrial"] | classes["mishap"]


def _frames(telling: Telling) -> set[str]:
    return {f.id for f in telling.frames}
