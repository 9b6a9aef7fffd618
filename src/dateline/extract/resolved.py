"""Pronouns and bare descriptions in the place of a party, replaced by whom they mean."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.extract.antecedents import DONE_TO, Antecedents
from dateline.extract.meant import OURS, accuser, in_sentence, named_below, speaker_meant, speakers_meant
from dateline.extract.parties import Found, parties
from dateline.extract.scene import Scene
from dateline.extract.together import both
from dateline.model import AttributionMention, Party


def resolved(
    found: Sequence[Found], scene: Scene, attributions: Sequence[AttributionMention], antecedents: Antecedents,
    *, told: bool = False, others: frozenset[str] = frozenset(),
) -> tuple[Found, ...]:  # fmt: skip
    """Pronouns and bare definite descriptions replaced by whom they mean; unresolved pronouns go, all else stays.

    `others` are the ids of those that do it to "it" or "them".
    """
    kept: list[Found] = []
    for party in found:
        if (inside := in_sentence(party, scene)) is not None:
            kept.extend(parties(scene, [inside]))
            continue
        if together := speakers_meant(party, scene, attributions) or both(party, antecedents.scenes):
            kept.extend(together)
            continue
        meant = speaker_meant(party, scene, attributions, antecedents)
        if others and _is_bidden(scene, party) and meant is not None and meant.party.id in others:
            meant = antecedents.asked(party, but=others | named_below(party, scene))
        elif others and _is_done_to(scene, party) and (meant is None or meant.party.id in others):
            meant = antecedents.done_to(party, but=others)
        elif meant is None and party.party.text.casefold() not in OURS:
            meant = antecedents.party(
                party, told=told, but=named_below(party, scene) | (frozenset() if party.pronoun else others)
            )
        if meant is not None and _is_own_doer(scene, party, meant):
            meant = None
        if meant is not None and (together := both(meant, antecedents.scenes)):  # "both envoys described their talks"
            kept.extend(together)
            continue
        owner = accuser(party.owner, scene, attributions) if party.owner is not None else None
        if (ours := _of_speaker(scene, party, attributions, antecedents)) is not None:
            kept.append(ours)
            continue
        owner = owner or (antecedents.owner(party.owner) if party.owner is not None else None)
        if owner is not None and _is_another(scene, party):
            owner = None
        if meant is None and owner is not None and (land := _land_of(scene, party, owner)) is not None:
            meant = land
        if meant is not None:
            kept.append(Found(party=meant.party, quote=meant.quote, kind=meant.kind))
        elif owner is not None and owner.kind not in _OWNERS_OF_NOTHING.get(_possessive(party), ("object", "person")):
            named = msgspec.structs.replace(owner.party, text=party.party.text)
            kept.append(Found(party=named, quote=party.quote, kind=owner.kind))
        elif not party.pronoun:
            kept.append(party)
    return tuple(kept)


def _is_own_doer(scene: Scene, party: Found, meant: Found) -> bool:
    """ "The minister condemned it": whoever does it to "it" is not what "it" means."""
    own = scene.token_at(party.quote.start, party.quote.end) if party.pronoun else None
    if own is None or scene.tree[own].dep not in ("dobj", "dative") or scene.tree[own].text.casefold() not in DONE_TO:
        return False
    doers = scene.tree.kids(scene.tree[own].head, "nsubj")
    return any(meant.quote.start <= scene.tree[d].start < meant.quote.end for d in doers)


_OF_SPEAKER = frozenset({"our", "my"})
_COMMON = ("@armed", "@people", "@land", "@settlement", "@building", "@infrastructure", "@military", "@ship")


def _of_speaker(
    scene: Scene, party: Found, attributions: Sequence[AttributionMention], antecedents: Antecedents
) -> Found | None:
    """ "Our soldiers have retaken the town, the minister said": those of the state of whoever says it."""
    head = scene.token_at(party.quote.start, party.quote.end)
    if head is None or not scene.any_is([head], _COMMON) or scene.tree[head].tag not in ("NNS", "NNPS"):
        return None
    if party.owner is None or party.owner.exact.casefold() not in _OF_SPEAKER or scene.is_word_of(head, "relational"):
        return None
    said = Found(party=Party(name="we", text="we"), quote=party.owner, kind="descriptor", pronoun=True)
    here = [a for a in attributions if a.source is not None and a.source.start >= scene.sentence.start]
    speaker = speaker_meant(said, scene, here, antecedents)
    state = scene.rules.table.by_id.get(f"state:{speaker.party.country}") if speaker is not None else None
    if state is None:
        return None
    sector = party.party.sector or state.sector
    named = Party(name=state.name, text=party.party.text, id=state.id, country=state.country, sector=sector)
    return Found(party=named, quote=party.quote, kind="state")


def _is_bidden(scene: Scene, party: Found) -> bool:
    """ "demands guarantees that it will not grow": of another than who demands them."""
    token = scene.token_at(party.quote.start, party.quote.end) if party.pronoun else None
    return token is not None and scene.tree[token].dep == "nsubj" and scene.tree[scene.tree[token].head].dep == "acl"


def _is_done_to(scene: Scene, party: Found) -> bool:
    """ "attacked it": a pronoun to which something is done; "it was behind the attack" is none."""
    token = scene.token_at(party.quote.start, party.quote.end)
    return token is not None and party.party.text.casefold() in DONE_TO and scene.tree[token].dep != "nsubj"


_LANDS = frozenset({"country", "nation", "homeland", "government"})


def _land_of(scene: Scene, party: Found, owner: Found) -> Found | None:
    """ "his country": the state of the person whose it is."""
    state = scene.rules.table.by_id.get(f"state:{owner.party.country}")
    if state is None or owner.kind != "person" or party.party.text.casefold().split()[1:] not in [[w] for w in _LANDS]:
        return None
    named = Party(name=state.name, text=party.party.text, id=state.id, country=owner.party.country, sector=state.sector)
    return Found(party=named, quote=party.quote, kind="state")


_OWNERS_OF_NOTHING = {"his": ("object", "person", "descriptor"), "her": ("object", "person", "descriptor")}
"""Kinds of those for whom what is theirs does not stand: "an engineer and his driver" are two."""


def _possessive(party: Found) -> str:
    return party.owner.exact.casefold() if party.owner is not None else ""


def _is_another(scene: Scene, party: Found) -> bool:
    """ "its allies": others than those whose they are."""
    head = scene.token_at(party.quote.start, party.quote.end)
    return head is not None and scene.is_word_of(head, "relational")


def source_of(
    scene: Scene, position: int, attributions: Sequence[AttributionMention], antecedents: Antecedents
) -> tuple[Found, ...]:
    """The source of the innermost attribution around an act of speech, as its speaker."""
    around = [a for a in attributions if a.source is not None and a.content.start <= position < a.content.end]
    if not around:
        return ()
    source = min(around, key=lambda a: a.content.end - a.content.start).source
    assert source is not None
    head = scene.token_at(source.start, source.end)
    return resolved(parties(scene, scene.tree.conjuncts(head)), scene, (), antecedents) if head is not None else ()
