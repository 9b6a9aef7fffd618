"""Who tells of a happening, as the claims of its event name them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.extract.modality import ATTEMPTED, FORSWORN, REFUSED
from dateline.extract.telling import Telling
from dateline.extract.voices import as_seen_by, outlet_voice
from dateline.model import Article, Quote, Stance, Voice

_STANCE_OF_ACT: dict[str, Stance] = {"ACCUSE": "accuses", "REJECT": "denies", "THREATEN": "claims"}


def counter(telling: Telling, words: Sequence[Quote]) -> Voice | None:
    """Who counts, where these are the words of a toll and somebody else tells of the happening."""
    return next((t.voice for t in telling.tolls if t.voice is not None and words and words[0] == t.quote), None)


def precedes_claim(telling: Telling, words: Sequence[Quote]) -> bool:
    """ "Toll rises to 21 as JNIM claims attack": what stands before the claimant's name is none of their words; nor is
    the toll of what they deny."""
    if not words or words[0] == telling.evidence:
        return False
    if telling.voice is not None and telling.voice.stance == "denies" and telling.modality != "negated":
        return any(words[0] == toll.quote for toll in telling.tolls)  # who denies it counts no dead
    if telling.voice is None:
        claims = telling.frames[0].claims and telling.actors
        return bool(claims) and words[0].end <= telling.actors[0].quote.start
    said = telling.voice.evidence[0] if telling.title and telling.voice.evidence else None
    return said is not None and words[0].end <= said.start < telling.trigger.start


def teller(telling: Telling, group: Sequence[Telling], article: Article) -> Voice:
    """Who tells it: the speaker of an act of speech, the attributed voice, or the page."""
    in_words = telling.frames[0].content or telling.type == "SUPPORT"
    if in_words and telling.actors and telling.spoken and not _is_reported(telling):
        speaker = telling.actors[0]
        stance = _STANCE_OF_ACT.get(telling.type, "reports")
        return Voice(
            name=speaker.party.name,
            kind="party",
            stance=stance,
            text=speaker.party.text,
            evidence=(speaker.quote,),
            via=telling.voice,
        )
    if telling.frames[0].claims and telling.actors:
        claimant = telling.actors[0]
        return Voice(
            name=claimant.party.name,
            kind="party",
            stance="claims",
            text=claimant.party.text,
            evidence=(claimant.quote,),
            via=telling.voice,
        )
    if telling.voice is None:
        return outlet_voice(article)
    return as_a_side(telling.voice, telling, group)


def _is_reported(telling: Telling) -> bool:
    """ "Officials said that X asked Y for arms": an act of speech that another tells of, and its speaker does not."""
    voice, speaker = telling.voice, telling.actors[0]
    if voice is None:
        return False
    if telling.mode == "investigate":
        return True
    apart = not any(q.start < speaker.quote.end and speaker.quote.start < q.end for q in voice.evidence)
    named = voice.kind not in ("outlet", "unknown") or voice.name[:1].isupper()
    known = (voice.name in speaker.party.name) or (speaker.party.name in voice.name)
    return apart and voice.kind != "outlet" and named and not known


def as_a_side(voice: Voice, telling: Telling, group: Sequence[Telling]) -> Voice:
    """The voice as a side of the happening, or an onlooker; whoever says that they did not do it denies it."""
    actors = [a.party for t in group for a in t.actors]
    named = next((p for p in (*actors, *(r.party for t in group for r in t.recipients)) if p.name == voice.name), None)
    country = named.country if named else _country(voice, group)
    seen = as_seen_by(
        voice,
        actor_ids=frozenset(p.id for p in actors if p.id),
        actor_countries=frozenset(p.country for p in actors if p.country and p.sector in ("GOV", "MIL", "COP", None)),
        recipient_countries=frozenset(r.party.country for t in group for r in t.recipients if r.party.country),
        speaker=(named.id if named else None, country),
    )
    own = seen.kind == "party" and seen.stance in ("reports", "claims")
    unbound = telling.modality_why not in (REFUSED, FORSWORN, ATTEMPTED)
    return msgspec.structs.replace(seen, stance="denies") if own and telling.modality == "negated" and unbound else seen


def _country(voice: Voice, group: Sequence[Telling]) -> str | None:
    """The country whose name or demonym stands in the voice's words, where it is a side of the happening."""
    words = f"{voice.name} {voice.text or ''}".casefold()
    for telling in group:
        for found in (*telling.actors, *telling.recipients):
            stem = found.party.name.casefold().split()[0] if found.kind in ("state", "force") else ""
            if len(stem) > 3 and stem[:5] in words and found.party.country:
                return found.party.country
    return None
