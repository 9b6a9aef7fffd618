"""Whose words tell of a happening: attributions around a trigger become voices, from the speaker to the outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.antecedents import Antecedents
from dateline.extract.meant import spoken_from
from dateline.extract.parties import PRONOUNS, Found
from dateline.extract.wording import NOTE
from dateline.model import WRITER, ActorMention, Article, AttributionMention, Quote, Stance, Voice, VoiceKind
from dateline.model.actors_table import alias_key
from dateline.model.speech import VoiceRules

_KIND_OF_SECTOR: dict[str, VoiceKind] = {
    "GOV": "official", "MIL": "official", "COP": "official", "LEG": "official", "JUD": "official", "SPY": "official",
    "REB": "party", "PRM": "party", "UAF": "party", "MED": "medical", "NGO": "ngo_un", "IGO": "ngo_un", "JRN": "media",
    "CVL": "witness",
}  # fmt: skip


def outlet_voice(article: Article) -> Voice:
    """The page's own voice."""
    name = article.outlet.name if article.outlet is not None else "outlet"
    return Voice(name=name, kind="outlet", stance="reports")


def speakers(
    article: Article,
    position: int,
    *,
    attributions: Sequence[AttributionMention],
    actors: Sequence[ActorMention],
    rules: VoiceRules,
    antecedents: Antecedents,
) -> Voice | None:
    """The voice that tells of what stands at `position`, with the voices that pass it on; None for the page's own."""
    voice: Voice | None = None
    for mention in _around(position, attributions):
        if says_nothing_of_it(mention, rules):
            continue
        if mention.source is None and mention.cue is not None and voice is not None and mention.rule != "speech noun":
            continue
        voice = _voice(article, mention, actors, rules, antecedents, via=voice)
    return voice


def fellow_speakers(
    article: Article,
    position: int,
    *,
    attributions: Sequence[AttributionMention],
    actors: Sequence[ActorMention],
    rules: VoiceRules,
    antecedents: Antecedents,
) -> tuple[Voice, ...]:
    """Those who say it too, where several are named as its innermost source."""
    around = _around(position, attributions)
    if not around or around[-1].rule == WRITER:
        return ()
    alone = [msgspec.structs.replace(around[-1], source=q, speaker=q) for q in around[-1].others]
    return tuple(_voice(article, mention, actors, rules, antecedents, via=None) for mention in alone)


_SILENT = re.compile(
    r"(?:\b(?:declin|refus|not\b|no\b|never\b|yet\b)\w*(?:\s+\w+){0,4}?|n['’]t(?:\s+\w+){0,2}?)"
    r"\s+(?:comment|respond|react|discuss|elaborate|address|confirm|verif)\w*(?:\s+(?:on|to|about|upon))?\W*$",
    re.IGNORECASE,
)
"""The words before what somebody does not speak of, to their end."""


_WILL = re.compile(
    r"(?<!\band )(?<!\bbut )(?<!\bwho )(?<!they )(?<!\bhe )(?<!, )"
    r"\b(?:will|would|must|shall|wo|['’]ll|cannot)\b(?:\s+(?:not|never|n['’]t))?\s*$"
)
"""What stands before "go unpunished" where that is said of the deed itself."""


def says_nothing_of_it(mention: AttributionMention, rules: VoiceRules) -> bool:
    """ "has not commented on the shelling", "denied any part in it", "it will not go unpunished": not their word."""
    words = " ".join(mention.content.exact.casefold().split())
    if any(phrase in words and _WILL.search(words, 0, words.index(phrase)) for phrase in rules.vowing):
        return True
    before = mention.exact[: max(0, mention.content.start - mention.start)]
    if _SILENT.search(before) is not None:
        return True
    if mention.stance != "denies":
        return False
    opening = mention.content.exact.casefold().split()[:5]
    at = next((i for i, word in enumerate(opening) if word in rules.parts), None)
    return at is not None and at + 1 < len(opening) and opening[at + 1] in _LEADING


