"""Who "he" is that says something: mostly the person who spoke last, not one of whom they spoke."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from dateline.extract.called import Called
from dateline.extract.mentioned import is_subject
from dateline.extract.parties import Found, from_mention
from dateline.extract.scene import Scene
from dateline.extract.source_names import has_name, is_body, is_institution, unarticled
from dateline.model import ActorMention, AttributionMention, Party, Quote

_HE = frozenset({"he", "she"})
REACH = 350
"""Code points between what somebody says and the "he" that says more."""


def spoke_last(
    scenes: Sequence[Scene],
    spoken: Sequence[AttributionMention],
    called: Sequence[Called],
    pronoun: int,
    *,
    is_office: Callable[[str], bool],
) -> Found | None:
    """The person whose words are told last before those of the "he" or "she" at `pronoun`.

    None where no person spoke just before, where another is named after them as one that a clause is about, or where
    nothing is said by whoever stands at `pronoun`.
    """
    own = next((a for a in spoken if a.source is not None and a.source.start == pronoun), None)
    if own is None or own.source is None or own.source.exact.casefold() not in _HE:
        return None
    before = [a for a in spoken if _is_told(a, spoken) and a.source is not None and a.source.end <= pronoun]
    last = max(before, key=lambda a: a.source.start if a.source is not None else 0, default=None)
    if last is None or last.source is None:
        return None
    ended = max(last.source.end, min(last.content.end, pronoun))
    if pronoun - ended > REACH or _is_about_another(scenes, called, spoken, last.source.end, pronoun):
        return None
    if last.source.exact.casefold() == own.source.exact.casefold():
        return spoke_last(scenes, spoken, called, last.source.start, is_office=is_office)
    found = _person(scenes, called, last.source, is_office)
    return found if found is None or found.party.id else _in_full(found, called)


def _is_told(mention: AttributionMention, spoken: Sequence[AttributionMention]) -> bool:
    """Whether the page tells that it is said, and not another in what he says."""
    source = mention.source
    if source is None or mention.cue is None:
        return False
    return not any(a is not mention and a.content.start <= source.start < a.content.end for a in spoken)


def _is_about_another(
    scenes: Sequence[Scene], called: Sequence[Called], spoken: Sequence[AttributionMention], after: int, before: int
) -> bool:
    """Whether a clause between the two places, in nobody's words, is about a person by name."""
    subjects = [
        m.start for s in scenes if s.sentence.end > after for m in s.actors
        if m.actor.kind == "person" and is_subject(s, m)
    ]  # fmt: skip
    subjects += [c.quote.start for c in called if c.subject]
    return any(
        after < at < before and not any(a.content.start <= at < a.content.end for a in spoken) for at in subjects
    )


def _person(
    scenes: Sequence[Scene], called: Sequence[Called], source: Quote, is_office: Callable[[str], bool]
) -> Found | None:
    """Whoever the source names, where that is one person."""
    scene = next((s for s in scenes if s.sentence.start <= source.start < s.sentence.end), None)
    if scene is None:
        return None
    inside = [m for m in scene.actors if source.start <= m.start and m.end <= source.end]
    known = next((m for m in inside if m.actor.kind == "person"), None)
    if known is not None and known.rule != "descriptor":
        return from_mention(scene.text, known)
    words = source.exact.split()
    if is_institution(source.exact) or any(_ends_in_body(m, source) for m in inside):
        return None
    if len(words) == 1 and not _is_surname(scene, called, source):
        return None
    if len(words) > 1 and not is_office(source.exact) and (not has_name(source.exact) or is_body(source.exact)):
        return None
    name = unarticled(" ".join(words))
    return Found(party=Party(name=name, text=source.exact), quote=source, kind="person")


def _in_full(found: Found, called: Sequence[Called]) -> Found:
    """ "Lee", called "Ann Lee" before: the person by the longer name."""
    longer = (c.quote.exact for c in called if c.quote.end < found.quote.start)
    name = next((n for n in longer if n.split()[-1] == found.party.name), found.party.name)
    return msgspec.structs.replace(found, party=msgspec.structs.replace(found.party, name=name))


def _ends_in_body(mention: ActorMention, source: Quote) -> bool:
    return mention.end == source.end and mention.actor.kind not in ("person", "descriptor")


def _is_surname(scene: Scene, called: Sequence[Called], source: Quote) -> bool:
    """ "Miller", called by a longer name before, or by one word that names no place and no body."""
    if any(c.quote.exact.split()[-1] == source.exact for c in called):
        return True
    token = scene.token_at(source.start, source.end)
    if token is None or scene.tree[token].tag != "NNP" or source.exact.isupper():
        return False
    return scene.place_at(token) is None and scene.actor_at(token) is None
