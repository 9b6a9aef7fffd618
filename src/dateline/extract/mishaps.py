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
    bare = [all(map(_is_bare, group)) for group in groups]
    if not any(bare):
        return list(groups), []
    said = distinct(article.text)
    mishap = said & _mishaps(lexicon)
    if not mishap or said & lexicon.classes["deliberate"]:
        return list(groups), []
    kept: list[list[Telling]] = []
    aside: list[Rejected] = []
    for group, by_nobody in zip(groups, bare, strict=True):
        if not by_nobody:
            kept.append(group)
        else:
            why = f"ASSAULT: an accident, as “{min(mishap)}” says"
            aside += [Rejected(property="occurrence", text=t.trigger.exact, why=why) for t in group]
    return kept, aside


def _is_bare(telling: Telling) -> bool:
    """Whether it tells of a burst or a death with nobody and no weapon behind it."""
    plain = not (telling.actors or telling.weapons) and telling.frames[0].type == "ASSAULT"
    return plain and not _frames(telling) - _HARM


def _mishaps(lexicon: Lexicon) -> frozenset[str]:
    classes = lexicon.classes
    return (classes["accident"] - classes["disease"]) | classes["industrial"] | classes["mishap"]


def _frames(telling: Telling) -> set[str]:
    return {f.id for f in telling.frames}