_LANDS = ("demonym", "country name")


def _is_seat(source: Quote, antecedents: Antecedents) -> bool:
    """ "Moscow said", "the White House denied": the seat of a government stands for it."""
    key = alias_key(_UNOWNED.sub("", source.exact).removeprefix("the ").removeprefix("The "))
    return any(key in scene.rules.table.metonyms for scene in antecedents.scenes[:1])


_LEADING = frozenset({"in", "for", "to", "with", "of", "behind"})


def _around(position: int, attributions: Sequence[AttributionMention]) -> list[AttributionMention]:
    """The attributions in whose content the place stands, the outermost first, who is cited after who cites."""
    around = [a for a in attributions if a.content.start <= position < a.content.end]
    return sorted(around, key=lambda a: (a.content.start - a.content.end, a.rule == "citing"))


def _voice(
    article: Article, mention: AttributionMention, actors: Sequence[ActorMention], rules: VoiceRules,
    antecedents: Antecedents, *, via: Voice | None,
) -> Voice:  # fmt: skip
    evidence = tuple(q for q in (mention.source, mention.cue) if q is not None)
    if mention.rule == WRITER and via is not None:
        return via
    if mention.rule == WRITER or (mention.source is None and mention.rule == "hedge"):
        page = outlet_voice(article)
        return Voice(
            name=page.name, kind="outlet", stance=mention.stance, evidence=evidence, via=via, text=_text(evidence)
        )
    if mention.source is None:
        return Voice(
            name="unnamed", kind="unknown", stance=mention.stance, evidence=evidence, via=via, text=_text(evidence)
        )
    source = mention.source
    named = _named(source, actors)
    name, kind = source.exact, kind_of(source.exact, named, rules)
    if named is not None and named.rule == "descriptor" and _goes_on_by_name(source, named):
        name = source.exact
    elif named is not None and (
        _UNOWNED.sub("", source.exact).casefold() == named.exact.casefold()
        or named.actor.kind in ("person", "group", "organisation", "outlet")
    ):
        name = named.actor.name
    if named is None and _is_anaphor(source.exact):
        own = source.exact.casefold() in ("we", "i")
        several = antecedents.speakers(before=source.start) if source.exact.casefold() == "they" else None
        if source.exact == "It" and mention.stance != "denies":
            several = antecedents.before(source)
        resolved = None
        if not own:
            resolved = antecedents.persons.speaks_on(source) or antecedents.speaker(
                source.exact, before=spoken_from(mention)
            )
        if several in antecedents.nameless:
            name, kind = "unnamed", "unknown"
        elif several is not None:
            inside = _named(several, [m for m, _, _ in antecedents.named])
            name, kind = several.exact, kind_of(several.exact, inside, rules)
        elif resolved is not None:
            name, kind = resolved.party.name, _kind_of_party(resolved) or kind
        elif (earlier := _earlier(source, antecedents)) is not None and source.exact.casefold() in PRONOUNS:
            inside = _named(earlier, actors)
            name, kind = earlier.exact, kind_of(earlier.exact, inside, rules)
        elif source.exact.casefold() in PRONOUNS:
            name, kind = "unnamed", "unknown"
        elif (whole := _whole_name(source, actors)) is not None:
            name, kind = whole.actor.name, kind_of(source.exact, whole, rules)
    if article.outlet is not None and _bare(name).casefold() == _bare(article.outlet.name).casefold():
        name, kind = article.outlet.name, "outlet"
    if kind == "unknown" and ((named is not None and named.rule in _LANDS) or _is_seat(source, antecedents)):
        kind = "official"
    return Voice(name=_bare(name), kind=kind, stance=mention.stance, text=_text(evidence), evidence=evidence, via=via)


_BODIES = frozenset({"force", "forces", "movement", "front", "militia", "coalition", "brigade", "league"})


def _whole_name(source: Quote, actors: Sequence[ActorMention]) -> ActorMention | None:
    """ "…, killing two of the Blue River Forces, the force said": the body whose name stands before it."""
    word = source.exact.casefold().split()[-1]
    if word not in _BODIES:
        return None
    named = (a for a in actors if a.end <= source.start and a.rule == "actor table")
    return next((a for a in named if a.actor.name.casefold().split()[-1].rstrip("s") == word.rstrip("s")), None)


def _goes_on_by_name(source: Quote, named: ActorMention) -> bool:
    """ "the aid group Medair": a descriptor, and after it the name."""
    return source.exact[named.end - source.start :].strip()[:1].isupper()


_UNOWNED = re.compile(r"^(?:its|their|his|her|our)\s+", re.IGNORECASE)


def _earlier(source: Quote, antecedents: Antecedents) -> Quote | None:
    """The source that a pronoun takes up."""
    return antecedents.source(before=source.start, person=source.exact.casefold() in ("he", "she"))


def _text(evidence: Sequence[Quote]) -> str:
    """The words of source and cue in page order."""
    return " ".join(q.exact for q in sorted(evidence, key=lambda q: q.start))


def _bare(name: str) -> str:
    """The name without its article, and without the mark of a note that the parse has drawn into it."""
    words = NOTE.sub("", " ".join(name.split()))
    for article in ("The ", "the ", "A ", "a ", "An ", "an "):
        if words.startswith(article):
            return words[len(article) :]
    return words


def _named(source: Quote, actors: Sequence[ActorMention]) -> ActorMention | None:
    """The actor named inside the source, the most telling first: persons and groups before states."""
    inside = [a for a in actors if source.start <= a.start and a.end <= source.end]
    order = {"person": 0, "group": 1, "organisation": 2, "force": 3, "state": 4, "descriptor": 5}
    return min(inside, key=lambda a: order.get(a.actor.kind, 6), default=None)


def kind_of(source: str, named: ActorMention | None, rules: VoiceRules) -> VoiceKind:
    """What kind of voice a source phrase is: by its head words first, then by the sector of the actor named."""
    words = [w.strip(".,'’\"“”").casefold().removesuffix("'s").removesuffix("’s") for w in source.split()]
    kinds = [rules.kinds[w] for w in words if w in rules.kinds]
    for kind in ("medical", "media", "witness"):
        if kind in kinds:
            return kind
    if named is not None and named.actor.sector in _KIND_OF_SECTOR and named.actor.kind != "state":
        return _KIND_OF_SECTOR[named.actor.sector]
    if kinds:
        return kinds[0]
    return "official" if named is not None and named.actor.kind == "state" else "unknown"


def _kind_of_party(found: Found) -> VoiceKind | None:
    return _KIND_OF_SECTOR.get(found.party.sector or "")


def _is_anaphor(source: str) -> bool:
    """Whether the source names no one by itself: "he", "the group", "the ministry"."""
    words = source.casefold().split()
    return bool(words) and (
        (words[0] in PRONOUNS and (words[0] != "those" or len(words) == 1))
        or (words[0] in ("the", "its") and len(words) <= 3 and source.split()[-1].islower())
    )


def as_seen_by(
    voice: Voice,
    *,
    actor_ids: frozenset[str],
    actor_countries: frozenset[str],
    recipient_countries: frozenset[str],
    speaker: tuple[str | None, str | None],
) -> Voice:
    """The voice as a party or an opponent where the speaker is on a side of the happening told."""
    speaker_id, country = speaker
    kind = voice.kind
    if (speaker_id and speaker_id in actor_ids) or (
        country and country in actor_countries and voice.kind in ("official", "party")
    ):
        kind = "party"
    elif (
        country
        and country in recipient_countries
        and actor_countries
        and country not in actor_countries
        and voice.kind in ("official", "party")
    ):
        kind = "opponent"
    stance: Stance = voice.stance
    if kind == "party" and stance == "reports":
        stance = "claims"
    return Voice(name=voice.name, kind=kind, stance=stance, text=voice.text, evidence=voice.evidence, via=voice.via)
